/* lua_listed.h: the items of a list of claims, read from Lua tables: one pass over each gives all
   of its fields, in whatever order the table has them. */
#ifndef GALLEY_LUA_LISTED_H
#define GALLEY_LUA_LISTED_H

#include <stdbool.h>
#include <stdint.h>

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* In the order of their names' lengths (lua_listed_item.c). */
typedef enum item_field {
  ITEM_OF,
  ITEM_TAG, ITEM_SRC, ITEM_ALT, ITEM_WHY,
  ITEM_KIND, ITEM_NODE, ITEM_HREF, ITEM_FROM, ITEM_TEXT, ITEM_LINE, ITEM_TAGS,
  ITEM_RANGE, ITEM_BLOCK, ITEM_LEVEL, ITEM_MARKS,
  ITEM_BLOCKS,
  ITEM_ORDERED, ITEM_CONTENT,
  ITEM_DATETIME,
  ITEM_FIELDS
} item_field;

/* A value of an item; strings are the table's. */
typedef struct item_value {
  int type;         /* LUA_TNIL, LUA_TBOOLEAN, LUA_TNUMBER, LUA_TSTRING or LUA_TTABLE */
  bool integer;     /* a number of Lua's integers */
  bool whole;       /* a number that has an integer's value, which is `number`; a boolean has 0 or 1 there */
  union {
    lua_Integer number;
    const char *text; /* of a string, of `size` bytes; `size` is 0 for all else */
  };
  size_t size;
} item_value;

typedef struct listed_item {
  item_value fields[ITEM_FIELDS];
} listed_item;

/* What reading costs, and how much may be read. */
typedef struct item_budget {
  size_t most_bytes; /* of a stranger's texts in all; 0: the list is ours, and all may be read */
  size_t bytes;
  uint64_t values;
} item_budget;

/* Reads the table at a stack index. Raises for what a stranger's list may not hold: functions and
   userdata, too many values, too much text. */
void lua_item_read(lua_State *L, int index, item_budget *b, listed_item *out);
/* Spends what a value that is read beside items costs: `size` bytes of text in it. Raises as above. */
void lua_item_spend(lua_State *L, item_budget *b, uint64_t values, size_t size);
/* Pushes what a table has under a field's name; its type. */
int lua_item_push(lua_State *L, int index, item_field field);
/* The name of a field. */
const char *lua_item_name(item_field field);

/* Whether a value is a whole number that an offset, row or block can be. */
static inline bool item_offset(const item_value *v, uint32_t *offset) {
  if (v->type != LUA_TNUMBER || !v->whole || v->number < 0 || v->number > UINT32_MAX) return false;
  *offset = (uint32_t)v->number;
  return true;
}

#pragma GCC visibility pop
#endif
