/* libxml.h: libxml2's part: XPath 1.0 over an xmlDoc built from a page.

   What an expression sees: elements and attributes by the names that the page has
   them under (HTML's in lower case), in no namespace, whether HTML, SVG or MathML;
   `xml:lang` and the like in the xml namespace; text and comments; what a template
   holds as the template's children. No doctype, no variables, no prefixes but xml.
   `id()` finds the first element with an id. */
#ifndef GALLEY_LIBXML_H
#define GALLEY_LIBXML_H

#include "selector.h"

#pragma GCC visibility push(hidden)

/* libxml2 compares each node that it adds to a set with those that are in it, and
   orders texts, comments and attributes by walking along their siblings. A page with
   more rows, or more of these side by side, gets no view: the time would be quadratic. */
#define XPATH_ROWS_MAX 50000
#define XPATH_RUN_MAX 4096

typedef struct xpath_view xpath_view;

/* Once per process, before anything else here. */
void libxml_init(void);

/* Builds the xmlDoc; its nodes point back at rows. The page must outlive the view.
   NULL: STATUS_MEMORY, or STATUS_LIMIT where it has too many nodes. */
xpath_view *xpath_view_new(const page *p, fault *error);
void xpath_view_free(xpath_view *v);

/* (XPATH_STRING and the like are libxml2's own.) */
typedef enum xpath_kind {
  XPATH_GIVES_NODES, XPATH_GIVES_STRING, XPATH_GIVES_NUMBER, XPATH_GIVES_BOOLEAN
} xpath_kind;

/* What an expression gave. Nodes are rows in document order, without doubles; an
   attribute node is its element's row, with the attribute's index in the element
   + 1 in `attrs` (0 for other nodes). Namespace nodes are left out. */
typedef struct xpath_result {
  xpath_kind kind;
  row_list rows, attrs;
  char *string; /* owned, NUL-ended */
  double number;
  bool boolean;
  uint64_t operations; /* that it took */
} xpath_result;

/* Evaluates with `row` as the context node (a template's content stands for the
   template, a doctype for the document). `operations` 0: a default that the
   page's size decides. STATUS_SYNTAX with position (0 where libxml2 names none), STATUS_LIMIT
   when the operation limit is spent, STATUS_MEMORY. `out` is set in every case. */
status xpath_evaluate(xpath_view *v, const char *expression, uint32_t row,
                      uint64_t operations, xpath_result *out, fault *error);
void xpath_result_free(xpath_result *r);

#pragma GCC visibility pop
#endif
