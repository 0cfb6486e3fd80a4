/* lua_chain.c: the best row of roles for the places of a row, by weights that were learned: each name that is seen at a
   place speaks for and against roles, and so does each role for the one behind it (Viterbi's algorithm). */
#include "lua_chain.h"

#include <stdint.h>
#include <string.h>

#include "lua_state.h"

enum {
  MOST_ROLES = 64,
  NOTHING = 'm', /* the letter of no weight */
  LISTS = 1,
  WEIGHTS = 2,
  STEPS = 3,
  START = 4
};

/* Sums of int32_t do not overflow: a letter is worth less than 256, and a state's memory holds
   less than 2^23 names. */
typedef struct chain {
  size_t roles;
  int32_t step[MOST_ROLES][MOST_ROLES]; /* from the role before */
  int32_t total[MOST_ROLES];            /* of the best row to each role of the place reached */
  uint8_t *came;                        /* for each place and role, the role before on that row */
} chain;

/* Adds the letters of the weight on top of the stack. */
static void add_letters(lua_State *L, int32_t *sums, size_t roles) {
  size_t size;
  const char *letters = lua_tolstring(L, -1, &size);
  if (size != roles) luaL_argerror(L, WEIGHTS, "a weight has a letter for each role");
  for (size_t r = 0; r < roles; r++) sums[r] += (unsigned char)letters[r] - NOTHING;
}

/* What the names at place `i` come to for each role. */
static void sum_place(lua_State *L, const chain *c, lua_Integer i, int32_t *own) {
  if (lua_rawgeti(L, LISTS, i) != LUA_TTABLE) luaL_argerror(L, LISTS, "a list of lists is expected");
  lua_Integer names = (lua_Integer)lua_rawlen(L, -1);
  lua_state_spend(L, (uint64_t)names + c->roles);
  memset(own, 0, c->roles * sizeof *own);
  for (lua_Integer k = 1; k <= names; k++) {
    lua_rawgeti(L, -1, k);
    if (!lua_isnil(L, -1) && lua_rawget(L, WEIGHTS) == LUA_TSTRING) add_letters(L, own, c->roles);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void read_steps(lua_State *L, chain *c) {
  memset(c->step, 0, sizeof c->step);
  for (size_t q = 0; q < c->roles; q++) {
    if (lua_rawgeti(L, STEPS, (lua_Integer)q + 1) != LUA_TSTRING) luaL_argerror(L, STEPS, "a weight for each role");
    add_letters(L, c->step[q], c->roles);
    lua_pop(L, 1);
  }
  memset(c->total, 0, sizeof c->total);
  lua_pushvalue(L, START);
  add_letters(L, c->total, c->roles);
  lua_pop(L, 1);
}

/* Goes on to the next place; `came` gets the roles before. */
static void advance(chain *c, const int32_t *own, uint8_t *came) {
  int32_t reached[MOST_ROLES];
  for (size_t r = 0; r < c->roles; r++) {
    size_t best = 0;
    int32_t most = c->total[0] + c->step[0][r];
    for (size_t q = 1; q < c->roles; q++) {
      int32_t sum = c->total[q] + c->step[q][r];
      if (sum > most) {
        most = sum;
        best = q;
      }
    }
    reached[r] = most + own[r];
    came[r] = (uint8_t)best;
  }
  memcpy(c->total, reached, c->roles * sizeof *reached);
}

static void push_row(lua_State *L, const chain *c, size_t places) {
  size_t role = 0;
  lua_createtable(L, (int)places, 0);
  for (size_t r = 1; r < c->roles; r++)
    if (c->total[r] > c->total[role]) role = r;
  for (size_t i = places; i-- > 0;) {
    lua_pushinteger(L, (lua_Integer)role + 1);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
    role = c->came[i * c->roles + role];
  }
}

/* chain(lists, weights, steps, start) -> the numbers of the roles of the best row, one for each list of names. A weight
   is a string with a letter for each role: m is nothing, n speaks for the role, l against it, and so on. `weights` has
   those of names, `steps` those of each role for the one behind it, `start` is that of the first place. */
static int best_chain(lua_State *L) {
  chain c;
  for (int i = LISTS; i <= STEPS; i++) luaL_checktype(L, i, LUA_TTABLE);
  luaL_checklstring(L, START, &c.roles);
  luaL_argcheck(L, c.roles >= 1 && c.roles <= MOST_ROLES, START, "1 to 64 roles are expected");
  lua_settop(L, START);
  size_t places = (size_t)lua_rawlen(L, LISTS);
  luaL_argcheck(L, places <= INT32_MAX / MOST_ROLES, LISTS, "too many places");
  lua_state_spend(L, (uint64_t)places * (c.roles * c.roles / 16 + 1));
  lua_state_room(L, places * c.roles + 1);
  c.came = lua_newuserdatauv(L, places * c.roles + 1, 0);
  read_steps(L, &c);
  for (size_t i = 0; i < places; i++) {
    int32_t own[MOST_ROLES];
    sum_place(L, &c, (lua_Integer)i + 1, own);
    if (i > 0) {
      advance(&c, own, c.came + i * c.roles);
    } else {
      memset(c.came, 0, c.roles);
      for (size_t r = 0; r < c.roles; r++) c.total[r] += own[r];
    }
  }
  push_row(L, &c, places);
  return 1;
}

void lua_chain_register(lua_State *L) {
  lua_pushcfunction(L, best_chain);
  lua_setfield(L, -2, "chain");
}
