/* lua_core.c: the module galley.core: what the other lua_* files register, in one
   table. The entry is the only symbol that the shared object shows: every header of
   the core hides what it declares, since LuaRocks' builtin build passes no flags. */
#define _GNU_SOURCE /* dladdr, RTLD_NOLOAD */

#include <dlfcn.h>

#include "libxml.h"
#include "lua_bytes.h"
#include "lua_claims.h"
#include "lua_compat.h"
#include "lua_features.h"
#include "lua_chain.h"
#include "lua_look.h"
#include "lua_page.h"
#include "lua_pattern.h"
#include "lua_sandbox.h"
#include "lua_terminal.h"
#include "lua_witness.h"

#pragma GCC visibility push(default)
int luaopen_galley_core(lua_State *L);
#pragma GCC visibility pop

/* libxml2 keeps state for its threads; a module that Lua unloads with its state would
   leave that behind, so the object stays in the process. */
static void stay_loaded(void) {
  Dl_info self;
  if (!dladdr((void *)luaopen_galley_core, &self)) return;
  (void)dlopen(self.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
}

int luaopen_galley_core(lua_State *L) {
  stay_loaded();
  libxml_init();
  luaL_checkversion(L);
  lua_newtable(L);
  lua_page_register(L);
  lua_bytes_register(L);
  lua_claims_register(L);
  lua_look_register(L);
  lua_chain_register(L);
  lua_formula_register(L);
  lua_patterns_register(L);
  lua_sandbox_register(L);
  lua_pattern_register_host(L);
  lua_terminal_register(L);
  lua_witness_register(L);
  return 1;
}
