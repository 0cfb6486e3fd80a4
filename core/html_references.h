/* html_references.h: character references: "&amp;", "&copy", "&#x2014;". */
#ifndef GALLEY_HTML_REFERENCES_H
#define GALLEY_HTML_REFERENCES_H

#include <stdbool.h>
#include <stddef.h>

#pragma GCC visibility push(hidden)

#define HTML_REFERENCE_MAX 8 /* bytes of UTF-8 one reference can give */

/* Reads the reference that begins at `text`, which is a "&" before `end`; a NUL byte
   stands at `end`. In an attribute's value a name without ";" before "=" or a letter
   or digit is none. Returns how many bytes of markup it takes and sets `value` and
   `*value_size` to its characters; 0 where there is none and the "&" is only text. */
size_t html_reference(const char *text, const char *end, bool attribute,
                      char value[HTML_REFERENCE_MAX], size_t *value_size);

#pragma GCC visibility pop

#endif
