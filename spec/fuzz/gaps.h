/* gaps.h: what of the markup is in no text: whether it is all tags, comments and what
   the tree builder drops by the standard, read by a scanner that shares nothing with
   the tokenizer. */
#ifndef GALLEY_SPEC_GAPS_H
#define GALLEY_SPEC_GAPS_H

#include "page.h"

enum gap { GAP_TEXT = 1, GAP_MARKUP = 2 /* tags and the like, and text that only a clone has */ };

/* Marks the bytes of the rows' tags, comments and doctypes in `taken`, which has one
   byte for each of the markup. */
void gaps_take_tags(const page *p, uint8_t *taken);

/* Whether the bytes that are not taken are only tags, white space, NULs and marks of
   CDATA sections (or the page says that text was dropped). If not, the
   position of the first that is more. */
bool gaps_are_markup(const page *p, const uint8_t *taken, uint32_t *position);

#endif
