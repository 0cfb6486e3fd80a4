/* lua_pattern.c: Lua's patterns, matched by counted steps.

   Lua's own functions cannot be stopped from outside: a pattern with three `.-` takes
   hours on a page's text. This is the same backtracking matcher with an account:
   each character looked at is a step, and lua_state_spend raises when the rule has
   no more. Character classes are ASCII's, whatever the locale. The recursion is as
   deep as the pattern has items, to at most MOST_DEPTH. */
#include "lua_pattern.h"

#include <stdbool.h>
#include <string.h>

#include "lua_state.h"

enum {
  MOST_CAPTURES = 32,
  MOST_DEPTH = 200,
  BATCH = 1024,       /* steps that are reported together */
  COMPARED = 16,      /* bytes that memcmp compares in a step */
  SET_WORTH = 16,     /* bytes of text from which on a set is read before */
  ROOM_FROM = 1 << 16 /* results above this ask for room before they grow */
};

enum { UNFINISHED = -1, POSITION = -2 };

typedef struct capture {
  const char *start;
  ptrdiff_t size; /* or UNFINISHED, POSITION */
} capture;

typedef struct matcher {
  lua_State *L;
  const char *text, *text_end, *pattern_end;
  unsigned depth, level, unpaid;
  uint64_t left; /* steps that the caller of bounded_find still gives */
  capture captures[MOST_CAPTURES];
} matcher;

static const char *match(matcher *m, const char *s, const char *p);

/* -- the account --------------------------------------------------------------- */

static void pay_for(matcher *m, uint64_t steps) {
  lua_state_spend(m->L, steps);
  if (steps > m->left) luaL_error(m->L, "the pattern takes too many steps");
  m->left -= steps;
}

static void pay(matcher *m) {
  unsigned steps = m->unpaid;
  m->unpaid = 0;
  pay_for(m, steps);
}

static inline void step(matcher *m) {
  if (++m->unpaid >= BATCH) pay(m);
}

/* -- single characters --------------------------------------------------------- */

enum { UPPER = 1, LOWER = 2, DIGIT = 4, SPACE = 8, PUNCT = 16, CONTROL = 32, HEX = 64 };

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

static bool in_class(int c, int class) {
  bool in;
  unsigned bits = classes[c];
  switch (class | 0x20) {
    case 'a': in = bits & (UPPER | LOWER); break;
    case 'c': in = bits & CONTROL; break;
    case 'd': in = bits & DIGIT; break;
    case 'g': in = bits & (UPPER | LOWER | DIGIT | PUNCT); break;
    case 'l': in = bits & LOWER; break;
    case 'p': in = bits & PUNCT; break;
    case 's': in = bits & SPACE; break;
    case 'u': in = bits & UPPER; break;
    case 'w': in = bits & (UPPER | LOWER | DIGIT); break;
    case 'x': in = bits & HEX; break;
    case 'z': in = c == 0; break;
    default: return class == c;
  }
  return class <= 'Z' ? !in : in;
}

/* `p` is the set's `[`, `end` its `]`. */
static bool in_set(matcher *m, int c, const char *p, const char *end) {
  bool wanted = p[1] != '^';
  if (!wanted) p++;
  while (++p < end) {
    step(m);
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
    step(m);
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
  step(m);
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
    step(m);
    if (*s == p[1]) {
      if (--open == 0) return s + 1;
    } else if (*s == *p) {
      open++;
    }
  }
  return NULL;
}

static const char *match_most(matcher *m, const char *s, const char *p, const char *end) {
  size_t count = 0;
  while (matches_one(m, s + count, p, end)) count++;
  for (;; count--) {
    const char *rest = match(m, s + count, end + 1);
    if (rest || count == 0) return rest;
  }
}

static const char *match_least(matcher *m, const char *s, const char *p, const char *end) {
  for (;; s++) {
    const char *rest = match(m, s, end + 1);
    if (rest) return rest;
    if (!matches_one(m, s, p, end)) return NULL;
  }
}

static const char *match_open(matcher *m, const char *s, const char *p, ptrdiff_t kind) {
  if (m->level >= MOST_CAPTURES) luaL_error(m->L, "too many captures");
  m->captures[m->level].start = s;
  m->captures[m->level].size = kind;
  m->level++;
  const char *rest = match(m, s, p);
  if (!rest) m->level--;
  return rest;
}

static const char *match_close(matcher *m, const char *s, const char *p) {
  unsigned n = m->level;
  while (n > 0 && m->captures[n - 1].size != UNFINISHED) n--;
  if (n == 0) luaL_error(m->L, "invalid pattern capture");
  capture *c = &m->captures[n - 1];
  c->size = s - c->start;
  const char *rest = match(m, s, p);
  if (!rest) c->size = UNFINISHED;
  return rest;
}

static const char *match_again(matcher *m, const char *s, char digit) {
  int n = digit - '1';
  if (n < 0 || n >= (int)m->level || m->captures[n].size == UNFINISHED)
    luaL_error(m->L, "invalid capture index %%%d", n + 1);
  const capture *c = &m->captures[n];
  if (c->size < 0 || m->text_end - s < c->size) return NULL;
  pay_for(m, (uint64_t)c->size / COMPARED);
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
    step(m);
    if (*p == '(') return p[1] == ')' ? match_open(m, s, p + 2, POSITION) : match_open(m, s, p + 1, UNFINISHED);
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

/* -- captures as values -------------------------------------------------------- */

/* Pushes capture `n`; the whole match [s, e) where the pattern has none and `n` is 0. */
static void push_capture(matcher *m, unsigned n, const char *s, const char *e) {
  if (n >= m->level) {
    if (n != 0) luaL_error(m->L, "invalid capture index %%%d", (int)n + 1);
    lua_pushlstring(m->L, s, (size_t)(e - s));
    return;
  }
  const capture *c = &m->captures[n];
  if (c->size == UNFINISHED) luaL_error(m->L, "unfinished capture");
  if (c->size == POSITION) lua_pushinteger(m->L, (lua_Integer)(c->start - m->text) + 1);
  else lua_pushlstring(m->L, c->start, (size_t)c->size);
}

/* Pushes all captures, or the whole match (NULL: not even that); gives their number. */
static int push_captures(matcher *m, const char *s, const char *e) {
  unsigned count = m->level == 0 && s ? 1 : m->level;
  luaL_checkstack(m->L, (int)count, "too many captures");
  for (unsigned n = 0; n < count; n++) push_capture(m, n, s, e);
  return (int)count;
}

/* -- find and match ------------------------------------------------------------ */

static void prepare(matcher *m, lua_State *L, const char *text, size_t size, const char *pattern_end) {
  m->L = L;
  m->text = text;
  m->text_end = text + size;
  m->pattern_end = pattern_end;
  m->unpaid = 0;
  m->left = UINT64_MAX;
  m->depth = MOST_DEPTH;
  m->level = 0;
}

static const char *match_from(matcher *m, const char *s, const char *p) {
  m->level = 0;
  m->depth = MOST_DEPTH;
  return match(m, s, p);
}

static bool is_magic(char c) {
  switch (c) {
    case '^': case '$': case '*': case '+': case '?': case '.': case '(': case '[': case '%': case '-': return true;
    default: return false;
  }
}

static bool is_plain(const char *pattern, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (is_magic(pattern[i])) return false;
  return true;
}

/* How many bytes a pattern begins with that stand for themselves, just so. */
static size_t plain_front(const char *p, const char *end) {
  const char *at = p;
  while (at < end && !is_magic(*at) && *at != ')') at++;
  bool repeated = at > p && at < end && (*at == '*' || *at == '?' || *at == '-');
  return (size_t)(at - p) - repeated;
}

static const char *find_plain(lua_State *L, const char *text, size_t size, const char *what, size_t length) {
  const char *end = text + size;
  if (length == 0) return text;
  while ((size_t)(end - text) >= length) {
    const char *hit = memchr(text, *what, (size_t)(end - text) - length + 1);
    lua_state_spend(L, (size_t)((hit ? hit : end) - text) / COMPARED + length / COMPARED + 1);
    if (!hit || memcmp(hit, what, length) == 0) return hit;
    text = hit + 1;
  }
  return NULL;
}

/* A position as the string functions count them, as an offset from 0 (may be beyond the end). */
static size_t start_offset(lua_Integer position, size_t size) {
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)size) return 0;
  return size - (size_t)-position;
}

/* What a match must begin with, found once for a pattern: bytes that stand for themselves,
   or else an item of one character (`end`: where it ends; NULL where it may match nothing). */
typedef struct opening {
  size_t front;
  const char *end;
} opening;

static opening find_opening(matcher *m, const char *p) {
  opening o = { .front = plain_front(p, m->pattern_end), .end = NULL };
  if (o.front || p == m->pattern_end) return o;
  bool single = *p == '[' || *p == '.' || (*p == '%' && p + 1 < m->pattern_end && !strchr("bf0123456789", p[1]));
  if (!single) return o;
  const char *end = item_end(m, p);
  char suffix = end < m->pattern_end ? *end : '\0';
  if (suffix != '*' && suffix != '?' && suffix != '-') o.end = end;
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

/* The first byte of a set at or behind `s`, in a text that is worth looking at the set first. */
static const char *next_of_set(matcher *m, const char *s, const char *p, const char *end) {
  bool holds[256];
  if (m->text_end - s < SET_WORTH || !read_set(p, end - 1, holds)) {
    while (s < m->text_end && !matches_one(m, s, p, end)) s++;
  } else {
    const char *from = s;
    while (s < m->text_end && !holds[(unsigned char)*s]) s++;
    if (s - from >= COMPARED) pay_for(m, (uint64_t)(s - from) / COMPARED);
  }
  return s < m->text_end ? s : NULL;
}

/* The first place at or behind `s` where a match may begin; NULL where there is none. */
static const char *next_place(matcher *m, const char *s, const char *p, const opening *o) {
  if (o->front) {
    size_t left = (size_t)(m->text_end - s);
    if (o->front > left) return NULL;
    const char *hit = memchr(s, *p, left - o->front + 1);
    size_t passed = hit ? (size_t)(hit - s) : left;
    if (passed >= COMPARED) pay_for(m, passed / COMPARED);
    return hit;
  }
  if (!o->end) return s;
  if (*p == '[') return next_of_set(m, s, p, o->end);
  while (s < m->text_end && !matches_one(m, s, p, o->end)) s++;
  return s < m->text_end ? s : NULL;
}

static bool may_begin(matcher *m, const char *s, const char *p, const opening *o) {
  step(m);
  return !o->front || ((size_t)(m->text_end - s) >= o->front && memcmp(s, p, o->front) == 0);
}

/* The end of the first match at `*s` or, unless it is anchored there, behind; `*s` is set to
   where it begins. NULL where there is none. */
static const char *find_from(matcher *m, const char **s, const char *p, bool anchored) {
  if (anchored) {
    opening front = { .front = plain_front(p, m->pattern_end), .end = NULL };
    return may_begin(m, *s, p, &front) ? match_from(m, *s, p) : NULL;
  }
  for (opening o = find_opening(m, p);; ++*s) {
    *s = next_place(m, *s, p, &o);
    if (!*s) return NULL;
    const char *end = may_begin(m, *s, p, &o) ? match_from(m, *s, p) : NULL;
    if (end || *s == m->text_end) return end;
  }
}

static int find_pattern(lua_State *L, const char *text, size_t size, size_t from, bool find) {
  size_t length;
  const char *p = lua_tolstring(L, 2, &length), *s = text + from;
  bool anchored = length > 0 && *p == '^';
  matcher m;
  prepare(&m, L, text, size, p + length);
  const char *end = find_from(&m, &s, p + anchored, anchored);
  pay(&m);
  if (!end) {
    luaL_pushfail(L);
    return 1;
  }
  if (!find) return push_captures(&m, s, end);
  lua_pushinteger(L, (lua_Integer)(s - text) + 1);
  lua_pushinteger(L, (lua_Integer)(end - text));
  return push_captures(&m, NULL, NULL) + 2;
}

static int find_or_match(lua_State *L, bool find) {
  size_t size, length;
  const char *text = luaL_checklstring(L, 1, &size), *pattern = luaL_checklstring(L, 2, &length);
  size_t from = start_offset(luaL_optinteger(L, 3, 1), size);
  lua_state_spend(L, 1 + length / COMPARED);
  if (from > size) {
    luaL_pushfail(L);
    return 1;
  }
  if (!find || !(lua_toboolean(L, 4) || is_plain(pattern, length))) return find_pattern(L, text, size, from, find);
  const char *hit = find_plain(L, text + from, size - from, pattern, length);
  if (!hit) {
    luaL_pushfail(L);
    return 1;
  }
  lua_pushinteger(L, (lua_Integer)(hit - text) + 1);
  lua_pushinteger(L, (lua_Integer)((size_t)(hit - text) + length));
  return 2;
}

static int string_find(lua_State *L) {
  return find_or_match(L, true);
}

static int string_match(lua_State *L) {
  return find_or_match(L, false);
}

static bool is_found(matcher *m, const char *pattern, size_t size) {
  const char *s = m->text;
  bool anchored = size > 0 && *pattern == '^';
  m->pattern_end = pattern + size;
  return find_from(m, &s, pattern + anchored, anchored) != NULL;
}

/* Whether the text begins as an entry must that begins with bytes, and then fits it. */
static bool is_begun(matcher *m, const lua_patterns *list, const pattern_entry *e) {
  const char *pattern = list->text + e->start;
  step(m);
  if ((size_t)(m->text_end - m->text) < e->front || memcmp(m->text, pattern + 1, e->front) != 0) return false;
  return e->front + 1u == e->size || is_found(m, pattern, e->size);
}

/* Whether the text holds what any other entry needs, and fits it. */
static bool is_held(matcher *m, const lua_patterns *list, const pattern_entry *e, text_pairs *pairs) {
  if (e->needy && !pairs->known) {
    size_t size = (size_t)(m->text_end - m->text);
    pay_for(m, 1 + size / COMPARED);
    pairs->set = pair_set_of(m->text, size);
    pairs->known = true;
  }
  if (e->needy && !pair_set_holds(&pairs->set, &e->needs)) return false;
  return is_found(m, list->text + e->start, e->size);
}

/* The same of a prepared list: of the entries that begin as the text does and of those that
   begin with no byte, in their order. */
static lua_Integer find_prepared(matcher *m, const lua_patterns *list, text_pairs *pairs) {
  uint32_t begun = m->text < m->text_end ? list->first[(unsigned char)*m->text] : 0, other = list->other;
  m->unpaid += 1 + list->count / COMPARED;
  while (begun || other) {
    bool is_other = !begun || (other && other < begun);
    uint32_t at = is_other ? other : begun;
    const pattern_entry *e = &list->entries[at - 1];
    if (is_other ? is_held(m, list, e, pairs) : is_begun(m, list, e)) return (lua_Integer)at;
    *(is_other ? &other : &begun) = e->next;
  }
  return 0;
}

lua_Integer lua_pattern_prepared(lua_State *L, const char *text, size_t size, const lua_patterns *list, text_pairs *pairs) {
  matcher m;
  prepare(&m, L, text, size, NULL);
  lua_Integer found = find_prepared(&m, list, pairs);
  pay(&m);
  return found;
}

lua_Integer lua_pattern_any(lua_State *L, const char *text, size_t size, int list, text_pairs *pairs) {
  size_t length;
  lua_Integer found = 0;
  const lua_patterns *prepared = lua_patterns_test(L, list);
  if (prepared) return lua_pattern_prepared(L, text, size, prepared, pairs);
  matcher m;
  prepare(&m, L, text, size, NULL);
  for (lua_Integer i = 1; !found && lua_rawgeti(L, list, i) == LUA_TSTRING; i++) {
    const char *p = lua_tolstring(L, -1, &length);
    if (is_found(&m, p, length)) found = i;
    lua_pop(L, 1);
  }
  pay(&m);
  if (found) return found;
  if (!lua_isnil(L, -1)) luaL_error(L, "a list of patterns is expected");
  lua_pop(L, 1);
  return 0;
}

/* string.matches(text, patterns) -> the number of the first pattern of a list that is found
   in the text, or false. */
static int string_matches(lua_State *L) {
  size_t size;
  text_pairs pairs = { .known = false };
  const char *text = luaL_checklstring(L, 1, &size);
  if (!lua_patterns_test(L, 2)) luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer found = lua_pattern_any(L, text, size, 2, &pairs);
  if (found) lua_pushinteger(L, found);
  else lua_pushboolean(L, 0);
  return 1;
}

/* find(text, pattern, steps) -> first, last (or nil, nil) and the steps it took: string.find
   for the host, where no rule state counts: raises when the steps are spent. Positions
   count from 1. */
static int bounded_find(lua_State *L) {
  size_t size, length;
  const char *text = luaL_checklstring(L, 1, &size), *pattern = luaL_checklstring(L, 2, &length);
  bool anchored = length > 0 && *pattern == '^';
  matcher m;
  prepare(&m, L, text, size, pattern + length);
  lua_Integer steps = luaL_checkinteger(L, 3);
  m.left = (uint64_t)(steps > 0 ? steps : 0);
  for (const char *s = text;; s++) {
    const char *end = match_from(&m, s, pattern + anchored);
    if (end) {
      lua_pushinteger(L, (lua_Integer)(s - text) + 1);
      lua_pushinteger(L, (lua_Integer)(end - text));
      lua_pushinteger(L, steps - (lua_Integer)m.left);
      return 3;
    }
    if (anchored || s == m.text_end) break;
  }
  lua_pushnil(L);
  lua_pushnil(L);
  lua_pushinteger(L, steps - (lua_Integer)m.left);
  return 3;
}

void lua_pattern_register_host(lua_State *L) {
  lua_pushcfunction(L, bounded_find);
  lua_setfield(L, -2, "find");
}

/* -- gmatch -------------------------------------------------------------------- */

/* Upvalues: text, pattern, offset to go on from, end of the last match (-1: none). */
static int next_match(lua_State *L) {
  size_t size, length;
  const char *text = lua_tolstring(L, lua_upvalueindex(1), &size);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &length);
  size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  matcher m;
  prepare(&m, L, text, size, pattern + length);
  if (from > size) return 0;
  opening o = find_opening(&m, pattern);
  for (; from <= size; from++) {
    const char *place = next_place(&m, text + from, pattern, &o);
    if (!place) break;
    from = (size_t)(place - text);
    const char *end = may_begin(&m, place, pattern, &o) ? match_from(&m, place, pattern) : NULL;
    if (!end || end - text == last) continue;
    pay(&m);
    lua_pushinteger(L, (lua_Integer)(end - text));
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(&m, text + from, end);
  }
  pay(&m);
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t size;
  luaL_checklstring(L, 1, &size);
  luaL_checkstring(L, 2);
  size_t from = start_offset(luaL_optinteger(L, 3, 1), size);
  lua_settop(L, 2);
  lua_pushinteger(L, (lua_Integer)(from > size ? size + 1 : from));
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, next_match, 4);
  return 1;
}

/* -- gsub ---------------------------------------------------------------------- */

typedef struct result {
  luaL_Buffer buffer;
  size_t size, asked; /* bytes added; bytes that room was asked for */
} result;

/* A large result asks for room in doubling steps, since a refusal inside the buffer
   would not know its line. */
static void claim(matcher *m, result *r, size_t more) {
  r->size += more;
  if (r->size <= r->asked) return;
  lua_state_room(m->L, r->size * 2);
  r->asked = r->size * 2;
}

static void add(matcher *m, result *r, const char *text, size_t size) {
  claim(m, r, size);
  lua_state_spend(m->L, size / COMPARED);
  luaL_addlstring(&r->buffer, text, size);
}

/* Adds the string or number on top of the stack and pops it. */
static void add_value(matcher *m, result *r) {
  size_t size;
  lua_tolstring(m->L, -1, &size);
  claim(m, r, size);
  lua_state_spend(m->L, size / COMPARED);
  luaL_addvalue(&r->buffer);
}

static void add_template(matcher *m, result *r, const char *s, const char *e) {
  size_t size;
  const char *text = lua_tolstring(m->L, 3, &size), *stop = text + size, *escape;
  for (; (escape = memchr(text, '%', (size_t)(stop - text))); text = escape + 2) {
    add(m, r, text, (size_t)(escape - text));
    step(m);
    char c = escape[1];
    if (c == '%' && escape + 1 < stop) {
      add(m, r, "%", 1);
    } else if (c == '0') {
      add(m, r, s, (size_t)(e - s));
    } else if (c >= '1' && c <= '9') {
      push_capture(m, (unsigned)(c - '1'), s, e);
      add_value(m, r);
    } else {
      luaL_error(m->L, "invalid use of '%%' in replacement string");
    }
  }
  add(m, r, text, (size_t)(stop - text));
}

/* Adds what the match [s, e) is replaced by. */
static void add_replacement(matcher *m, result *r, const char *s, const char *e, int type) {
  lua_State *L = m->L;
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, push_captures(m, s, e), 1);
  } else if (type == LUA_TTABLE) {
    push_capture(m, 0, s, e);
    lua_gettable(L, 3);
  } else {
    add_template(m, r, s, e);
    return;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    add(m, r, s, (size_t)(e - s));
  } else if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  } else {
    add_value(m, r);
  }
}

static int string_gsub(lua_State *L) {
  size_t size, length;
  const char *text = luaL_checklstring(L, 1, &size), *p = luaL_checklstring(L, 2, &length);
  int type = lua_type(L, 3);
  luaL_argcheck(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
                "string/function/table expected");
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)size + 1), count = 0;
  if (type == LUA_TNUMBER) lua_tostring(L, 3); /* now a string, before the buffer is on the stack */
  bool anchored = length > 0 && *p == '^';
  const char *s = text, *last = NULL;
  matcher m;
  result r = { .size = 0, .asked = ROOM_FROM };
  prepare(&m, L, text, size, p + length);
  luaL_buffinit(L, &r.buffer);
  if (anchored) p++;
  opening o = { .front = 0, .end = NULL };
  if (!anchored && most > 0) o = find_opening(&m, p);
  while (count < most) {
    const char *place = anchored ? s : next_place(&m, s, p, &o);
    if (!place) break;
    if (place > s) add(&m, &r, s, (size_t)(place - s));
    s = place;
    const char *end = may_begin(&m, s, p, &o) ? match_from(&m, s, p) : NULL;
    if (end && end != last) {
      count++;
      add_replacement(&m, &r, s, end, type);
      s = last = end;
    } else if (s < m.text_end) {
      claim(&m, &r, 1);
      luaL_addchar(&r.buffer, *s++);
    } else {
      break;
    }
    if (anchored) break;
  }
  pay(&m);
  add(&m, &r, s, (size_t)(m.text_end - s));
  luaL_pushresult(&r.buffer);
  lua_pushinteger(L, count);
  return 2;
}

static const luaL_Reg functions[] = {
  { "find", string_find }, { "gmatch", string_gmatch }, { "gsub", string_gsub }, { "match", string_match },
  { "matches", string_matches }, { NULL, NULL }
};

void lua_pattern_register(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
}
