/* html_tree.h: WHATWG tree construction, shared by the files html_*.c that make it
   up. Functions have the names of the standard's algorithms and insertion modes. */
#ifndef GALLEY_HTML_TREE_H
#define GALLEY_HTML_TREE_H

#include "html.h"
#include "html_token.h"
#include "page_builder.h"

#pragma GCC visibility push(hidden)

#define TREE_DEPTH 512      /* open elements; deeper ones become siblings */
#define TREE_FORMATTING 64  /* active formatting elements, markers not counted */
#define TREE_MARKERS 1024   /* entries of that list in all */
#define TREE_MERGED 1024    /* attributes of html or body after merging */

typedef enum insertion_mode {
  MODE_INITIAL, MODE_BEFORE_HTML, MODE_BEFORE_HEAD, MODE_IN_HEAD, MODE_IN_HEAD_NOSCRIPT,
  MODE_AFTER_HEAD, MODE_IN_BODY, MODE_TEXT, MODE_IN_TABLE, MODE_IN_TABLE_TEXT, MODE_IN_CAPTION,
  MODE_IN_COLUMN_GROUP, MODE_IN_TABLE_BODY, MODE_IN_ROW, MODE_IN_CELL, MODE_IN_TEMPLATE,
  MODE_AFTER_BODY, MODE_IN_FRAMESET, MODE_AFTER_FRAMESET, MODE_AFTER_AFTER_BODY,
  MODE_AFTER_AFTER_FRAMESET, MODE_COUNT
} insertion_mode;

/* An element's name and namespace in one number: HTML elements have their name. */
#define KEY_SVG ((uint32_t)SPACE_SVG << 30)
#define KEY_MATHML ((uint32_t)SPACE_MATHML << 30)

/* What the standard says about an element: bits of category_of. */
enum category {
  CAT_SPECIAL = 1,
  CAT_SCOPE = 2,         /* ends a scope, a list item scope, ... */
  CAT_LIST_SCOPE = 4,
  CAT_BUTTON_SCOPE = 8,
  CAT_TABLE_SCOPE = 16,
  CAT_IMPLIED_END = 32,  /* "generate implied end tags" closes it */
  CAT_THOROUGH_END = 64, /* "... all implied end tags thoroughly" */
  CAT_HEADING = 128,
  CAT_FOSTER = 256,      /* table, tbody, tfoot, thead, tr */
  CAT_MODE = 512         /* the insertion mode depends on it */
};

typedef struct open_element {
  uint32_t node, key;
} open_element;

/* An entry of the list of active formatting elements; a marker has node 0. */
typedef struct formatting_entry {
  uint32_t node, name;
} formatting_entry;

/* The attributes of html or body once a second tag added some. */
typedef struct merged_attrs {
  uint32_t node;
  attr_list attrs;
} merged_attrs;

typedef struct html_tree {
  html_tokenizer tokenizer;
  page_builder builder;

  /* The token at work: `at` is its markup, `text` its characters; modes that take
     the white space at its start leave the rest in both. */
  const html_token *token;
  const char *text;
  uint32_t text_size;
  span at;
  bool reprocess;    /* a mode asks for the token to be processed anew */
  bool end_claimed;  /* this end tag is an element's `close` already */

  insertion_mode mode, original_mode;
  insertion_mode template_modes[TREE_DEPTH + 2];
  uint32_t template_count;

  open_element open[TREE_DEPTH];
  uint32_t open_count;
  uint32_t open_by_name[HTML_ELEMENT_COUNT]; /* how many HTML elements of a name are open */
  formatting_entry formatting[TREE_MARKERS];
  uint32_t formatting_count, formatting_elements;
  uint32_t clones;   /* made so far, of formatting elements */

  uint32_t head, form;        /* element pointers; 0 for null */
  builder_run pending;        /* pending table character tokens */
  bool pending_dark;          /* not all of them are white space */
  merged_attrs merged_html, merged_body;
  uint32_t select, selectedcontent;       /* the latest selectedcontent and its select */

  uint32_t context_key;       /* fragments: the context element; PAGE_NONE else */
  bool scripting, frameset_ok, foster_parenting, skip_newline;
  bool raw;                   /* the tokenizer sees no character references */
} html_tree;

/* Where a node goes, and whether that is not where it stands: a number as wide as the others, so
   that it is returned in registers. */
typedef struct insertion_place {
  builder_place place;
  uint32_t fostered;
} insertion_place;

/* html_tree.c: running */
void tree_run(html_tree *t);
/* By the insertion mode's rules, whatever the current node is. */
void process_by_mode(html_tree *t);
void reprocess_in(html_tree *t, insertion_mode mode);
void ignore_token(html_tree *t);
/* Leaves out the first bytes of the text token, as the standard asks for in frame sets
   and column groups; the notice "text-dropped" says so. */
void drop_text(html_tree *t, uint32_t size);
bool space_only(const char *text, uint32_t size);
/* Takes the white space that the text token begins with: drops it or inserts it.
   True where nothing is left. */
bool drop_space(html_tree *t);
bool insert_space(html_tree *t);
/* Drops the first bytes of the text token. */
void take_text(html_tree *t, uint32_t size);
/* Inserts the first bytes of the text token, or all of it. */
void insert_characters(html_tree *t, uint32_t size);
void insert_run(html_tree *t, builder_run *run);
void insert_replacement(html_tree *t);
void insert_comment(html_tree *t);
void insert_comment_in(html_tree *t, uint32_t parent);
void insert_doctype(html_tree *t);
void merge_attributes(html_tree *t, merged_attrs *merged, uint32_t node);
void reset_insertion_mode(html_tree *t);
void parse_raw_text(html_tree *t, html_state state);

/* html_stack.c: the stack of open elements */
unsigned category_of(uint32_t key);
static inline open_element *current(html_tree *t) {
  return &t->open[t->open_count - 1];
}
static inline page_node *tree_node(html_tree *t, uint32_t node) {
  return &t->builder.nodes.items[node];
}
/* An element's first attribute, or NULL. */
static inline const page_attr *tree_attrs(const html_tree *t, const page_node *n) {
  return n->attr == PAGE_NONE ? NULL : &t->builder.attrs.items[n->attr];
}
static inline uint32_t adjusted_current_key(const html_tree *t) {
  if (t->open_count == 1 && t->context_key != PAGE_NONE) return t->context_key;
  return t->open_count ? t->open[t->open_count - 1].key : PAGE_NONE;
}
static inline bool is_foreign_key(uint32_t key) {
  return key != PAGE_NONE && key >= KEY_SVG;
}
insertion_place special_place(html_tree *t, const open_element *target);
/* Few places are special: the others are told without a call. */
static inline insertion_place appropriate_place(html_tree *t, const open_element *target) {
  if (t->foster_parenting || target->key == NAME_TEMPLATE) return special_place(t, target);
  return (insertion_place){{target->node, PAGE_NONE}, 0};
}
/* The start tag's span and attributes become the node's. */
void take_start_tag(html_tree *t, page_node *n);
/* An element for the token, and one that the standard implies. */
uint32_t insert_html_element(html_tree *t);
uint32_t insert_implied(html_tree *t, uint32_t name);
uint32_t insert_foreign_element(html_tree *t, uint32_t key);
/* The same, popped at once. */
void insert_void_element(html_tree *t);
void push_open(html_tree *t, uint32_t node, uint32_t key);
/* Off the stack; the element ends where the token begins, or with the end tag. */
void pop_current(html_tree *t);
void pop_with_token(html_tree *t);
void end_element(html_tree *t, uint32_t node, bool with_token);
void remove_open(html_tree *t, uint32_t index);
bool find_open(const html_tree *t, uint32_t node, uint32_t *index);
void pop_until(html_tree *t, uint32_t name);
void pop_until_category(html_tree *t, unsigned category);
bool has_in_scope(const html_tree *t, uint32_t name, unsigned scope);
bool has_category_in_scope(const html_tree *t, unsigned category, unsigned scope);
bool has_template(const html_tree *t);
void generate_implied_end_tags(html_tree *t, uint32_t except);
void generate_all_implied_end_tags(html_tree *t);
void close_p_element(html_tree *t);
void close_p_in_button_scope(html_tree *t);
/* clear the stack back to a table, table body or table row context */
void clear_to_table(html_tree *t);
void clear_to_table_body(html_tree *t);
void clear_to_row(html_tree *t);

/* html_formatting.c: the list of active formatting elements */
void push_formatting(html_tree *t, uint32_t node);
void push_marker(html_tree *t);
void clear_to_marker(html_tree *t);
void reconstruct_formatting(html_tree *t);
uint32_t find_formatting(const html_tree *t, uint32_t name); /* after the last marker; a node or 0 */
void remove_formatting(html_tree *t, uint32_t node);
/* False: the token is to be treated as "any other end tag". */
bool adoption_agency(html_tree *t, uint32_t subject);
bool may_clone(html_tree *t);

/* html_select.c: what an option's end means to its select */
void selectedcontent_opened(html_tree *t, uint32_t node);
void option_popped(html_tree *t, uint32_t option);

/* html_quirks.c */
bool doctype_quirks(const html_tree *t, const html_token *doctype);

/* The insertion modes. */
void mode_initial(html_tree *t);
void mode_before_html(html_tree *t);
void mode_before_head(html_tree *t);
void mode_in_head(html_tree *t);
void mode_in_head_noscript(html_tree *t);
void mode_after_head(html_tree *t);
void mode_in_body(html_tree *t);
void mode_text(html_tree *t);
void mode_in_table(html_tree *t);
void mode_in_table_text(html_tree *t);
void mode_in_caption(html_tree *t);
void mode_in_column_group(html_tree *t);
void mode_in_table_body(html_tree *t);
void mode_in_row(html_tree *t);
void mode_in_cell(html_tree *t);
void mode_in_template(html_tree *t);
void mode_after_body(html_tree *t);
void mode_in_frameset(html_tree *t);
void mode_after_frameset(html_tree *t);
void mode_after_after_body(html_tree *t);
void mode_after_after_frameset(html_tree *t);
/* in body, by kind of token */
void body_start_tag(html_tree *t);
void body_end_tag(html_tree *t);
void any_other_end_tag(html_tree *t);
bool is_hidden_input(const html_tree *t);

/* html_foreign.c: only to be asked where the adjusted current node is foreign */
bool is_foreign_token(const html_tree *t);
void mode_in_foreign_content(html_tree *t);
void start_foreign(html_tree *t, uint32_t key);

#pragma GCC visibility pop

#endif
