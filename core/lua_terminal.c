/* lua_terminal.c: whether a file descriptor is a terminal, and how wide it is.
   Lua's own library cannot say; nothing here writes. */
#define _DEFAULT_SOURCE

#include "lua_terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

static int check_descriptor(lua_State *L) {
  lua_Integer fd = luaL_checkinteger(L, 1);
  luaL_argcheck(L, fd >= 0 && fd < 1024, 1, "a file descriptor is expected");
  return (int)fd;
}

/* core.isatty(fd) -> boolean. 0, 1 and 2 are the standard streams. */
static int terminal_isatty(lua_State *L) {
  lua_pushboolean(L, isatty(check_descriptor(L)));
  return 1;
}

/* core.columns(fd) -> the terminal's width in columns, or nil where it is no
   terminal or does not say. */
static int terminal_columns(lua_State *L) {
  int fd = check_descriptor(L);
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    lua_pushinteger(L, size.ws_col);
  } else {
    luaL_pushfail(L);
  }
  return 1;
}

void lua_terminal_register(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"isatty", terminal_isatty}, {"columns", terminal_columns}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
