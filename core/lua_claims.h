/* lua_claims.h: claims and sheets as Lua sees them. */
#ifndef GALLEY_LUA_CLAIMS_H
#define GALLEY_LUA_CLAIMS_H

#include "lua_compat.h"
#include "lua_page.h"
#include "sheet.h"

#pragma GCC visibility push(hidden)

/* Registers the metatable and adds `claims` and `json_string` to the table on top
   of the stack. */
void lua_claims_register(lua_State *L);

/* The claims at an argument, which are not settled yet, and their page. */
claims *lua_claims_open(lua_State *L, int arg, page_ref **of);
/* Raises where a claim could not be taken in. */
void lua_claims_status(lua_State *L, const claims *c);

/* lua_listed.c: a list of claims that is being read, from whichever state. It is made from the
   arguments from `first` on: claims, behaves (how each kind behaves: a table), layer, file, line
   (of the rule that made the list, where an item names none) and room (the steps that it may take).
   It is pushed as a userdata, which owns it. `strict`: the list is a stranger's, whose texts may
   have so many bytes in all; 0: it is ours. */
typedef struct claim_listing claim_listing;
claim_listing *lua_listed_open(lua_State *L, int first, size_t strict);
/* Adds the claims of the list on top of the stack of a state, in which it raises. */
void lua_listed_take(lua_State *L, claim_listing *l);
/* Takes back what was added. */
void lua_listed_undo(claim_listing *l);
/* The steps it took: more than there was room for where not all was added for want of them. */
lua_Integer lua_listed_spent(const claim_listing *l);
/* The method `list`. */
int lua_claims_list(lua_State *L);

/* lua_sheet.c: pushes a sheet's content as Lua tables. May raise: out of memory. */
void lua_sheet_push(lua_State *L, sheet *s);

#pragma GCC visibility pop

#endif
