/* html_modes_head.c: the insertion modes up to the body, those after it, and framesets. */
#include "html_tree.h"

static bool is_start(const html_tree *t, uint32_t name) {
  return t->token->type == TOKEN_START && t->token->name == name;
}

static bool is_end(const html_tree *t, uint32_t name) {
  return t->token->type == TOKEN_END && t->token->name == name;
}

/* End tags that imply what is missing where others are ignored. */
static bool is_ignored_end(const html_tree *t) {
  uint32_t name = t->token->name;
  return t->token->type == TOKEN_END && name != NAME_HEAD && name != NAME_BODY
      && name != NAME_HTML && name != NAME_BR;
}

void mode_initial(html_tree *t) {
  if (drop_space(t)) return;
  if (t->token->type == TOKEN_COMMENT) {
    insert_comment_in(t, 0);
  } else if (t->token->type == TOKEN_DOCTYPE) {
    insert_doctype(t);
    t->builder.quirks = doctype_quirks(t, t->token);
    t->mode = MODE_BEFORE_HTML;
  } else {
    t->builder.quirks = true;
    reprocess_in(t, MODE_BEFORE_HTML);
  }
}

/* The html element is the only one that the stack may be empty for. */
static void open_html(html_tree *t, bool implied) {
  uint32_t node = page_builder_node(&t->builder, NODE_ELEMENT, t->at.start);
  page_node *n = tree_node(t, node);
  n->name = NAME_HTML;
  if (implied) n->flags |= NODE_IMPLIED;
  else take_start_tag(t, n);
  page_builder_insert(&t->builder, (builder_place){0, PAGE_NONE}, node);
  push_open(t, node, NAME_HTML);
}

void mode_before_html(html_tree *t) {
  if (drop_space(t) || t->token->type == TOKEN_DOCTYPE || is_ignored_end(t)) return;
  if (t->token->type == TOKEN_COMMENT) {
    insert_comment_in(t, 0);
  } else if (is_start(t, NAME_HTML)) {
    open_html(t, false);
    t->mode = MODE_BEFORE_HEAD;
  } else {
    open_html(t, true);
    reprocess_in(t, MODE_BEFORE_HEAD);
  }
}

void mode_before_head(html_tree *t) {
  if (drop_space(t) || t->token->type == TOKEN_DOCTYPE || is_ignored_end(t)) return;
  if (t->token->type == TOKEN_COMMENT) {
    insert_comment(t);
  } else if (is_start(t, NAME_HTML)) {
    mode_in_body(t);
  } else if (is_start(t, NAME_HEAD)) {
    t->head = insert_html_element(t);
    t->mode = MODE_IN_HEAD;
  } else {
    t->head = insert_implied(t, NAME_HEAD);
    reprocess_in(t, MODE_IN_HEAD);
  }
}

static void open_template(html_tree *t) {
  insert_html_element(t);
  open_element *e = current(t);
  uint32_t content = page_builder_node(&t->builder, NODE_CONTENT, t->at.stop);
  page_builder_insert(&t->builder, (builder_place){e->node, PAGE_NONE}, content);
  push_marker(t);
  t->frameset_ok = false;
  t->mode = MODE_IN_TEMPLATE;
  t->template_modes[t->template_count++] = MODE_IN_TEMPLATE;
}

static void close_template(html_tree *t) {
  if (!has_template(t)) return;
  generate_all_implied_end_tags(t);
  pop_until(t, NAME_TEMPLATE);
  clear_to_marker(t);
  reset_insertion_mode(t);
}

static void open_raw(html_tree *t, html_state state) {
  insert_html_element(t);
  parse_raw_text(t, state);
}

/* Start tags that belong into the head, wherever they stand. */
static bool head_start_tag(html_tree *t) {
  switch (t->token->name) {
  case NAME_BASE: case NAME_BASEFONT: case NAME_BGSOUND: case NAME_LINK: case NAME_META:
    insert_void_element(t);
    return true;
  case NAME_TITLE: open_raw(t, STATE_RCDATA); return true;
  case NAME_NOFRAMES: case NAME_STYLE: open_raw(t, STATE_RAWTEXT); return true;
  case NAME_SCRIPT: open_raw(t, STATE_SCRIPT_DATA); return true;
  case NAME_TEMPLATE: open_template(t); return true;
  default: return false;
  }
}

static void leave_head(html_tree *t) {
  pop_current(t);
  reprocess_in(t, MODE_AFTER_HEAD);
}

static void head_start(html_tree *t) {
  uint32_t name = t->token->name;
  if (head_start_tag(t) || name == NAME_HEAD) return;
  if (name == NAME_HTML) {
    mode_in_body(t);
  } else if (name == NAME_NOSCRIPT && t->scripting) {
    open_raw(t, STATE_RAWTEXT);
  } else if (name == NAME_NOSCRIPT) {
    insert_html_element(t);
    t->mode = MODE_IN_HEAD_NOSCRIPT;
  } else {
    leave_head(t);
  }
}

void mode_in_head(html_tree *t) {
  if (insert_space(t)) return;
  switch (t->token->type) {
  case TOKEN_COMMENT: insert_comment(t); return;
  case TOKEN_DOCTYPE: return;
  case TOKEN_START: head_start(t); return;
  case TOKEN_END:
    if (t->token->name == NAME_HEAD) {
      pop_with_token(t);
      t->mode = MODE_AFTER_HEAD;
    } else if (t->token->name == NAME_TEMPLATE) {
      close_template(t);
    } else if (!is_ignored_end(t)) {
      leave_head(t);
    }
    return;
  default: leave_head(t);
  }
}

static bool is_noscript_content(const html_tree *t) {
  switch (t->token->name) {
  case NAME_BASEFONT: case NAME_BGSOUND: case NAME_LINK: case NAME_META: case NAME_NOFRAMES:
  case NAME_STYLE:
    return true;
  default:
    return false;
  }
}

void mode_in_head_noscript(html_tree *t) {
  if (insert_space(t) || t->token->type == TOKEN_DOCTYPE) return;
  if (t->token->type == TOKEN_COMMENT) {
    insert_comment(t);
  } else if (is_start(t, NAME_HTML)) {
    mode_in_body(t);
  } else if (is_end(t, NAME_NOSCRIPT)) {
    pop_with_token(t);
    t->mode = MODE_IN_HEAD;
  } else if (t->token->type == TOKEN_START && is_noscript_content(t)) {
    mode_in_head(t);
  } else if (is_start(t, NAME_HEAD) || is_start(t, NAME_NOSCRIPT)
             || (t->token->type == TOKEN_END && t->token->name != NAME_BR)) {
    ignore_token(t);
  } else {
    pop_current(t);
    reprocess_in(t, MODE_IN_HEAD);
  }
}

/* Head content that comes too late is put into the head all the same. */
static bool late_head_start(html_tree *t) {
  switch (t->token->name) {
  case NAME_BASE: case NAME_BASEFONT: case NAME_BGSOUND: case NAME_LINK: case NAME_META:
  case NAME_NOFRAMES: case NAME_SCRIPT: case NAME_STYLE: case NAME_TEMPLATE: case NAME_TITLE:
    break;
  default:
    return false;
  }
  uint32_t index;
  push_open(t, t->head, NAME_HEAD);
  mode_in_head(t);
  uint32_t made = builder_last_child(&t->builder, t->head);
  if (made != PAGE_NONE) tree_node(t, made)->flags |= NODE_MOVED;
  if (find_open(t, t->head, &index)) remove_open(t, index);
  return true;
}

static void open_body(html_tree *t) {
  insert_html_element(t);
  t->frameset_ok = false;
  t->mode = MODE_IN_BODY;
}

static void after_head_start(html_tree *t) {
  switch (t->token->name) {
  case NAME_HTML: mode_in_body(t); return;
  case NAME_BODY: open_body(t); return;
  case NAME_FRAMESET:
    insert_html_element(t);
    t->mode = MODE_IN_FRAMESET;
    return;
  case NAME_HEAD: return;
  default: break;
  }
  if (late_head_start(t)) return;
  insert_implied(t, NAME_BODY);
  reprocess_in(t, MODE_IN_BODY);
}

void mode_after_head(html_tree *t) {
  if (insert_space(t) || t->token->type == TOKEN_DOCTYPE) return;
  if (t->token->type == TOKEN_COMMENT) {
    insert_comment(t);
  } else if (t->token->type == TOKEN_START) {
    after_head_start(t);
  } else if (is_end(t, NAME_TEMPLATE)) {
    close_template(t);
  } else if (is_ignored_end(t) || is_end(t, NAME_HEAD)) {
    ignore_token(t);
  } else {
    insert_implied(t, NAME_BODY);
    reprocess_in(t, MODE_IN_BODY);
  }
}

void mode_after_body(html_tree *t) {
  if (t->token->type == TOKEN_TEXT && space_only(t->text, t->text_size)) {
    mode_in_body(t);
  } else if (t->token->type == TOKEN_COMMENT) {
    insert_comment_in(t, t->open[0].node);
  } else if (t->token->type == TOKEN_DOCTYPE) {
    ignore_token(t);
  } else if (is_start(t, NAME_HTML)) {
    mode_in_body(t);
  } else if (is_end(t, NAME_HTML)) {
    if (t->context_key != PAGE_NONE) return;
    end_element(t, t->open[0].node, true);
    t->mode = MODE_AFTER_AFTER_BODY;
  } else if (t->token->type != TOKEN_EOF) {
    reprocess_in(t, MODE_IN_BODY);
  }
}

void mode_after_after_body(html_tree *t) {
  if (t->token->type == TOKEN_COMMENT) {
    insert_comment_in(t, 0);
  } else if (t->token->type == TOKEN_DOCTYPE || is_start(t, NAME_HTML)
             || (t->token->type == TOKEN_TEXT && space_only(t->text, t->text_size))) {
    mode_in_body(t);
  } else if (t->token->type != TOKEN_EOF) {
    reprocess_in(t, MODE_IN_BODY);
  }
}

/* Of text among frames only the white space counts. */
static void insert_spaces_only(html_tree *t) {
  while (!insert_space(t)) {
    uint32_t size = 1;
    while (size < t->text_size && !space_only(t->text + size, 1)) size++;
    drop_text(t, size);
  }
}

void mode_in_frameset(html_tree *t) {
  if (t->token->type == TOKEN_TEXT) {
    insert_spaces_only(t);
  } else if (t->token->type == TOKEN_COMMENT) {
    insert_comment(t);
  } else if (is_start(t, NAME_HTML)) {
    mode_in_body(t);
  } else if (is_start(t, NAME_FRAMESET)) {
    insert_html_element(t);
  } else if (is_end(t, NAME_FRAMESET)) {
    pop_with_token(t);
    if (t->context_key == PAGE_NONE && current(t)->key != NAME_FRAMESET)
      t->mode = MODE_AFTER_FRAMESET;
  } else if (is_start(t, NAME_FRAME)) {
    insert_void_element(t);
  } else if (is_start(t, NAME_NOFRAMES)) {
    mode_in_head(t);
  }
}

void mode_after_frameset(html_tree *t) {
  if (t->token->type == TOKEN_TEXT) {
    insert_spaces_only(t);
  } else if (t->token->type == TOKEN_COMMENT) {
    insert_comment(t);
  } else if (is_start(t, NAME_HTML)) {
    mode_in_body(t);
  } else if (is_end(t, NAME_HTML)) {
    end_element(t, t->open[0].node, true);
    t->mode = MODE_AFTER_AFTER_FRAMESET;
  } else if (is_start(t, NAME_NOFRAMES)) {
    mode_in_head(t);
  }
}

void mode_after_after_frameset(html_tree *t) {
  if (t->token->type == TOKEN_TEXT) {
    insert_spaces_only(t);
  } else if (t->token->type == TOKEN_COMMENT) {
    insert_comment_in(t, 0);
  } else if (is_start(t, NAME_HTML)) {
    mode_in_body(t);
  } else if (is_start(t, NAME_NOFRAMES)) {
    mode_in_head(t);
  }
}
