/* lua_witness.c: what the search for a page's witnesses (lua/galley/divide/witness.lua) asks of
   the core. Rules do not see it. */
#include "lua_witness.h"

#include <string.h>

#include "lua_metas.h"
#include "lua_page.h"
#include "witness_rows.h"

/* White space as Lua's patterns have it in the "C" locale. */
static bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* How much of a text stands as it is when it is squeezed. */
static size_t squeezed_front(const char *text, size_t size) {
  size_t at = 0;
  for (; at < size; at++) {
    if (!is_space(text[at])) continue;
    if (text[at] != ' ' || at == 0 || at + 1 == size || is_space(text[at + 1])) break;
  }
  return at;
}

/* core.squeeze(text) -> the text with runs of white space as one space, none at the ends. */
static int squeeze(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  size_t front = squeezed_front(text, size), stop = front;
  if (front == size) {
    lua_settop(L, 1);
    return 1;
  }
  luaL_Buffer b;
  char *out = luaL_buffinitsize(L, &b, size);
  memcpy(out, text, front);
  for (size_t at = front; at < size; at++) {
    if (is_space(text[at])) continue;
    if (stop && is_space(text[at - 1])) out[stop++] = ' ';
    out[stop++] = text[at];
  }
  luaL_pushresultsize(&b, stop);
  return 1;
}

typedef struct meta_taker {
  lua_State *L;
  const page *p;
} meta_taker;

static void take_meta(void *context, uint32_t row) {
  const meta_taker *t = context;
  lua_metas_add(t->L, t->p, row);
}

static void set_list(lua_State *L, const char *name, const witness_list *list) {
  lua_createtable(L, (int)list->count, 0);
  for (uint32_t i = 0; i < list->count; i++) {
    lua_pushinteger(L, list->rows[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, -2, name);
}

static void set_row(lua_State *L, const char *name, uint32_t row) {
  if (row == PAGE_NONE) return;
  lua_pushinteger(L, row);
  lua_setfield(L, -2, name);
}

/* core.witness_rows(page, wanted) -> what page:metas(wanted) gives, and { scripts, byline, published,
   modified: lists of rows; title, canonical, html: rows or nil } (see witness_rows.h). */
static int rows_of(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  meta_taker taker = {L, p};
  witness_rows rows;
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_newtable(L);
  witness_rows_find(p, &rows, take_meta, &taker);
  lua_createtable(L, 0, 7);
  set_list(L, "scripts", &rows.scripts);
  set_list(L, "byline", &rows.authors);
  set_list(L, "published", &rows.published);
  set_list(L, "modified", &rows.modified);
  set_row(L, "title", rows.title);
  set_row(L, "canonical", rows.canonical);
  set_row(L, "html", rows.html);
  return 2;
}

static const page *check_row(lua_State *L, uint32_t *row) {
  const page *p = lua_page_check(L, 1)->page;
  lua_Integer given = luaL_checkinteger(L, 2);
  luaL_argcheck(L, given >= 0 && given < (lua_Integer)p->node_count, 2, "the page has no such row");
  *row = (uint32_t)given;
  return p;
}

/* core.is_beside(page, row) -> boolean; core.name_row(page, row) -> row or nil (see witness_rows.h). */
static int is_beside(lua_State *L) {
  uint32_t row;
  const page *p = check_row(L, &row);
  lua_pushboolean(L, witness_is_beside(p, row));
  return 1;
}

static int name_row(lua_State *L) {
  uint32_t row;
  const page *p = check_row(L, &row);
  uint32_t found = witness_name_row(p, row);
  if (found == PAGE_NONE) lua_pushnil(L);
  else lua_pushinteger(L, found);
  return 1;
}

void lua_witness_register(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"squeeze", squeeze}, {"witness_rows", rows_of}, {"is_beside", is_beside}, {"name_row", name_row}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
