/* lua_environment.c: base functions of rules, and the tables through which a rule and
   the prelude see them.

   A rule's globals are an empty table that reads through to the library, so that every
   assignment meets __newindex. The library itself raises for names it does not have. */
#include "lua_environment.h"
#include "lua_chain.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lua_address.h"
#include "lua_features.h"
#include "lua_pattern.h"
#include "lua_state.h"

enum { BYTES_PER_STEP = 16, PCALL_STEPS = 16, MOST_NUMERAL = 200 };

/* -- base functions ------------------------------------------------------------ */

static int base_assert(lua_State *L) {
  luaL_checkany(L, 1);
  if (lua_toboolean(L, 1)) return lua_gettop(L);
  if (lua_gettop(L) < 2) return luaL_error(L, "assertion failed!");
  lua_settop(L, 2);
  return lua_error(L);
}

static int base_error(lua_State *L) {
  lua_Integer level = luaL_optinteger(L, 2, 1);
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TSTRING && level > 0 && level < 200) {
    luaL_where(L, (int)level);
    lua_insert(L, 1);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int next_item(lua_State *L) {
  lua_Integer i = (lua_Integer)((lua_Unsigned)luaL_checkinteger(L, 2) + 1);
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int base_ipairs(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushcfunction(L, next_item);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

static int base_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_state_spend(L, PCALL_STEPS);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int code = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  if (code == LUA_OK) return lua_gettop(L);
  lua_state_rethrow(L, code);
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

static int base_select(lua_State *L) {
  int count = lua_gettop(L);
  if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
    lua_pushinteger(L, count - 1);
    return 1;
  }
  lua_Integer n = luaL_checkinteger(L, 1);
  if (n < 0) n += count;
  else if (n > count) n = count;
  luaL_argcheck(L, n >= 1, 1, "index out of range");
  lua_state_spend(L, (uint64_t)(count - n));
  return count - (int)n;
}

static int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

static const char *skip_space(const char *at) {
  return at + strspn(at, " \f\n\r\t\v");
}

/* True where all of the text is an integer in the base (wrapping around, as Lua's). */
static bool read_integer(const char *text, size_t size, int base, lua_Integer *value) {
  const char *at = skip_space(text);
  bool negative = *at == '-';
  lua_Unsigned n = 0;
  if (*at == '-' || *at == '+') at++;
  if (digit_value(*at) >= base) return false;
  for (; digit_value(*at) < base; at++) n = n * (lua_Unsigned)base + (lua_Unsigned)digit_value(*at);
  if (skip_space(at) != text + size) return false;
  *value = (lua_Integer)(negative ? 0u - n : n);
  return true;
}

static int tonumber_in_base(lua_State *L) {
  size_t size;
  lua_Integer base = luaL_checkinteger(L, 2), value;
  luaL_checktype(L, 1, LUA_TSTRING);
  luaL_argcheck(L, base >= 2 && base <= 36, 2, "base out of range");
  const char *text = lua_tolstring(L, 1, &size);
  lua_state_spend(L, size / BYTES_PER_STEP);
  if (read_integer(text, size, (int)base, &value)) lua_pushinteger(L, value);
  else luaL_pushfail(L);
  return 1;
}

static int base_tonumber(lua_State *L) {
  size_t size;
  if (!lua_isnoneornil(L, 2)) return tonumber_in_base(L);
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TNUMBER) return 1;
  const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &size) : NULL;
  if (!text || size > MOST_NUMERAL || lua_stringtonumber(L, text) != size + 1) luaL_pushfail(L);
  return 1;
}

static int base_tostring(lua_State *L) {
  size_t size;
  luaL_checkany(L, 1);
  lua_environment_tostring(L, 1, &size);
  return 1;
}

static int base_type(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushstring(L, luaL_typename(L, 1));
  return 1;
}

static const luaL_Reg base[] = {
  { "assert", base_assert }, { "error", base_error },       { "ipairs", base_ipairs },
  { "pcall", base_pcall },   { "select", base_select },     { "tonumber", base_tonumber },
  { "tostring", base_tostring }, { "type", base_type },     { NULL, NULL }
};

/* -- libraries ----------------------------------------------------------------- */

/* Calls one of Lua's own functions (upvalue 1, which has no upvalues) after paying for
   the text it is given. */
static int call_paid(lua_State *L) {
  size_t total = 1;
  for (int i = lua_gettop(L); i >= 1; i--)
    if (lua_type(L, i) == LUA_TSTRING) total += lua_rawlen(L, i) / BYTES_PER_STEP;
  lua_state_spend(L, total);
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static void push_math(lua_State *L) {
  static const char *const left_out[] = { "random", "randomseed", "pow", "cosh", "sinh", "tanh",
                                          "frexp", "ldexp", "log10", NULL };
  luaopen_math(L);
  for (const char *const *name = left_out; *name; name++) {
    lua_pushnil(L);
    lua_setfield(L, -2, *name);
  }
}

static void push_utf8(lua_State *L) {
  static const char *const names[] = { "char", "codepoint", "codes", "len", "offset", NULL };
  luaopen_utf8(L);
  for (const char *const *name = names; *name; name++) {
    lua_getfield(L, -1, *name);
    lua_pushcclosure(L, call_paid, 1);
    lua_setfield(L, -2, *name);
  }
}

#if LUA_VERSION_NUM >= 504
/* Since 5.4 the arithmetic of strings that are numerals ("10" + 1) is the string
   library's; 5.3 has it in its core. */
static bool push_number(lua_State *L, int index) {
  size_t size;
  if (lua_type(L, index) == LUA_TNUMBER) {
    lua_pushvalue(L, index);
    return true;
  }
  const char *text = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &size) : NULL;
  return text && size <= MOST_NUMERAL && lua_stringtonumber(L, text) == size + 1;
}

static int calculate(lua_State *L) {
  int operation = (int)lua_tointeger(L, lua_upvalueindex(1));
  lua_settop(L, 2);
  if (!push_number(L, 1) || (operation != LUA_OPUNM && !push_number(L, 2)))
    return luaL_error(L, "attempt to perform arithmetic on a %s value", luaL_typename(L, lua_gettop(L) == 2 ? 1 : 2));
  lua_arith(L, operation);
  return 1;
}

static void add_arithmetic(lua_State *L) {
  static const struct { const char *name; int operation; } all[] = {
    { "__add", LUA_OPADD }, { "__sub", LUA_OPSUB }, { "__mul", LUA_OPMUL }, { "__mod", LUA_OPMOD },
    { "__pow", LUA_OPPOW }, { "__div", LUA_OPDIV }, { "__idiv", LUA_OPIDIV }, { "__unm", LUA_OPUNM }
  };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    lua_pushinteger(L, all[i].operation);
    lua_pushcclosure(L, calculate, 1);
    lua_setfield(L, -2, all[i].name);
  }
}
#else
static void add_arithmetic(lua_State *L) {
  (void)L;
}
#endif

/* Pushes the string library, which also becomes the methods of strings. */
static void push_string(lua_State *L) {
  lua_createtable(L, 0, 16);
  lua_environment_string(L);
  lua_pattern_register(L);
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 16);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  add_arithmetic(L);
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

void lua_environment_push(lua_State *L) {
  lua_createtable(L, 0, 32);
  luaL_setfuncs(L, base, 0);
  lua_environment_pairs(L);
  push_string(L);
  lua_createtable(L, 0, 16);
  lua_environment_table(L);
  lua_environment_words(L, lua_gettop(L) - 1, lua_gettop(L));
  lua_address_register(L, lua_gettop(L) - 1);
  lua_chain_register(L);
  lua_setfield(L, -3, "table");
  lua_setfield(L, -2, "string");
  push_math(L);
  lua_setfield(L, -2, "math");
  push_utf8(L);
  lua_setfield(L, -2, "utf8");
  lua_formula_register(L);
  lua_patterns_register(L);
}

/* -- the prelude's own --------------------------------------------------------- */

/* A finalizer would run outside of any budget. Metatables that a rule can reach
   through __index may have been given one, so each is looked at when it is set. */
static int prelude_setmetatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  if (!lua_isnil(L, 2)) luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  if (lua_istable(L, 2)) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "a metatable here has no __gc");
    lua_pop(L, 1);
  }
  lua_setmetatable(L, 1);
  return 1;
}

static int prelude_getmetatable(lua_State *L) {
  luaL_checkany(L, 1);
  if (!lua_getmetatable(L, 1)) lua_pushnil(L);
  return 1;
}

static int prelude_rawequal(lua_State *L) {
  luaL_checkany(L, 2);
  lua_pushboolean(L, lua_rawequal(L, 1, 2));
  return 1;
}

static int prelude_rawget(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  lua_rawget(L, 1);
  return 1;
}

static int prelude_rawlen(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int prelude_rawset(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 3);
  lua_settop(L, 3);
  lua_rawset(L, 1);
  return 1;
}

static int line_at(lua_State *L, lua_Integer level) {
  lua_Debug ar;
  if (level < 0 || level > 1000 || !lua_getstack(L, (int)level, &ar)) return 0;
  lua_getinfo(L, "l", &ar);
  return ar.currentline;
}

static int prelude_line(lua_State *L) {
  int line = lua_isnoneornil(L, 1) ? lua_state_line(L) : line_at(L, luaL_checkinteger(L, 1));
  if (line > 0) lua_pushinteger(L, line);
  else lua_pushnil(L);
  return 1;
}

static const luaL_Reg prelude[] = {
  { "setmetatable", prelude_setmetatable }, { "getmetatable", prelude_getmetatable },
  { "rawequal", prelude_rawequal },         { "rawget", prelude_rawget },
  { "rawlen", prelude_rawlen },             { "rawset", prelude_rawset },
  { "line", prelude_line },                 { NULL, NULL }
};

void lua_environment_prelude(lua_State *L, int library) {
  lua_createtable(L, 0, 16);
  luaL_setfuncs(L, prelude, 0);
  lua_createtable(L, 0, 1);
  lua_pushvalue(L, library);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
}

/* -- the rule's own ------------------------------------------------------------ */

static const char *name_of(lua_State *L, int index) {
  return lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : luaL_typename(L, index);
}

static int unknown_name(lua_State *L) {
  char name[64];
  strncpy(name, name_of(L, 2), sizeof name - 1);
  name[sizeof name - 1] = '\0';
  return luaL_error(L, "unknown name '%s'", name);
}

static int refuse_assignment(lua_State *L) {
  char name[64];
  strncpy(name, name_of(L, 2), sizeof name - 1);
  name[sizeof name - 1] = '\0';
  return luaL_error(L, "cannot set the global '%s': make it local", name);
}

void lua_environment_rule(lua_State *L, int library) {
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, unknown_name);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, library);
  lua_newtable(L);
  lua_createtable(L, 0, 2);
  lua_pushvalue(L, library);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, refuse_assignment);
  lua_setfield(L, -2, "__newindex");
  lua_setmetatable(L, -2);
}
