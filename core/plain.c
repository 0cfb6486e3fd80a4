/* plain.c: flat text -> a page: every line that is not blank is a paragraph. */
#include "plain.h"

#include "page_builder.h"
#include "text.h"

static uint32_t implied_element(page_builder *b, uint32_t parent, uint32_t name, uint32_t at) {
  uint32_t node = page_builder_node(b, NODE_ELEMENT, at);
  if (!node) return 0;
  b->nodes.items[node].name = name;
  b->nodes.items[node].flags = NODE_IMPLIED | NODE_UNCLOSED;
  page_builder_insert(b, (builder_place){parent, PAGE_NONE}, node);
  return node;
}

static bool is_blank(const char *text, span line) {
  for (uint32_t i = line.start; i < line.stop; i++)
    if (!text_is_space(text[i])) return false;
  return true;
}

/* The line's own bytes; NUL becomes U+FFFD, as in HTML. */
static void add_line(page_builder *b, uint32_t body, const char *text, span line) {
  uint32_t p = implied_element(b, body, NAME_P, line.start), from = line.start;
  builder_run run = {{0, 0}, {0, 0}};
  for (uint32_t i = line.start; i <= line.stop; i++) {
    if (i < line.stop && text[i]) continue;
    if (i > from) page_builder_run(b, &run, text + from, i - from, (span){from, i}, true);
    if (i < line.stop) page_builder_run(b, &run, "\xEF\xBF\xBD", 3, (span){i, i + 1}, false);
    from = i + 1;
  }
  if (p) page_builder_text(b, (builder_place){p, PAGE_NONE}, &run);
}

page *plain_parse(source *s, fault *error) {
  page_builder b;
  name_table names = {0};
  buffer strings = {0};
  if (page_builder_init(&b, s)) {
    uint32_t html = implied_element(&b, 0, NAME_HTML, 0);
    uint32_t body = implied_element(&b, html, NAME_BODY, 0);
    for (span line = {0, 0}; line.start < s->size && !b.failed; line.start = line.stop + 1) {
      line.stop = line.start;
      while (line.stop < s->size && s->text[line.stop] != '\n' && s->text[line.stop] != '\r')
        line.stop++;
      if (!is_blank(s->text, line)) add_line(&b, body, s->text, line);
    }
  }
  return page_builder_finish(&b, s, &names, &strings, error);
}
