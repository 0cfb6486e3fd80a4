/* lua_budget.c: what a rule may spend in a call: steps, instructions and time, and the hook that raises.

   Three things make a limit final. The count hook raises when a budget is spent
   and re-arms itself with a count of one, so that a rule which catches the error
   meets it again at its next instruction. C functions that loop spend steps. And
   the allocator, which must not raise, spends steps too and arms the hook when they
   are out. */
#include "lua_state_parts.h"

#include <string.h>
#include <time.h>

enum {
  CLOCK_STEPS = 1 << 15,   /* steps from one look at the clock to the next */
  CATCH_STEPS = 64,        /* for an error that is caught … */
  CATCH_SHARE = 1024,      /* … and for the frames below, which Lua then looks through */
  LINE_LEVELS = 100,       /* how far up the rule's line is looked for */
  COLLECTED_PAUSE = 150    /* per cent of what a collection left, at which the next one comes. Below 200, since
                              what waits for its finalizer is left too and would double the heap each time */
};

/* -- the clock and the budgets ------------------------------------------------ */

static uint64_t read_clock(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* What the thread worked. A rule cannot wait, so this differs from the time that
   passed only where others have the processor, which is no fault of the rule's. */
static uint64_t time_worked(void) {
  return read_clock(CLOCK_THREAD_CPUTIME_ID);
}

/* What was granted and not taken counts no more. */
static void take_back(rule_state *s) {
  s->steps += s->granted;
  s->unclocked -= s->granted;
  s->granted = 0;
}

void rule_state_reach(rule_state *s, limit which) {
  take_back(s);
  if (s->spent == LIMIT_NONE) s->spent = which;
}

/* The clock of what passed is cheap to read and never behind the other. */
static void look_at_clock(rule_state *s) {
  take_back(s);
  s->unclocked = 0;
  if (read_clock(CLOCK_MONOTONIC) >= s->passes && time_worked() >= s->deadline) rule_state_reach(s, LIMIT_TIME);
}

/* As many steps as the budget has and the clock need not be read for. */
static void grant(rule_state *s) {
  uint64_t most = CLOCK_STEPS - s->unclocked;
  s->granted = most < s->steps ? most : s->steps;
  s->steps -= s->granted;
  s->unclocked += s->granted;
}

bool rule_state_take_with_look(rule_state *s, uint64_t steps) {
  if (!s->running) return true;
  take_back(s);
  if (steps > s->steps) {
    s->steps = 0;
    rule_state_reach(s, LIMIT_STEPS);
  } else {
    s->steps -= steps;
    s->unclocked += steps;
    if (s->unclocked >= CLOCK_STEPS) look_at_clock(s);
  }
  if (s->spent != LIMIT_NONE) return false;
  grant(s);
  return true;
}

static void take_instructions(rule_state *s) {
  uint64_t count = (uint64_t)s->hook_count;
  if (s->instructions < count) {
    s->instructions = 0;
    rule_state_reach(s, LIMIT_INSTRUCTIONS);
  } else {
    s->instructions -= count;
  }
}

/* -- the hook ------------------------------------------------------------------ */

static void on_hook(lua_State *L, lua_Debug *ar);

/* A rule of our own runs without, until a limit is reached. */
void rule_state_arm(rule_state *s, int count) {
  s->hook_count = count;
  if (s->limits.uncounted && s->spent == LIMIT_NONE && !s->due) {
    lua_sethook(s->L, NULL, 0, 0);
    return;
  }
  lua_sethook(s->L, on_hook, LUA_MASKCOUNT | (s->heavy ? LUA_MASKLINE : 0), count);
}

int rule_state_line_in(lua_State *L, const char *source) {
  lua_Debug ar;
  for (int level = 0; level < LINE_LEVELS && lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sl", &ar);
    if (ar.currentline > 0 && strcmp(ar.source, source) == 0) return ar.currentline;
  }
  return 0;
}

int lua_state_line(lua_State *L) {
  rule_state *s = rule_state_of(L);
  return s ? rule_state_line_in(L, s->rule) : 0;
}

static int raise_spent(lua_State *L, rule_state *s) {
  char message[RULE_MESSAGE_SIZE];
  if (!s->spent_line) s->spent_line = rule_state_line_in(L, s->rule);
  rule_state_arm(s, 1);
  rule_state_limit_message(s, message, sizeof message);
  lua_pushstring(L, message);
  return lua_error(L);
}

/* How far Lua's own collector gets in a step depends on the order of tables, which is
   that of a random seed; what it has swept decides which strings are made anew, and so
   what a page costs. A whole collection where so much is in use leaves the same always. */
static void collect_garbage(lua_State *L, rule_state *s) {
  s->steady = false;
  lua_gc(L, LUA_GCCOLLECT, 0);
  s->collect_at = s->used / 100 * COLLECTED_PAUSE;
}

static void on_count(lua_State *L, rule_state *s) {
  if (!s->limits.uncounted) take_instructions(s);
  if (s->used > s->collect_at) collect_garbage(L, s);
  if (!s->due) return;
  s->due = false;
  rule_state_arm(s, HOOK_COUNT);
}

static void on_hook(lua_State *L, lua_Debug *ar) {
  rule_state *s = rule_state_of(L);
  if (!s || !s->running) return;
  if (s->spent == LIMIT_NONE) {
    int line = rule_state_line_in(L, s->rule);
    if (line) s->last_line = line;
    if (ar->event == LUA_HOOKCOUNT) on_count(L, s);
    look_at_clock(s);
  }
  if (s->spent != LIMIT_NONE) raise_spent(L, s);
}

void lua_state_spend(lua_State *L, uint64_t steps) {
  rule_state *s = rule_state_of(L);
  if (s && !rule_state_take(s, steps)) raise_spent(L, s);
}

void lua_state_room(lua_State *L, size_t bytes) {
  rule_state *s = rule_state_of(L);
  if (!s || !s->running) return;
  if (bytes <= rule_state_room(s)) return;
  lua_state_spend(L, s->used / BYTES_PER_STEP);
  collect_garbage(L, s);
  if (bytes <= rule_state_room(s)) return;
  rule_state_reach(s, LIMIT_MEMORY);
  raise_spent(L, s);
}

/* A buffer of lauxlib reports the allocator's refusal as an ordinary error. */
bool rule_state_is_memory_error(lua_State *L, const rule_state *s, int status) {
  if (status == LUA_ERRMEM) return true;
  return s->refused && lua_type(L, -1) == LUA_TSTRING && strcmp(lua_tostring(L, -1), "not enough memory") == 0;
}

void lua_state_rethrow(lua_State *L, int status) {
  rule_state *s = rule_state_of(L);
  if (!s || !s->running) return;
  if (rule_state_is_memory_error(L, s, status)) rule_state_reach(s, LIMIT_MEMORY);
  if (s->spent == LIMIT_NONE) {
    lua_state_spend(L, CATCH_STEPS + s->used / CATCH_SHARE);
    return;
  }
  if (!s->spent_line) s->spent_line = s->last_line;
  rule_state_arm(s, 1);
  lua_error(L);
}

/* -- the budgets of a call ------------------------------------------------------ */

void rule_state_begin(rule_state *s) {
  s->instructions = s->limits.instructions;
  s->steps = s->limits.steps;
  s->unclocked = s->granted = 0;
  s->spent = LIMIT_NONE;
  s->refused = s->iterating = false;
  s->heavy = s->used > s->limits.memory / HEAVY_SHARE;
  s->spent_line = s->last_line = s->error_line = s->entry_line = 0;
  s->deadline = time_worked() + s->time_left;
  s->passes = read_clock(CLOCK_MONOTONIC) + s->time_left;
  s->running = true;
  rule_state_arm(s, HOOK_COUNT);
  look_at_clock(s);
}

void rule_state_end(rule_state *s) {
  uint64_t now = time_worked();
  s->time_left = now < s->deadline ? s->deadline - now : 0;
  s->running = false;
  take_back(s);
}
