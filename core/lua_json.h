/* lua_json.h: Lua tables as JSON. `object` and `keys` are stack indices (not counted from the
   top) of tables that are read raw; `keys` is a list of at most 64 strings that also has under
   each string its place in the list. Keys of objects come in that order; those that are not in
   it are left out. A table is a list where it has something at 1 or is empty. What is no table
   or string is written as tostring says it. All raise where tables nest deeper than 32. */
#ifndef GALLEY_LUA_JSON_H
#define GALLEY_LUA_JSON_H

#include "buffer.h"
#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Appends the object without its last brace. */
void lua_json_open(lua_State *L, int object, int keys, buffer *out);
/* Appends an object of those fields that are lists and not empty. */
void lua_json_lists(lua_State *L, int object, int keys, buffer *out);

#pragma GCC visibility pop
#endif
