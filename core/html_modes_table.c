/* html_modes_table.c: the insertion modes of tables, and "in template". */
#include "html_tree.h"

/* Names that the modes of tables tell apart: bits of part_of. */
enum part {
  PART_CAPTION = 1, PART_COL = 2, PART_COLGROUP = 4, PART_SECTION = 8, /* tbody, tfoot, thead */
  PART_ROW = 16, PART_CELL = 32, PART_TABLE = 64, PART_FRAME = 128     /* body, html */
};
#define PARTS (PART_CAPTION | PART_COL | PART_COLGROUP | PART_SECTION | PART_ROW | PART_CELL)

static unsigned part_of(uint32_t name) {
  switch (name) {
  case NAME_CAPTION: return PART_CAPTION;
  case NAME_COL: return PART_COL;
  case NAME_COLGROUP: return PART_COLGROUP;
  case NAME_TBODY: case NAME_TFOOT: case NAME_THEAD: return PART_SECTION;
  case NAME_TR: return PART_ROW;
  case NAME_TD: case NAME_TH: return PART_CELL;
  case NAME_TABLE: return PART_TABLE;
  case NAME_BODY: case NAME_HTML: return PART_FRAME;
  default: return 0;
  }
}

static bool starts(const html_tree *t, unsigned parts) {
  return t->token->type == TOKEN_START && part_of(t->token->name) & parts;
}

static bool ends(const html_tree *t, unsigned parts) {
  return t->token->type == TOKEN_END && part_of(t->token->name) & parts;
}

static bool in_table_scope(const html_tree *t, uint32_t name) {
  return has_in_scope(t, name, CAT_TABLE_SCOPE);
}

static bool section_in_table_scope(const html_tree *t) {
  return in_table_scope(t, NAME_TBODY) || in_table_scope(t, NAME_THEAD)
      || in_table_scope(t, NAME_TFOOT);
}

/* "Anything else" in table: as in body, but out of the table. */
static void foster(html_tree *t) {
  t->foster_parenting = true;
  mode_in_body(t);
  t->foster_parenting = false;
}

static void start_in_table(html_tree *t, insertion_mode mode) {
  clear_to_table(t);
  insert_html_element(t);
  t->mode = mode;
}

static void imply_in_table(html_tree *t, uint32_t name, insertion_mode mode) {
  clear_to_table(t);
  insert_implied(t, name);
  reprocess_in(t, mode);
}

static bool end_table(html_tree *t) {
  if (!in_table_scope(t, NAME_TABLE)) return false;
  pop_until(t, NAME_TABLE);
  reset_insertion_mode(t);
  return true;
}

static void table_part(html_tree *t) {
  switch (part_of(t->token->name)) {
  case PART_CAPTION:
    clear_to_table(t);
    push_marker(t);
    insert_html_element(t);
    t->mode = MODE_IN_CAPTION;
    return;
  case PART_COLGROUP: start_in_table(t, MODE_IN_COLUMN_GROUP); return;
  case PART_COL: imply_in_table(t, NAME_COLGROUP, MODE_IN_COLUMN_GROUP); return;
  case PART_SECTION: start_in_table(t, MODE_IN_TABLE_BODY); return;
  default: imply_in_table(t, NAME_TBODY, MODE_IN_TABLE_BODY);
  }
}

static void table_start(html_tree *t) {
  uint32_t name = t->token->name;
  if (part_of(name) & PARTS) {
    table_part(t);
  } else if (name == NAME_TABLE) {
    t->reprocess = end_table(t);
  } else if (name == NAME_STYLE || name == NAME_SCRIPT || name == NAME_TEMPLATE) {
    mode_in_head(t);
  } else if (name == NAME_INPUT && is_hidden_input(t)) {
    insert_void_element(t);
  } else if (name == NAME_FORM) {
    if (t->form || has_template(t)) return;
    t->form = insert_html_element(t);
    pop_current(t);
  } else {
    foster(t);
  }
}

static void table_text_begins(html_tree *t) {
  t->original_mode = t->mode;
  t->pending_dark = false;
  reprocess_in(t, MODE_IN_TABLE_TEXT);
}

void mode_in_table(html_tree *t) {
  switch (t->token->type) {
  case TOKEN_TEXT: case TOKEN_NUL:
    if (category_of(current(t)->key) & CAT_FOSTER || current(t)->key == NAME_TEMPLATE)
      table_text_begins(t);
    else foster(t);
    return;
  case TOKEN_COMMENT: insert_comment(t); return;
  case TOKEN_DOCTYPE: return;
  case TOKEN_START: table_start(t); return;
  case TOKEN_EOF: mode_in_body(t); return;
  case TOKEN_END:
    if (t->token->name == NAME_TABLE) end_table(t);
    else if (t->token->name == NAME_TEMPLATE) mode_in_head(t);
    else if (!ends(t, PARTS | PART_FRAME)) foster(t);
    return;
  }
}

/* The characters gathered stay in the table if they are white space only. */
static void insert_pending(html_tree *t) {
  if (t->pending_dark) {
    t->foster_parenting = true;
    reconstruct_formatting(t);
    insert_run(t, &t->pending);
    t->foster_parenting = false;
    t->frameset_ok = false;
  } else {
    insert_run(t, &t->pending);
  }
}

void mode_in_table_text(html_tree *t) {
  if (t->token->type == TOKEN_NUL) return;
  if (t->token->type == TOKEN_TEXT) {
    if (!space_only(t->text, t->text_size)) t->pending_dark = true;
    page_builder_run(&t->builder, &t->pending, t->text, t->text_size, t->at, t->token->verbatim);
    return;
  }
  insert_pending(t);
  reprocess_in(t, t->original_mode);
}

static bool end_caption(html_tree *t) {
  if (!in_table_scope(t, NAME_CAPTION)) return false;
  generate_implied_end_tags(t, PAGE_NONE);
  pop_until(t, NAME_CAPTION);
  clear_to_marker(t);
  t->mode = MODE_IN_TABLE;
  return true;
}

void mode_in_caption(html_tree *t) {
  if (ends(t, PART_CAPTION)) end_caption(t);
  else if (starts(t, PARTS) || ends(t, PART_TABLE)) t->reprocess = end_caption(t);
  else if (!ends(t, PARTS | PART_FRAME)) mode_in_body(t);
}

static void leave_column_group(html_tree *t) {
  if (current(t)->key != NAME_COLGROUP) { /* a template or a fragment */
    if (t->token->type == TOKEN_TEXT) drop_text(t, t->text_size);
    return;
  }
  pop_current(t);
  reprocess_in(t, MODE_IN_TABLE);
}

void mode_in_column_group(html_tree *t) {
  if (insert_space(t)) return;
  uint32_t name = t->token->name;
  bool start = t->token->type == TOKEN_START, end = t->token->type == TOKEN_END;
  if (t->token->type == TOKEN_COMMENT) {
    insert_comment(t);
  } else if (t->token->type == TOKEN_DOCTYPE || ends(t, PART_COL)) {
    ignore_token(t);
  } else if ((start && name == NAME_HTML) || t->token->type == TOKEN_EOF) {
    mode_in_body(t);
  } else if (starts(t, PART_COL)) {
    insert_void_element(t);
  } else if (ends(t, PART_COLGROUP)) {
    if (current(t)->key != NAME_COLGROUP) return;
    pop_with_token(t);
    t->mode = MODE_IN_TABLE;
  } else if ((start || end) && name == NAME_TEMPLATE) {
    mode_in_head(t);
  } else {
    leave_column_group(t);
  }
}

/* tbody, tfoot or thead ends; with the token if it names the open one. */
static void leave_table_body(html_tree *t) {
  clear_to_table_body(t);
  if (t->token->type == TOKEN_END && t->token->name == current(t)->key) pop_with_token(t);
  else pop_current(t);
  t->mode = MODE_IN_TABLE;
}

void mode_in_table_body(html_tree *t) {
  if (starts(t, PART_ROW)) {
    clear_to_table_body(t);
    insert_html_element(t);
    t->mode = MODE_IN_ROW;
  } else if (starts(t, PART_CELL)) {
    clear_to_table_body(t);
    insert_implied(t, NAME_TR);
    reprocess_in(t, MODE_IN_ROW);
  } else if (ends(t, PART_SECTION)) {
    if (in_table_scope(t, t->token->name)) leave_table_body(t);
  } else if (starts(t, PART_CAPTION | PART_COL | PART_COLGROUP | PART_SECTION)
             || ends(t, PART_TABLE)) {
    if (!section_in_table_scope(t)) return;
    leave_table_body(t);
    t->reprocess = true;
  } else if (!ends(t, PARTS | PART_FRAME)) {
    mode_in_table(t);
  }
}

static bool leave_row(html_tree *t) {
  if (!in_table_scope(t, NAME_TR)) return false;
  clear_to_row(t);
  if (ends(t, PART_ROW)) pop_with_token(t);
  else pop_current(t);
  t->mode = MODE_IN_TABLE_BODY;
  return true;
}

void mode_in_row(html_tree *t) {
  if (starts(t, PART_CELL)) {
    clear_to_row(t);
    insert_html_element(t);
    push_marker(t);
    t->mode = MODE_IN_CELL;
  } else if (ends(t, PART_ROW)) {
    leave_row(t);
  } else if (starts(t, PARTS) || ends(t, PART_TABLE)) {
    t->reprocess = leave_row(t);
  } else if (ends(t, PART_SECTION)) {
    t->reprocess = in_table_scope(t, t->token->name) && leave_row(t);
  } else if (!ends(t, PARTS | PART_FRAME)) {
    mode_in_table(t);
  }
}

/* "Close the cell" */
static void close_cell(html_tree *t) {
  generate_implied_end_tags(t, PAGE_NONE);
  while (t->open_count > 1 && current(t)->key != NAME_TD && current(t)->key != NAME_TH)
    pop_current(t);
  pop_current(t);
  clear_to_marker(t);
  t->mode = MODE_IN_ROW;
}

void mode_in_cell(html_tree *t) {
  if (ends(t, PART_CELL)) {
    if (!in_table_scope(t, t->token->name)) return;
    generate_implied_end_tags(t, PAGE_NONE);
    pop_until(t, t->token->name);
    clear_to_marker(t);
    t->mode = MODE_IN_ROW;
  } else if (starts(t, PARTS) || (ends(t, PART_TABLE | PART_SECTION | PART_ROW)
                                  && in_table_scope(t, t->token->name))) {
    if (!in_table_scope(t, NAME_TD) && !in_table_scope(t, NAME_TH)) return;
    close_cell(t);
    t->reprocess = true;
  } else if (!ends(t, PARTS | PART_FRAME | PART_TABLE)) {
    mode_in_body(t);
  }
}

static void template_mode(html_tree *t, insertion_mode mode) {
  if (t->template_count) t->template_modes[t->template_count - 1] = mode;
  reprocess_in(t, mode);
}

static void template_start(html_tree *t) {
  switch (t->token->name) {
  case NAME_BASE: case NAME_BASEFONT: case NAME_BGSOUND: case NAME_LINK: case NAME_META:
  case NAME_NOFRAMES: case NAME_SCRIPT: case NAME_STYLE: case NAME_TEMPLATE: case NAME_TITLE:
    mode_in_head(t);
    return;
  default: break;
  }
  switch (part_of(t->token->name)) {
  case PART_CAPTION: case PART_COLGROUP: case PART_SECTION:
    template_mode(t, MODE_IN_TABLE);
    return;
  case PART_COL: template_mode(t, MODE_IN_COLUMN_GROUP); return;
  case PART_ROW: template_mode(t, MODE_IN_TABLE_BODY); return;
  case PART_CELL: template_mode(t, MODE_IN_ROW); return;
  default: template_mode(t, MODE_IN_BODY);
  }
}

void mode_in_template(html_tree *t) {
  switch (t->token->type) {
  case TOKEN_START: template_start(t); return;
  case TOKEN_END:
    if (t->token->name == NAME_TEMPLATE) mode_in_head(t);
    return;
  case TOKEN_EOF:
    if (!has_template(t)) return;
    pop_until(t, NAME_TEMPLATE);
    clear_to_marker(t);
    reset_insertion_mode(t);
    t->reprocess = true;
    return;
  case TOKEN_TEXT: case TOKEN_NUL: case TOKEN_COMMENT: case TOKEN_DOCTYPE:
    mode_in_body(t);
  }
}
