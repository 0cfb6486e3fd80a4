/* pattern_list.h: a list of Lua's patterns, prepared so that most of them need not be tried:
   one that begins with "^" and a byte is looked at where a text begins with that byte, each other
   is known by the pairs of bytes that whatever it matches must hold, or by one such byte. */
#ifndef GALLEY_PATTERN_LIST_H
#define GALLEY_PATTERN_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

enum { PATTERN_SET_WORDS = 4 };

/* A set of pairs of bytes, some of which share a bit. */
typedef struct pair_set {
  uint64_t bits[PATTERN_SET_WORDS];
} pair_set;

/* The pairs of a text that is held against several lists: found when they are first asked for. */
typedef struct text_pairs {
  bool known;
  pair_set set;
} text_pairs;

typedef struct pattern_entry {
  uint32_t start, size; /* of the pattern in the list's text */
  uint16_t front;       /* bytes behind its "^" that a text must begin with; 0: no such pattern */
  uint16_t next;        /* the next entry that begins with the same byte, from 1 */
  char mark;            /* of one that needs no pairs: see pattern_mark */
  pair_set needs;       /* of one without such bytes */
} pattern_entry;

/* An entry for which no byte is known that a text must begin with. */
typedef struct pattern_other {
  uint64_t fold; /* of the pairs it needs: what it lacks rules the entry out */
  uint32_t at;   /* its number, from 1 */
} pattern_other;

/* The pairs that stand in a text. */
pair_set pair_set_of(const char *text, size_t size);
/* The pairs without which a pattern matches nothing. */
pair_set pair_set_needed(const char *pattern, size_t size);

/* A byte without which a pattern matches nothing, and that most texts do not hold: no letter, digit or
   white space. 0 where it names none. */
char pattern_mark(const char *pattern, size_t size);

/* How many bytes an anchored pattern begins with that stand for themselves, once each. */
uint16_t pattern_front(const char *pattern, size_t size);

/* A smaller set of the same pairs, more of which share a bit. */
static inline uint64_t pair_set_fold(const pair_set *set) {
  uint64_t all = 0;
  for (int i = 0; i < PATTERN_SET_WORDS; i++) all |= set->bits[i];
  return all;
}

static inline bool pair_set_holds(const pair_set *all, const pair_set *some) {
  uint64_t missing = 0;
  for (int i = 0; i < PATTERN_SET_WORDS; i++) missing |= some->bits[i] & ~all->bits[i];
  return missing == 0;
}

#pragma GCC visibility pop

#endif
