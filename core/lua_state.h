/* lua_state.h: a Lua state of its own for one rule, with an allocator that has a
   cap, a budget of instructions and steps for every call, and a deadline.

   Nothing of the host's state is touched: not its allocator, hook, collector or
   metatables. A state is entered by rule_state_call only, which is one lua_pcall;
   during it the thread's locale is "C", so that numbers, `<` and character
   classes read the same everywhere. */
#ifndef GALLEY_LUA_STATE_H
#define GALLEY_LUA_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lua_compat.h"

#pragma GCC visibility push(hidden)

/* What a rule may spend. A step is a piece of work of about ten nanoseconds that a
   C function does for the rule: one comparison of a pattern, one slot moved. */
typedef struct rule_limits {
  size_t memory;         /* bytes */
  uint64_t instructions; /* of the Lua machine, for each call */
  uint64_t steps;        /* for each call */
  uint64_t nanoseconds;  /* of work inside the state, for its whole life */
  bool uncounted;        /* for a rule of our own: its instructions are not counted */
} rule_limits;

enum { RULE_NAME_SIZE = 56, RULE_MESSAGE_SIZE = 512 };

/* Why a call failed. `code` is "rule-budget", "rule-memory", "rule-time",
   "rule-error" or "rule-syntax" (static); `line` is in the rule's file, 0 where
   it is not known. */
typedef struct rule_fault {
  const char *code;
  int line;
  char message[RULE_MESSAGE_SIZE];
} rule_fault;

typedef struct rule_state rule_state;

/* Makes an empty state; NULL when memory is out. */
rule_state *rule_state_new(const rule_limits *limits);
/* Closes the state and frees it; NULL is allowed. */
void rule_state_free(rule_state *s);

/* Collects garbage and keeps a copy of the state as it is; once, outside of calls. False
   when memory is out. */
bool rule_state_save(rule_state *s);
bool rule_state_is_saved(const rule_state *s);
/* Puts the state back as it was saved, byte by byte. What a page left behind is gone, and
   without its finalizers, so that pages must have been closed before. */
void rule_state_restore(rule_state *s);

/* The names under which chunks are loaded: `=name` as Lua wants it. Only errors
   and lines in the rule's chunk are shown; the prelude is ours. */
void rule_state_names(rule_state *s, const char *rule, const char *prelude);

/* Runs `body`, with `job` as its one argument (a light userdata), under fresh
   budgets. False with the fault filled in where it fails; its results are
   dropped: a body leaves what it finds in its job. */
bool rule_state_call(rule_state *s, lua_CFunction body, void *job, rule_fault *f);
/* The same with memory beyond the cap and no budget, for closing handles: the
   body must be ours and short. */
bool rule_state_tidy(rule_state *s, lua_CFunction body, void *job);

/* What C functions keep for a state outside of its memory, and how that is freed with it:
   compiled selectors and patterns, a scratch buffer. NULL for a host's state. */
typedef struct rule_keep {
  void *held;
  void (*free)(void *held);
} rule_keep;
typedef enum rule_keep_slot { KEEP_SCRATCH, KEEP_SELECTORS, KEEP_PATTERNS, KEEP_SLOTS } rule_keep_slot;
rule_keep *lua_state_keep(lua_State *L, rule_keep_slot slot);

/* Memory for what is made while the rule's file runs and never changed after that, so that it need
   not be put back for each page: it lies outside of what is saved, counts like the state's own, and
   is freed with the state. NULL in a host's state, in one that is saved, and where there is no room:
   the caller then finds a place in the state. */
void *lua_state_fixed(lua_State *L, size_t size);

/* The line that a fault names when nothing better is known. */
void rule_state_entry_line(lua_State *L, int line);

/* For C functions that rules call. All do nothing in a state that is not a rule's,
   so that code which serves both may call them; in a rule's they raise an error
   that the rule cannot catch when a limit is reached. */

/* As luaL_loadbufferx for a chunk that lua_dump wrote. In a rule's state what it makes need not be put
   back for each page. */
int lua_state_load(lua_State *L, const char *code, size_t size, const char *name);
/* As lua_pushcclosure, for a function that writes to its upvalues. No other may, since those of a rule's
   state are not put back for each page. */
void lua_state_iterator(lua_State *L, lua_CFunction next, int upvalues);
/* Spends steps. */
void lua_state_spend(lua_State *L, uint64_t steps);
/* Asks whether a result of so many bytes more would fit. */
void lua_state_room(lua_State *L, size_t bytes);
/* After a pcall that failed with `status`, the error on top: raises it again if
   it says that a limit was reached, else spends what catching it costs. */
void lua_state_rethrow(lua_State *L, int status);
/* The line of the rule's file that is being run, of the innermost function that
   stands there; 0 where none does. */
int lua_state_line(lua_State *L);

#pragma GCC visibility pop
#endif
