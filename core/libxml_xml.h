/* libxml_xml.h: the front end for XML (NITF, NewsML-G2, RSS, Atom, XHTML): libxml2's SAX2
   parser into the same page. Nothing is fetched, no DTD is read, and no entity expands:
   a reference that XML itself does not know has the meaning it has in HTML, or stands
   there as it is written. Of markup that is not well-formed the text is kept, and a
   notice ("xml-not-well-formed") says where the first error is. */
#ifndef GALLEY_LIBXML_XML_H
#define GALLEY_LIBXML_XML_H

#include "page.h"

#pragma GCC visibility push(hidden)

/* Takes the source over, as html_parse does. NULL with `error` filled: STATUS_MEMORY, or
   STATUS_LIMIT where libxml2 would need quadratic time. */
page *libxml_xml_parse(source *s, fault *error);

#pragma GCC visibility pop

#endif
