/* lua_witness.h: what the search for witnesses asks of the core. */
#ifndef GALLEY_LUA_WITNESS_H
#define GALLEY_LUA_WITNESS_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Adds its functions to the table on top of the stack. */
void lua_witness_register(lua_State *L);

#pragma GCC visibility pop
#endif
