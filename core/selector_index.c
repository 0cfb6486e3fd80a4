/* selector_index.c: the index of a page's elements. A bit stands for many words: it
   can rule an element out, never in. */
#include "selector_index.h"

#include <stdlib.h>
#include <string.h>

static bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static uint32_t hash_byte(uint32_t hash, char c) {
  return html_name_hash(hash, (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
}

/* FNV's low bits are its good ones; its high bits are mixed in. */
static uint64_t bit(uint32_t hash) {
  return UINT64_C(1) << ((hash ^ hash >> 15 ^ hash >> 24) & 63);
}

static uint64_t word_bit(uint32_t hash, const char *text, size_t size) {
  for (size_t i = 0; i < size; i++) hash = hash_byte(hash, text[i]);
  return bit(hash);
}

uint64_t index_class(const char *text, size_t size) {
  return word_bit(HTML_NAME_HASH, text, size);
}

uint64_t index_id(const char *text, size_t size) {
  return word_bit(~HTML_NAME_HASH, text, size);
}

static uint64_t class_bits(const char *text, size_t size) {
  uint64_t bits = 0;
  for (size_t i = 0; i < size; i++) {
    if (is_space(text[i])) continue;
    uint32_t hash = HTML_NAME_HASH;
    for (; i < size && !is_space(text[i]); i++) hash = hash_byte(hash, text[i]);
    bits |= bit(hash);
  }
  return bits;
}

static uint64_t element_bits(const page *p, const page_node *n) {
  uint64_t bits = 0;
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a)) {
    bits |= index_attribute(a->name);
    if (a->name != NAME_CLASS && a->name != NAME_ID) continue;
    size_t size;
    const char *value = page_attr_value(p, a, &size);
    bits |= a->name == NAME_CLASS ? class_bits(value, size) : index_id(value, size);
  }
  return bits;
}

static selector_index *new_index(uint32_t rows) {
  size_t width = sizeof(uint64_t) + sizeof(uint32_t);
  if (rows > (SIZE_MAX - sizeof(selector_index)) / width) return NULL;
  selector_index *x = calloc(1, sizeof *x + rows * width);
  if (!x) return NULL;
  x->words = (uint64_t *)(void *)(x + 1);
  x->types = (uint32_t *)(void *)(x->words + rows);
  return x;
}

/* A page does not change once it is built; its index is no change that shows. */
const selector_index *selector_index_of(const page *p) {
  if (p->index) return p->index;
  selector_index *x = new_index(p->node_count);
  if (!x) return NULL;
  for (uint32_t row = 0; row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->kind == NODE_CONTENT) x->types[row] = INDEX_CONTENT;
    if (n->kind != NODE_ELEMENT) continue;
    x->types[row] = index_type(n->name, n->space);
    x->words[row] = element_bits(p, n);
  }
  ((page *)(uintptr_t)p)->index = x;
  return x;
}
