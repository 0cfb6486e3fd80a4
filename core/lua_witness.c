/* lua_witness.c: what the search for a page's witnesses (lua/galley/divide/witness.lua) asks of
   the core. Rules do not see it. */
#include "lua_witness.h"

#include <string.h>

#include "lua_page.h"
#include "lua_selector.h"

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

/* core.closest(page, selector or css, row, levels) -> the first of `levels` elements that matches,
   of the row and those around it one after the other; nil where none does. */
static int closest(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  const selector *compiled = lua_selector_check(L, 2);
  lua_Integer row = luaL_checkinteger(L, 3), levels = luaL_checkinteger(L, 4);
  luaL_argcheck(L, row >= 0 && row < (lua_Integer)p->node_count, 3, "the page has no such row");
  luaL_argcheck(L, levels >= 0 && levels <= UINT32_MAX, 4, "out of range");
  uint32_t found = selector_closest(compiled, p, (uint32_t)row, (uint32_t)levels);
  if (found == PAGE_NONE) lua_pushnil(L);
  else lua_pushinteger(L, found);
  return 1;
}

void lua_witness_register(lua_State *L) {
  static const luaL_Reg functions[] = {{"squeeze", squeeze}, {"closest", closest}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
