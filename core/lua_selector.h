/* lua_selector.h: compiled CSS selectors as Lua values. */
#ifndef GALLEY_LUA_SELECTOR_H
#define GALLEY_LUA_SELECTOR_H

#include "lua_compat.h"
#include "selector.h"

#pragma GCC visibility push(hidden)

/* Makes the metatable, and adds `selector` to the table on top of the stack. */
void lua_selector_register(lua_State *L);
/* Only the metatable. */
void lua_selector_metatable(lua_State *L);

/* The selector at an argument: a compiled one, or a string, which is compiled, and
   kept for the next time. Raises where it is neither, or no CSS. Valid until the
   calling C function returns: it may put a value on the stack to see to that. */
const selector *lua_selector_check(lua_State *L, int arg);

#pragma GCC visibility pop
#endif
