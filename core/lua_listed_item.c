/* lua_listed_item.c: one item of a list of claims: its fields, and what reading them costs. */
#include <string.h>

#include "lua_listed.h"
#include "lua_state.h"

enum {
  MOST_VALUES = 100000, /* keys and values of a stranger's list */
  VALUE_STEPS = 4,
  BYTES_A_STEP = 64,
  LONGEST_NAME = 8
};

static const char *const names[ITEM_FIELDS] = {
  [ITEM_OF] = "of", [ITEM_TAG] = "tag", [ITEM_SRC] = "src", [ITEM_ALT] = "alt", [ITEM_WHY] = "why",
  [ITEM_KIND] = "kind", [ITEM_NODE] = "node", [ITEM_HREF] = "href", [ITEM_FROM] = "from", [ITEM_TEXT] = "text",
  [ITEM_LINE] = "line", [ITEM_TAGS] = "tags", [ITEM_RANGE] = "range", [ITEM_BLOCK] = "block",
  [ITEM_LEVEL] = "level", [ITEM_MARKS] = "marks", [ITEM_BLOCKS] = "blocks", [ITEM_ORDERED] = "ordered",
  [ITEM_CONTENT] = "content", [ITEM_DATETIME] = "datetime",
};

/* The first field whose name has so many bytes. */
static const uint8_t first_of[LONGEST_NAME + 2] = {
  ITEM_OF, ITEM_OF, ITEM_OF, ITEM_TAG, ITEM_KIND, ITEM_RANGE, ITEM_BLOCKS, ITEM_ORDERED, ITEM_DATETIME, ITEM_FIELDS
};

/* ITEM_FIELDS where there is no such field. */
static item_field field_named(const char *name, size_t size) {
  if (size > LONGEST_NAME) return ITEM_FIELDS;
  for (unsigned f = first_of[size]; f < first_of[size + 1]; f++)
    if (names[f][0] == name[0] && memcmp(names[f], name, size) == 0) return (item_field)f;
  return ITEM_FIELDS;
}

const char *lua_item_name(item_field field) {
  return names[field];
}

void lua_item_spend(lua_State *L, item_budget *b, uint64_t values, size_t size) {
  if (!b->most_bytes) return;
  b->values += values;
  if (b->values > MOST_VALUES) luaL_error(L, "more than %d values cannot be claimed", MOST_VALUES);
  if (size > b->most_bytes - b->bytes) luaL_error(L, "so much text cannot be claimed");
  b->bytes += size;
  lua_state_spend(L, VALUE_STEPS * values + size / BYTES_A_STEP);
}

static void read_number(lua_State *L, item_value *out) {
  int whole;
  out->integer = lua_isinteger(L, -1);
  out->number = lua_tointegerx(L, -1, &whole);
  out->whole = whole;
}

/* The value on top of the stack. */
static void read_value(lua_State *L, int type, item_value *out) {
  out->type = type;
  if (type == LUA_TSTRING) out->text = lua_tolstring(L, -1, &out->size);
  else if (type == LUA_TNUMBER) read_number(L, out);
  else if (type == LUA_TBOOLEAN) out->number = lua_toboolean(L, -1);
}

/* What is no data, under the key below it. */
static void refuse(lua_State *L, const item_budget *b) {
  if (!b->most_bytes) return;
  const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "a number";
  luaL_error(L, "a %s cannot be claimed, at %s", luaL_typename(L, -1), key);
}

void lua_item_read(lua_State *L, int index, item_budget *b, listed_item *out) {
  uint64_t pairs = 0;
  size_t bytes = 0;
  *out = (listed_item){0};
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1), pairs++) {
    int type = lua_type(L, -1);
    size_t size;
    if (type > LUA_TTABLE || type == LUA_TLIGHTUSERDATA) refuse(L, b);
    const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tolstring(L, -2, &size) : NULL;
    item_field field = name ? field_named(name, size) : ITEM_FIELDS;
    if (field == ITEM_FIELDS) continue;
    read_value(L, type, &out->fields[field]);
    bytes += out->fields[field].size;
  }
  lua_item_spend(L, b, 2 * pairs + 2, bytes);
}

int lua_item_push(lua_State *L, int index, item_field field) {
  lua_pushstring(L, names[field]);
  return lua_rawget(L, index);
}
