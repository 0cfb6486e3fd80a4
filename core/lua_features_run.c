/* lua_features_run.c: formulas at work on the columns of a page, and other ways to make columns: the methods
   of features that go through many rows. */
#include "lua_features_run.h"

#include <string.h>

#include "formula_lanes.h"
#include "lua_columns.h"
#include "lua_fit.h"
#include "lua_pattern.h"
#include "lua_state.h"

enum {
  OPS_PER_STEP = 4,
  STEPS_AT_ONCE = 64, /* for marks, that are spent together */
  BATCHES_KEPT = 80 /* of rows that are known before a list of them is made: a page that people read has fewer */
};

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

static const lua_patterns *read_list(lua_State *L, int lists, unsigned number) {
  lua_rawgeti(L, lists, number);
  const lua_patterns *list = lua_patterns_test(L, -1); /* the list of lists keeps it */
  lua_pop(L, 1);
  return list;
}

static bool block_matches(void *context, unsigned list, uint32_t number) {
  running *w = context;
  block_text *text = row_text(w, number);
  const lua_patterns **known = &w->prepared[list - 1];
  if (!*known) *known = read_list(w->L, w->lists, list);
  return lua_pattern_prepared(w->L, text->lower, text->size, *known, &text->pairs) != 0;
}

static void bind_columns(lua_State *L, const columns *c, const page_ref *r, const formula *f, formula_run *run) {
  for (uint32_t i = 0; i < f->column_count; i++) {
    const added_column *a = f->known[i] ? NULL : lua_columns_find(c, f->hashes[i]);
    if (!a && !f->known[i]) luaL_error(L, "the formula names a column '%s' that there is not", f->columns[i]);
    cell_list cells = a ? a->cells : lua_columns_known(c, r, f->known[i]);
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
static void forget_list(lua_State *L) {
  lua_pushvalue(L, COLUMN_NAME);
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
int lua_features_derive(lua_State *L) {
  page_ref *r;
  running w;
  const char *name = luaL_checkstring(L, COLUMN_NAME);
  lua_settop(L, 6);
  columns *c = lua_columns_self(L, &r);
  prepare(L, c, r, 3, &w);
  bool same = formula_is_box_name(name) == (w.run.formula->rows == FORMULA_BOXES);
  row_range range = rows_run(L, &w, 5);
  lua_pushvalue(L, COLUMN_NAME);
  lua_rawget(L, 7); /* the formula may read what was there before */
  bool whole = w.run.formula->whole;
  void *cells = lua_columns_add(L, c, name, whole, 7);
  w.run.self = (formula_cells){whole ? NULL : cells, whole ? cells : NULL};
  w.run.self_rows = lua_columns_rows(c, name);
  if (w.run.formula->ordered) derive_in_order(&w, range, same);
  else if (same && w.run.formula->fold) derive_joined(&w, range);
  else if (same) derive_at_once(&w, range);
  forget_list(L);
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
int lua_features_rows(lua_State *L) {
  page_ref *r;
  running w;
  uint64_t found[BATCHES_KEPT];
  uint32_t batches = 0;
  int sum = 0;
  lua_settop(L, 5);
  const columns *c = lua_columns_self(L, &r);
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
int lua_features_best(lua_State *L) {
  page_ref *r;
  running w;
  double values[FORMULA_BATCH];
  uint32_t best = 0;
  lua_settop(L, 4);
  lua_Number top = luaL_optnumber(L, 4, 0);
  const columns *c = lua_columns_self(L, &r);
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

/* The number of the row that the key below the top of the stack says; 0 where it is none of so many. */
static uint32_t marked_row(lua_State *L, uint32_t rows) {
  int whole;
  lua_Integer i = lua_tointegerx(L, -2, &whole);
  if (i < 1 || i > (lua_Integer)rows) return 0;
  return lua_type(L, -2) == LUA_TNUMBER ? (uint32_t)i : 0;
}

static double marked_value(lua_State *L) {
  return lua_type(L, -1) == LUA_TNUMBER ? lua_tonumber(L, -1) : lua_toboolean(L, -1);
}

/* features:mark(name, list): adds a column with the list's numbers, and 1 for each block, or
   box, for which it has something else. */
int lua_features_mark(lua_State *L) {
  page_ref *r;
  const char *name = luaL_checkstring(L, COLUMN_NAME);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  columns *c = lua_columns_self(L, &r);
  double *cells = lua_columns_add(L, c, name, false, 4);
  uint32_t rows = lua_columns_rows(c, name);
  unsigned steps = 0;
  for (lua_pushnil(L); lua_next(L, 3); lua_pop(L, 1)) { /* most lists have few rows */
    uint32_t row = marked_row(L, rows);
    if (row) cells[row - 1] = marked_value(L);
    if (++steps % STEPS_AT_ONCE == 0) lua_state_spend(L, STEPS_AT_ONCE);
  }
  lua_state_spend(L, steps % STEPS_AT_ONCE);
  forget_list(L);
  return 0;
}

/* features:fit(name, texts, formula [, numbers]): adds a column that says of the blocks for which
   the formula returns something else than 0 how well they fit the best of the texts: 0 to 1
   (fit.h). */
int lua_features_fit(lua_State *L) {
  page_ref *r;
  running w;
  const char *name = luaL_checkstring(L, COLUMN_NAME);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 5);
  columns *c = lua_columns_self(L, &r);
  prepare(L, c, r, 4, &w);
  luaL_argcheck(L, w.run.formula->rows == FORMULA_BLOCKS && !formula_is_box_name(name), 4, "a column of blocks is expected");
  row_range range = rows_run(L, &w, 0);
  lua_pushvalue(L, COLUMN_NAME);
  lua_rawget(L, 6);
  double *cells = lua_columns_add(L, c, name, false, 6);
  lua_fit *fit = lua_fit_push(L, 3);
  for (uint32_t row = range.first, most; row <= range.last && lua_fit_count(fit); row += most) {
    most = rows_at_once(range, row);
    for (uint64_t found = find_batch(&w, row, most); found; found &= found - 1) {
      uint32_t fitting = row + first_row(found);
      const block_text *text = row_text(&w, fitting);
      cells[fitting - 1] = lua_fit_of(L, fit, text->lower, text->size);
    }
  }
  forget_list(L);
  return 0;
}
