/* lua_pattern.h: find, match, gmatch, gsub and matches for rules: Lua's patterns, counted. */
#ifndef GALLEY_LUA_PATTERN_H
#define GALLEY_LUA_PATTERN_H

#include "lua_compat.h"
#include "pattern_list.h"

#pragma GCC visibility push(hidden)

/* Adds the functions to the table on top of the stack. They give what Lua's own give in the
   C locale, but spend steps as they go; `matches`, which tries a list of patterns, is ours. */
void lua_pattern_register(lua_State *L);
/* Adds `find(text, pattern, steps)` for the host to the table on top of the stack: it
   raises when a pattern takes more steps. */
void lua_pattern_register_host(lua_State *L);
/* A list of patterns as `patterns` makes one: one piece of memory. */
typedef struct lua_patterns {
  char *text;            /* all of them, with a 0 behind each */
  uint32_t count;
  uint16_t first[256]; /* by the byte that a text must begin with, the first such entry, from 1; 0: none */
  pattern_other *others; /* those for which no such byte is known, in their order */
  uint32_t other_count;
  bool needy;            /* some of those need pairs */
  pattern_entry entries[];
} lua_patterns;
/* The list at a stack index; NULL where the value is none. */
const lua_patterns *lua_patterns_test(lua_State *L, int index);
/* Pushes what `patterns` gives for the table at a stack index. Raises where it holds something else
   than patterns. */
void lua_patterns_push(lua_State *L, int table);
/* Adds `patterns` to the table on top of the stack. */
void lua_patterns_register(lua_State *L);

/* The number of the first pattern of the list at stack index `list` (a table, or what `patterns`
   gives) that is found in the text; 0 where none is. `pairs` are those of the text, if they are
   known, and may be known then. Raises where the list holds something else, or steps are spent. */
lua_Integer lua_pattern_any(lua_State *L, const char *text, size_t size, int list, text_pairs *pairs);
/* The same of a list that `patterns` gave. */
lua_Integer lua_pattern_prepared(lua_State *L, const char *text, size_t size, const lua_patterns *list,
                                 text_pairs *pairs);

#pragma GCC visibility pop
#endif
