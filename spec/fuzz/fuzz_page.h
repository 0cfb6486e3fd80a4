/* fuzz_page.h: what the targets share that need a page and something to ask of it. */
#ifndef GALLEY_SPEC_FUZZ_PAGE_H
#define GALLEY_SPEC_FUZZ_PAGE_H

#include <string.h>

#include "html.h"

/* An input is a question, a NUL byte, and the page. */
typedef struct fuzz_input {
  const char *question;
  size_t question_size;
  page *page; /* NULL where there is none to ask */
} fuzz_input;

static inline page *fuzz_page(const char *bytes, size_t size) {
  fault error;
  source *s = source_new(bytes, size, "utf-8", SOURCE_HTML, &error);
  return s ? html_parse(s, NULL, &error) : NULL;
}

/* A question longer than `most` is not asked, nor is one without a page. */
static inline fuzz_input fuzz_input_of(const uint8_t *data, size_t size, size_t most) {
  const char *bytes = (const char *)data;
  const char *nul = size ? memchr(bytes, 0, size) : NULL;
  if (!nul || (size_t)(nul - bytes) > most) return (fuzz_input){NULL, 0, NULL};
  size_t length = (size_t)(nul - bytes);
  return (fuzz_input){bytes, length, fuzz_page(nul + 1, size - length - 1)};
}

#endif
