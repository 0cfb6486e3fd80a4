/* libxml_functions.h: XPath's functions of strings, counted by how much they read. */
#ifndef GALLEY_LIBXML_FUNCTIONS_H
#define GALLEY_LIBXML_FUNCTIONS_H

#include <libxml/xpath.h>

#include "page.h"

#pragma GCC visibility push(hidden)

/* The function to call in the stead of libxml2's own of that name, which it calls once it has
   paid operations for the strings it reads; NULL where there is nothing to count. The
   context's `extra` must be the page whose rows (+ 1) the nodes' `_private` are. */
xmlXPathFunction libxml_counted_function(const xmlChar *name);

#pragma GCC visibility pop

#endif
