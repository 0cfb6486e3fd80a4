/* block_features.c: the columns a rule decides by, in one pass over the rows of a
   page. Blocks and rows ascend together, so the pass keeps the block it stands in,
   the innermost open box, and the subtree each of the other states holds for. */
#include "block_features.h"

#include <stdlib.h>
#include <string.h>

#include "block_hints.h"
#include "html_names.h"
#include "style.h"
#include "tally.h"
#include "text.h"

/* Block columns, then box columns: X(enumerator, name). */
#define BLOCK_COLUMNS(X) \
  X(NODE, "node")             /* row of the nearest block-level element */ \
  X(HIDDEN, "hidden")         /* 1: nothing of it is shown */ \
  X(CHARS, "chars")           /* code points that are no white space */ \
  X(WORDS, "words") \
  X(LINK_CHARS, "link_chars") /* those in links */ \
  X(LINKS, "links")           /* links that it holds or stands in */ \
  X(LINK, "link")             /* row of the link with most of its characters */ \
  X(BREAKS, "breaks")         /* br elements inside */ \
  X(TEXTS, "texts")           /* runs of text that elements part, but for white space */ \
  X(IMAGES, "images")         /* img elements since the block before, and inside */ \
  X(TERMINAL, "terminal")     /* 1: ends as a sentence does, in any script */ \
  X(SENTENCES, "sentences")   /* ends of sentences */ \
  X(COMMAS, "commas") \
  X(DIGITS, "digits") \
  X(UPPER, "upper")           /* ASCII capitals */ \
  X(STRONG, "strong_chars")   /* characters in bold type */ \
  X(LEVEL, "level")           /* 1-6 in a heading */ \
  X(TIME, "time")             /* row of the first time element in or around it */ \
  X(HASH, "hash")             /* of its letters and digits, without case in ASCII */ \
  X(BOX, "box")               /* the smallest box that holds it */ \
  X(OWN_TAGS, "own_tags")     /* tag bits of elements that hold this block and no other */ \
  X(OWN_HINTS, "own_hints") \
  X(INSIDE_TAGS, "inside_tags") /* of elements that hold a part of it */ \
  X(INSIDE_HINTS, "inside_hints") \
  X(CONTEXT_TAGS, "context_tags") /* of all elements around those */ \
  X(CONTEXT_HINTS, "context_hints")
#define BOX_COLUMNS(X) \
  X(PARENT, "box_parent") \
  X(FIRST, "box_first")       /* its first and last block */ \
  X(LAST, "box_last") \
  X(ROW, "box_row")           /* outermost and innermost element */ \
  X(INNER, "box_inner") \
  X(TAGS, "box_tags") \
  X(HINTS, "box_hints") \
  X(ABOVE_TAGS, "box_above_tags") /* of all boxes around */ \
  X(ABOVE_HINTS, "box_above_hints") \
  X(SHAPE, "box_shape")       /* equal for elements of one name and first class */ \
  X(LINK, "box_link")         /* row of the link that wraps it */

enum block_column {
#define X(id, name) BLOCK_##id##_COLUMN,
  BLOCK_COLUMNS(X)
#undef X
  BLOCK_COLUMN_COUNT
};
enum box_column {
#define X(id, name) BOX_##id##_COLUMN,
  BOX_COLUMNS(X)
#undef X
  BOX_COLUMN_COUNT
};

static const char *const column_names[] = {
#define X(id, name) name,
  BLOCK_COLUMNS(X) BOX_COLUMNS(X)
#undef X
};

unsigned block_feature_count(void) { return BLOCK_COLUMN_COUNT + BOX_COLUMN_COUNT; }
const char *block_feature_name(unsigned column) { return column_names[column]; }

unsigned block_feature_number(const char *name) {
  static const uint8_t sizes[] = {
#define X(id, name) sizeof name - 1,
    BLOCK_COLUMNS(X) BOX_COLUMNS(X)
#undef X
  };
  size_t size = strlen(name);
  for (unsigned column = 0; column < block_feature_count(); column++)
    if (sizes[column] == size && column_names[column][0] == name[0] && memcmp(column_names[column], name, size) == 0)
      return column + 1;
  return 0;
}

const uint32_t *block_feature_column(const block_features *f, unsigned column) {
  if (column < BLOCK_COLUMN_COUNT) return f->cells + (size_t)column * f->blocks;
  return f->cells + (size_t)BLOCK_COLUMN_COUNT * f->blocks + (size_t)(column - BLOCK_COLUMN_COUNT) * f->boxes;
}

/* One box's or block's features while they are collected. */
typedef struct box_row { uint32_t cells[BOX_COLUMN_COUNT]; } box_row;
typedef struct line_row { uint32_t cells[BLOCK_COLUMN_COUNT]; } line_row;
ARRAY_OF(box_row, box_list);

typedef struct gatherer {
  const page *page;
  const block_list *blocks;
  line_row *lines;
  box_list boxes;
  hint_memory hints;
  uint32_t at;         /* the first block that ends at or behind the row */
  uint32_t box;        /* the innermost open box, from 1 */
  tally tally;         /* of the block's texts so far */
  uint32_t linked_until; /* rows before it are in a link, of HTML or XML */
  uint32_t link, link_until, link_chars, best_chars; /* the innermost one of HTML */
  uint32_t strong_until, normal_until, level, level_until, time, time_until;
  uint32_t images;
} gatherer;

/* The no-break spaces between two offsets where nothing but white space stands. */
static uint32_t hard_spaces(const page *p, uint32_t start, uint32_t stop) {
  uint32_t count = 0;
  for (uint32_t i = start; i < stop; i++) count += p->text[i] == '\xC2';
  return count;
}

/* Counts what a text node adds to its block; returns its characters, among them the no-break
   spaces at its ends, which in the block are none. */
static uint32_t count_text(gatherer *g, uint32_t row, uint32_t *cells) {
  tally *t = &g->tally;
  uint32_t before = t->chars;
  span all = page_text_range(g->page, row), text = text_trim_node(g->page, row);
  tally_add(t, g->page->text, text);
  cells[BLOCK_CHARS_COLUMN] = t->chars;
  cells[BLOCK_WORDS_COLUMN] = t->words;
  cells[BLOCK_SENTENCES_COLUMN] = t->sentences;
  cells[BLOCK_COMMAS_COLUMN] = t->commas;
  cells[BLOCK_DIGITS_COLUMN] = t->digits;
  cells[BLOCK_UPPER_COLUMN] = t->upper;
  cells[BLOCK_TERMINAL_COLUMN] = t->terminal;
  cells[BLOCK_HASH_COLUMN] = t->hash;
  cells[BLOCK_TEXTS_COLUMN] += t->chars != before;
  uint32_t around = hard_spaces(g->page, all.start, text.start) + hard_spaces(g->page, text.stop, all.stop);
  return t->chars - before + around;
}

/* The block a row stands in, or NULL between blocks. */
static uint32_t *open_line(gatherer *g, uint32_t row) {
  if (g->at >= g->blocks->count || g->blocks->items[g->at].first > row) return NULL;
  return g->lines[g->at].cells;
}

static void begin_line(gatherer *g) {
  uint32_t *cells = g->lines[g->at].cells;
  g->tally = (tally){.hash = TALLY_HASH};
  cells[BLOCK_IMAGES_COLUMN] = g->images;
  g->images = g->best_chars = 0;
  g->link_chars = 0;
}

/* Credits a text's characters to the link it stands in. */
static void credit_link(gatherer *g, uint32_t *cells, uint32_t chars) {
  g->link_chars += chars;
  if (!cells[BLOCK_LINKS_COLUMN]) cells[BLOCK_LINKS_COLUMN] = 1;
  if (g->link_chars <= g->best_chars) return;
  g->best_chars = g->link_chars;
  cells[BLOCK_LINK_COLUMN] = g->link;
}

static void take_text(gatherer *g, uint32_t row) {
  uint32_t *cells = open_line(g, row);
  if (!cells) return;
  if (g->blocks->items[g->at].first == row) begin_line(g);
  uint32_t chars = count_text(g, row, cells);
  if (row < g->linked_until) cells[BLOCK_LINK_CHARS_COLUMN] += chars;
  if (row < g->link_until) credit_link(g, cells, chars);
  if (row < g->strong_until && row >= g->normal_until) cells[BLOCK_STRONG_COLUMN] += chars;
  if (row < g->level_until && !cells[BLOCK_LEVEL_COLUMN]) cells[BLOCK_LEVEL_COLUMN] = g->level;
  if (row < g->time_until && !cells[BLOCK_TIME_COLUMN]) cells[BLOCK_TIME_COLUMN] = g->time;
}

static bool is_link(const page *p, uint32_t row, uint32_t tags) {
  if (tags & TAG_LINK) return true;
  return p->nodes[row].space == SPACE_XML && p->nodes[row].name == NAME_A && page_attribute(p, row, NAME_HREF);
}

/* Bold type, but for what in it is set as normal; and bold type in that. */
static void open_weight(gatherer *g, uint32_t row, uint32_t tags, uint32_t end) {
  type_weight weight = style_weight(g->page, row);
  if (weight == WEIGHT_INHERITED && tags & TAG_STRONG) weight = WEIGHT_BOLD;
  if (weight == WEIGHT_NORMAL && row < g->strong_until) g->normal_until = end;
  if (weight != WEIGHT_BOLD) return;
  if (row < g->normal_until) g->normal_until = row;
  if (end > g->strong_until) g->strong_until = end;
}

/* What holds for all text in an element: links, headings, bold, time. */
static void open_states(gatherer *g, uint32_t row, uint32_t tags) {
  uint32_t end = g->page->nodes[row].end;
  if (is_link(g->page, row, tags) && end > g->linked_until) g->linked_until = end;
  if (tags & TAG_LINK) g->link = row, g->link_until = end, g->link_chars = 0;
  open_weight(g, row, tags, end);
  if (tags & TAG_TIME) g->time = row, g->time_until = end;
  if (tags & TAG_HEADING) {
    g->level = g->page->nodes[row].name - NAME_H1 + 1;
    g->level_until = end;
  }
}

/* The number of blocks before `from` or that end before `end`: those from `from` to it
   lie in the element. They are mostly few, so that the search goes by growing steps. */
static uint32_t blocks_before(const gatherer *g, uint32_t from, uint32_t end) {
  uint32_t low = from, high = g->blocks->count, step = 1;
  while (step <= high - low && g->blocks->items[low + step - 1].last < end) {
    low += step;
    step *= 2;
  }
  if (step < high - low) high = low + step;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (g->blocks->items[middle].last < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

static uint32_t *box_cells(gatherer *g, uint32_t box) { return g->boxes.items[box - 1].cells; }

static void new_box(gatherer *g, uint32_t row, uint32_t first, uint32_t last) {
  box_row *made = box_list_push(&g->boxes);
  if (!made) return;
  uint32_t *cells = made->cells, parent = g->box;
  cells[BOX_PARENT_COLUMN] = parent;
  cells[BOX_FIRST_COLUMN] = first;
  cells[BOX_LAST_COLUMN] = last;
  cells[BOX_ROW_COLUMN] = row;
  cells[BOX_SHAPE_COLUMN] = shape_of(g->page, row);
  if (parent) {
    const uint32_t *around = box_cells(g, parent);
    cells[BOX_ABOVE_TAGS_COLUMN] = around[BOX_ABOVE_TAGS_COLUMN] | around[BOX_TAGS_COLUMN];
    cells[BOX_ABOVE_HINTS_COLUMN] = around[BOX_ABOVE_HINTS_COLUMN] | around[BOX_HINTS_COLUMN];
  }
  g->box = g->boxes.count;
}

/* An element that holds the blocks first .. last (from 1) whole. */
static void take_box(gatherer *g, uint32_t row, uint32_t tags, uint32_t first, uint32_t last) {
  while (g->box && g->page->nodes[box_cells(g, g->box)[BOX_ROW_COLUMN]].end <= row)
    g->box = box_cells(g, g->box)[BOX_PARENT_COLUMN];
  if (!g->box || box_cells(g, g->box)[BOX_FIRST_COLUMN] != first || box_cells(g, g->box)[BOX_LAST_COLUMN] != last)
    new_box(g, row, first, last);
  if (g->boxes.failed) return;
  uint32_t *cells = box_cells(g, g->box);
  cells[BOX_INNER_COLUMN] = row;
  cells[BOX_TAGS_COLUMN] |= tags;
  cells[BOX_HINTS_COLUMN] |= hint_of(&g->hints, g->page, row);
  if (tags & TAG_LINK) cells[BOX_LINK_COLUMN] = row;
}

/* An element without text of its own that says something to the block around or behind it. */
static void take_empty(gatherer *g, uint32_t row, uint32_t tags) {
  uint32_t *cells = open_line(g, row);
  if (page_is_html(g->page, row, NAME_IMG)) {
    if (cells) cells[BLOCK_IMAGES_COLUMN]++;
    else g->images++;
  }
  if (!cells) return;
  if (tags & TAG_BREAK) cells[BLOCK_BREAKS_COLUMN]++;
  cells[BLOCK_INSIDE_TAGS_COLUMN] |= tags;
}

/* An element that holds a part of a block. */
static void take_part(gatherer *g, uint32_t row, uint32_t tags) {
  uint32_t *cells = g->lines[g->at].cells;
  cells[BLOCK_INSIDE_TAGS_COLUMN] |= tags;
  cells[BLOCK_INSIDE_HINTS_COLUMN] |= hint_of(&g->hints, g->page, row);
  cells[BLOCK_LINKS_COLUMN] += (tags & TAG_LINK) != 0;
  if (tags & TAG_TIME && !cells[BLOCK_TIME_COLUMN]) cells[BLOCK_TIME_COLUMN] = row;
}

static void take_element(gatherer *g, uint32_t row) {
  const page_node *n = &g->page->nodes[row];
  uint32_t tags = tag_of(g->page, row), count = g->blocks->count;
  if (row + 1 == n->end || g->at >= count || g->blocks->items[g->at].first >= n->end) {
    take_empty(g, row, tags);
    return;
  }
  uint32_t from = g->at + (g->blocks->items[g->at].first <= row);
  uint32_t to = blocks_before(g, from, n->end);
  if (from < to) take_box(g, row, tags, from + 1, to);
  else take_part(g, row, tags);
  open_states(g, row, tags);
}

/* What a block takes over from its boxes: the smallest, and those around it. */
static void finish_line(gatherer *g, uint32_t i) {
  uint32_t *cells = g->lines[i].cells;
  const block *b = &g->blocks->items[i];
  cells[BLOCK_NODE_COLUMN] = b->node;
  cells[BLOCK_HIDDEN_COLUMN] = b->flags & BLOCK_HIDDEN ? 1 : 0;
  if (!cells[BLOCK_BOX_COLUMN]) return;
  const uint32_t *around = box_cells(g, cells[BLOCK_BOX_COLUMN]);
  bool own = around[BOX_FIRST_COLUMN] == around[BOX_LAST_COLUMN];
  cells[BLOCK_OWN_TAGS_COLUMN] = own ? around[BOX_TAGS_COLUMN] : 0;
  cells[BLOCK_OWN_HINTS_COLUMN] = own ? around[BOX_HINTS_COLUMN] : 0;
  cells[BLOCK_CONTEXT_TAGS_COLUMN] = around[BOX_ABOVE_TAGS_COLUMN] | (own ? 0 : around[BOX_TAGS_COLUMN]);
  cells[BLOCK_CONTEXT_HINTS_COLUMN] = around[BOX_ABOVE_HINTS_COLUMN] | (own ? 0 : around[BOX_HINTS_COLUMN]);
}

/* Blocks that are alone in no box lie in the innermost one around them. Boxes come
   outer before inner, so the last to write is the smallest. */
static void assign_boxes(gatherer *g) {
  uint32_t box = 0;
  for (uint32_t i = 0, next = 1; i < g->blocks->count; i++) {
    while (next <= g->boxes.count && box_cells(g, next)[BOX_FIRST_COLUMN] <= i + 1) box = next++;
    while (box && box_cells(g, box)[BOX_LAST_COLUMN] < i + 1) box = box_cells(g, box)[BOX_PARENT_COLUMN];
    g->lines[i].cells[BLOCK_BOX_COLUMN] = box;
  }
}

static void gather(gatherer *g) {
  for (uint32_t row = 0; row < g->page->node_count && !g->boxes.failed; row++) {
    const page_node *n = &g->page->nodes[row];
    while (g->at < g->blocks->count && g->blocks->items[g->at].last < row) g->at++;
    if (n->kind == NODE_ELEMENT) take_element(g, row);
    else if (n->flags & NODE_PAGE_TEXT) take_text(g, row);
  }
  assign_boxes(g);
  for (uint32_t i = 0; i < g->blocks->count; i++) finish_line(g, i);
}

/* Turns rows of features into columns. */
static bool write_columns(const gatherer *g, block_features *out) {
  size_t blocks = g->blocks->count, boxes = g->boxes.count;
  size_t count = blocks * BLOCK_COLUMN_COUNT + boxes * BOX_COLUMN_COUNT;
  uint32_t *cell = malloc((count + BLOCK_FEATURES_PADDING) * sizeof *cell);
  if (!cell) return false;
  memset(cell + count, 0, BLOCK_FEATURES_PADDING * sizeof *cell);
  *out = (block_features){(uint32_t)blocks, (uint32_t)boxes, cell};
  for (unsigned column = 0; column < BLOCK_COLUMN_COUNT; column++)
    for (size_t i = 0; i < blocks; i++) *cell++ = g->lines[i].cells[column];
  for (unsigned column = 0; column < BOX_COLUMN_COUNT; column++)
    for (size_t i = 0; i < boxes; i++) *cell++ = g->boxes.items[i].cells[column];
  return true;
}

status block_features_find(const page *p, const block_list *blocks, block_features *out) {
  *out = (block_features){0};
  gatherer *g = calloc(1, sizeof *g);
  if (!g) return STATUS_MEMORY;
  g->page = p;
  g->blocks = blocks;
  g->lines = calloc((size_t)blocks->count + 1, sizeof *g->lines);
  if (g->lines) gather(g);
  bool done = g->lines && !g->boxes.failed && write_columns(g, out);
  free(g->boxes.items);
  free(g->lines);
  free(g);
  return done ? STATUS_OK : STATUS_MEMORY;
}

void block_features_free(block_features *f) {
  free(f->cells);
  *f = (block_features){0};
}
