/* page.h: the parsed page: flat arrays in document order, never changed once
   built. A row is a node's number; a subtree is the rows [row, end), so "inside"
   is two comparisons and document order is the number itself.
   Three kinds of offset, all in bytes from 0, ranges half-open:
     text     into page->text, the decoded characters of every text node
     markup   into page->source->text, the UTF-8 that was parsed
     given    into the bytes as given; source_offset maps markup to given */
#ifndef GALLEY_PAGE_H
#define GALLEY_PAGE_H

#include "html_names.h"
#include "source.h"

#pragma GCC visibility push(hidden)

#define PAGE_NONE UINT32_MAX /* no row, no name */

typedef enum node_kind {
  NODE_DOCUMENT, /* row 0, always */
  NODE_DOCTYPE,
  NODE_ELEMENT,
  NODE_TEXT,
  NODE_COMMENT,
  NODE_CONTENT   /* a template's content: its only child */
} node_kind;

/* An element of XML that is none of the first three is in SPACE_XML. Its name is its
   local name where it has no prefix or is of the document's own vocabulary (the root's
   namespace, NITF, NewsML-G2, RSS 1.0), else "prefix:local", with the usual prefix of
   a namespace that has one (content, dc, dcterms, media, atom, itunes, rdf). */
typedef enum node_space { SPACE_HTML, SPACE_SVG, SPACE_MATHML, SPACE_XML } node_space;

enum node_flag {
  NODE_IMPLIED = 1,        /* the tree builder made the start tag: `tag` is empty */
  NODE_UNCLOSED = 2,       /* no end tag stood there: `close` is empty */
  NODE_MOVED = 4,          /* the tree builder put it elsewhere than where it stood */
  NODE_CLONE = 8,          /* a copy made by reconstructing formatting or by adoption: no tag span */
  NODE_PAGE_TEXT = 16,     /* text node: its characters are page text */
  NODE_RAW_TEXT = 32,      /* text node: no character references in it (xmp, plaintext, ...) */
  NODE_SELF_CLOSING = 64,  /* the tag ended in "/>" */
  NODE_INLINE = 128,       /* XML: an element within a line of text; all others break it */
  NODE_DECODED = 256       /* comment: its text is in page->strings, not verbatim in the markup */
};

typedef struct page_node {
  uint8_t kind, space;
  uint16_t flags;
  uint32_t name;       /* elements: a name (html_names.h, then the page's own); doctype: its name; comment: the
                          bytes of its text; else PAGE_NONE */
  uint32_t parent;     /* PAGE_NONE for the document */
  uint32_t end;        /* one past the last row of its subtree */
  uint32_t attr;       /* elements: see page_attrs; texts: see page_piece; others: see page_data */
  span tag;            /* markup: the start tag; of a comment or doctype, all of it */
  span close;          /* markup: the end tag, or an empty range where it was implied */
  span extent;         /* markup: start tag to end tag, or to where it was implied */
  uint32_t text;       /* text: where the characters of its subtree begin; see page_text_range */
} page_node;

enum attr_flag {
  ATTR_DECODED = 1, /* the value is in page->strings, not verbatim in the markup */
  ATTR_LAST = 2     /* of its element */
};

typedef struct page_attr {
  uint32_t name;       /* as the page has it, lower case; a name of the same table as elements' */
  uint8_t space;       /* 0 none, 1 xlink, 2 xml, 3 xmlns (foreign elements) */
  uint8_t flags;
  uint32_t value, value_size;
  span name_span, value_span; /* markup; an attribute without value has an empty value span */
} page_attr;

ARRAY_OF(page_attr, attr_list);

/* A text node is made of pieces, ascending by `text`; a piece ends where the next one
   begins. Verbatim pieces have as many characters as markup bytes; the others are
   character references or normalised line ends, and are never split. A node that is one
   verbatim piece, as most are, has none here: its extent says it all. */
#define PIECE_SIZE_MAX 0x7FFFFFFFu

typedef struct text_piece {
  uint32_t text;          /* where it begins in the text ... */
  uint32_t start;         /* ... and in the markup */
  uint32_t size : 31;     /* in the markup */
  uint32_t verbatim : 1;
} text_piece;

/* A piece as page_piece gives it. */
typedef struct piece_view {
  span text, markup;
  bool verbatim;
} piece_view;

typedef struct page_notice {
  const char *code;     /* static, e.g. "depth-limit" */
  uint32_t position;    /* markup offset of the first time */
  uint32_t count;
} page_notice;

typedef struct page {
  source *source;                       /* owned */
  page_node *nodes; uint32_t node_count;
  page_attr *attrs; uint32_t attr_count;
  text_piece *pieces; uint32_t piece_count;
  char *text; uint32_t text_size;       /* UTF-8 */
  char *strings; uint32_t strings_size; /* decoded attribute values, comments, doctype ids */
  name_table names;                     /* beyond HTML_NAME_COUNT */
  page_notice *notices; uint32_t notice_count;
  bool quirks;
  struct selector_index *index;         /* of the elements, made by selector when first asked; one allocation */
} page;

void page_free(page *p);

/* A name's text, NUL-ended, owned by the page or static. */
const char *page_name(const page *p, uint32_t name);
/* The name for a text, or PAGE_NONE where this page has no such name. Case matters. */
uint32_t page_find_name(const page *p, const char *text, size_t size);
/* The attribute of an element by name (no namespace), or NULL. */
const page_attr *page_attribute(const page *p, uint32_t row, uint32_t name);
/* An element's attributes, one after the other: for (a = page_attrs(p, n); a; a = page_attr_after(a)).
   The first, or NULL where it has none or is no element. */
static inline const page_attr *page_attrs(const page *p, const page_node *n) {
  return n->kind == NODE_ELEMENT && n->attr != PAGE_NONE ? &p->attrs[n->attr] : NULL;
}
static inline const page_attr *page_attr_after(const page_attr *a) {
  return a->flags & ATTR_LAST ? NULL : a + 1;
}
/* How many there are from this one (or NULL) on. */
uint32_t page_attr_count(const page_attr *a);
/* An attribute's decoded value; not NUL-ended. */
const char *page_attr_value(const page *p, const page_attr *a, size_t *size);
/* A comment's text, or a doctype's public (which = 1) and system (which = 2) id;
   NULL where a doctype has none. */
const char *page_data(const page *p, uint32_t row, int which, size_t *size);

static inline bool page_inside(const page *p, uint32_t row, uint32_t ancestor) {
  return row >= ancestor && row < p->nodes[ancestor].end;
}
static inline bool page_is_html(const page *p, uint32_t row, uint32_t name) {
  const page_node *n = &p->nodes[row];
  return n->kind == NODE_ELEMENT && n->space == SPACE_HTML && n->name == name;
}
/* The range in the page's text of a row: the characters of the text nodes in its subtree. */
static inline span page_text_range(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  return (span){n->text, n->end < p->node_count ? p->nodes[n->end].text : p->text_size};
}
/* How many pieces a text node has. */
uint32_t page_piece_count(const page *p, uint32_t row);
/* A text node's piece by its number, from 0. */
piece_view page_piece(const page *p, uint32_t row, uint32_t number);
/* The number of the piece that holds an offset of a text node's text. */
uint32_t page_piece_at(const page *p, uint32_t row, uint32_t text);
/* The same of HTML or XML: the vocabularies of news use HTML's names for lists, tables,
   links and emphasis. */
static inline bool page_is_named(const page *p, uint32_t row, uint32_t name) {
  const page_node *n = &p->nodes[row];
  return n->kind == NODE_ELEMENT && n->name == name && (n->space == SPACE_HTML || n->space == SPACE_XML);
}
/* The first child, or PAGE_NONE. */
static inline uint32_t page_first_child(const page *p, uint32_t row) {
  return row + 1 < p->nodes[row].end ? row + 1 : PAGE_NONE;
}
/* The next sibling, or PAGE_NONE. */
static inline uint32_t page_next(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  return row && n->end < p->nodes[n->parent].end ? n->end : PAGE_NONE;
}

#pragma GCC visibility pop

#endif
