/* text.c: ranges of page text -> what is read there, and the bytes it stands in.
   Text nodes are found by binary search over the rows, whose text ranges begin in
   ascending order. */
#include "text.h"

#include <string.h>

#include "sixteen_bytes.h"
#include "html_names.h"

/* The last row that begins at or before a text offset: the text node around it,
   where there is one. */
static uint32_t row_at(const page *p, uint32_t offset) {
  uint32_t low = 0, high = p->node_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (p->nodes[middle].text <= offset) low = middle;
    else high = middle;
  }
  return low;
}

uint32_t text_row_near(const page *p, uint32_t low, uint32_t offset) {
  uint32_t step = 4;
  if (low == 0) return row_at(p, offset);
  if (low + 1 == p->node_count || p->nodes[low + 1].text > offset) return low; /* mostly so */
  while (step < p->node_count - low && p->nodes[low + step].text <= offset) {
    low += step;
    step *= 2;
  }
  uint32_t high = step < p->node_count - low ? low + step : p->node_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (p->nodes[middle].text <= offset) low = middle;
    else high = middle;
  }
  return low;
}

static bool is_page_text(const page_node *n) {
  return n->kind == NODE_TEXT && (n->flags & NODE_PAGE_TEXT) != 0;
}

/* The part of a text node that lies in a range. */
static span clip(span range, span by) {
  span s = { range.start > by.start ? range.start : by.start,
             range.stop < by.stop ? range.stop : by.stop };
  if (s.stop < s.start) s.stop = s.start;
  return s;
}

/* Bytes of white space at the front of text, U+00A0 included. */
static uint32_t space_front(const char *t, uint32_t at, uint32_t stop) {
  if (text_is_space(t[at])) return 1;
  return stop - at >= 2 && t[at] == '\xC2' && t[at + 1] == '\xA0' ? 2 : 0;
}

static uint32_t space_back(const char *t, uint32_t start, uint32_t at) {
  if (text_is_space(t[at - 1])) return 1;
  return at - start >= 2 && t[at - 2] == '\xC2' && t[at - 1] == '\xA0' ? 2 : 0;
}

static uint32_t trim_front(const page *p, uint32_t near, span range) {
  for (uint32_t row = text_row_near(p, near, range.start); row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->text >= range.stop) break;
    if (!is_page_text(n)) continue;
    span s = clip(range, page_text_range(p, row));
    for (uint32_t step = 1; s.start < s.stop; s.start += step) {
      step = space_front(p->text, s.start, s.stop);
      if (!step) return s.start;
    }
  }
  return range.stop;
}

static uint32_t trim_back(const page *p, uint32_t near, span range) {
  for (uint32_t row = text_row_near(p, near, range.stop - 1) + 1; row-- > 0;) {
    const page_node *n = &p->nodes[row];
    if (n->kind == NODE_TEXT && page_text_range(p, row).stop <= range.start) break;
    if (!is_page_text(n)) continue;
    span s = clip(range, page_text_range(p, row));
    for (uint32_t step = 1; s.start < s.stop; s.stop -= step) {
      step = space_back(p->text, s.start, s.stop);
      if (!step) return s.stop;
    }
  }
  return range.start;
}

/* Whether all of a range lies in one text node of the page's text, which begins at or before it. */
static bool is_in_node(const page *p, uint32_t row, span range) {
  return is_page_text(&p->nodes[row]) && range.stop <= page_text_range(p, row).stop;
}

/* The range without white space at its ends; all of it is in one node. */
static span trim_within(const char *t, span s) {
  for (uint32_t step; s.start < s.stop && (step = space_front(t, s.start, s.stop)); s.start += step) {}
  for (uint32_t step; s.start < s.stop && (step = space_back(t, s.start, s.stop)); s.stop -= step) {}
  return s;
}

span text_trim_near(const page *p, uint32_t near, span range) {
  if (range.start >= range.stop) return (span){range.start, range.start};
  near = text_row_near(p, near, range.start);
  if (is_in_node(p, near, range)) return trim_within(p->text, range); /* mostly so */
  uint32_t start = trim_front(p, near, range);
  if (start >= range.stop) return (span){range.stop, range.stop};
  return (span){start, trim_back(p, near, (span){start, range.stop})};
}

span text_trim(const page *p, span range) {
  return text_trim_near(p, 0, range);
}

/* Behind the spaces of an indent, eight at a time. */
static uint32_t past_indent(const char *t, uint32_t at, uint32_t stop) {
  while (stop - at >= 8 && memcmp(t + at, "        ", 8) == 0) at += 8;
  return at;
}

span text_trim_node(const page *p, uint32_t row) {
  span s = page_text_range(p, row);
  for (uint32_t step; s.start < s.stop && (step = space_front(p->text, s.start, s.stop));)
    s.start = past_indent(p->text, s.start + step, s.stop);
  for (uint32_t step; s.start < s.stop && (step = space_back(p->text, s.start, s.stop)); s.stop -= step) {}
  return s;
}

/* True for elements whose text is no page text: they are passed over whole. */
static bool is_silent(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT) return n->kind == NODE_CONTENT;
  if (n->space != SPACE_HTML) return n->space != SPACE_XML;
  switch (n->name) {
    case NAME_SCRIPT: case NAME_STYLE: case NAME_NOSCRIPT: case NAME_TEMPLATE: case NAME_IFRAME:
    case NAME_OBJECT: case NAME_SELECT: case NAME_DATALIST: case NAME_TEXTAREA: return true;
    default: return false;
  }
}

/* Whether a line ends between text node `a` and the later row `b`: a block that
   holds only one of them, or that stands between them, or a br. */
static bool line_between(const page *p, uint32_t a, uint32_t b) {
  for (uint32_t up = p->nodes[a].parent; up != PAGE_NONE && p->nodes[up].end <= b; up = p->nodes[up].parent)
    if (text_is_block(p, up)) return true;
  for (uint32_t row = a + 1; row < b;) {
    if (text_is_block(p, row) || page_is_html(p, row, NAME_BR)) return true;
    row = is_silent(p, row) && p->nodes[row].end <= b ? p->nodes[row].end : row + 1;
  }
  return false;
}

/* How the reader of text stands: what separator is owed before the next character. */
typedef struct reader {
  const page *page;
  buffer *out;
  uint32_t last;  /* the text node before, or PAGE_NONE */
  char owed;      /* 0, ' ' or '\n' */
  bool preserve;
} reader;

/* Whether a text node is a reading that stands by the words of a ruby. */
static bool is_reading(const page *p, uint32_t row) {
  uint32_t up = p->nodes[row].parent;
  return up != PAGE_NONE && (page_is_html(p, up, NAME_RT) || page_is_html(p, up, NAME_RP));
}

/* What separates a range from the one read before it: nothing but a line's end
   where the range begins a line, nothing where only readings part them, else a space. */
static char separator(const page *p, uint32_t row, uint32_t start) {
  const char *t = p->text;
  bool read = false, spaced = start > p->nodes[row].text || is_reading(p, row);
  while (start > p->nodes[row].text && text_is_space(t[start - 1])) start--;
  if (start > p->nodes[row].text) return ' ';
  for (uint32_t back = row; back-- > 0;) {
    const page_node *n = &p->nodes[back];
    span range = page_text_range(p, back);
    if (is_page_text(n) && text_trim(p, range).start < range.stop) {
      bool reading = is_reading(p, back);
      spaced = spaced || text_is_space(t[range.stop - 1]);
      if (reading && !spaced) {
        read = true;
        continue;
      }
      return line_between(p, back, row) ? '\n' : read && !spaced ? 0 : ' ';
    }
    spaced = spaced || (is_page_text(n) && range.start < range.stop);
    if (text_is_block(p, back)) return '\n';
  }
  return '\n';
}

/* Whether sixteen bytes are words with one space between them, and none before the byte that follows but one
   behind which a word goes on. */
static bool are_words(const char *t) {
  sixteen_bytes bytes = sixteen_load(t), next = sixteen_load(t + 1);
  sixteen_bytes before_space = sixteen_below(next, ' ') | sixteen_equal(next, ' ');
  return sixteen_none(sixteen_below(bytes, ' ') | (sixteen_equal(bytes, ' ') & before_space));
}

/* Where words end that begin at `at` and have one space, and no other white space, between them. */
static uint32_t words_end(const char *t, uint32_t at, uint32_t stop) {
  while (stop - at > SIXTEEN_BYTES && are_words(t + at)) at += SIXTEEN_BYTES;
  for (; at < stop; at++)
    if (text_is_space(t[at]) && (t[at] != ' ' || at + 1 == stop || text_is_space(t[at + 1]))) break;
  return at;
}

/* Reads a part of a text node: its white space is owed until something follows. */
static void read_run(reader *r, span s) {
  const char *t = r->page->text;
  for (uint32_t i = s.start; i < s.stop;) {
    uint32_t from = i;
    if (r->preserve) i = s.stop;
    else if (!text_is_space(t[i])) i = words_end(t, i, s.stop);
    if (i > from) {
      if (r->owed && r->out->size) buffer_byte(r->out, r->owed);
      r->owed = 0;
      buffer_append(r->out, t + from, i - from);
    }
    if (i < s.stop && !r->owed) r->owed = ' ';
    while (i < s.stop && text_is_space(t[i])) i++;
  }
}

void text_read(const page *p, span range, bool preserve, buffer *out) {
  text_read_near(p, 0, range, preserve, out);
}

void text_read_near(const page *p, uint32_t near, span range, bool preserve, buffer *out) {
  reader r = {p, out, PAGE_NONE, 0, preserve};
  range = text_trim_near(p, near, range);
  if (range.start >= range.stop) return;
  for (uint32_t row = text_row_near(p, near, range.start); row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->text >= range.stop) break;
    if (!is_page_text(n) || page_text_range(p, row).stop <= range.start) continue;
    if (r.last != PAGE_NONE && line_between(p, r.last, row)) r.owed = '\n';
    if (r.last == PAGE_NONE && out->size) r.owed = separator(p, row, range.start);
    r.last = row;
    read_run(&r, clip(range, page_text_range(p, row)));
  }
}

const char *text_read_as_is(const page *p, uint32_t near, span range, size_t *size) {
  if (range.start >= range.stop) return NULL;
  near = text_row_near(p, near, range.start);
  if (!is_in_node(p, near, range)) return NULL;
  range = trim_within(p->text, range);
  if (words_end(p->text, range.start, range.stop) < range.stop) return NULL;
  *size = range.stop - range.start;
  return p->text + range.start;
}

/* A run of adjacent bytes that is being collected. */
typedef struct run {
  span markup;     /* from its first to its last character that is no white space */
  uint32_t stop;   /* where the last piece ended in the markup */
  bool open;       /* it has such characters */
  bool cut;        /* a range may begin or end within one of them */
} run;

static void run_close(const page *p, run *r, span_list *out) {
  if (r->open) {
    span *s = span_list_push(out);
    if (s) *s = r->cut ? source_span(p->source, r->markup) : source_span_whole(p->source, r->markup);
  }
  r->open = r->cut = false;
}

static void run_take(run *r, span markup) {
  if (!r->open) r->markup.start = markup.start;
  r->markup.stop = markup.stop;
  r->open = true;
}

/* Whether an offset of the text lies within a character. */
static bool is_within(const page *p, uint32_t text) {
  return text < p->text_size && ((unsigned char)p->text[text] & 0xC0) == 0x80;
}

/* Adds a verbatim stretch: `text` characters that stand at `markup` byte by byte. */
static void run_verbatim(const page *p, run *r, span text, uint32_t markup) {
  span s = text;
  while (s.start < s.stop && text_is_space(p->text[s.start])) s.start++;
  while (s.stop > s.start && text_is_space(p->text[s.stop - 1])) s.stop--;
  if (s.start == s.stop) return;
  r->cut = r->cut || is_within(p, s.start) || is_within(p, s.stop);
  run_take(r, (span){markup + (s.start - text.start), markup + (s.stop - text.start)});
}

/* Adds the part of a piece that lies in `range`. A substituted piece is taken
   whole by the range it begins in. */
static void run_piece(const page *p, run *r, const piece_view *piece, span range, span_list *out) {
  span text = clip(range, piece->text);
  uint32_t skipped = text.start - piece->text.start;
  if (text.start == text.stop || (!piece->verbatim && skipped)) return;
  uint32_t start = piece->markup.start + (piece->verbatim ? skipped : 0);
  if (start != r->stop) run_close(p, r, out);
  if (piece->verbatim) {
    run_verbatim(p, r, text, start);
    r->stop = start + (text.stop - text.start);
    return;
  }
  if (!text_is_space(p->text[piece->text.start])) run_take(r, piece->markup);
  r->stop = piece->markup.stop;
}

void text_spans(const page *p, span range, span_list *out) {
  text_spans_near(p, 0, range, out);
}

/* The spans of a range that lies in one node, which is one verbatim piece. */
static void spans_within(const page *p, uint32_t row, span range, span_list *out) {
  run r = {{0, 0}, UINT32_MAX, false, false};
  const page_node *n = &p->nodes[row];
  run_verbatim(p, &r, range, n->extent.start + (range.start - n->text));
  run_close(p, &r, out);
}

void text_spans_near(const page *p, uint32_t near, span range, span_list *out) {
  run r = {{0, 0}, UINT32_MAX, false, false};
  if (range.start >= range.stop) return;
  near = text_row_near(p, near, range.start);
  if (p->nodes[near].attr == PAGE_NONE && is_in_node(p, near, range)) { /* mostly so */
    spans_within(p, near, range, out);
    return;
  }
  for (uint32_t row = near; row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->text >= range.stop) break;
    if (!is_page_text(n)) continue;
    span s = clip(range, page_text_range(p, row));
    if (s.start == s.stop) continue;
    for (uint32_t i = page_piece_at(p, row, s.start); s.start < s.stop; i++) {
      piece_view piece = page_piece(p, row, i);
      run_piece(p, &r, &piece, s, out);
      s.start = piece.text.stop;
    }
  }
  run_close(p, &r, out);
}

bool text_is_block(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT) return false;
  if (n->space != SPACE_HTML) return n->space == SPACE_XML && !(n->flags & NODE_INLINE);
  switch (n->name) {
    case NAME_ADDRESS: case NAME_ARTICLE: case NAME_ASIDE: case NAME_BLOCKQUOTE: case NAME_BODY:
    case NAME_CAPTION: case NAME_CENTER: case NAME_COL: case NAME_COLGROUP: case NAME_DD:
    case NAME_DETAILS: case NAME_DIALOG: case NAME_DIR: case NAME_DIV: case NAME_DL: case NAME_DT:
    case NAME_FIELDSET: case NAME_FIGCAPTION: case NAME_FIGURE: case NAME_FOOTER: case NAME_FORM:
    case NAME_FRAMESET: case NAME_H1: case NAME_H2: case NAME_H3: case NAME_H4: case NAME_H5:
    case NAME_H6: case NAME_HEADER: case NAME_HGROUP: case NAME_HR: case NAME_HTML:
    case NAME_LEGEND: case NAME_LI: case NAME_LISTING: case NAME_MAIN: case NAME_MENU:
    case NAME_NAV: case NAME_OL: case NAME_P: case NAME_PLAINTEXT: case NAME_PRE:
    case NAME_SEARCH: case NAME_SECTION: case NAME_SUMMARY: case NAME_TABLE: case NAME_TBODY:
    case NAME_TD: case NAME_TFOOT: case NAME_TH: case NAME_THEAD: case NAME_TR: case NAME_UL:
    case NAME_XMP: return true;
    default: return false;
  }
}
