/* libxml_html.h: the front end that sees HTML as libxml2 does, and so lxml, Nokogiri and
   PHP: the tree follows the installed version. Spans are exact all the same. */
#ifndef GALLEY_LIBXML_HTML_H
#define GALLEY_LIBXML_HTML_H

#include "page.h"

#pragma GCC visibility push(hidden)

/* Takes the source over, as html_parse does. NULL with `error` filled: STATUS_MEMORY, or
   STATUS_LIMIT where libxml2 would need quadratic time. */
page *libxml_html_parse(source *s, fault *error);

#pragma GCC visibility pop

#endif
