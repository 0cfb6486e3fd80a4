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
  bool busy;
} lua_scratch;

/* Pushes a scratch (some value that keeps it alive), empty; it owns from now on what its
   fields point at. Each state has one, so that its buffers are not made for every call. */
lua_scratch *lua_scratch_push(lua_State *L);
/* Ends its use: it is empty again, and keeps its buffers where they are small. */
void lua_scratch_free(lua_scratch *s);

#pragma GCC visibility pop
#endif
