/* properties.h: what must hold of every page, whatever was parsed: the fuzz targets
   and the mutation runner ask it after each parse. */
#ifndef GALLEY_SPEC_PROPERTIES_H
#define GALLEY_SPEC_PROPERTIES_H

#include "page.h"

/* What a front end promises beyond what all do. */
enum property {
  PROPERTY_REFERENCES = 1, /* references mean what the HTML standard says they mean */
  PROPERTY_ACCOUNTED = 2   /* what is in no token is a tag, a mark or white space that the
                              tree builder drops: no text is lost */
};
#define PROPERTIES_HTML (PROPERTY_REFERENCES | PROPERTY_ACCOUNTED)

/* The first property that is broken: what it says, and where in the markup. */
typedef struct violation {
  const char *what;  /* static; NULL where all hold */
  uint32_t row, position;
} violation;

/* Checks, in time linear in the page:
   - rows are in document order, subtrees and ranges of text nest;
   - every offset lies within what it is an offset into;
   - an extent holds the element's own tags, and what stands in it unless it was moved;
   - a verbatim piece of text is its bytes, a substituted one decodes to its text; so do
     attributes' values;
   - outside clones no byte serves two text nodes;
   - all text is there (PROPERTY_ACCOUNTED). */
violation properties_check(const page *p, unsigned properties);

/* The same of a source alone: its map ascends, and stays within the bytes as given. */
violation properties_check_source(const source *s, const char *bytes, size_t size);

/* For the fuzz targets: prints the violation and aborts. */
void properties_require(violation v);

#endif
