/* html.c: the HTML front end: source -> tokenizer -> tree builder -> page. */
#include "html.h"

#include <stdlib.h>
#include <string.h>

#include "html_tree.h"

/* "svg path", "math mi" or "div" -> the key of a fragment's context element. */
static uint32_t context_key(html_tree *t, const char *context) {
  uint32_t space = 0;
  if (!strncmp(context, "svg ", 4)) {
    space = KEY_SVG;
    context += 4;
  } else if (!strncmp(context, "math ", 5)) {
    space = KEY_MATHML;
    context += 5;
  }
  uint32_t name = name_table_intern(&t->tokenizer.names, context, strlen(context));
  if (name == HTML_NAME_UNKNOWN) t->builder.failed = true;
  return name == HTML_NAME_UNKNOWN ? 0 : space | name;
}

/* The tokenizer's state inside the context element. */
static void set_context_state(html_tree *t) {
  switch (t->context_key) {
  case NAME_TITLE: case NAME_TEXTAREA: t->tokenizer.state = STATE_RCDATA; return;
  case NAME_STYLE: case NAME_XMP: case NAME_IFRAME: case NAME_NOEMBED: case NAME_NOFRAMES:
    t->tokenizer.state = STATE_RAWTEXT;
    break;
  case NAME_SCRIPT: t->tokenizer.state = STATE_SCRIPT_DATA; break;
  case NAME_NOSCRIPT:
    if (!t->scripting) return;
    t->tokenizer.state = STATE_RAWTEXT;
    break;
  case NAME_PLAINTEXT: t->tokenizer.state = STATE_PLAINTEXT; break;
  default: return;
  }
  t->raw = true;
}

/* "Parsing HTML fragments" */
static void begin_fragment(html_tree *t, const char *context) {
  t->context_key = context_key(t, context);
  set_context_state(t);
  uint32_t root = page_builder_node(&t->builder, NODE_ELEMENT, 0);
  if (!root) return;
  tree_node(t, root)->name = NAME_HTML;
  tree_node(t, root)->flags |= NODE_IMPLIED;
  page_builder_insert(&t->builder, (builder_place){0, PAGE_NONE}, root);
  push_open(t, root, NAME_HTML);
  if (t->context_key == NAME_TEMPLATE) t->template_modes[t->template_count++] = MODE_IN_TEMPLATE;
  if (t->context_key == NAME_FORM) t->form = PAGE_NONE; /* the context itself */
  reset_insertion_mode(t);
}

static void apply_merged(html_tree *t, const merged_attrs *merged) {
  if (!merged->attrs.count || t->builder.failed) return;
  page_node *n = tree_node(t, merged->node);
  n->attr = page_builder_attrs(&t->builder, merged->attrs.items, merged->attrs.count);
}

page *html_parse(source *s, const html_options *options, fault *error) {
  html_tree *t = calloc(1, sizeof *t);
  if (!t || !page_builder_init(&t->builder, s)) {
    *error = (fault){STATUS_MEMORY, "not enough memory", 0};
    if (t) page_builder_free(&t->builder);
    free(t);
    source_free(s);
    return NULL;
  }
  html_tokenizer_init(&t->tokenizer, s, &t->builder.attrs);
  t->scripting = !options || !options->no_scripting;
  t->frameset_ok = true;
  t->context_key = PAGE_NONE;
  if (options && options->fragment) begin_fragment(t, options->fragment);
  if (!t->builder.failed) tree_run(t);
  t->builder.failed = t->builder.failed || t->tokenizer.failed;
  apply_merged(t, &t->merged_html);
  apply_merged(t, &t->merged_body);
  page *p = page_builder_finish(&t->builder, s, &t->tokenizer.names, &t->tokenizer.strings, error);
  free(t->merged_html.attrs.items);
  free(t->merged_body.attrs.items);
  html_tokenizer_free(&t->tokenizer);
  free(t);
  return p;
}
