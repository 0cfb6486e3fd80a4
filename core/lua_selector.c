/* lua_selector.c: compiled CSS selectors as Lua values, and the cache of those that
   methods were given as strings. A rule's state keeps them outside of its memory: they
   hold nothing of a page, and live as long as the state. */
#include "lua_selector.h"

#include <stdlib.h>
#include <string.h>

#include "lua_state.h"

#define SELECTOR_TYPE "galley.selector"
#define CACHE_KEY "galley.selectors"
#define CACHE_ENTRIES 256    /* then a new cache is begun */
#define CACHE_TEXT_MAX 1024  /* bytes of a selector that is kept */

typedef struct selector_box {
  selector *compiled;
} selector_box;

/* Pushes an empty selector with its text (at `text`) as user value. */
static selector_box *push_box(lua_State *L, int text) {
  selector_box *box = lua_newuserdatauv(L, sizeof *box, 1);
  box->compiled = NULL;
  luaL_setmetatable(L, SELECTOR_TYPE);
  lua_pushvalue(L, text);
  lua_setiuservalue(L, -2, 1);
  return box;
}

/* Compiles the string at `text` and pushes the selector; where that fails, pushes
   nothing of use and returns NULL. */
static const selector *push_compiled(lua_State *L, int text, fault *error) {
  size_t size;
  const char *css = lua_tolstring(L, text, &size);
  selector_box *box = push_box(L, text);
  box->compiled = selector_new(css, size, error);
  return box->compiled;
}

static int selector_gc(lua_State *L) {
  selector_box *box = luaL_checkudata(L, 1, SELECTOR_TYPE);
  if (box->compiled) selector_free(box->compiled);
  box->compiled = NULL;
  return 0;
}

/* tostring(selector): its text. */
static int selector_tostring(lua_State *L) {
  luaL_checkudata(L, 1, SELECTOR_TYPE);
  lua_getiuservalue(L, 1, 1);
  return 1;
}

/* core.selector(css) -> selector, or nil, message, position (of a byte, from 1). */
static int selector_make(lua_State *L) {
  fault error = {0};
  luaL_checktype(L, 1, LUA_TSTRING);
  if (push_compiled(L, 1, &error)) return 1;
  luaL_pushfail(L);
  lua_pushstring(L, error.message);
  lua_pushinteger(L, (lua_Integer)error.position + 1);
  return 3;
}

static void push_new_cache(lua_State *L) {
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, CACHE_KEY);
}

/* Pushes the state's cache: text -> selector, and how many at 0. */
static void push_cache(lua_State *L) {
  if (lua_getfield(L, LUA_REGISTRYINDEX, CACHE_KEY) == LUA_TTABLE) {
    lua_rawgeti(L, -1, 0);
    lua_Integer count = lua_tointeger(L, -1);
    lua_pop(L, 1);
    if (count < CACHE_ENTRIES) return;
  }
  lua_pop(L, 1);
  push_new_cache(L);
}

/* Keeps the selector on top of the stack; the cache is below it. */
static void keep(lua_State *L, int text) {
  if (lua_rawlen(L, text) > CACHE_TEXT_MAX) return;
  lua_pushvalue(L, text);
  lua_pushvalue(L, -2);
  lua_rawset(L, -4);
  lua_rawgeti(L, -2, 0);
  lua_Integer count = lua_tointeger(L, -1);
  lua_pop(L, 1);
  lua_pushinteger(L, count + 1);
  lua_rawseti(L, -3, 0);
}

static int raise_syntax(lua_State *L, int arg, const fault *error) {
  const char *message = lua_pushfstring(L, "%s at byte %I of the selector", error->message,
                                        (LUAI_UACINT)error->position + 1);
  return luaL_argerror(L, arg, message);
}

static const selector *check_string(lua_State *L, int arg) {
  fault error = {0};
  push_cache(L);
  lua_pushvalue(L, arg);
  if (lua_rawget(L, -2) == LUA_TUSERDATA) {
    const selector_box *box = lua_touserdata(L, -1);
    return box->compiled;
  }
  lua_pop(L, 1);
  const selector *s = push_compiled(L, arg, &error);
  if (!s) raise_syntax(L, arg, &error);
  keep(L, arg);
  return s;
}

/* -- a rule's state --------------------------------------------------------------- */

typedef struct kept_selector {
  char *text;
  size_t size;
  selector *compiled;
} kept_selector;

/* Looked up by hash. One that is too long to be kept stays till the next such one. */
typedef struct kept_selectors {
  kept_selector slots[2 * CACHE_ENTRIES];
  unsigned count;
  selector *last;
} kept_selectors;

static void forget_selectors(kept_selectors *k) {
  for (unsigned i = 0; i < 2 * CACHE_ENTRIES; i++) {
    free(k->slots[i].text);
    if (k->slots[i].compiled) selector_free(k->slots[i].compiled);
  }
  if (k->last) selector_free(k->last);
  memset(k, 0, sizeof *k);
}

static void free_selectors(void *held) {
  forget_selectors(held);
  free(held);
}

/* The slot that holds the text, or where it would stand. */
static kept_selector *slot_of(kept_selectors *k, const char *text, size_t size) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
  for (;; hash++) {
    kept_selector *slot = &k->slots[hash % (2 * CACHE_ENTRIES)];
    if (!slot->compiled || (slot->size == size && memcmp(slot->text, text, size) == 0)) return slot;
  }
}

static selector *keep_selector(kept_selectors *k, selector *made, const char *text, size_t size) {
  char *copy = size <= CACHE_TEXT_MAX ? malloc(size + 1) : NULL;
  if (!copy) {
    if (k->last) selector_free(k->last);
    return k->last = made;
  }
  if (k->count == CACHE_ENTRIES) forget_selectors(k);
  memcpy(copy, text, size);
  *slot_of(k, text, size) = (kept_selector){copy, size, made};
  k->count++;
  return made;
}

static const selector *check_kept(lua_State *L, int arg, rule_keep *keeping) {
  size_t size;
  fault error = {0};
  const char *text = lua_tolstring(L, arg, &size);
  if (!keeping->held) keeping->held = calloc(1, sizeof(kept_selectors));
  if (!keeping->held) luaL_error(L, "memory is out");
  keeping->free = free_selectors;
  kept_selectors *k = keeping->held;
  const kept_selector *slot = slot_of(k, text, size);
  if (slot->compiled) return slot->compiled;
  selector *made = selector_new(text, size, &error);
  if (!made) raise_syntax(L, arg, &error);
  return keep_selector(k, made, text, size);
}

const selector *lua_selector_check(lua_State *L, int arg) {
  luaL_checkstack(L, 8, NULL);
  if (lua_type(L, arg) == LUA_TSTRING) {
    rule_keep *k = lua_state_keep(L, KEEP_SELECTORS);
    return k ? check_kept(L, arg, k) : check_string(L, arg);
  }
  const selector_box *box = luaL_testudata(L, arg, SELECTOR_TYPE);
  if (!box) luaL_argerror(L, arg, "a CSS selector is expected");
  luaL_argcheck(L, box->compiled, arg, "the selector is closed");
  return box->compiled;
}

void lua_selector_metatable(lua_State *L) {
  static const luaL_Reg meta[] = {
      {"__gc", selector_gc}, {"__tostring", selector_tostring}, {NULL, NULL}};
  luaL_newmetatable(L, SELECTOR_TYPE);
  luaL_setfuncs(L, meta, 0);
  lua_pushstring(L, SELECTOR_TYPE);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
}

void lua_selector_register(lua_State *L) {
  lua_selector_metatable(L);
  lua_pushcfunction(L, selector_make);
  lua_setfield(L, -2, "selector");
}
