/* fuzz_select.c: any selector on any page: what is found matches, stands below the
   root, in document order, and nothing else matches. */
#include <stdlib.h>

#include "fuzz_page.h"
#include "properties.h"
#include "selector.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define SELECTOR_MOST 256

static void require(bool holds, const char *what, uint32_t row) {
  if (!holds) properties_require((violation){what, row, 0});
}

/* As querySelectorAll, a search from outside does not look into templates. */
static bool in_template(const page *p, uint32_t row) {
  while (row && p->nodes[row].kind != NODE_CONTENT) row = p->nodes[row].parent;
  return row != 0;
}

static void check_found(const selector *s, const page *p, const row_list *found) {
  uint32_t next = 0;
  for (uint32_t row = 1; row < p->node_count; row++) {
    bool listed = next < found->count && found->items[next] == row;
    if (p->nodes[row].kind == NODE_ELEMENT && !in_template(p, row))
      require(selector_matches(s, p, 0, row) == listed, "finding and matching differ", row);
    else
      require(!listed, "what is found is no element of the page", row);
    if (listed) next++;
  }
  require(next == found->count, "what is found is not in document order", 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_input in = fuzz_input_of(data, size, SELECTOR_MOST);
  fault error;
  selector *s = in.page ? selector_new(in.question, in.question_size, &error) : NULL;
  if (s) {
    row_list found = {0};
    if (selector_all(s, in.page, 0, 0, &found) == STATUS_OK && in.page->node_count < 300)
      check_found(s, in.page, &found);
    free(found.items);
  }
  selector_free(s);
  page_free(in.page);
  return 0;
}
