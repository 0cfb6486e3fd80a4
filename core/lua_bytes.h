/* lua_bytes.h: what Lua asks of plain bytes. */
#ifndef GALLEY_LUA_BYTES_H
#define GALLEY_LUA_BYTES_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Adds gunzip, is_gzip and sha256 to the table on top of the stack. */
void lua_bytes_register(lua_State *L);

#pragma GCC visibility pop
#endif
