/* writer.h: where a sheet is written to: JSON (json.c) or Lua tables (lua_sheet.c).
   Inside an object, `key` comes before each value. */
#ifndef GALLEY_WRITER_H
#define GALLEY_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "source.h"

#pragma GCC visibility push(hidden)

typedef struct writer {
  void *state;
  void (*begin_object)(void *state);
  void (*begin_array)(void *state);
  void (*end_object)(void *state);
  void (*end_array)(void *state);
  void (*key)(void *state, const char *bytes, size_t size);
  void (*plain_key)(void *state, const char *name, size_t size); /* of letters, digits and "_" only */
  void (*string)(void *state, const char *bytes, size_t size);
  void (*integer)(void *state, int64_t value);
  void (*boolean)(void *state, bool value);
  void (*spans)(void *state, const span *spans, size_t count); /* an array of [start, stop] */
} writer;

/* A key of our own, of letters, digits and "_" only. */
static inline void writer_key(const writer *w, const char *name) {
  w->plain_key(w->state, name, strlen(name));
}

#pragma GCC visibility pop

#endif
