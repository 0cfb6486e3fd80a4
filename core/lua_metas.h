/* lua_metas.h: a page's meta elements by name. */
#ifndef GALLEY_LUA_METAS_H
#define GALLEY_LUA_METAS_H

#include <lua.h>

#include "page.h"

#pragma GCC visibility push(hidden)

/* page:metas([wanted]) -> lists of contents by name (see lua_metas.c). */
int lua_page_metas(lua_State *L);
/* Adds a meta element to the table on top of the stack, the one that is wanted being argument 2. */
void lua_metas_add(lua_State *L, const page *p, uint32_t row);

#pragma GCC visibility pop
#endif
