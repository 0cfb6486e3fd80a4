/* libxml_follow.h: what libxml2's SAX events say, followed in the markup, so that the
   page's spans are exact. libxml2 tells where it stands when it calls, never where a
   token began, and leaves out what it drops: the follower keeps the end of the last
   token, looks for the tag that ends where libxml2 stands, and lays text against the
   markup byte by byte. Shared by the HTML and the XML front end. */
#ifndef GALLEY_LIBXML_FOLLOW_H
#define GALLEY_LIBXML_FOLLOW_H

#include "page_builder.h"

#pragma GCC visibility push(hidden)

#define FOLLOW_DEPTH 512         /* open elements; deeper ones become siblings */
#define FOLLOW_ATTRIBUTES 20000u /* of one tag: libxml2 compares each with each */

typedef struct follower {
  page_builder builder;
  name_table names;
  buffer strings;
  source *source;
  char *copy;          /* of the markup, where it has NULs; they are spaces in it */
  const char *bytes;   /* what libxml2 reads: as long as the markup */
  uint32_t size;
  uint32_t last;       /* end of the last token */
  uint32_t open[FOLLOW_DEPTH], depth;
  struct {
    uint32_t from, stop, start;
  } tail;              /* the markup found last by follow_tail */
  bool xml;            /* names have case, references need ";", nothing is dropped in silence */
  bool holding;        /* text is gathered in `held`, in no node yet */
  builder_run held;
} follower;

/* An attribute as libxml2 gives it; without bytes where its value is to be read from
   the markup. */
typedef struct follow_attribute {
  const char *name, *value;
  uint32_t value_size;
} follow_attribute;

/* The next attribute in a tag from `*at` on, before `stop`; false at the tag's end. */
bool follow_next_attribute(const char *bytes, uint32_t *at, uint32_t stop, span *name, span *value);

/* Takes the source over. False with the error set: memory, or a tag with too many attributes. */
bool follow_begin(follower *f, source *s, bool xml, fault *error);
/* What is left is freed; the page, or NULL with the error. */
page *follow_finish(follower *f, fault *error);

/* Where the markup begins that ends, or is being read, at `position`: the last "<" of
   the gap since the last token that reaches so far. PAGE_NONE where there is none. */
uint32_t follow_tail(follower *f, uint32_t position);

/* Where the markup that begins with the "<" at `at` ends, at most `stop`. */
uint32_t follow_markup_stop(const follower *f, uint32_t at, uint32_t stop);

/* The innermost open element, or the document. */
uint32_t follow_current(const follower *f);

/* A start tag, libxml2 standing at its ">". The tag as it stands in the markup, empty
   where libxml2 implies the element. `name` is as in the markup, apart from case. */
span follow_tag(follower *f, const char *name, uint32_t size, uint32_t position);
/* Opens an element of that tag; its node, or 0. */
uint32_t follow_open(follower *f, uint32_t name, node_space space, span tag);
/* Closes the innermost element, libxml2 standing behind its end tag, if it has one. */
void follow_close(follower *f, const char *name, uint32_t size, uint32_t position);

/* Characters, libxml2 standing at `position` or a character before their end. `raw`:
   no references in them. */
void follow_text(follower *f, const char *text, uint32_t size, uint32_t position, bool raw);
/* Text of the gap up to `stop` that libxml2 never told of (XML): what is no markup. */
void follow_gap(follower *f, uint32_t stop);
/* Puts what is held into a text node. */
void follow_release(follower *f);

void follow_comment(follower *f, const char *text, uint32_t position);
/* Where it ends. */
uint32_t follow_doctype(follower *f, const char *name, const char *public_id, const char *system_id,
                        uint32_t position);

/* Adds an attribute to what `attrs` gathers for one element. */
ARRAY_OF(page_attr, follow_attrs);
void follow_add_attribute(follower *f, follow_attrs *attrs, const char *name, uint32_t size,
                          span name_span, span value_span, const char *value, uint32_t value_size);
void follow_set_attributes(follower *f, uint32_t node, follow_attrs *attrs);

#pragma GCC visibility pop

#endif
