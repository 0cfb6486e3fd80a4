/* lua_sandbox_job.c: what is done in the state of a rule: files are compiled, the rule is run, its functions
   are called. */
#include "lua_sandbox_job.h"

#include <string.h>

#include "lua_environment.h"

#define JOB_TYPE "galley.sandbox.job"

enum {
  PIECE = 1024, /* bytes that the compiler gets at once */
  PIECE_STEPS = 4096
};

/* Keys of the rule state's registry, by their addresses. */
static const char rule_key = 'r', pages_key = 'p';

/* -- jobs ---------------------------------------------------------------------- */

static int job_free(lua_State *L) {
  sandbox_job *j = lua_touserdata(L, 1);
  value_copy_free(&j->copy);
  return 0;
}

void lua_job_register(lua_State *L) {
  luaL_newmetatable(L, JOB_TYPE);
  lua_pushcfunction(L, job_free);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
}

sandbox_job *lua_job_push(lua_State *L, rule_sandbox *b) {
  sandbox_job *j = lua_newuserdatauv(L, sizeof *j, 0);
  memset(j, 0, sizeof *j);
  luaL_setmetatable(L, JOB_TYPE);
  j->box = b;
  j->copy.most_bytes = b->limits.memory;
  return j;
}

int lua_job_push_fault(lua_State *L, const sandbox_job *j, const char *chunk) {
  luaL_pushfail(L);
  lua_createtable(L, 0, 4);
  lua_pushstring(L, j->fault.code);
  lua_setfield(L, -2, "code");
  lua_pushstring(L, j->fault.message);
  lua_setfield(L, -2, "message");
  if (j->fault.line > 0) {
    lua_pushinteger(L, j->fault.line);
    lua_setfield(L, -2, "line");
  }
  lua_pushstring(L, chunk);
  lua_setfield(L, -2, "chunk");
  return 2;
}

bool lua_job_fail(sandbox_job *j, const char *code, const char *message) {
  j->fault.code = code;
  j->fault.line = 0;
  strncpy(j->fault.message, message, sizeof j->fault.message - 1);
  return false;
}

static bool run(sandbox_job *j, lua_CFunction body) {
  if (rule_state_call(j->box->state, body, j, &j->fault)) return true;
  if (j->syntax && strcmp(j->fault.code, "rule-error") == 0) j->fault.code = "rule-syntax";
  return false;
}

/* -- in the rule's state: compiling -------------------------------------------- */

static const char *next_piece(lua_State *L, void *ud, size_t *size) {
  sandbox_job *j = ud;
  size_t left = j->size - j->read;
  *size = left < PIECE ? left : PIECE;
  lua_state_spend(L, PIECE_STEPS);
  const char *piece = j->code + j->read;
  j->read += *size;
  return *size ? piece : NULL;
}

static int keep_piece(lua_State *L, const void *bytes, size_t size, void *ud) {
  (void)L;
  return buffer_append(ud, bytes, size) ? 0 : 1;
}

static int compile(lua_State *L) {
  sandbox_job *j = lua_touserdata(L, 1);
  char name[RULE_NAME_SIZE + 1] = "=";
  strncat(name, j->name, RULE_NAME_SIZE - 1);
  j->syntax = true;
  if (lua_load(L, next_piece, j, name, "t") != LUA_OK) return lua_error(L);
  j->syntax = false;
  if (lua_dump(L, keep_piece, j->into, 0) != 0) return luaL_error(L, "not enough memory");
  return 0;
}

/* -- in the rule's state: running ---------------------------------------------- */

/* Pushes a compiled chunk with the table on top of the stack, which it pops, as its
   environment. */
static void push_chunk(lua_State *L, const buffer *code, const char *name) {
  if (lua_state_load(L, code->data, code->size, name) != LUA_OK) lua_error(L);
  lua_insert(L, -2);
  if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
}

/* What the prelude returns is added to the library at stack index `library`. */
static void run_prelude(lua_State *L, const rule_sandbox *b, int library) {
  if (!b->prelude.size) return;
  lua_environment_prelude(L, library);
  push_chunk(L, &b->prelude, b->prelude_name);
  lua_call(L, 0, 1);
  if (!lua_istable(L, -1)) luaL_error(L, "the prelude must return a table");
  int result = lua_gettop(L);
  for (lua_pushnil(L); lua_next(L, result);) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, library);
  }
  lua_pop(L, 1);
}

static int try_prelude(lua_State *L) {
  sandbox_job *j = lua_touserdata(L, 1);
  lua_environment_push(L);
  run_prelude(L, j->box, 2);
  return 0;
}

static const rule_module *find_module(const rule_sandbox *b, const char *name) {
  for (uint32_t i = 0; i < b->modules.count; i++)
    if (strcmp(b->modules.items[i].name, name) == 0) return &b->modules.items[i];
  return NULL;
}

/* include(name) -> what the file returns; run once for each state. Upvalues: the
   sandbox, the rule's environment, what has run. */
static int include(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  const rule_module *m = find_module(lua_touserdata(L, lua_upvalueindex(1)), name);
  if (!m) return luaL_error(L, "cannot include '%s': name a file beside the rule by a plain string", name);
  if (lua_getfield(L, lua_upvalueindex(3), name) != LUA_TNIL) return 1;
  lua_pushvalue(L, lua_upvalueindex(2));
  push_chunk(L, &m->code, m->name);
  lua_call(L, 0, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, lua_upvalueindex(3), name);
  return 1;
}

/* Adds `include` to the library at index 2, for the environment on top of the stack. */
static void add_include(lua_State *L, rule_sandbox *b) {
  lua_pushlightuserdata(L, b);
  lua_pushvalue(L, -2);
  lua_newtable(L);
  lua_pushcclosure(L, include, 3);
  lua_setfield(L, 2, "include");
}

static int run_rule(lua_State *L) {
  sandbox_job *j = lua_touserdata(L, 1);
  lua_page_metatables(L);
  lua_environment_push(L);
  run_prelude(L, j->box, 2);
  lua_environment_rule(L, 2);
  add_include(L, j->box);
  push_chunk(L, &j->box->rule, j->box->rule_name);
  lua_call(L, 0, 1);
  if (!lua_istable(L, -1)) return luaL_error(L, "a rule file returns a table, not a %s value", luaL_typename(L, -1));
  if (j->export) value_copy_write(L, &j->copy, lua_gettop(L), lua_gettop(L), COPY_FUNCTION_PATHS, 0, false);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &rule_key);
  return 0;
}

/* Pushes the table of the pages that this call was given, by number. */
static void push_pages(lua_State *L, bool needed) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &pages_key) != LUA_TNIL || !needed) return;
  lua_pop(L, 1);
  lua_createtable(L, COPY_PAGES, 0);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &pages_key);
}

/* Where the function begins is what a fault without a better line names. */
static void note_entry(lua_State *L) {
  lua_Debug ar;
  lua_pushvalue(L, -1);
  lua_getinfo(L, ">S", &ar);
  rule_state_entry_line(L, ar.linedefined > 0 ? ar.linedefined : 0);
}

static int call_function(lua_State *L) {
  sandbox_job *j = lua_touserdata(L, 1);
  push_pages(L, j->copy.page_count > 0);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &rule_key);
  value_copy_follow(L, 3, j->path, j->path_size);
  if (!lua_isfunction(L, -1)) return luaL_error(L, "the rule has no function at '%s'", j->path);
  note_entry(L);
  lua_call(L, value_copy_read(L, &j->copy, 2), 1);
  j->copy.data.size = 0;
  if (j->claimed) lua_listed_take(L, j->claimed);
  else value_copy_write(L, &j->copy, lua_gettop(L), lua_gettop(L), COPY_NO_FUNCTIONS, 2, false);
  return 0;
}

/* A handle kept beyond the call raises when it is used. */
static int close_pages(lua_State *L) {
  push_pages(L, false);
  if (lua_isnil(L, -1)) return 0;
  int pages = lua_gettop(L);
  for (lua_Integer n = 1; n <= COPY_PAGES; n++) {
    if (lua_rawgeti(L, pages, n) == LUA_TUSERDATA) lua_page_close(L, lua_gettop(L));
    lua_pop(L, 1);
    lua_pushnil(L);
    lua_rawseti(L, pages, n);
  }
  return 0;
}

/* -- in the caller's state ----------------------------------------------------- */

void lua_job_forget_state(rule_sandbox *b) {
  rule_state_free(b->state);
  b->state = NULL;
  b->used = false;
}

static bool open_state(sandbox_job *j) {
  rule_sandbox *b = j->box;
  lua_job_forget_state(b);
  b->state = rule_state_new(&b->limits);
  if (!b->state) return lua_job_fail(j, "rule-memory", "the rule's state does not fit into its memory");
  rule_state_names(b->state, b->rule_name, b->prelude_name);
  return true;
}

bool lua_job_compile(sandbox_job *j, buffer *into, const char *name, const char *code, size_t size) {
  j->into = into;
  j->name = name;
  j->code = code;
  j->size = size;
  if (size > MOST_SOURCE) return lua_job_fail(j, "rule-syntax", "a rule file has at most 131072 bytes");
  return open_state(j) && run(j, compile);
}

bool lua_job_try_prelude(sandbox_job *j) {
  return run(j, try_prelude);
}

bool lua_job_run_rule(sandbox_job *j) {
  return run(j, run_rule);
}

/* Makes sure that the rule has run in a state. */
static bool ready(sandbox_job *j) {
  rule_sandbox *b = j->box;
  if (b->state) return true;
  if (!b->rule.size) return lua_job_fail(j, "rule-error", "no rule is loaded");
  if (open_state(j) && lua_job_run_rule(j)) return true;
  lua_job_forget_state(b);
  return false;
}

bool lua_job_call(sandbox_job *j) {
  if (!ready(j)) return false;
  if (!rule_state_is_saved(j->box->state) && !j->box->used) rule_state_save(j->box->state);
  j->box->used = true;
  bool fine = run(j, call_function);
  if (j->copy.page_count && !rule_state_tidy(j->box->state, close_pages, j)) lua_job_forget_state(j->box);
  return fine;
}
