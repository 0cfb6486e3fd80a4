/* lua_features.c: page:features(): the columns of a page as lists that are made when they are
   first read, columns that formulas add to them, and the texts of blocks.

   What Lua holds is a table; its fields are what has been read. Behind it, under a key that no rule
   has, is a userdata with the columns that were added, whose user value keeps their memory and the
   page. */
#include "lua_features.h"

#include <string.h>

#include "formula_lanes.h"
#include "lua_block_text.h"
#include "lua_cells.h"
#include "lua_fit.h"
#include "lua_pattern.h"
#include "lua_state.h"
#include "lua_typed.h"

#define COLUMNS_TYPE "galley.columns"
#define FEATURES_TYPE "galley.features"
#define TEXTS_TYPE "galley.texts"

enum {
  MOST_ADDED = 48,    /* columns that a rule may add */
  PLACES = 128,       /* more than twice as many, a power of two */
  OPS_PER_STEP = 4,
  BATCHES_KEPT = 80,  /* of rows that are known before a list of them is made: a page that people read has fewer */
  MOST_HANDLED = 64,  /* columns of the page's own that can have handles: all */
  TEXTS_FIELD = 0     /* of the user value: the texts of the blocks; 1 is the page, from 2 on is what they say */
};

typedef struct added_column {
  uint64_t hash; /* of the name, for which it stands: no two names that are written have the same */
  cell_list cells;
} added_column;

static const char columns_type[] = COLUMNS_TYPE;

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

/* -- reaching them --------------------------------------------------------------- */

/* The columns of the table at argument 1, of features or of their texts. Pushes their user value, of
   which field 1 is the page, so that the two last. */
static columns *check_columns(lua_State *L, page_ref **r) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_rawgetp(L, 1, columns_type);
  columns *c = lua_typed_test(L, -1, columns_type);
  if (!c) luaL_argerror(L, 1, "features are expected");
  if (!lua_page_is_open(c->page)) luaL_error(L, "page is closed");
  *r = c->ref;
  lua_getiuservalue(L, -1, 1);
  lua_remove(L, -2);
  return c;
}

/* The same for a method, which has the columns of its features as an upvalue: to look them up in the
   table costs more than most methods do. */
static columns *check_self(lua_State *L, page_ref **r) {
  columns *c = lua_touserdata(L, lua_upvalueindex(1));
  if (lua_topointer(L, 1) != c->table) return check_columns(L, r);
  if (!lua_page_is_open(c->page)) luaL_error(L, "page is closed");
  *r = c->ref;
  lua_getiuservalue(L, lua_upvalueindex(1), 1);
  return c;
}

static const added_column *find_added(const columns *c, uint64_t hash) {
  for (uint32_t at = hash % PLACES; c->places[at]; at = (at + 1) % PLACES) {
    const added_column *a = &c->added[c->places[at] - 1];
    if (a->hash == hash) return a;
  }
  return NULL;
}

/* One of the page's own columns, by its number from 1. */
static const uint32_t *known_column(const columns *c, const page_ref *r, unsigned number) {
  return number == c->cut_number ? c->cut_cells : block_feature_column(&r->features, number - 1);
}

/* The rows of one of the page's own columns that are looked at. */
static uint32_t rows_of(const columns *c, const char *name) {
  return formula_is_box_name(name) ? c->boxes : c->blocks;
}

static added_column *new_column(columns *c, uint64_t hash) {
  added_column *a = &c->added[c->count++];
  uint32_t at = hash % PLACES;
  while (c->places[at]) at = (at + 1) % PLACES;
  c->places[at] = (uint8_t)c->count;
  a->hash = hash;
  return a;
}

/* Adds a column, or puts another in its place: its cells, all 0. Expects the user value at
   stack index `held`. */
static void *add_column(lua_State *L, columns *c, const char *name, bool whole, int held) {
  uint32_t rows = rows_of(c, name);
  size_t size = ((size_t)rows + FORMULA_PADDING) * (whole ? sizeof(uint32_t) : sizeof(double));
  uint64_t hash = formula_hash(name);
  added_column *a = (added_column *)(uintptr_t)find_added(c, hash);
  if (!a && block_feature_number(name)) luaL_error(L, "the page has a column '%s' already", name);
  if (!a && c->count == MOST_ADDED) luaL_error(L, "a rule adds at most %d columns", MOST_ADDED);
  if (strlen(name) >= FORMULA_NAME) luaL_error(L, "the column's name is too long");
  lua_state_room(L, size);
  void *cells = lua_newuserdatauv(L, size, 0);
  memset(cells, 0, size);
  lua_setfield(L, held, name);
  if (!a) a = new_column(c, hash);
  a->cells = (cell_list){.whole = whole ? cells : NULL, .real = whole ? NULL : cells, .count = rows};
  return cells;
}

/* -- columns as values --------------------------------------------------------------- */

static cell_list known_cells(const columns *c, const page_ref *r, unsigned number) {
  return (cell_list){.whole = known_column(c, r, number), .count = number < c->first_of_boxes ? c->blocks : c->boxes};
}

/* Pushes a column as a list; false where there is none. `number` is that of one of the page's
   own, from 1, or 0. */
static bool push_column(lua_State *L, const columns *c, const page_ref *r, const char *name, unsigned number, int pack) {
  const added_column *a = number ? NULL : find_added(c, formula_hash(name));
  if (!a && !number) return false;
  cell_list cells = a ? a->cells : known_cells(c, r, number);
  lua_state_spend(L, 2 * (uint64_t)cells.count);
  lua_cells_list(L, &cells, pack);
  return true;
}

/* features.name: a column, which then stays there. */
static int features_index(lua_State *L) {
  page_ref *r;
  lua_settop(L, 2);
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  lua_pushvalue(L, 2);
  lua_rawget(L, lua_upvalueindex(1));
  unsigned number = (unsigned)lua_tointeger(L, -1);
  const columns *c = check_columns(L, &r);
  if (!push_column(L, c, r, lua_tostring(L, 2), number, lua_upvalueindex(2))) return 0;
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -2);
  lua_rawset(L, 1);
  return 1;
}

/* features:cells(name) -> a handle on a column that is no list: for those of which few rows are
   read. handle[i] is its cell in row i as it is then, #handle the number of rows. */
static int features_cells(lua_State *L) {
  page_ref *r;
  const char *name = luaL_checkstring(L, 2);
  lua_settop(L, 2);
  columns *c = check_self(L, &r);
  unsigned number = block_feature_number(name);
  const added_column *a = number ? NULL : find_added(c, formula_hash(name));
  luaL_argcheck(L, a || (number > 0 && number <= MOST_HANDLED), 2, "there is no such column");
  if (!a) c->handled[number - 1] = known_cells(c, r, number);
  lua_rawgetp(L, 1, columns_type);
  lua_rawgeti(L, 3, 1);
  lua_cells_handle(L, a ? &a->cells : &c->handled[number - 1], 4, 5);
  return 1;
}

/* -- texts -------------------------------------------------------------------------- */

static const char lower_key = 'l';

/* features.text[i], features.lower[i]: made once. A table of texts has the columns as features have
   them, and under another key whether its letters are small. */
static int texts_index(lua_State *L) {
  int whole;
  page_ref *r;
  lua_Integer i = lua_tointegerx(L, 2, &whole);
  lua_settop(L, 2);
  if (!whole) return 0;
  columns *c = check_columns(L, &r);
  if (i < 1 || i > (lua_Integer)c->blocks) return 0;
  const block_text *text = lua_block_text(L, c->texts, r, (uint32_t)i, 3);
  bool lower = lua_rawgetp(L, 1, &lower_key) == LUA_TBOOLEAN;
  lua_state_room(L, text->size);
  lua_pushlstring(L, lower ? text->lower : text->plain, text->size);
  lua_pushvalue(L, -1);
  lua_rawseti(L, 1, i);
  return 1;
}

/* features:matches(i, patterns): string.matches of the text of block `i` in small letters, which
   need not become a string for it. */
static int features_matches(lua_State *L) {
  page_ref *r;
  lua_Integer i = luaL_checkinteger(L, 2);
  lua_settop(L, 3);
  columns *c = check_self(L, &r);
  luaL_argcheck(L, i >= 1 && i <= (lua_Integer)c->blocks, 2, "the page has no such block");
  if (!lua_patterns_test(L, 3)) luaL_checktype(L, 3, LUA_TTABLE);
  block_text *text = lua_block_text(L, c->texts, r, (uint32_t)i, 4);
  lua_Integer found = lua_pattern_any(L, text->lower, text->size, 3, &text->pairs);
  if (found) lua_pushinteger(L, found);
  else lua_pushboolean(L, 0);
  return 1;
}

/* Adds a table of texts to the features on top of the stack, whose columns are at `of`. */
static void add_texts(lua_State *L, const char *name, bool lower, int of) {
  lua_createtable(L, 64, 2);
  lua_pushvalue(L, of);
  lua_rawsetp(L, -2, columns_type);
  if (lower) {
    lua_pushboolean(L, 1);
    lua_rawsetp(L, -2, &lower_key);
  }
  luaL_setmetatable(L, TEXTS_TYPE);
  lua_setfield(L, -2, name);
}

/* -- formulas ------------------------------------------------------------------------ */

/* A formula that is run: argument 2 is the formula or 3, with the numbers it is given
   behind it. */
typedef struct running {
  lua_State *L;
  const page_ref *page;
  block_texts *texts;
  int held, lists;
  const lua_patterns *prepared[FORMULA_LISTS]; /* of those lists that were looked at */
  formula_run run;
} running;

static block_text *row_text(const running *w, uint32_t number) {
  return lua_block_text(w->L, w->texts, w->page, number, w->held);
}

static bool block_matches(void *context, unsigned list, uint32_t number) {
  running *w = context;
  block_text *text = row_text(w, number);
  const lua_patterns **known = &w->prepared[list - 1];
  if (*known) return lua_pattern_prepared(w->L, text->lower, text->size, *known, &text->pairs) != 0;
  lua_rawgeti(w->L, w->lists, list);
  *known = lua_patterns_test(w->L, -1); /* the list of lists keeps it */
  bool found = lua_pattern_any(w->L, text->lower, text->size, lua_gettop(w->L), &text->pairs) != 0;
  lua_pop(w->L, 1);
  return found;
}

static void bind_columns(lua_State *L, const columns *c, const page_ref *r, const formula *f, formula_run *run) {
  for (uint32_t i = 0; i < f->column_count; i++) {
    const added_column *a = f->known[i] ? NULL : find_added(c, f->hashes[i]);
    if (!a && !f->known[i]) luaL_error(L, "the formula names a column '%s' that there is not", f->columns[i]);
    cell_list cells = a ? a->cells : known_cells(c, r, f->known[i]);
    bool whole = !cells.real;
    run->columns[i] = (formula_column){whole ? (const void *)cells.whole : cells.real, cells.count, whole};
  }
}

/* The numbers of the table at `arg`; what it does not name is 0, true is 1. */
static void bind_params(lua_State *L, const formula *f, int arg, double *params) {
  if (lua_isnoneornil(L, arg)) {
    memset(params, 0, f->param_count * sizeof *params);
    return;
  }
  luaL_checktype(L, arg, LUA_TTABLE);
  for (uint32_t i = 0; i < f->param_count; i++) {
    lua_pushstring(L, f->params[i]);
    lua_rawget(L, arg);
    params[i] = lua_isboolean(L, -1) ? lua_toboolean(L, -1) : lua_tonumber(L, -1);
    lua_pop(L, 1);
  }
}

/* Prepares a run of the formula at `arg`; the columns' user value is on top of the stack. Pushes
   what it reads. */
static void prepare(lua_State *L, const columns *c, page_ref *r, int arg, running *w) {
  const formula *f = lua_formula_check(L, arg);
  w->L = L;
  w->page = r;
  w->texts = c->texts;
  w->held = lua_gettop(L);
  w->run.formula = f;
  w->run.self = (formula_cells){NULL, NULL};
  w->run.self_rows = 0;
  w->run.blocks = c->blocks;
  w->run.boxes = c->boxes;
  w->run.matches = block_matches;
  w->run.context = w;
  bind_columns(L, c, r, f, &w->run);
  bind_params(L, f, arg + 1, w->run.params);
  lua_getiuservalue(L, arg, 1);
  w->lists = lua_gettop(L);
  memset(w->prepared, 0, lua_rawlen(L, -1) * sizeof *w->prepared);
}

typedef struct row_range {
  uint32_t first, last;
} row_range;

/* The rows that the formula goes through, paid for: all, or from the number at stack index
   `arg` to the one behind it. */
static row_range rows_run(lua_State *L, const running *w, int arg) {
  uint32_t most = w->run.formula->rows == FORMULA_BOXES ? w->run.boxes : w->run.blocks;
  lua_Integer from = arg ? luaL_optinteger(L, arg, 1) : 1, to = arg ? luaL_optinteger(L, arg + 1, most) : most;
  row_range range = {from < 1 ? 1 : from > most ? most + 1 : (uint32_t)from, to < 0 ? 0 : to > most ? most : (uint32_t)to};
  uint64_t rows = range.last >= range.first ? (uint64_t)range.last - range.first + 1 : 0;
  lua_state_spend(L, 1 + rows * (1 + w->run.formula->op_count / OPS_PER_STEP));
  return range;
}

/* How many rows of a range are gone through at once, from `first` on. */
static uint32_t rows_at_once(row_range range, uint32_t first) {
  uint32_t left = range.last - first + 1;
  return left < FORMULA_BATCH ? left : FORMULA_BATCH;
}

/* What the formula returns for some rows, 0 where it does not; a bit for each for which it does. */
static uint64_t run_batch(const running *w, uint32_t first, uint32_t count, double *values) {
  uint64_t returned = 0;
  bool does;
  memset(values, 0, count * sizeof *values);
  if (!w->run.formula->ordered) return formula_batch(&w->run, first, count, (formula_cells){values, NULL});
  for (uint32_t i = 0; i < count; i++) {
    values[i] = formula_value(&w->run, first + i, &does);
    returned |= (uint64_t)does << i;
  }
  return returned;
}

/* A bit for each of those for which it returns something else than 0. */
static uint64_t find_batch(const running *w, uint32_t first, uint32_t count) {
  uint64_t found = 0;
  if (!w->run.formula->ordered) return formula_batch(&w->run, first, count, (formula_cells){NULL, NULL});
  for (uint32_t i = 0; i < count; i++) found |= (uint64_t)(formula_value(&w->run, first + i, NULL) != 0) << i;
  return found;
}

/* Forgets the list of a column that Lua has read. */
static void forget_list(lua_State *L, const char *name) {
  lua_pushstring(L, name);
  lua_pushnil(L);
  lua_rawset(L, 1);
}

/* Makes the cells of a column row by row, since each may depend on those before, or set others. */
static void derive_in_order(const running *w, row_range range, bool keeps) {
  bool returned;
  for (uint32_t row = range.first; row <= range.last; row++) {
    double value = formula_value(&w->run, row, &returned);
    if (returned && keeps) w->run.self.reals[row - 1] = value;
  }
}

/* Makes the cells of a column for many rows at once. Where they are not joined to others they are
   written in their places. */
static void derive_at_once(const running *w, row_range range) {
  formula_cells self = w->run.self;
  for (uint32_t row = range.first, count; row <= range.last; row += count) {
    count = rows_at_once(range, row);
    formula_cells own = {self.reals ? self.reals + row - 1 : NULL, self.wholes ? self.wholes + row - 1 : NULL};
    formula_batch(&w->run, row, count, own);
  }
}

/* The same where they are. */
static void derive_joined(const running *w, row_range range) {
  double reals[FORMULA_BATCH];
  uint32_t wholes[FORMULA_BATCH];
  bool whole = w->run.formula->whole;
  formula_cells values = {whole ? NULL : reals, whole ? wholes : NULL};
  for (uint32_t row = range.first, count; row <= range.last; row += count) {
    count = rows_at_once(range, row);
    if (whole) memset(wholes, 0, sizeof wholes);
    else memset(reals, 0, sizeof reals);
    uint64_t returned = formula_batch(&w->run, row, count, values);
    formula_fold(&w->run, row, count, values, returned);
  }
}

/* features:derive(name, formula [, numbers [, first, last]]): adds a column, or makes it anew;
   rows that are not gone through have 0. One whose name begins with box_ has a row for each
   box, the others one for each block. */
static int features_derive(lua_State *L) {
  page_ref *r;
  running w;
  const char *name = luaL_checkstring(L, 2);
  lua_settop(L, 6);
  columns *c = check_self(L, &r);
  prepare(L, c, r, 3, &w);
  bool same = formula_is_box_name(name) == (w.run.formula->rows == FORMULA_BOXES);
  row_range range = rows_run(L, &w, 5);
  lua_getfield(L, 7, name); /* the formula may read what was there before */
  bool whole = w.run.formula->whole;
  void *cells = add_column(L, c, name, whole, 7);
  w.run.self = (formula_cells){whole ? NULL : cells, whole ? cells : NULL};
  w.run.self_rows = rows_of(c, name);
  if (w.run.formula->ordered) derive_in_order(&w, range, same);
  else if (same && w.run.formula->fold) derive_joined(&w, range);
  else if (same) derive_at_once(&w, range);
  forget_list(L, name);
  return 0;
}

/* Adds the rows of a batch to the list on top of the stack, which has `count` by now; how many it has then. */
static lua_Integer add_rows(lua_State *L, uint64_t found, uint32_t row, lua_Integer count) {
  for (; found; found &= found - 1) {
    lua_pushinteger(L, row + first_row(found));
    lua_rawseti(L, -2, ++count);
  }
  return count;
}

/* features:rows(formula [, numbers [, first, last]]) -> the numbers of the rows for which it
   returns something else than 0. */
static int features_rows(lua_State *L) {
  page_ref *r;
  running w;
  uint64_t found[BATCHES_KEPT];
  uint32_t batches = 0;
  int sum = 0;
  lua_settop(L, 5);
  const columns *c = check_self(L, &r);
  prepare(L, c, r, 2, &w);
  row_range range = rows_run(L, &w, 4);
  uint32_t row = range.first;
  for (; row <= range.last && batches < BATCHES_KEPT; row += FORMULA_BATCH) {
    found[batches] = find_batch(&w, row, rows_at_once(range, row));
    sum += count_rows(found[batches++]);
  }
  lua_createtable(L, sum, 0); /* of its size: most lists are short */
  lua_Integer count = 0;
  for (uint32_t i = 0; i < batches; i++) count = add_rows(L, found[i], range.first + i * FORMULA_BATCH, count);
  for (; row <= range.last; row += FORMULA_BATCH) {
    count = add_rows(L, find_batch(&w, row, rows_at_once(range, row)), row, count);
  }
  return 1;
}

/* features:best(formula [, numbers [, least]]) -> the row for which it returns most, the first
   of several, and how much; nil where nothing is above `least` (0). */
static int features_best(lua_State *L) {
  page_ref *r;
  running w;
  double values[FORMULA_BATCH];
  uint32_t best = 0;
  lua_settop(L, 4);
  lua_Number top = luaL_optnumber(L, 4, 0);
  const columns *c = check_self(L, &r);
  prepare(L, c, r, 2, &w);
  row_range range = rows_run(L, &w, 0);
  for (uint32_t row = range.first, count; row <= range.last; row += count) {
    count = rows_at_once(range, row);
    run_batch(&w, row, count, values);
    for (uint32_t i = 0; i < count; i++) {
      if (!(values[i] > top)) continue;
      best = row + i;
      top = values[i];
    }
  }
  if (!best) return 0;
  lua_pushinteger(L, best);
  lua_pushnumber(L, top);
  return 2;
}

/* features:mark(name, list): adds a column with the list's numbers, and 1 for each block, or
   box, for which it has something else. */
static int features_mark(lua_State *L) {
  page_ref *r;
  const char *name = luaL_checkstring(L, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  columns *c = check_self(L, &r);
  double *cells = add_column(L, c, name, false, 4);
  uint32_t rows = rows_of(c, name);
  for (lua_pushnil(L); lua_next(L, 3); lua_pop(L, 1)) { /* most lists have few rows */
    int whole;
    lua_Integer i = lua_type(L, -2) == LUA_TNUMBER ? lua_tointegerx(L, -2, &whole) : 0;
    lua_state_spend(L, 1);
    if (i < 1 || i > (lua_Integer)rows) continue;
    cells[i - 1] = lua_type(L, -1) == LUA_TNUMBER ? lua_tonumber(L, -1) : lua_toboolean(L, -1);
  }
  forget_list(L, name);
  return 0;
}

/* features:fit(name, texts, formula [, numbers]): adds a column that says of the blocks for which
   the formula returns something else than 0 how well they fit the best of the texts: 0 to 1
   (fit.h). */
static int features_fit(lua_State *L) {
  page_ref *r;
  running w;
  const char *name = luaL_checkstring(L, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 5);
  columns *c = check_self(L, &r);
  prepare(L, c, r, 4, &w);
  luaL_argcheck(L, w.run.formula->rows == FORMULA_BLOCKS && !formula_is_box_name(name), 4, "a column of blocks is expected");
  row_range range = rows_run(L, &w, 0);
  lua_getfield(L, 6, name);
  double *cells = add_column(L, c, name, false, 6);
  lua_fit *fit = lua_fit_push(L, 3);
  for (uint32_t row = range.first, most; row <= range.last && lua_fit_count(fit); row += most) {
    most = rows_at_once(range, row);
    for (uint64_t found = find_batch(&w, row, most); found; found &= found - 1) {
      uint32_t fitting = row + first_row(found);
      const block_text *text = row_text(&w, fitting);
      cells[fitting - 1] = lua_fit_of(L, fit, text->lower, text->size);
    }
  }
  forget_list(L, name);
  return 0;
}

/* -- making them ---------------------------------------------------------------------- */

/* Leaves out the boxes behind the blocks that are looked at, and cuts those around them.
   Expects the user value at `held`. */
static void cut(lua_State *L, columns *c, const page_ref *r, int held) {
  const uint32_t *first = block_feature_column(&r->features, block_feature_number("box_first") - 1);
  unsigned number = block_feature_number("box_last");
  const uint32_t *last = block_feature_column(&r->features, number - 1);
  while (c->boxes && first[c->boxes - 1] > c->blocks) c->boxes--;
  uint32_t *cells = lua_newuserdatauv(L, ((size_t)c->boxes + FORMULA_PADDING) * sizeof *cells, 0);
  memset(cells + c->boxes, 0, FORMULA_PADDING * sizeof *cells);
  for (uint32_t i = 0; i < c->boxes; i++) cells[i] = last[i] < c->blocks ? last[i] : c->blocks;
  lua_setfield(L, held, "box_last");
  c->cut_number = number;
  c->cut_cells = cells;
}

/* Pushes the userdata of the columns of the page at argument 1. */
static columns *push_columns(lua_State *L, page_ref *r, lua_Integer most) {
  columns *c = lua_newuserdatauv(L, sizeof *c, 1);
  memset(c, 0, sizeof *c);
  c->type = columns_type;
  c->page = lua_touserdata(L, 1);
  c->ref = r;
  c->blocks = r->features.blocks;
  c->boxes = r->features.boxes;
  c->first_of_boxes = block_feature_number("box_parent");
  luaL_setmetatable(L, COLUMNS_TYPE);
  lua_createtable(L, 1, MOST_ADDED);
  lua_pushvalue(L, 1);
  lua_rawseti(L, -2, 1);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, -3, 1);
  if (most < (lua_Integer)c->blocks) {
    c->blocks = most > 0 ? (uint32_t)most : 0;
    cut(L, c, r, lua_gettop(L));
  }
  c->texts = lua_block_texts_push(L, c->blocks);
  lua_rawseti(L, -2, TEXTS_FIELD);
  lua_pop(L, 1);
  return c;
}

/* page:features([most]) -> the columns of block_features.h, name -> list of numbers, made when
   they are first read; `blocks` and `boxes`, how many there are, of the first `most` blocks;
   `text` and `lower`, the texts of the blocks; and derive, rows, best, mark, fit, matches. */
int lua_features_of_page(lua_State *L) {
  static const luaL_Reg methods[] = {
    {"derive", features_derive}, {"rows", features_rows}, {"best", features_best}, {"mark", features_mark},
    {"fit", features_fit},       {"cells", features_cells}, {"matches", features_matches}, {NULL, NULL}};
  page_ref *r = lua_page_check(L, 1);
  lua_Integer most = luaL_optinteger(L, 2, UINT32_MAX);
  if (page_ref_features(r) != STATUS_OK) luaL_error(L, "memory is out");
  lua_settop(L, 1);
  columns *c = push_columns(L, r, most);
  lua_createtable(L, 0, 64);
  c->table = lua_topointer(L, -1);
  lua_pushvalue(L, 2);
  luaL_setfuncs(L, methods, 1);
  lua_pushvalue(L, 2);
  lua_rawsetp(L, -2, columns_type);
  lua_pushinteger(L, c->blocks);
  lua_setfield(L, -2, "blocks");
  lua_pushinteger(L, c->boxes);
  lua_setfield(L, -2, "boxes");
  add_texts(L, "text", false, 2);
  add_texts(L, "lower", true, 2);
  luaL_setmetatable(L, FEATURES_TYPE);
  return 1;
}

void lua_features_metatables(lua_State *L) {
  lua_cells_metatable(L);
  luaL_newmetatable(L, COLUMNS_TYPE);
  luaL_newmetatable(L, TEXTS_TYPE);
  lua_pushcfunction(L, texts_index);
  lua_setfield(L, -2, "__index");
  luaL_newmetatable(L, FEATURES_TYPE);
  lua_createtable(L, 0, (int)block_feature_count());
  for (unsigned column = 0; column < block_feature_count(); column++) {
    lua_pushinteger(L, column + 1);
    lua_setfield(L, -2, block_feature_name(column));
  }
  if (luaL_loadstring(L, "return {...}") != LUA_OK) lua_error(L);
  lua_pushcclosure(L, features_index, 2);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 3);
}
