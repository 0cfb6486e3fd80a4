/* block_hints.h: what element names, class names, ids and roles say about the text
   in an element, as bits. Only words that sites of any publisher use are known. */
#ifndef GALLEY_BLOCK_HINTS_H
#define GALLEY_BLOCK_HINTS_H

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

/* What its names hint at. */
enum hint_bit {
  HINT_BYLINE = 1u << 0, HINT_DATE = 1u << 1, HINT_CAPTION = 1u << 2, HINT_RELATED = 1u << 3,
  HINT_SHARE = 1u << 4, HINT_NAV = 1u << 5, HINT_PROMO = 1u << 6, HINT_COMMENT = 1u << 7,
  HINT_TAGS = 1u << 8, HINT_TITLE = 1u << 9, HINT_DEK = 1u << 10, HINT_KICKER = 1u << 11,
  HINT_TEASER = 1u << 12, HINT_BODY = 1u << 13, HINT_SIDE = 1u << 14, HINT_FOOT = 1u << 15,
  HINT_HEAD = 1u << 16, HINT_POPULAR = 1u << 17, HINT_MEDIA = 1u << 18, HINT_BIO = 1u << 19,
  HINT_DIALOG = 1u << 20, HINT_EMBED = 1u << 21, HINT_NOTE = 1u << 22, HINT_FORM = 1u << 23,
  HINT_QUOTE = 1u << 24, HINT_WIDGET = 1u << 25, HINT_PAGER = 1u << 26, HINT_LIVE = 1u << 27,
  HINT_COUNT = 1u << 28, HINT_LIST = 1u << 29, HINT_AD = 1u << 30, HINT_STORY = 1u << 31
};

#define HINT_SLOTS 2048

/* The words, hashed; built once for each page. */
typedef struct hint_table {
  uint16_t slots[HINT_SLOTS];
} hint_table;

void hint_table_init(hint_table *t);
/* The hints of an element's class, id, itemprop, role and the like. */
uint32_t hint_of(const hint_table *t, const page *p, uint32_t row);
/* Its tag bits. */
uint32_t tag_of(const page *p, uint32_t row);
/* A number that elements of one kind share: the name and first class, digits left out. */
uint32_t shape_of(const page *p, uint32_t row);

#pragma GCC visibility pop

#endif
