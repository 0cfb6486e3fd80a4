/* eight_bytes.h: eight bytes of a text at once. What is told of each stands in its highest bit, the
   other bits are 0; which end of the number the first byte is at, the machine decides. After
   "Determine if a word has a byte equal to n" (S. E. Anderson, Bit Twiddling Hacks), in the form
   without false positives. */
#ifndef GALLEY_EIGHT_BYTES_H
#define GALLEY_EIGHT_BYTES_H

#include <stdint.h>
#include <string.h>

#pragma GCC visibility push(hidden)

enum { EIGHT_BYTES = sizeof(uint64_t) };

/* A byte, eight times. */
#define EIGHT_OF(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The eight bytes from `at` on, which need not be aligned. */
static inline uint64_t eight_load(const void *at) {
  uint64_t bytes;
  memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/* The same, where the order of the bytes matters: the first is the number's lowest. */
static inline uint64_t eight_load_ordered(const void *at) {
  uint64_t bytes = eight_load(at);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  bytes = __builtin_bswap64(bytes);
#endif
  return bytes;
}

/* Of bytes loaded in order, the number of the first that is told of; there must be one. */
static inline unsigned eight_first(uint64_t told) {
  return (unsigned)__builtin_ctzll(told) / 8;
}

/* Of bytes loaded in order, those before the first that is told of, the others 0; all where none is. */
static inline uint64_t eight_before(uint64_t bytes, uint64_t told) {
  return bytes & (((told & (~told + 1)) >> 7) - 1);
}

/* Which of them are a byte of ASCII. */
static inline uint64_t eight_equal(uint64_t bytes, char ascii) {
  uint64_t differ = bytes ^ EIGHT_OF((unsigned char)ascii);
  return ~(((differ & EIGHT_OF(0x7F)) + EIGHT_OF(0x7F)) | differ) & EIGHT_OF(0x80);
}

/* Which of them are below a space. */
static inline uint64_t eight_controls(uint64_t bytes) {
  return ~(((bytes & EIGHT_OF(0x7F)) + EIGHT_OF(0x80 - ' ')) | bytes) & EIGHT_OF(0x80);
}

/* Which of them are a space or below. */
static inline uint64_t eight_blanks(uint64_t bytes) {
  return ~(((bytes & EIGHT_OF(0x7F)) + EIGHT_OF(0x7F - ' ')) | bytes) & EIGHT_OF(0x80);
}

/* Which of them are below "@": no letters, but digits, punctuation, white space and controls. */
static inline uint64_t eight_below_letters(uint64_t bytes) {
  return ~(bytes | bytes << 1) & EIGHT_OF(0x80);
}

/* Which of them are beyond ASCII. */
static inline uint64_t eight_beyond_ascii(uint64_t bytes) {
  return bytes & EIGHT_OF(0x80);
}

#pragma GCC visibility pop

#endif
