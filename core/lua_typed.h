/* lua_typed.h: userdata that are known by their first word. To ask the registry for their
   metatable, as luaL_testudata does, costs more than most of what is then done with them. */
#ifndef GALLEY_LUA_TYPED_H
#define GALLEY_LUA_TYPED_H

#include "lua_compat.h"

/* The userdata at an index whose first member is this pointer, which is the address of
   something static; NULL for any other value. */
static inline void *lua_typed_test(lua_State *L, int index, const void *type) {
  void *held = lua_touserdata(L, index);
  if (!held || lua_rawlen(L, index) < sizeof type) return NULL; /* a light one has no length */
  return *(const void *const *)held == type ? held : NULL;
}

#endif
