/* writer.h: where a sheet is written to: JSON (json.c) or Lua tables (lua_sheet.c).
   Inside an object, `key` comes before each value. */
#ifndef GALLEY_WRITER_H
#define GALLEY_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source.h"

#pragma GCC visibility push(hidden)

typedef struct writer {
  void *state;
  void (*begin_object)(void *state);
  void (*begin_array)(void *state);
  void (*end)(void *state); /* of the object or array begun last */
  void (*key)(void *state, const char *name);
  void (*string)(void *state, const char *bytes, size_t size);
  void (*integer)(void *state, int64_t value);
  void (*boolean)(void *state, bool value);
  void (*spans)(void *state, const span *spans, size_t count); /* an array of [start, stop] */
} writer;

#pragma GCC visibility pop

#endif
