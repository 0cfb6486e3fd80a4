/* html_stack.c: the stack of open elements: what is in scope, where a node goes,
   and where an element ends. */
#include <string.h>

#include "html_tree.h"

#define SCOPES (CAT_SCOPE | CAT_LIST_SCOPE | CAT_BUTTON_SCOPE)
#define END CAT_THOROUGH_END
#define IMPLIED (CAT_IMPLIED_END | CAT_THOROUGH_END)
#define MODE CAT_MODE

static const uint16_t categories[HTML_ELEMENT_COUNT] = {
  [NAME_ADDRESS] = CAT_SPECIAL, [NAME_APPLET] = CAT_SPECIAL | SCOPES, [NAME_AREA] = CAT_SPECIAL,
  [NAME_ARTICLE] = CAT_SPECIAL, [NAME_ASIDE] = CAT_SPECIAL, [NAME_BASE] = CAT_SPECIAL,
  [NAME_BASEFONT] = CAT_SPECIAL, [NAME_BGSOUND] = CAT_SPECIAL, [NAME_BLOCKQUOTE] = CAT_SPECIAL,
  [NAME_BODY] = CAT_SPECIAL, [NAME_BR] = CAT_SPECIAL, [NAME_BUTTON] = CAT_SPECIAL | CAT_BUTTON_SCOPE,
  [NAME_CAPTION] = CAT_SPECIAL | SCOPES | END | MODE, [NAME_CENTER] = CAT_SPECIAL,
  [NAME_COL] = CAT_SPECIAL, [NAME_COLGROUP] = CAT_SPECIAL | END | MODE,
  [NAME_DD] = CAT_SPECIAL | IMPLIED, [NAME_DETAILS] = CAT_SPECIAL, [NAME_DIR] = CAT_SPECIAL,
  [NAME_DIV] = CAT_SPECIAL, [NAME_DL] = CAT_SPECIAL, [NAME_DT] = CAT_SPECIAL | IMPLIED,
  [NAME_EMBED] = CAT_SPECIAL, [NAME_FIELDSET] = CAT_SPECIAL, [NAME_FIGCAPTION] = CAT_SPECIAL,
  [NAME_FIGURE] = CAT_SPECIAL, [NAME_FOOTER] = CAT_SPECIAL, [NAME_FORM] = CAT_SPECIAL,
  [NAME_FRAME] = CAT_SPECIAL, [NAME_FRAMESET] = CAT_SPECIAL | MODE,
  [NAME_H1] = CAT_SPECIAL | CAT_HEADING, [NAME_H2] = CAT_SPECIAL | CAT_HEADING,
  [NAME_H3] = CAT_SPECIAL | CAT_HEADING, [NAME_H4] = CAT_SPECIAL | CAT_HEADING,
  [NAME_H5] = CAT_SPECIAL | CAT_HEADING, [NAME_H6] = CAT_SPECIAL | CAT_HEADING,
  [NAME_HEAD] = CAT_SPECIAL | MODE, [NAME_HEADER] = CAT_SPECIAL, [NAME_HGROUP] = CAT_SPECIAL,
  [NAME_HR] = CAT_SPECIAL, [NAME_HTML] = CAT_SPECIAL | SCOPES | CAT_TABLE_SCOPE,
  [NAME_IFRAME] = CAT_SPECIAL, [NAME_IMG] = CAT_SPECIAL, [NAME_INPUT] = CAT_SPECIAL,
  [NAME_KEYGEN] = CAT_SPECIAL, [NAME_LI] = CAT_SPECIAL | IMPLIED, [NAME_LINK] = CAT_SPECIAL,
  [NAME_LISTING] = CAT_SPECIAL, [NAME_MAIN] = CAT_SPECIAL, [NAME_MARQUEE] = CAT_SPECIAL | SCOPES,
  [NAME_MENU] = CAT_SPECIAL, [NAME_META] = CAT_SPECIAL, [NAME_NAV] = CAT_SPECIAL,
  [NAME_NOEMBED] = CAT_SPECIAL, [NAME_NOFRAMES] = CAT_SPECIAL, [NAME_NOSCRIPT] = CAT_SPECIAL,
  [NAME_OBJECT] = CAT_SPECIAL | SCOPES, [NAME_OL] = CAT_SPECIAL | CAT_LIST_SCOPE,
  [NAME_OPTGROUP] = IMPLIED, [NAME_OPTION] = IMPLIED, [NAME_P] = CAT_SPECIAL | IMPLIED,
  [NAME_PARAM] = CAT_SPECIAL, [NAME_PLAINTEXT] = CAT_SPECIAL, [NAME_PRE] = CAT_SPECIAL,
  [NAME_RB] = IMPLIED, [NAME_RP] = IMPLIED, [NAME_RT] = IMPLIED, [NAME_RTC] = IMPLIED,
  [NAME_SCRIPT] = CAT_SPECIAL, [NAME_SEARCH] = CAT_SPECIAL, [NAME_SECTION] = CAT_SPECIAL,
  [NAME_SELECT] = CAT_SPECIAL | SCOPES, [NAME_SOURCE] = CAT_SPECIAL, [NAME_STYLE] = CAT_SPECIAL,
  [NAME_SUMMARY] = CAT_SPECIAL,
  [NAME_TABLE] = CAT_SPECIAL | SCOPES | CAT_TABLE_SCOPE | CAT_FOSTER | MODE,
  [NAME_TBODY] = CAT_SPECIAL | END | CAT_FOSTER | MODE, [NAME_TD] = CAT_SPECIAL | SCOPES | END | MODE,
  [NAME_TEMPLATE] = CAT_SPECIAL | SCOPES | CAT_TABLE_SCOPE | MODE, [NAME_TEXTAREA] = CAT_SPECIAL,
  [NAME_TFOOT] = CAT_SPECIAL | END | CAT_FOSTER | MODE, [NAME_TH] = CAT_SPECIAL | SCOPES | END | MODE,
  [NAME_THEAD] = CAT_SPECIAL | END | CAT_FOSTER | MODE, [NAME_TITLE] = CAT_SPECIAL,
  [NAME_TR] = CAT_SPECIAL | END | CAT_FOSTER | MODE, [NAME_TRACK] = CAT_SPECIAL,
  [NAME_UL] = CAT_SPECIAL | CAT_LIST_SCOPE, [NAME_WBR] = CAT_SPECIAL, [NAME_XMP] = CAT_SPECIAL,
};

unsigned category_of(uint32_t key) {
  if (key < HTML_ELEMENT_COUNT) return categories[key];
  switch (key) {
  case KEY_MATHML | NAME_MI: case KEY_MATHML | NAME_MO: case KEY_MATHML | NAME_MN:
  case KEY_MATHML | NAME_MS: case KEY_MATHML | NAME_MTEXT: case KEY_MATHML | NAME_ANNOTATION_XML:
  case KEY_SVG | NAME_SVG_FOREIGN_OBJECT: case KEY_SVG | NAME_DESC: case KEY_SVG | NAME_TITLE:
    return CAT_SPECIAL | SCOPES;
  default:
    return 0;
  }
}

static uint32_t last_open(const html_tree *t, uint32_t name) {
  if (!t->open_by_name[name]) return PAGE_NONE;
  uint32_t i = t->open_count;
  while (t->open[--i].key != name) continue;
  return i;
}

/* A template's children are its content's. */
static uint32_t inside(html_tree *t, const open_element *e) {
  if (e->key != NAME_TEMPLATE) return e->node;
  uint32_t content = builder_first_child(&t->builder, e->node);
  return content == PAGE_NONE ? e->node : content;
}

/* "Foster parenting": the place before the last table, mostly. */
static builder_place foster_place(html_tree *t) {
  uint32_t table = last_open(t, NAME_TABLE), template = last_open(t, NAME_TEMPLATE);
  if (template != PAGE_NONE && (table == PAGE_NONE || template > table))
    return (builder_place){inside(t, &t->open[template]), PAGE_NONE};
  if (table == PAGE_NONE) return (builder_place){t->open[0].node, PAGE_NONE};
  uint32_t node = t->open[table].node, parent = builder_parent(&t->builder, node);
  if (parent != PAGE_NONE) return (builder_place){parent, node};
  return (builder_place){inside(t, &t->open[table ? table - 1 : 0]), PAGE_NONE};
}

insertion_place special_place(html_tree *t, const open_element *target) {
  if (t->foster_parenting && category_of(target->key) & CAT_FOSTER)
    return (insertion_place){foster_place(t), 1};
  return (insertion_place){{inside(t, target), PAGE_NONE}, 0};
}

/* Deeper elements become siblings of the one at the limit. */
static void limit_depth(html_tree *t) {
  uint32_t key = current(t)->key;
  page_builder_notice(&t->builder, "depth-limit", t->at.start);
  pop_current(t);
  if (category_of(key) & CAT_MODE) reset_insertion_mode(t);
}

void push_open(html_tree *t, uint32_t node, uint32_t key) {
  t->open[t->open_count++] = (open_element){node, key};
  if (key < HTML_ELEMENT_COUNT) t->open_by_name[key]++;
  tree_node(t, node)->flags |= BUILDER_OPEN;
}

void take_start_tag(html_tree *t, page_node *n) {
  n->tag = n->extent = t->at;
  if (t->token->self_closing) n->flags |= NODE_SELF_CLOSING;
  if (t->token->attr_count) n->attr = page_builder_attrs(&t->builder, t->token->attrs, t->token->attr_count);
}

static uint32_t insert_element(html_tree *t, uint32_t key, bool implied) {
  if (t->open_count == TREE_DEPTH) limit_depth(t);
  insertion_place where = appropriate_place(t, current(t));
  uint32_t node = page_builder_node(&t->builder, NODE_ELEMENT, t->at.start);
  page_node *n = tree_node(t, node);
  n->space = (uint8_t)(key >> 30);
  n->name = key & ~(3u << 30);
  n->flags = (uint16_t)((implied ? NODE_IMPLIED : 0) | (where.fostered ? NODE_MOVED : 0));
  if (!implied) take_start_tag(t, n);
  page_builder_insert(&t->builder, where.place, node);
  push_open(t, node, key);
  return node;
}

uint32_t insert_html_element(html_tree *t) {
  return insert_element(t, t->token->name, false);
}

uint32_t insert_implied(html_tree *t, uint32_t name) {
  return insert_element(t, name, true);
}

uint32_t insert_foreign_element(html_tree *t, uint32_t key) {
  return insert_element(t, key, false);
}

void end_element(html_tree *t, uint32_t node, bool with_token) {
  page_node *n = tree_node(t, node);
  n->flags &= (uint16_t)~BUILDER_OPEN;
  if (with_token && t->token->type == TOKEN_END && !t->end_claimed) {
    n->close = t->at;
    t->end_claimed = true;
    n->flags &= (uint16_t)~NODE_UNCLOSED;
  } else if (n->close.start == n->close.stop) {
    uint32_t at = t->at.start < n->tag.stop ? n->tag.stop : t->at.start;
    n->close = (span){at, at};
    n->flags |= NODE_UNCLOSED;
  }
  if (n->extent.stop < n->close.stop) n->extent.stop = n->close.stop;
}

/* Takes the last entry off the stack. */
static open_element drop_current(html_tree *t) {
  open_element e = t->open[--t->open_count];
  if (e.key < HTML_ELEMENT_COUNT) t->open_by_name[e.key]--;
  if (e.key == NAME_TEMPLATE && t->template_count) t->template_count--;
  return e;
}

static void pop(html_tree *t, bool with_token) {
  if (t->open_count <= 1) return; /* html stays to the end */
  open_element e = drop_current(t);
  end_element(t, e.node, with_token);
  if (e.key == NAME_OPTION) option_popped(t, e.node);
}

void pop_current(html_tree *t) {
  pop(t, false);
}

void pop_with_token(html_tree *t) {
  pop(t, true);
}

void insert_void_element(html_tree *t) {
  insert_html_element(t);
  open_element e = drop_current(t);
  end_element(t, e.node, false);
}

void remove_open(html_tree *t, uint32_t index) {
  uint32_t key = t->open[index].key;
  tree_node(t, t->open[index].node)->flags &= (uint16_t)~BUILDER_OPEN;
  if (key < HTML_ELEMENT_COUNT) t->open_by_name[key]--;
  t->open_count--;
  memmove(t->open + index, t->open + index + 1, (t->open_count - index) * sizeof *t->open);
}

bool find_open(const html_tree *t, uint32_t node, uint32_t *index) {
  for (uint32_t i = t->open_count; i-- > 0;)
    if (t->open[i].node == node) {
      *index = i;
      return true;
    }
  return false;
}

void pop_until(html_tree *t, uint32_t name) {
  while (t->open_count > 1 && current(t)->key != name) pop_current(t);
  pop_with_token(t);
}

void pop_until_category(html_tree *t, unsigned category) {
  while (t->open_count > 1 && !(category_of(current(t)->key) & category)) pop_current(t);
  pop_with_token(t);
}

bool has_in_scope(const html_tree *t, uint32_t name, unsigned scope) {
  if (name < HTML_ELEMENT_COUNT && !t->open_by_name[name]) return false;
  for (uint32_t i = t->open_count; i-- > 0;) {
    if (t->open[i].key == name) return true;
    if (category_of(t->open[i].key) & scope) return false;
  }
  return false;
}

bool has_category_in_scope(const html_tree *t, unsigned category, unsigned scope) {
  for (uint32_t i = t->open_count; i-- > 0;) {
    unsigned has = category_of(t->open[i].key);
    if (has & category) return true;
    if (has & scope) return false;
  }
  return false;
}

bool has_template(const html_tree *t) {
  return t->open_by_name[NAME_TEMPLATE] > 0;
}

void generate_implied_end_tags(html_tree *t, uint32_t except) {
  while (category_of(current(t)->key) & CAT_IMPLIED_END && current(t)->key != except)
    pop_current(t);
}

void generate_all_implied_end_tags(html_tree *t) {
  while (category_of(current(t)->key) & CAT_THOROUGH_END) pop_current(t);
}

void close_p_element(html_tree *t) {
  generate_implied_end_tags(t, NAME_P);
  while (t->open_count > 1 && current(t)->key != NAME_P) pop_current(t);
  if (t->token->type == TOKEN_END && t->token->name == NAME_P) pop_with_token(t);
  else pop_current(t);
}

void close_p_in_button_scope(html_tree *t) {
  if (has_in_scope(t, NAME_P, CAT_BUTTON_SCOPE)) close_p_element(t);
}

void clear_to_table(html_tree *t) {
  while (t->open_count > 1 && current(t)->key != NAME_TABLE && current(t)->key != NAME_TEMPLATE)
    pop_current(t);
}

void clear_to_table_body(html_tree *t) {
  while (t->open_count > 1 && current(t)->key != NAME_TBODY && current(t)->key != NAME_TFOOT
         && current(t)->key != NAME_THEAD && current(t)->key != NAME_TEMPLATE)
    pop_current(t);
}

void clear_to_row(html_tree *t) {
  while (t->open_count > 1 && current(t)->key != NAME_TR && current(t)->key != NAME_TEMPLATE)
    pop_current(t);
}
