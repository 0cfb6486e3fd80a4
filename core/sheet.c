/* sheet.c: settled atoms -> the tree of segments and parts, in reading order. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

typedef struct maker {
  sheet *s;
  const division *d;
  const claims *c;
  uint32_t *item_of;    /* by claim: its item, or CLAIM_NONE */
  uint32_t chrome;      /* the open run of chrome, and the segment it is in */
  uint32_t chrome_in;
  uint32_t block, block_segment, block_part; /* the part made last by default, and for which block */
  uint32_t separator;   /* the word "separator", or CLAIM_NONE */
  uint32_t *textless;   /* parts without text, by anchor */
  uint32_t textless_count, textless_next;
} maker;

static uint32_t new_item(maker *m, const char *word, uint32_t parent) {
  sheet_item *item = sheet_item_list_push(&m->s->items);
  if (!item) return CLAIM_NONE;
  uint32_t id = m->s->items.count - 1;
  *item = (sheet_item){
    .word = word, .parent = parent, .next = CLAIM_NONE, .first = CLAIM_NONE, .last = CLAIM_NONE,
    .claim = CLAIM_NONE, .rule = CLAIM_NONE, .node = PAGE_NONE,
    .ranges = CLAIM_NONE, .last_range = CLAIM_NONE,
  };
  sheet_item *items = m->s->items.items;
  uint32_t *first = parent == CLAIM_NONE ? &m->s->first : &items[parent].first;
  uint32_t *last = parent == CLAIM_NONE ? &m->s->last : &items[parent].last;
  if (*last == CLAIM_NONE) *first = id;
  else items[*last].next = id;
  *last = id;
  return id;
}

/* Neighbouring ranges of one block become one, so that a cut that nobody claimed
   leaves no trace. */
static void add_range(maker *m, uint32_t item, const atom *a) {
  sheet_item *it = &m->s->items.items[item];
  if (it->last_range != CLAIM_NONE) {
    sheet_range *last = &m->s->ranges.items[it->last_range];
    if (last->block == a->block && last->text.stop == a->text.start) {
      last->text.stop = a->text.stop;
      return;
    }
  }
  sheet_range *r = sheet_range_list_push(&m->s->ranges);
  if (!r) return;
  *r = (sheet_range){.next = CLAIM_NONE, .block = a->block, .text = a->text};
  uint32_t added = m->s->ranges.count - 1;
  if (it->last_range == CLAIM_NONE) it->ranges = added;
  else m->s->ranges.items[it->last_range].next = added;
  it->last_range = added;
}

/* -- segments ---------------------------------------------------------------- */

#define NESTING_MAX 512 /* as deep as pages are */

/* A teaser's place among those of its box, counted there. */
static uint32_t next_rank(maker *m, uint32_t parent) {
  if (parent == CLAIM_NONE || m->s->items.items[parent].behaves != AS_SIDEBAR) return 0;
  return ++m->s->items.items[parent].teasers;
}

static uint32_t open_segment(maker *m, uint32_t id, uint32_t parent) {
  const claim *x = &m->c->list.items[id];
  uint32_t rank = x->behaves == AS_TEASER ? next_rank(m, parent) : 0;
  uint32_t item = new_item(m, claims_text(m->c, x->word), parent);
  if (item == CLAIM_NONE) return CLAIM_NONE;
  sheet_item *it = &m->s->items.items[item];
  it->is_segment = true;
  it->behaves = x->behaves;
  it->claim = it->rule = id;
  it->node = x->node;
  it->rank = rank;
  return m->item_of[id] = item;
}

/* The item of a segment claim, made with all around it when first met. */
static uint32_t segment_item(maker *m, uint32_t id) {
  uint32_t chain[NESTING_MAX];
  size_t depth = 0;
  for (; id != CLAIM_NONE && m->item_of[id] == CLAIM_NONE && depth < NESTING_MAX; id = m->d->parent[id])
    chain[depth++] = id;
  uint32_t item = id == CLAIM_NONE ? CLAIM_NONE : m->item_of[id];
  while (depth) item = open_segment(m, chain[--depth], item);
  return item;
}

/* -- parts -------------------------------------------------------------------- */

static uint32_t claimed_part(maker *m, uint32_t id, uint32_t segment) {
  if (m->item_of[id] != CLAIM_NONE) return m->item_of[id];
  uint32_t item = new_item(m, claims_text(m->c, m->c->list.items[id].word), segment_item(m, segment));
  if (item == CLAIM_NONE) return CLAIM_NONE;
  m->s->items.items[item].claim = m->s->items.items[item].rule = id;
  m->s->items.items[item].node = m->c->list.items[id].node;
  return m->item_of[id] = item;
}

/* The element's part in the segment, if it is there already. Looks back a bounded
   way: an element's blocks are neighbours but for what was cut out of them. */
static uint32_t known_element(const maker *m, uint32_t parent, uint32_t element) {
  uint32_t count = m->s->items.count;
  for (uint32_t back = 1; back <= count && back <= 256; back++) {
    const sheet_item *it = &m->s->items.items[count - back];
    if (!it->is_segment && it->parent == parent && it->node == element) return count - back;
  }
  return CLAIM_NONE;
}

static uint32_t default_part(maker *m, const atom *a) {
  const claim *body = &m->c->list.items[a->part];
  uint32_t element, parent = segment_item(m, a->segment);
  const char *tag = default_tag(m->d->page, &m->d->blocks->items[a->block], body->hull, &element);
  uint32_t item = element != PAGE_NONE ? known_element(m, parent, element)
    : m->block == a->block && m->block_segment == a->segment ? m->block_part : CLAIM_NONE;
  if (item == CLAIM_NONE) item = new_item(m, tag, parent);
  if (item == CLAIM_NONE) return CLAIM_NONE;
  m->s->items.items[item].rule = a->part;
  m->s->items.items[item].node = element;
  if (element == PAGE_NONE) {
    m->block = a->block;
    m->block_segment = a->segment;
    m->block_part = item;
  }
  return item;
}

/* -- chrome ---------------------------------------------------------------------- */

static uint32_t chrome_run(maker *m, const atom *a) {
  uint32_t parent = a->segment == CLAIM_NONE ? CLAIM_NONE : segment_item(m, a->segment);
  if (m->chrome != CLAIM_NONE && m->chrome_in == parent) return m->chrome;
  uint32_t item = new_item(m, "chrome", parent);
  if (item == CLAIM_NONE) return CLAIM_NONE;
  m->s->items.items[item].is_segment = true;
  m->s->items.items[item].behaves = AS_CHROME;
  m->s->items.items[item].rule = a->chrome;
  m->chrome = item;
  m->chrome_in = parent;
  return item;
}

static uint32_t chrome_part(maker *m, const atom *a) {
  uint32_t run = chrome_run(m, a);
  if (run == CLAIM_NONE) return CLAIM_NONE;
  uint32_t last = m->s->items.items[run].last;
  if (last != CLAIM_NONE && m->s->ranges.items[m->s->items.items[last].last_range].block == a->block) return last;
  bool hidden = m->d->blocks->items[a->block].flags & BLOCK_HIDDEN;
  uint32_t item = new_item(m, hidden ? "hidden" : "text", run);
  if (item != CLAIM_NONE) m->s->items.items[item].rule = a->chrome;
  return item;
}

/* -- parts without text ------------------------------------------------------------ */

static bool is_textless(const maker *m, uint32_t id) {
  const claim *x = &m->c->list.items[id];
  return x->type == CLAIM_PART && x->size == 0 && (x->has_value || x->node != PAGE_NONE) &&
         m->d->home[id] != CLAIM_NONE;
}

typedef struct anchored {
  uint32_t anchor, id;
} anchored;

static int by_anchor(const void *a, const void *b) {
  const anchored *x = a, *y = b;
  if (x->anchor != y->anchor) return x->anchor < y->anchor ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static status gather_textless(maker *m) {
  anchored *found = malloc(((size_t)m->c->list.count + 1) * sizeof *found);
  m->textless = malloc(((size_t)m->c->list.count + 1) * sizeof *m->textless);
  if (found && m->textless) {
    for (uint32_t id = 0; id < m->c->list.count; id++)
      if (is_textless(m, id)) found[m->textless_count++] = (anchored){m->c->list.items[id].anchor, id};
    qsort(found, m->textless_count, sizeof *found, by_anchor);
    for (uint32_t i = 0; i < m->textless_count; i++) m->textless[i] = found[i].id;
  }
  status s = found && m->textless ? STATUS_OK : STATUS_MEMORY;
  free(found);
  return s;
}

static void place_textless(maker *m, uint32_t before) {
  for (; m->textless_next < m->textless_count; m->textless_next++) {
    uint32_t id = m->textless[m->textless_next];
    if (m->c->list.items[id].anchor > before) return;
    claimed_part(m, id, m->d->home[id]);
  }
}

/* -- the whole ------------------------------------------------------------------------ */

static bool is_separator(const maker *m, const atom *a) {
  return a->part != CLAIM_NONE && m->c->list.items[a->part].word == m->separator;
}

static void place_atom(maker *m, const atom *a) {
  uint32_t item;
  if (is_separator(m, a)) return;
  bool claimed = a->part != CLAIM_NONE && a->chrome == CLAIM_NONE;
  if (!claimed) item = chrome_part(m, a);
  else if (m->c->list.items[a->part].type == CLAIM_BODY) item = default_part(m, a);
  else item = claimed_part(m, a->part, a->segment);
  if (claimed) m->chrome = CLAIM_NONE;
  if (item != CLAIM_NONE) add_range(m, item, a);
}

static status place_all(maker *m) {
  for (uint32_t a = 0; a < m->d->atoms.count; a++) {
    place_textless(m, m->d->atoms.items[a].text.start);
    place_atom(m, &m->d->atoms.items[a]);
  }
  place_textless(m, UINT32_MAX);
  return m->s->items.failed || m->s->ranges.failed ? STATUS_MEMORY : STATUS_OK;
}

status sheet_make(sheet *s, const division *d) {
  *s = (sheet){.division = d, .first = CLAIM_NONE, .last = CLAIM_NONE};
  size_t n = (size_t)d->claims->list.count + 1;
  maker m = {.s = s, .d = d, .c = d->claims, .chrome = CLAIM_NONE, .chrome_in = CLAIM_NONE,
             .separator = claims_find_word(d->claims, "separator", strlen("separator")),
             .block = UINT32_MAX, .item_of = malloc(n * sizeof(uint32_t))};
  status result = m.item_of ? gather_textless(&m) : STATUS_MEMORY;
  if (result == STATUS_OK) {
    memset(m.item_of, 0xFF, n * sizeof(uint32_t));
    result = place_all(&m);
  }
  free(m.item_of);
  free(m.textless);
  return result;
}

void sheet_free(sheet *s) {
  free(s->items.items);
  free(s->ranges.items);
  free(s->spans.items);
  free(s->gathered.items);
  buffer_free(&s->text);
  buffer_free(&s->origin);
  *s = (sheet){0};
}
