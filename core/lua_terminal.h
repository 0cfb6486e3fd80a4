/* lua_terminal.h: what the command asks of the terminal it may be writing to. */
#ifndef GALLEY_LUA_TERMINAL_H
#define GALLEY_LUA_TERMINAL_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Adds isatty and columns to the table on top of the stack. */
void lua_terminal_register(lua_State *L);

#pragma GCC visibility pop

#endif
