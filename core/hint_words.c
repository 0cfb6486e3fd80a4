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

/* A word of the value; of size 0: none. */
typedef struct word {
  const char *text;
  size_t size;
  uint32_t hash;
} word;

/* The word that is read, and the one before it. */
typedef struct words {
  const char *value;
  size_t size;
  word now, before;
} words;

/* Whether the letters of a word, small or not, begin a text in small letters. */
static bool begins(const char *text, const word *w) {
  for (size_t i = 0; i < w->size; i++)
    if (text[i] != (w->text[i] | 0x20)) return false;
  return true;
}

static bool is_word(const char *text, const word *w) { return begins(text, w) && !text[w->size]; }

/* The hints of a word, behind the one before it where that is given, that stands in the table from a
   slot on, which is taken. */
static uint32_t look_from(uint32_t slot, uint32_t hash, const word *before, const word *now) {
  for (; hint_slots[slot].number; slot = (slot + 1) % HINT_SLOTS) {
    if (hint_slots[slot].hash != (uint16_t)hash) continue;
    const hint_word *w = &hint_words[hint_slots[slot].number - 1];
    if (!before && is_word(w->word, now)) return w->hints;
    if (before && begins(w->word, before) && is_word(w->word + before->size, now)) return w->hints;
  }
  return 0;
}

/* Most words are not known: their slot is empty. */
static inline uint32_t look_up(uint32_t hash, const word *before, const word *now) {
  uint32_t slot = hash * HINT_SPREAD >> HINT_SHIFT;
  return hint_slots[slot].number ? look_from(slot, hash, before, now) : 0;
}

/* Reads the word that begins at `start`, which is a letter; where it ends. It is capitals, and small
   letters behind them: a capital behind these begins another. */
static inline size_t read_word(words *w, size_t start) {
  const char *value = w->value;
  size_t i = start, size = w->size;
  uint32_t hash = 0;
  for (; i < size && kind_of(value[i]) == CAPITAL; i++) hash = hash * HINT_FACTOR + (uint8_t)(value[i] | 0x20);
  for (uint32_t c; i < size && (c = (uint8_t)value[i]) - 'a' <= 'z' - 'a'; i++) hash = hash * HINT_FACTOR + c;
  w->now = (word){value + start, i - start, hash};
  return i;
}

/* Whether a digit touches the word that ends at `at`: such short words are mostly chance letters of a
   generated name. */
static bool beside_digit(const words *w, size_t at) {
  size_t start = at - w->now.size;
  return (at < w->size && kind_of(w->value[at]) == DIGIT) || (start > 0 && kind_of(w->value[start - 1]) == DIGIT);
}

/* Whether the word that ends at `at` is of a heading's class, as frameworks name what looks like one: "h3". */
static bool is_heading_class(const words *w, size_t at) {
  if (!is_word("h", &w->now) || at >= w->size || w->value[at] < '1' || w->value[at] > '6') return false;
  return at + 1 == w->size || !(kind_of(w->value[at + 1]) & (LETTER | DIGIT));
}

/* Whether the word is a side of the box, "margin-bottom", and the one before says so. */
static bool is_spacing(const words *w) {
  static const char *const spaces[] = {"margin", "padding", "border", "spacing"};
  if (!is_word("top", &w->now) && !is_word("bottom", &w->now)) return false;
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    if (is_word(spaces[i], &w->before)) return true;
  return false;
}

/* Whether the word is of a piece that a site chose for its front page: "node--promoted". */
static bool is_chosen(const words *w) {
  return is_word("node", &w->before) && is_word("promoted", &w->now);
}

/* Hints of what stands in a box of its own: a menu is part of the box that is said to have it. */
enum { OF_OTHERS = HINT_MEDIA | HINT_CAPTION | HINT_SIDE | HINT_COMMENT | HINT_AD | HINT_RELATED };

/* Whether the word says what a box stands with or without, which is in another: "withImage", "no-photo". */
static bool is_beside(const words *w) {
  static const char *const marks[] = {"has", "with", "no", "without", "mit", "ohne", "avec", "sans", "sin", "sem"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (is_word(marks[i], &w->before)) return true;
  return false;
}

/* The hints of the word that ends at `at`, and of the pair it ends: letters alone make no pair. */
static uint32_t take_word(words *w, size_t at) {
  const word *now = &w->now, *before = &w->before;
  uint32_t hints = 0;
  if (now->size < 4 && beside_digit(w, at)) {
    w->before.size = 0;
    return is_heading_class(w, at) ? HINT_TITLE : 0;
  }
  if (now->size > 1 && now->size <= HINT_LONGEST) {
    hints = look_up(now->hash, NULL, now);
    if (hints & (HINT_HEAD | HINT_FOOT) && is_spacing(w)) hints = 0;
    if (hints & HINT_AD && is_chosen(w)) hints = 0;
    if (hints & OF_OTHERS && is_beside(w)) hints &= ~(uint32_t)OF_OTHERS;
    if (before->size > 1 && before->size + now->size <= HINT_LONGEST)
      hints |= look_up(before->hash * hint_powers[now->size] + now->hash, before, now);
  }
  w->before = *now;
  return hints;
}

/* Behind the letters that begin at `start`, where a machine strung them together ("hJpRRP"): they
   change case so often that their words have fewer than three letters; else `start`. */
static size_t past_jumble(const words *w, size_t start) {
  size_t i = start, parts = 1;
  for (unsigned kind, last = CAPITAL; i < w->size && (kind = kind_of(w->value[i])) & LETTER; i++, last = kind)
    parts += last == SMALL && kind == CAPITAL;
  return parts >= 3 && i - start < 3 * parts ? i : start;
}

/* Reads letters that begin at `start` up to what is none, and adds the hints of their words. */
static size_t take_letters(words *w, size_t start, uint32_t *hints) {
  size_t i = read_word(w, start);
  bool goes_on = i < w->size && kind_of(w->value[i]) == CAPITAL;
  size_t behind = goes_on ? past_jumble(w, start) : start;
  if (behind > start) {
    w->before.size = 0;
    return behind;
  }
  *hints |= take_word(w, i);
  while (i < w->size && kind_of(w->value[i]) & LETTER) {
    i = read_word(w, i);
    *hints |= take_word(w, i);
  }
  return i;
}

/* Reads the name that begins at `start`, and adds the hints of its words; where it ends. One with marks
   of STYLE is no name but a style: "md:flex", "print:w-[2px]". */
static size_t take_name(words *w, size_t start, uint32_t *hints) {
  const word before = w->before;
  uint32_t found = 0;
  bool is_style = false;
  size_t i = start;
  for (unsigned kind; i < w->size && (kind = kind_of(w->value[i])) != BLANK;) {
    is_style |= kind == STYLE;
    if (kind & LETTER && !is_style) i = take_letters(w, i, &found);
    else i++;
  }
  if (is_style) w->before = before;
  else *hints |= found;
  return i;
}

static bool has_start(const char *name, size_t size, const char *with) {
  size_t length = strlen(with);
  return size >= length && memcmp(name, with, length) == 0;
}

/* Whether a name says what a piece is about, in those that a publishing system gives each piece:
   "status-publish category-ads tag-podcast". */
static bool is_about(const char *name, size_t size, bool *listed) {
  if (has_start(name, size, "status-publish")) *listed = true;
  return *listed && (has_start(name, size, "tag-") || has_start(name, size, "category-"));
}

static size_t past_name(const char *value, size_t size, size_t i) {
  while (i < size && kind_of(value[i]) != BLANK) i++;
  return i;
}

uint32_t hint_words_in(const char *value, size_t size) {
  words w = {.value = value, .size = size};
  uint32_t hints = 0;
  bool listed = false;
  for (size_t i = 0; i < size;) {
    if (kind_of(value[i]) == BLANK) i++;
    else if (is_about(value + i, size - i, &listed)) i = past_name(value, size, i);
    else i = take_name(&w, i, &hints);
  }
  return hints;
}
