/* lua_state.c: the life of the state that a rule runs in: made, saved, put back for a page, called, freed. */
#include "lua_state_parts.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  ARENA_SHARE = 2,   /* of the cap, that freed blocks may take besides those in use */
  SAVED_PAUSE = 1000 /* per cent of a saved state at which garbage is first collected */
};

rule_state *rule_state_new(const rule_limits *limits) {
  rule_state *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  s->limits = *limits;
  s->time_left = limits->nanoseconds;
  s->hook_count = HOOK_COUNT;
  s->neutral = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  s->memory = arena_new(limits->memory < SIZE_MAX / 4 ? limits->memory * ARENA_SHARE : SIZE_MAX / 2);
  if (s->neutral && s->memory) s->L = lua_newstate(rule_state_allocate, s);
  if (!s->L) {
    rule_state_free(s);
    return NULL;
  }
  lua_gc(s->L, LUA_GCSTOP, 0); /* lua_budget.c collects */
  rule_state_names(s, "rule", "prelude");
  return s;
}

void rule_state_free(rule_state *s) {
  if (!s) return;
  s->unlimited = true;
  if (s->L) {
    lua_sethook(s->L, NULL, 0, 0);
    lua_close(s->L);
  }
  for (int i = 0; i < KEEP_SLOTS; i++)
    if (s->keeps[i].held) s->keeps[i].free(s->keeps[i].held);
  rule_state_free_fixed(s);
  arena_free(s->memory);
  if (s->neutral) freelocale(s->neutral);
  free(s);
}

int lua_state_load(lua_State *L, const char *code, size_t size, const char *name) {
  rule_state *s = rule_state_of(L);
  if (s) s->loading = true;
  int status = luaL_loadbufferx(L, code, size, name, "b");
  if (s) s->loading = false;
  return status;
}

void lua_state_iterator(lua_State *L, lua_CFunction next, int upvalues) {
  rule_state *s = rule_state_of(L);
  if (s) s->iterating = true;
  lua_pushcclosure(L, next, upvalues);
  if (s) s->iterating = false;
}

rule_keep *lua_state_keep(lua_State *L, rule_keep_slot slot) {
  rule_state *s = rule_state_of(L);
  return s ? &s->keeps[slot] : NULL;
}

/* Most pages leave less garbage than a collection is worth: the first one is put off. */
static int collect(lua_State *L) {
  int pause = lua_gc(L, LUA_GCSETPAUSE, SAVED_PAUSE);
  lua_gc(L, LUA_GCCOLLECT, 0);
  lua_gc(L, LUA_GCSETPAUSE, pause);
  return 0;
}

bool rule_state_save(rule_state *s) {
  s->saved = rule_state_tidy(s, collect, NULL) && arena_save(s->memory);
  s->steady = true;
  s->saved_used = s->used;
  s->collect_at = s->used / 100 * SAVED_PAUSE;
  s->saved_time = s->time_left;
  return s->saved;
}

bool rule_state_is_saved(const rule_state *s) {
  return s->saved;
}

void rule_state_restore(rule_state *s) {
  arena_restore(s->memory, s->steady);
  s->steady = true;
  s->used = s->saved_used;
  s->collect_at = s->used / 100 * SAVED_PAUSE;
  s->time_left = s->saved_time;
}

void rule_state_names(rule_state *s, const char *rule, const char *prelude) {
  snprintf(s->rule, sizeof s->rule, "=%s", rule);
  snprintf(s->prelude, sizeof s->prelude, "=%s", prelude);
}

void rule_state_entry_line(lua_State *L, int line) {
  rule_state *s = rule_state_of(L);
  if (s) s->entry_line = line;
}

/* The message handler: the stack still stands. */
static int note_line(lua_State *L) {
  rule_state *s = rule_state_of(L);
  if (s) s->error_line = rule_state_line_in(L, s->rule);
  return 1;
}

bool rule_state_call(rule_state *s, lua_CFunction body, void *job, rule_fault *f) {
  lua_State *L = s->L;
  int base = lua_gettop(L);
  locale_t before = uselocale(s->neutral);
  rule_state_begin(s);
  lua_pushcfunction(L, note_line);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, job);
  int status = s->spent == LIMIT_NONE ? lua_pcall(L, 1, 0, base + 1) : LUA_OK;
  if (status != LUA_OK) rule_state_describe(s, status, f);
  else if (s->spent != LIMIT_NONE) rule_state_describe_limit(s, f);
  bool fine = status == LUA_OK && s->spent == LIMIT_NONE;
  lua_settop(L, base);
  rule_state_end(s);
  uselocale(before);
  return fine;
}

bool rule_state_tidy(rule_state *s, lua_CFunction body, void *job) {
  lua_State *L = s->L;
  s->unlimited = true;
  lua_sethook(L, NULL, 0, 0);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, job);
  int status = lua_pcall(L, 1, 0, 0);
  if (status != LUA_OK) lua_pop(L, 1);
  s->unlimited = false;
  return status == LUA_OK;
}
