/* hint_words.h: what the words in class names, ids and roles hint at. Only words that sites of
   any publisher use are known. */
#ifndef GALLEY_HINT_WORDS_H
#define GALLEY_HINT_WORDS_H

#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

/* What the text in an element may be, by the names it bears. */
enum hint_bit {
  HINT_BYLINE = 1u << 0, HINT_DATE = 1u << 1, HINT_CAPTION = 1u << 2, HINT_RELATED = 1u << 3,
  HINT_SHARE = 1u << 4, HINT_NAV = 1u << 5, HINT_PROMO = 1u << 6, HINT_COMMENT = 1u << 7,
  HINT_TAGS = 1u << 8, HINT_TITLE = 1u << 9, HINT_DEK = 1u << 10, HINT_KICKER = 1u << 11,
  HINT_TEASER = 1u << 12, HINT_BODY = 1u << 13, HINT_SIDE = 1u << 14, HINT_FOOT = 1u << 15,
  HINT_HEAD = 1u << 16, HINT_POPULAR = 1u << 17, HINT_MEDIA = 1u << 18, HINT_BIO = 1u << 19,
  HINT_DIALOG = 1u << 20, HINT_EMBED = 1u << 21, HINT_NOTE = 1u << 22, HINT_FORM = 1u << 23,
  HINT_RECIPE = 1u << 24, HINT_WIDGET = 1u << 25, HINT_PAGER = 1u << 26, HINT_LIVE = 1u << 27,
  HINT_COUNT = 1u << 28, HINT_LIST = 1u << 29, HINT_AD = 1u << 30, HINT_STORY = 1u << 31
};

/* The hints of one attribute's value: of its words, and of each pair of neighbours that make up a
   known one ("most-read" is "mostread"). */
uint32_t hint_words_in(const char *value, size_t size);

#pragma GCC visibility pop

#endif
