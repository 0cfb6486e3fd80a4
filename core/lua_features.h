/* lua_features.h: the columns of a page for rules, and the formulas that make more of them. */
#ifndef GALLEY_LUA_FEATURES_H
#define GALLEY_LUA_FEATURES_H

#include "block_features.h"
#include "formula.h"
#include "lua_page.h"

#pragma GCC visibility push(hidden)

enum { FORMULA_LISTS = 64 }; /* of patterns that a formula names */

/* Registers the metatables of formulas and features. */
void lua_formula_metatable(lua_State *L);
void lua_features_metatables(lua_State *L);
/* Adds `formula` to the table on top of the stack. */
void lua_formula_register(lua_State *L);
/* The formula at an argument; its user value is the list of its lists of patterns. */
const formula *lua_formula_check(lua_State *L, int arg);
/* page:features([most]) -> features: a method of pages. */
int lua_features_of_page(lua_State *L);

#pragma GCC visibility pop
#endif
