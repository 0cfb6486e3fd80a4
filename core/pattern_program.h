/* pattern_program.h: a Lua pattern read once: the items that lua_matcher.c goes through. */
#ifndef GALLEY_PATTERN_PROGRAM_H
#define GALLEY_PATTERN_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

enum {
  PATTERN_CAPTURES = 32,
  PATTERN_LONGEST = 1 << 24 /* bytes */
};

/* The first kinds look at one character. What is wrong with a pattern raises where a match comes to
   it, as it does in Lua, so that it is an item. */
typedef enum item_kind {
  ITEM_BYTE,
  ITEM_ANY,
  ITEM_CLASS,
  ITEM_SET,
  ITEM_OPEN,
  ITEM_CLOSE,
  ITEM_POSITION,
  ITEM_FRONTIER,
  ITEM_AGAIN,
  ITEM_BALANCE,
  ITEM_TAIL,
  ITEM_END,
  ITEM_FAULT
} item_kind;

/* How often; the first two need a character. */
typedef enum item_repeat { ONCE, SOME, MAYBE, MANY, LEAST } item_repeat;

typedef struct pattern_item {
  uint8_t kind, repeat;
  uint8_t what;  /* the byte; a class's bits; a capture's number; what opens a balance; a fault's number */
  uint8_t other; /* whether a character is to be in the class; what closes a balance; a fault's digit */
  uint32_t set;  /* of a set or frontier */
} pattern_item;

typedef struct pattern_set {
  uint32_t bits[8];
} pattern_set;

typedef struct pattern_program {
  uint32_t item_count, set_count;
  uint32_t sets_at; /* behind the items, in bytes from them */
  uint8_t captures;
  bool anchored;
  pattern_item first, second; /* what a match begins with; not of the first kinds: it may be anything */
  pattern_item items[];
} pattern_program;

/* The classes of ASCII's characters, whatever the locale. */
extern const unsigned char pattern_classes[256];

/* The room that the program of a pattern may need: a set takes two bytes of it at least, any other item
   one. */
#define PATTERN_ITEMS_ROOM(length) (((length) + 2) * sizeof(pattern_item))
#define PATTERN_ROOM(length) \
  (sizeof(pattern_program) + PATTERN_ITEMS_ROOM(length) + ((length) / 2 + 1) * sizeof(pattern_set))
/* Reads a pattern of at most PATTERN_LONGEST bytes with a 0 behind it; `^` is an anchor only where
   it `may_anchor`. */
void pattern_program_read(pattern_program *out, const char *pattern, size_t length, bool may_anchor);
/* The room that it does need, and a copy of it there. */
size_t pattern_program_size(const pattern_program *p);
void pattern_program_copy(const pattern_program *p, pattern_program *out);
/* What a fault says, with a place for the item's digit. */
const char *pattern_fault_message(const pattern_item *i);

static inline const pattern_set *pattern_program_sets(const pattern_program *p) {
  return (const pattern_set *)(const void *)((const char *)p->items + p->sets_at);
}

static inline bool pattern_set_has(const pattern_set *s, unsigned char c) { return s->bits[c >> 5] >> (c & 31) & 1; }

static inline bool pattern_item_tests(const pattern_item *i) { return i->kind <= ITEM_SET; }

/* Whether it takes a character, and cannot do without. */
static inline bool pattern_item_needs(const pattern_item *i) { return i->kind <= ITEM_SET && i->repeat <= SOME; }

/* Whether a character is what an item of the first kinds looks for. */
static inline bool pattern_item_fits(const pattern_item *i, const pattern_set *sets, char character) {
  unsigned char c = (unsigned char)character;
  switch (i->kind) {
    case ITEM_BYTE: return c == i->what;
    case ITEM_ANY: return true;
    case ITEM_CLASS: return ((pattern_classes[c] & i->what) != 0) == i->other;
    default: return pattern_set_has(&sets[i->set], c);
  }
}

/* The item from `i` on that is no capture's. */
static inline const pattern_item *pattern_item_behind(const pattern_item *i) {
  while (i->kind >= ITEM_OPEN && i->kind <= ITEM_POSITION) i++;
  return i;
}

#pragma GCC visibility pop

#endif
