/* tally.h: what is counted of the characters of a block's text, in one pass over its bytes. */
#ifndef GALLEY_TALLY_H
#define GALLEY_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "source.h"

#pragma GCC visibility push(hidden)

/* Sums over the texts of a block, one after the other. */
typedef struct tally {
  uint32_t chars;     /* code points that are no white space */
  uint32_t words;     /* runs of letters and digits; see tally_add */
  uint32_t sentences; /* ends of sentences */
  uint32_t commas, digits;
  uint32_t upper;     /* ASCII's capitals */
  uint32_t hash;      /* of letters and digits, without case in ASCII: begins as TALLY_HASH */
  bool terminal;      /* the text so far ends as a sentence does */
} tally;

#define TALLY_HASH 2166136261u

/* Adds what stands in a range of a text that is valid UTF-8; it begins and ends with a character
   that is no white space, or is empty. In words every byte beyond ASCII is taken for a letter,
   and a run that is written without spaces (three bytes a character) counts one for two. */
void tally_add(tally *t, const char *text, span range);

#pragma GCC visibility pop

#endif
