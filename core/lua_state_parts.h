/* lua_state_parts.h: what a rule's state is made of, for the files that make up lua_state.h: lua_state.c
   (its life), lua_allocator.c (its memory), lua_budget.c (limits and the hook), lua_fault.c (what is said
   of a failure). No other file includes it. */
#ifndef GALLEY_LUA_STATE_PARTS_H
#define GALLEY_LUA_STATE_PARTS_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include <locale.h>
#include <stddef.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "arena.h"
#include "lua_state.h"

#pragma GCC visibility push(hidden)

enum {
  HOOK_COUNT = 256,    /* instructions from one look at the budget to the next */
  BLOCK_STEPS = 4,     /* for allocating and collecting a block */
  BYTES_PER_STEP = 64, /* of a block, filled or moved */
  HEAVY_SHARE = 16     /* above this share of the memory the line hook is on */
};

typedef enum limit { LIMIT_NONE, LIMIT_INSTRUCTIONS, LIMIT_STEPS, LIMIT_MEMORY, LIMIT_TIME } limit;

/* See lua_state_fixed; what it is for follows its head. */
typedef struct fixed_block {
  struct fixed_block *next;
  max_align_t data[];
} fixed_block;

struct rule_state {
  lua_State *L;
  arena *memory;
  rule_limits limits;
  size_t used;                     /* bytes allocated now */
  size_t saved_used;               /* ... and when the state was saved */
  size_t collect_at;               /* bytes in use above which a state that is counted collects garbage */
  uint64_t saved_time;
  bool saved;
  bool loading;                    /* a compiled chunk is being read */
  bool iterating;                  /* a closure that will change its upvalues is being made */
  bool steady;                     /* strings, functions and code are as they were saved */
  bool due;                        /* the next look of the hook is to collect garbage */
  rule_keep keeps[KEEP_SLOTS];
  struct fixed_block *fixed;
  uint64_t instructions, steps;    /* left in this call */
  uint64_t unclocked;              /* steps since the clock was read */
  uint64_t granted;                /* counted in both already: fewer than these are taken without a look */
  uint64_t time_left;              /* nanoseconds of the thread's work */
  uint64_t deadline;               /* when it is over, by that clock */
  uint64_t passes;                 /* before this, by the wall's clock, it cannot be */
  limit spent;                     /* the first limit that was reached in this call */
  bool running;                    /* budgets apply */
  bool unlimited;                  /* the cap does not apply */
  bool refused;                    /* the allocator said no in this call */
  bool heavy;                      /* much memory in use: lines are followed */
  int hook_count;
  int spent_line, last_line, error_line, entry_line;
  locale_t neutral;                /* the "C" locale */
  char rule[RULE_NAME_SIZE + 1], prelude[RULE_NAME_SIZE + 1]; /* with their `=` */
};

/* -- lua_allocator.c ----------------------------------------------------------- */

/* The state's allocator, as lua_newstate wants it; `ud` is the rule_state. */
void *rule_state_allocate(void *ud, void *block, size_t old_size, size_t size);
/* The rule state that L belongs to, NULL for a host's: the allocator tells. */
rule_state *rule_state_of(lua_State *L);
/* Frees what lua_state_fixed gave. */
void rule_state_free_fixed(rule_state *s);

/* The bytes that may still be allocated. */
static inline size_t rule_state_room(const rule_state *s) {
  if (s->unlimited) return SIZE_MAX;
  return s->used < s->limits.memory ? s->limits.memory - s->used : 0;
}

/* -- lua_budget.c -------------------------------------------------------------- */

/* The budgets of a call: they apply from the one to the other. */
void rule_state_begin(rule_state *s);
void rule_state_end(rule_state *s);
/* Notes that a limit was reached, unless another was before. */
void rule_state_reach(rule_state *s, limit which);
/* Has the hook come after so many instructions. */
void rule_state_arm(rule_state *s, int count);
/* The line of the innermost function of the chunk `source`, its name with the `=`; 0 where there is none. */
int rule_state_line_in(lua_State *L, const char *source);
/* Whether the error on top of the stack says that memory is out. */
bool rule_state_is_memory_error(lua_State *L, const rule_state *s, int status);
/* As rule_state_take, for more than what was granted. */
bool rule_state_take_with_look(rule_state *s, uint64_t steps);

/* Takes steps: false once a limit has been reached. Raises nothing, so the allocator may call it. */
static inline bool rule_state_take(rule_state *s, uint64_t steps) {
  if (steps >= s->granted) return rule_state_take_with_look(s, steps);
  s->granted -= steps;
  return true;
}

/* -- lua_fault.c --------------------------------------------------------------- */

/* Says which limit was reached. */
void rule_state_limit_message(const rule_state *s, char *out, size_t size);
/* Fills in the fault from the limit that was reached. */
void rule_state_describe_limit(const rule_state *s, rule_fault *f);
/* Fills in the fault from the error object on top of the stack, which it pops. */
void rule_state_describe(rule_state *s, int status, rule_fault *f);

#pragma GCC visibility pop
#endif
