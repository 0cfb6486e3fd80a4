/* lua_sandbox.h: rule files as the caller's state sees them: load, call, renew. */
#ifndef GALLEY_LUA_SANDBOX_H
#define GALLEY_LUA_SANDBOX_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Adds `sandbox` to the table on top of the stack. */
void lua_sandbox_register(lua_State *L);

#pragma GCC visibility pop
#endif
