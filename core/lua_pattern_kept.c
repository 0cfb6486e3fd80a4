/* lua_pattern_kept.c: the programs of patterns that a rule matches again and again. Like selectors, they
   are kept outside of the state's memory. Which are kept depends on where the patterns lie, and so
   must not show in what a rule has spent: a pattern is paid for as if it were read each time. */
#include <stdlib.h>
#include <string.h>

#include "lua_matcher.h"
#include "lua_state.h"

enum {
  KEPT = 1024,        /* places, a power of two */
  KEPT_LENGTH = 120,  /* bytes of a pattern, and no more */
  BYTES_PER_STEP = 4  /* of one that may be kept; any other is read each time */
};

typedef struct kept_program {
  char text[KEPT_LENGTH];
  uint32_t length;
  uint64_t program[]; /* a pattern_program */
} kept_program;

typedef struct kept_programs {
  kept_program *places[KEPT];
} kept_programs;

static void free_kept(void *held) {
  kept_programs *k = held;
  for (int i = 0; i < KEPT; i++) free(k->places[i]);
  free(k);
}

static bool is_of(const kept_program *kept, const char *pattern, size_t length) {
  return kept && kept->length == length && memcmp(kept->text, pattern, length) == 0;
}

/* The place of a pattern by where it lies: one of two, the second where the first has another. */
static kept_program **place_of(kept_programs *k, const char *pattern, size_t length) {
  uintptr_t hash = (uintptr_t)pattern >> 3;
  hash ^= hash >> 10;
  kept_program **first = &k->places[hash & (KEPT - 1)];
  return !*first || is_of(*first, pattern, length) ? first : &k->places[(hash ^ 1) & (KEPT - 1)];
}

/* A copy that is kept in a place; the program itself where there is no memory. */
static const pattern_program *keep(kept_program **place, const char *pattern, size_t length,
                                   const pattern_program *read) {
  kept_program *made = malloc(sizeof *made + pattern_program_size(read));
  if (!made) return read;
  memcpy(made->text, pattern, length);
  made->length = (uint32_t)length;
  pattern_program *program = (pattern_program *)(void *)made->program;
  pattern_program_copy(read, program);
  free(*place);
  *place = made;
  return program;
}

static kept_programs *kept_of(lua_State *L) {
  rule_keep *k = lua_state_keep(L, KEEP_PATTERNS);
  if (!k) return NULL;
  if (!k->held) k->held = calloc(1, sizeof(kept_programs));
  k->free = free_kept;
  return k->held;
}

static pattern_program *read_program(lua_State *L, const char *pattern, size_t length, bool may_anchor,
                                     matcher_room *room) {
  pattern_program *program = (pattern_program *)(void *)room;
  if (length > MATCHER_SHORT) {
    size_t size = PATTERN_ROOM(length);
    lua_state_room(L, size);
    program = lua_newuserdatauv(L, size, 0);
  }
  pattern_program_read(program, pattern, length, may_anchor);
  return program;
}

static const pattern_program *program_of(lua_State *L, const char *pattern, size_t length, bool may_anchor,
                                         matcher_room *room) {
  bool short_one = length <= KEPT_LENGTH && (may_anchor || *pattern != '^');
  kept_programs *k = short_one ? kept_of(L) : NULL;
  if (!k) return read_program(L, pattern, length, may_anchor, room);
  kept_program **place = place_of(k, pattern, length);
  if (is_of(*place, pattern, length)) return (const pattern_program *)(const void *)(*place)->program;
  return keep(place, pattern, length, read_program(L, pattern, length, may_anchor, room));
}

void matcher_take(matcher *m, const char *pattern, size_t length, bool may_anchor, matcher_room *room) {
  if (length > PATTERN_LONGEST) luaL_error(m->L, "the pattern is too long");
  matcher_steps(m, 1 + (length > KEPT_LENGTH ? length : length / BYTES_PER_STEP));
  m->program = program_of(m->L, pattern, length, may_anchor, room);
  m->sets = pattern_program_sets(m->program);
}

void matcher_own(matcher *m, matcher_room *room) {
  pattern_program *own = (pattern_program *)(void *)room;
  if (m->program == own || pattern_program_size(m->program) > sizeof *room) return;
  pattern_program_copy(m->program, own);
  m->program = own;
  m->sets = pattern_program_sets(own);
}
