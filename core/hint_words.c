/* hint_words.c: what the words in class names, ids and roles hint at. Names are cut into words
   where a letter case or separator changes, and each word, and each pair of neighbours without
   what parts them, is looked up: their hashes are made while they are read. */
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

enum { WORD_MAX = 24 /* bytes of a word that are looked at */ };
#define HASH_BEGIN 2166136261u

/* The word that is read, in lower case, behind the one before it. */
typedef struct words {
  const char *value;
  char text[2 * WORD_MAX];
  size_t before, length;      /* bytes of the one before, 0 where there is none, and of this one */
  uint32_t before_hash, hash; /* of each by itself */
  uint32_t pair_hash;         /* of both as one word */
} words;

static uint32_t hash_byte(uint32_t hash, char c) {
  return (hash ^ (uint8_t)c) * 16777619u;
}

static uint32_t look_up(uint32_t hash, const char *word, size_t size) {
  if (size < 2 || size > WORD_MAX) return 0;
  for (uint32_t slot = hash;; slot++) {
    unsigned number = hint_slots[slot % HINT_SLOTS];
    if (!number) return 0;
    const hint_word *w = &hint_words[number - 1];
    if (!strncmp(w->word, word, size) && !w->word[size]) return w->hints;
  }
}

static bool is_letter(char c) { return (uint8_t)((c | 0x20) - 'a') < 26; }
static bool is_small(char c) { return c & 0x20; } /* of letters */
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Reads the word that begins at `start`, which is a letter; where it ends. */
static size_t read_word(words *w, size_t start, size_t stop) {
  uint32_t hash = HASH_BEGIN, pair_hash = w->before_hash;
  char *text = w->text + w->before;
  bool was_small = false;
  size_t i = start, length = 0;
  for (; i < stop && is_letter(w->value[i]); i++) {
    char small = (char)(w->value[i] | 0x20);
    bool now_small = small == w->value[i];
    if (was_small && !now_small) break;
    was_small = now_small;
    if (length == WORD_MAX) continue;
    text[length++] = small;
    hash = hash_byte(hash, small);
    pair_hash = hash_byte(pair_hash, small);
  }
  w->length = length;
  w->hash = hash;
  w->pair_hash = pair_hash;
  return i;
}

/* The word becomes the one before. */
static void keep_word(words *w) {
  memmove(w->text, w->text + w->before, w->length);
  w->before = w->length;
  w->before_hash = w->hash;
}

/* Whether a digit touches the word of `length` letters that ends at `at`: such short
   words are mostly chance letters of a generated name. */
static bool beside_digit(const char *value, size_t size, size_t at, size_t length) {
  return (at < size && is_digit(value[at])) || (at > length && is_digit(value[at - length - 1]));
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

/* The hints of the word that ends at `at`, and of the pair it ends: letters alone make no pair. */
static uint32_t take_word(words *w, size_t at, size_t size) {
  if (w->length < 4 && beside_digit(w->value, size, at, w->length)) {
    w->before = 0;
    return 0;
  }
  uint32_t hints = look_up(w->hash, w->text + w->before, w->length);
  if (hints & (HINT_HEAD | HINT_FOOT) && is_spacing(w)) hints = 0;
  if (w->before > 1 && w->length > 1) hints |= look_up(w->pair_hash, w->text, w->before + w->length);
  keep_word(w);
  return hints;
}

/* Where the name at `at` ends; `*style` is set where it is none but a style: "md:flex",
   "print:w-[2px]". */
static size_t name_end(const char *value, size_t size, size_t at, bool *style) {
  *style = false;
  for (; at < size && (uint8_t)value[at] > ' '; at++) *style |= value[at] == ':' || value[at] == '[';
  return at;
}

/* Behind the letters that begin at `start`, where a machine strung them together ("hJpRRP"): they
   change case so often that their words have fewer than three letters; else `start`. */
static size_t past_jumble(const char *value, size_t start, size_t stop) {
  size_t i = start, parts = 1;
  for (; i < stop && is_letter(value[i]); i++) parts += i > start && is_small(value[i - 1]) && !is_small(value[i]);
  return parts >= 3 && i - start < 3 * parts ? i : start;
}

/* The hints of the words of one name. */
static uint32_t take_name(words *w, size_t start, size_t stop, size_t size) {
  uint32_t hints = 0;
  for (size_t i = start; i < stop;) {
    if (is_letter(w->value[i]) && (i == start || !is_letter(w->value[i - 1]))) {
      size_t behind = past_jumble(w->value, i, stop);
      if (behind > i) w->before = 0;
      i = behind;
    }
    if (i < stop && is_letter(w->value[i])) {
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
  bool style;
  for (size_t i = 0; i < size; i++) {
    if ((uint8_t)value[i] <= ' ') continue;
    size_t stop = name_end(value, size, i, &style);
    if (!style) hints |= take_name(&w, i, stop, size);
    i = stop;
  }
  return hints;
}
