/* fit.c: how alike two texts are. */
#include "fit.h"

#include <stdbool.h>
#include <string.h>

enum { BEGINNING = 12 };

/* Letters and digits, those of ASCII as small ones; 0 for what parts words. */
static const unsigned char letter_of[256] = {
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 0, 0, 0, 0, 0, 0, 0,
  'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
  'v', 'w', 'x', 'y', 'z', 0, 0, 0, 0, 0, 0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 0, 0, 0, 0, 0, 0x80, 0x81, 0x82, 0x83,
  0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95,
  0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9D, 0x9E, 0x9F, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7,
  0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9,
  0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB,
  0xCC, 0xCD, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD,
  0xDE, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF,
  0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF};

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
    unsigned char c = letter_of[(unsigned char)text[i]];
    size_t mark = c >= 0xC2 ? mark_size(text + i, size - i) : 0;
    if (c && !mark) {
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

/* The most that the likeness can be, since no more words can be the same than the shorter has. */
static double most_likeness(uint32_t a, uint32_t b) {
  return a + b ? 2 * (double)(a < b ? a : b) / ((double)a + b) : 0;
}

double fit_of(const fit_text *text, fit_known *known, double least) {
  uint32_t size = text->letter_count, most = known->text.letter_count;
  bool begins = size > 0 && size <= most && memcmp(text->letters, known->text.letters, size) == 0;
  if (begins && size == most) return 1;
  if (begins && size >= BEGINNING) return 0.97;
  if (most_likeness(text->word_count, known->text.word_count) * 0.95 <= least) return 0;
  return likeness(text, known) * 0.95;
}
