/* lua_cells.c: columns of numbers for Lua. */
#include "lua_cells.h"

#include <limits.h>
#include <stdbool.h>

#include "lua_page.h"
#include "lua_typed.h"

#define CELLS_TYPE "galley.cells"

enum { MOST_PACKED = 10000 /* cells of a column that Lua gets at once */ };

static const char cells_type[] = "cells";

typedef struct cells_handle {
  const void *type;
  const cell_list *cells;
  const void *page;
} cells_handle;

/* Whole numbers are pushed as such, so that bits stay bits. */
static void push_real(lua_State *L, double value) {
  if (value >= -1e15 && value <= 1e15 && (double)(int64_t)value == value) lua_pushinteger(L, (lua_Integer)value);
  else lua_pushnumber(L, value);
}

static void push_cell(lua_State *L, const cell_list *cells, uint32_t i) {
  if (cells->real) push_real(L, cells->real[i]);
  else lua_pushinteger(L, cells->whole[i]);
}

/* All of them, for which there is room on the stack. */
static void push_all(lua_State *L, const cell_list *cells) {
  uint32_t count = cells->count;
  if (cells->real)
    for (const double *cell = cells->real, *end = cell + count; cell < end; cell++) push_real(L, *cell);
  else
    for (const uint32_t *cell = cells->whole, *end = cell + count; cell < end; cell++) lua_pushinteger(L, *cell);
}

/* Through the stack, which is faster than cell by cell. */
static void push_packed(lua_State *L, const cell_list *cells, int pack) {
  lua_pushvalue(L, pack);
  push_all(L, cells);
  lua_call(L, (int)cells->count, 1);
}

void lua_cells_list(lua_State *L, const cell_list *cells, int pack) {
  if (cells->count <= MOST_PACKED && lua_checkstack(L, (int)cells->count + LUA_MINSTACK)) {
    push_packed(L, cells, pack);
    return;
  }
  lua_createtable(L, cells->count < INT_MAX ? (int)cells->count : INT_MAX, 0);
  for (uint32_t i = 0; i < cells->count; i++) {
    push_cell(L, cells, i);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

void lua_cells_handle(lua_State *L, const cell_list *cells, int keeper, int page_at) {
  const void *held = lua_touserdata(L, page_at);
  cells_handle *h = lua_newuserdatauv(L, sizeof *h, 1);
  *h = (cells_handle){cells_type, cells, held};
  lua_pushvalue(L, keeper);
  lua_setiuservalue(L, -2, 1);
  luaL_setmetatable(L, CELLS_TYPE);
}

static const cell_list *check_cells(lua_State *L) {
  const cells_handle *h = lua_typed_test(L, 1, cells_type);
  if (!h) h = luaL_checkudata(L, 1, CELLS_TYPE);
  if (!lua_page_is_open(h->page)) luaL_error(L, "page is closed");
  return h->cells;
}

static int cells_index(lua_State *L) {
  int whole;
  const cell_list *cells = check_cells(L);
  lua_Integer i = lua_tointegerx(L, 2, &whole);
  if (!whole || i < 1 || i > (lua_Integer)cells->count) return 0;
  push_cell(L, cells, (uint32_t)i - 1);
  return 1;
}

static int cells_size(lua_State *L) {
  lua_pushinteger(L, check_cells(L)->count);
  return 1;
}

void lua_cells_metatable(lua_State *L) {
  static const luaL_Reg meta[] = {{"__index", cells_index}, {"__len", cells_size}, {NULL, NULL}};
  luaL_newmetatable(L, CELLS_TYPE);
  luaL_setfuncs(L, meta, 0);
  lua_pushliteral(L, CELLS_TYPE);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
}
