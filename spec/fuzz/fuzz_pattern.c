/* fuzz_pattern.c: any pattern on any text: in a rule's state, our string functions give what Lua's own
   give, errors and all, and a list that holds the pattern says whether it is found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua_pattern.h"
#include "lua_state.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Lua's own have no budget: pattern and text are short, and a case that ours take long for is not
   given to them. */
enum { PATTERN_MOST = 20, TEXT_MOST = 40, STEPS = 20000, MEMORY = 1 << 24, RESULTS_MOST = 40 };

typedef struct test_case {
  const char *pattern, *text;
  size_t pattern_size, text_size;
} test_case;

static void require(bool holds, const char *what, const test_case *c) {
  if (holds) return;
  fprintf(stderr, "%s: pattern \"%.*s\" on \"%.*s\"\n", what, (int)c->pattern_size, c->pattern, (int)c->text_size, c->text);
  abort();
}

/* Calls a function of the table at `functions` with text, pattern and perhaps a replacement; its results,
   or the error, are left on the stack. */
static int ask(lua_State *L, int functions, const char *name, const test_case *c, const char *with) {
  lua_getfield(L, functions, name);
  lua_pushlstring(L, c->text, c->text_size);
  lua_pushlstring(L, c->pattern, c->pattern_size);
  if (with) lua_pushstring(L, with);
  int status = lua_pcall(L, with ? 3 : 2, LUA_MULTRET, 0);
  if (status != LUA_OK) lua_state_rethrow(L, status);
  return status;
}

static bool is_too_complex(lua_State *L) {
  const char *message = lua_tostring(L, -1);
  return message && strstr(message, "too complex");
}

/* Whether the values on the stack from `first` are those from `second` to the top. */
static bool same_values(lua_State *L, int first, int second) {
  if (second - first != lua_gettop(L) + 1 - second) return false;
  for (int i = first; i < second; i++)
    if (!lua_rawequal(L, i, second + i - first)) return false;
  return true;
}

/* The tables at 2 and 3 are ours and Lua's. Which patterns are too complex is not the same in both. */
static void compare(lua_State *L, const char *name, const test_case *c, const char *with) {
  int top = lua_gettop(L), ours = ask(L, 2, name, c, with), second = lua_gettop(L) + 1;
  bool complex = ours != LUA_OK && is_too_complex(L);
  int theirs = ask(L, 3, name, c, with);
  if (!complex && !(theirs != LUA_OK && is_too_complex(L))) {
    require(ours == theirs, name, c);
    require(same_values(L, top + 1, second), name, c);
  }
  lua_settop(L, top);
}

/* Leaves all that an iterator gives, one value for each match, or the error. */
static void iterate(lua_State *L, int functions, const test_case *c) {
  if (ask(L, functions, "gmatch", c, NULL) != LUA_OK) return;
  int iterator = lua_gettop(L);
  for (int n = 0; n < RESULTS_MOST; n++) {
    lua_pushvalue(L, iterator);
    int status = lua_pcall(L, 0, 1, 0);
    if (status != LUA_OK) lua_state_rethrow(L, status);
    if (status != LUA_OK || lua_isnil(L, -1)) break;
  }
  lua_remove(L, iterator);
}

static void compare_iterators(lua_State *L, const test_case *c) {
  int top = lua_gettop(L);
  iterate(L, 2, c);
  int second = lua_gettop(L) + 1;
  iterate(L, 3, c);
  require(same_values(L, top + 1, second), "gmatch", c);
  lua_settop(L, top);
}

/* A list asks first what the text must hold for any of its patterns. */
static void check_list(lua_State *L, const test_case *c) {
  int top = lua_gettop(L);
  if (ask(L, 2, "match", c, NULL) != LUA_OK) {
    lua_settop(L, top);
    return;
  }
  bool found = !lua_isnil(L, top + 1);
  lua_settop(L, top);
  lua_createtable(L, 2, 0);
  lua_pushlstring(L, c->pattern, c->pattern_size);
  lua_rawseti(L, -2, 1);
  lua_pushliteral(L, "another");
  lua_rawseti(L, -2, 2);
  lua_patterns_push(L, top + 1);
  text_pairs pairs = {0};
  lua_Integer number = lua_pattern_any(L, c->text, c->text_size, top + 2, &pairs);
  require((number == 1) == found, "a list and match differ", c);
  lua_settop(L, top);
}

static int run_case(lua_State *L) {
  test_case *c = lua_touserdata(L, 1);
  lua_newtable(L);
  lua_pattern_register(L);
  luaL_requiref(L, "string", luaopen_string, 0);
  lua_patterns_register(L);
  check_list(L, c);
  compare(L, "find", c, NULL);
  compare(L, "match", c, NULL);
  compare(L, "gsub", c, "<%0>");
  compare_iterators(L, c);
  return 0;
}

static const rule_limits limits = { .memory = MEMORY, .instructions = 1000000, .steps = STEPS, .nanoseconds = 10000000000u };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *bytes = (const char *)data;
  const char *nul = size ? memchr(bytes, 0, size) : NULL;
  if (!nul || nul - bytes > PATTERN_MOST || size - (size_t)(nul - bytes) - 1 > TEXT_MOST) return 0;
  test_case c = { bytes, nul + 1, (size_t)(nul - bytes), size - (size_t)(nul - bytes) - 1 };
  rule_state *s = rule_state_new(&limits);
  rule_fault f;
  if (s && !rule_state_call(s, run_case, &c, &f)) require(strcmp(f.code, "rule-error") != 0, f.message, &c);
  rule_state_free(s);
  return 0;
}
