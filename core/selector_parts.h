/* selector_parts.h: between the parts of selector: what a compiled selector is, and
   how its text is read. Nothing outside core/selector*.c needs it.
   A selector is a list of branches (what commas part). A branch is a chain of
   compounds, entered at the right; a compound is a chain of simples, all of which
   must match. All refer to one another by index, and lie in one allocation. */
#ifndef GALLEY_SELECTOR_PARTS_H
#define GALLEY_SELECTOR_PARTS_H

#include "selector.h"

#pragma GCC visibility push(hidden)

#define SELECTOR_NONE UINT32_MAX
#define SELECTOR_SIZE_MAX 65536u /* bytes of text */
#define SELECTOR_DEPTH_MAX 16u   /* lists in lists */
#define SELECTOR_CHAIN_MAX 32u   /* compounds in a branch */

typedef enum simple_kind {
  SIMPLE_TYPE,
  SIMPLE_CLASS,
  SIMPLE_ID,
  SIMPLE_GLOB,      /* :class(pattern); the pattern's stars are NUL bytes */
  SIMPLE_ATTRIBUTE,
  SIMPLE_FIRST,
  SIMPLE_LAST,
  SIMPLE_EMPTY,
  SIMPLE_ROOT,
  SIMPLE_SCOPE,
  SIMPLE_NTH,
  SIMPLE_IS,
  SIMPLE_NOT,
  SIMPLE_HAS
} simple_kind;

typedef enum attribute_test {
  TEST_EXISTS,
  TEST_EQUALS,    /* =  */
  TEST_WORD,      /* ~= */
  TEST_LANGUAGE,  /* |= */
  TEST_PREFIX,    /* ^= */
  TEST_SUFFIX,    /* $= */
  TEST_SUBSTRING  /* *= */
} attribute_test;

enum nth_flag {
  NTH_LAST = 1, /* counted from the end */
  NTH_TYPE = 2  /* among the siblings of the same name */
};

/* A name: as HTML elements have it, and as written, which others have. Both index
   the selector's names, which are looked up once for a page. */
typedef struct name_pair {
  uint32_t lower, exact;
} name_pair;

typedef struct text_part {
  uint32_t start, size; /* in the selector's text */
} text_part;

typedef struct simple {
  uint8_t kind, test, flags;
  bool no_case;
  uint32_t next;      /* the next simple of the compound, or SELECTOR_NONE */
  name_pair name;     /* type, attribute */
  text_part value;    /* class, id, pattern, attribute's value */
  uint32_t probe;     /* where in the value its rarest byte stands, for a search */
  int32_t a, b;       /* nth */
  uint32_t branch;    /* is, not, has, and `of` of nth (or SELECTOR_NONE) */
  uint32_t slot;      /* nth: its table; has: its memo */
} simple;

typedef enum combinator {
  COMBINATOR_NONE,   /* nothing stands to the left */
  COMBINATOR_WITHIN, /* white space */
  COMBINATOR_CHILD,
  COMBINATOR_NEXT,
  COMBINATOR_LATER
} combinator;

typedef struct compound {
  uint32_t simple;    /* the first, or SELECTOR_NONE for a lone `*` */
  uint32_t left;      /* the compound that `combinator` leads to; SELECTOR_NONE: to nothing, or to :has()'s anchor */
  uint32_t memo;      /* slot for what a search to the left found */
  uint8_t combinator;
  bool anchored;      /* it stands in a :has() */
} compound;

typedef struct branch {
  uint32_t compound;  /* the last of its chain */
  uint32_t next;      /* the next branch of the list, or SELECTOR_NONE */
  uint32_t slot;      /* in :has(): where the search for it keeps its place */
} branch;

struct selector {
  const branch *branches;
  const compound *compounds;
  const simple *simples;
  const text_part *names;
  const char *text;
  uint32_t first;      /* the first branch of the list */
  uint32_t name_count, compound_count;
};

ARRAY_OF(branch, branch_list);
ARRAY_OF(compound, compound_list);
ARRAY_OF(simple, simple_list);
ARRAY_OF(text_part, name_list);

/* The text being compiled, and what has come of it so far. */
typedef struct selector_reader {
  const char *css;
  uint32_t size, at;
  uint32_t depth;
  uint32_t memo_count, nth_count, has_count;
  branch_list branches;
  compound_list compounds;
  simple_list simples;
  name_list names;
  buffer text;
  fault error;         /* the first; code 0 while all is well */
} selector_reader;

/* Notes an error, the first one only; always false. */
bool selector_fail(selector_reader *r, uint32_t at, status code, const char *message);

/* The byte `ahead` of the present place, or -1 beyond the end. */
static inline int selector_peek(const selector_reader *r, uint32_t ahead) {
  return r->at + ahead < r->size ? (unsigned char)r->css[r->at + ahead] : -1;
}
/* Skips white space and comments; whether there was white space. */
bool selector_skip(selector_reader *r);
/* Skips comments only; false where one is not closed. */
bool selector_skip_comments(selector_reader *r);
/* Whether an identifier begins here. */
bool selector_at_word(const selector_reader *r);
/* Reads an identifier, escapes resolved. */
bool selector_word(selector_reader *r, text_part *out);
/* Reads the pattern of :class(), up to what cannot belong to it. */
bool selector_pattern(selector_reader *r, text_part *out);
/* Reads a quoted string, the quote being here. */
bool selector_string(selector_reader *r, text_part *out);
/* Whether a part of the text is this word (in lower case), case aside. */
bool selector_is(const selector_reader *r, text_part part, const char *word);
/* Reads An+B, `odd` or `even`. */
bool selector_nth(selector_reader *r, int32_t *a, int32_t *b);
/* Keeps a name: as it is and in lower case. */
bool selector_keep_name(selector_reader *r, text_part part, name_pair *out);
/* Reads a list of branches up to the end of the text, or up to `)` where depth > 0.
   `relative`: they may begin with a combinator, as in :has(). */
bool selector_list(selector_reader *r, bool relative, uint32_t *first);

#pragma GCC visibility pop
#endif
