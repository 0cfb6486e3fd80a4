/* fit.h: how alike two texts are, by their letters and their words. Letters and digits are
   ASCII's, without case, and every byte beyond it but those of spaces, quotation marks, dashes
   and dots (U+00A0 to U+00BF, U+2000 to U+203F); a word is a run of them. */
#ifndef GALLEY_FIT_H
#define GALLEY_FIT_H

#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

enum { FIT_TEXT = 4000 }; /* bytes of a text that are looked at */

typedef struct fit_text {
  char *letters;   /* all of them, in lower case */
  uint64_t *words; /* a hash for each word, in their order */
  uint32_t letter_count, word_count;
} fit_text;

/* A word of a text that others are held to: how often it has it, and how often text number
   `reader` had it so far. */
typedef struct fit_word {
  uint64_t hash;
  uint32_t count, met, reader;
} fit_word;

/* Such a text; `slots` are a table by hash, whose size is mask + 1. */
typedef struct fit_known {
  fit_text text;
  fit_word *slots;
  uint32_t mask, readers;
} fit_known;

/* How many words a text of so many bytes has at most. */
static inline size_t fit_words_most(size_t size) {
  return size / 2 + 1;
}

/* How many slots hold the words of a text of so many bytes: a power of two. */
size_t fit_slots(size_t size);

/* Reads a text of at most FIT_TEXT bytes into `out`, whose letters have room for as many
   bytes and whose words for fit_words_most of them. */
void fit_read(const char *text, size_t size, fit_text *out);
/* Makes the table of a text that was read, in so many slots. */
void fit_know(fit_known *known, size_t slots);

/* How well a text fits one that is known: 1 where their letters are the same; 0.97 where it is
   as much as the known one begins with, 12 letters or more; else 0.95 times the F1 of their
   words taken as bags. One that cannot be above `least` may be told as 0. */
double fit_of(const fit_text *text, fit_known *known, double least);

#pragma GCC visibility pop

#endif
