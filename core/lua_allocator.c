/* lua_allocator.c: the memory of a rule's state: a cap, steps for each block, and an arena, so that the
   state can be put back as it was when the rule's file had run: that is how each page finds it new.
   Strings, functions and compiled code, the larger part of it, are written to by the collector only, and
   by the string table when it grows: most pages do neither, and leave them as they are. */
#include "lua_state_parts.h"

#include <stdlib.h>

enum { STRING_TABLE_LEAST = 128 * sizeof(void *) /* bytes of it in a new state */ };

/* A collection follows, whose cost is that of all there is. */
static void *refuse(rule_state *s) {
  s->refused = true;
  s->steady = false;
  if (!rule_state_take(s, s->used / BYTES_PER_STEP) && s->L) rule_state_arm(s, 1);
  return NULL;
}

/* Where memory runs out the error has no line of its own (Lua calls no handler), so
   a state that holds much follows the lines. */
static void grow_heavy(rule_state *s) {
  s->heavy = true;
  rule_state_arm(s, s->hook_count);
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
  rule_state_arm(s, 1);
}

void *rule_state_allocate(void *ud, void *block, size_t old_size, size_t size) {
  rule_state *s = ud;
  size_t old = block ? old_size : 0;
  if (size == 0) {
    arena_resize(s->memory, block, old, 0);
    s->used -= old;
    return NULL;
  }
  if (size > old && size - old > rule_state_room(s)) return refuse(s);
  void *moved = resize(s, block, old_size, size);
  if (!moved) return size <= old ? block : refuse(s);
  s->used = s->used - old + size;
  if (!rule_state_take(s, BLOCK_STEPS + size / BYTES_PER_STEP) && s->L) rule_state_arm(s, 1);
  if (s->running) look_at_use(s);
  return moved;
}

/* The rule state that L belongs to, NULL for a host's: the allocator tells. */
rule_state *rule_state_of(lua_State *L) {
  void *ud;
  return lua_getallocf(L, &ud) == rule_state_allocate ? ud : NULL;
}

void *lua_state_fixed(lua_State *L, size_t size) {
  rule_state *s = rule_state_of(L);
  if (!s || s->saved || size > rule_state_room(s)) return NULL;
  lua_state_spend(L, BLOCK_STEPS + size / BYTES_PER_STEP);
  fixed_block *f = malloc(sizeof *f + size);
  if (!f) return NULL;
  f->next = s->fixed;
  s->fixed = f;
  s->used += size;
  return f->data;
}

void rule_state_free_fixed(rule_state *s) {
  for (fixed_block *f = s->fixed; f;) {
    fixed_block *next = f->next;
    free(f);
    f = next;
  }
}
