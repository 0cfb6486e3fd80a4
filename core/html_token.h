/* html_token.h: the WHATWG tokenizer: markup -> tokens, each with its exact span.
   The caller pulls one token at a time; what the standard lets the tree builder
   decide (the state after a start tag, whether CDATA is allowed) it sets between
   two pulls. No callbacks, no recursion, no copies of text that needs no decoding.

     html_tokenizer t;
     attr_list attrs = {0};
     html_tokenizer_init(&t, source, &attrs);
     for (;;) {
       const html_token *token = html_tokenizer_next(&t);
       if (token->type == TOKEN_EOF) break;
       ...
     }
     if (t.failed) ...                       memory ran out
     html_tokenizer_free(&t);                what was not taken over
     free(attrs.items); */
#ifndef GALLEY_HTML_TOKEN_H
#define GALLEY_HTML_TOKEN_H

#include "buffer.h"
#include "page.h"

#pragma GCC visibility push(hidden)

typedef enum html_token_type {
  TOKEN_EOF,      /* `markup`: the tag that the end of the file cut and that is dropped; else empty, at the end */
  TOKEN_TEXT,     /* one or more characters, never U+0000 */
  TOKEN_NUL,      /* one U+0000 in data or in a CDATA section: the tree builder decides */
  TOKEN_START,
  TOKEN_END,
  TOKEN_COMMENT,
  TOKEN_DOCTYPE
} html_token_type;

/* Bytes either in the markup or in the tokenizer's `strings`. */
typedef struct html_value {
  uint32_t start, size;
  bool decoded;   /* in strings */
  bool present;   /* false: the doctype has no such id (not the same as an empty one) */
} html_value;

typedef struct html_token {
  html_token_type type;
  span markup;            /* all of the token: a tag from "<" to after ">" */

  /* TEXT. Verbatim text is the markup's bytes themselves; otherwise one character
     reference (up to 8 bytes), "\n" for a CR or CRLF, or U+FFFD for a NUL. Several
     TEXT tokens may follow each other. `text` is valid until the next pull. */
  const char *text;
  uint32_t text_size;
  bool verbatim;

  /* START and END: the name in lower case. DOCTYPE: its name, PAGE_NONE if missing.
     Numbers as of html_names.h, beyond HTML_NAME_COUNT in the tokenizer's `names`. */
  uint32_t name;
  bool self_closing;      /* START */
  bool force_quirks;      /* DOCTYPE */

  /* START: attributes in order, doubles dropped, ready for page->attrs (space is 0; a
     decoded value stands in `strings`, another in the markup). Valid until the next
     pull, unless the caller keeps them; what they point at stays. */
  page_attr *attrs;
  uint32_t attr_count;

  html_value data;        /* COMMENT: its text. DOCTYPE: the public id */
  html_value system;      /* DOCTYPE: the system id */
} html_token;

typedef enum html_state {
  STATE_DATA,
  STATE_RCDATA,       /* title, textarea */
  STATE_RAWTEXT,      /* style, xmp, iframe, noembed, noframes, noscript with scripting */
  STATE_SCRIPT_DATA,
  STATE_PLAINTEXT,
  STATE_CDATA         /* inside a CDATA section; only the tokenizer sets it */
} html_state;

/* A name that was met, as it stood (the rest of its bytes 0), and its number. */
enum { KNOWN_BITS = 8, KNOWN_NAMES = 1 << KNOWN_BITS, KNOWN_NAME_SIZE = 16 };
typedef struct known_name {
  uint64_t front, back;   /* eight bytes each, in order; 0 where there is none yet */
  uint32_t name;
} known_name;

typedef struct html_tokenizer {
  const source *source;
  name_table names;       /* the page's own names */
  buffer strings;         /* decoded values; the page may take data and size over, and zero this */
  bool failed;            /* sticky: memory or 2^32 bytes of strings ran out; then only EOF comes */

  /* Set by the tree builder, at any time between two pulls. */
  bool cdata_allowed;     /* the adjusted current node exists and is not an HTML element */
  html_state state;       /* set after a start tag; goes back to DATA by itself at the end tag */
  uint32_t last_start;    /* name of the last start tag; for a fragment, set it to the context's name */

  /* Private. */
  uint32_t position;
  uint32_t next_return, next_nul, next_ampersand; /* where they stand next, or the size */
  uint32_t next_control, next_special;            /* the first of the first two, and of all */
  uint8_t script;         /* SCRIPT_DATA: 0 plain, 1 escaped, 2 double escaped */
  html_token token;
  attr_list *attrs;       /* a token's stand behind its end */
  uint32_t *seen;         /* by name: the serial of the last tag that had this attribute */
  uint32_t seen_capacity, serial;
  char character[8];      /* the text of a substituted TEXT token */
  buffer scratch;         /* a name that has to be folded */
  known_name known[KNOWN_NAMES]; /* by a hash of their bytes: most names are met again soon */
} html_tokenizer;

/* The source must outlive the tokenizer, and so must `attrs`: attributes are read into it, behind
   its end, where the caller may keep them by adding to its count. Allocates nothing. */
void html_tokenizer_init(html_tokenizer *t, const source *s, attr_list *attrs);
/* The next token, owned by the tokenizer and valid until the next call. After EOF or
   a failure it is EOF again. */
const html_token *html_tokenizer_next(html_tokenizer *t);
void html_tokenizer_free(html_tokenizer *t);

/* The bytes of a comment's text or a doctype's id; not NUL-ended. */
static inline const char *html_value_text(const html_tokenizer *t, const html_value *v) {
  return v->decoded ? t->strings.data + v->start : t->source->text + v->start;
}

#pragma GCC visibility pop

#endif
