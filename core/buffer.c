/* buffer.c: growable arrays with a sticky failure. */
#include "buffer.h"

#include <stdlib.h>

enum { LEAST = 16, FEW = 1024 };

/* A few are soon more: they grow fourfold, what is many doubles. */
static size_t grown_capacity(size_t capacity, size_t needed) {
  size_t next = capacity < LEAST ? LEAST : capacity;
  while (next < needed) next = next > SIZE_MAX / 4 ? needed : next * (next < FEW ? 4 : 2);
  return next;
}

bool buffer_reserve(buffer *b, size_t more) {
  if (b->failed || more > SIZE_MAX - b->size) {
    b->failed = true;
    return false;
  }
  size_t needed = b->size + more;
  if (needed <= b->capacity) return true;
  size_t capacity = grown_capacity(b->capacity, needed);
  char *data = realloc(b->data, capacity);
  if (!data) {
    b->failed = true;
    return false;
  }
  b->data = data;
  b->capacity = capacity;
  return true;
}

void buffer_free(buffer *b) {
  free(b->data);
  *b = (buffer){0};
}

void *array_grow(void *items, uint32_t *capacity, size_t count, size_t width) {
  size_t next = grown_capacity(*capacity, count);
  if (next > UINT32_MAX || next > SIZE_MAX / width) return NULL;
  void *grown = realloc(items, next * width);
  if (grown) *capacity = (uint32_t)next;
  return grown;
}
