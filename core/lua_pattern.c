/* lua_pattern.c: find, match, gmatch, gsub and matches for rules: what lua_matcher.c finds, as
   Lua's own functions give it. */
#include "lua_pattern.h"

#include <string.h>

#include "lua_matcher.h"
#include "lua_state.h"

enum { ROOM_FROM = 1 << 16 /* results above this ask for room before they grow */ };

/* -- captures as values -------------------------------------------------------- */

/* Pushes capture `n`; the whole match [s, e) where the pattern has none and `n` is 0. */
static void push_capture(matcher *m, unsigned n, const char *s, const char *e) {
  if (n >= m->level) {
    if (n != 0) luaL_error(m->L, "invalid capture index %%%d", (int)n + 1);
    lua_pushlstring(m->L, s, (size_t)(e - s));
    return;
  }
  const capture *c = &m->captures[n];
  if (c->size == CAPTURE_UNFINISHED) luaL_error(m->L, "unfinished capture");
  if (c->size == CAPTURE_POSITION) lua_pushinteger(m->L, (lua_Integer)(c->start - m->text) + 1);
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

/* Whether a byte of a pattern does not stand for itself. */
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

static const char *find_plain(lua_State *L, const char *text, size_t size, const char *what, size_t length) {
  enum { BATCH = 1024 }; /* steps that are spent together */
  const char *end = text + size, *found = NULL;
  size_t steps = 0;
  if (length == 0) return text;
  while (!found && (size_t)(end - text) >= length) {
    const char *hit = memchr(text, *what, (size_t)(end - text) - length + 1);
    steps += (size_t)((hit ? hit : end) - text) / MATCHER_COMPARED + length / MATCHER_COMPARED + 1;
    if (steps >= BATCH) {
      lua_state_spend(L, steps);
      steps = 0;
    }
    if (!hit) break;
    if (memcmp(hit, what, length) == 0) found = hit;
    text = hit + 1;
  }
  lua_state_spend(L, steps);
  return found;
}

/* A position as the string functions count them, as an offset from 0 (may be beyond the end). */
static size_t start_offset(lua_Integer position, size_t size) {
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)size) return 0;
  return size - (size_t)-position;
}

static int find_pattern(lua_State *L, const char *text, size_t size, size_t from, bool find) {
  size_t length;
  const char *p = lua_tolstring(L, 2, &length), *s = text + from;
  matcher m;
  matcher_room room;
  matcher_begin_text(&m, L, text, size);
  matcher_take(&m, p, length, true, &room);
  const char *end = matcher_find(&m, &s);
  matcher_pay(&m);
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
  lua_state_spend(L, 1 + length / MATCHER_COMPARED);
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
  matcher_room room;
  int top = lua_gettop(m->L);
  matcher_take(m, pattern, size, true, &room);
  bool found = matcher_find(m, &s) != NULL;
  lua_settop(m->L, top);
  return found;
}

/* Whether the text begins as an entry must that begins with bytes, and then fits it. */
static bool is_begun(matcher *m, const lua_patterns *list, const pattern_entry *e) {
  const char *pattern = list->text + e->start;
  matcher_step(m);
  if ((size_t)(m->text_end - m->text) < e->front || memcmp(m->text, pattern + 1, e->front) != 0) return false;
  return e->front + 1u == e->size || is_found(m, pattern, e->size);
}

static const pair_set *pairs_of(matcher *m, text_pairs *pairs) {
  if (pairs->known) return &pairs->set;
  size_t size = (size_t)(m->text_end - m->text);
  matcher_pay_for(m, 1 + size / MATCHER_COMPARED);
  pairs->set = pair_set_of(m->text, size);
  pairs->known = true;
  return &pairs->set;
}

static bool holds_mark(matcher *m, char mark) {
  size_t size = (size_t)(m->text_end - m->text);
  matcher_steps(m, 1 + size / MATCHER_COMPARED);
  return memchr(m->text, mark, size) != NULL;
}

/* Whether the text holds what any other entry needs, and fits it. `pairs` is NULL where none needs any. */
static bool is_held(matcher *m, const lua_patterns *list, const pattern_entry *e, const pair_set *pairs) {
  if (pairs && !pair_set_holds(pairs, &e->needs)) return false;
  if (e->mark && !holds_mark(m, e->mark)) return false;
  return is_found(m, list->text + e->start, e->size);
}

/* The place among the others of the first from `i` on that the text may hold. */
static uint32_t next_other(const lua_patterns *list, uint32_t i, uint64_t fold) {
  while (i < list->other_count && list->others[i].fold & ~fold) i++;
  return i;
}

/* The same of a prepared list: of the entries that begin as the text does and of those that
   begin with no byte, in their order. */
static lua_Integer find_prepared(matcher *m, const lua_patterns *list, text_pairs *known) {
  uint32_t begun = m->text < m->text_end ? list->first[(unsigned char)*m->text] : 0, i = 0;
  const pair_set *pairs = list->needy ? pairs_of(m, known) : NULL;
  uint64_t fold = pairs ? pair_set_fold(pairs) : 0;
  matcher_steps(m, 1 + list->count / MATCHER_COMPARED);
  while (begun || i < list->other_count) {
    i = next_other(list, i, fold);
    uint32_t other = i < list->other_count ? list->others[i].at : UINT32_MAX;
    for (; begun && begun < other; begun = list->entries[begun - 1].next)
      if (is_begun(m, list, &list->entries[begun - 1])) return begun;
    if (other != UINT32_MAX && is_held(m, list, &list->entries[other - 1], pairs)) return other;
    i++;
  }
  return 0;
}

lua_Integer lua_pattern_prepared(lua_State *L, const char *text, size_t size, const lua_patterns *list,
                                 text_pairs *pairs) {
  matcher m;
  matcher_begin_text(&m, L, text, size);
  lua_Integer found = find_prepared(&m, list, pairs);
  matcher_pay(&m);
  return found;
}

lua_Integer lua_pattern_any(lua_State *L, const char *text, size_t size, int list, text_pairs *pairs) {
  size_t length;
  lua_Integer found = 0;
  const lua_patterns *prepared = lua_patterns_test(L, list);
  if (prepared) return lua_pattern_prepared(L, text, size, prepared, pairs);
  matcher m;
  matcher_begin_text(&m, L, text, size);
  for (lua_Integer i = 1; !found && lua_rawgeti(L, list, i) == LUA_TSTRING; i++) {
    const char *p = lua_tolstring(L, -1, &length);
    if (is_found(&m, p, length)) found = i;
    lua_pop(L, 1);
  }
  matcher_pay(&m);
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
  const char *s = text;
  matcher m;
  matcher_room room;
  matcher_begin_text(&m, L, text, size);
  lua_Integer steps = luaL_checkinteger(L, 3);
  m.left = (uint64_t)(steps > 0 ? steps : 0);
  matcher_take(&m, pattern, length, true, &room);
  const char *end = matcher_find(&m, &s);
  matcher_pay(&m);
  if (end) {
    lua_pushinteger(L, (lua_Integer)(s - text) + 1);
    lua_pushinteger(L, (lua_Integer)(end - text));
  } else {
    lua_pushnil(L);
    lua_pushnil(L);
  }
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
  matcher_room room;
  matcher_begin_text(&m, L, text, size);
  if (from > size) return 0;
  matcher_take(&m, pattern, length, false, &room);
  for (; from <= size; from++) {
    const char *place = matcher_next_place(&m, text + from);
    if (!place) break;
    from = (size_t)(place - text);
    const char *end = matcher_match_at(&m, place);
    if (!end || end - text == last) continue;
    matcher_pay(&m);
    lua_pushinteger(L, (lua_Integer)(end - text));
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(&m, text + from, end);
  }
  matcher_pay(&m);
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
  lua_state_iterator(L, next_match, 4);
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
  lua_state_spend(m->L, size / MATCHER_COMPARED);
  luaL_addlstring(&r->buffer, text, size);
}

/* Adds the string or number on top of the stack and pops it. */
static void add_value(matcher *m, result *r) {
  size_t size;
  lua_tolstring(m->L, -1, &size);
  claim(m, r, size);
  lua_state_spend(m->L, size / MATCHER_COMPARED);
  luaL_addvalue(&r->buffer);
}

static void add_template(matcher *m, result *r, const char *s, const char *e) {
  size_t size;
  const char *text = lua_tolstring(m->L, 3, &size), *stop = text + size, *escape;
  for (; (escape = memchr(text, '%', (size_t)(stop - text))); text = escape + 2) {
    add(m, r, text, (size_t)(escape - text));
    matcher_step(m);
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
  const char *s = text, *last = NULL;
  matcher m;
  matcher_room room;
  result r = { .size = 0, .asked = ROOM_FROM };
  matcher_begin_text(&m, L, text, size);
  matcher_take(&m, p, length, true, &room);
  if (type == LUA_TFUNCTION || type == LUA_TTABLE) matcher_own(&m, &room);
  bool anchored = m.program->anchored;
  luaL_buffinit(L, &r.buffer);
  while (count < most) {
    const char *place = anchored ? s : matcher_next_place(&m, s);
    if (!place) break;
    if (place > s) add(&m, &r, s, (size_t)(place - s));
    s = place;
    const char *end = matcher_match_at(&m, s);
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
  matcher_pay(&m);
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
