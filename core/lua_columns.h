/* lua_columns.h: the columns of a page that features have (lua_features.c) and that formulas read and
   make (lua_features_run.c). */
#ifndef GALLEY_LUA_COLUMNS_H
#define GALLEY_LUA_COLUMNS_H

#include "lua_block_text.h"
#include "lua_cells.h"
#include "lua_features.h"

#pragma GCC visibility push(hidden)

enum {
  MOST_ADDED = 48,    /* columns that a rule may add */
  PLACES = 128,       /* more than twice as many, a power of two */
  MOST_HANDLED = 64   /* columns of the page's own that can have handles: all */
};

typedef struct added_column {
  uint64_t hash; /* of the name, for which it stands: no two names that are written have the same */
  cell_list cells;
} added_column;

typedef struct columns {
  const void *type;
  const void *table;      /* of the features; only to be compared */
  const void *page;       /* the userdata, and what it holds while it is open */
  page_ref *ref;
  uint32_t blocks, boxes; /* looked at */
  unsigned first_of_boxes; /* the number of the first of the page's own that has a row for each box */
  unsigned cut_number;    /* of box_last, where boxes are cut: its cells, which the user value keeps */
  const uint32_t *cut_cells;
  block_texts *texts;
  cell_list handled[MOST_HANDLED]; /* the page's own, by their numbers, where they have handles */
  unsigned count;
  uint8_t places[PLACES]; /* by hash, the numbers of those that were added, from 1; 0: a free place */
  added_column added[MOST_ADDED];
} columns;

enum { COLUMN_NAME = 2 /* the argument that names a column, of all methods that add one */ };

/* Under it the table of features, or of their texts, has the userdata. */
extern const char lua_columns_type[];

/* The columns of the table at argument 1, of features or of their texts. Pushes their user value, of
   which field 1 is the page, so that the two last. */
columns *lua_columns_check(lua_State *L, page_ref **r);
/* The same for a method, which has the columns of its features as an upvalue: to look them up in the
   table costs more than most methods do. */
columns *lua_columns_self(lua_State *L, page_ref **r);
/* A column that was added, by the hash of its name; NULL where there is none. */
const added_column *lua_columns_find(const columns *c, uint64_t hash);
/* The cells of one of the page's own columns, by its number from 1. */
cell_list lua_columns_known(const columns *c, const page_ref *r, unsigned number);
/* The rows of a column that are looked at, by its name. */
uint32_t lua_columns_rows(const columns *c, const char *name);
/* Adds a column, or puts another in its place: its cells, all 0, whole numbers or reals. Expects its name
   as argument COLUMN_NAME, too, and the user value at stack index `held`. */
void *lua_columns_add(lua_State *L, columns *c, const char *name, bool whole, int held);
/* Pushes the userdata of the columns of the page at argument 1, of its first `most` blocks. */
columns *lua_columns_push(lua_State *L, page_ref *r, lua_Integer most);
void lua_columns_metatable(lua_State *L);

#pragma GCC visibility pop

#endif
