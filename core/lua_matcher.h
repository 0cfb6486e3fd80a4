/* lua_matcher.h: between lua_pattern.c and its matcher: one run of a pattern over a text. */
#ifndef GALLEY_LUA_MATCHER_H
#define GALLEY_LUA_MATCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lua_compat.h"
#include "pattern_program.h"

#pragma GCC visibility push(hidden)

enum { MATCHER_COMPARED = 16 /* bytes that are looked at in a step where nothing is matched */ };

/* The size of a capture that is not closed, or is a position. */
enum { CAPTURE_UNFINISHED = -1, CAPTURE_POSITION = -2 };

typedef struct capture {
  const char *start;
  ptrdiff_t size;
} capture;

typedef struct matcher {
  lua_State *L;
  const char *text, *text_end;
  const pattern_program *program;
  const pattern_set *sets;
  unsigned depth, level, unpaid; /* level: how many captures there are */
  uint64_t left;                 /* steps that there are beside those of the state */
  capture captures[PATTERN_CAPTURES];
} matcher;

/* Room for the program of a pattern that is not kept; the longest are Lua's to free. */
enum { MATCHER_SHORT = 200 };
typedef struct matcher_room {
  uint64_t words[PATTERN_ROOM(MATCHER_SHORT) / sizeof(uint64_t) + 1];
} matcher_room;

void matcher_begin_text(matcher *m, lua_State *L, const char *text, size_t size);
/* Takes the pattern that is matched next, which is read into `room`, or is known already; a long one
   pushes what keeps it. `^` is an anchor only where it `may_anchor`. */
void matcher_take(matcher *m, const char *pattern, size_t length, bool may_anchor, matcher_room *room);
/* Has the matcher keep its program in `room`: where Lua runs between its matches, other patterns may take the
   place of one that was known already. */
void matcher_own(matcher *m, matcher_room *room);
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

/* The first place at or behind `s` where a match may begin; NULL where there is none. */
const char *matcher_next_place(matcher *m, const char *s);
/* The end of a match that begins at `s`, NULL where none does. */
const char *matcher_match_at(matcher *m, const char *s);
/* The end of the first match at `*s` or, unless it is anchored there, behind; `*s` is set to
   where it begins. NULL where there is none. */
const char *matcher_find(matcher *m, const char **s);

#pragma GCC visibility pop

#endif
