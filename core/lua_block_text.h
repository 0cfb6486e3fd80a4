/* lua_block_text.h: the texts of a page's blocks as rules read them, each read once for all who
   ask: white space collapsed, no-break spaces as spaces, as it stands and in small letters. */
#ifndef GALLEY_LUA_BLOCK_TEXT_H
#define GALLEY_LUA_BLOCK_TEXT_H

#include "lua_page.h"
#include "pattern_list.h"

#pragma GCC visibility push(hidden)

typedef struct block_text {
  const char *plain; /* NULL: not read yet */
  const char *lower; /* as many bytes, ASCII's capitals as small letters */
  uint32_t size;
  text_pairs pairs;  /* of `lower` */
} block_text;

typedef struct block_texts block_texts;

/* Pushes the texts of the first `count` blocks of a page: a userdata that keeps their memory. */
block_texts *lua_block_texts_push(lua_State *L, uint32_t count);
/* The text of a block, from 1 to that count: the first MOST_TEXT bytes of it. `held` is the stack
   index of a table that keeps what is read: its fields from 2 on. Spends steps. */
block_text *lua_block_text(lua_State *L, block_texts *all, const page_ref *r, uint32_t number, int held);

#pragma GCC visibility pop
#endif
