/* tally.c: what is counted of a block's characters. Most of them are letters and digits of
   ASCII, which come in runs; those are counted in a loop of their own. */
#include "tally.h"

#include "letter.h"
#include "text.h"

/* Where a text stands: in a word, or behind a sentence that nothing follows yet. */
typedef struct place {
  bool in_word, ended;
} place;

/* Letters and digits of ASCII, capitals as small letters; 0 for what is neither. */
static const uint8_t plain[256] = {
  ['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
  ['A'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
  ['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'
};

static uint32_t mix(uint32_t hash, uint32_t c) {
  return (hash ^ c) * 16777619u;
}

/* The run of letters and digits of ASCII that begins at `at`; where it ends. A capital differs from
   its small letter by 32, and of both kinds only letters have the bit 64. */
static const uint8_t *take_run(tally *t, const uint8_t *at, const uint8_t *stop) {
  const uint8_t *from = at;
  uint32_t hash = t->hash, differences = 0, letters = 0, size;
  for (uint32_t c; at < stop && (c = plain[*at]); at++) {
    hash = mix(hash, c);
    differences += c ^ *at;
    letters += c >> 6;
  }
  size = (uint32_t)(at - from);
  t->hash = hash;
  t->upper += differences >> 5;
  t->digits += size - letters;
  t->chars += size;
  return at;
}

static bool is_comma(uint32_t c) { return c == ',' || c == 0xFF0C || c == 0x3001 || c == 0x060C; }

/* Whether a character is of the letters between the marks: no comma, end or quotation mark is
   in these ranges. */
static bool is_among_letters(uint32_t c) {
  return c - 0xC0 < 0x589 - 0xC0 || c - 0x3041 < 0xFF00 - 0x3041;
}

/* A character that is no white space, no letter and no digit of ASCII, and its part in the sentence. */
static void take_mark(tally *t, place *at, uint32_t c) {
  bool terminal = letter_is_terminal(c), closer = letter_is_closer(c);
  at->ended = terminal || (at->ended && closer);
  if (c >= 0x3000 && terminal) t->sentences++, at->ended = false; /* no space follows in such scripts */
  t->terminal = terminal || (t->terminal && closer);
  t->commas += is_comma(c);
}

static void take_gap(tally *t, place *at) {
  t->sentences += at->ended;
  at->ended = false;
}

/* Another character of ASCII. */
static void take_ascii(tally *t, place *at, uint8_t c) {
  at->in_word = false;
  t->chars += !text_is_space((char)c);
  if (c <= ' ') take_gap(t, at);
  else take_mark(t, at, c);
}

/* A character beyond ASCII. */
static void take_other(tally *t, place *at, uint32_t c) {
  t->chars++;
  t->words += !at->in_word;
  at->in_word = true;
  if (c == 0xA0) {
    take_gap(t, at);
    return;
  }
  if (is_among_letters(c)) at->ended = t->terminal = false;
  else take_mark(t, at, c);
  if (c >= 0xC0) t->hash = mix(t->hash, c);
}

void tally_add(tally *t, const char *text, span s) {
  const uint8_t *bytes = (const uint8_t *)text;
  place at = {false, false};
  uint32_t wide = 0;
  for (uint32_t i = s.start; i < s.stop;) {
    uint8_t c = bytes[i];
    if (plain[c]) {
      i = (uint32_t)(take_run(t, bytes + i, bytes + s.stop) - bytes);
      t->words += !at.in_word;
      at = (place){true, false};
      t->terminal = false;
    } else if (c < 0x80) {
      take_ascii(t, &at, c);
      i++;
    } else {
      wide += c - 0xE3u <= 0xED - 0xE3u;
      take_other(t, &at, letter_next(text, &i, s.stop));
    }
  }
  t->sentences += at.ended;
  t->words += wide / 2;
}
