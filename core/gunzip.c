/* gunzip.c: gzip members -> bytes, by zlib. */
#include "gunzip.h"

#include <zlib.h>

#define CHUNK_SIZE ((size_t)64 * 1024)

bool gunzip_is(const char *bytes, size_t size) {
  return size >= 2 && (unsigned char)bytes[0] == 0x1F && (unsigned char)bytes[1] == 0x8B;
}

/* Inflates once into free room of `out`; at most one byte beyond the limit, which
   tells that the limit was passed. */
static int inflate_some(z_stream *z, size_t limit, buffer *out) {
  size_t room = limit - out->size < CHUNK_SIZE ? limit - out->size + 1 : CHUNK_SIZE;
  if (!buffer_reserve(out, room)) return Z_MEM_ERROR;
  z->next_out = (Bytef *)out->data + out->size;
  z->avail_out = (uInt)room;
  int result = inflate(z, Z_NO_FLUSH);
  out->size += room - z->avail_out;
  return result;
}

/* Gives zlib what comes next of the input; its counter has but 32 bits. */
static void feed(z_stream *z, const char *stop) {
  size_t left = (size_t)(stop - (const char *)z->next_in);
  z->avail_in = left > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uInt)left;
}

static status outcome(int result, const buffer *out, size_t limit, fault *error) {
  if (out->size > limit) {
    error->message = "what the gzip stream holds is larger than the limit";
    return STATUS_LIMIT;
  }
  if (result == Z_STREAM_END) return STATUS_OK;
  if (result == Z_MEM_ERROR) {
    error->message = "out of memory";
    return STATUS_MEMORY;
  }
  error->message = result == Z_BUF_ERROR || result == Z_OK ? "the gzip stream is cut off" : "the gzip stream is broken";
  return STATUS_SYNTAX;
}

/* One member, from z->next_in on. */
static status member(z_stream *z, const char *stop, size_t limit, buffer *out, fault *error) {
  int result = Z_OK;
  while (result == Z_OK && out->size <= limit) {
    feed(z, stop);
    result = inflate_some(z, limit, out);
  }
  status code = outcome(result, out, limit, error);
  if (out->size > limit) out->size = limit;
  return code;
}

/* Zeros may follow the last member: archives pad to a block. */
static bool only_zeros(const char *at, const char *stop) {
  while (at < stop && *at == '\0') at++;
  return at == stop;
}

static status members(z_stream *z, const char *stop, size_t limit, buffer *out, fault *error) {
  for (;;) {
    status code = member(z, stop, limit, out, error);
    const char *next = (const char *)z->next_in;
    if (code != STATUS_OK || only_zeros(next, stop)) return code;
    if (!gunzip_is(next, (size_t)(stop - next))) {
      error->message = "other bytes follow the gzip stream";
      return STATUS_SYNTAX;
    }
    if (inflateReset(z) != Z_OK) return STATUS_MEMORY;
  }
}

status gunzip(const char *bytes, size_t size, size_t limit, buffer *out, fault *error) {
  fault ignored;
  if (!error) error = &ignored;
  *error = (fault){STATUS_SYNTAX, "no gzip stream", 0};
  if (!gunzip_is(bytes, size)) return STATUS_SYNTAX;
  z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes};
  if (inflateInit2(&z, 15 + 16) != Z_OK) { /* 16: a gzip header, and nothing else */
    *error = (fault){STATUS_MEMORY, "out of memory", 0};
    return STATUS_MEMORY;
  }
  size_t before = out->size, most = limit > SIZE_MAX - 1 - before ? SIZE_MAX - 1 : before + limit;
  error->code = members(&z, bytes + size, most, out, error);
  size_t position = (size_t)((const char *)z.next_in - bytes);
  error->position = position > UINT32_MAX ? UINT32_MAX : (uint32_t)position;
  inflateEnd(&z);
  return error->code;
}
