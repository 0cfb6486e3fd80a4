/* lua_look.c: how lines look, for Lua. */
#include "lua_look.h"

#include "line_look.h"

static void set_count(lua_State *L, const char *name, uint32_t value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, name);
}

/* core.look(text) -> { chars, words, digits, case ("upper", …), terminal, first, last,
   core }: see line_look.h; the last three are code points, 0 in an empty line. */
static int look(lua_State *L) {
  static const char *const cases[] = {"none", "upper", "lower", "title", "sentence", "mixed"};
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  line_look found = line_look_at(text, size);
  lua_createtable(L, 0, 8);
  set_count(L, "chars", found.chars);
  set_count(L, "words", found.words);
  set_count(L, "digits", found.digits);
  set_count(L, "first", found.first);
  set_count(L, "last", found.last);
  set_count(L, "core", found.core);
  lua_pushstring(L, cases[found.letters]);
  lua_setfield(L, -2, "case");
  lua_pushboolean(L, found.terminal);
  lua_setfield(L, -2, "terminal");
  return 1;
}

void lua_look_register(lua_State *L) {
  lua_pushcfunction(L, look);
  lua_setfield(L, -2, "look");
}
