/* lua_rows.h: the page by rows and offsets, as the engine in Lua uses it, and how
   texts, spans and attributes are pushed. */
#ifndef GALLEY_LUA_ROWS_H
#define GALLEY_LUA_ROWS_H

#include "lua_page.h"

#pragma GCC visibility push(hidden)

/* Pushes a range of page text as it is read (text_read). */
void lua_rows_push_text(lua_State *L, const page *p, span range, bool preserve);
/* Pushes the list of the source spans of a range: {{start, stop}, …}. */
void lua_rows_push_spans(lua_State *L, const page *p, span range);
/* Pushes an attribute's value. */
void lua_rows_push_value(lua_State *L, const page *p, const page_attr *a);
/* Pushes the name of an element or doctype, nil for other nodes. */
void lua_rows_push_name(lua_State *L, const page *p, uint32_t row);
/* Pushes the kind of a node, "element" and so on. */
void lua_rows_push_kind(lua_State *L, const page *p, uint32_t row);
/* The attribute of a row whose name is at an argument (a string), or NULL. */
const page_attr *lua_rows_attribute(lua_State *L, const page *p, uint32_t row, int arg);

/* Adds the methods that pages (with a row) and nodes share to the table on top of the stack. */
void lua_rows_shared_methods(lua_State *L);
/* Adds these and the others to the table of page methods on top of the stack. */
void lua_rows_methods(lua_State *L);

#pragma GCC visibility pop
#endif
