/* arena.c: blocks of up to 32 KiB are cut off chunks and kept in lists by size when they
   are freed; larger ones are the system's. Sizes are not stored: who frees a block knows
   its size. Steady blocks have chunks of their own, in a zone that is put back by itself. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"

enum {
  UNIT = 16,               /* blocks are aligned to it, and the sizes of fine ones rounded up */
  FINE = 1024,             /* above this a size is rounded up to one of four in each doubling */
  FINE_CLASSES = FINE / UNIT,
  SMALL = 32 * 1024,       /* the largest block that is cut off a chunk */
  CLASSES = FINE_CLASSES + 4 * 5 + 1,
  CHUNK = 256 * 1024,      /* bytes of a chunk, its head included */
  HOLE = 128,              /* free bytes side by side from here on are passed over where the arena is saved */
  SPARE_CHUNKS = 32        /* that are kept for the next page */
};

typedef enum zone_name { ZONE_CHANGING, ZONE_STEADY, ZONES } zone_name;

/* Lies at a multiple of its size, so that a block's address tells its chunk. */
typedef struct chunk {
  struct chunk *next;
  zone_name zone;
} chunk;

typedef struct large {
  struct large *next, *before;
  size_t size;
  char *saved;             /* its bytes, if it was there when the arena was saved */
} large;

typedef struct free_block {
  struct free_block *next;
} free_block;

/* Bytes of a chunk. */
typedef struct run {
  char *at;
  size_t size;
} run;

ARRAY_OF(run, run_list);

enum { CHUNK_HEAD = (sizeof(chunk) + UNIT - 1) / UNIT * UNIT, LARGE_HEAD = (sizeof(large) + UNIT - 1) / UNIT * UNIT };

typedef struct zone {
  chunk *first, *at;       /* the chunks in order; that which blocks are cut off now */
  size_t used;             /* bytes of it, its head included */
  free_block *free[CLASSES];
  struct {
    chunk *at;
    size_t used;
    run_list runs;         /* what was in use ... */
    buffer bytes;          /* ... and their bytes, one after the other */
  } saved;
} zone;

struct arena {
  zone zones[ZONES];
  size_t taken, most;      /* bytes of all chunks */
  bool saved;
  large *blocks;           /* those made since it was saved, or all before that */
  large *kept;             /* those that were there when it was saved */
};

/* -- chunks ------------------------------------------------------------------ */

static chunk *new_chunk(arena *a, zone_name name) {
  void *at;
  if (a->taken + CHUNK > a->most || posix_memalign(&at, CHUNK, CHUNK) != 0) return NULL;
  chunk *c = at;
  *c = (chunk){.zone = name};
  a->taken += CHUNK;
  return c;
}

/* Goes on to the next chunk, which may be left from before. */
static bool next_chunk(arena *a, zone_name name) {
  zone *z = &a->zones[name];
  chunk *next = z->at ? z->at->next : z->first;
  if (!next) {
    next = new_chunk(a, name);
    if (!next) return false;
    if (z->at) z->at->next = next;
    else z->first = next;
  }
  z->at = next;
  z->used = CHUNK_HEAD;
  return true;
}

static void free_chunks(arena *a, chunk *c) {
  while (c) {
    chunk *next = c->next;
    free(c);
    a->taken -= CHUNK;
    c = next;
  }
}

static chunk *chunk_of(void *block) {
  return (chunk *)((char *)block - (uintptr_t)block % CHUNK);
}

/* The list for a size, from 1, and the size that its blocks have. */
static unsigned class_of(size_t size, size_t *rounded) {
  if (size <= FINE) {
    unsigned units = (unsigned)((size + UNIT - 1) / UNIT);
    *rounded = (size_t)units * UNIT;
    return units;
  }
  size_t last = size - 1;
  unsigned shift = 8, number = FINE_CLASSES + 1;
  for (; last >> shift >= 8; shift++) number += 4;
  *rounded = ((last >> shift) + 1) << shift;
  return number + (unsigned)((last >> shift) & 3);
}

static void *new_small(arena *a, zone_name name, size_t size) {
  zone *z = &a->zones[name];
  size_t rounded;
  unsigned n = class_of(size, &rounded);
  free_block *block = z->free[n];
  if (block) {
    z->free[n] = block->next;
    return block;
  }
  if ((!z->at || z->used + rounded > CHUNK) && !next_chunk(a, name)) return NULL;
  char *cut = (char *)z->at + z->used;
  z->used += rounded;
  return cut;
}

/* A steady block that was saved serves as any other till all is put back. */
static void free_small(arena *a, void *at, size_t size) {
  zone *z = &a->zones[a->saved ? ZONE_CHANGING : chunk_of(at)->zone];
  free_block *block = at;
  size_t rounded;
  unsigned n = class_of(size, &rounded);
  block->next = z->free[n];
  z->free[n] = block;
}

static bool same_class(size_t a, size_t b) {
  size_t rounded;
  return class_of(a, &rounded) == class_of(b, &rounded);
}

/* -- large blocks ------------------------------------------------------------- */

static large *head_of(void *block) {
  return (large *)((char *)block - LARGE_HEAD);
}

static void *link_large(arena *a, large *l, size_t size) {
  l->size = size;
  l->saved = NULL;
  l->before = NULL;
  l->next = a->blocks;
  if (a->blocks) a->blocks->before = l;
  a->blocks = l;
  return (char *)l + LARGE_HEAD;
}

static void unlink_large(arena *a, large *l) {
  if (l->before) l->before->next = l->next;
  else a->blocks = l->next;
  if (l->next) l->next->before = l->before;
}

static void *new_large(arena *a, size_t size) {
  large *l = size <= SIZE_MAX - LARGE_HEAD ? malloc(LARGE_HEAD + size) : NULL;
  return l ? link_large(a, l, size) : NULL;
}

/* A block that was saved keeps its place, to be put back there. */
static void free_large(arena *a, void *block) {
  large *l = head_of(block);
  if (l->saved) return;
  unlink_large(a, l);
  free(l);
}

static void *resize_large(arena *a, void *block, size_t size) {
  large *l = head_of(block);
  if (size > SIZE_MAX - LARGE_HEAD) return NULL;
  unlink_large(a, l);
  large *moved = realloc(l, LARGE_HEAD + size);
  if (moved) return link_large(a, moved, size);
  link_large(a, l, l->size);
  return NULL;
}

static void free_list(large *l) {
  while (l) {
    large *next = l->next;
    free(l->saved);
    free(l);
    l = next;
  }
}

/* -- blocks ------------------------------------------------------------------- */

static void *new_block(arena *a, size_t size) {
  return size <= SMALL ? new_small(a, ZONE_CHANGING, size) : new_large(a, size);
}

static void free_block_of(arena *a, void *block, size_t size) {
  if (size <= SMALL) free_small(a, block, size);
  else free_large(a, block);
}

void *arena_resize(arena *a, void *block, size_t old, size_t size) {
  if (!block) return size ? new_block(a, size) : NULL;
  if (size == 0) {
    free_block_of(a, block, old);
    return NULL;
  }
  if (old <= SMALL && size <= SMALL && same_class(old, size)) return block;
  if (old > SMALL && size > SMALL && !head_of(block)->saved) return resize_large(a, block, size);
  void *moved = new_block(a, size);
  if (!moved) return NULL;
  memcpy(moved, block, old < size ? old : size);
  free_block_of(a, block, old);
  return moved;
}

void *arena_steady(arena *a, size_t size) {
  return a->saved || size > SMALL ? new_block(a, size) : new_small(a, ZONE_STEADY, size);
}

/* -- saving ------------------------------------------------------------------- */

static int by_place(const void *a, const void *b) {
  uintptr_t x = (uintptr_t)((const run *)a)->at, y = (uintptr_t)((const run *)b)->at;
  return (x > y) - (x < y);
}

/* Makes one hole of each row of free blocks that lie side by side, and leaves out the small ones. */
static void join_holes(run_list *holes) {
  uint32_t joined = 0, kept = 0;
  for (uint32_t i = 1; i < holes->count; i++) {
    run *last = &holes->items[joined];
    if (last->at + last->size == holes->items[i].at) last->size += holes->items[i].size;
    else holes->items[++joined] = holes->items[i];
  }
  for (uint32_t i = 0; holes->count && i <= joined; i++)
    if (holes->items[i].size >= HOLE) holes->items[kept++] = holes->items[i];
  holes->count = kept;
}

/* The free blocks of a zone by their places. They leave its lists: what is cut off anew need not be put
   back, and lies together. */
static run_list take_holes(zone *z) {
  run_list holes = {0};
  for (size_t size = UNIT; size <= SMALL; size += UNIT) {
    size_t rounded;
    unsigned n = class_of(size, &rounded);
    if (rounded != size) continue;
    for (free_block *f = z->free[n]; f; f = f->next) {
      run *hole = run_list_push(&holes);
      if (hole) *hole = (run){(char *)f, size};
    }
    z->free[n] = NULL;
  }
  if (holes.count) qsort(holes.items, holes.count, sizeof *holes.items, by_place);
  join_holes(&holes);
  return holes;
}

static void save_run(zone *z, char *at, char *end) {
  run *r = at < end ? run_list_push(&z->saved.runs) : NULL;
  if (!r) return;
  *r = (run){at, (size_t)(end - at)};
  buffer_append(&z->saved.bytes, at, r->size);
}

static void save_chunk(zone *z, chunk *c, const run_list *holes) {
  char *at = (char *)c + CHUNK_HEAD, *end = (char *)c + (c == z->at ? z->used : CHUNK);
  for (uint32_t i = 0; i < holes->count; i++) {
    const run *hole = &holes->items[i];
    if ((uintptr_t)hole->at < (uintptr_t)at || (uintptr_t)hole->at >= (uintptr_t)end) continue;
    save_run(z, at, hole->at);
    at = hole->at + hole->size;
  }
  save_run(z, at, end);
}

static bool save_zone(zone *z) {
  run_list holes = take_holes(z);
  for (chunk *c = z->first; c; c = c == z->at ? NULL : c->next) save_chunk(z, c, &holes);
  free(holes.items);
  z->saved.at = z->at;
  z->saved.used = z->used;
  return !holes.failed && !z->saved.runs.failed && !z->saved.bytes.failed;
}

static bool save_large(arena *a) {
  for (large *l = a->blocks; l; l = l->next) {
    l->saved = malloc(l->size);
    if (!l->saved) return false;
    memcpy(l->saved, (char *)l + LARGE_HEAD, l->size);
  }
  a->kept = a->blocks;
  a->blocks = NULL;
  return true;
}

bool arena_save(arena *a) {
  a->saved = save_zone(&a->zones[ZONE_CHANGING]) && save_zone(&a->zones[ZONE_STEADY]) && save_large(a);
  return a->saved;
}

static bool is_saved_small(const zone *z, void *block) {
  chunk *of = chunk_of(block);
  if (of == z->saved.at) return (char *)block < (char *)of + z->saved.used;
  for (chunk *c = z->first; c && c != z->saved.at; c = c->next)
    if (c == of) return true;
  return false;
}

bool arena_is_saved(const arena *a, void *block, size_t size) {
  if (!a->saved) return false;
  return size > SMALL ? head_of(block)->saved != NULL : is_saved_small(&a->zones[ZONE_CHANGING], block);
}

static void restore_zone(zone *z) {
  const char *from = z->saved.bytes.data;
  for (uint32_t i = 0; i < z->saved.runs.count; from += z->saved.runs.items[i++].size)
    memcpy(z->saved.runs.items[i].at, from, z->saved.runs.items[i].size);
  z->at = z->saved.at;
  z->used = z->saved.used;
  memset(z->free, 0, sizeof z->free);
}

static void free_spare_chunks(arena *a, chunk *last) {
  for (int spare = 0; last && last->next && spare < SPARE_CHUNKS; spare++) last = last->next;
  if (!last) return;
  free_chunks(a, last->next);
  last->next = NULL;
}

void arena_restore(arena *a, bool steady) {
  free_list(a->blocks);
  a->blocks = NULL;
  restore_zone(&a->zones[ZONE_CHANGING]);
  if (!steady) restore_zone(&a->zones[ZONE_STEADY]);
  for (large *l = a->kept; l; l = l->next) memcpy((char *)l + LARGE_HEAD, l->saved, l->size);
  free_spare_chunks(a, a->zones[ZONE_CHANGING].at);
}

arena *arena_new(size_t most) {
  arena *a = calloc(1, sizeof *a);
  if (a) a->most = most < ZONES * CHUNK ? ZONES * CHUNK : most;
  return a;
}

static void free_zone(arena *a, zone *z) {
  free_chunks(a, z->first);
  free(z->saved.runs.items);
  buffer_free(&z->saved.bytes);
}

void arena_free(arena *a) {
  if (!a) return;
  for (int i = 0; i < ZONES; i++) free_zone(a, &a->zones[i]);
  free_list(a->blocks);
  free_list(a->kept);
  free(a);
}
