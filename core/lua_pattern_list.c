/* lua_pattern_list.c: lists of patterns as Lua values: made once, matched often. */
#include <stddef.h>
#include <string.h>

#include "lua_pattern.h"
#include "lua_state.h"
#include "lua_typed.h"

#define PATTERNS_TYPE "galley.patterns"

static const char patterns_type[] = PATTERNS_TYPE;

enum { MOST_PATTERNS = 1000, BYTES_PER_STEP = 8 };

/* Adds up the sizes of the strings of a table. */
static size_t measure(lua_State *L, int table, size_t count) {
  size_t total = 0;
  if (count > MOST_PATTERNS) luaL_error(L, "too many patterns");
  for (size_t i = 1; i <= count; i++) {
    if (lua_rawgeti(L, table, (lua_Integer)i) != LUA_TSTRING) luaL_error(L, "a list of patterns is expected");
    total += lua_rawlen(L, -1) + 1;
    if (total >= UINT32_MAX / 2) luaL_error(L, "the patterns are too long");
    lua_pop(L, 1);
  }
  return total;
}

/* The string on top of the stack as entry `i`; pops it. */
static void add_pattern(lua_State *L, lua_patterns *list, uint32_t i, uint32_t start) {
  size_t size;
  const char *text = lua_tolstring(L, -1, &size);
  memcpy(list->text + start, text, size + 1);
  pattern_entry *e = &list->entries[i];
  *e = (pattern_entry){.start = start, .size = (uint32_t)size, .front = pattern_front(text, size)};
  e->needs = pair_set_needed(text, size);
  if (!e->front && pair_set_fold(&e->needs) == 0) e->mark = pattern_mark(text, size);
  if (!e->front) list->others[list->other_count++] = (pattern_other){pair_set_fold(&e->needs), i + 1};
  list->needy |= !e->front && pair_set_fold(&e->needs) != 0;
  lua_pop(L, 1);
}

/* Joins the entries that begin with a byte to chains in their order, from the last to the first. */
static void join(lua_patterns *list) {
  for (uint32_t i = list->count; i > 0; i--) {
    pattern_entry *e = &list->entries[i - 1];
    if (!e->front) continue;
    uint16_t *head = &list->first[(unsigned char)list->text[e->start + 1]];
    e->next = *head;
    *head = (uint16_t)i;
  }
}

/* A list, which lies behind this where it could not be had outside of the state. */
typedef struct patterns_box {
  const void *type; /* lua_typed.h */
  lua_patterns *list;
  uint64_t data[]; /* Lua aligns userdata to eight bytes, not to sixteen */
} patterns_box;

/* Pushes a userdata with room for a list of so many bytes. */
static lua_patterns *push_box(lua_State *L, size_t size) {
  void *fixed = lua_state_fixed(L, size);
  patterns_box *box = lua_newuserdatauv(L, sizeof *box + (fixed ? 0 : size), 0);
  box->type = patterns_type;
  box->list = fixed ? fixed : (void *)box->data;
  return box->list;
}

void lua_patterns_push(lua_State *L, int table) {
  size_t count = lua_rawlen(L, table), total = measure(L, table, count);
  size_t entries = sizeof(lua_patterns) + count * sizeof(pattern_entry);
  size_t head = entries + count * sizeof(pattern_other);
  lua_state_room(L, head + total);
  lua_state_spend(L, 1 + count + total / BYTES_PER_STEP);
  lua_patterns *list = push_box(L, head + total);
  memset(list, 0, head);
  list->count = (uint32_t)count;
  list->others = (pattern_other *)(void *)((char *)list + entries);
  list->text = (char *)list + head;
  for (uint32_t i = 0, start = 0; i < count; start += list->entries[i++].size + 1) {
    lua_rawgeti(L, table, (lua_Integer)i + 1);
    add_pattern(L, list, i, start);
  }
  join(list);
  luaL_setmetatable(L, PATTERNS_TYPE);
}

/* patterns(list) -> the same patterns for string.matches and formulas, which then try only those
   that can be in a text. */
static int patterns_new(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_patterns_push(L, 1);
  return 1;
}

const lua_patterns *lua_patterns_test(lua_State *L, int index) {
  const patterns_box *box = lua_typed_test(L, index, patterns_type);
  return box ? box->list : NULL;
}

void lua_patterns_register(lua_State *L) {
  luaL_newmetatable(L, PATTERNS_TYPE);
  lua_pop(L, 1);
  lua_pushcfunction(L, patterns_new);
  lua_setfield(L, -2, "patterns");
}
