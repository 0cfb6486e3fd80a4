/* libxml_graft.h: HTML that stands in XML as text ("&lt;p&gt;", CDATA): parsed as HTML,
   and its tree put into the element that holds it, with spans in the outer markup. */
#ifndef GALLEY_LIBXML_GRAFT_H
#define GALLEY_LIBXML_GRAFT_H

#include "libxml_follow.h"

#pragma GCC visibility push(hidden)

/* What the follower holds becomes the innermost element's content. */
void libxml_graft(follower *f);

#pragma GCC visibility pop

#endif
