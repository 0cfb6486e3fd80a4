/* block_hints.h: what an element's name, class names, ids and roles say about the text in
   it, as bits. */
#ifndef GALLEY_BLOCK_HINTS_H
#define GALLEY_BLOCK_HINTS_H

#include "hint_words.h"
#include "page.h"

#pragma GCC visibility push(hidden)

/* What kind of element it is. */
enum tag_bit {
  TAG_PARAGRAPH = 1u << 0, TAG_HEADING = 1u << 1, TAG_LIST_ITEM = 1u << 2, TAG_LIST = 1u << 3,
  TAG_ARTICLE = 1u << 4, TAG_SECTION = 1u << 5, TAG_MAIN = 1u << 6, TAG_ASIDE = 1u << 7,
  TAG_NAV = 1u << 8, TAG_HEADER = 1u << 9, TAG_FOOTER = 1u << 10, TAG_FIGURE = 1u << 11,
  TAG_CAPTION = 1u << 12, TAG_FORM = 1u << 13, TAG_BUTTON = 1u << 14, TAG_TABLE = 1u << 15,
  TAG_CELL = 1u << 16, TAG_QUOTE = 1u << 17, TAG_PREFORMATTED = 1u << 18, TAG_LINK = 1u << 19,
  TAG_TIME = 1u << 20, TAG_STRONG = 1u << 21, TAG_EM = 1u << 22, TAG_ADDRESS = 1u << 23,
  TAG_DETAILS = 1u << 24, TAG_DIALOG = 1u << 25, TAG_BREAK = 1u << 26, TAG_H1 = 1u << 27,
  TAG_LABEL = 1u << 28, TAG_TERM = 1u << 29, TAG_SMALL = 1u << 30
};

/* Values of attributes whose hints are known: on a page the same names come again and again. One
   takes the place of another with which it shares it. All zero before the first use; the
   values are the page's. */
enum { HINT_VALUES = 256 };
typedef struct hint_value {
  const char *value;
  size_t size;
  uint32_t hints;
} hint_value;
typedef struct hint_memory {
  hint_value values[HINT_VALUES];
} hint_memory;

/* The hints of an element's class, id, itemprop, role and the like. */
uint32_t hint_of(hint_memory *m, const page *p, uint32_t row);
/* Its tag bits. */
uint32_t tag_of(const page *p, uint32_t row);
/* A number that elements of one kind share: the name and the first class, digits left out, but for those that say
   where among its like an element stands ("first", "odd"). */
uint32_t shape_of(const page *p, uint32_t row);

#pragma GCC visibility pop

#endif
