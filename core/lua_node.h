/* lua_node.h: nodes as Lua values (lua_page.h has what other C files use). */
#ifndef GALLEY_LUA_NODE_H
#define GALLEY_LUA_NODE_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Makes the metatable of nodes. */
void lua_node_metatable(lua_State *L);

#pragma GCC visibility pop
#endif
