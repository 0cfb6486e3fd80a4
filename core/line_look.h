/* line_look.h: how a line of text looks: what classes of lines go by. */
#ifndef GALLEY_LINE_LOOK_H
#define GALLEY_LINE_LOOK_H

#include <stddef.h>

#include "letter.h"

#pragma GCC visibility push(hidden)

/* CAPITALS: no small letter. TITLE: each word of four letters or more, and the first,
   begins with a capital. SENTENCE: only the first need. MIXED: the first does not, but
   another letter is a capital. NONE: no letter that has a case. */
typedef enum line_case { CASE_NONE, CASE_UPPER, CASE_LOWER, CASE_TITLE, CASE_SENTENCE, CASE_MIXED } line_case;

typedef struct line_look {
  uint32_t chars;  /* code points, white space at the ends left out */
  uint32_t words;  /* stretches between white space */
  uint32_t digits;
  line_case letters;
  bool terminal;   /* ends as a sentence does, in any script */
  uint32_t first;  /* the first character, 0 in an empty line */
  uint32_t last;   /* the last, */
  uint32_t core;   /* and the last before quotation marks and brackets that close */
} line_look;

/* Looks at a line of valid UTF-8. */
line_look line_look_at(const char *text, size_t size);

#pragma GCC visibility pop

#endif
