/* selector.c: compiling selectors, and running them over pages. */
#include "selector.h"

#include <stdlib.h>
#include <string.h>

#include "selector_matcher.h"

#define STEPS_BASE UINT64_C(4000000) /* when the caller names no limit */
#define STEPS_A_NODE 256

static void reader_free(selector_reader *r) {
  free(r->branches.items);
  free(r->compounds.items);
  free(r->simples.items);
  free(r->names.items);
  buffer_free(&r->text);
}

/* Copies an array behind what is in the block already. All of them hold 32-bit
   members, so none needs padding; the text comes last. */
static void *put(char **at, const void *items, size_t size) {
  void *copy = *at;
  if (size) memcpy(copy, items, size);
  *at += size;
  return copy;
}

/* All parts in one block, cut to size. */
static selector *pack(const selector_reader *r, uint32_t first) {
  size_t branches = r->branches.count * sizeof(branch), compounds = r->compounds.count * sizeof(compound);
  size_t simples = r->simples.count * sizeof(simple), names = r->names.count * sizeof(text_part);
  selector *s = malloc(sizeof *s + branches + compounds + simples + names + r->text.size);
  if (!s) return NULL;
  char *at = (char *)(s + 1);
  s->branches = put(&at, r->branches.items, branches);
  s->compounds = put(&at, r->compounds.items, compounds);
  s->simples = put(&at, r->simples.items, simples);
  s->names = put(&at, r->names.items, names);
  s->text = put(&at, r->text.data, r->text.size);
  s->first = first;
  s->name_count = r->names.count;
  s->compound_count = r->compounds.count;
  return s;
}

selector *selector_new(const char *text, size_t size, fault *error) {
  selector_reader r = {.css = text, .size = size > SELECTOR_SIZE_MAX ? 0 : (uint32_t)size};
  selector *s = NULL;
  uint32_t first = SELECTOR_NONE;
  if (size > SELECTOR_SIZE_MAX) selector_fail(&r, 0, STATUS_LIMIT, "the selector is too long");
  else if (selector_list(&r, false, &first)) s = pack(&r, first);
  if (!s) selector_fail(&r, r.at, STATUS_MEMORY, "out of memory");
  if (!s && error) *error = r.error;
  reader_free(&r);
  return s;
}

void selector_free(selector *s) {
  free(s);
}

static uint64_t default_steps(const page *p) {
  return STEPS_BASE + (uint64_t)STEPS_A_NODE * p->node_count;
}

/* Whether the page has no element of any type that the branches end in. */
static bool is_hopeless(const matcher *m) {
  for (uint32_t i = m->s->first; i != SELECTOR_NONE; i = m->s->branches[i].next) {
    const need *n = &m->needs[m->s->branches[i].compound];
    if (!n->typed || n->html != PAGE_NONE || n->foreign != PAGE_NONE) return false;
  }
  return true;
}

static bool match_top(matcher *m, uint32_t row) {
  for (uint32_t i = m->s->first; i != SELECTOR_NONE; i = m->s->branches[i].next) {
    const compound *c = &m->s->compounds[m->s->branches[i].compound];
    if (matcher_admits(m, c, row) && match_chain(m, c, row) == OUTCOME_MATCH) return true;
  }
  return false;
}

/* Whether a chunk of rows can hold one that is what a compound asks for. */
static bool chunk_admits(const index_chunk *chunk, const need *n) {
  if (!index_holds(chunk->bits, n->bits)) return false;
  if (!n->typed) return true;
  return (n->html != PAGE_NONE && chunk->names & index_name(n->html)) ||
         (n->foreign != PAGE_NONE && chunk->names & index_name(n->foreign));
}

static bool chunk_may_match(const matcher *m, uint32_t row) {
  const index_chunk *chunk = &m->index->chunks[row / INDEX_CHUNK];
  for (uint32_t i = m->s->first; i != SELECTOR_NONE; i = m->s->branches[i].next) {
    if (chunk_admits(chunk, &m->needs[m->s->branches[i].compound])) return true;
  }
  return false;
}

/* Bits of which an element must have some to be admitted by any branch; false where a branch
   asks for none. */
static bool bits_of_any(const matcher *m, index_bits *any) {
  *any = (index_bits){0, 0};
  for (uint32_t i = m->s->first; i != SELECTOR_NONE; i = m->s->branches[i].next) {
    index_bits bits = m->needs[m->s->branches[i].compound].bits;
    if (!bits.attrs && !bits.words) return false;
    if (bits.words) any->words |= bits.words; /* one kind will do: classes are rarer than attributes */
    else any->attrs |= bits.attrs;
  }
  return true;
}

/* `any` may be NULL: anything will do. */
static bool has_some(index_bits all, const index_bits *any) {
  return !any || (all.attrs & any->attrs) || (all.words & any->words);
}

static bool add_row(matcher *m, uint32_t row, row_list *out) {
  uint32_t *found = row_list_push(out);
  if (found) *found = row;
  else m->failed = STATUS_MEMORY;
  return found != NULL;
}

/* Adds the rows of [row, stop) that match; where the next search begins: behind a template's
   content that begins in them, or UINT32_MAX where it is over. */
static uint32_t find_in(matcher *m, uint32_t row, uint32_t stop, const index_bits *any, bool first, row_list *out) {
  for (; row < stop; row++) {
    uint32_t type = m->index->types[row];
    if (type == INDEX_CONTENT) row = m->p->nodes[row].end - 1; /* another document */
    if (type < INDEX_TYPE || !has_some(m->index->bits[row], any) || !match_top(m, row)) continue;
    if (m->failed != STATUS_OK || !add_row(m, row, out) || first) return UINT32_MAX;
  }
  return row;
}

static void find_all(matcher *m, bool first, row_list *out) {
  index_bits bits;
  const index_bits *any = bits_of_any(m, &bits) ? &bits : NULL;
  for (uint32_t row = m->root + 1; row < m->stop;) {
    uint32_t stop = (row / INDEX_CHUNK + 1) * INDEX_CHUNK;
    if (stop > m->stop) stop = m->stop;
    row = chunk_may_match(m, row) ? find_in(m, row, stop, any, first, out) : stop;
  }
}

/* Whether a selector is one type and nothing else, or "*": `type` is NULL then. */
static bool is_lone_type(const selector *s, const simple **type) {
  const compound *c = &s->compounds[s->branches[s->first].compound];
  if (s->branches[s->first].next != SELECTOR_NONE || c->left != SELECTOR_NONE || c->anchored) return false;
  *type = c->simple == SELECTOR_NONE ? NULL : &s->simples[c->simple];
  return !*type || ((*type)->kind == SIMPLE_TYPE && (*type)->next == SELECTOR_NONE);
}

static uint32_t name_on_page(const selector *s, const page *p, uint32_t name) {
  return page_find_name(p, s->text + s->names[name].start, s->names[name].size);
}

/* Finds the elements of a type, or all where it is NULL: to look at all rows once is cheaper than to make the index. */
static status find_type(const selector *s, const simple *type, const page *p, uint32_t root, bool first,
                        uint64_t *steps, row_list *out) {
  uint32_t html = type ? name_on_page(s, p, type->name.lower) : PAGE_NONE;
  uint32_t foreign = type ? name_on_page(s, p, type->name.exact) : PAGE_NONE;
  if (type && html == PAGE_NONE && foreign == PAGE_NONE) return STATUS_OK;
  for (uint32_t row = root + 1; row < p->nodes[root].end; row++) {
    const page_node *n = &p->nodes[row];
    if (n->kind == NODE_CONTENT) row = n->end - 1; /* another document */
    if (n->kind != NODE_ELEMENT || (type && n->name != (n->space == SPACE_HTML ? html : foreign))) continue;
    if (*steps == 0) return STATUS_LIMIT;
    --*steps;
    uint32_t *found = row_list_push(out);
    if (!found) return STATUS_MEMORY;
    *found = row;
    if (first) break;
  }
  return STATUS_OK;
}

static status find_within(const selector *s, const page *p, uint32_t root, bool first, uint64_t *steps, row_list *out) {
  if (root >= p->node_count) return STATUS_OK;
  const simple *type;
  if (!p->index && is_lone_type(s, &type)) return find_type(s, type, p, root, first, steps, out);
  matcher m;
  if (!matcher_begin(&m, s, p, root, p->nodes[root].end, *steps)) return STATUS_MEMORY;
  if (!is_hopeless(&m)) find_all(&m, first, out);
  *steps = m.steps;
  matcher_end(&m);
  return m.failed;
}

status selector_all(const selector *s, const page *p, uint32_t root, uint64_t steps, row_list *out) {
  if (!steps) steps = default_steps(p);
  return find_within(s, p, root, false, &steps, out);
}

status selector_all_counted(const selector *s, const page *p, uint32_t root, bool first, row_list *out,
                            uint64_t *spent) {
  uint64_t limit = default_steps(p), left = limit;
  status code = find_within(s, p, root, first, &left, out);
  *spent += limit - left;
  return code;
}

bool selector_matches(const selector *s, const page *p, uint32_t root, uint32_t row) {
  if (row >= p->node_count || p->nodes[row].kind != NODE_ELEMENT) return false;
  matcher m;
  if (!matcher_begin(&m, s, p, root, root, default_steps(p))) return false;
  bool matched = match_list(&m, s->first, row) && m.failed == STATUS_OK;
  matcher_end(&m);
  return matched;
}
