/* html.h: the default front end: the WHATWG HTML parser, emitting spans. */
#ifndef GALLEY_HTML_H
#define GALLEY_HTML_H

#include "page.h"

#pragma GCC visibility push(hidden)

typedef struct html_options {
  bool no_scripting;        /* default: scripting on, noscript is raw text */
  const char *fragment;     /* context element for fragment parsing ("div", "svg path", "math mi"), or NULL */
} html_options;

/* Parses the source; the page takes it over (also when parsing fails, when it is
   freed). `options` may be NULL. NULL with `error` filled: STATUS_MEMORY, STATUS_LIMIT. */
page *html_parse(source *s, const html_options *options, fault *error);

#pragma GCC visibility pop

#endif
