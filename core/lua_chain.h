/* lua_chain.h: the best row of roles, for Lua. */
#ifndef GALLEY_LUA_CHAIN_H
#define GALLEY_LUA_CHAIN_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Adds chain(lists, weights, steps, start) to the table on top of the stack. */
void lua_chain_register(lua_State *L);

#pragma GCC visibility pop
#endif
