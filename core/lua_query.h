/* lua_query.h: selectors and XPath from Lua: what page and node methods share. */
#ifndef GALLEY_LUA_QUERY_H
#define GALLEY_LUA_QUERY_H

#include "lua_page.h"
#include "lua_scratch.h"

#pragma GCC visibility push(hidden)

/* Finds the elements below `row` that match the selector at an argument, or the `first`
   alone, into `s->rows`. Raises on bad syntax, and "selector-limit: …" where it takes too long.
   Returns the steps that it took. */
uint64_t lua_query_select(lua_State *L, page_ref *r, uint32_t row, int arg, bool first, lua_scratch *s);
/* Evaluates the expression at an argument into `s->found`; raises likewise. */
void lua_query_xpath(lua_State *L, page_ref *r, uint32_t row, int arg, lua_scratch *s);
/* Pushes what an expression gave that is no node set. */
void lua_query_push_scalar(lua_State *L, const xpath_result *found);

/* Adds select, first and xpath to the table of methods on top of the stack. */
void lua_query_methods(lua_State *L);

#pragma GCC visibility pop
#endif
