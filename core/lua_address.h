/* lua_address.h: what rules ask of addresses. */
#ifndef GALLEY_LUA_ADDRESS_H
#define GALLEY_LUA_ADDRESS_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Adds the methods of strings to the table at an index. */
void lua_address_register(lua_State *L, int strings);
/* page:target(…): a method of pages. */
int lua_address_target(lua_State *L);

#pragma GCC visibility pop
#endif
