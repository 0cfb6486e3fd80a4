/* tally.c: what is counted of a block's characters. Most of them are letters and digits of
   ASCII, which come in runs; those are counted in a loop of their own. */
#include "tally.h"

#include "letter.h"
#include "text.h"

/* What is known of the sentence: whether its mark was the last that stood there, with what may
   follow one; `ended`: in this text, and nothing follows yet. */
typedef struct sentence {
  uint32_t count, commas;
  bool ended, terminal;
} sentence;

/* What the letters are summed up to; `wide` and `narrow`: those of scripts that have no space between words, of
   which two make a word (China's, Japan's, Korea's), or eight (Thailand's and its neighbours'). */
typedef struct letters {
  uint32_t chars, words, digits, upper, hash, wide, narrow;
  bool in_word;
} letters;

/* Letters and digits of ASCII, capitals as small letters, and in higher bits what they count: digits,
   and capitals. 0 for what is neither. */
enum { LETTER_BITS = 24, COUNT_BITS = 20, MOST_COUNTED = 1 << 16 };
#define D(c) (c) | (uint64_t)1 << LETTER_BITS
#define C(c) (c) | (uint64_t)1 << (LETTER_BITS + COUNT_BITS)
static const uint64_t plain[256] = {
  ['0'] = D('0'), D('1'), D('2'), D('3'), D('4'), D('5'), D('6'), D('7'), D('8'), D('9'),
  ['A'] = C('a'), C('b'), C('c'), C('d'), C('e'), C('f'), C('g'), C('h'), C('i'), C('j'), C('k'), C('l'), C('m'),
  C('n'), C('o'), C('p'), C('q'), C('r'), C('s'), C('t'), C('u'), C('v'), C('w'), C('x'), C('y'), C('z'),
  ['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'
};
#undef D
#undef C

/* The hash is a sum of the letters times powers of the factor, which is the same however they are
   taken together. */
enum { FACTOR = 16777619 };

static uint32_t mix(uint32_t hash, uint32_t c) {
  return hash * FACTOR + c;
}

static uint32_t mix_two(uint32_t hash, uint32_t a, uint32_t b) {
  return hash * ((uint32_t)FACTOR * FACTOR) + (a * FACTOR + b);
}

/* The run of letters and digits of ASCII that begins at `at`, or so much of it as is counted at once;
   where it ends. They are taken by twos. */
static const uint8_t *take_run(letters *l, const uint8_t *at, const uint8_t *stop) {
  const uint8_t *from = at, *most = stop - at > MOST_COUNTED ? at + MOST_COUNTED : stop;
  uint32_t hash = l->hash;
  uint64_t a, b, sum = 0;
  for (; most - at >= 2 && (a = plain[at[0]]) && (b = plain[at[1]]); at += 2) {
    hash = mix_two(hash, (uint8_t)a, (uint8_t)b);
    sum += a + b;
  }
  if (at < most && (a = plain[*at])) {
    hash = mix(hash, (uint8_t)a);
    sum += a;
    at++;
  }
  l->hash = hash;
  l->upper += (uint32_t)(sum >> (LETTER_BITS + COUNT_BITS));
  l->digits += (uint32_t)(sum >> LETTER_BITS) & ((1u << COUNT_BITS) - 1);
  l->chars += (uint32_t)(at - from);
  l->words += !l->in_word;
  l->in_word = true;
  return at;
}

static bool is_comma(uint32_t c) { return c == ',' || c == 0xFF0C || c == 0x3001 || c == 0x060C; }

/* Whether a character is of the letters between the marks: no comma, end or quotation mark is
   in these ranges. */
static bool is_among_letters(uint32_t c) {
  return c - 0xC0 < 0x589 - 0xC0 || c - 0x3041 < 0xFF00 - 0x3041;
}

/* A character that is no white space, no letter and no digit of ASCII. */
static void take_mark(sentence *s, uint32_t c) {
  bool terminal = letter_is_terminal(c), closer = letter_is_closer(c);
  s->ended = terminal || (s->ended && closer);
  if (c >= 0x3000 && terminal) s->count++, s->ended = false; /* no space follows in such scripts */
  s->terminal = terminal || (s->terminal && closer);
  s->commas += is_comma(c);
}

static void take_gap(sentence *s) {
  s->count += s->ended;
  s->ended = false;
}

/* Another character of ASCII: mostly a space. */
static void take_ascii(letters *l, sentence *s, uint8_t c) {
  l->in_word = false;
  l->chars += !text_is_space((char)c);
  if (c <= ' ') take_gap(s);
  else take_mark(s, c);
}

/* A character beyond ASCII. */
static void take_other(letters *l, sentence *s, uint32_t c) {
  l->chars++;
  l->words += !l->in_word;
  l->in_word = true;
  if (c == 0xA0) {
    take_gap(s);
    return;
  }
  if (is_among_letters(c)) s->ended = s->terminal = false;
  else take_mark(s, c);
  if (c >= 0xC0) l->hash = mix(l->hash, c);
}

enum { WIDE_LETTERS = 2, NARROW_LETTERS = 8 };

/* Whether a character whose first two bytes these are is of Thai or Lao, Burmese or Khmer. */
static bool is_narrow(uint8_t first, uint8_t second) {
  if (first == 0xE0) return second - 0xB8u <= 0xBB - 0xB8u;
  return second - 0x80u <= 0x82 - 0x80u || second == 0x9E || second == 0x9F;
}

static void read_text(letters *l, sentence *s, const uint8_t *at, const uint8_t *stop) {
  while (at < stop) {
    uint8_t c = *at;
    if (plain[c]) {
      at = take_run(l, at, stop);
      s->ended = s->terminal = false;
    } else if (c < 0x80) {
      take_ascii(l, s, c);
      at++;
    } else {
      uint32_t size = 0;
      l->wide += c - 0xE3u <= 0xED - 0xE3u;
      if ((c & 0xFE) == 0xE0 && stop - at > 1) l->narrow += is_narrow(c, at[1]);
      take_other(l, s, letter_next((const char *)at, &size, (uint32_t)(stop - at)));
      at += size;
    }
  }
  take_gap(s);
}

void tally_add(tally *t, const char *text, span range) {
  const uint8_t *bytes = (const uint8_t *)text;
  letters l = {.hash = t->hash};
  sentence s = {.terminal = t->terminal};
  read_text(&l, &s, bytes + range.start, bytes + range.stop);
  t->chars += l.chars;
  t->words += l.words + l.wide / WIDE_LETTERS + l.narrow / NARROW_LETTERS;
  t->digits += l.digits;
  t->upper += l.upper;
  t->hash = l.hash;
  t->sentences += s.count;
  t->commas += s.commas;
  t->terminal = s.terminal;
}
