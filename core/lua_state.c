/* lua_state.c: the state that rules run in, its allocator, hook and budgets.

   Three things make a limit final. The count hook raises when a budget is spent
   and re-arms itself with a count of one, so that a rule which catches the error
   meets it again at its next instruction. C functions that loop spend steps. And
   the allocator, which must not raise, spends steps too and arms the hook when they
   are out.

   The state's memory is an arena, so that the state can be put back as it was when the
   rule's file had run: that is how each page finds it new. Strings, functions and compiled code,
   the larger part of it, are written to by the collector only, and by the string table when it
   grows: most pages do neither, and leave them as they are. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "lua_state.h"

#include <locale.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "arena.h"

enum {
  HOOK_COUNT = 256,        /* instructions from one look at the budget to the next */
  CLOCK_STEPS = 1 << 15,   /* steps from one look at the clock to the next */
  BLOCK_STEPS = 4,         /* for allocating and collecting a block */
  BYTES_PER_STEP = 64,     /* of a block, filled or moved */
  CATCH_STEPS = 64,        /* for an error that is caught … */
  CATCH_SHARE = 1024,      /* … and for the frames below, which Lua then looks through */
  STRING_TABLE_LEAST = 128 * sizeof(void *), /* bytes of it in a new state */
  HEAVY_SHARE = 16,        /* above this share of the memory the line hook is on */
  LINE_LEVELS = 100,       /* how far up the rule's line is looked for */
  ARENA_SHARE = 2,         /* of the cap, that freed blocks may take besides those in use */
  SAVED_PAUSE = 1000,      /* per cent of a saved state at which garbage is first collected */
  COLLECTED_PAUSE = 150,   /* ... and of what a collection left. Below 200, since what waits for its
                              finalizer is left too and would double the heap with each collection */
  DESCRIBE_INSTRUCTIONS = 100000 /* for an error object's __tostring */
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

static void reach(rule_state *s, limit which) {
  take_back(s);
  if (s->spent == LIMIT_NONE) s->spent = which;
}

/* The clock of what passed is cheap to read and never behind the other. */
static void look_at_clock(rule_state *s) {
  take_back(s);
  s->unclocked = 0;
  if (read_clock(CLOCK_MONOTONIC) >= s->passes && time_worked() >= s->deadline) reach(s, LIMIT_TIME);
}

/* As many steps as the budget has and the clock need not be read for. */
static void grant(rule_state *s) {
  uint64_t most = CLOCK_STEPS - s->unclocked;
  s->granted = most < s->steps ? most : s->steps;
  s->steps -= s->granted;
  s->unclocked += s->granted;
}

static bool take_with_look(rule_state *s, uint64_t steps) {
  if (!s->running) return true;
  take_back(s);
  if (steps > s->steps) {
    s->steps = 0;
    reach(s, LIMIT_STEPS);
  } else {
    s->steps -= steps;
    s->unclocked += steps;
    if (s->unclocked >= CLOCK_STEPS) look_at_clock(s);
  }
  if (s->spent != LIMIT_NONE) return false;
  grant(s);
  return true;
}

/* False once a limit has been reached. Raises nothing, so the allocator may call it. */
static inline bool take_steps(rule_state *s, uint64_t steps) {
  if (steps >= s->granted) return take_with_look(s, steps);
  s->granted -= steps;
  return true;
}

static void take_instructions(rule_state *s) {
  uint64_t count = (uint64_t)s->hook_count;
  if (s->instructions < count) {
    s->instructions = 0;
    reach(s, LIMIT_INSTRUCTIONS);
  } else {
    s->instructions -= count;
  }
}

/* -- the hook ------------------------------------------------------------------ */

static void on_hook(lua_State *L, lua_Debug *ar);

/* A rule of our own runs without, until a limit is reached. */
static void arm(rule_state *s, int count) {
  s->hook_count = count;
  if (s->limits.uncounted && s->spent == LIMIT_NONE && !s->due) {
    lua_sethook(s->L, NULL, 0, 0);
    return;
  }
  lua_sethook(s->L, on_hook, LUA_MASKCOUNT | (s->heavy ? LUA_MASKLINE : 0), count);
}

/* -- the allocator ------------------------------------------------------------- */

static size_t room(const rule_state *s) {
  if (s->unlimited) return SIZE_MAX;
  return s->used < s->limits.memory ? s->limits.memory - s->used : 0;
}

/* A collection follows, whose cost is that of all there is. */
static void *refuse(rule_state *s) {
  s->refused = true;
  s->steady = false;
  if (!take_steps(s, s->used / BYTES_PER_STEP) && s->L) arm(s, 1);
  return NULL;
}

/* Where memory runs out the error has no line of its own (Lua calls no handler), so
   a state that holds much follows the lines. */
static void grow_heavy(rule_state *s) {
  s->heavy = true;
  arm(s, s->hook_count);
}

/* Lua's string table is an array of pointers, a power of two of them, that doubles. Where one that was saved
   does it, all strings are chained anew. */
static void look_at_growth(rule_state *s, void *block, size_t old, size_t size) {
  if (old < STRING_TABLE_LEAST || size != 2 * old || (old & (old - 1)) != 0) return;
  if (arena_is_saved(s->memory, block, old)) s->steady = false;
}

/* Whether only the collector writes to a new block: to strings, and from Lua 5.4 on to closures, whose
   upvalues lie elsewhere or are those of C, and to what else reading a compiled chunk makes. Objects are
   told by Lua, the arrays of a function have no kind. */
static bool is_steady(const rule_state *s, size_t kind) {
  enum { ARRAY = 0, FUNCTION_PROTOTYPE = LUA_TTHREAD + 2 };
  if (kind == LUA_TSTRING) return true;
  if (LUA_VERSION_NUM < 504) return false;
  if (kind == LUA_TFUNCTION) return !s->iterating;
  return s->loading && (kind == ARRAY || kind == FUNCTION_PROTOTYPE);
}

static void *resize(rule_state *s, void *block, size_t old_size, size_t size) {
  if (!block) return is_steady(s, old_size) ? arena_steady(s->memory, size) : arena_resize(s->memory, NULL, 0, size);
  look_at_growth(s, block, old_size, size);
  return arena_resize(s->memory, block, old_size, size);
}

/* A rule whose instructions are not counted meets the hook only where it is to collect garbage. */
static void look_at_use(rule_state *s) {
  if (!s->heavy && s->used > s->limits.memory / HEAVY_SHARE) grow_heavy(s);
  if (!s->limits.uncounted || s->due || s->used <= s->collect_at) return;
  s->due = true;
  arm(s, 1);
}

static void *allocate(void *ud, void *block, size_t old_size, size_t size) {
  rule_state *s = ud;
  size_t old = block ? old_size : 0;
  if (size == 0) {
    arena_resize(s->memory, block, old, 0);
    s->used -= old;
    return NULL;
  }
  if (size > old && size - old > room(s)) return refuse(s);
  void *moved = resize(s, block, old_size, size);
  if (!moved) return size <= old ? block : refuse(s);
  s->used = s->used - old + size;
  if (!take_steps(s, BLOCK_STEPS + size / BYTES_PER_STEP) && s->L) arm(s, 1);
  if (s->running) look_at_use(s);
  return moved;
}

/* The rule state that L belongs to, NULL for a host's: the allocator tells. */
static rule_state *state_of(lua_State *L) {
  void *ud;
  return lua_getallocf(L, &ud) == allocate ? ud : NULL;
}

/* -- reaching a limit ---------------------------------------------------------- */

static const char *limit_code(limit which) {
  switch (which) {
    case LIMIT_MEMORY: return "rule-memory";
    case LIMIT_TIME: return "rule-time";
    default: return "rule-budget";
  }
}

static void limit_message(const rule_state *s, char *out, size_t size) {
  const rule_limits *l = &s->limits;
  switch (s->spent) {
    case LIMIT_INSTRUCTIONS:
      snprintf(out, size, "the rule spent its %llu instructions", (unsigned long long)l->instructions);
      break;
    case LIMIT_STEPS:
      snprintf(out, size, "the rule spent its %llu steps in patterns, tables and strings",
               (unsigned long long)l->steps);
      break;
    case LIMIT_TIME:
      snprintf(out, size, "the rule spent its %.3g seconds", (double)l->nanoseconds / 1e9);
      break;
    default:
      snprintf(out, size, "the rule spent its %zu bytes of memory", l->memory);
  }
}

static int line_in(lua_State *L, const char *source) {
  lua_Debug ar;
  for (int level = 0; level < LINE_LEVELS && lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sl", &ar);
    if (ar.currentline > 0 && strcmp(ar.source, source) == 0) return ar.currentline;
  }
  return 0;
}

int lua_state_line(lua_State *L) {
  rule_state *s = state_of(L);
  return s ? line_in(L, s->rule) : 0;
}

static int raise_spent(lua_State *L, rule_state *s) {
  char message[RULE_MESSAGE_SIZE];
  if (!s->spent_line) s->spent_line = line_in(L, s->rule);
  arm(s, 1);
  limit_message(s, message, sizeof message);
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
  arm(s, HOOK_COUNT);
}

static void on_hook(lua_State *L, lua_Debug *ar) {
  rule_state *s = state_of(L);
  if (!s || !s->running) return;
  if (s->spent == LIMIT_NONE) {
    int line = line_in(L, s->rule);
    if (line) s->last_line = line;
    if (ar->event == LUA_HOOKCOUNT) on_count(L, s);
    look_at_clock(s);
  }
  if (s->spent != LIMIT_NONE) raise_spent(L, s);
}

void lua_state_spend(lua_State *L, uint64_t steps) {
  rule_state *s = state_of(L);
  if (s && !take_steps(s, steps)) raise_spent(L, s);
}

void lua_state_room(lua_State *L, size_t bytes) {
  rule_state *s = state_of(L);
  if (!s || !s->running) return;
  if (bytes <= room(s)) return;
  lua_state_spend(L, s->used / BYTES_PER_STEP);
  collect_garbage(L, s);
  if (bytes <= room(s)) return;
  reach(s, LIMIT_MEMORY);
  raise_spent(L, s);
}

/* A buffer of lauxlib reports the allocator's refusal as an ordinary error. */
static bool is_memory_error(lua_State *L, const rule_state *s, int status) {
  if (status == LUA_ERRMEM) return true;
  return s->refused && lua_type(L, -1) == LUA_TSTRING && strcmp(lua_tostring(L, -1), "not enough memory") == 0;
}

void lua_state_rethrow(lua_State *L, int status) {
  rule_state *s = state_of(L);
  if (!s || !s->running) return;
  if (is_memory_error(L, s, status)) reach(s, LIMIT_MEMORY);
  if (s->spent == LIMIT_NONE) {
    lua_state_spend(L, CATCH_STEPS + s->used / CATCH_SHARE);
    return;
  }
  if (!s->spent_line) s->spent_line = s->last_line;
  arm(s, 1);
  lua_error(L);
}

/* -- faults -------------------------------------------------------------------- */

/* One line of text, cut at a character: messages hold what a page or a rule said. */
static void copy_message(char *out, const char *text, size_t size) {
  size_t kept = size < RULE_MESSAGE_SIZE - 1 ? size : RULE_MESSAGE_SIZE - 1;
  if (kept < size)
    while (kept && ((unsigned char)text[kept] & 0xC0) == 0x80) kept--;
  for (size_t i = 0; i < kept; i++) {
    unsigned char c = (unsigned char)text[i];
    out[i] = c < 0x20 || c == 0x7F ? ' ' : text[i];
  }
  out[kept] = '\0';
}

/* Where `text` begins with "name:12: ", the length of that and the line; else 0.
   `source` is the chunk's name with its `=`. */
static size_t position_prefix(const char *text, const char *source, int *line) {
  size_t name = strlen(source + 1), at = name + 1;
  if (strncmp(text, source + 1, name) != 0 || text[name] != ':') return 0;
  int number = 0;
  for (; text[at] >= '0' && text[at] <= '9' && number < 100000000; at++) number = number * 10 + (text[at] - '0');
  if (at == name + 1 || text[at] != ':' || text[at + 1] != ' ') return 0;
  *line = number;
  return at + 2;
}

static void describe_text(const rule_state *s, const char *text, size_t size, rule_fault *f) {
  int line = 0;
  size_t prefix = position_prefix(text, s->rule, &line);
  if (prefix) f->line = line;
  else prefix = position_prefix(text, s->prelude, &line);
  copy_message(f->message, text + prefix, size - prefix);
}

/* Arguments: the error object and the fault. May run the object's __tostring. */
static int describe_object(lua_State *L) {
  rule_fault *f = lua_touserdata(L, 2);
  if (lua_istable(L, 1)) {
    lua_pushliteral(L, "message");
    lua_rawget(L, 1);
    if (lua_type(L, -1) == LUA_TSTRING) lua_replace(L, 1);
    lua_settop(L, 1);
  }
  if (!lua_isnumber(L, 1) && lua_type(L, 1) != LUA_TSTRING && luaL_callmeta(L, 1, "__tostring")) lua_replace(L, 1);
  if (lua_isstring(L, 1)) {
    size_t size;
    const char *text = lua_tolstring(L, 1, &size);
    describe_text(state_of(L), text, size, f);
  }
  return 0;
}

static void describe_limit(const rule_state *s, rule_fault *f) {
  f->code = limit_code(s->spent);
  f->line = s->spent_line ? s->spent_line : s->last_line ? s->last_line : s->entry_line;
  limit_message(s, f->message, sizeof f->message);
}

/* Fills in the fault from the error object on top of the stack, which it pops. */
static void describe(rule_state *s, int status, rule_fault *f) {
  lua_State *L = s->L;
  if (is_memory_error(L, s, status)) reach(s, LIMIT_MEMORY);
  if (s->spent != LIMIT_NONE) {
    describe_limit(s, f);
    return;
  }
  f->code = status == LUA_ERRSYNTAX ? "rule-syntax" : "rule-error";
  f->line = s->error_line ? s->error_line : s->entry_line;
  snprintf(f->message, sizeof f->message, "the error is a %s value", luaL_typename(L, -1));
  s->instructions = DESCRIBE_INSTRUCTIONS;
  lua_pushcfunction(L, describe_object);
  lua_insert(L, -2);
  lua_pushlightuserdata(L, f);
  lua_pcall(L, 2, 0, 0); /* where it fails, the message stays as it was set above */
}

/* The message handler: the stack still stands. */
static int note_line(lua_State *L) {
  rule_state *s = state_of(L);
  if (s) s->error_line = line_in(L, s->rule);
  return 1;
}

/* -- the life of a state ------------------------------------------------------- */

rule_state *rule_state_new(const rule_limits *limits) {
  rule_state *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  s->limits = *limits;
  s->time_left = limits->nanoseconds;
  s->hook_count = HOOK_COUNT;
  s->neutral = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  s->memory = arena_new(limits->memory < SIZE_MAX / 4 ? limits->memory * ARENA_SHARE : SIZE_MAX / 2);
  if (s->neutral && s->memory) s->L = lua_newstate(allocate, s);
  if (!s->L) {
    rule_state_free(s);
    return NULL;
  }
  lua_gc(s->L, LUA_GCSTOP, 0); /* on_count collects */
  rule_state_names(s, "rule", "prelude");
  return s;
}

static void free_fixed(fixed_block *f) {
  while (f) {
    fixed_block *next = f->next;
    free(f);
    f = next;
  }
}

void rule_state_free(rule_state *s) {
  if (!s) return;
  s->unlimited = true;
  if (s->L) {
    lua_sethook(s->L, NULL, 0, 0);
    lua_close(s->L);
  }
  for (int i = 0; i < KEEP_SLOTS; i++)
    if (s->keeps[i].held) s->keeps[i].free(s->keeps[i].held);
  free_fixed(s->fixed);
  arena_free(s->memory);
  if (s->neutral) freelocale(s->neutral);
  free(s);
}

int lua_state_load(lua_State *L, const char *code, size_t size, const char *name) {
  rule_state *s = state_of(L);
  if (s) s->loading = true;
  int status = luaL_loadbufferx(L, code, size, name, "b");
  if (s) s->loading = false;
  return status;
}

void lua_state_iterator(lua_State *L, lua_CFunction next, int upvalues) {
  rule_state *s = state_of(L);
  if (s) s->iterating = true;
  lua_pushcclosure(L, next, upvalues);
  if (s) s->iterating = false;
}

rule_keep *lua_state_keep(lua_State *L, rule_keep_slot slot) {
  rule_state *s = state_of(L);
  return s ? &s->keeps[slot] : NULL;
}

void *lua_state_fixed(lua_State *L, size_t size) {
  rule_state *s = state_of(L);
  if (!s || s->saved || size > room(s)) return NULL;
  lua_state_spend(L, BLOCK_STEPS + size / BYTES_PER_STEP);
  fixed_block *f = malloc(sizeof *f + size);
  if (!f) return NULL;
  f->next = s->fixed;
  s->fixed = f;
  s->used += size;
  return f->data;
}

/* Most pages leave less garbage than a collection is worth: the first one is put off. */
static int collect(lua_State *L) {
  int pause = lua_gc(L, LUA_GCSETPAUSE, SAVED_PAUSE);
  lua_gc(L, LUA_GCCOLLECT, 0);
  lua_gc(L, LUA_GCSETPAUSE, pause);
  return 0;
}

bool rule_state_save(rule_state *s) {
  s->saved = rule_state_tidy(s, collect, NULL) && arena_save(s->memory);
  s->steady = true;
  s->saved_used = s->used;
  s->collect_at = s->used / 100 * SAVED_PAUSE;
  s->saved_time = s->time_left;
  return s->saved;
}

bool rule_state_is_saved(const rule_state *s) {
  return s->saved;
}

void rule_state_restore(rule_state *s) {
  arena_restore(s->memory, s->steady);
  s->steady = true;
  s->used = s->saved_used;
  s->collect_at = s->used / 100 * SAVED_PAUSE;
  s->time_left = s->saved_time;
}

void rule_state_names(rule_state *s, const char *rule, const char *prelude) {
  snprintf(s->rule, sizeof s->rule, "=%s", rule);
  snprintf(s->prelude, sizeof s->prelude, "=%s", prelude);
}

void rule_state_entry_line(lua_State *L, int line) {
  rule_state *s = state_of(L);
  if (s) s->entry_line = line;
}

static void begin(rule_state *s) {
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
  arm(s, HOOK_COUNT);
  look_at_clock(s);
}

static void end(rule_state *s) {
  uint64_t now = time_worked();
  s->time_left = now < s->deadline ? s->deadline - now : 0;
  s->running = false;
  take_back(s);
}

bool rule_state_call(rule_state *s, lua_CFunction body, void *job, rule_fault *f) {
  lua_State *L = s->L;
  int base = lua_gettop(L);
  locale_t before = uselocale(s->neutral);
  begin(s);
  lua_pushcfunction(L, note_line);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, job);
  int status = s->spent == LIMIT_NONE ? lua_pcall(L, 1, 0, base + 1) : LUA_OK;
  if (status != LUA_OK) describe(s, status, f);
  else if (s->spent != LIMIT_NONE) describe_limit(s, f);
  bool fine = status == LUA_OK && s->spent == LIMIT_NONE;
  lua_settop(L, base);
  end(s);
  uselocale(before);
  return fine;
}

bool rule_state_tidy(rule_state *s, lua_CFunction body, void *job) {
  lua_State *L = s->L;
  s->unlimited = true;
  lua_sethook(L, NULL, 0, 0);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, job);
  int status = lua_pcall(L, 1, 0, 0);
  if (status != LUA_OK) lua_pop(L, 1);
  s->unlimited = false;
  return status == LUA_OK;
}
