/* sixteen_bytes.h: sixteen bytes of a text at once, where what matters is only whether any of them is
   of a kind: vectors as GCC and Clang have them on every machine, of what it has for them. Each byte of
   what a comparison gives is all ones or 0. */
#ifndef GALLEY_SIXTEEN_BYTES_H
#define GALLEY_SIXTEEN_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma GCC visibility push(hidden)

enum { SIXTEEN_BYTES = 16 };

typedef unsigned char sixteen_bytes __attribute__((vector_size(SIXTEEN_BYTES)));

/* A byte, sixteen times. */
static inline sixteen_bytes sixteen_of(unsigned char byte) {
  return (sixteen_bytes){0} + byte;
}

/* The sixteen bytes from `at` on, which need not be aligned. */
static inline sixteen_bytes sixteen_load(const void *at) {
  sixteen_bytes bytes;
  memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/* The first eight and the last eight bytes of a text of eight to sixteen: all of it. */
static inline sixteen_bytes sixteen_ends(const unsigned char *at, size_t size) {
  uint64_t halves[2];
  sixteen_bytes bytes;
  memcpy(&halves[0], at, sizeof halves[0]);
  memcpy(&halves[1], at + size - sizeof halves[1], sizeof halves[1]);
  memcpy(&bytes, halves, sizeof bytes);
  return bytes;
}

/* The same of a text of four to eight: its first four and its last four bytes, twice. */
static inline sixteen_bytes sixteen_short_ends(const unsigned char *at, size_t size) {
  uint32_t quarters[4];
  sixteen_bytes bytes;
  memcpy(&quarters[0], at, sizeof quarters[0]);
  memcpy(&quarters[1], at + size - sizeof quarters[1], sizeof quarters[1]);
  memcpy(&quarters[2], quarters, 2 * sizeof quarters[0]);
  memcpy(&bytes, quarters, sizeof bytes);
  return bytes;
}

static inline sixteen_bytes sixteen_equal(sixteen_bytes bytes, unsigned char byte) {
  return (sixteen_bytes)(bytes == byte);
}

static inline sixteen_bytes sixteen_below(sixteen_bytes bytes, unsigned char byte) {
  return (sixteen_bytes)(bytes < byte);
}

static inline sixteen_bytes sixteen_from(sixteen_bytes bytes, unsigned char byte) {
  return (sixteen_bytes)(bytes >= byte);
}

/* Whether none of them has a bit. */
static inline bool sixteen_none(sixteen_bytes bytes) {
  uint64_t halves[2];
  memcpy(halves, &bytes, sizeof halves);
  return !(halves[0] | halves[1]);
}

#pragma GCC visibility pop

#endif
