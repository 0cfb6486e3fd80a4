/* html_formatting.c: the list of active formatting elements, their reconstruction,
   and the adoption agency algorithm. */
#include <string.h>

#include "html_tree.h"

#define CLONES_FREE 4096 /* clones any page may have ... */
#define CLONES_SHARE 128 /* ... and one more for so many bytes of it */

static void remove_entry(html_tree *t, uint32_t index) {
  if (t->formatting[index].node) t->formatting_elements--;
  t->formatting_count--;
  memmove(t->formatting + index, t->formatting + index + 1,
          (t->formatting_count - index) * sizeof *t->formatting);
}

static bool find_entry(const html_tree *t, uint32_t node, uint32_t *index) {
  for (uint32_t i = t->formatting_count; i-- > 0;)
    if (t->formatting[i].node == node) {
      *index = i;
      return true;
    }
  return false;
}

static const char *value_bytes(const html_tree *t, const page_attr *a) {
  return (a->flags & ATTR_DECODED ? t->tokenizer.strings.data : t->builder.source->text) + a->value;
}

static bool same_value(const html_tree *t, const page_attr *a, const page_attr *b) {
  return a->name == b->name && a->value_size == b->value_size
      && (!a->value_size || !memcmp(value_bytes(t, a), value_bytes(t, b), a->value_size));
}

/* The same attributes, in whatever order (of up to 32; of more, in the same). */
static bool same_attributes(const html_tree *t, const page_node *a, const page_node *b) {
  const page_attr *left = tree_attrs(t, a), *right = tree_attrs(t, b);
  uint32_t count = page_attr_count(left);
  if (left == right) return true;
  if (count != page_attr_count(right)) return false;
  for (uint32_t i = 0; i < count; i++) {
    if (same_value(t, &left[i], &right[i])) continue;
    uint32_t j = count > 32 ? count : 0;
    while (j < count && !same_value(t, &left[i], &right[j])) j++;
    if (j == count) return false;
  }
  return true;
}

/* "The Noah's Ark clause": of elements alike, three. */
static void noahs_ark(html_tree *t, uint32_t node) {
  const page_node *n = tree_node(t, node);
  uint32_t alike = 0, earliest = 0;
  for (uint32_t i = t->formatting_count; i-- > 0 && t->formatting[i].node;) {
    if (t->formatting[i].name != n->name) continue;
    if (!same_attributes(t, tree_node(t, t->formatting[i].node), n)) continue;
    earliest = i;
    alike++;
  }
  if (alike >= 3) remove_entry(t, earliest);
}

static void drop_oldest_element(html_tree *t) {
  uint32_t i = 0;
  while (!t->formatting[i].node) i++;
  remove_entry(t, i);
  page_builder_notice(&t->builder, "formatting-limit", t->at.start);
}

void push_formatting(html_tree *t, uint32_t node) {
  if (!node) return;
  noahs_ark(t, node);
  if (t->formatting_elements == TREE_FORMATTING) drop_oldest_element(t);
  if (t->formatting_count == TREE_MARKERS) remove_entry(t, 0);
  t->formatting[t->formatting_count++] = (formatting_entry){node, tree_node(t, node)->name};
  t->formatting_elements++;
}

void push_marker(html_tree *t) {
  if (t->formatting_count == TREE_MARKERS) remove_entry(t, 0);
  t->formatting[t->formatting_count++] = (formatting_entry){0, PAGE_NONE};
}

void clear_to_marker(html_tree *t) {
  while (t->formatting_count)
    if (!t->formatting[--t->formatting_count].node) return;
    else t->formatting_elements--;
}

uint32_t find_formatting(const html_tree *t, uint32_t name) {
  for (uint32_t i = t->formatting_count; i-- > 0 && t->formatting[i].node;)
    if (t->formatting[i].name == name) return t->formatting[i].node;
  return 0;
}

void remove_formatting(html_tree *t, uint32_t node) {
  uint32_t index;
  if (find_entry(t, node, &index)) remove_entry(t, index);
}

static bool is_open(html_tree *t, uint32_t node) {
  return tree_node(t, node)->flags & BUILDER_OPEN;
}

/* Clones are what a few bytes could make many rows of. */
bool may_clone(html_tree *t) {
  if (t->clones < CLONES_FREE + t->at.start / CLONES_SHARE) {
    t->clones++;
    return true;
  }
  page_builder_notice(&t->builder, "formatting-limit", t->at.start);
  return false;
}

/* A copy of a formatting element, in no place yet; it shares the attributes. */
static uint32_t clone_formatting(html_tree *t, uint32_t node) {
  uint32_t clone = page_builder_node(&t->builder, NODE_ELEMENT, t->at.start);
  page_node *to = tree_node(t, clone);
  const page_node *from = tree_node(t, node);
  to->flags |= NODE_CLONE;
  to->name = from->name;
  to->attr = from->attr;
  return clone;
}

static void reconstruct_entry(html_tree *t, uint32_t index) {
  uint32_t name = t->formatting[index].name, clone = clone_formatting(t, t->formatting[index].node);
  if (t->open_count == TREE_DEPTH) {
    page_builder_notice(&t->builder, "depth-limit", t->at.start);
    pop_current(t);
  }
  insertion_place where = appropriate_place(t, current(t));
  if (where.fostered) tree_node(t, clone)->flags |= NODE_MOVED;
  page_builder_insert(&t->builder, where.place, clone);
  push_open(t, clone, name);
  t->formatting[index].node = clone;
}

static void forget_from(html_tree *t, uint32_t index) {
  while (t->formatting_count > index) remove_entry(t, t->formatting_count - 1);
}

void reconstruct_formatting(html_tree *t) {
  uint32_t i = t->formatting_count;
  while (i && t->formatting[i - 1].node && !is_open(t, t->formatting[i - 1].node)) i--;
  for (; i < t->formatting_count; i++) {
    if (!may_clone(t)) {
      forget_from(t, i);
      return;
    }
    reconstruct_entry(t, i);
    if (t->builder.failed) return;
  }
}

/* One pass of the algorithm's outer loop works on this. */
typedef struct adoption {
  uint32_t formatting;       /* the formatting element */
  uint32_t entry;            /* its place in the list */
  uint32_t index;            /* its place on the stack */
  uint32_t block, block_index; /* the furthest block */
  uint32_t bookmark;
} adoption;

static bool furthest_block(const html_tree *t, adoption *a) {
  for (uint32_t i = a->index + 1; i < t->open_count; i++)
    if (category_of(t->open[i].key) & CAT_SPECIAL) {
      a->block = t->open[i].node;
      a->block_index = i;
      return true;
    }
  return false;
}

static bool node_in_scope(const html_tree *t, uint32_t index) {
  for (uint32_t i = t->open_count; --i > index;)
    if (category_of(t->open[i].key) & CAT_SCOPE) return false;
  return true;
}

/* An element between the two that is no formatting element (any more) leaves the
   stack: its children go on without it. */
static void leave_stack(html_tree *t, adoption *a, uint32_t index, uint32_t entry, bool listed) {
  uint32_t node = t->open[index].node;
  if (listed) {
    remove_entry(t, entry);
    if (entry < a->bookmark) a->bookmark--;
    if (entry < a->entry) a->entry--;
  }
  remove_open(t, index);
  end_element(t, node, false);
  a->block_index--;
}

/* The inner loop: what stands between the formatting element and the block is
   cloned around the block. The outermost of them, or the block itself. */
static uint32_t clone_between(html_tree *t, adoption *a) {
  uint32_t last = a->block, counter = 0;
  for (uint32_t i = a->block_index; --i > a->index;) {
    uint32_t node = t->open[i].node, entry = 0;
    bool listed = find_entry(t, node, &entry);
    if (!listed || ++counter > 3 || !may_clone(t)) {
      if (!listed) counter++;
      leave_stack(t, a, i, entry, listed);
      continue;
    }
    uint32_t clone = clone_formatting(t, node);
    if (!clone) break;
    end_element(t, node, false);
    t->formatting[entry].node = t->open[i].node = clone;
    tree_node(t, clone)->flags |= BUILDER_OPEN;
    if (last == a->block) a->bookmark = entry + 1;
    page_builder_remove(&t->builder, last);
    page_builder_insert(&t->builder, (builder_place){clone, PAGE_NONE}, last);
    last = clone;
  }
  return last;
}

static void insert_entry(html_tree *t, uint32_t index, formatting_entry e) {
  memmove(t->formatting + index + 1, t->formatting + index,
          (t->formatting_count - index) * sizeof *t->formatting);
  t->formatting[index] = e;
  t->formatting_count++;
  t->formatting_elements++;
}

/* The formatting element's copy takes the block's children and its place in the
   list, and stands below the block on the stack. */
static void adopt_children(html_tree *t, adoption *a, uint32_t subject) {
  uint32_t clone = clone_formatting(t, a->formatting);
  page_node *block = tree_node(t, a->block);
  if (!clone) return;
  tree_node(t, clone)->extent = (span){block->tag.stop, block->tag.stop};
  page_builder_move_children(&t->builder, a->block, clone);
  page_builder_insert(&t->builder, (builder_place){a->block, PAGE_NONE}, clone);
  remove_entry(t, a->entry);
  if (a->entry < a->bookmark) a->bookmark--;
  insert_entry(t, a->bookmark, (formatting_entry){clone, subject});
  remove_open(t, a->index);
  end_element(t, a->formatting, true);
  memmove(t->open + a->block_index + 1, t->open + a->block_index,
          (t->open_count - a->block_index) * sizeof *t->open);
  t->open[a->block_index] = (open_element){clone, subject};
  t->open_count++;
  t->open_by_name[subject]++;
  tree_node(t, clone)->flags |= BUILDER_OPEN;
}

/* One pass; false where the algorithm is over. */
static bool adopt(html_tree *t, adoption *a, uint32_t subject) {
  find_entry(t, a->formatting, &a->entry);
  if (!find_open(t, a->formatting, &a->index)) {
    remove_entry(t, a->entry);
    return false;
  }
  if (!node_in_scope(t, a->index)) return false;
  if (!furthest_block(t, a)) {
    while (t->open_count > a->index + 1) pop_current(t);
    pop_with_token(t);
    remove_formatting(t, a->formatting);
    return false;
  }
  a->bookmark = a->entry;
  uint32_t last = clone_between(t, a);
  page_builder_remove(&t->builder, last);
  insertion_place where = appropriate_place(t, &t->open[a->index - 1]);
  page_builder_insert(&t->builder, where.place, last);
  tree_node(t, a->block)->flags |= NODE_MOVED;
  adopt_children(t, a, subject);
  return !t->builder.failed;
}

bool adoption_agency(html_tree *t, uint32_t subject) {
  uint32_t entry;
  if (current(t)->key == subject && !find_entry(t, current(t)->node, &entry)) {
    pop_with_token(t);
    return true;
  }
  for (int pass = 0; pass < 8; pass++) {
    adoption a = {.formatting = find_formatting(t, subject)};
    if (!a.formatting) return false;
    if (!adopt(t, &a, subject)) return true;
  }
  return true;
}
