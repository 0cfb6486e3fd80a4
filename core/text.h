/* text.h: ranges of page text -> what is read there, and the bytes it stands in. */
#ifndef GALLEY_TEXT_H
#define GALLEY_TEXT_H

#include "buffer.h"
#include "page.h"

#pragma GCC visibility push(hidden)

ARRAY_OF(span, span_list);

/* HTML white space, and U+00A0 (two bytes) too where `text_trim` looks. */
static inline bool text_is_space(char c) {
  static const bool space[256] = {[' '] = true, ['\t'] = true, ['\n'] = true, ['\r'] = true, ['\f'] = true};
  return space[(unsigned char)c];
}

/* The last row that begins at or before a text offset: the text node around it, where there is one. It is looked
   for from a row on that is known to begin at or before the offset too, and fast where it is not far from it. */
uint32_t text_row_near(const page *p, uint32_t near, uint32_t offset);

/* The range less white space at its ends. Empty where all is white space. */
span text_trim(const page *p, span range);
/* The same where a row is known that begins at or before the range and is not far from it. */
span text_trim_near(const page *p, uint32_t near, span range);

/* The same for all of one text node of the page's text. */
span text_trim_node(const page *p, uint32_t row);

/* Appends the range as read: only page text, white space collapsed to one space,
   none at the ends; where a block begins or ends, or a <br> stands, "\n" stands for
   the white space there. `preserve` keeps all white space as in the page. Call it
   once for each range of a part, in order; `out` decides whether a separator is
   needed first. */
void text_read(const page *p, span range, bool preserve, buffer *out);
/* The same where a row is known that begins at or before the range and is not far from it. */
void text_read_near(const page *p, uint32_t near, span range, bool preserve, buffer *out);

/* What text_read would append of the range to an empty buffer, white space collapsed, where it stands so in the
   page's text: no copy is made. NULL where it does not. `near`: as above. */
const char *text_read_as_is(const page *p, uint32_t near, span range, size_t *size);

/* Appends the source spans of a range: runs of bytes without markup, in text order,
   offsets in the bytes as given. White space at the ends of a run is left out, runs
   of white space only too. */
void text_spans(const page *p, span range, span_list *out);
/* The same where a row is known that begins at or before the range and is not far from it. */
void text_spans_near(const page *p, uint32_t near, span range, span_list *out);

/* The markup extent -> bytes as given. */
static inline span text_given(const page *p, span markup) {
  return source_span(p->source, markup);
}

/* True for HTML elements that break a line of text (the UA style sheet's block,
   list item and table boxes), and for those of XML that are not known to stand in one. */
bool text_is_block(const page *p, uint32_t row);

#pragma GCC visibility pop

#endif
