/* lua_environment.h: the names that a rule sees, and those that the prelude sees. */
#ifndef GALLEY_LUA_ENVIRONMENT_H
#define GALLEY_LUA_ENVIRONMENT_H

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* Pushes a new table with all that a rule may use (base functions, string, table,
   math, utf8) and gives strings their methods. The state must be a rule's own. */
void lua_environment_push(lua_State *L);

/* Pushes the prelude's environment: the table at `library`, and setmetatable,
   getmetatable, rawequal, rawget, rawlen, rawset and line, which rules do not get.
   `line([level])` is the line being run at a level of the stack (1: who called line),
   or without a level the line of the rule's file, nil where there is none. */
void lua_environment_prelude(lua_State *L, int library);

/* Pushes the rule's environment: an empty table that reads through to `library`,
   where unknown names raise, and assignments too. */
void lua_environment_rule(lua_State *L, int library);

/* The parts, each adding to the table on top of the stack. */
void lua_environment_string(lua_State *L); /* all of `string` but the patterns */
void lua_environment_table(lua_State *L);  /* all of `table` */
void lua_environment_pairs(lua_State *L);  /* next, pairs */
/* Adds to `string` and `table` at these indices what Lua's have not. */
void lua_environment_words(lua_State *L, int strings, int tables);

/* Pushes the value at `index` as tostring shows it, which is without addresses. */
const char *lua_environment_tostring(lua_State *L, int index, size_t *size);

#pragma GCC visibility pop
#endif
