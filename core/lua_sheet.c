/* lua_sheet.c: a writer that makes Lua tables. The table being filled is on top of
   the stack; in an object its key lies above it until the value has come. `levels` is
   a Lua table that says for each open table how many values it holds, or -1 for an
   object: a Lua error may leave at any time, so nothing here is owned by C. */
#include "lua_claims.h"

typedef struct table_state {
  lua_State *L;
  int levels;  /* stack index of the table of counts */
  int depth;
} table_state;

static void finish_value(table_state *t) {
  lua_State *L = t->L;
  if (t->depth == 0) return;
  lua_rawgeti(L, t->levels, t->depth);
  lua_Integer count = lua_tointeger(L, -1);
  lua_pop(L, 1);
  if (count < 0) {
    lua_rawset(L, -3); /* table key value */
    return;
  }
  lua_rawseti(L, -2, count + 1);
  lua_pushinteger(L, count + 1);
  lua_rawseti(L, t->levels, t->depth);
}

static void begin(table_state *t, lua_Integer count) {
  luaL_checkstack(t->L, 8, "sheet nests too deep");
  lua_newtable(t->L);
  lua_pushinteger(t->L, count);
  lua_rawseti(t->L, t->levels, ++t->depth);
}

static void begin_object(void *state) {
  begin(state, -1);
}

static void begin_array(void *state) {
  begin(state, 0);
}

static void end(void *state) {
  table_state *t = state;
  t->depth--;
  finish_value(t);
}

static void key(void *state, const char *bytes, size_t size) {
  table_state *t = state;
  luaL_checkstack(t->L, 8, "sheet nests too deep");
  lua_pushlstring(t->L, bytes, size);
}

static void string(void *state, const char *bytes, size_t size) {
  table_state *t = state;
  lua_pushlstring(t->L, bytes, size);
  finish_value(t);
}

static void integer(void *state, int64_t value) {
  table_state *t = state;
  lua_pushinteger(t->L, (lua_Integer)value);
  finish_value(t);
}

static void boolean(void *state, bool value) {
  table_state *t = state;
  lua_pushboolean(t->L, value);
  finish_value(t);
}

static void spans(void *state, const span *list, size_t count) {
  begin_array(state);
  for (size_t i = 0; i < count; i++) {
    begin_array(state);
    integer(state, list[i].start);
    integer(state, list[i].stop);
    end(state);
  }
  end(state);
}

void lua_sheet_push(lua_State *L, sheet *s) {
  lua_newtable(L);
  table_state t = {L, lua_gettop(L), 0};
  writer w = {&t, begin_object, begin_array, end, end, key, key, string, integer, boolean, spans};
  if (sheet_write(s, &w) != STATUS_OK) luaL_error(L, "not enough memory");
  lua_remove(L, t.levels);
}
