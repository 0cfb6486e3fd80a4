/* html_tree.c: the tree construction dispatcher, and what several insertion modes
   need: characters, comments, raw text, "reset the insertion mode appropriately". */
#include "html_tree.h"

#include "text.h"

typedef void (*mode_function)(html_tree *t);

static const mode_function modes[MODE_COUNT] = {
  [MODE_INITIAL] = mode_initial, [MODE_BEFORE_HTML] = mode_before_html,
  [MODE_BEFORE_HEAD] = mode_before_head, [MODE_IN_HEAD] = mode_in_head,
  [MODE_IN_HEAD_NOSCRIPT] = mode_in_head_noscript, [MODE_AFTER_HEAD] = mode_after_head,
  [MODE_IN_BODY] = mode_in_body, [MODE_TEXT] = mode_text, [MODE_IN_TABLE] = mode_in_table,
  [MODE_IN_TABLE_TEXT] = mode_in_table_text, [MODE_IN_CAPTION] = mode_in_caption,
  [MODE_IN_COLUMN_GROUP] = mode_in_column_group, [MODE_IN_TABLE_BODY] = mode_in_table_body,
  [MODE_IN_ROW] = mode_in_row, [MODE_IN_CELL] = mode_in_cell,
  [MODE_IN_TEMPLATE] = mode_in_template, [MODE_AFTER_BODY] = mode_after_body,
  [MODE_IN_FRAMESET] = mode_in_frameset, [MODE_AFTER_FRAMESET] = mode_after_frameset,
  [MODE_AFTER_AFTER_BODY] = mode_after_after_body,
  [MODE_AFTER_AFTER_FRAMESET] = mode_after_after_frameset,
};

void process_by_mode(html_tree *t) {
  modes[t->mode](t);
}

void take_text(html_tree *t, uint32_t size) {
  t->text += size;
  t->text_size -= size;
  t->at.start = t->token->verbatim ? t->at.start + size : t->at.stop;
}

/* The newline right after <pre>, <listing> or <textarea> is for the author only. */
static bool newline_skipped(html_tree *t) {
  bool skip = t->skip_newline && t->token->type == TOKEN_TEXT && t->text[0] == '\n';
  t->skip_newline = false;
  if (skip) take_text(t, 1);
  return skip && !t->text_size;
}

static void process(html_tree *t) {
  /* The token ends where the tokenizer stands. To load both ends at once would wait until both
     have left the processor's store buffer, they having just been written one by one. */
  t->at = (span){t->token->markup.start, t->tokenizer.position};
  t->text = t->token->text;
  t->text_size = t->token->type == TOKEN_TEXT ? t->token->text_size : 0;
  t->end_claimed = false;
  if (newline_skipped(t)) return;
  do {
    t->reprocess = false;
    if (is_foreign_key(adjusted_current_key(t)) && is_foreign_token(t)) mode_in_foreign_content(t);
    else process_by_mode(t);
  } while (t->reprocess);
}

/* At the end of the file every open element ends. */
static void stop_parsing(html_tree *t) {
  t->at = (span){t->builder.source->size, t->builder.source->size};
  while (t->open_count > 1) pop_current(t);
  if (t->open_count) end_element(t, t->open[0].node, false);
}

void tree_run(html_tree *t) {
  do {
    t->tokenizer.cdata_allowed = is_foreign_key(adjusted_current_key(t));
    t->token = html_tokenizer_next(&t->tokenizer);
    process(t);
  } while (t->token->type != TOKEN_EOF && !t->builder.failed && !t->tokenizer.failed);
  stop_parsing(t);
}

void reprocess_in(html_tree *t, insertion_mode mode) {
  t->mode = mode;
  t->reprocess = true;
}

void ignore_token(html_tree *t) {
  (void)t; /* a parse error and nothing more */
}

void drop_text(html_tree *t, uint32_t size) {
  page_builder_notice(&t->builder, "text-dropped", t->at.start);
  take_text(t, size);
}

static uint32_t space_prefix(const char *text, uint32_t size) {
  uint32_t i = 0;
  while (i < size && text_is_space(text[i])) i++;
  return i;
}

bool space_only(const char *text, uint32_t size) {
  return space_prefix(text, size) == size;
}

bool drop_space(html_tree *t) {
  if (t->token->type != TOKEN_TEXT) return false;
  uint32_t size = space_prefix(t->text, t->text_size);
  if (size) take_text(t, size);
  return !t->text_size;
}

bool insert_space(html_tree *t) {
  if (t->token->type != TOKEN_TEXT) return false;
  uint32_t size = space_prefix(t->text, t->text_size);
  if (size) insert_characters(t, size);
  return !t->text_size;
}

/* What is noted of a text node that was put into a place. */
static void note_text(html_tree *t, uint32_t node, insertion_place where) {
  if (node && (where.fostered || t->raw))
    tree_node(t, node)->flags |= (uint16_t)((where.fostered ? NODE_MOVED : 0) | (t->raw ? NODE_RAW_TEXT : 0));
}

void insert_run(html_tree *t, builder_run *run) {
  insertion_place where = appropriate_place(t, current(t));
  note_text(t, page_builder_text(&t->builder, where.place, run), where);
}

static void insert_text(html_tree *t, const char *text, uint32_t size, span markup, bool verbatim) {
  insertion_place where = appropriate_place(t, current(t));
  note_text(t, page_builder_characters(&t->builder, where.place, text, size, markup, verbatim), where);
}

void insert_characters(html_tree *t, uint32_t size) {
  span markup = t->at;
  if (t->token->verbatim) markup.stop = markup.start + size;
  insert_text(t, t->text, size, markup, t->token->verbatim);
  take_text(t, size);
}

void insert_replacement(html_tree *t) {
  insert_text(t, "\xEF\xBF\xBD", 3, t->at, false);
}

static page_attr data_of(const html_value *v) {
  return (page_attr){.name = PAGE_NONE, .flags = v->decoded ? ATTR_DECODED : 0,
                     .value = v->present ? v->start : PAGE_NONE, .value_size = v->size};
}

static uint32_t insert_data_node(html_tree *t, node_kind kind, insertion_place where) {
  uint32_t node = page_builder_node(&t->builder, kind, t->at.start);
  page_node *n = tree_node(t, node);
  n->tag = n->extent = t->at;
  n->close = (span){t->at.stop, t->at.stop};
  n->flags = where.fostered ? NODE_MOVED : 0;
  page_builder_insert(&t->builder, where.place, node);
  return node;
}

static void comment_at(html_tree *t, insertion_place where) {
  html_value text = t->token->data;
  text.present = true;
  page_attr data = data_of(&text);
  page_builder_data(&t->builder, insert_data_node(t, NODE_COMMENT, where), &data);
}

void insert_comment(html_tree *t) {
  comment_at(t, appropriate_place(t, current(t)));
}

void insert_comment_in(html_tree *t, uint32_t parent) {
  comment_at(t, (insertion_place){{parent, PAGE_NONE}, false});
}

void insert_doctype(html_tree *t) {
  uint32_t node = insert_data_node(t, NODE_DOCTYPE, (insertion_place){{0, PAGE_NONE}, false});
  page_attr ids[2] = {data_of(&t->token->data), data_of(&t->token->system)};
  tree_node(t, node)->name = t->token->name;
  page_builder_data(&t->builder, node, &ids[0]);
  page_builder_data(&t->builder, node, &ids[1]);
}

static bool has_attribute(const page_attr *attrs, uint32_t count, uint32_t name) {
  for (uint32_t i = 0; i < count; i++)
    if (attrs[i].name == name) return true;
  return false;
}

/* Puts the node's attributes into `merged` and the token's new ones behind them. */
void merge_attributes(html_tree *t, merged_attrs *merged, uint32_t node) {
  const page_node *n = tree_node(t, node);
  attr_list *all = &merged->attrs;
  const page_attr *own = all->count ? NULL : tree_attrs(t, n);
  if (!t->token->attr_count) return;
  merged->node = node;
  for (; own; own = page_attr_after(own)) {
    page_attr *a = attr_list_push(all);
    if (a) *a = *own, a->flags &= (uint8_t)~ATTR_LAST;
  }
  for (uint32_t i = 0; i < t->token->attr_count && !all->failed; i++) {
    if (all->count >= TREE_MERGED) {
      page_builder_notice(&t->builder, "attribute-limit", t->at.start);
      return;
    }
    if (has_attribute(all->items, all->count, t->token->attrs[i].name)) continue;
    page_attr *a = attr_list_push(all);
    if (a) *a = t->token->attrs[i];
  }
  t->builder.failed = t->builder.failed || all->failed;
}

void parse_raw_text(html_tree *t, html_state state) {
  t->tokenizer.state = state;
  t->raw = state != STATE_RCDATA;
  t->original_mode = t->mode;
  t->mode = MODE_TEXT;
}

/* The mode that an open element (or the context, at the bottom) asks for. */
static bool mode_for(html_tree *t, uint32_t key, bool last, insertion_mode *mode) {
  switch (key) {
  case NAME_TD: case NAME_TH:
    *mode = MODE_IN_CELL;
    return !last;
  case NAME_TR: *mode = MODE_IN_ROW; return true;
  case NAME_TBODY: case NAME_THEAD: case NAME_TFOOT: *mode = MODE_IN_TABLE_BODY; return true;
  case NAME_CAPTION: *mode = MODE_IN_CAPTION; return true;
  case NAME_COLGROUP: *mode = MODE_IN_COLUMN_GROUP; return true;
  case NAME_TABLE: *mode = MODE_IN_TABLE; return true;
  case NAME_TEMPLATE:
    *mode = t->template_count ? t->template_modes[t->template_count - 1] : MODE_IN_BODY;
    return true;
  case NAME_HEAD:
    *mode = MODE_IN_HEAD;
    return !last;
  case NAME_BODY: *mode = MODE_IN_BODY; return true;
  case NAME_FRAMESET: *mode = MODE_IN_FRAMESET; return true;
  case NAME_HTML: *mode = t->head ? MODE_AFTER_HEAD : MODE_BEFORE_HEAD; return true;
  default: return false;
  }
}

void reset_insertion_mode(html_tree *t) {
  for (uint32_t i = t->open_count; i-- > 0;) {
    bool last = i == 0;
    uint32_t key = last && t->context_key != PAGE_NONE ? t->context_key : t->open[i].key;
    insertion_mode mode;
    if (mode_for(t, key, last, &mode)) {
      t->mode = mode;
      return;
    }
  }
  t->mode = MODE_IN_BODY;
}
