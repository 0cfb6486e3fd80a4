/* letter.c: what characters are. */
#include "letter.h"

#include <stddef.h>

enum { UPPER, LOWER, TURNS };

static const struct letter_run { uint32_t first, last, kind; } RUNS[] = {
#include "letters_table.h"
};

static letter_kind case_in(const struct letter_run *run, uint32_t c) {
  if (run->kind == TURNS) return (c - run->first) % 2 == 0 ? LETTER_UPPER : LETTER_LOWER;
  return run->kind == UPPER ? LETTER_UPPER : LETTER_LOWER;
}

letter_kind letter_case(uint32_t c) {
  size_t low = 0, high = sizeof RUNS / sizeof *RUNS;
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? LETTER_UPPER : c >= 'a' && c <= 'z' ? LETTER_LOWER : LETTER_NONE;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (RUNS[middle].last < c) low = middle + 1;
    else high = middle;
  }
  bool in = low < sizeof RUNS / sizeof *RUNS && RUNS[low].first <= c;
  return in ? case_in(&RUNS[low], c) : LETTER_NONE;
}

bool letter_is_digit(uint32_t c) {
  /* The zeros: ASCII, Arabic, Persian, the scripts of India, Thai, Lao, Burmese, Khmer, full width. */
  static const uint32_t zeros[] = { '0', 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66,
                                    0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x1040, 0x17E0, 0xFF10 };
  if (c < 0x80) return c >= '0' && c <= '9';
  for (size_t i = 1; i < sizeof zeros / sizeof *zeros; i++)
    if (c >= zeros[i] && c <= zeros[i] + 9) return true;
  return false;
}

bool letter_is_terminal(uint32_t c) {
  switch (c) {
    case '.': case '!': case '?': case 0x2026: case 0x3002: case 0xFF01: case 0xFF1F: case 0xFF0E:
    case 0x061F: case 0x06D4: case 0x0964: case 0x0965: case 0x1362: case 0x0589: case 0x104B: return true;
    default: return false;
  }
}

bool letter_is_closer(uint32_t c) {
  switch (c) {
    case '"': case '\'': case ')': case ']': case 0xBB: case 0x203A: case 0x2018: case 0x2019:
    case 0x201C: case 0x201D: case 0x300D: case 0x300F: case 0xFF09: case 0x3011: case 0xAB: return true;
    default: return false;
  }
}

uint32_t letter_next(const char *t, uint32_t *at, uint32_t stop) {
  uint8_t lead = (uint8_t)t[(*at)++];
  if (lead < 0xC0) return lead;
  uint32_t c = lead & (lead < 0xE0 ? 0x1Fu : lead < 0xF0 ? 0x0Fu : 0x07u);
  while (*at < stop && (t[*at] & '\xC0') == '\x80') c = c << 6 | ((uint8_t)t[(*at)++] & 0x3F);
  return c;
}
