/* html_foreign.c: "the rules for parsing tokens in foreign content": SVG and MathML. */
#include <string.h>

#include "html_tree.h"

static bool is_mathml_text_point(uint32_t key) {
  switch (key) {
  case KEY_MATHML | NAME_MI: case KEY_MATHML | NAME_MO: case KEY_MATHML | NAME_MN:
  case KEY_MATHML | NAME_MS: case KEY_MATHML | NAME_MTEXT:
    return true;
  default:
    return false;
  }
}

static bool equals_folded(const char *bytes, uint32_t size, const char *lower) {
  uint32_t i = 0;
  for (; i < size && lower[i]; i++) {
    char c = bytes[i];
    if ((c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c) != lower[i]) return false;
  }
  return i == size && !lower[i];
}

/* annotation-xml whose encoding says that HTML is in it. */
static bool annotates_html(const html_tree *t) {
  const page_node *n = &t->builder.nodes.items[t->open[t->open_count - 1].node];
  for (const page_attr *a = tree_attrs(t, n); a; a = page_attr_after(a)) {
    if (a->name != NAME_ENCODING) continue;
    const char *value = (a->flags & ATTR_DECODED ? t->tokenizer.strings.data
                                                 : t->builder.source->text) + a->value;
    return equals_folded(value, a->value_size, "text/html")
        || equals_folded(value, a->value_size, "application/xhtml+xml");
  }
  return false;
}

/* `in_context`: the key is the fragment's context element's. */
static bool is_html_point(const html_tree *t, uint32_t key, bool in_context) {
  switch (key) {
  case KEY_SVG | NAME_SVG_FOREIGN_OBJECT: case KEY_SVG | NAME_DESC: case KEY_SVG | NAME_TITLE:
    return true;
  case KEY_MATHML | NAME_ANNOTATION_XML:
    return !in_context && annotates_html(t);
  default:
    return false;
  }
}

static bool is_characters(const html_token *token) {
  return token->type == TOKEN_TEXT || token->type == TOKEN_NUL;
}

bool is_foreign_token(const html_tree *t) {
  uint32_t key = adjusted_current_key(t);
  const html_token *token = t->token;
  if (token->type == TOKEN_EOF) return false;
  bool start = token->type == TOKEN_START;
  if (is_mathml_text_point(key))
    if (is_characters(token)
        || (start && token->name != NAME_MGLYPH && token->name != NAME_MALIGNMARK)) return false;
  if (key == (KEY_MATHML | NAME_ANNOTATION_XML) && start && token->name == NAME_SVG) return false;
  bool in_context = t->open_count == 1 && t->context_key != PAGE_NONE;
  return !((start || is_characters(token)) && is_html_point(t, key, in_context));
}

static void adjust_attributes(html_tree *t, uint32_t space) {
  for (uint32_t i = 0; i < t->token->attr_count; i++) {
    page_attr *a = &t->token->attrs[i];
    if (space == KEY_SVG) a->name = html_svg_attribute(a->name);
    else a->name = html_math_attribute(a->name);
    a->space = html_attribute_space(a->name);
  }
}

void start_foreign(html_tree *t, uint32_t key) {
  adjust_attributes(t, key & (3u << 30));
  insert_foreign_element(t, key);
  if (!t->token->self_closing) return;
  span at = t->at;
  t->at.start = at.stop; /* it ends where its tag does */
  pop_current(t);
  t->at = at;
}

/* Start tags that no SVG or MathML has: the foreign content is over. */
static bool breaks_out(const html_token *token) {
  switch (token->name) {
  case NAME_B: case NAME_BIG: case NAME_BLOCKQUOTE: case NAME_BODY: case NAME_BR:
  case NAME_CENTER: case NAME_CODE: case NAME_DD: case NAME_DIV: case NAME_DL: case NAME_DT:
  case NAME_EM: case NAME_EMBED: case NAME_H1: case NAME_H2: case NAME_H3: case NAME_H4:
  case NAME_H5: case NAME_H6: case NAME_HEAD: case NAME_HR: case NAME_I: case NAME_IMG:
  case NAME_LI: case NAME_LISTING: case NAME_MENU: case NAME_META: case NAME_NOBR:
  case NAME_OL: case NAME_P: case NAME_PRE: case NAME_RUBY: case NAME_S: case NAME_SMALL:
  case NAME_SPAN: case NAME_STRONG: case NAME_STRIKE: case NAME_SUB: case NAME_SUP:
  case NAME_TABLE: case NAME_TT: case NAME_U: case NAME_UL: case NAME_VAR:
    return true;
  case NAME_FONT:
    for (uint32_t i = 0; i < token->attr_count; i++) {
      uint32_t name = token->attrs[i].name;
      if (name == NAME_COLOR || name == NAME_FACE || name == NAME_SIZE) return true;
    }
    return false;
  default:
    return false;
  }
}

static void break_out(html_tree *t) {
  while (t->open_count > 1) {
    uint32_t key = current(t)->key;
    if (key < KEY_SVG || is_mathml_text_point(key) || is_html_point(t, key, false)) break;
    pop_current(t);
  }
  process_by_mode(t);
}

static void foreign_start(html_tree *t) {
  if (breaks_out(t->token)) {
    break_out(t);
    return;
  }
  uint32_t space = adjusted_current_key(t) & (3u << 30), name = t->token->name;
  start_foreign(t, space | (space == KEY_SVG ? html_svg_element(name) : name));
}

static void foreign_end(html_tree *t) {
  uint32_t name = t->token->name, adjusted = html_svg_element(name);
  if (name == NAME_BR || name == NAME_P) {
    break_out(t);
    return;
  }
  for (uint32_t i = t->open_count; i-- > 0;) {
    uint32_t key = t->open[i].key, own = key & ~(3u << 30);
    if (i + 1 < t->open_count && key < KEY_SVG) {
      process_by_mode(t);
      return;
    }
    if (!i) return;
    if (own == name || own == adjusted) {
      while (t->open_count > i + 1) pop_current(t);
      pop_with_token(t);
      return;
    }
  }
}

void mode_in_foreign_content(html_tree *t) {
  switch (t->token->type) {
  case TOKEN_NUL: insert_replacement(t); return;
  case TOKEN_TEXT:
    if (t->frameset_ok && !space_only(t->text, t->text_size)) t->frameset_ok = false;
    insert_characters(t, t->text_size);
    return;
  case TOKEN_COMMENT: insert_comment(t); return;
  case TOKEN_START: foreign_start(t); return;
  case TOKEN_END: foreign_end(t); return;
  case TOKEN_DOCTYPE: case TOKEN_EOF: return;
  }
}
