/* lua_features_run.h: the methods of features that go through many rows; what they take stands with each. */
#ifndef GALLEY_LUA_FEATURES_RUN_H
#define GALLEY_LUA_FEATURES_RUN_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

int lua_features_derive(lua_State *L);
int lua_features_rows(lua_State *L);
int lua_features_best(lua_State *L);
int lua_features_mark(lua_State *L);
int lua_features_fit(lua_State *L);

#pragma GCC visibility pop

#endif
