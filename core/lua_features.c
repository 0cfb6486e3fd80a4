/* lua_features.c: page:features(): the columns of a page as lists that are made when they are
   first read, the texts of blocks, and methods that add columns. What Lua holds is a table; its fields
   are what has been read. */
#include "lua_features.h"

#include "lua_columns.h"
#include "lua_features_run.h"
#include "lua_pattern.h"
#include "lua_state.h"

#define FEATURES_TYPE "galley.features"
#define TEXTS_TYPE "galley.texts"

/* -- columns as values --------------------------------------------------------------- */

/* Pushes a column as a list; false where there is none. `number` is that of one of the page's
   own, from 1, or 0. */
static bool push_column(lua_State *L, const columns *c, const page_ref *r, const char *name, unsigned number,
                        int pack) {
  const added_column *a = number ? NULL : lua_columns_find(c, formula_hash(name));
  if (!a && !number) return false;
  cell_list cells = a ? a->cells : lua_columns_known(c, r, number);
  lua_state_spend(L, 2 * (uint64_t)cells.count);
  lua_cells_list(L, &cells, pack);
  return true;
}

/* features.name: a column, which then stays there. */
static int features_index(lua_State *L) {
  page_ref *r;
  lua_settop(L, 2);
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  lua_pushvalue(L, 2);
  lua_rawget(L, lua_upvalueindex(1));
  unsigned number = (unsigned)lua_tointeger(L, -1);
  const columns *c = lua_columns_check(L, &r);
  if (!push_column(L, c, r, lua_tostring(L, 2), number, lua_upvalueindex(2))) return 0;
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -2);
  lua_rawset(L, 1);
  return 1;
}

/* features:cells(name) -> a handle on a column that is no list: for those of which few rows are
   read. handle[i] is its cell in row i as it is then, #handle the number of rows. */
static int features_cells(lua_State *L) {
  page_ref *r;
  const char *name = luaL_checkstring(L, 2);
  lua_settop(L, 2);
  columns *c = lua_columns_self(L, &r);
  unsigned number = block_feature_number(name);
  const added_column *a = number ? NULL : lua_columns_find(c, formula_hash(name));
  luaL_argcheck(L, a || (number > 0 && number <= MOST_HANDLED), 2, "there is no such column");
  if (!a) c->handled[number - 1] = lua_columns_known(c, r, number);
  lua_rawgetp(L, 1, lua_columns_type);
  lua_rawgeti(L, 3, 1);
  lua_cells_handle(L, a ? &a->cells : &c->handled[number - 1], 4, 5);
  return 1;
}

/* -- texts -------------------------------------------------------------------------- */

static const char lower_key = 'l';

/* features.text[i], features.lower[i]: made once. A table of texts has the columns as features have
   them, and under another key whether its letters are small. */
static int texts_index(lua_State *L) {
  int whole;
  page_ref *r;
  lua_Integer i = lua_tointegerx(L, 2, &whole);
  lua_settop(L, 2);
  if (!whole) return 0;
  columns *c = lua_columns_check(L, &r);
  if (i < 1 || i > (lua_Integer)c->blocks) return 0;
  const block_text *text = lua_block_text(L, c->texts, r, (uint32_t)i, 3);
  bool lower = lua_rawgetp(L, 1, &lower_key) == LUA_TBOOLEAN;
  lua_state_room(L, text->size);
  lua_pushlstring(L, lower ? text->lower : text->plain, text->size);
  lua_pushvalue(L, -1);
  lua_rawseti(L, 1, i);
  return 1;
}

/* features:matches(i, patterns): string.matches of the text of block `i` in small letters, which
   need not become a string for it. */
static int features_matches(lua_State *L) {
  page_ref *r;
  lua_Integer i = luaL_checkinteger(L, 2);
  lua_settop(L, 3);
  columns *c = lua_columns_self(L, &r);
  luaL_argcheck(L, i >= 1 && i <= (lua_Integer)c->blocks, 2, "the page has no such block");
  if (!lua_patterns_test(L, 3)) luaL_checktype(L, 3, LUA_TTABLE);
  block_text *text = lua_block_text(L, c->texts, r, (uint32_t)i, 4);
  lua_Integer found = lua_pattern_any(L, text->lower, text->size, 3, &text->pairs);
  if (found) lua_pushinteger(L, found);
  else lua_pushboolean(L, 0);
  return 1;
}

/* Adds a table of texts to the features on top of the stack, whose columns are at `of`. */
static void add_texts(lua_State *L, const char *name, bool lower, int of) {
  lua_createtable(L, 64, 2);
  lua_pushvalue(L, of);
  lua_rawsetp(L, -2, lua_columns_type);
  if (lower) {
    lua_pushboolean(L, 1);
    lua_rawsetp(L, -2, &lower_key);
  }
  luaL_setmetatable(L, TEXTS_TYPE);
  lua_setfield(L, -2, name);
}

/* -- making them ---------------------------------------------------------------------- */

/* page:features([most]) -> the columns of block_features.h, name -> list of numbers, made when
   they are first read; `blocks` and `boxes`, how many there are, of the first `most` blocks;
   `text` and `lower`, the texts of the blocks; and derive, rows, best, mark, fit, matches. */
int lua_features_of_page(lua_State *L) {
  static const luaL_Reg methods[] = {
    {"derive", lua_features_derive}, {"rows", lua_features_rows}, {"best", lua_features_best},
    {"mark", lua_features_mark},     {"fit", lua_features_fit},   {"cells", features_cells},
    {"matches", features_matches},   {NULL, NULL}};
  page_ref *r = lua_page_check(L, 1);
  lua_Integer most = luaL_optinteger(L, 2, UINT32_MAX);
  if (page_ref_features(r) != STATUS_OK) luaL_error(L, "memory is out");
  lua_settop(L, 1);
  columns *c = lua_columns_push(L, r, most);
  lua_createtable(L, 0, 64);
  c->table = lua_topointer(L, -1);
  lua_pushvalue(L, 2);
  luaL_setfuncs(L, methods, 1);
  lua_pushvalue(L, 2);
  lua_rawsetp(L, -2, lua_columns_type);
  lua_pushinteger(L, c->blocks);
  lua_setfield(L, -2, "blocks");
  lua_pushinteger(L, c->boxes);
  lua_setfield(L, -2, "boxes");
  add_texts(L, "text", false, 2);
  add_texts(L, "lower", true, 2);
  luaL_setmetatable(L, FEATURES_TYPE);
  return 1;
}

void lua_features_metatables(lua_State *L) {
  lua_cells_metatable(L);
  lua_columns_metatable(L);
  luaL_newmetatable(L, TEXTS_TYPE);
  lua_pushcfunction(L, texts_index);
  lua_setfield(L, -2, "__index");
  luaL_newmetatable(L, FEATURES_TYPE);
  lua_createtable(L, 0, (int)block_feature_count());
  for (unsigned column = 0; column < block_feature_count(); column++) {
    lua_pushinteger(L, column + 1);
    lua_setfield(L, -2, block_feature_name(column));
  }
  if (luaL_loadstring(L, "return {...}") != LUA_OK) lua_error(L);
  lua_pushcclosure(L, features_index, 2);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 2);
}
