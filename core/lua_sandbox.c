/* lua_sandbox.c: the sandbox userdata: a rule file compiled once, and the state that
   it runs in, made anew when the caller asks. What is done in that state: lua_sandbox_job.c. */
#include "lua_sandbox.h"

#include <stdlib.h>
#include <string.h>

#include "lua_sandbox_job.h"

#define SANDBOX_TYPE "galley.sandbox"

enum { MOST_MODULES = 160 };

static void forget_modules(rule_sandbox *b) {
  for (uint32_t i = 0; i < b->modules.count; i++) buffer_free(&b->modules.items[i].code);
  free(b->modules.items);
  b->modules = (rule_module_list){0};
}

static void forget_rule(rule_sandbox *b) {
  lua_job_forget_state(b);
  buffer_free(&b->rule);
  buffer_free(&b->chunk);
}

/* A chunk's name as messages show it: without what marks it for Lua, and its folder. */
static void short_name(char *out, const char *chunk, const char *open, const char *close) {
  const char *slash = strrchr(chunk, '/');
  const char *base = slash && slash[1] ? slash + 1 : chunk;
  size_t size = strlen(base), most = RULE_NAME_SIZE - 4;
  if (size > most) size = most;
  out[0] = '\0';
  strcat(out, open);
  strncat(out, base, size);
  strcat(out, close);
}

static const char *check_chunk(lua_State *L, int arg) {
  const char *chunk = luaL_checkstring(L, arg);
  return *chunk == '@' || *chunk == '=' ? chunk + 1 : chunk;
}

static rule_sandbox *check_sandbox(lua_State *L) {
  rule_sandbox *b = luaL_checkudata(L, 1, SANDBOX_TYPE);
  luaL_argcheck(L, !b->closed, 1, "the sandbox is closed");
  return b;
}

/* sandbox:prelude(source, chunkname) -> true, or nil, err. Trusted code that runs in
   every fresh state before the rule; the fields of the table it returns become globals
   of the rule. */
static int sandbox_prelude(lua_State *L) {
  rule_sandbox *b = check_sandbox(L);
  size_t size;
  const char *code = luaL_checklstring(L, 2, &size), *chunk = check_chunk(L, 3);
  sandbox_job *j = lua_job_push(L, b);
  buffer_free(&b->prelude);
  short_name(b->prelude_name, chunk, "[", "]");
  bool fine = lua_job_compile(j, &b->prelude, b->prelude_name, code, size) && lua_job_try_prelude(j);
  lua_job_forget_state(b);
  if (!fine) {
    buffer_free(&b->prelude);
    return lua_job_push_fault(L, j, chunk);
  }
  lua_pushboolean(L, 1);
  return 1;
}

static bool load_module(sandbox_job *j, const char *name, const char *code, size_t size) {
  rule_sandbox *b = j->box;
  if (strlen(name) >= RULE_NAME_SIZE) return lua_job_fail(j, "rule-syntax", "the name of an included file is too long");
  if (b->modules.count >= MOST_MODULES) return lua_job_fail(j, "rule-syntax", "a rule includes too many files");
  rule_module *m = rule_module_list_push(&b->modules);
  if (!m) return lua_job_fail(j, "rule-memory", "not enough memory");
  strcpy(m->name, name);
  return lua_job_compile(j, &m->code, m->name, code, size);
}

/* sandbox:module(name, source) -> true, or nil, err. A file that the rule may include by
   this name; given before the rule is loaded. */
static int sandbox_module(lua_State *L) {
  rule_sandbox *b = check_sandbox(L);
  size_t size;
  const char *name = luaL_checkstring(L, 2), *code = luaL_checklstring(L, 3, &size);
  sandbox_job *j = lua_job_push(L, b);
  bool fine = load_module(j, name, code, size);
  lua_job_forget_state(b);
  if (!fine) return lua_job_push_fault(L, j, name);
  lua_pushboolean(L, 1);
  return 1;
}

static bool load_rule(sandbox_job *j, const char *code, size_t size, const char *chunk) {
  rule_sandbox *b = j->box;
  forget_rule(b);
  short_name(b->rule_name, chunk, "", "");
  if (!buffer_append(&b->chunk, chunk, strlen(chunk) + 1)) return lua_job_fail(j, "rule-memory", "not enough memory");
  j->export = true;
  return lua_job_compile(j, &b->rule, b->rule_name, code, size) && lua_job_run_rule(j);
}

/* sandbox:load(source, chunkname) -> exported, or nil, err. Compiles a rule file, runs it
   and gives a copy of the table it returns, in which a function is
   { ["function"] = path }. */
static int sandbox_load(lua_State *L) {
  rule_sandbox *b = check_sandbox(L);
  size_t size;
  const char *code = luaL_checklstring(L, 2, &size), *chunk = check_chunk(L, 3);
  sandbox_job *j = lua_job_push(L, b);
  if (!load_rule(j, code, size, chunk)) {
    forget_rule(b);
    return lua_job_push_fault(L, j, chunk);
  }
  value_copy_read(L, &j->copy, 0);
  value_copy_free(&j->copy);
  return 1;
}

/* sandbox:renew() -> true. The state becomes again what it was when the rule's file had
   run: by the copy kept then, or else, at the next call, by running it anew. */
static int sandbox_renew(lua_State *L) {
  rule_sandbox *b = check_sandbox(L);
  if (b->used && rule_state_is_saved(b->state)) rule_state_restore(b->state);
  else if (b->used) lua_job_forget_state(b);
  b->used = false;
  lua_pushboolean(L, 1);
  return 1;
}

/* sandbox:call(path, ...) -> value, or nil, err. Calls the function at a path that load
   gave. Arguments: nil, booleans, numbers, strings, pages, nodes and tables of them.
   Pages and nodes are closed when the call ends. The value is the function's first result; nodes
   of the pages given come back as nodes. */
static int sandbox_call(lua_State *L) {
  rule_sandbox *b = check_sandbox(L);
  size_t size;
  const char *path = luaL_checklstring(L, 2, &size);
  int last = lua_gettop(L);
  sandbox_job *j = lua_job_push(L, b);
  lua_newtable(L);
  value_copy_write(L, &j->copy, 3, last, COPY_NO_FUNCTIONS, last + 2, true);
  j->path = path;
  j->path_size = size;
  if (!lua_job_call(j)) return lua_job_push_fault(L, j, b->chunk.size ? b->chunk.data : "?");
  value_copy_read(L, &j->copy, last + 2);
  value_copy_free(&j->copy);
  return 1;
}

/* sandbox:claim(path, claims, behaves, layer, file, line, room, ...) -> steps, or nil, err. Calls a
   function as sandbox:call does, and adds the list of claims that it returns (see claims:list):
   all of them, or none where it fails. */
static int sandbox_claim(lua_State *L) {
  enum { CLAIMS = 3, ARGUMENTS = 9 };
  rule_sandbox *b = check_sandbox(L);
  size_t size;
  const char *path = luaL_checklstring(L, 2, &size);
  int last = lua_gettop(L);
  claim_listing *claimed = lua_listed_open(L, CLAIMS, b->limits.memory);
  sandbox_job *j = lua_job_push(L, b);
  lua_newtable(L);
  value_copy_write(L, &j->copy, ARGUMENTS, last, COPY_NO_FUNCTIONS, lua_gettop(L), true);
  j->claimed = claimed;
  j->path = path;
  j->path_size = size;
  if (!lua_job_call(j)) {
    lua_listed_undo(claimed);
    return lua_job_push_fault(L, j, b->chunk.size ? b->chunk.data : "?");
  }
  value_copy_free(&j->copy);
  lua_pushinteger(L, lua_listed_spent(claimed));
  return 1;
}

static int sandbox_close(lua_State *L) {
  rule_sandbox *b = luaL_checkudata(L, 1, SANDBOX_TYPE);
  b->closed = true;
  forget_rule(b);
  forget_modules(b);
  buffer_free(&b->prelude);
  return 0;
}

/* -- making one ---------------------------------------------------------------- */

/* A limit from the table at argument 1, or its default. */
static double limit_field(lua_State *L, const char *name, double standard) {
  if (lua_isnoneornil(L, 1)) return standard;
  double value = standard;
  if (lua_getfield(L, 1, name) != LUA_TNIL) {
    if (lua_type(L, -1) != LUA_TNUMBER) luaL_error(L, "the limit '%s' must be a number", name);
    value = lua_tonumber(L, -1);
    if (!(value > 0 && value <= 1e15)) luaL_error(L, "the limit '%s' is out of range", name);
  }
  lua_pop(L, 1);
  return value;
}

/* core.sandbox(limits) -> sandbox. Limits: memory (bytes), instructions and steps (for
   each call), seconds (of work, for the life
   of a state: a page), uncounted (true for a rule of our own, whose instructions need no
   counting; steps, memory and time are limited as ever). */
static int new_sandbox(lua_State *L) {
  if (!lua_isnoneornil(L, 1)) luaL_checktype(L, 1, LUA_TTABLE);
  rule_sandbox *b = lua_newuserdatauv(L, sizeof *b, 0);
  memset(b, 0, sizeof *b);
  luaL_setmetatable(L, SANDBOX_TYPE);
  double memory = limit_field(L, "memory", 64.0 * 1024 * 1024), seconds = limit_field(L, "seconds", 2);
  b->limits.memory = memory < (double)(SIZE_MAX / 4) ? (size_t)memory : SIZE_MAX / 4;
  b->limits.instructions = (uint64_t)limit_field(L, "instructions", 50e6);
  b->limits.steps = (uint64_t)limit_field(L, "steps", 20e6);
  b->limits.nanoseconds = (uint64_t)((seconds < 1e6 ? seconds : 1e6) * 1e9);
  if (lua_istable(L, 1)) {
    lua_getfield(L, 1, "uncounted");
    b->limits.uncounted = lua_toboolean(L, -1);
    lua_pop(L, 1);
  }
  return 1;
}

void lua_sandbox_register(lua_State *L) {
  static const luaL_Reg methods[] = {
    { "prelude", sandbox_prelude }, { "module", sandbox_module }, { "load", sandbox_load },
    { "renew", sandbox_renew },     { "call", sandbox_call },     { "claim", sandbox_claim },
    { "close", sandbox_close },
    { NULL, NULL }
  };
  static const luaL_Reg meta[] = { { "__gc", sandbox_close }, { "__close", sandbox_close }, { NULL, NULL } };
  lua_job_register(L);
  luaL_newmetatable(L, SANDBOX_TYPE);
  luaL_setfuncs(L, meta, 0);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  lua_pushcfunction(L, new_sandbox);
  lua_setfield(L, -2, "sandbox");
}
