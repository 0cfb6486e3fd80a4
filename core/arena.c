/* arena.c: blocks of up to 32 KiB are cut off chunks and kept in lists by size when they
   are freed; larger ones are the system's. Sizes are not stored: who frees a block knows
   its size. */
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
  HOLE = 512,              /* a free block from here on is passed over where the arena is saved */
  SPARE_CHUNKS = 32        /* that are kept for the next page */
};

typedef struct chunk {
  struct chunk *next;
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

struct arena {
  chunk *first, *at;       /* the chunks in order; that which blocks are cut off now */
  size_t used;             /* bytes of it, its head included */
  size_t taken, most;      /* bytes of all chunks */
  free_block *free[CLASSES];
  large *blocks;           /* those made since it was saved, or all before that */
  large *kept;             /* those that were there when it was saved */
  struct {
    chunk *at;
    size_t used;
    free_block *free[CLASSES];
    run_list runs;         /* what was in use, and the links of what was not ... */
    buffer bytes;          /* ... and their bytes, one after the other */
  } saved;
};

/* -- chunks ------------------------------------------------------------------ */

/* Goes on to the next chunk, which may be left from before. */
static bool next_chunk(arena *a) {
  chunk *next = a->at ? a->at->next : a->first;
  if (!next) {
    if (a->taken + CHUNK > a->most) return false;
    next = malloc(CHUNK);
    if (!next) return false;
    *next = (chunk){0};
    a->taken += CHUNK;
    if (a->at) a->at->next = next;
    else a->first = next;
  }
  a->at = next;
  a->used = CHUNK_HEAD;
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

static void *new_small(arena *a, size_t size) {
  size_t rounded;
  unsigned n = class_of(size, &rounded);
  free_block *block = a->free[n];
  if (block) {
    a->free[n] = block->next;
    return block;
  }
  if ((!a->at || a->used + rounded > CHUNK) && !next_chunk(a)) return NULL;
  char *cut = (char *)a->at + a->used;
  a->used += rounded;
  return cut;
}

static void free_small(arena *a, void *at, size_t size) {
  free_block *block = at;
  size_t rounded;
  unsigned n = class_of(size, &rounded);
  block->next = a->free[n];
  a->free[n] = block;
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
  return size <= SMALL ? new_small(a, size) : new_large(a, size);
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

/* -- saving ------------------------------------------------------------------- */

static int by_place(const void *a, const void *b) {
  uintptr_t x = (uintptr_t)((const run *)a)->at, y = (uintptr_t)((const run *)b)->at;
  return (x > y) - (x < y);
}

/* The insides of the larger free blocks, whose links lie before them, by their places. */
static run_list find_holes(const arena *a) {
  run_list holes = {0};
  for (size_t size = HOLE; size <= SMALL; size += UNIT) {
    size_t rounded;
    unsigned n = class_of(size, &rounded);
    for (free_block *f = rounded == size ? a->free[n] : NULL; f; f = f->next) {
      run *hole = run_list_push(&holes);
      if (hole) *hole = (run){(char *)f + UNIT, size - UNIT};
    }
  }
  if (holes.count) qsort(holes.items, holes.count, sizeof *holes.items, by_place);
  return holes;
}

static void save_run(arena *a, char *at, char *end) {
  run *r = at < end ? run_list_push(&a->saved.runs) : NULL;
  if (!r) return;
  *r = (run){at, (size_t)(end - at)};
  buffer_append(&a->saved.bytes, at, r->size);
}

static void save_chunk(arena *a, chunk *c, const run_list *holes) {
  char *at = (char *)c + CHUNK_HEAD, *end = (char *)c + (c == a->at ? a->used : CHUNK);
  for (uint32_t i = 0; i < holes->count; i++) {
    const run *hole = &holes->items[i];
    if ((uintptr_t)hole->at < (uintptr_t)at || (uintptr_t)hole->at >= (uintptr_t)end) continue;
    save_run(a, at, hole->at);
    at = hole->at + hole->size;
  }
  save_run(a, at, end);
}

static bool save_chunks(arena *a) {
  run_list holes = find_holes(a);
  for (chunk *c = a->first; c; c = c == a->at ? NULL : c->next) save_chunk(a, c, &holes);
  free(holes.items);
  return !holes.failed && !a->saved.runs.failed && !a->saved.bytes.failed;
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
  if (!save_chunks(a) || !save_large(a)) return false;
  a->saved.at = a->at;
  a->saved.used = a->used;
  memcpy(a->saved.free, a->free, sizeof a->free);
  return true;
}

void arena_restore(arena *a) {
  free_list(a->blocks);
  a->blocks = NULL;
  const char *from = a->saved.bytes.data;
  for (uint32_t i = 0; i < a->saved.runs.count; from += a->saved.runs.items[i++].size)
    memcpy(a->saved.runs.items[i].at, from, a->saved.runs.items[i].size);
  for (large *l = a->kept; l; l = l->next) memcpy((char *)l + LARGE_HEAD, l->saved, l->size);
  a->at = a->saved.at;
  a->used = a->saved.used;
  memcpy(a->free, a->saved.free, sizeof a->free);
  chunk *last = a->at ? a->at : NULL;
  for (int spare = 0; last && last->next && spare < SPARE_CHUNKS; spare++) last = last->next;
  if (!last) return;
  free_chunks(a, last->next);
  last->next = NULL;
}

arena *arena_new(size_t most) {
  arena *a = calloc(1, sizeof *a);
  if (a) a->most = most < CHUNK ? CHUNK : most;
  return a;
}

void arena_free(arena *a) {
  if (!a) return;
  free_chunks(a, a->first);
  free_list(a->blocks);
  free_list(a->kept);
  free(a->saved.runs.items);
  buffer_free(&a->saved.bytes);
  free(a);
}
