/* lua_compat.h: what Lua 5.3 lacks of the 5.4 API that the binding uses. */
#ifndef GALLEY_LUA_COMPAT_H
#define GALLEY_LUA_COMPAT_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#if LUA_VERSION_NUM < 504
/* 5.3 has one user value of any type, which is all the binding asks for. */
#define lua_newuserdatauv(L, size, values) lua_newuserdata(L, size)
#define lua_setiuservalue(L, index, n) lua_setuservalue(L, index)
#define lua_getiuservalue(L, index, n) lua_getuservalue(L, index)
#define luaL_pushfail(L) lua_pushnil(L)
#endif

#endif
