/* lua_metas.c: a page's meta elements by name, in one pass. */
#include "lua_metas.h"

#include "html_names.h"
#include "lower.h"
#include "lua_page.h"
#include "lua_state.h"

#define ROWS_A_STEP 16
enum { WANTED = 2 }; /* the argument */

/* Pushes an attribute's value in lower case (ASCII's). */
static void push_lower(lua_State *L, const page *p, const page_attr *a) {
  size_t size;
  const char *value = page_attr_value(p, a, &size);
  luaL_Buffer b;
  char *out = luaL_buffinitsize(L, &b, size);
  lower_letters(value, size, out);
  luaL_pushresultsize(&b, size);
}

/* Whether the name on top of the stack is a key of the table at WANTED, where there is one. */
static bool is_wanted(lua_State *L) {
  if (lua_isnil(L, WANTED)) return true;
  lua_pushvalue(L, -1);
  bool wanted = lua_rawget(L, WANTED) != LUA_TNIL;
  lua_pop(L, 1);
  return wanted;
}

/* Appends the value to the list of a name in the table on top of the stack. */
static void add_value(lua_State *L, const page *p, const page_attr *name, const char *value, size_t size) {
  push_lower(L, p, name);
  if (!is_wanted(L)) {
    lua_pop(L, 1);
    return;
  }
  lua_pushvalue(L, -1);
  if (lua_rawget(L, -3) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_createtable(L, 1, 0);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, -5);
  }
  lua_pushlstring(L, value, size);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
  lua_pop(L, 2);
}

/* Adds a meta element to the table on top of the stack. */
static void add_meta(lua_State *L, const page *p, uint32_t row) {
  static const uint32_t names[] = {NAME_PROPERTY, NAME_NAME, NAME_ITEMPROP};
  const page_attr *content = page_attribute(p, row, NAME_CONTENT);
  size_t size = 0;
  const char *value = content ? page_attr_value(p, content, &size) : NULL;
  if (size == 0) return;
  lua_state_room(L, size);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const page_attr *name = page_attribute(p, row, names[i]);
    if (name) add_value(L, p, name, value, size);
  }
}

/* page:metas([wanted]) -> the contents of its meta elements that are not empty: lists in the order
   of the page, by property, name or itemprop in lower case, of the keys of `wanted` alone where it
   is given. What a template holds is passed over. */
int lua_page_metas(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  lua_state_spend(L, 1 + p->node_count / ROWS_A_STEP);
  if (!lua_isnoneornil(L, WANTED)) luaL_checktype(L, WANTED, LUA_TTABLE);
  lua_settop(L, WANTED);
  lua_newtable(L);
  for (uint32_t row = 0; row < p->node_count; row++) {
    if (p->nodes[row].kind == NODE_CONTENT) row = p->nodes[row].end - 1;
    else if (page_is_named(p, row, NAME_META)) add_meta(L, p, row);
  }
  return 1;
}
