/* status.h: how a function of layer 1 reports that it could not do its work. */
#ifndef GALLEY_STATUS_H
#define GALLEY_STATUS_H

#include <stdint.h>

typedef enum status {
  STATUS_OK = 0,
  STATUS_MEMORY,   /* an allocation failed */
  STATUS_LIMIT,    /* a documented limit was reached */
  STATUS_SYNTAX,   /* a selector, expression or archive is malformed */
  STATUS_ENCODING, /* an encoding label nobody knows */
  STATUS_BINARY    /* the bytes are no text */
} status;

/* What went wrong, and where: `position` is a byte offset counted from 0 into
   the thing that was being read (a selector, an expression, an input).
   `message` is static text, never freed. */
typedef struct fault {
  status code;
  const char *message;
  uint32_t position;
} fault;

#endif
