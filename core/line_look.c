/* line_look.c: how a line of text looks, in one pass over its characters. */
#include "line_look.h"

/* From so many letters on, a word of a title begins with a capital. */
enum { TITLE_WORD = 4 };

typedef struct viewer {
  line_look look;
  uint32_t upper, lower;
  uint32_t letters;       /* with a case, of the word */
  letter_kind word, line; /* the case of the first such letter of the word, of the line */
  uint32_t small_words;   /* of TITLE_WORD letters or more, that begin small */
  uint32_t spaces;        /* since the last character that is none */
  bool in_word;
} viewer;

static bool is_space(uint32_t c) {
  return c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

static void end_word(viewer *v) {
  if (v->word == LETTER_LOWER && v->letters >= TITLE_WORD) v->small_words++;
  v->word = LETTER_NONE;
  v->letters = 0;
  v->in_word = false;
}

static void see_letter(viewer *v, letter_kind kind) {
  if (kind == LETTER_NONE) return;
  if (!v->line) v->line = kind;
  if (!v->word) v->word = kind;
  v->letters++;
  if (kind == LETTER_UPPER) v->upper++;
  else v->lower++;
}

static void see(viewer *v, uint32_t c) {
  line_look *look = &v->look;
  if (is_space(c)) {
    if (look->chars) v->spaces++;
    end_word(v);
    return;
  }
  if (!v->in_word) look->words++;
  v->in_word = true;
  look->chars += 1 + v->spaces;
  v->spaces = 0;
  if (!look->first) look->first = c;
  look->last = c;
  if (!letter_is_closer(c) || !look->core) look->core = c;
  look->digits += letter_is_digit(c);
  see_letter(v, letter_case(c));
}

static line_case case_of(const viewer *v) {
  if (!v->line) return CASE_NONE;
  if (!v->lower) return CASE_UPPER;
  if (!v->upper) return CASE_LOWER;
  if (v->line == LETTER_LOWER) return CASE_MIXED;
  return v->small_words ? CASE_SENTENCE : CASE_TITLE;
}

line_look line_look_at(const char *text, size_t size) {
  viewer v = {0};
  uint32_t stop = size < UINT32_MAX ? (uint32_t)size : UINT32_MAX - 1;
  for (uint32_t i = 0; i < stop;) see(&v, letter_next(text, &i, stop));
  end_word(&v);
  v.look.letters = case_of(&v);
  v.look.terminal = letter_is_terminal(v.look.core);
  return v.look;
}
