/* lua_environment_table.c: the table functions of rules, and pairs and next in key order.

   All are raw, so that their cost is what they count. Sorting is by merging: it is
   stable, and an erratic comparator changes the order only, not the cost. */
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lua_environment.h"
#include "lua_state.h"

enum {
  MOST_VALUES = 250000, /* that unpack puts on the stack */
  MOST_ROOM = 100000,   /* slots of a table that are made with it */
  NEXT_STEPS = 16       /* for a key looked at */
};

/* -- keys in order ------------------------------------------------------------- */

/* Numbers come before strings, strings before booleans. */
typedef enum key_kind { KEY_INTEGER, KEY_FLOAT, KEY_STRING, KEY_BOOLEAN } key_kind;

typedef struct key {
  key_kind kind;
  lua_Integer integer; /* also the boolean */
  lua_Number number;
  const char *text; /* held by the table that has the key */
  size_t size;
} key;

static int compare_mixed(lua_Integer i, lua_Number n) {
  if (n >= 9223372036854775808.0) return -1;
  if (n < -9223372036854775808.0) return 1;
  lua_Integer whole = (lua_Integer)n; /* towards zero */
  if (i != whole) return i < whole ? -1 : 1;
  lua_Number rest = n - (lua_Number)whole;
  return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

static int compare_numbers(const key *a, const key *b) {
  if (a->kind != b->kind)
    return a->kind == KEY_INTEGER ? compare_mixed(a->integer, b->number) : -compare_mixed(b->integer, a->number);
  if (a->kind == KEY_INTEGER) return (a->integer > b->integer) - (a->integer < b->integer);
  return (a->number > b->number) - (a->number < b->number);
}

static int compare_text(const key *a, const key *b) {
  int order = memcmp(a->text, b->text, a->size < b->size ? a->size : b->size);
  return order ? order : (a->size > b->size) - (a->size < b->size);
}

static int compare_keys(const void *left, const void *right) {
  const key *a = left, *b = right;
  if (a->kind <= KEY_FLOAT && b->kind <= KEY_FLOAT) return compare_numbers(a, b);
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  if (a->kind == KEY_STRING) return compare_text(a, b);
  return (a->integer > b->integer) - (a->integer < b->integer);
}

static void read_key(lua_State *L, int index, key *k) {
  *k = (key){ .kind = KEY_INTEGER };
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        k->integer = lua_tointeger(L, index);
      } else {
        k->kind = KEY_FLOAT;
        k->number = lua_tonumber(L, index);
      }
      break;
    case LUA_TSTRING:
      k->kind = KEY_STRING;
      k->text = lua_tolstring(L, index, &k->size);
      break;
    case LUA_TBOOLEAN:
      k->kind = KEY_BOOLEAN;
      k->integer = lua_toboolean(L, index);
      break;
    default: luaL_error(L, "keys of type %s have no order to go through them in", luaL_typename(L, index));
  }
}

static void push_key(lua_State *L, const key *k) {
  switch (k->kind) {
    case KEY_INTEGER: lua_pushinteger(L, k->integer); break;
    case KEY_FLOAT: lua_pushnumber(L, k->number); break;
    case KEY_STRING: lua_pushlstring(L, k->text, k->size); break;
    default: lua_pushboolean(L, (int)k->integer);
  }
}

static size_t count_keys(lua_State *L, int table) {
  size_t count = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) count++;
  return count;
}

static uint64_t sorting_steps(size_t count) {
  uint64_t steps = count;
  for (size_t n = count; n > 1; n /= 2) steps += count;
  return steps;
}

/* Pushes the list of the table's keys in order. */
static void push_sorted_keys(lua_State *L, int table) {
  size_t count = count_keys(L, table), at = 0;
  if (count > INT_MAX / sizeof(key)) luaL_error(L, "table too large");
  lua_state_spend(L, sorting_steps(count));
  lua_state_room(L, count * (sizeof(key) + 16));
  key *keys = lua_newuserdatauv(L, (count + 1) * sizeof(key), 0);
  for (lua_pushnil(L); lua_next(L, table) && at < count; lua_pop(L, 1)) read_key(L, -2, &keys[at++]);
  qsort(keys, count, sizeof(key), compare_keys);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    push_key(L, &keys[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_remove(L, -2);
}

/* Upvalues: the table, its keys, how many were given. Keys that lost their value since are passed over. */
static int next_pair(lua_State *L) {
  lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));
  for (;;) {
    at++;
    lua_state_spend(L, 1);
    if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
    lua_pop(L, 2);
  }
  lua_pushinteger(L, at);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

static int base_pairs(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  push_sorted_keys(L, 1);
  lua_pushinteger(L, 0);
  lua_state_iterator(L, next_pair, 3);
  return 1;
}

/* The key that follows the one given, found by a look at all of them. */
static int base_next(lua_State *L) {
  key previous, best, k;
  bool first = lua_isnoneornil(L, 2), found = false;
  luaL_checktype(L, 1, LUA_TTABLE);
  if (!first) read_key(L, 2, &previous);
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
    read_key(L, -2, &k);
    lua_state_spend(L, NEXT_STEPS);
    if (!first && compare_keys(&k, &previous) <= 0) continue;
    if (!found || compare_keys(&k, &best) < 0) best = k;
    found = true;
  }
  if (!found) {
    lua_pushnil(L);
    return 1;
  }
  push_key(L, &best);
  lua_pushvalue(L, -1);
  lua_rawget(L, 1);
  return 2;
}

void lua_environment_pairs(lua_State *L) {
  static const luaL_Reg functions[] = { { "next", base_next }, { "pairs", base_pairs }, { NULL, NULL } };
  luaL_setfuncs(L, functions, 0);
}

/* -- lists --------------------------------------------------------------------- */

static lua_Integer list_size(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  return (lua_Integer)lua_rawlen(L, index);
}

/* How many slots an argument asks for: with more of them a table is as right, and grows as it is filled. */
static int slots_at(lua_State *L, int arg) {
  lua_Integer count = luaL_optinteger(L, arg, 0);
  luaL_argcheck(L, count >= 0, arg, "not negative");
  return count < MOST_ROOM ? (int)count : MOST_ROOM;
}

/* table.room(items [, fields]) -> an empty table with room for so many, which are put into it without
   its being made larger over and over. */
static int table_room(lua_State *L) {
  int items = slots_at(L, 1), fields = slots_at(L, 2);
  size_t slots = (size_t)items + 2 * (size_t)fields;
  lua_state_room(L, slots * 2 * sizeof(lua_Number) + (size_t)fields * 2 * sizeof(lua_Integer));
  lua_state_spend(L, 1 + slots);
  lua_createtable(L, items, fields);
  return 1;
}

static void move_slot(lua_State *L, int from, lua_Integer i, int to, lua_Integer k) {
  lua_state_spend(L, 1);
  lua_rawgeti(L, from, i);
  lua_rawseti(L, to, k);
}

static int table_insert(lua_State *L) {
  lua_Integer size = list_size(L, 1), end = (lua_Integer)((lua_Unsigned)size + 1), at = end;
  int count = lua_gettop(L);
  if (count == 3) {
    at = luaL_checkinteger(L, 2);
    luaL_argcheck(L, (lua_Unsigned)at - 1u < (lua_Unsigned)end, 2, "position out of bounds");
    for (lua_Integer i = end; i > at; i--) move_slot(L, 1, i - 1, 1, i);
  } else if (count != 2) {
    return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_rawseti(L, 1, at);
  return 0;
}

static int table_remove(lua_State *L) {
  lua_Integer size = list_size(L, 1), at = luaL_optinteger(L, 2, size);
  if (at != size) luaL_argcheck(L, (lua_Unsigned)at - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
  lua_rawgeti(L, 1, at);
  for (; at < size; at++) move_slot(L, 1, at + 1, 1, at);
  lua_pushnil(L);
  lua_rawseti(L, 1, at);
  return 1;
}

static int table_move(lua_State *L) {
  int to = lua_isnoneornil(L, 5) ? 1 : 5;
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), at = luaL_checkinteger(L, 4);
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, to, LUA_TTABLE);
  lua_settop(L, 5);
  if (last >= first) {
    luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
    lua_Integer count = last - first + 1;
    luaL_argcheck(L, at <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    if (at > last || at <= first || !lua_rawequal(L, 1, to)) {
      for (lua_Integer i = 0; i < count; i++) move_slot(L, 1, first + i, to, at + i);
    } else {
      for (lua_Integer i = count - 1; i >= 0; i--) move_slot(L, 1, first + i, to, at + i);
    }
  }
  lua_pushvalue(L, to);
  return 1;
}

static int table_pack(lua_State *L) {
  int count = lua_gettop(L);
  lua_state_spend(L, (uint64_t)count);
  lua_createtable(L, count, 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

static int table_unpack(lua_State *L) {
  lua_Integer first = luaL_optinteger(L, 2, 1), last;
  lua_Integer size = list_size(L, 1);
  last = luaL_optinteger(L, 3, size);
  if (first > last) return 0;
  lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
  if (count >= MOST_VALUES || !lua_checkstack(L, (int)count + 1)) return luaL_error(L, "too many results to unpack");
  lua_state_spend(L, count + 1);
  for (lua_Integer i = first; i < last; i++) lua_rawgeti(L, 1, i);
  lua_rawgeti(L, 1, last);
  return (int)count + 1;
}

/* -- concat -------------------------------------------------------------------- */

static size_t item_size(lua_State *L, lua_Integer i) {
  size_t size = 0;
  lua_state_spend(L, 2);
  lua_rawgeti(L, 1, i);
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)i);
  lua_tolstring(L, -1, &size);
  lua_pop(L, 1);
  return size;
}

static size_t total_size(lua_State *L, lua_Integer first, lua_Integer last, size_t separator) {
  size_t total = 0;
  for (lua_Integer i = first;; i++) {
    size_t size = item_size(L, i) + (i < last ? separator : 0);
    if (size > SIZE_MAX / 4 - total) luaL_error(L, "resulting string too large");
    total += size;
    if (i == last) return total;
  }
}

static int table_concat(lua_State *L) {
  size_t width;
  lua_Integer size = list_size(L, 1);
  const char *separator = luaL_optlstring(L, 2, "", &width);
  lua_Integer first = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, size);
  if (first > last) {
    lua_pushliteral(L, "");
    return 1;
  }
  size_t total = total_size(L, first, last, width);
  lua_state_room(L, 2 * total);
  lua_state_spend(L, total / 16);
  luaL_Buffer b;
  luaL_buffinitsize(L, &b, total);
  for (lua_Integer i = first;; i++) {
    lua_rawgeti(L, 1, i);
    luaL_addvalue(&b);
    if (i == last) break;
    luaL_addlstring(&b, separator, width);
  }
  luaL_pushresult(&b);
  return 1;
}

/* -- sort ---------------------------------------------------------------------- */

/* Whether the value at stack index `a` goes before that at `b`. */
static bool goes_before(lua_State *L, int a, int b) {
  if (lua_isnil(L, 2)) {
    lua_state_spend(L, 4);
    return lua_compare(L, a, b, LUA_OPLT);
  }
  lua_state_spend(L, 8);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, a);
  lua_pushvalue(L, b);
  lua_call(L, 2, 1);
  bool before = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return before;
}

/* Merges the runs [i, middle) and [middle, end) of the list at stack index `from`
   into that at `to`. */
static void merge(lua_State *L, int from, int to, lua_Integer i, lua_Integer middle, lua_Integer end) {
  lua_Integer k = middle;
  for (lua_Integer at = i; at < end; at++) {
    bool left = k >= end;
    if (!left && i < middle) {
      lua_rawgeti(L, from, i);
      lua_rawgeti(L, from, k);
      left = !goes_before(L, lua_gettop(L), lua_gettop(L) - 1);
      lua_pop(L, 2);
    }
    move_slot(L, from, left ? i++ : k++, to, at);
  }
}

static lua_Integer capped(lua_Integer value, lua_Integer most) {
  return value < most ? value : most;
}

/* The comparator sees neither list that is merged: they are copies. */
static int table_sort(lua_State *L) {
  lua_Integer size = list_size(L, 1);
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  if (size < 2) return 0;
  luaL_argcheck(L, size < INT_MAX / 2, 1, "array too big");
  lua_settop(L, 2);
  lua_state_spend(L, (uint64_t)size);
  lua_state_room(L, (size_t)size * 32);
  lua_createtable(L, (int)size, 0);
  lua_createtable(L, (int)size, 0);
  for (lua_Integer i = 1; i <= size; i++) move_slot(L, 1, i, 3, i);
  int from = 3, to = 4;
  for (lua_Integer run = 1; run < size; run *= 2) {
    for (lua_Integer i = 1; i <= size; i += 2 * run)
      merge(L, from, to, i, capped(i + run, size + 1), capped(i + 2 * run, size + 1));
    from = to;
    to = 7 - from;
  }
  for (lua_Integer i = 1; i <= size; i++) move_slot(L, from, i, 1, i);
  return 0;
}

void lua_environment_table(lua_State *L) {
  static const luaL_Reg functions[] = {
    { "concat", table_concat }, { "insert", table_insert }, { "move", table_move },     { "pack", table_pack },
    { "remove", table_remove }, { "room", table_room }, { "sort", table_sort },     { "unpack", table_unpack }, { NULL, NULL }
  };
  luaL_setfuncs(L, functions, 0);
}
