/* arena.h: the memory of one Lua state, which can be put back as it was at one moment: all
   blocks at the same addresses, with the same bytes. So what was set up once is there
   anew for each page at the price of a copy, and nothing that a page left behind remains. */
#ifndef GALLEY_ARENA_H
#define GALLEY_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#pragma GCC visibility push(hidden)

typedef struct arena arena;

/* `most`: bytes that small blocks may take of the system, unused ones included; NULL
   when memory is out. */
arena *arena_new(size_t most);
/* Frees everything; NULL is allowed. */
void arena_free(arena *a);

/* As realloc, but told the block's size: `block` NULL makes one, `size` 0 frees it
   (and gives NULL). NULL when memory is out, the block untouched. */
void *arena_resize(arena *a, void *block, size_t old, size_t size);

/* Makes a block that will seldom be written to once the arena is saved: such blocks lie by themselves
   and need not be put back each time. NULL when memory is out. */
void *arena_steady(arena *a, size_t size);

/* Keeps a copy of all there is, to go back to; once only. False when memory is out. */
bool arena_save(arena *a);
/* Whether a block that is no steady one was there when the arena was saved. */
bool arena_is_saved(const arena *a, void *block, size_t size);
/* Puts everything back as it was saved; blocks made since are gone. `steady`: no steady block of those
   saved was written to or freed since, so that they need no putting back. */
void arena_restore(arena *a, bool steady);

#pragma GCC visibility pop
#endif
