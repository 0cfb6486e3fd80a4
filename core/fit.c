/* fit.c: how alike two texts are. */
#include "fit.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BEGINNING = 12, FEW = 64 };

static bool in_word(unsigned char c) {
  return (unsigned)(c | 0x20) - 'a' < 26u || (unsigned)c - '0' < 10u || c >= 0x80;
}

/* The bytes of a space or of punctuation beyond ASCII that begins here; 0 where none does. */
static size_t mark_size(const char *text, size_t size) {
  const unsigned char *t = (const unsigned char *)text;
  if (size >= 2 && t[0] == 0xC2 && t[1] >= 0xA0 && t[1] <= 0xBF) return 2;
  if (size >= 3 && t[0] == 0xE2 && t[1] == 0x80 && t[2] >= 0x80 && t[2] <= 0xBF) return 3;
  return 0;
}

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static void sort(uint64_t *words, size_t count) {
  if (count > FEW) {
    qsort(words, count, sizeof *words, by_value);
    return;
  }
  for (size_t i = 1; i < count; i++) {
    uint64_t word = words[i];
    size_t at = i;
    for (; at > 0 && words[at - 1] > word; at--) words[at] = words[at - 1];
    words[at] = word;
  }
}

void fit_read(const char *text, size_t size, fit_text *out) {
  const uint64_t seed = 14695981039346656037u;
  uint64_t hash = seed;
  out->letter_count = out->word_count = 0;
  for (size_t i = 0, mark; i <= size;) {
    mark = i < size ? mark_size(text + i, size - i) : 0;
    unsigned char c = i < size && !mark ? (unsigned char)text[i] : ' ';
    i += mark ? mark : 1;
    if (in_word(c)) {
      if ((unsigned)c - 'A' < 26u) c |= 0x20;
      out->letters[out->letter_count++] = (char)c;
      hash = (hash ^ c) * 1099511628211u;
    } else if (hash != seed) {
      out->words[out->word_count++] = hash;
      hash = seed;
    }
  }
  sort(out->words, out->word_count);
}

/* The F1 of two bags of words. */
static double likeness(const fit_text *a, const fit_text *b) {
  uint32_t i = 0, j = 0, common = 0;
  if (!a->word_count || !b->word_count) return 0;
  while (i < a->word_count && j < b->word_count) {
    uint64_t x = a->words[i], y = b->words[j];
    common += x == y;
    i += x <= y;
    j += y <= x;
  }
  return 2 * (double)common / ((double)a->word_count + b->word_count);
}

double fit_of(const fit_text *text, const fit_text *known) {
  uint32_t size = text->letter_count;
  bool begins = size > 0 && size <= known->letter_count && memcmp(text->letters, known->letters, size) == 0;
  if (begins && size == known->letter_count) return 1;
  if (begins && size >= BEGINNING) return 0.97;
  return likeness(text, known) * 0.95;
}
