/* lua_block_text.c: reading the texts of blocks into memory of the state's. */
#include "lua_block_text.h"

#include <string.h>

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

/* The text of a block that is one text node, as text_read reads it; its size. */
static size_t read_node(const char *text, span range, char *out) {
  size_t size = 0;
  for (uint32_t i = range.start; i < range.stop; i++) {
    bool space = text_is_space(text[i]);
    if (space && text_is_space(text[i - 1])) continue; /* the range begins with none */
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

static void lower_letters(const char *text, size_t size, char *out) {
  for (size_t i = 0; i < size; i++) {
    unsigned char c = (unsigned char)text[i];
    out[i] = (char)(c + ((unsigned char)(c - 'A') < 26 ? 0x20 : 0));
  }
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
