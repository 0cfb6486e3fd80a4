/* html_modes_end.c: end tags in the "in body" insertion mode. */
#include "html_tree.h"

typedef void (*end_rule)(html_tree *t);

void any_other_end_tag(html_tree *t) {
  uint32_t name = t->token->name;
  if (name < HTML_ELEMENT_COUNT && !t->open_by_name[name]) return;
  for (uint32_t i = t->open_count; i-- > 1;) {
    if (t->open[i].key == name) {
      generate_implied_end_tags(t, name);
      while (t->open_count > i + 1) pop_current(t);
      if (t->open_count == i + 1) pop_with_token(t);
      return;
    }
    if (category_of(t->open[i].key) & CAT_SPECIAL) return;
  }
}

static void end_body(html_tree *t) {
  if (!has_in_scope(t, NAME_BODY, CAT_SCOPE) || t->open_count < 2) return;
  if (t->open[1].key == NAME_BODY && t->token->name == NAME_BODY) {
    end_element(t, t->open[1].node, true);
    tree_node(t, t->open[1].node)->flags |= BUILDER_OPEN;
  }
  t->mode = MODE_AFTER_BODY;
}

static void end_html(html_tree *t) {
  if (!has_in_scope(t, NAME_BODY, CAT_SCOPE) || t->open_count < 2) return;
  t->mode = MODE_AFTER_BODY;
  t->reprocess = true;
}

static void end_block(html_tree *t) {
  if (!has_in_scope(t, t->token->name, CAT_SCOPE)) return;
  generate_implied_end_tags(t, PAGE_NONE);
  pop_until(t, t->token->name);
}

/* The form element pointer's form may end out of order. */
static void end_form(html_tree *t) {
  if (has_template(t)) {
    end_block(t);
    return;
  }
  uint32_t form = t->form, index;
  t->form = 0;
  if (!form || !find_open(t, form, &index)) return;
  for (uint32_t i = t->open_count; --i > index;)
    if (category_of(t->open[i].key) & CAT_SCOPE) return;
  generate_implied_end_tags(t, PAGE_NONE);
  remove_open(t, index);
  end_element(t, form, true);
}

static void end_p(html_tree *t) {
  if (!has_in_scope(t, NAME_P, CAT_BUTTON_SCOPE)) insert_implied(t, NAME_P);
  close_p_element(t);
}

static void end_item(html_tree *t, unsigned scope) {
  if (!has_in_scope(t, t->token->name, scope)) return;
  generate_implied_end_tags(t, t->token->name);
  pop_until(t, t->token->name);
}

static void end_li(html_tree *t) {
  end_item(t, CAT_LIST_SCOPE);
}

static void end_dd_dt(html_tree *t) {
  end_item(t, CAT_SCOPE);
}

static void end_heading(html_tree *t) {
  if (!has_category_in_scope(t, CAT_HEADING, CAT_SCOPE)) return;
  generate_implied_end_tags(t, PAGE_NONE);
  pop_until_category(t, CAT_HEADING);
}

static void end_formatting(html_tree *t) {
  if (!adoption_agency(t, t->token->name)) any_other_end_tag(t);
}

static void end_marked(html_tree *t) {
  if (!has_in_scope(t, t->token->name, CAT_SCOPE)) return;
  end_block(t);
  clear_to_marker(t);
}

/* </br> is a <br>. */
static void end_br(html_tree *t) {
  reconstruct_formatting(t);
  insert_implied(t, NAME_BR);
  pop_with_token(t);
  t->frameset_ok = false;
}

/* End tags by name; NULL is "any other end tag". */
static const end_rule end_rules[HTML_ELEMENT_COUNT] = {
  [NAME_TEMPLATE] = mode_in_head, [NAME_BODY] = end_body, [NAME_HTML] = end_html,
  [NAME_ADDRESS] = end_block, [NAME_ARTICLE] = end_block, [NAME_ASIDE] = end_block,
  [NAME_BLOCKQUOTE] = end_block, [NAME_BUTTON] = end_block, [NAME_CENTER] = end_block,
  [NAME_DETAILS] = end_block, [NAME_DIALOG] = end_block, [NAME_DIR] = end_block,
  [NAME_DIV] = end_block, [NAME_DL] = end_block, [NAME_FIELDSET] = end_block,
  [NAME_FIGCAPTION] = end_block, [NAME_FIGURE] = end_block, [NAME_FOOTER] = end_block,
  [NAME_HEADER] = end_block, [NAME_HGROUP] = end_block, [NAME_LISTING] = end_block,
  [NAME_MAIN] = end_block, [NAME_MENU] = end_block, [NAME_NAV] = end_block, [NAME_OL] = end_block,
  [NAME_PRE] = end_block, [NAME_SEARCH] = end_block, [NAME_SECTION] = end_block,
  [NAME_SELECT] = end_block, [NAME_SUMMARY] = end_block, [NAME_UL] = end_block,
  [NAME_FORM] = end_form, [NAME_P] = end_p, [NAME_LI] = end_li, [NAME_DD] = end_dd_dt,
  [NAME_DT] = end_dd_dt, [NAME_H1] = end_heading, [NAME_H2] = end_heading,
  [NAME_H3] = end_heading, [NAME_H4] = end_heading, [NAME_H5] = end_heading,
  [NAME_H6] = end_heading, [NAME_A] = end_formatting, [NAME_B] = end_formatting,
  [NAME_BIG] = end_formatting, [NAME_CODE] = end_formatting, [NAME_EM] = end_formatting,
  [NAME_FONT] = end_formatting, [NAME_I] = end_formatting, [NAME_NOBR] = end_formatting,
  [NAME_S] = end_formatting, [NAME_SMALL] = end_formatting, [NAME_STRIKE] = end_formatting,
  [NAME_STRONG] = end_formatting, [NAME_TT] = end_formatting, [NAME_U] = end_formatting,
  [NAME_APPLET] = end_marked, [NAME_MARQUEE] = end_marked, [NAME_OBJECT] = end_marked,
  [NAME_BR] = end_br,
};

void body_end_tag(html_tree *t) {
  uint32_t name = t->token->name;
  end_rule rule = name < HTML_ELEMENT_COUNT ? end_rules[name] : NULL;
  if (rule) rule(t);
  else any_other_end_tag(t);
}
