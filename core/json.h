/* json.h: JSON (RFC 8259) into a buffer, on one line, without spaces. */
#ifndef GALLEY_JSON_H
#define GALLEY_JSON_H

#include "buffer.h"
#include "writer.h"

#pragma GCC visibility push(hidden)

#define JSON_DEPTH_MAX 1024

/* State of a JSON writer: one bit a level says whether a comma is due. */
typedef struct json {
  buffer *out;
  uint8_t due[JSON_DEPTH_MAX / 8], array[JSON_DEPTH_MAX / 8];
  unsigned depth;
} json;

/* A writer that appends to `out`; the state must outlive it. A failure of memory
   shows in out->failed; deeper levels than JSON_DEPTH_MAX set it too. */
writer json_writer(json *state, buffer *out);

/* Appends a string in quotes. Bytes that are no UTF-8 become U+FFFD; control
   characters, U+2028 and U+2029 are escaped. */
void json_string(buffer *out, const char *bytes, size_t size);

#pragma GCC visibility pop

#endif
