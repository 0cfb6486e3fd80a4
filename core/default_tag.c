/* default_tag.c: what an element is in running text, where no rule says more. */
#include "sheet.h"

typedef struct element_default {
  uint32_t name;
  const char *tag;
  bool whole; /* all blocks of the element are one part */
} element_default;

static const element_default defaults[] = {
  {NAME_BLOCKQUOTE, "blockquote", true}, {NAME_LI, "list_item", true},
  {NAME_DD, "list_item", true},          {NAME_DT, "list_item", true},
  {NAME_PRE, "preformatted", true},      {NAME_FIGCAPTION, "caption", true},
  {NAME_TD, "table", true},              {NAME_TH, "table", true},
  {NAME_CAPTION, "table", true},         {NAME_H1, "crosshead", false},
  {NAME_H2, "crosshead", false},         {NAME_H3, "crosshead", false},
  {NAME_H4, "crosshead", false},         {NAME_H5, "crosshead", false},
  {NAME_H6, "crosshead", false},
};

static const element_default *default_of(const page *p, uint32_t row) {
  for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
    if (page_is_named(p, row, defaults[i].name)) return &defaults[i];
  return NULL;
}

static uint32_t enclosing(const page *p, uint32_t row, uint32_t name) {
  while (row != PAGE_NONE && !page_is_named(p, row, name)) row = p->nodes[row].parent;
  return row;
}

static bool within(const page *p, uint32_t row, span region) {
  span text = page_text_range(p, row);
  return text.start >= region.start && text.stop <= region.stop;
}

const char *default_tag(const page *p, const block *b, span region, uint32_t *element) {
  *element = PAGE_NONE;
  bool in_paragraph = false;
  for (uint32_t row = b->node; row != PAGE_NONE && within(p, row, region); row = p->nodes[row].parent) {
    const element_default *d = default_of(p, row);
    in_paragraph = in_paragraph || page_is_named(p, row, NAME_P);
    if (!d) continue;
    bool cell = d->tag[0] == 't';
    if (cell && in_paragraph) break; /* tables that lay out text, not data */
    uint32_t whole = cell ? enclosing(p, row, NAME_TABLE) : row;
    if (whole == PAGE_NONE || !within(p, whole, region)) break;
    if (d->whole) *element = whole;
    return d->tag;
  }
  return "paragraph";
}
