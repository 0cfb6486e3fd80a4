/* lua_copy.h: values from one Lua state to another, through bytes that belong to
   neither.

   An error in one state must never unwind the other's frames, so a copy has two
   halves: value_copy_write runs in (a protected call of) the state that has the
   value, value_copy_read in the state that gets it. Between them lies a buffer in
   plain C memory, which a userdata of the caller owns. */
#ifndef GALLEY_LUA_COPY_H
#define GALLEY_LUA_COPY_H

#include "buffer.h"
#include "lua_compat.h"
#include "lua_page.h"

#pragma GCC visibility push(hidden)

enum {
  COPY_VALUES = 100000, /* keys and values in one copy */
  COPY_DEPTH = 32,      /* tables in tables */
  COPY_PAGES = 8,       /* different pages whose nodes one call may carry */
  COPY_PATH = 256       /* bytes of a key path */
};

/* What may stand for a function. */
typedef enum copy_functions { COPY_NO_FUNCTIONS, COPY_FUNCTION_PATHS } copy_functions;

/* One copy under way. Zero it before use; the owner frees it with value_copy_free. */
typedef struct value_copy {
  buffer data;
  size_t most_bytes; /* of strings; 0 = no limit */
  page_ref *pages[COPY_PAGES]; /* borrowed: the arguments of the call hold them */
  unsigned page_count;
} value_copy;

void value_copy_free(value_copy *c);

/* Appends the values first..last of L's stack. Tables are read raw and without
   their metatables. Functions become { ["function"] = "key.path" } where
   `functions` allows. Nodes and pages are written as a number of a page (`pages` is the
   stack index of a table that holds their userdata by that number) and a row; with
   `adopt`, pages not met before are added to both, else they are refused. Raises for what cannot be
   copied: cycles, other userdata, threads, functions, too many values, too deep. */
void value_copy_write(lua_State *L, value_copy *c, int first, int last, copy_functions functions,
                    int pages, bool adopt);

/* Pushes all that was written and returns how many values that is. Page handles are
   made as needed and kept in the table at `pages`. May raise a memory error. */
int value_copy_read(lua_State *L, const value_copy *c, int pages);

/* Pushes the value found in the table at `index` by the path that value_copy_write gave
   to a function; nil where there is none. */
void value_copy_follow(lua_State *L, int index, const char *path, size_t size);

#pragma GCC visibility pop
#endif
