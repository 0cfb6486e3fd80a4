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

static bool is_word(int c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(int c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool in_class(int c, int class) {
  bool in;
  switch (class | 0x20) {
    case 'a': in = is_word(c) && c > '9'; break;
    case 'c': in = c < 0x20 || c == 0x7F; break;
    case 'd': in = c >= '0' && c <= '9'; break;
    case 'g': in = c > 0x20 && c < 0x7F; break;
    case 'l': in = c >= 'a' && c <= 'z'; break;
    case 'p': in = c > 0x20 && c < 0x7F && !is_word(c); break;
    case 's': in = c == ' ' || (c >= 9 && c <= 13); break;
    case 'u': in = c >= 'A' && c <= 'Z'; break;
    case 'w': in = is_word(c); break;
    case 'x': in = is_hex(c); break;
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

static bool is_plain(const char *pattern, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (pattern[i] && strchr("^$*+?.([%-", pattern[i])) return false;
  return true;
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

static int find_pattern(lua_State *L, const char *text, size_t size, size_t from, bool find) {
  size_t length;
  const char *p = lua_tolstring(L, 2, &length), *s = text + from, *end;
  bool anchored = length > 0 && *p == '^';
  matcher m;
  prepare(&m, L, text, size, p + length);
  if (anchored) p++;
  for (;; s++) {
    end = match_from(&m, s, p);
    if (end || anchored || s == m.text_end) break;
  }
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
  for (; from <= size; from++) {
    const char *end = match_from(&m, text + from, pattern);
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
  while (count < most) {
    const char *end = match_from(&m, s, p);
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
  { NULL, NULL }
};

void lua_pattern_register(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
}
