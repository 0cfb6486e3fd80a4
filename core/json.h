/* json.h: JSON (RFC 8259) into a buffer, on one line, without spaces. */
#ifndef GALLEY_JSON_H
#define GALLEY_JSON_H

#include "buffer.h"
#include "writer.h"

#pragma GCC visibility push(hidden)

/* A writer that appends to `out`, each value with a comma behind it. A failure of memory shows in
   out->failed. */
writer json_writer(buffer *out);
/* Takes the comma behind the last value away. */
void json_finish(buffer *out);

/* Appends a string in quotes. Bytes that are no UTF-8 become U+FFFD; control
   characters, U+2028 and U+2029 are escaped. */
void json_string(buffer *out, const char *bytes, size_t size);

#pragma GCC visibility pop

#endif
