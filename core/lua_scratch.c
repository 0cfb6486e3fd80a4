/* lua_scratch.c: an owner for what layer 1 allocates while a C function works for
   Lua: in a host's state a userdata that the registry keeps, for a rule's one beside it. */
#include "lua_scratch.h"

#include <stdlib.h>

#include "lua_state.h"

#define SCRATCH_TYPE "galley.scratch"

enum { KEPT_BYTES = 1 << 16 }; /* a larger buffer is freed at once */

static const char scratch_key = 's';

static void release(lua_scratch *s) {
  free(s->rows.items);
  free(s->spans.items);
  buffer_free(&s->bytes);
  xpath_result_free(&s->found);
  *s = (lua_scratch){0};
}

void lua_scratch_free(lua_scratch *s) {
  bool small = s->bytes.capacity <= KEPT_BYTES && s->rows.capacity <= KEPT_BYTES / sizeof *s->rows.items &&
               s->spans.capacity <= KEPT_BYTES / sizeof *s->spans.items;
  if (!small) {
    release(s);
    return;
  }
  xpath_result_free(&s->found);
  s->found = (xpath_result){0};
  s->bytes.size = 0;
  s->rows.count = s->spans.count = 0;
  s->bytes.failed = s->rows.failed = s->spans.failed = s->busy = false;
}

static void free_kept(void *held) {
  release(held);
  free(held);
}

static int scratch_gc(lua_State *L) {
  release(lua_touserdata(L, 1));
  return 0;
}

static void push_metatable(lua_State *L) {
  if (!luaL_newmetatable(L, SCRATCH_TYPE)) return;
  lua_pushcfunction(L, scratch_gc);
  lua_setfield(L, -2, "__gc");
}

static lua_scratch *push_new(lua_State *L) {
  lua_scratch *s = lua_newuserdatauv(L, sizeof *s, 0);
  *s = (lua_scratch){0};
  push_metatable(L); /* scratch, metatable */
  lua_setmetatable(L, -2);
  return s;
}

/* A finalizer of the host's may run while the scratch is in use: it gets its own. So does
   everyone after an error that left it in use. */
static lua_scratch *push_host(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &scratch_key) == LUA_TUSERDATA) {
    lua_scratch *s = lua_touserdata(L, -1);
    if (!s->busy) return s;
    lua_pop(L, 1);
    return push_new(L);
  }
  lua_pop(L, 1);
  lua_scratch *s = push_new(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &scratch_key);
  return s;
}

static lua_scratch *push_kept(lua_State *L, rule_keep *k) {
  if (!k->held) k->held = calloc(1, sizeof(lua_scratch));
  if (!k->held) luaL_error(L, "memory is out");
  k->free = free_kept;
  lua_scratch_free(k->held); /* what an error left */
  lua_pushlightuserdata(L, k->held);
  return k->held;
}

lua_scratch *lua_scratch_push(lua_State *L) {
  rule_keep *k = lua_state_keep(L, KEEP_SCRATCH);
  lua_scratch *s = k ? push_kept(L, k) : push_host(L);
  s->busy = true;
  return s;
}
