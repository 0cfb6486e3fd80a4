/* lua_metas.h: a page's meta elements by name. */
#ifndef GALLEY_LUA_METAS_H
#define GALLEY_LUA_METAS_H

#include <lua.h>

#pragma GCC visibility push(hidden)

/* page:metas([wanted]) -> lists of contents by name (see lua_metas.c). */
int lua_page_metas(lua_State *L);

#pragma GCC visibility pop
#endif
