/* gunzip.h: gzip members -> bytes, with a bound on what comes out. */
#ifndef GALLEY_GUNZIP_H
#define GALLEY_GUNZIP_H

#include "buffer.h"
#include "status.h"

#pragma GCC visibility push(hidden)

/* True where the bytes begin with gzip's magic number. */
bool gunzip_is(const char *bytes, size_t size);
/* Appends what all members hold to `out`, at most `limit` bytes. A cut or broken
   stream is STATUS_SYNTAX with the position in `bytes`; what was read stays. */
status gunzip(const char *bytes, size_t size, size_t limit, buffer *out, fault *error);

#pragma GCC visibility pop
#endif
