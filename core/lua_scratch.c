/* lua_scratch.c: an owner for what layer 1 allocates while a C function works for
   Lua. */
#include "lua_scratch.h"

#include <stdlib.h>

#define SCRATCH_TYPE "galley.scratch"

void lua_scratch_free(lua_scratch *s) {
  free(s->rows.items);
  free(s->spans.items);
  buffer_free(&s->bytes);
  xpath_result_free(&s->found);
  *s = (lua_scratch){0};
}

static int scratch_gc(lua_State *L) {
  lua_scratch_free(lua_touserdata(L, 1));
  return 0;
}

static void push_metatable(lua_State *L) {
  if (!luaL_newmetatable(L, SCRATCH_TYPE)) return;
  lua_pushcfunction(L, scratch_gc);
  lua_setfield(L, -2, "__gc");
}

lua_scratch *lua_scratch_push(lua_State *L) {
  lua_scratch *s = lua_newuserdatauv(L, sizeof *s, 0);
  *s = (lua_scratch){0};
  push_metatable(L); /* scratch, metatable */
  lua_setmetatable(L, -2);
  return s;
}
