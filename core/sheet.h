/* sheet.h: a settled division as a tree of segments and parts in reading order,
   and how it is written. */
#ifndef GALLEY_SHEET_H
#define GALLEY_SHEET_H

#include "division.h"
#include "text.h"
#include "writer.h"

#pragma GCC visibility push(hidden)

typedef struct sheet_range {
  uint32_t next;
  uint32_t block;
  span text;
  uint32_t row;              /* the row in which it begins, once sheet_write has found it */
  uint32_t spans, spans_end; /* its spans, in sheet.spans, once sheet_write has found them */
} sheet_range;

ARRAY_OF(sheet_range, sheet_range_list);

/* A segment or a part; a linked tree, CLAIM_NONE at the ends. */
typedef struct sheet_item {
  bool is_segment;
  uint8_t behaves;          /* of a segment */
  const char *word;         /* kind or tag */
  uint32_t parent, next, first, last;
  uint32_t claim;           /* the claim it is, or CLAIM_NONE: chrome, or a default tag */
  uint32_t rule;            /* the claim whose file and line made it, or CLAIM_NONE */
  uint32_t node;            /* its element, or PAGE_NONE */
  uint32_t ranges, last_range;
  uint32_t rank;            /* of a teaser in its box, from 1; else 0 */
  uint32_t teasers;         /* how many are in it so far */
} sheet_item;

ARRAY_OF(sheet_item, sheet_item_list);

typedef struct sheet {
  const division *division;
  sheet_item_list items;
  sheet_range_list ranges;
  uint32_t first, last;     /* top level */
  span_list spans;          /* of all ranges, found by sheet_write */
  buffer text;              /* scratch of sheet_write: owned here, so that a */
  span_list gathered;       /* writer that leaves by longjmp leaks nothing */
  buffer origin;            /* "file:line" of the claim whose was written last, */
  uint32_t origin_file, origin_line; /* and what it says */
} sheet;

/* Builds the tree. The division must outlive the sheet. */
status sheet_make(sheet *s, const division *d);
void sheet_free(sheet *s);

/* Writes the array `content`. STATUS_MEMORY where a text could not be held. */
status sheet_write(sheet *s, const writer *w);

/* default_tag.c: the tag that an element gives a block inside a body (`region`: the
   text range of the body), and the element that is one part with all its blocks, or
   PAGE_NONE where the block stands for itself. */
const char *default_tag(const page *p, const block *b, span region, uint32_t *element);

/* sheet_marks.c: writes the array `marks` of a part: the claim's own, then what the
   markup has. Writes nothing where there are none. */
void sheet_write_marks(sheet *s, const writer *w, const sheet_item *part);
/* The link of a teaser: its headline's, else the first in its element. */
const page_attr *sheet_link(const sheet *s, const sheet_item *teaser);

/* sheet_write.c: the array `spans` of what is in s->gathered. */
void sheet_write_spans(const sheet *s, const writer *w);
/* sheet_write.c: what is read in a range that begins in a row, under the key `text`. */
void sheet_write_read(sheet *s, const writer *w, uint32_t row, span text);
/* sheet_write.c: an attribute's value, white space at its ends left out. */
void sheet_write_attribute(const sheet *s, const writer *w, const char *key, const page_attr *a);

#pragma GCC visibility pop

#endif
