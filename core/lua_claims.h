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
/* lua_listed.c: the method `list`. */
int lua_claims_list(lua_State *L);

/* lua_sheet.c: pushes a sheet's content as Lua tables. May raise: out of memory. */
void lua_sheet_push(lua_State *L, sheet *s);

#pragma GCC visibility pop

#endif
