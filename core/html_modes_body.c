/* html_modes_body.c: the "in body" insertion mode: start tags, characters, and the
   "text" mode. End tags are in html_modes_end.c. */
#include "html_tree.h"

typedef void (*start_rule)(html_tree *t);

static void start_html(html_tree *t) {
  if (!has_template(t)) merge_attributes(t, &t->merged_html, t->open[0].node);
}

static void start_body(html_tree *t) {
  if (t->open_count < 2 || t->open[1].key != NAME_BODY || has_template(t)) return;
  t->frameset_ok = false;
  merge_attributes(t, &t->merged_body, t->open[1].node);
}

static void start_frameset(html_tree *t) {
  if (t->open_count < 2 || t->open[1].key != NAME_BODY || !t->frameset_ok) return;
  if (builder_first_child(&t->builder, t->open[1].node) != PAGE_NONE)
    page_builder_notice(&t->builder, "text-dropped", t->at.start); /* noframes before it, say */
  page_builder_remove(&t->builder, t->open[1].node);
  while (t->open_count > 1) pop_current(t);
  insert_html_element(t);
  t->mode = MODE_IN_FRAMESET;
}

/* address, article, div, p, ul, ... */
static void start_block(html_tree *t) {
  close_p_in_button_scope(t);
  insert_html_element(t);
}

static void start_heading(html_tree *t) {
  close_p_in_button_scope(t);
  if (category_of(current(t)->key) & CAT_HEADING) pop_current(t);
  insert_html_element(t);
}

static void start_pre(html_tree *t) {
  start_block(t);
  t->skip_newline = true;
  t->frameset_ok = false;
}

static void start_form(html_tree *t) {
  if (t->form && !has_template(t)) return;
  close_p_in_button_scope(t);
  uint32_t form = insert_html_element(t);
  if (!has_template(t)) t->form = form;
}

/* li closes li; dd and dt close each other. */
static void start_item(html_tree *t, uint32_t name, uint32_t other) {
  t->frameset_ok = false;
  for (uint32_t i = t->open_count; i-- > 0;) {
    uint32_t key = t->open[i].key;
    if (key == name || key == other) {
      generate_implied_end_tags(t, key);
      pop_until(t, key);
      break;
    }
    if (category_of(key) & CAT_SPECIAL && key != NAME_ADDRESS && key != NAME_DIV && key != NAME_P)
      break;
  }
  start_block(t);
}

static void start_li(html_tree *t) {
  start_item(t, NAME_LI, NAME_LI);
}

static void start_dd_dt(html_tree *t) {
  start_item(t, NAME_DD, NAME_DT);
}

static void start_plaintext(html_tree *t) {
  start_block(t);
  t->tokenizer.state = STATE_PLAINTEXT;
  t->raw = true;
}

static void start_button(html_tree *t) {
  if (has_in_scope(t, NAME_BUTTON, CAT_SCOPE)) {
    generate_implied_end_tags(t, PAGE_NONE);
    pop_until(t, NAME_BUTTON);
  }
  reconstruct_formatting(t);
  insert_html_element(t);
  t->frameset_ok = false;
}

static void start_formatting(html_tree *t) {
  reconstruct_formatting(t);
  push_formatting(t, insert_html_element(t));
}

static void start_a(html_tree *t) {
  uint32_t a = find_formatting(t, NAME_A), index;
  if (a) {
    if (!adoption_agency(t, NAME_A)) any_other_end_tag(t);
    remove_formatting(t, a);
    if (find_open(t, a, &index)) {
      remove_open(t, index);
      end_element(t, a, false);
    }
  }
  start_formatting(t);
}

static void start_nobr(html_tree *t) {
  reconstruct_formatting(t);
  if (has_in_scope(t, NAME_NOBR, CAT_SCOPE)) {
    if (!adoption_agency(t, NAME_NOBR)) any_other_end_tag(t);
    reconstruct_formatting(t);
  }
  push_formatting(t, insert_html_element(t));
}

/* applet, marquee, object */
static void start_marked(html_tree *t) {
  reconstruct_formatting(t);
  insert_html_element(t);
  push_marker(t);
  t->frameset_ok = false;
}

static void start_table(html_tree *t) {
  if (!t->builder.quirks) close_p_in_button_scope(t);
  insert_html_element(t);
  t->frameset_ok = false;
  t->mode = MODE_IN_TABLE;
}

/* area, br, embed, img, keygen, wbr */
static void start_void(html_tree *t) {
  reconstruct_formatting(t);
  insert_void_element(t);
  t->frameset_ok = false;
}

bool is_hidden_input(const html_tree *t) {
  static const char hidden[] = "hidden";
  for (uint32_t i = 0; i < t->token->attr_count; i++) {
    const page_attr *a = &t->token->attrs[i];
    if (a->name != NAME_TYPE) continue;
    const char *value = (a->flags & ATTR_DECODED ? t->tokenizer.strings.data
                                                 : t->builder.source->text) + a->value;
    if (a->value_size != sizeof hidden - 1) return false;
    for (uint32_t j = 0; j < a->value_size; j++)
      if ((value[j] | 0x20) != hidden[j]) return false;
    return true;
  }
  return false;
}

static void start_input(html_tree *t) {
  if (t->context_key == NAME_SELECT) return;
  if (has_in_scope(t, NAME_SELECT, CAT_SCOPE)) pop_until(t, NAME_SELECT);
  bool hidden = is_hidden_input(t), frameset_ok = t->frameset_ok;
  start_void(t);
  if (hidden) t->frameset_ok = frameset_ok;
}

static void start_hr(html_tree *t) {
  close_p_in_button_scope(t);
  if (has_in_scope(t, NAME_SELECT, CAT_SCOPE)) generate_implied_end_tags(t, PAGE_NONE);
  insert_void_element(t);
  t->frameset_ok = false;
}

/* "Don't ask": <image> is <img>. */
static void start_image(html_tree *t) {
  start_void(t);
  if (t->builder.nodes.count)
    t->builder.nodes.items[t->builder.nodes.count - 1].name = NAME_IMG;
}

static void start_textarea(html_tree *t) {
  insert_html_element(t);
  parse_raw_text(t, STATE_RCDATA);
  t->skip_newline = true;
  t->frameset_ok = false;
}

static void start_xmp(html_tree *t) {
  close_p_in_button_scope(t);
  reconstruct_formatting(t);
  t->frameset_ok = false;
  insert_html_element(t);
  parse_raw_text(t, STATE_RAWTEXT);
}

static void start_iframe(html_tree *t) {
  t->frameset_ok = false;
  insert_html_element(t);
  parse_raw_text(t, STATE_RAWTEXT);
}

static void start_noembed(html_tree *t) {
  insert_html_element(t);
  parse_raw_text(t, STATE_RAWTEXT);
}

static void start_other(html_tree *t) {
  reconstruct_formatting(t);
  uint32_t node = insert_html_element(t);
  if (t->token->name == NAME_SELECTEDCONTENT) selectedcontent_opened(t, node);
}

static void start_noscript(html_tree *t) {
  if (t->scripting) start_noembed(t);
  else start_other(t);
}

static void start_select(html_tree *t) {
  if (t->context_key == NAME_SELECT) return;
  if (has_in_scope(t, NAME_SELECT, CAT_SCOPE)) {
    pop_until(t, NAME_SELECT);
    return;
  }
  start_other(t);
  t->frameset_ok = false;
}

static void start_option(html_tree *t) {
  if (has_in_scope(t, NAME_SELECT, CAT_SCOPE)) generate_implied_end_tags(t, NAME_OPTGROUP);
  else if (current(t)->key == NAME_OPTION) pop_current(t);
  start_other(t);
}

static void start_optgroup(html_tree *t) {
  if (has_in_scope(t, NAME_SELECT, CAT_SCOPE)) generate_implied_end_tags(t, PAGE_NONE);
  else if (current(t)->key == NAME_OPTION) pop_current(t);
  start_other(t);
}

static void start_rb_rtc(html_tree *t) {
  if (has_in_scope(t, NAME_RUBY, CAT_SCOPE)) generate_implied_end_tags(t, PAGE_NONE);
  insert_html_element(t);
}

static void start_rp_rt(html_tree *t) {
  if (has_in_scope(t, NAME_RUBY, CAT_SCOPE)) generate_implied_end_tags(t, NAME_RTC);
  insert_html_element(t);
}

static void start_math(html_tree *t) {
  reconstruct_formatting(t);
  start_foreign(t, KEY_MATHML | NAME_MATH);
}

static void start_svg(html_tree *t) {
  reconstruct_formatting(t);
  start_foreign(t, KEY_SVG | NAME_SVG);
}

/* Start tags by name; NULL is "any other start tag". */
static const start_rule start_rules[HTML_ELEMENT_COUNT] = {
  [NAME_HTML] = start_html, [NAME_BODY] = start_body, [NAME_FRAMESET] = start_frameset,
  [NAME_BASE] = mode_in_head, [NAME_BASEFONT] = mode_in_head, [NAME_BGSOUND] = mode_in_head,
  [NAME_LINK] = mode_in_head, [NAME_META] = mode_in_head, [NAME_NOFRAMES] = mode_in_head,
  [NAME_SCRIPT] = mode_in_head, [NAME_STYLE] = mode_in_head, [NAME_TEMPLATE] = mode_in_head,
  [NAME_TITLE] = mode_in_head,
  [NAME_ADDRESS] = start_block, [NAME_ARTICLE] = start_block, [NAME_ASIDE] = start_block,
  [NAME_BLOCKQUOTE] = start_block, [NAME_CENTER] = start_block, [NAME_DETAILS] = start_block,
  [NAME_DIALOG] = start_block, [NAME_DIR] = start_block, [NAME_DIV] = start_block,
  [NAME_DL] = start_block, [NAME_FIELDSET] = start_block, [NAME_FIGCAPTION] = start_block,
  [NAME_FIGURE] = start_block, [NAME_FOOTER] = start_block, [NAME_HEADER] = start_block,
  [NAME_HGROUP] = start_block, [NAME_MAIN] = start_block, [NAME_MENU] = start_block,
  [NAME_NAV] = start_block, [NAME_OL] = start_block, [NAME_P] = start_block,
  [NAME_SEARCH] = start_block, [NAME_SECTION] = start_block, [NAME_SUMMARY] = start_block,
  [NAME_UL] = start_block,
  [NAME_H1] = start_heading, [NAME_H2] = start_heading, [NAME_H3] = start_heading,
  [NAME_H4] = start_heading, [NAME_H5] = start_heading, [NAME_H6] = start_heading,
  [NAME_PRE] = start_pre, [NAME_LISTING] = start_pre, [NAME_FORM] = start_form,
  [NAME_LI] = start_li, [NAME_DD] = start_dd_dt, [NAME_DT] = start_dd_dt,
  [NAME_PLAINTEXT] = start_plaintext, [NAME_BUTTON] = start_button, [NAME_A] = start_a,
  [NAME_B] = start_formatting, [NAME_BIG] = start_formatting, [NAME_CODE] = start_formatting,
  [NAME_EM] = start_formatting, [NAME_FONT] = start_formatting, [NAME_I] = start_formatting,
  [NAME_S] = start_formatting, [NAME_SMALL] = start_formatting, [NAME_STRIKE] = start_formatting,
  [NAME_STRONG] = start_formatting, [NAME_TT] = start_formatting, [NAME_U] = start_formatting,
  [NAME_NOBR] = start_nobr, [NAME_APPLET] = start_marked, [NAME_MARQUEE] = start_marked,
  [NAME_OBJECT] = start_marked, [NAME_TABLE] = start_table,
  [NAME_AREA] = start_void, [NAME_BR] = start_void, [NAME_EMBED] = start_void,
  [NAME_IMG] = start_void, [NAME_KEYGEN] = start_void, [NAME_WBR] = start_void,
  [NAME_INPUT] = start_input, [NAME_PARAM] = insert_void_element,
  [NAME_SOURCE] = insert_void_element, [NAME_TRACK] = insert_void_element, [NAME_HR] = start_hr,
  [NAME_IMAGE] = start_image, [NAME_TEXTAREA] = start_textarea, [NAME_XMP] = start_xmp,
  [NAME_IFRAME] = start_iframe, [NAME_NOEMBED] = start_noembed, [NAME_NOSCRIPT] = start_noscript,
  [NAME_SELECT] = start_select, [NAME_OPTION] = start_option, [NAME_OPTGROUP] = start_optgroup,
  [NAME_RB] = start_rb_rtc, [NAME_RTC] = start_rb_rtc, [NAME_RP] = start_rp_rt,
  [NAME_RT] = start_rp_rt, [NAME_MATH] = start_math, [NAME_SVG] = start_svg,
  [NAME_CAPTION] = ignore_token, [NAME_COL] = ignore_token, [NAME_COLGROUP] = ignore_token,
  [NAME_FRAME] = ignore_token, [NAME_HEAD] = ignore_token, [NAME_TBODY] = ignore_token,
  [NAME_TD] = ignore_token, [NAME_TFOOT] = ignore_token, [NAME_TH] = ignore_token,
  [NAME_THEAD] = ignore_token, [NAME_TR] = ignore_token,
};

void body_start_tag(html_tree *t) {
  uint32_t name = t->token->name;
  start_rule rule = name < HTML_ELEMENT_COUNT ? start_rules[name] : NULL;
  if (rule) rule(t);
  else start_other(t);
}

static void body_text(html_tree *t) {
  reconstruct_formatting(t);
  if (t->frameset_ok && !space_only(t->text, t->text_size)) t->frameset_ok = false;
  insert_characters(t, t->text_size);
}

void mode_in_body(html_tree *t) {
  switch (t->token->type) {
  case TOKEN_TEXT: body_text(t); return;
  case TOKEN_COMMENT: insert_comment(t); return;
  case TOKEN_START: body_start_tag(t); return;
  case TOKEN_END: body_end_tag(t); return;
  case TOKEN_EOF:
    if (t->template_count) mode_in_template(t);
    return;
  case TOKEN_NUL: case TOKEN_DOCTYPE: return;
  }
}

void mode_text(html_tree *t) {
  if (t->token->type == TOKEN_TEXT) {
    insert_characters(t, t->text_size);
    return;
  }
  t->raw = false;
  t->mode = t->original_mode;
  if (t->token->type == TOKEN_EOF) {
    pop_current(t);
    t->reprocess = true;
  } else {
    pop_with_token(t);
  }
}
