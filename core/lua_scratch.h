/* lua_scratch.h: an owner for what layer 1 allocates while a C function works for
   Lua. A Lua error may strike at any push; whatever a scratch holds then goes with
   it. Make the scratch first, fill it, push the results, free it. */
#ifndef GALLEY_LUA_SCRATCH_H
#define GALLEY_LUA_SCRATCH_H

#include "buffer.h"
#include "libxml.h"
#include "lua_compat.h"
#include "text.h"

#pragma GCC visibility push(hidden)

typedef struct lua_scratch {
  row_list rows;
  span_list spans;
  buffer bytes;
  xpath_result found;
} lua_scratch;

/* Pushes an empty scratch; it owns from now on what its fields point at. */
lua_scratch *lua_scratch_push(lua_State *L);
/* Frees what it holds now rather than at the next collection. */
void lua_scratch_free(lua_scratch *s);

#pragma GCC visibility pop
#endif
