/* hint_words.c: what the words in class names, ids and roles hint at. Names are cut into words
   where a letter case or separator changes, and each word, and each pair of neighbours without
   what parts them, is looked up. */
#include "hint_words.h"

#include <stdbool.h>
#include <string.h>

typedef struct hint_word {
  const char *word;
  uint32_t hints;
} hint_word;

static const hint_word hint_words[] = {
#include "hint_words_list.h"
};
#include "hint_words_table.h"
_Static_assert(sizeof hint_words / sizeof *hint_words == HINT_WORDS, "run spec/tools/hints_table.lua");

/* What the characters are. */
enum { SMALL = 1, CAPITAL = 2, LETTER = SMALL | CAPITAL, DIGIT = 4, BLANK = 8, STYLE = 16 };

static const uint8_t kinds[256] = {
#define FOUR(x) x, x, x, x
#define EIGHT(x) FOUR(x), FOUR(x)
#define LETTERS(x) EIGHT(x), EIGHT(x), EIGHT(x), x, x
  [0] = EIGHT(BLANK), EIGHT(BLANK), EIGHT(BLANK), EIGHT(BLANK), BLANK,
  ['0'] = EIGHT(DIGIT), DIGIT, DIGIT, [':'] = STYLE, ['['] = STYLE, ['A'] = LETTERS(CAPITAL), ['a'] = LETTERS(SMALL)
#undef FOUR
#undef EIGHT
#undef LETTERS
};

static unsigned kind_of(char c) { return kinds[(uint8_t)c]; }

enum { WORD_MAX = 24 /* bytes of a word that are looked at */ };
_Static_assert((int)WORD_MAX >= (int)HINT_LONGEST, "no word that is known is longer");

/* The word that is read, in small letters, behind the one before it. */
typedef struct words {
  const char *value;
  char text[2 * WORD_MAX];
  size_t before, length; /* bytes of the one before, 0 where there is none, and of this one */
  uint32_t before_hash, hash;
  uint32_t power;        /* what the hash of the one before is multiplied by in that of both as one word */
} words;

/* The hints of a word that stands in the table from a slot on, which is taken. */
static uint32_t look_from(uint32_t slot, uint32_t hash, const char *word, size_t size) {
  for (; hint_slots[slot].number; slot = (slot + 1) % HINT_SLOTS) {
    const hint_word *w = &hint_words[hint_slots[slot].number - 1];
    if (hint_slots[slot].hash == (uint16_t)hash && !strncmp(w->word, word, size) && !w->word[size]) return w->hints;
  }
  return 0;
}

/* Most words are not known: their slot is empty. */
static inline uint32_t look_up(uint32_t hash, const char *word, size_t size) {
  uint32_t slot = hash * HINT_SPREAD >> HINT_SHIFT;
  if (!hint_slots[slot].number || size < 2 || size > HINT_LONGEST) return 0;
  return look_from(slot, hash, word, size);
}

/* Reads the word that begins at `start`, which is a letter; where it ends. */
static size_t read_word(words *w, size_t start, size_t stop) {
  char *text = w->text + w->before;
  size_t i = start, most = stop - start > WORD_MAX ? start + WORD_MAX : stop;
  uint32_t hash = 0, power = 1;
  unsigned kind = 0, last = CAPITAL;
  for (; i < most && (kind = kind_of(w->value[i])) & LETTER && !(kind == CAPITAL && last == SMALL); i++) {
    uint32_t small = (uint8_t)w->value[i] | 0x20u;
    *text++ = (char)small;
    hash = hash * HINT_FACTOR + small;
    power *= HINT_FACTOR;
    last = kind;
  }
  w->length = i - start;
  w->hash = hash;
  w->power = power;
  for (; i < stop && (kind = kind_of(w->value[i])) & LETTER && !(kind == CAPITAL && last == SMALL); i++) last = kind;
  return i;
}

/* The word becomes the one before. */
static void keep_word(words *w) {
  memmove(w->text, w->text + w->before, WORD_MAX);
  w->before = w->length;
  w->before_hash = w->hash;
}

/* Whether a digit touches the word of `length` letters that ends at `at`: such short
   words are mostly chance letters of a generated name. */
static bool beside_digit(const char *value, size_t size, size_t at, size_t length) {
  return (at < size && kind_of(value[at]) == DIGIT) || (at > length && kind_of(value[at - length - 1]) == DIGIT);
}

/* Whether the word is a side of the box, "margin-bottom", and the one before says so. */
static bool is_spacing(const words *w) {
  static const char *const sides[] = {"top", "bottom"}, *const spaces[] = {"margin", "padding", "border", "spacing"};
  const char *side = w->text + w->before;
  if (strncmp(side, sides[w->length == 6], w->length) != 0) return false;
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    if (strlen(spaces[i]) == w->before && memcmp(spaces[i], w->text, w->before) == 0) return true;
  return false;
}

/* Whether the word is of a piece that a site chose for its front page: "node--promoted". */
static bool is_chosen(const words *w) {
  return w->before == 4 && w->length == 8 && memcmp(w->text, "nodepromoted", 12) == 0;
}

/* The hints of the word that ends at `at`, and of the pair it ends: letters alone make no pair. */
static uint32_t take_word(words *w, size_t at, size_t size) {
  if (w->length < 4 && beside_digit(w->value, size, at, w->length)) {
    w->before = 0;
    return 0;
  }
  uint32_t hints = look_up(w->hash, w->text + w->before, w->length);
  if (hints & (HINT_HEAD | HINT_FOOT) && is_spacing(w)) hints = 0;
  if (hints & HINT_AD && is_chosen(w)) hints = 0;
  uint32_t pair_hash = w->before_hash * w->power + w->hash;
  if (w->before > 1 && w->length > 1) hints |= look_up(pair_hash, w->text, w->before + w->length);
  keep_word(w);
  return hints;
}

/* Where the name at `at` ends, and what kinds of characters it is made of. One with marks of STYLE
   is no name but a style: "md:flex", "print:w-[2px]". */
static size_t name_end(const char *value, size_t size, size_t at, unsigned *made_of) {
  unsigned kind, all = 0;
  for (; at < size && (kind = kind_of(value[at])) != BLANK; at++) all |= kind;
  *made_of = all;
  return at;
}

/* Behind the letters that begin at `start`, where a machine strung them together ("hJpRRP"): they
   change case so often that their words have fewer than three letters; else `start`. */
static size_t past_jumble(const char *value, size_t start, size_t stop) {
  size_t i = start, parts = 1;
  for (unsigned kind, last = CAPITAL; i < stop && (kind = kind_of(value[i])) & LETTER; i++, last = kind)
    parts += last == SMALL && kind == CAPITAL;
  return parts >= 3 && i - start < 3 * parts ? i : start;
}

/* Where the words of the letters that begin at `start` begin. */
static size_t to_words(words *w, size_t start, size_t stop) {
  size_t behind = past_jumble(w->value, start, stop);
  if (behind > start) w->before = 0;
  return behind;
}

/* The hints of the words of one name; `mixed`: capitals are among its letters. */
static uint32_t take_name(words *w, size_t start, size_t stop, size_t size, bool mixed) {
  uint32_t hints = 0;
  bool in_letters = false;
  for (size_t i = start; i < stop;) {
    bool letter = kind_of(w->value[i]) & LETTER;
    if (letter && !in_letters && mixed) {
      i = to_words(w, i, stop);
      letter = i < stop && kind_of(w->value[i]) & LETTER;
    }
    in_letters = letter;
    if (letter) {
      i = read_word(w, i, stop);
      hints |= take_word(w, i, size);
    } else {
      i++;
    }
  }
  return hints;
}

uint32_t hint_words_in(const char *value, size_t size) {
  words w = {.value = value};
  uint32_t hints = 0;
  unsigned made_of;
  for (size_t i = 0; i < size; i++) {
    if (kind_of(value[i]) == BLANK) continue;
    size_t stop = name_end(value, size, i, &made_of);
    if (!(made_of & STYLE)) hints |= take_name(&w, i, stop, size, made_of & CAPITAL);
    i = stop;
  }
  return hints;
}
