/* lua_matcher.c: Lua's patterns, matched by counted steps.

   Lua's own functions cannot be stopped from outside: a pattern with three `.-` takes
   hours on a page's text. This is the same backtracking matcher with an account:
   each character looked at is a step, and lua_state_spend raises when the rule has
   no more. Character classes are ASCII's, whatever the locale. The recursion is as
   deep as the pattern has items, to at most MOST_DEPTH. */
#include "lua_matcher.h"

#include <string.h>

#include "lua_state.h"

enum {
  MOST_DEPTH = 200,
  SET_WORTH = 16 /* bytes of text from which on a set is read before */
};

static const char *match(matcher *m, const char *s, const char *p);

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

enum { UPPER = 1, LOWER = 2, DIGIT = 4, SPACE = 8, PUNCT = 16, CONTROL = 32, HEX = 64, NOTHING = 128 };

/* The classes of ASCII's characters, whatever the locale. */
static const unsigned char classes[256] = {
#define C CONTROL
#define S (CONTROL | SPACE)
#define P PUNCT
#define D (DIGIT | HEX)
#define A (UPPER | HEX)
#define U UPPER
#define a (LOWER | HEX)
#define l LOWER
  C, C, C, C, C, C, C, C, C, S, S, S, S, S, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
  SPACE, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, P,
  P, A, A, A, A, A, A, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, P, P, P, P, P,
  P, a, a, a, a, a, a, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, P, P, P, P, C,
#undef C
#undef S
#undef P
#undef D
#undef A
#undef U
#undef a
#undef l
};

/* What the letter of a class stands for; 0 for what is no such letter. */
static const unsigned char letters[128] = {
  ['a'] = UPPER | LOWER, ['c'] = CONTROL, ['d'] = DIGIT, ['g'] = UPPER | LOWER | DIGIT | PUNCT, ['l'] = LOWER,
  ['p'] = PUNCT, ['s'] = SPACE, ['u'] = UPPER, ['w'] = UPPER | LOWER | DIGIT, ['x'] = HEX, ['z'] = NOTHING
};

static unsigned bits_of_class(unsigned char class) {
  return class < 128 ? letters[class | 0x20] : 0;
}

static bool in_class(int c, unsigned char class) {
  unsigned bits = bits_of_class(class);
  if (!bits) return class == c;
  bool in = bits == NOTHING ? c == 0 : classes[c] & bits;
  return class <= 'Z' ? !in : in;
}

static bool passes(class_test t, char c) {
  return ((classes[(unsigned char)c] & t.bits) != 0) == t.wanted;
}

/* The test of an item that is one class, alone or in a set; one without bits for any other. */
static class_test test_of(const char *p, const char *end) {
  bool set = *p == '[', inverted = set && p[1] == '^';
  const char *class = p + set + inverted;
  if (end - p != 2 + 2 * set + inverted || *class != '%') return (class_test){ 0, true };
  unsigned bits = bits_of_class((unsigned char)class[1]);
  if (bits == NOTHING) bits = 0;
  return (class_test){ (unsigned char)bits, (class[1] > 'Z') != inverted };
}

/* `p` is the set's `[`, `end` its `]`. */
static bool in_set(matcher *m, int c, const char *p, const char *end) {
  bool wanted = p[1] != '^';
  if (!wanted) p++;
  while (++p < end) {
    matcher_step(m);
    if (*p == '%') {
      p++;
      if (in_class(c, (unsigned char)*p)) return wanted;
    } else if (p[1] == '-' && p + 2 < end) {
      p += 2;
      if ((unsigned char)p[-2] <= c && c <= (unsigned char)*p) return wanted;
    } else if ((unsigned char)*p == c) {
      return wanted;
    }
  }
  return !wanted;
}

static const char *set_end(matcher *m, const char *p) {
  if (*p == '^') p++;
  do { /* a `]` in the first place is one of the set */
    matcher_step(m);
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
    if (*p++ == '%' && p < m->pattern_end) p++;
  } while (*p != ']');
  return p + 1;
}

/* Where the item ends that begins at `p` and matches one character. */
static const char *item_end(matcher *m, const char *p) {
  char c = *p++;
  if (c == '[') return set_end(m, p);
  if (c != '%') return p;
  if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
  return p + 1;
}

static bool matches_one(matcher *m, const char *s, const char *p, const char *end) {
  matcher_step(m);
  if (s >= m->text_end) return false;
  int c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(m, c, p, end - 1);
    default: return (unsigned char)*p == c;
  }
}

/* -- items --------------------------------------------------------------------- */

/* %bxy; `p` is at the x. */
static const char *match_balance(matcher *m, const char *s, const char *p) {
  if (p >= m->pattern_end - 1) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->text_end || *s != *p) return NULL;
  size_t open = 1;
  while (++s < m->text_end) {
    matcher_step(m);
    if (*s == p[1]) {
      if (--open == 0) return s + 1;
    } else if (*s == *p) {
      open++;
    }
  }
  return NULL;
}

/* How many characters from `s` on match an item. */
static size_t count_most(matcher *m, const char *s, const char *p, const char *end) {
  const char *at = s;
  class_test test = test_of(p, end);
  if (!test.bits) {
    while (matches_one(m, at, p, end)) at++;
  } else {
    while (at < m->text_end && passes(test, *at)) at++;
    matcher_steps(m, 1 + (size_t)(at - s));
  }
  return (size_t)(at - s);
}

/* Whether a byte that stands for itself, once, and that the pattern goes on with, is at `s`; true
   where it goes on with anything else. */
static bool may_go_on(const matcher *m, const char *s, const char *p) {
  if (p == m->pattern_end || matcher_is_magic(*p) || *p == ')') return true;
  if (p + 1 < m->pattern_end && (p[1] == '*' || p[1] == '?' || p[1] == '-')) return true;
  return s < m->text_end && *s == *p;
}

static const char *match_rest(matcher *m, const char *s, const char *p) {
  matcher_step(m);
  return may_go_on(m, s, p) ? match(m, s, p) : NULL;
}

static const char *match_most(matcher *m, const char *s, const char *p, const char *end) {
  size_t count = count_most(m, s, p, end);
  for (;; count--) {
    const char *rest = match_rest(m, s + count, end + 1);
    if (rest || count == 0) return rest;
  }
}

static const char *match_least(matcher *m, const char *s, const char *p, const char *end) {
  for (;; s++) {
    const char *rest = match_rest(m, s, end + 1);
    if (rest) return rest;
    if (!matches_one(m, s, p, end)) return NULL;
  }
}

static const char *match_open(matcher *m, const char *s, const char *p, ptrdiff_t kind) {
  if (m->level >= MATCHER_CAPTURES) luaL_error(m->L, "too many captures");
  m->captures[m->level].start = s;
  m->captures[m->level].size = kind;
  m->level++;
  const char *rest = match(m, s, p);
  if (!rest) m->level--;
  return rest;
}

static const char *match_close(matcher *m, const char *s, const char *p) {
  unsigned n = m->level;
  while (n > 0 && m->captures[n - 1].size != CAPTURE_UNFINISHED) n--;
  if (n == 0) luaL_error(m->L, "invalid pattern capture");
  capture *c = &m->captures[n - 1];
  c->size = s - c->start;
  const char *rest = match(m, s, p);
  if (!rest) c->size = CAPTURE_UNFINISHED;
  return rest;
}

static const char *match_again(matcher *m, const char *s, char digit) {
  int n = digit - '1';
  if (n < 0 || n >= (int)m->level || m->captures[n].size == CAPTURE_UNFINISHED)
    luaL_error(m->L, "invalid capture index %%%d", n + 1);
  const capture *c = &m->captures[n];
  if (c->size < 0 || m->text_end - s < c->size) return NULL;
  matcher_pay_for(m, (uint64_t)c->size / MATCHER_COMPARED);
  return memcmp(c->start, s, (size_t)c->size) == 0 ? s + c->size : NULL;
}

/* %f[set]; `p` is at the `[`. Gives the pattern's rest, or NULL. */
static const char *pass_frontier(matcher *m, const char *s, const char *p) {
  if (*p != '[') luaL_error(m->L, "missing '[' after '%%f' in pattern");
  const char *end = item_end(m, p);
  int before = s == m->text ? '\0' : (unsigned char)s[-1];
  int here = s == m->text_end ? '\0' : (unsigned char)*s;
  if (in_set(m, before, p, end - 1) || !in_set(m, here, p, end - 1)) return NULL;
  return end;
}

/* One step of the loop in match_here: moves `*s` and `*p` on and gives true, or
   gives false with `*s` the end of the match (NULL where there is none). */
static bool match_escape(matcher *m, const char **s, const char **p, bool *known) {
  const char *at = *p;
  *known = true;
  if (at[1] == 'b') {
    *s = match_balance(m, *s, at + 2);
    *p = at + 4;
    return *s != NULL;
  }
  if (at[1] == 'f') {
    *p = pass_frontier(m, *s, at + 2);
    if (!*p) *s = NULL;
    return *p != NULL;
  }
  if (at[1] >= '0' && at[1] <= '9') {
    *s = match_again(m, *s, at[1]);
    *p = at + 2;
    return *s != NULL;
  }
  *known = false;
  return true;
}

/* A character's item with what repeats it; results as match_escape. */
static bool match_item(matcher *m, const char **s, const char **p) {
  const char *end = item_end(m, *p);
  char suffix = end < m->pattern_end ? *end : '\0';
  if (suffix == '*') {
    *s = match_most(m, *s, *p, end);
    return false;
  }
  if (suffix == '-') {
    *s = match_least(m, *s, *p, end);
    return false;
  }
  bool one = matches_one(m, *s, *p, end);
  if (suffix == '+') {
    *s = one ? match_most(m, *s + 1, *p, end) : NULL;
    return false;
  }
  if (suffix == '?') {
    const char *rest = one ? match(m, *s + 1, end + 1) : NULL;
    *p = end + 1;
    if (rest) *s = rest;
    return !rest;
  }
  *p = end;
  *s = one ? *s + 1 : NULL;
  return one;
}

static const char *match_here(matcher *m, const char *s, const char *p) {
  while (p != m->pattern_end) {
    bool known = false, more = true;
    matcher_step(m);
    if (*p == '(' && p[1] == ')') return match_open(m, s, p + 2, CAPTURE_POSITION);
    if (*p == '(') return match_open(m, s, p + 1, CAPTURE_UNFINISHED);
    if (*p == ')') return match_close(m, s, p + 1);
    if (*p == '$' && p + 1 == m->pattern_end) return s == m->text_end ? s : NULL;
    if (*p == '%') more = match_escape(m, &s, &p, &known);
    if (more && !known) more = match_item(m, &s, &p);
    if (!more) return s;
  }
  return s;
}

static const char *match(matcher *m, const char *s, const char *p) {
  if (m->depth == 0) luaL_error(m->L, "pattern too complex");
  m->depth--;
  const char *end = match_here(m, s, p);
  m->depth++;
  return end;
}

/* -- where a match may begin ---------------------------------------------------- */

void matcher_begin_text(matcher *m, lua_State *L, const char *text, size_t size, const char *pattern_end) {
  m->L = L;
  m->text = text;
  m->text_end = text + size;
  m->pattern_end = pattern_end;
  m->unpaid = 0;
  m->left = UINT64_MAX;
  m->depth = MOST_DEPTH;
  m->level = 0;
}

/* The bytes that a pattern begins with and that stand for themselves, just so. */
static void read_front(opening *o, const char *p, const char *end) {
  const char *at = p;
  while (at < end && !matcher_is_magic(*at) && *at != ')') at++;
  bool repeated = at > p && at < end && (*at == '*' || *at == '?' || *at == '-' || *at == '+');
  o->sure = (size_t)(at - p) - repeated;
  o->front = repeated && *at == '+' ? o->sure + 1 : o->sure;
  o->byte = *p;
}

/* An item of one character that is not repeated, or at least once. */
static bool is_needed(const matcher *m, const char *end) {
  return end >= m->pattern_end || (*end != '*' && *end != '?' && *end != '-');
}

static bool is_single(const char *p) {
  return *p == '[' || *p == '.' || (*p == '%' && p[1] && !strchr("bf0123456789", p[1]));
}

/* Behind %f[set] the next character is of the set, unless the text may end there. */
static bool read_frontier(matcher *m, opening *o, const char *p) {
  if (*p != '%' || p[1] != 'f' || p[2] != '[') return false;
  o->item = p + 2;
  o->end = item_end(m, o->item);
  o->first = test_of(o->item, o->end);
  if (in_set(m, '\0', o->item, o->end - 1)) o->item = NULL;
  return true;
}

/* `o` has nothing but the front. */
static void read_items(matcher *m, opening *o, const char *p) {
  if (o->front || p == m->pattern_end || read_frontier(m, o, p) || !is_single(p)) return;
  const char *end = item_end(m, p), *next = end;
  if (!is_needed(m, end)) return;
  o->item = p;
  o->end = end;
  o->first = test_of(p, end);
  bool once = m->pattern_end - next >= 2 && *next == '%'; /* sets may be malformed, and not be reached */
  if (once && is_needed(m, next + 2)) o->second = test_of(next, next + 2);
}

opening matcher_opening(matcher *m, const char *p, bool anchored) {
  opening o = { .item = NULL };
  read_front(&o, p, m->pattern_end);
  if (!anchored) read_items(m, &o, p);
  return o;
}

/* The bytes of a set that names them one by one or by ranges; false for one of another kind. */
static bool read_set(const char *p, const char *end, bool *holds) {
  bool wanted = p[1] != '^';
  memset(holds, !wanted, 256);
  for (p += wanted ? 1 : 2; p < end; p++) {
    unsigned from = (unsigned char)*p, to = from;
    if (*p == '%') return false;
    if (p + 2 < end && p[1] == '-') {
      to = (unsigned char)p[2];
      p += 2;
    }
    for (unsigned c = from; c <= to; c++) holds[c] = wanted;
  }
  return true;
}

/* The next place of an item, in a text that is worth looking at a set first. */
static const char *next_of_item(matcher *m, const char *s, const opening *o) {
  bool holds[256];
  if (*o->item != '[' || m->text_end - s < SET_WORTH || !read_set(o->item, o->end - 1, holds)) {
    while (s < m->text_end && !matches_one(m, s, o->item, o->end)) s++;
    return s;
  }
  while (s < m->text_end && !holds[(unsigned char)*s]) s++;
  return s;
}

/* The next place where a class begins, or two do. */
static const char *next_of_class(const matcher *m, const char *s, const opening *o) {
  class_test first = o->first, second = o->second;
  if (!second.bits) {
    while (s < m->text_end && !passes(first, *s)) s++;
    return s;
  }
  const char *last = m->text_end - 1;
  while (s < last && !(passes(first, *s) && passes(second, s[1]))) s++;
  return s < last ? s : m->text_end;
}

static const char *next_of_front(const matcher *m, const char *s, const opening *o) {
  size_t left = (size_t)(m->text_end - s);
  const char *hit = o->front <= left ? memchr(s, o->byte, left - o->front + 1) : NULL;
  return hit ? hit : m->text_end;
}

const char *matcher_next_place(matcher *m, const char *s, const opening *o) {
  const char *place = s;
  if (o->front) place = next_of_front(m, s, o);
  else if (!o->item) return s;
  else if (o->first.bits) place = next_of_class(m, s, o);
  else place = next_of_item(m, s, o);
  if (place - s >= MATCHER_COMPARED) matcher_pay_for(m, (uint64_t)(place - s) / MATCHER_COMPARED);
  return place < m->text_end ? place : NULL;
}

const char *matcher_match_at(matcher *m, const char *s, const char *p, const opening *o) {
  matcher_step(m);
  if (o->front && ((size_t)(m->text_end - s) < o->front || memcmp(s, p, o->front) != 0)) return NULL;
  m->level = 0;
  m->depth = MOST_DEPTH;
  return match(m, s + o->sure, p + o->sure);
}

const char *matcher_find(matcher *m, const char **s, const char *p, bool anchored) {
  opening o = matcher_opening(m, p, anchored);
  if (anchored) return matcher_match_at(m, *s, p, &o);
  for (;; ++*s) {
    *s = matcher_next_place(m, *s, &o);
    if (!*s) return NULL;
    const char *end = matcher_match_at(m, *s, p, &o);
    if (end || *s == m->text_end) return end;
  }
}
