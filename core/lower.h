/* lower.h: ASCII's letters made small, eight at once. */
#ifndef GALLEY_LOWER_H
#define GALLEY_LOWER_H

#include "eight_bytes.h"

#pragma GCC visibility push(hidden)

static inline char lower_letter(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static inline void lower_letters(const char *text, size_t size, char *out) {
  size_t i = 0;
  for (; size - i >= 8; i += 8) {
    uint64_t x = eight_load(text + i), low = x & EIGHT_OF(0x7F);
    uint64_t from_a = low + EIGHT_OF(0x80 - 'A'), above_z = low + EIGHT_OF(0x7F - 'Z');
    x |= (from_a & ~above_z & ~x & EIGHT_OF(0x80)) >> 2;
    memcpy(out + i, &x, sizeof x);
  }
  for (; i < size; i++) out[i] = lower_letter(text[i]);
}

#pragma GCC visibility pop

#endif
