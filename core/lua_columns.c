/* lua_columns.c: the columns of a page as formulas and features reach them: the page's own, and those
   that a rule adds. Behind a table of features, under a key that no rule has, is a userdata with them,
   whose user value keeps the memory of those that were added, and the page. */
#include "lua_columns.h"

#include <string.h>

#include "lua_state.h"
#include "lua_typed.h"

#define COLUMNS_TYPE "galley.columns"

enum { TEXTS_FIELD = 0 /* of the user value: the texts of the blocks; 1 is the page, from 2 on is what they say */ };

const char lua_columns_type[] = COLUMNS_TYPE;

columns *lua_columns_check(lua_State *L, page_ref **r) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_rawgetp(L, 1, lua_columns_type);
  columns *c = lua_typed_test(L, -1, lua_columns_type);
  if (!c) luaL_argerror(L, 1, "features are expected");
  if (!lua_page_is_open(c->page)) luaL_error(L, "page is closed");
  *r = c->ref;
  lua_getiuservalue(L, -1, 1);
  lua_remove(L, -2);
  return c;
}

columns *lua_columns_self(lua_State *L, page_ref **r) {
  columns *c = lua_touserdata(L, lua_upvalueindex(1));
  if (lua_topointer(L, 1) != c->table) return lua_columns_check(L, r);
  if (!lua_page_is_open(c->page)) luaL_error(L, "page is closed");
  *r = c->ref;
  lua_getiuservalue(L, lua_upvalueindex(1), 1);
  return c;
}

const added_column *lua_columns_find(const columns *c, uint64_t hash) {
  for (uint32_t at = hash % PLACES; c->places[at]; at = (at + 1) % PLACES) {
    const added_column *a = &c->added[c->places[at] - 1];
    if (a->hash == hash) return a;
  }
  return NULL;
}

/* One of the page's own columns, by its number from 1. */
static const uint32_t *known_column(const columns *c, const page_ref *r, unsigned number) {
  return number == c->cut_number ? c->cut_cells : block_feature_column(&r->features, number - 1);
}

uint32_t lua_columns_rows(const columns *c, const char *name) {
  return formula_is_box_name(name) ? c->boxes : c->blocks;
}

static added_column *new_column(columns *c, uint64_t hash) {
  added_column *a = &c->added[c->count++];
  uint32_t at = hash % PLACES;
  while (c->places[at]) at = (at + 1) % PLACES;
  c->places[at] = (uint8_t)c->count;
  a->hash = hash;
  return a;
}

void *lua_columns_add(lua_State *L, columns *c, const char *name, bool whole, int held) {
  uint32_t rows = lua_columns_rows(c, name);
  size_t size = ((size_t)rows + FORMULA_PADDING) * (whole ? sizeof(uint32_t) : sizeof(double));
  uint64_t hash = formula_hash(name);
  added_column *a = (added_column *)(uintptr_t)lua_columns_find(c, hash);
  if (!a && block_feature_number(name)) luaL_error(L, "the page has a column '%s' already", name);
  if (!a && c->count == MOST_ADDED) luaL_error(L, "a rule adds at most %d columns", MOST_ADDED);
  if (strlen(name) >= FORMULA_NAME) luaL_error(L, "the column's name is too long");
  lua_state_room(L, size);
  lua_pushvalue(L, COLUMN_NAME);
  void *cells = lua_newuserdatauv(L, size, 0);
  memset(cells, 0, size);
  lua_rawset(L, held);
  if (!a) a = new_column(c, hash);
  a->cells = (cell_list){.whole = whole ? cells : NULL, .real = whole ? NULL : cells, .count = rows};
  return cells;
}

cell_list lua_columns_known(const columns *c, const page_ref *r, unsigned number) {
  return (cell_list){.whole = known_column(c, r, number), .count = number < c->first_of_boxes ? c->blocks : c->boxes};
}

/* Leaves out the boxes behind the blocks that are looked at, and cuts those around them.
   Expects the user value at `held`. */
static void cut(lua_State *L, columns *c, const page_ref *r, int held) {
  const uint32_t *first = block_feature_column(&r->features, block_feature_number("box_first") - 1);
  unsigned number = block_feature_number("box_last");
  const uint32_t *last = block_feature_column(&r->features, number - 1);
  while (c->boxes && first[c->boxes - 1] > c->blocks) c->boxes--;
  uint32_t *cells = lua_newuserdatauv(L, ((size_t)c->boxes + FORMULA_PADDING) * sizeof *cells, 0);
  memset(cells + c->boxes, 0, FORMULA_PADDING * sizeof *cells);
  for (uint32_t i = 0; i < c->boxes; i++) cells[i] = last[i] < c->blocks ? last[i] : c->blocks;
  lua_setfield(L, held, "box_last");
  c->cut_number = number;
  c->cut_cells = cells;
}

columns *lua_columns_push(lua_State *L, page_ref *r, lua_Integer most) {
  columns *c = lua_newuserdatauv(L, sizeof *c, 1);
  memset(c, 0, sizeof *c);
  c->type = lua_columns_type;
  c->page = lua_touserdata(L, 1);
  c->ref = r;
  c->blocks = r->features.blocks;
  c->boxes = r->features.boxes;
  c->first_of_boxes = block_feature_number("box_parent");
  luaL_setmetatable(L, COLUMNS_TYPE);
  lua_createtable(L, 1, MOST_ADDED);
  lua_pushvalue(L, 1);
  lua_rawseti(L, -2, 1);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, -3, 1);
  if (most < (lua_Integer)c->blocks) {
    c->blocks = most > 0 ? (uint32_t)most : 0;
    cut(L, c, r, lua_gettop(L));
  }
  c->texts = lua_block_texts_push(L, c->blocks);
  lua_rawseti(L, -2, TEXTS_FIELD);
  lua_pop(L, 1);
  return c;
}

void lua_columns_metatable(lua_State *L) {
  luaL_newmetatable(L, COLUMNS_TYPE);
  lua_pop(L, 1);
}
