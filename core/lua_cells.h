/* lua_cells.h: a column of features as Lua values: a list of all its cells, or a handle that reads
   one at a time. */
#ifndef GALLEY_LUA_CELLS_H
#define GALLEY_LUA_CELLS_H

#include <stdint.h>

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Where the cells of a column are: `real`, or else `whole`. */
typedef struct cell_list {
  const double *real;
  const uint32_t *whole;
  uint32_t count;
} cell_list;

/* Pushes a list of the cells. Lua makes a list of what a function is given much faster than one
   value after the other can be put into it: `pack` is the stack index of a function that
   returns its arguments in a list. */
void lua_cells_list(lua_State *L, const cell_list *cells, int pack);
/* Pushes a handle: handle[i] is a cell, nil where there is none, #handle how many there are.
   `cells` is where they are at any time: the value at stack index `keeper`, which the handle keeps
   alive, holds that, and keeps the page userdata at `page_at`; once that is closed, reading raises. */
void lua_cells_handle(lua_State *L, const cell_list *cells, int keeper, int page_at);
/* Registers the metatable of handles. */
void lua_cells_metatable(lua_State *L);

#pragma GCC visibility pop
#endif
