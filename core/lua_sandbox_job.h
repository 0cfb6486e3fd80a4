/* lua_sandbox_job.h: what a sandbox has done in the state of its rule. What crosses between the two states
   lies in a job, a userdata of the caller's: so an error in either state unwinds only its own frames,
   and leaks nothing. No function of the caller's state runs while the rule's does. */
#ifndef GALLEY_LUA_SANDBOX_JOB_H
#define GALLEY_LUA_SANDBOX_JOB_H

#include "lua_claims.h"
#include "lua_copy.h"
#include "lua_state.h"

#pragma GCC visibility push(hidden)

enum { MOST_SOURCE = 128 * 1024 }; /* bytes of a rule file; compiling is not linear */

/* A file that the rule's files include, compiled. */
typedef struct rule_module {
  char name[RULE_NAME_SIZE];
  buffer code;
} rule_module;

ARRAY_OF(rule_module, rule_module_list);

typedef struct rule_sandbox {
  rule_limits limits;
  buffer prelude, rule; /* compiled */
  rule_module_list modules;
  buffer chunk;         /* the rule file's name as the caller gave it */
  char prelude_name[RULE_NAME_SIZE], rule_name[RULE_NAME_SIZE];
  rule_state *state;    /* NULL until it is needed */
  bool used;            /* a function was called in it since the rule's file ran */
  bool closed;
} rule_sandbox;

/* What is done in the rule's state: what goes there and what comes back. */
typedef struct sandbox_job {
  rule_sandbox *box;
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
} sandbox_job;

/* Adds the metatable of jobs to the registry. */
void lua_job_register(lua_State *L);
/* Pushes a job of a sandbox. */
sandbox_job *lua_job_push(lua_State *L, rule_sandbox *b);
/* Pushes nil and what went wrong. */
int lua_job_push_fault(lua_State *L, const sandbox_job *j, const char *chunk);
/* Notes a fault; false. */
bool lua_job_fail(sandbox_job *j, const char *code, const char *message);

/* Each is true, or false with the job's fault filled in. */
bool lua_job_compile(sandbox_job *j, buffer *into, const char *name, const char *code, size_t size);
bool lua_job_try_prelude(sandbox_job *j);
bool lua_job_run_rule(sandbox_job *j);
/* Calls the function at the job's path, in a state in which the rule has run. */
bool lua_job_call(sandbox_job *j);

/* Frees the rule's state; the next call makes it anew. */
void lua_job_forget_state(rule_sandbox *b);

#pragma GCC visibility pop
#endif
