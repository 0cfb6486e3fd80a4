/* fuzz_claim.c: any claims on any page: they settle, every character of the page's
   text is in exactly one atom, and the sheet is written. The bytes before the first
   NUL are claims, four bytes each: what it is and its owner, layer, start, length. */
#include <stdlib.h>

#include "fuzz_page.h"
#include "json.h"
#include "properties.h"
#include "sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CLAIM_BYTES 4
#define CLAIMS_MOST (64 * CLAIM_BYTES)

static const char *const kinds[] = {"story", "entry", "sidebar", "teaser", "comment", "chrome"};
static const char *const tags[] = {"headline", "paragraph", "byline", "list_item"};

static uint32_t word(claims *c, const char *text) {
  return claims_word(c, text, strlen(text));
}

/* The segment among the first `count` claims that the byte chooses. */
static uint32_t owner_of(const claims *c, unsigned byte) {
  uint32_t id = c->list.count ? byte % (c->list.count + 1) : CLAIM_NONE;
  return id < c->list.count && c->list.items[id].type == CLAIM_SEGMENT ? id : CLAIM_NONE;
}

static void add(claims *c, const unsigned char *bytes, uint32_t text_size) {
  claim_type type = (claim_type)(bytes[0] % 4);
  unsigned kind = bytes[0] / 4 % 6;
  uint32_t owner = owner_of(c, bytes[1] / 4);
  if (owner == CLAIM_NONE && (type == CLAIM_PART || type == CLAIM_BODY)) type = CLAIM_SEGMENT;
  uint32_t named = type == CLAIM_PART ? word(c, tags[kind % 4]) : word(c, kinds[kind]);
  uint32_t id = c->list.count;
  claim *x = claims_add(c, type, named, owner);
  if (!x) return;
  x->behaves = (uint8_t)kind;
  x->layer = (uint8_t)(owner == CLAIM_NONE ? bytes[1] % 3 + 1 : c->list.items[owner].layer);
  x->file = word(c, "fuzz.lua");
  x->line = id + 1;
  x->node = PAGE_NONE;
  uint32_t start = (uint32_t)((uint64_t)bytes[2] * text_size / 255);
  uint32_t stop = start + (uint32_t)((uint64_t)bytes[3] * (text_size - start) / 255);
  if (start < stop) claims_add_range(c, id, (span){start, stop});
}

static bool only_space(const page *p, uint32_t start, uint32_t stop) {
  span rest = text_trim(p, (span){start, stop});
  return rest.start == rest.stop;
}

/* Blocks hold all that is to be divided; atoms cover them, once, but for white space. */
static void check_atoms(const division *d) {
  uint32_t next = 0;
  for (uint32_t b = 0; b < d->blocks->count; b++) {
    uint32_t at = d->blocks->items[b].text.start;
    for (; next < d->atoms.count && d->atoms.items[next].block == b; next++) {
      if (d->atoms.items[next].text.start < at || !only_space(d->page, at, d->atoms.items[next].text.start)) break;
      at = d->atoms.items[next].text.stop;
    }
    if (!only_space(d->page, at, d->blocks->items[b].text.stop))
      properties_require((violation){"atoms do not cover a block", d->blocks->items[b].node, at});
  }
  if (next != d->atoms.count) properties_require((violation){"an atom is in no block", 0, 0});
}

static void write_division(const division *d) {
  sheet s;
  buffer out = {0};
  if (sheet_make(&s, d) == STATUS_OK) {
    writer w = json_writer(&out);
    sheet_write(&s, &w);
    if (out.failed) properties_require((violation){"a sheet could not be written", 0, 0});
    sheet_free(&s);
  }
  buffer_free(&out);
}

static void divide(const page *p, claims *c) {
  block_list blocks = {0};
  division d;
  if (blocks_find(p, &blocks) == STATUS_OK && division_make(&d, p, &blocks, c) == STATUS_OK) {
    check_atoms(&d);
    write_division(&d);
    division_free(&d);
  }
  blocks_free(&blocks);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_input in = fuzz_input_of(data, size, CLAIMS_MOST);
  claims c;
  claims_init(&c);
  for (size_t at = 0; in.page && at + CLAIM_BYTES <= in.question_size; at += CLAIM_BYTES)
    add(&c, (const unsigned char *)in.question + at, in.page->text_size);
  if (in.page) divide(in.page, &c);
  claims_free(&c);
  page_free(in.page);
  return 0;
}
