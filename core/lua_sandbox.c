/* lua_sandbox.c: the sandbox userdata: a rule file compiled once, and the state that
   it runs in, made anew when the caller asks.

   What crosses between the two states lies in a job, a userdata of the caller's: so
   an error in either state unwinds only its own frames, and leaks nothing. No function
   of the caller's state runs while the rule's does. */
#include "lua_sandbox.h"

#include <stdlib.h>
#include <string.h>

#include "lua_claims.h"
#include "lua_copy.h"
#include "lua_environment.h"
#include "lua_state.h"

#define SANDBOX_TYPE "galley.sandbox"
#define JOB_TYPE "galley.sandbox.job"

enum {
  MOST_SOURCE = 128 * 1024, /* bytes of a rule file; compiling is not linear */
  MOST_MODULES = 160,
  PIECE = 1024,             /* bytes that the compiler gets at once */
  PIECE_STEPS = 4096
};

/* A file that the rule's files include, compiled. */
typedef struct module {
  char name[RULE_NAME_SIZE];
  buffer code;
} module;

ARRAY_OF(module, module_list);

typedef struct sandbox {
  rule_limits limits;
  buffer prelude, rule; /* compiled */
  module_list modules;
  buffer chunk;         /* the rule file's name as the caller gave it */
  char prelude_name[RULE_NAME_SIZE], rule_name[RULE_NAME_SIZE];
  rule_state *state;    /* NULL until it is needed */
  bool used;            /* a function was called in it since the rule's file ran */
  bool closed;
} sandbox;

typedef struct job {
  sandbox *box;
  value_copy copy;
  rule_fault fault;
  const char *code; /* what is compiled, to `into` under `name` */
  size_t size, read;
  buffer *into;
  const char *name;
  bool syntax, export;
  claim_listing *claimed; /* takes what the function returns; NULL: it is copied */
  const char *path; /* the function that is called */
  size_t path_size;
} job;

/* Keys of the rule state's registry, by their addresses. */
static const char rule_key = 'r', pages_key = 'p';

/* -- jobs ---------------------------------------------------------------------- */

static int job_free(lua_State *L) {
  job *j = lua_touserdata(L, 1);
  value_copy_free(&j->copy);
  return 0;
}

static job *push_job(lua_State *L, sandbox *b) {
  job *j = lua_newuserdatauv(L, sizeof *j, 0);
  memset(j, 0, sizeof *j);
  luaL_setmetatable(L, JOB_TYPE);
  j->box = b;
  j->copy.most_bytes = b->limits.memory;
  return j;
}

/* Pushes nil and what went wrong. */
static int push_fault(lua_State *L, const job *j, const char *chunk) {
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

static bool fail(job *j, const char *code, const char *message) {
  j->fault.code = code;
  j->fault.line = 0;
  strncpy(j->fault.message, message, sizeof j->fault.message - 1);
  return false;
}

static bool run(job *j, lua_CFunction body) {
  if (rule_state_call(j->box->state, body, j, &j->fault)) return true;
  if (j->syntax && strcmp(j->fault.code, "rule-error") == 0) j->fault.code = "rule-syntax";
  return false;
}

/* -- in the rule's state: compiling -------------------------------------------- */

static const char *next_piece(lua_State *L, void *ud, size_t *size) {
  job *j = ud;
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
  job *j = lua_touserdata(L, 1);
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
static void run_prelude(lua_State *L, const sandbox *b, int library) {
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
  job *j = lua_touserdata(L, 1);
  lua_environment_push(L);
  run_prelude(L, j->box, 2);
  return 0;
}

static const module *find_module(const sandbox *b, const char *name) {
  for (uint32_t i = 0; i < b->modules.count; i++)
    if (strcmp(b->modules.items[i].name, name) == 0) return &b->modules.items[i];
  return NULL;
}

/* include(name) -> what the file returns; run once for each state. Upvalues: the
   sandbox, the rule's environment, what has run. */
static int include(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  const module *m = find_module(lua_touserdata(L, lua_upvalueindex(1)), name);
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
static void add_include(lua_State *L, sandbox *b) {
  lua_pushlightuserdata(L, b);
  lua_pushvalue(L, -2);
  lua_newtable(L);
  lua_pushcclosure(L, include, 3);
  lua_setfield(L, 2, "include");
}

static int run_rule(lua_State *L) {
  job *j = lua_touserdata(L, 1);
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
  job *j = lua_touserdata(L, 1);
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

/* -- the sandbox --------------------------------------------------------------- */

static void forget_state(sandbox *b) {
  rule_state_free(b->state);
  b->state = NULL;
  b->used = false;
}

static void forget_modules(sandbox *b) {
  for (uint32_t i = 0; i < b->modules.count; i++) buffer_free(&b->modules.items[i].code);
  free(b->modules.items);
  b->modules = (module_list){0};
}

static void forget_rule(sandbox *b) {
  forget_state(b);
  buffer_free(&b->rule);
  buffer_free(&b->chunk);
}

static bool open_state(job *j) {
  sandbox *b = j->box;
  forget_state(b);
  b->state = rule_state_new(&b->limits);
  if (!b->state) return fail(j, "rule-memory", "the rule's state does not fit into its memory");
  rule_state_names(b->state, b->rule_name, b->prelude_name);
  return true;
}

/* Makes sure that the rule has run in a state. */
static bool ready(job *j) {
  sandbox *b = j->box;
  if (b->state) return true;
  if (!b->rule.size) return fail(j, "rule-error", "no rule is loaded");
  if (open_state(j) && run(j, run_rule)) return true;
  forget_state(b);
  return false;
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

static sandbox *check_sandbox(lua_State *L) {
  sandbox *b = luaL_checkudata(L, 1, SANDBOX_TYPE);
  luaL_argcheck(L, !b->closed, 1, "the sandbox is closed");
  return b;
}

static bool compile_into(job *j, buffer *into, const char *name, const char *code, size_t size) {
  j->into = into;
  j->name = name;
  j->code = code;
  j->size = size;
  if (size > MOST_SOURCE) return fail(j, "rule-syntax", "a rule file has at most 131072 bytes");
  return open_state(j) && run(j, compile);
}

/* sandbox:prelude(source, chunkname) -> true, or nil, err. Trusted code that runs in
   every fresh state before the rule; the fields of the table it returns become globals
   of the rule. */
static int sandbox_prelude(lua_State *L) {
  sandbox *b = check_sandbox(L);
  size_t size;
  const char *code = luaL_checklstring(L, 2, &size), *chunk = check_chunk(L, 3);
  job *j = push_job(L, b);
  buffer_free(&b->prelude);
  short_name(b->prelude_name, chunk, "[", "]");
  bool fine = compile_into(j, &b->prelude, b->prelude_name, code, size) && run(j, try_prelude);
  forget_state(b);
  if (!fine) {
    buffer_free(&b->prelude);
    return push_fault(L, j, chunk);
  }
  lua_pushboolean(L, 1);
  return 1;
}

static bool load_module(job *j, const char *name, const char *code, size_t size) {
  sandbox *b = j->box;
  if (strlen(name) >= RULE_NAME_SIZE) return fail(j, "rule-syntax", "the name of an included file is too long");
  if (b->modules.count >= MOST_MODULES) return fail(j, "rule-syntax", "a rule includes too many files");
  module *m = module_list_push(&b->modules);
  if (!m) return fail(j, "rule-memory", "not enough memory");
  strcpy(m->name, name);
  return compile_into(j, &m->code, m->name, code, size);
}

/* sandbox:module(name, source) -> true, or nil, err. A file that the rule may include by
   this name; given before the rule is loaded. */
static int sandbox_module(lua_State *L) {
  sandbox *b = check_sandbox(L);
  size_t size;
  const char *name = luaL_checkstring(L, 2), *code = luaL_checklstring(L, 3, &size);
  job *j = push_job(L, b);
  bool fine = load_module(j, name, code, size);
  forget_state(b);
  if (!fine) return push_fault(L, j, name);
  lua_pushboolean(L, 1);
  return 1;
}

static bool load_rule(job *j, const char *code, size_t size, const char *chunk) {
  sandbox *b = j->box;
  forget_rule(b);
  short_name(b->rule_name, chunk, "", "");
  if (!buffer_append(&b->chunk, chunk, strlen(chunk) + 1)) return fail(j, "rule-memory", "not enough memory");
  j->export = true;
  return compile_into(j, &b->rule, b->rule_name, code, size) && run(j, run_rule);
}

/* sandbox:load(source, chunkname) -> exported, or nil, err. Compiles a rule file, runs it
   and gives a copy of the table it returns, in which a function is
   { ["function"] = path }. */
static int sandbox_load(lua_State *L) {
  sandbox *b = check_sandbox(L);
  size_t size;
  const char *code = luaL_checklstring(L, 2, &size), *chunk = check_chunk(L, 3);
  job *j = push_job(L, b);
  if (!load_rule(j, code, size, chunk)) {
    forget_rule(b);
    return push_fault(L, j, chunk);
  }
  value_copy_read(L, &j->copy, 0);
  value_copy_free(&j->copy);
  return 1;
}

/* sandbox:renew() -> true. The state becomes again what it was when the rule's file had
   run: by the copy kept then, or else, at the next call, by running it anew. */
static int sandbox_renew(lua_State *L) {
  sandbox *b = check_sandbox(L);
  if (b->used && rule_state_is_saved(b->state)) rule_state_restore(b->state);
  else if (b->used) forget_state(b);
  b->used = false;
  lua_pushboolean(L, 1);
  return 1;
}

static bool call_rule(job *j) {
  if (!ready(j)) return false;
  if (!rule_state_is_saved(j->box->state) && !j->box->used) rule_state_save(j->box->state);
  j->box->used = true;
  bool fine = run(j, call_function);
  if (j->copy.page_count && !rule_state_tidy(j->box->state, close_pages, j)) forget_state(j->box);
  return fine;
}

/* sandbox:call(path, ...) -> value, or nil, err. Calls the function at a path that load
   gave. Arguments: nil, booleans, numbers, strings, pages, nodes and tables of them.
   Pages and nodes are closed when the call ends. The value is the function's first result; nodes
   of the pages given come back as nodes. */
static int sandbox_call(lua_State *L) {
  sandbox *b = check_sandbox(L);
  size_t size;
  const char *path = luaL_checklstring(L, 2, &size);
  int last = lua_gettop(L);
  job *j = push_job(L, b);
  lua_newtable(L);
  value_copy_write(L, &j->copy, 3, last, COPY_NO_FUNCTIONS, last + 2, true);
  j->path = path;
  j->path_size = size;
  if (!call_rule(j)) return push_fault(L, j, b->chunk.size ? b->chunk.data : "?");
  value_copy_read(L, &j->copy, last + 2);
  value_copy_free(&j->copy);
  return 1;
}

/* sandbox:claim(path, claims, behaves, layer, file, line, room, ...) -> steps, or nil, err. Calls a
   function as sandbox:call does, and adds the list of claims that it returns (see claims:list):
   all of them, or none where it fails. */
static int sandbox_claim(lua_State *L) {
  enum { CLAIMS = 3, ARGUMENTS = 9 };
  sandbox *b = check_sandbox(L);
  size_t size;
  const char *path = luaL_checklstring(L, 2, &size);
  int last = lua_gettop(L);
  claim_listing *claimed = lua_listed_open(L, CLAIMS, b->limits.memory);
  job *j = push_job(L, b);
  lua_newtable(L);
  value_copy_write(L, &j->copy, ARGUMENTS, last, COPY_NO_FUNCTIONS, lua_gettop(L), true);
  j->claimed = claimed;
  j->path = path;
  j->path_size = size;
  if (!call_rule(j)) {
    lua_listed_undo(claimed);
    return push_fault(L, j, b->chunk.size ? b->chunk.data : "?");
  }
  value_copy_free(&j->copy);
  lua_pushinteger(L, lua_listed_spent(claimed));
  return 1;
}

static int sandbox_close(lua_State *L) {
  sandbox *b = luaL_checkudata(L, 1, SANDBOX_TYPE);
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
  sandbox *b = lua_newuserdatauv(L, sizeof *b, 0);
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
  luaL_newmetatable(L, JOB_TYPE);
  lua_pushcfunction(L, job_free);
  lua_setfield(L, -2, "__gc");
  luaL_newmetatable(L, SANDBOX_TYPE);
  luaL_setfuncs(L, meta, 0);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 2);
  lua_pushcfunction(L, new_sandbox);
  lua_setfield(L, -2, "sandbox");
}
