/* lua_json.c: Lua tables as JSON, the keys of an object in an order that the caller gives. */
#include "lua_json.h"

#include "json.h"

enum { MOST_DEPTH = 32, MOST_KEYS = 64 };

typedef struct encoder {
  lua_State *L;
  int keys; /* the stack index of the list of keys, which says their ranks, too */
  buffer *out;
} encoder;

static void encode(const encoder *e, int index, unsigned depth);

/* The ranks of those keys of an object that have one, a bit each, the lowest for rank 1; whether it
   has any keys at all. */
static uint64_t ranks_in(const encoder *e, int object, bool *empty) {
  lua_State *L = e->L;
  uint64_t ranks = 0;
  *empty = true;
  for (lua_pushnil(L); lua_next(L, object); lua_pop(L, 1)) {
    *empty = false;
    if (lua_type(L, -2) != LUA_TSTRING) continue;
    lua_pushvalue(L, -2);
    lua_rawget(L, e->keys);
    lua_Integer rank = lua_tointeger(L, -1);
    lua_pop(L, 1);
    if (rank >= 1 && rank <= MOST_KEYS) ranks |= UINT64_C(1) << (rank - 1);
  }
  return ranks;
}

/* Takes the lowest of them and pushes its key and what the object has under it. */
static bool push_next(const encoder *e, int object, uint64_t *ranks) {
  lua_State *L = e->L;
  if (!*ranks) return false;
  lua_Integer rank = 1;
  while (!(*ranks >> (rank - 1) & 1)) rank++;
  *ranks &= *ranks - 1;
  lua_rawgeti(L, e->keys, rank);
  lua_pushvalue(L, -1);
  lua_rawget(L, object);
  return true;
}

static void write_key(const encoder *e, int index) {
  size_t size;
  const char *key = lua_tolstring(e->L, index, &size);
  json_string(e->out, key, size);
  buffer_byte(e->out, ':');
}

/* The fields of an object, before the first of which stands a brace, and a comma before the others. */
static void encode_fields(const encoder *e, int object, uint64_t ranks, unsigned depth) {
  char before = '{';
  if (!ranks) buffer_byte(e->out, before);
  while (push_next(e, object, &ranks)) {
    int value = lua_gettop(e->L);
    buffer_byte(e->out, before);
    write_key(e, value - 1);
    encode(e, value, depth + 1);
    lua_pop(e->L, 2);
    before = ',';
  }
}

static void encode_list(const encoder *e, int list, unsigned depth) {
  lua_State *L = e->L;
  buffer_byte(e->out, '[');
  for (lua_Integer i = 1; lua_rawgeti(L, list, i) != LUA_TNIL; i++) {
    if (i > 1) buffer_byte(e->out, ',');
    encode(e, lua_gettop(L), depth + 1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  buffer_byte(e->out, ']');
}

/* A table is a list where it has something at 1 or is empty. */
static void encode_table(const encoder *e, int table, unsigned depth) {
  bool listed = lua_rawgeti(e->L, table, 1) != LUA_TNIL, empty = false;
  lua_pop(e->L, 1);
  uint64_t ranks = listed ? 0 : ranks_in(e, table, &empty);
  if (listed || empty) {
    encode_list(e, table, depth);
    return;
  }
  encode_fields(e, table, ranks, depth);
  buffer_byte(e->out, '}');
}

static void encode(const encoder *e, int index, unsigned depth) {
  lua_State *L = e->L;
  size_t size;
  if (depth > MOST_DEPTH) luaL_error(L, "a table nested deeper than %d is no JSON", MOST_DEPTH);
  luaL_checkstack(L, 8, "JSON of a table");
  int type = lua_type(L, index);
  if (type == LUA_TTABLE) {
    encode_table(e, index, depth);
  } else if (type == LUA_TSTRING) {
    const char *text = lua_tolstring(L, index, &size);
    json_string(e->out, text, size);
  } else {
    const char *text = luaL_tolstring(L, index, &size);
    buffer_append(e->out, text, size);
    lua_pop(L, 1);
  }
}

void lua_json_open(lua_State *L, int object, int keys, buffer *out) {
  encoder e = {L, keys, out};
  bool empty;
  luaL_checkstack(L, 8, "JSON of a table");
  encode_fields(&e, object, ranks_in(&e, object, &empty), 0);
}

void lua_json_lists(lua_State *L, int object, int keys, buffer *out) {
  encoder e = {L, keys, out};
  luaL_checkstack(L, 8, "JSON of a table");
  bool begun = false, empty;
  uint64_t ranks = ranks_in(&e, object, &empty);
  buffer_byte(out, '{');
  while (push_next(&e, object, &ranks)) {
    int value = lua_gettop(L);
    if (lua_istable(L, value) && lua_rawlen(L, value)) {
      if (begun) buffer_byte(out, ',');
      begun = true;
      write_key(&e, value - 1);
      encode_list(&e, value, 1);
    }
    lua_pop(L, 2);
  }
  buffer_byte(out, '}');
}
