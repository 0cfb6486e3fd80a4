/* lua_matcher.c: Lua's patterns, matched by counted steps.

   Lua's own functions cannot be stopped from outside: a pattern with three `.-` takes
   hours on a page's text. This is the same backtracking matcher with an account:
   each character looked at is a step, and lua_state_spend raises when the rule has
   no more. It goes through the items that pattern_program.c has read. The recursion is
   as deep as the pattern has items that repeat, to at most MOST_DEPTH. */
#include "lua_matcher.h"

#include <string.h>

#include "lua_state.h"

enum {
  MOST_DEPTH = 200,
  PLACES_PER_STEP = 4 /* that are looked at for a second character */
};

static const char *match(matcher *m, const char *s, const pattern_item *i);

/* -- the account --------------------------------------------------------------- */

void matcher_pay_for(matcher *m, uint64_t steps) {
  lua_state_spend(m->L, steps);
  if (steps > m->left) luaL_error(m->L, "the pattern takes too many steps");
  m->left -= steps;
}

void matcher_pay(matcher *m) {
  unsigned steps = m->unpaid;
  m->unpaid = 0;
  matcher_pay_for(m, steps);
}

/* -- single characters --------------------------------------------------------- */

static bool fits(const matcher *m, const char *s, const pattern_item *i) {
  return s < m->text_end && pattern_item_fits(i, m->sets, *s);
}

/* The first place from `s` on that is not what an item looks for. */
static const char *behind_all(const matcher *m, const char *s, const pattern_item *i) {
  const char *end = m->text_end;
  const pattern_set *set;
  switch (i->kind) {
    case ITEM_ANY: return end;
    case ITEM_BYTE:
      while (s < end && (unsigned char)*s == i->what) s++;
      return s;
    case ITEM_CLASS:
      while (s < end && ((pattern_classes[(unsigned char)*s] & i->what) != 0) == i->other) s++;
      return s;
    default:
      for (set = &m->sets[i->set]; s < end && pattern_set_has(set, (unsigned char)*s);) s++;
      return s;
  }
}

/* The first place from `s` on that is. */
static const char *seek(const matcher *m, const char *s, const pattern_item *i) {
  const char *end = m->text_end, *hit;
  const pattern_set *set;
  switch (i->kind) {
    case ITEM_ANY: return s;
    case ITEM_BYTE:
      hit = s < end ? memchr(s, i->what, (size_t)(end - s)) : NULL;
      return hit ? hit : end;
    case ITEM_CLASS:
      while (s < end && ((pattern_classes[(unsigned char)*s] & i->what) != 0) != i->other) s++;
      return s;
    default:
      for (set = &m->sets[i->set]; s < end && !pattern_set_has(set, (unsigned char)*s);) s++;
      return s;
  }
}

/* Whether the pattern may go on at `s` with its next item that is no capture's. */
static bool may_go_on(const matcher *m, const char *s, const pattern_item *next) {
  if (next->kind == ITEM_TAIL) return s == m->text_end;
  return !pattern_item_needs(next) || fits(m, s, next);
}

/* -- items --------------------------------------------------------------------- */

static const char *match_most(matcher *m, const char *s, const pattern_item *i, size_t least) {
  const pattern_item *next = pattern_item_behind(i + 1);
  size_t count = (size_t)(behind_all(m, s, i) - s);
  matcher_steps(m, 1 + count);
  for (; count >= least; count--) {
    matcher_step(m);
    const char *rest = may_go_on(m, s + count, next) ? match(m, s + count, i + 1) : NULL;
    if (rest || count == 0) return rest;
  }
  return NULL;
}

static const char *match_least(matcher *m, const char *s, const pattern_item *i) {
  const pattern_item *next = pattern_item_behind(i + 1);
  for (;; s++) {
    matcher_step(m);
    const char *rest = may_go_on(m, s, next) ? match(m, s, i + 1) : NULL;
    if (rest || !fits(m, s, i)) return rest;
  }
}

/* %bxy. */
static const char *match_balance(matcher *m, const char *s, const pattern_item *i) {
  if (s >= m->text_end || (unsigned char)*s != i->what) return NULL;
  size_t open = 1;
  while (++s < m->text_end) {
    matcher_step(m);
    if ((unsigned char)*s == i->other) {
      if (--open == 0) return s + 1;
    } else if ((unsigned char)*s == i->what) {
      open++;
    }
  }
  return NULL;
}

/* %f[set]: takes nothing. */
static const char *match_frontier(const matcher *m, const char *s, const pattern_item *i) {
  const pattern_set *set = &m->sets[i->set];
  unsigned char before = s == m->text ? '\0' : (unsigned char)s[-1];
  unsigned char here = s == m->text_end ? '\0' : (unsigned char)*s;
  return !pattern_set_has(set, before) && pattern_set_has(set, here) ? s : NULL;
}

static const char *match_again(matcher *m, const char *s, const pattern_item *i) {
  const capture *c = &m->captures[i->what];
  if (c->size < 0 || m->text_end - s < c->size) return NULL;
  matcher_pay_for(m, (uint64_t)c->size / MATCHER_COMPARED);
  return memcmp(c->start, s, (size_t)c->size) == 0 ? s + c->size : NULL;
}

/* Where the match goes on behind an item that looks at no character; NULL where it does not. */
static const char *match_other(matcher *m, const char *s, const pattern_item *i) {
  capture *c = &m->captures[i->what & (PATTERN_CAPTURES - 1)];
  switch (i->kind) {
    case ITEM_OPEN: *c = (capture){s, CAPTURE_UNFINISHED}; return s;
    case ITEM_POSITION: *c = (capture){s, CAPTURE_POSITION}; return s;
    case ITEM_CLOSE: c->size = s - c->start; return s;
    case ITEM_FRONTIER: return match_frontier(m, s, i);
    case ITEM_AGAIN: return match_again(m, s, i);
    case ITEM_BALANCE: return match_balance(m, s, i);
    case ITEM_TAIL: return s == m->text_end ? s : NULL;
    default: luaL_error(m->L, pattern_fault_message(i), (int)i->other); return NULL;
  }
}

/* One that does not repeat but once or not at all is gone through here, all others by recursion. */
static const char *match_items(matcher *m, const char *s, const pattern_item *i) {
  for (; i->kind != ITEM_END; i++) {
    matcher_step(m);
    if (!pattern_item_tests(i)) {
      s = match_other(m, s, i);
      if (!s) return NULL;
      continue;
    }
    if (i->repeat >= MANY || i->repeat == SOME)
      return i->repeat == LEAST ? match_least(m, s, i) : match_most(m, s, i, i->repeat == SOME);
    bool one = fits(m, s, i);
    if (i->repeat == MAYBE) {
      const char *rest = one ? match(m, s + 1, i + 1) : NULL;
      if (rest) return rest;
    } else {
      if (!one) return NULL;
      s++;
    }
  }
  return s;
}

static const char *match(matcher *m, const char *s, const pattern_item *i) {
  if (m->depth == 0) luaL_error(m->L, "pattern too complex");
  m->depth--;
  const char *end = match_items(m, s, i);
  m->depth++;
  return end;
}

/* -- the whole pattern ---------------------------------------------------------- */

void matcher_begin_text(matcher *m, lua_State *L, const char *text, size_t size) {
  m->L = L;
  m->text = text;
  m->text_end = text + size;
  m->unpaid = 0;
  m->left = UINT64_MAX;
  m->level = 0;
}

const char *matcher_next_place(matcher *m, const char *s) {
  const pattern_item *first = &m->program->first, *second = &m->program->second;
  if (!pattern_item_tests(first)) return s;
  const char *at = seek(m, s, first);
  size_t places = 0;
  if (pattern_item_tests(second))
    for (; at < m->text_end && !fits(m, at + 1, second); places++) at = seek(m, at + 1, first);
  matcher_steps(m, (size_t)(at - s) / MATCHER_COMPARED + places / PLACES_PER_STEP);
  return at < m->text_end ? at : NULL;
}

const char *matcher_match_at(matcher *m, const char *s) {
  matcher_step(m);
  m->depth = MOST_DEPTH;
  m->level = m->program->captures;
  return match(m, s, m->program->items);
}

const char *matcher_find(matcher *m, const char **s) {
  if (m->program->anchored) return matcher_match_at(m, *s);
  for (;; ++*s) {
    *s = matcher_next_place(m, *s);
    if (!*s) return NULL;
    const char *end = matcher_match_at(m, *s);
    if (end || *s == m->text_end) return end;
  }
}
