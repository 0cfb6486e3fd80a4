/* claim.h: what rules ask for: claims over ranges of page text, gathered before
   they are settled (settle.h). A claim is a segment (kind), a part of a segment
   (tag), a body (a region whose blocks get their element's default tag), or chrome.
   All ranges are text offsets, in bytes from 0, half-open. */
#ifndef GALLEY_CLAIM_H
#define GALLEY_CLAIM_H

#include "buffer.h"
#include "page.h"

#pragma GCC visibility push(hidden)

#define CLAIM_NONE UINT32_MAX
#define CLAIM_WORDS_MAX 4096u      /* distinct kinds, tags, keys and files of one page */
#define CLAIM_MAX (1u << 24)       /* claims of one page */

typedef enum claim_type { CLAIM_SEGMENT, CLAIM_PART, CLAIM_BODY, CLAIM_CHROME } claim_type;

/* How a segment behaves, whatever its kind is called. */
typedef enum behaviour { AS_STORY, AS_ENTRY, AS_SIDEBAR, AS_TEASER, AS_COMMENT, AS_CHROME } behaviour;

typedef enum field_type { FIELD_STRING, FIELD_INTEGER, FIELD_BOOLEAN, FIELD_TAG } field_type;

/* One of a linked list, `next` is CLAIM_NONE at its end. A FIELD_TAG is a free tag;
   its key is CLAIM_NONE where it is a mere string. Strings lie in claims.strings. */
typedef struct claim_field {
  uint32_t next, key;
  field_type type;
  uint32_t string, size;
  int64_t integer;
} claim_field;

typedef struct claim_range {
  uint32_t next;
  span text;
} claim_range;

typedef struct claim_mark {
  uint32_t next, tag;
  span text;
} claim_mark;

typedef struct claim {
  uint8_t type, behaves;
  uint8_t layer;         /* 1 what the rule names, 2 its divide, 3 the generic rule */
  bool detached;         /* asked for outside its segment's own subtree */
  bool closed_all;       /* a segment that no later layer may add to */
  uint32_t word;         /* kind or tag */
  uint32_t owner;        /* the segment claim it was declared in, or CLAIM_NONE */
  uint32_t file, line;   /* the rule's file (a word) and line, counted from 1 */
  uint32_t node;         /* the element it was found as, or PAGE_NONE */
  uint32_t ranges, last_range;
  uint32_t fields, last_field, marks, last_mark;
  uint32_t closed;       /* tags set to false: a list of fields' keys */
  uint32_t value, value_size; /* text that comes from elsewhere (`from`): in strings */
  bool has_value;
  uint32_t given;        /* its spans in the bytes as given: ranges */
  uint32_t anchor;       /* the text offset at which a part without text is shown */
  uint32_t why;          /* a word for `explain`, or CLAIM_NONE */
  uint64_t size;         /* bytes of text in its ranges */
  span hull;
  uint32_t post;         /* descendants before ancestors, else the file's order */
} claim;

ARRAY_OF(claim, claim_list);
ARRAY_OF(claim_range, claim_range_list);
ARRAY_OF(claim_field, claim_field_list);
ARRAY_OF(claim_mark, claim_mark_list);

typedef struct claim_word {
  char *text; /* NUL-ended */
  size_t size;
} claim_word;

ARRAY_OF(claim_word, word_list);

typedef struct claims {
  claim_list list;
  claim_range_list ranges;
  claim_field_list fields;
  claim_mark_list marks;
  word_list words;
  buffer strings;
  uint32_t closed_kinds; /* bits 1 << behaviour: kinds that the rule set to false */
  bool over_limit;
} claims;

/* How much there is; words, which may stay, are not counted. */
typedef struct claims_extent {
  uint32_t claims, ranges, fields, marks;
  size_t strings;
} claims_extent;

void claims_init(claims *c);
void claims_free(claims *c);
/* STATUS_OK, or why something could not be taken in. */
status claims_status(const claims *c);

claims_extent claims_extent_of(const claims *c);
/* Forgets what was added since, which no claim of before may refer to. */
void claims_cut(claims *c, claims_extent to);

/* The number of a word, the same for the same text; CLAIM_NONE when out of room. */
uint32_t claims_word(claims *c, const char *text, size_t size);
/* The number of a word that is there already, or CLAIM_NONE. */
uint32_t claims_find_word(const claims *c, const char *text, size_t size);
const char *claims_text(const claims *c, uint32_t word);

/* Adds a claim; the caller fills in the rest. Claims are added in the order of the
   rule's file, a segment before what it holds. NULL when out of room. */
claim *claims_add(claims *c, claim_type type, uint32_t word, uint32_t owner);
void claims_add_range(claims *c, uint32_t id, span text);
/* A range that no claim has yet, `next` of which is for the caller to link; CLAIM_NONE when out
   of memory. Then a list of such becomes a claim's, behind those that it has. */
uint32_t claims_loose_range(claims *c, span text);
void claims_take_ranges(claims *c, uint32_t id, uint32_t first);
void claims_add_given(claims *c, uint32_t id, span given);
void claims_add_mark(claims *c, uint32_t id, uint32_t tag, span text);
void claims_add_field(claims *c, uint32_t id, uint32_t key, field_type type,
                      const char *string, size_t size, int64_t integer);
void claims_set_value(claims *c, uint32_t id, const char *text, size_t size);
/* `tag` was set to false in this segment: no later layer fills it. */
void claims_close(claims *c, uint32_t segment, uint32_t tag);
bool claims_is_closed(const claims *c, uint32_t segment, uint32_t tag);

#pragma GCC visibility pop

#endif
