/* html_select.c: selectedcontent shows a copy of the option that is selected. As the
   standard has it the copy is made when an option is popped off the stack. */
#include "html_tree.h"

enum select_flag { SELECT_HAS_OPTION = 1 << 14, SELECT_HAS_CHOICE = 1 << 13 };

static bool has_attribute(html_tree *t, uint32_t node, uint32_t name) {
  const page_node *n = tree_node(t, node);
  for (const page_attr *a = tree_attrs(t, n); a; a = page_attr_after(a))
    if (a->name == name) return true;
  return false;
}

static uint32_t nearest_select(const html_tree *t) {
  if (!t->open_by_name[NAME_SELECT]) return 0;
  for (uint32_t i = t->open_count; i-- > 0;)
    if (t->open[i].key == NAME_SELECT) return t->open[i].node;
  return 0;
}

void selectedcontent_opened(html_tree *t, uint32_t node) {
  uint32_t select = nearest_select(t);
  if (!select || select == t->select || has_attribute(t, select, NAME_MULTIPLE)) return;
  for (uint32_t i = t->open_count - 1; i-- > 0 && t->open[i].key != NAME_SELECT;)
    if (t->open[i].key == NAME_OPTION || t->open[i].key == NAME_SELECTEDCONTENT) return;
  t->select = select;
  t->selectedcontent = node;
}

/* Whether the option is the select's choice so far. */
static bool is_chosen(html_tree *t, uint32_t select, uint32_t option) {
  page_node *s = tree_node(t, select);
  if (has_attribute(t, option, NAME_SELECTED)) {
    s->flags |= SELECT_HAS_OPTION | SELECT_HAS_CHOICE;
    return true;
  }
  if (s->flags & SELECT_HAS_OPTION || has_attribute(t, option, NAME_DISABLED)) return false;
  s->flags |= SELECT_HAS_OPTION;
  return true;
}

/* Takes out what selectedcontent shows. Other than an earlier copy it is the page's own
   text, which the standard drops. */
static void clear_content(html_tree *t, uint32_t content) {
  page_builder *b = &t->builder;
  for (uint32_t last; (last = builder_last_child(b, content)) != PAGE_NONE;) {
    if (!(tree_node(t, last)->flags & NODE_CLONE))
      page_builder_notice(b, "text-dropped", tree_node(t, last)->extent.start);
    page_builder_remove(b, last);
  }
}

/* "Maybe clone an option into selectedcontent" */
void option_popped(html_tree *t, uint32_t option) {
  uint32_t select = nearest_select(t), content = t->selectedcontent;
  if (!select || !is_chosen(t, select, option) || select != t->select) return;
  if (!may_clone(t)) return;
  page_builder *b = &t->builder;
  clear_content(t, content);
  uint32_t budget = 4096;
  for (uint32_t child = builder_first_child(b, option); child != PAGE_NONE && !b->failed;
       child = builder_next(b, child)) {
    uint32_t before = budget;
    if (!page_builder_clone(b, (builder_place){content, PAGE_NONE}, child, &budget)) return;
    t->clones += before - budget;
  }
}
