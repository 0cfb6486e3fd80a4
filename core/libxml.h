/* libxml.h: libxml2's part: XPath 1.0 over an xmlDoc built from a page. */
#ifndef GALLEY_LIBXML_H
#define GALLEY_LIBXML_H

#include "selector.h"

typedef struct xpath_view xpath_view;

/* Once per process, before anything else here. */
void libxml_init(void);

/* Builds the xmlDoc; its nodes point back at rows. NULL: STATUS_MEMORY. */
xpath_view *xpath_view_new(const page *p, fault *error);
void xpath_view_free(xpath_view *v);

typedef enum xpath_kind { XPATH_NODES, XPATH_STRING, XPATH_NUMBER, XPATH_BOOLEAN } xpath_kind;

/* What an expression gave. Nodes are rows in document order, without doubles; an
   attribute node is its element's row, with the attribute's index + 1 in `attrs`
   (0 for other nodes). */
typedef struct xpath_result {
  xpath_kind kind;
  row_list rows, attrs;
  char *string; /* owned */
  double number;
  bool boolean;
} xpath_result;

/* Evaluates with `row` as the context node. STATUS_SYNTAX with position, STATUS_LIMIT
   when the operation limit is spent, STATUS_MEMORY. */
status xpath_evaluate(xpath_view *v, const char *expression, uint32_t row,
                      uint64_t operations, xpath_result *out, fault *error);
void xpath_result_free(xpath_result *r);

#endif
