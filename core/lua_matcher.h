/* lua_matcher.h: between lua_pattern.c and its matcher: one run of a pattern over a text. */
#ifndef GALLEY_LUA_MATCHER_H
#define GALLEY_LUA_MATCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

enum {
  MATCHER_CAPTURES = 32,
  MATCHER_COMPARED = 16 /* bytes that are looked at in a step where nothing is matched */
};

/* The size of a capture that is not closed, or is a position. */
enum { CAPTURE_UNFINISHED = -1, CAPTURE_POSITION = -2 };

typedef struct capture {
  const char *start;
  ptrdiff_t size;
} capture;

typedef struct matcher {
  lua_State *L;
  const char *text, *text_end, *pattern_end;
  unsigned depth, level, unpaid; /* level: how many captures there are */
  uint64_t left;                 /* steps that there are beside those of the state */
  capture captures[MATCHER_CAPTURES];
} matcher;

/* A class of ASCII's that a character is to be in, or (not `wanted`) outside of; no bits: it may
   be any. */
typedef struct class_test {
  unsigned char bits;
  bool wanted;
} class_test;

/* What a match must begin with, found once for a pattern: bytes that stand for themselves, or else
   an item of one character. */
typedef struct opening {
  size_t front, sure;      /* bytes; how many of them match just once */
  char byte;               /* the first of them */
  const char *item, *end;  /* NULL: it may begin with anything */
  class_test first, second; /* where that item, and the one behind it, are classes */
} opening;

/* The pattern's end is a byte that is 0. */
void matcher_begin_text(matcher *m, lua_State *L, const char *text, size_t size, const char *pattern_end);
/* Reports the steps that are not paid for yet. */
void matcher_pay(matcher *m);
void matcher_pay_for(matcher *m, uint64_t steps);
static inline void matcher_steps(matcher *m, size_t count) {
  enum { BATCH = 1024 }; /* steps that are reported together */
  if (count < BATCH) m->unpaid += (unsigned)count;
  else matcher_pay_for(m, count);
  if (m->unpaid >= BATCH) matcher_pay(m);
}
static inline void matcher_step(matcher *m) {
  matcher_steps(m, 1);
}

/* Whether a byte of a pattern does not stand for itself. */
static inline bool matcher_is_magic(char c) {
  switch (c) {
    case '^': case '$': case '*': case '+': case '?': case '.': case '(': case '[': case '%': case '-': return true;
    default: return false;
  }
}

/* What a pattern, without its `^`, begins with; of one that is anchored only the bytes. */
opening matcher_opening(matcher *m, const char *p, bool anchored);
/* The first place at or behind `s` where a match may begin; NULL where there is none. */
const char *matcher_next_place(matcher *m, const char *s, const opening *o);
/* The end of a match that begins at `s`, NULL where none does. */
const char *matcher_match_at(matcher *m, const char *s, const char *p, const opening *o);
/* The end of the first match at `*s` or, unless it is anchored there, behind; `*s` is set to
   where it begins. NULL where there is none. */
const char *matcher_find(matcher *m, const char **s, const char *p, bool anchored);

#pragma GCC visibility pop

#endif
