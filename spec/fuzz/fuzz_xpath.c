/* fuzz_xpath.c: page -> xmlDoc -> XPath: any expression on any page; rows come in
   document order, and exist, and libxml2 prints nothing. */
#include <libxml/xmlerror.h>
#include <stdlib.h>

#include "fuzz_page.h"
#include "libxml.h"
#include "properties.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define EXPRESSION_MOST 200

static void printed(void *context, const char *format, ...) {
  (void)context;
  (void)format;
  properties_require((violation){"libxml2 prints to standard error", 0, 0});
}

static void check_result(const page *p, const xpath_result *r) {
  for (uint32_t i = 0; i < r->rows.count; i++) {
    uint32_t row = r->rows.items[i];
    const char *what = NULL;
    if (row >= p->node_count) what = "XPath finds a row that is not there";
    else if (i && row < r->rows.items[i - 1]) what = "XPath finds rows out of order";
    else if (i < r->attrs.count && r->attrs.items[i] > page_attr_count(page_attrs(p, &p->nodes[row]))) what = "XPath finds no attribute";
    properties_require((violation){what, row, 0});
  }
}

static void ask(const page *p, const char *expression) {
  fault error;
  xpath_view *view = xpath_view_new(p, &error);
  if (!view) return;
  xpath_result result;
  if (xpath_evaluate(view, expression, p->node_count > 3 ? 3 : 0, 20000, &result, &error) == STATUS_OK)
    check_result(p, &result);
  xpath_result_free(&result);
  xpath_view_free(view);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  libxml_init();
  xmlSetGenericErrorFunc(NULL, printed);
  fuzz_input in = fuzz_input_of(data, size, EXPRESSION_MOST);
  if (in.page) ask(in.page, in.question); /* a NUL follows the expression */
  page_free(in.page);
  return 0;
}
