/* lua_fit.h: the texts of a list in Lua, to which others are held. */
#ifndef GALLEY_LUA_FIT_H
#define GALLEY_LUA_FIT_H

#include "fit.h"
#include "lua_compat.h"

#pragma GCC visibility push(hidden)

typedef struct lua_fit lua_fit;
/* Pushes the texts of the list at stack index `list`, the first eight. */
lua_fit *lua_fit_push(lua_State *L, int list);
/* How many those are. */
unsigned lua_fit_count(const lua_fit *f);
/* How well a text fits the best of them: 0 to 1. */
double lua_fit_of(lua_State *L, lua_fit *f, const char *text, size_t size);

#pragma GCC visibility pop
#endif
