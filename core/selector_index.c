/* selector_index.c: the index of a page's elements. A bit stands for many words: it
   can rule an element out, never in. */
#include "selector_index.h"

#include <stdlib.h>
#include <string.h>

static bool is_space(char c) {
  return c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r');
}

static uint32_t lower(char c) {
  return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* A word's bit follows from its size, both ends and the middle: it is cheap, and wrong only by
   admitting more. */
static uint64_t word_bit(uint32_t kind, const char *text, size_t size) {
  if (!size) return UINT64_C(1) << kind;
  uint32_t mixed = kind + (uint32_t)size;
  mixed = mixed * 37 + lower(text[0]);
  mixed = mixed * 37 + lower(text[size / 2]);
  mixed = mixed * 37 + lower(text[size - 1]);
  return UINT64_C(1) << (mixed * UINT32_C(0x9E3779B1) >> 26);
}

enum { KIND_CLASS = 1, KIND_ID = 2 };

uint64_t index_class(const char *text, size_t size) {
  return word_bit(KIND_CLASS, text, size);
}

uint64_t index_id(const char *text, size_t size) {
  return word_bit(KIND_ID, text, size);
}

static uint64_t class_bits(const char *text, size_t size) {
  uint64_t bits = 0;
  for (size_t i = 0; i < size; i++) {
    size_t start = i;
    while (i < size && !is_space(text[i])) i++;
    if (i > start) bits |= index_class(text + start, i - start);
  }
  return bits;
}

static index_bits element_bits(const page *p, const page_node *n) {
  index_bits bits = {0, 0};
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a)) {
    bits.attrs |= index_attribute(a->name);
    if (a->name != NAME_CLASS && a->name != NAME_ID) continue;
    size_t size;
    const char *value = page_attr_value(p, a, &size);
    bits.words |= a->name == NAME_CLASS ? class_bits(value, size) : index_id(value, size);
  }
  return bits;
}

static uint32_t chunks_of(uint32_t rows) {
  return rows / INDEX_CHUNK + 1;
}

static selector_index *new_index(uint32_t rows) {
  size_t width = sizeof(index_bits) + sizeof(uint32_t), chunks = chunks_of(rows) * sizeof(index_chunk);
  if (rows > (SIZE_MAX - sizeof(selector_index) - chunks) / width) return NULL;
  selector_index *x = calloc(1, sizeof *x + chunks + rows * width);
  if (!x) return NULL;
  x->chunks = (index_chunk *)(void *)(x + 1);
  x->bits = (index_bits *)(void *)(x->chunks + chunks_of(rows));
  x->types = (uint32_t *)(void *)(x->bits + rows);
  return x;
}

static void add_element(selector_index *x, const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  index_chunk *chunk = &x->chunks[row / INDEX_CHUNK];
  index_bits bits = element_bits(p, n);
  x->types[row] = index_type(n->name, n->space);
  x->bits[row] = bits;
  chunk->bits.attrs |= bits.attrs;
  chunk->bits.words |= bits.words;
  chunk->names |= index_name(n->name);
}

/* A page does not change once it is built; its index is no change that shows. */
const selector_index *selector_index_of(const page *p) {
  if (p->index) return p->index;
  selector_index *x = new_index(p->node_count);
  if (!x) return NULL;
  for (uint32_t row = 0; row < p->node_count; row++) {
    unsigned kind = p->nodes[row].kind;
    if (kind == NODE_ELEMENT) add_element(x, p, row);
    if (kind != NODE_CONTENT) continue;
    x->types[row] = INDEX_CONTENT;
    x->chunks[row / INDEX_CHUNK] = (index_chunk){{UINT64_MAX, UINT64_MAX}, UINT64_MAX};
  }
  ((page *)(uintptr_t)p)->index = x;
  return x;
}
