/* lua_formula.c: formulas as Lua values. */
#include <stddef.h>
#include <string.h>

#include "lua_features.h"
#include "lua_pattern.h"
#include "lua_scratch.h"
#include "lua_state.h"
#include "lua_typed.h"

#define FORMULA_TYPE "galley.formula"

static const char formula_type[] = FORMULA_TYPE;

enum { FIRST_NAMES = 3 };

/* For names in capitals: the tables at the arguments from FIRST_NAMES to `last`, and the
   list of lists at `lists`. */
typedef struct resolver {
  lua_State *L;
  int last, lists;
} resolver;

/* The number of the list on top of the stack. */
static unsigned list_number(const resolver *r) {
  lua_Integer count = (lua_Integer)lua_rawlen(r->L, r->lists);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(r->L, r->lists, i);
    bool same = lua_rawequal(r->L, -1, -2);
    lua_pop(r->L, 1);
    if (same) return (unsigned)i;
  }
  if (count == FORMULA_LISTS) return 0;
  lua_pushvalue(r->L, -1);
  lua_rawseti(r->L, r->lists, count + 1);
  return (unsigned)count + 1;
}

static formula_meaning resolve(void *context, const char *name, double *value) {
  const resolver *r = context;
  lua_State *L = r->L;
  formula_meaning means = MEANS_NOTHING;
  for (int i = FIRST_NAMES; i <= r->last && means == MEANS_NOTHING; i++) {
    lua_pushstring(L, name);
    lua_rawget(L, i);
    if (lua_type(L, -1) == LUA_TNUMBER) {
      *value = lua_tonumber(L, -1);
      means = MEANS_NUMBER;
    } else if (lua_istable(L, -1) || lua_patterns_test(L, -1)) {
      unsigned number = list_number(r);
      *value = number;
      if (number) means = MEANS_LIST;
    }
    lua_pop(L, 1);
  }
  return means;
}

/* Prepares the lists that are tables. */
static void prepare_lists(lua_State *L, int lists) {
  lua_Integer count = (lua_Integer)lua_rawlen(L, lists);
  for (lua_Integer i = 1; i <= count; i++) {
    if (lua_rawgeti(L, lists, i) == LUA_TTABLE) {
      lua_patterns_push(L, lua_gettop(L));
      lua_rawseti(L, lists, i);
    }
    lua_pop(L, 1);
  }
}

static int line_of(const char *text, uint32_t position) {
  int line = 1;
  for (uint32_t i = 0; i < position; i++) line += text[i] == '\n';
  return line;
}

/* A formula, which lies behind this where it could not be had outside of the state. */
typedef struct formula_box {
  const void *type; /* lua_typed.h */
  formula *made;
  uint64_t data[]; /* Lua aligns userdata to eight bytes, not to sixteen */
} formula_box;

/* Pushes the userdata of a copy of the formula, and one value of its own. */
static void keep(lua_State *L, const formula *made) {
  size_t size = formula_size(made);
  void *fixed = lua_state_fixed(L, size);
  formula_box *box = lua_newuserdatauv(L, sizeof *box + (fixed ? 0 : size), 1);
  box->type = formula_type;
  box->made = memcpy(fixed ? fixed : box->data, made, size);
}

/* formula("blocks" or "boxes", text, names, …) -> formula: see formula.h for the language.
   The tables of names say what those in capitals mean: numbers, and lists of patterns. */
static int formula_new(lua_State *L) {
  static const char *const rows[] = {"blocks", "boxes", NULL};
  size_t size;
  fault error = {0};
  int over = luaL_checkoption(L, 1, NULL, rows);
  const char *text = luaL_checklstring(L, 2, &size);
  resolver r = {L, lua_gettop(L), lua_gettop(L) + 1};
  for (int i = FIRST_NAMES; i <= r.last; i++) luaL_checktype(L, i, LUA_TTABLE);
  lua_state_spend(L, 1 + size);
  lua_newtable(L);
  lua_scratch *s = lua_scratch_push(L);
  if (!buffer_reserve(&s->bytes, FORMULA_ROOM)) return luaL_error(L, "not enough memory");
  formula *made = (formula *)(void *)s->bytes.data;
  if (formula_compile(text, size, (formula_rows)over, resolve, &r, made, &error) != STATUS_OK)
    return luaL_error(L, "in the formula, line %d: %s", line_of(text, error.position), error.message);
  keep(L, made);
  lua_scratch_free(s);
  prepare_lists(L, r.lists);
  lua_pushvalue(L, r.lists);
  lua_setiuservalue(L, -2, 1);
  luaL_setmetatable(L, FORMULA_TYPE);
  return 1;
}

const formula *lua_formula_check(lua_State *L, int arg) {
  const formula_box *box = lua_typed_test(L, arg, formula_type);
  if (!box) box = luaL_checkudata(L, arg, FORMULA_TYPE);
  return box->made;
}

void lua_formula_metatable(lua_State *L) {
  luaL_newmetatable(L, FORMULA_TYPE);
  lua_pop(L, 1);
}

void lua_formula_register(lua_State *L) {
  lua_formula_metatable(L);
  lua_pushcfunction(L, formula_new);
  lua_setfield(L, -2, "formula");
}
