/* lua_block_text.c: reading the texts of blocks into memory of the state's. */
#include "lua_block_text.h"

#include <string.h>

#include "eight_bytes.h"
#include "lower.h"
#include "lua_scratch.h"
#include "lua_state.h"
#include "text.h"

enum {
  MOST_TEXT = 4000,   /* bytes of a block that are read: no line that matters is longer */
  PIECE = 8 * 1024,   /* bytes that are taken from the state at once */
  BYTES_PER_STEP = 4,
  FIRST_FIELD = 2     /* of the table that keeps the pieces */
};

struct block_texts {
  char *free;         /* what is left of the last piece */
  size_t left;
  lua_Integer pieces;
  uint32_t count;
  block_text items[];
};

block_texts *lua_block_texts_push(lua_State *L, uint32_t count) {
  size_t size = sizeof(block_texts) + count * sizeof(block_text);
  lua_state_room(L, size);
  block_texts *all = lua_newuserdatauv(L, size, 0);
  memset(all, 0, size);
  all->count = count;
  return all;
}

static char *take(lua_State *L, block_texts *all, size_t size, int held) {
  if (size > all->left) {
    size_t piece = size > PIECE ? size : PIECE;
    lua_state_room(L, piece);
    all->free = lua_newuserdatauv(L, piece, 0);
    all->left = piece;
    lua_rawseti(L, held, FIRST_FIELD + all->pieces++);
  }
  char *start = all->free;
  all->free += size;
  all->left -= size;
  return start;
}

/* How many bytes at the front are read as they stand: no space follows another, and all are
   plain ones. */
static size_t even_front(const char *text, size_t size) {
  size_t at = 0;
  for (; size - at >= 9; at += 8) {
    uint64_t x = eight_load(text + at);
    if (eight_controls(x) | (eight_equal(x, ' ') & eight_equal(eight_load(text + at + 1), ' '))) break;
  }
  return at;
}

/* The text of a block that is one text node, as text_read reads it; its size. The range begins
   and ends with no space. */
static size_t read_node(const char *text, span range, char *out) {
  size_t size = even_front(text + range.start, range.stop - range.start);
  memcpy(out, text + range.start, size);
  for (uint32_t i = range.start + (uint32_t)size; i < range.stop; i++) {
    bool space = text_is_space(text[i]);
    if (space && text_is_space(text[i - 1])) continue;
    out[size++] = space ? ' ' : text[i];
  }
  return size;
}

/* No-break spaces become spaces. */
static size_t plain_spaces(char *text, size_t size) {
  char *at = size ? memchr(text, '\xC2', size) : NULL;
  if (!at) return size;
  size_t kept = (size_t)(at - text);
  for (size_t i = kept; i < size; i++) {
    bool space = text[i] == '\xC2' && i + 1 < size && text[i + 1] == '\xA0';
    i += space;
    text[kept++] = space ? ' ' : text[i];
  }
  return kept;
}

/* Of a block of several text nodes, or a long one. */
static size_t read_nodes(lua_State *L, const page_ref *r, const block *b, span range, lua_scratch *s) {
  uint32_t row = r->page->nodes[b->node].text <= range.start ? b->node : 0;
  s->bytes.size = 0;
  text_read_near(r->page, row, range, false, &s->bytes);
  if (s->bytes.failed) luaL_error(L, "memory is out");
  return s->bytes.size;
}

static void read_text(lua_State *L, block_texts *all, const page_ref *r, uint32_t number, int held) {
  const block *b = &r->blocks.items[number - 1];
  span range = b->text;
  bool is_long = range.stop - range.start > MOST_TEXT, alone = b->first == b->last && !is_long;
  if (is_long) range.stop = range.start + MOST_TEXT;
  lua_state_spend(L, 1 + (range.stop - range.start) / BYTES_PER_STEP);
  lua_scratch *s = alone ? NULL : lua_scratch_push(L);
  size_t size = s ? read_nodes(L, r, b, range, s) : range.stop - range.start;
  char *plain = take(L, all, 2 * size + 1, held);
  if (s) {
    if (size) memcpy(plain, s->bytes.data, size);
    lua_scratch_free(s);
    lua_pop(L, 1);
  } else size = read_node(r->page->text, range, plain);
  size = plain_spaces(plain, size);
  lower_letters(plain, size, plain + size);
  all->items[number - 1] = (block_text){.plain = plain, .lower = plain + size, .size = (uint32_t)size};
}

block_text *lua_block_text(lua_State *L, block_texts *all, const page_ref *r, uint32_t number, int held) {
  block_text *text = &all->items[number - 1];
  if (!text->plain) read_text(L, all, r, number, held);
  return text;
}
