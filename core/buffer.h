/* buffer.h: growable arrays with a sticky failure, so that a long run of
   appends needs one check at its end. Sizes are checked before arithmetic. */
#ifndef GALLEY_BUFFER_H
#define GALLEY_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma GCC visibility push(hidden)

/* Bytes. After a failed growth `failed` stays set and appends do nothing. */
typedef struct buffer {
  char *data;
  size_t size, capacity;
  bool failed;
} buffer;

/* Copies bytes that mostly are few: up to sixteen of them without a call, as two halves, which may share some. */
static inline void bytes_copy_few(char *to, const char *from, size_t size) {
  if (size > 16) {
    memcpy(to, from, size);
  } else if (size >= 8) {
    memcpy(to, from, 8);
    memcpy(to + size - 8, from + size - 8, 8);
  } else if (size >= 4) {
    memcpy(to, from, 4);
    memcpy(to + size - 4, from + size - 4, 4);
  } else {
    for (size_t i = 0; i < size; i++) to[i] = from[i];
  }
}

bool buffer_reserve(buffer *b, size_t more);
void buffer_free(buffer *b);

/* Whether there is room for `more` bytes behind the end, made where there was none. */
static inline bool buffer_room(buffer *b, size_t more) {
  return (!b->failed && more <= b->capacity - b->size) || buffer_reserve(b, more);
}

static inline bool buffer_append(buffer *b, const void *bytes, size_t size) {
  if (!buffer_room(b, size)) return false;
  if (size) memcpy(b->data + b->size, bytes, size);
  b->size += size;
  return true;
}

static inline bool buffer_byte(buffer *b, char byte) {
  if ((b->failed || b->size == b->capacity) && !buffer_reserve(b, 1)) return false;
  b->data[b->size++] = byte;
  return true;
}

/* Grows `items` (elements of `width` bytes, `*capacity` of them allocated) to
   hold at least `count`, doubling. Returns the array, moved perhaps, or NULL
   (the old one is then untouched) when memory or 2^32 - 1 elements are out. */
void *array_grow(void *items, uint32_t *capacity, size_t count, size_t width);

/* Declares `struct name { type *items; uint32_t count, capacity; bool failed; }`
   and `name_push`, which returns the new element zeroed, or NULL. */
#define ARRAY_OF(type, name)                                                  \
  typedef struct name {                                                       \
    type *items;                                                              \
    uint32_t count, capacity;                                                 \
    bool failed;                                                              \
  } name;                                                                     \
  static inline type *name##_push(name *a) {                                  \
    if (a->count == a->capacity) {                                            \
      void *grown = a->failed ? NULL                                          \
        : array_grow(a->items, &a->capacity, (size_t)a->count + 1, sizeof(type)); \
      if (!grown) {                                                           \
        a->failed = true;                                                     \
        return NULL;                                                          \
      }                                                                       \
      a->items = grown;                                                       \
    }                                                                         \
    type *item = &a->items[a->count++];                                       \
    *item = (type){0};                                                        \
    return item;                                                              \
  }                                                                           \
  struct name /* swallow the semicolon */

#pragma GCC visibility pop

#endif
