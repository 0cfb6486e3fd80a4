/* lua_bytes.c: gunzip and SHA-256 for Lua. */
#include "lua_bytes.h"

#include <sys/types.h> /* sha2.h needs its integers */

#include <sha2.h>

#include "gunzip.h"
#include "lua_scratch.h"
#include "source.h"

/* core.is_gzip(bytes) -> boolean, by the first two bytes. */
static int bytes_is_gzip(lua_State *L) {
  size_t size;
  const char *bytes = luaL_checklstring(L, 1, &size);
  lua_pushboolean(L, gunzip_is(bytes, size));
  return 1;
}

/* core.gunzip(bytes [, limit]) -> bytes, or nil, message, position (from 0, in the
   bytes given), and what could be read until there. `limit`: how many bytes may
   come out, by default as many as a page may have. */
static int bytes_gunzip(lua_State *L) {
  size_t size;
  const char *bytes = luaL_checklstring(L, 1, &size);
  lua_Integer limit = luaL_optinteger(L, 2, (lua_Integer)SOURCE_SIZE_MAX);
  luaL_argcheck(L, limit >= 0, 2, "a limit cannot be negative");
  lua_scratch *scratch = lua_scratch_push(L);
  fault error;
  status code = gunzip(bytes, size, (size_t)limit, &scratch->bytes, &error);
  if (code != STATUS_OK) {
    luaL_pushfail(L);
    lua_pushstring(L, error.message);
    lua_pushinteger(L, error.position);
  }
  lua_pushlstring(L, scratch->bytes.data ? scratch->bytes.data : "", scratch->bytes.size);
  lua_scratch_free(scratch);
  return code == STATUS_OK ? 1 : 4;
}

/* core.sha256(bytes) -> 64 hexadecimal digits, in lower case. */
static int bytes_sha256(lua_State *L) {
  size_t size;
  const char *bytes = luaL_checklstring(L, 1, &size);
  char digest[SHA256_DIGEST_STRING_LENGTH];
  SHA256Data((const uint8_t *)bytes, size, digest);
  lua_pushstring(L, digest);
  return 1;
}

void lua_bytes_register(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"gunzip", bytes_gunzip},
    {"is_gzip", bytes_is_gzip},
    {"sha256", bytes_sha256},
    {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
