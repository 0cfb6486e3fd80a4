/* fit.c: how alike two texts are. */
#include "fit.h"

#include <stdbool.h>
#include <string.h>

enum { BEGINNING = 12 };

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

void fit_read(const char *text, size_t size, fit_text *out) {
  const uint64_t seed = 14695981039346656037u;
  uint64_t hash = seed;
  char *letter = out->letters;
  uint32_t words = 0;
  for (size_t i = 0; i < size; i++) {
    unsigned char c = (unsigned char)text[i];
    size_t mark = c >= 0xC2 ? mark_size(text + i, size - i) : 0;
    if (!mark && in_word(c)) {
      if ((unsigned)c - 'A' < 26u) c |= 0x20;
      *letter++ = (char)c;
      hash = (hash ^ c) * 1099511628211u;
      continue;
    }
    if (mark) i += mark - 1;
    if (hash != seed) out->words[words++] = hash;
    hash = seed;
  }
  if (hash != seed) out->words[words++] = hash;
  out->letter_count = (uint32_t)(letter - out->letters);
  out->word_count = words;
}

size_t fit_slots(size_t size) {
  size_t slots = 16;
  while (slots < 2 * fit_words_most(size)) slots *= 2;
  return slots;
}

/* The slot of a word, or the free one where it would stand. */
static fit_word *slot_of(const fit_known *known, uint64_t hash) {
  uint32_t at = (uint32_t)(hash ^ hash >> 32) & known->mask;
  while (known->slots[at].count && known->slots[at].hash != hash) at = (at + 1) & known->mask;
  return &known->slots[at];
}

void fit_know(fit_known *known, size_t slots) {
  memset(known->slots, 0, slots * sizeof *known->slots);
  known->mask = (uint32_t)slots - 1;
  known->readers = 0;
  for (uint32_t i = 0; i < known->text.word_count; i++) {
    fit_word *slot = slot_of(known, known->text.words[i]);
    slot->hash = known->text.words[i];
    slot->count++;
  }
}

/* The F1 of two bags of words. */
static double likeness(const fit_text *a, fit_known *b) {
  uint32_t common = 0, reader = ++b->readers;
  if (!a->word_count || !b->text.word_count) return 0;
  for (uint32_t i = 0; i < a->word_count; i++) {
    fit_word *slot = slot_of(b, a->words[i]);
    if (!slot->count) continue;
    if (slot->reader != reader) slot->met = 0;
    slot->reader = reader;
    if (slot->met == slot->count) continue;
    slot->met++;
    common++;
  }
  return 2 * (double)common / ((double)a->word_count + b->text.word_count);
}

double fit_of(const fit_text *text, fit_known *known) {
  uint32_t size = text->letter_count, most = known->text.letter_count;
  bool begins = size > 0 && size <= most && memcmp(text->letters, known->text.letters, size) == 0;
  if (begins && size == most) return 1;
  if (begins && size >= BEGINNING) return 0.97;
  return likeness(text, known) * 0.95;
}
