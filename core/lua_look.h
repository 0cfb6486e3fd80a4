/* lua_look.h: how lines look, for Lua. */
#ifndef GALLEY_LUA_LOOK_H
#define GALLEY_LUA_LOOK_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Adds `look` to the table on top of the stack. */
void lua_look_register(lua_State *L);

#pragma GCC visibility pop

#endif
