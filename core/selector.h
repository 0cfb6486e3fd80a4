/* selector.h: CSS selectors: compiled once, matched over a page's arrays. */
#ifndef GALLEY_SELECTOR_H
#define GALLEY_SELECTOR_H

#include "buffer.h"
#include "page.h"

#pragma GCC visibility push(hidden)

typedef struct selector selector;
ARRAY_OF(uint32_t, row_list);

/* Compiles `size` bytes. Type and attribute names match HTML elements without
   case, class and id with case (without it on a quirks page). Supported: type, *,
   .class, #id, [attr op value i|s], descendant, >, +, ~, lists, :not :is :where
   :has (relative) :first-child :last-child :only-child :nth-child(An+B [of S])
   :nth-last-child :first-of-type :last-of-type :nth-of-type :empty :root :scope and
   :class(pattern), where `*` in the pattern stands for any characters.
   Anything else is NULL with STATUS_SYNTAX, a message and the byte position. */
selector *selector_new(const char *text, size_t size, fault *error);
void selector_free(selector *s);

/* Appends the elements below `root` (itself left out) that match, in document
   order. `:scope` is `root`; elements outside root may take part in a match (as in
   querySelectorAll). STATUS_LIMIT after `steps` element tests (0: a default that
   grows with the page), STATUS_MEMORY. */
status selector_all(const selector *s, const page *p, uint32_t root, uint64_t steps, row_list *out);
/* The same with the default limit, of all or of the `first` alone; adds to `spent` the steps that it took. */
status selector_all_counted(const selector *s, const page *p, uint32_t root, bool first, row_list *out,
                            uint64_t *spent);
/* Whether one element matches, with `root` as :scope. */
bool selector_matches(const selector *s, const page *p, uint32_t root, uint32_t row);

#pragma GCC visibility pop
#endif
