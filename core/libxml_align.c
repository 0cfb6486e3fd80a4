/* libxml_align.c: the text that libxml2 tells of, laid against the markup: which bytes
   stand for themselves, which are references or line ends, which libxml2 dropped. A
   position that libxml2 gives only says how far it may have dropped something: what it
   calls text is found by its bytes. */
#include <string.h>

#include "html_references.h"
#include "libxml_compat.h"
#include "libxml_follow.h"

#define PART_LEAST 256u /* bytes of the parts that libxml2 hands out of a long text, at least */

/* One call's text: `at` in the markup, `i` in the text. */
typedef struct aligner {
  follower *f;
  const char *text;
  uint32_t size, i, at, position;
  bool placed; /* libxml2 says where it begins */
  builder_run *run;
} aligner;

static void substitute(aligner *a, uint32_t size, uint32_t markup) {
  page_builder_run(&a->f->builder, a->run, a->text + a->i, size, (span){a->at, a->at + markup}, false);
  a->i += size;
  a->at += markup;
}

static bool text_is(const aligner *a, const char *bytes, size_t size) {
  return a->size - a->i >= size && !memcmp(a->text + a->i, bytes, size);
}

/* The bytes of the character that begins so. */
static uint32_t character_size(unsigned char first) {
  return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* The size of the reference at `at`, or 0; and the characters it stands for. */
static uint32_t reference_at(const follower *f, uint32_t at, char value[HTML_REFERENCE_MAX], size_t *value_size) {
  const char *text = f->bytes + at;
  uint32_t size = (uint32_t)html_reference(text, f->bytes + f->size, false, value, value_size);
  if (size && text[1] != '#' && text[size - 1] != ';' && (f->xml || !LIBXML_STANDARD_HTML)) return 0;
  return size;
}

/* A numeric reference below 160 means a character of windows-1252 to a browser; to
   libxml2 it is the number. */
static bool is_control(const aligner *a, uint32_t size, const char *markup) {
  bool two = a->size - a->i >= 2 && a->text[a->i] == '\xC2' && (unsigned char)a->text[a->i + 1] < 0xA0;
  return size > 3 && markup[1] == '#' && two;
}

/* A reference that the text has the characters of. Text that goes on like the
   reference itself is no such thing: "&" was not read as the beginning of one. */
static bool take_reference(aligner *a) {
  const char *markup = a->f->bytes + a->at;
  char value[HTML_REFERENCE_MAX];
  size_t value_size = 0;
  uint32_t size = reference_at(a->f, a->at, value, &value_size);
  if (!size || text_is(a, markup, size)) return false;
  if (!text_is(a, value, value_size)) {
    if (!is_control(a, size, markup)) return false;
    value_size = 2;
  }
  substitute(a, (uint32_t)value_size, size);
  return true;
}

static bool take_line_end(aligner *a) {
  const char *markup = a->f->bytes + a->at;
  if (a->text[a->i] != '\n' || *markup != '\r') return false;
  substitute(a, 1, a->at + 1 < a->f->size && markup[1] == '\n' ? 2 : 1);
  return true;
}

/* libxml2 read a space where there is a NUL. */
static bool take_nul(aligner *a) {
  if (!a->f->copy || a->f->source->text[a->at] || a->text[a->i] != ' ') return false;
  page_builder_run(&a->f->builder, a->run, "\xEF\xBF\xBD", 3, (span){a->at, a->at + 1}, false);
  a->i++;
  a->at++;
  return true;
}

/* The bytes that text and markup share from here on, whole characters. */
static bool take_verbatim(aligner *a, bool raw) {
  const char *markup = a->f->source->text + a->at, *text = a->text + a->i;
  uint32_t most = a->size - a->i, n = 0;
  if (most > a->f->size - a->at) most = a->f->size - a->at;
  while (n < most && markup[n] == text[n] && (n == 0 || raw || markup[n] != '&')) n++;
  while (n && n < a->size - a->i && ((unsigned char)text[n] & 0xC0) == 0x80) n--;
  if (!n) return false;
  page_builder_run(&a->f->builder, a->run, text, n, (span){a->at, a->at + n}, true);
  a->i += n;
  a->at += n;
  return true;
}

/* A "<" that begins nothing is text that libxml2 stumbled over. */
static bool is_stray(const follower *f, uint32_t at) {
  return f->xml && f->bytes[at] == '<' && follow_markup_stop(f, at, f->size) == at + 1;
}

/* Behind dropped markup; of a tag that libxml2 gave up in the middle, only what makes it
   one is no text. */
static uint32_t dropped_markup_stop(const follower *f, uint32_t at, uint32_t position) {
  uint32_t stop = follow_markup_stop(f, at, position);
  if (stop < position || f->bytes[stop - 1] == '>') return stop;
  return at + (f->bytes[at + 1] == '/' ? 2 : 1);
}

/* Passes over what libxml2 dropped: a tag, a reference, a character. In XML text is kept. */
static void pass(aligner *a) {
  follower *f = a->f;
  char value[HTML_REFERENCE_MAX];
  size_t value_size = 0;
  uint32_t size = f->bytes[a->at] == '&' ? reference_at(f, a->at, value, &value_size) : 0;
  if (f->bytes[a->at] == '<' && !is_stray(f, a->at)) {
    a->at = dropped_markup_stop(f, a->at, a->position);
  } else if (size) {
    if (f->xml) page_builder_run(&f->builder, a->run, value, (uint32_t)value_size, (span){a->at, a->at + size}, false);
    a->at += size;
  } else {
    size = character_size((unsigned char)f->bytes[a->at]);
    if (f->xml) page_builder_run(&f->builder, a->run, f->source->text + a->at, size, (span){a->at, a->at + size}, true);
    a->at += size;
  }
  if (!f->xml && a->at > a->position) a->at = a->position;
}

/* Text that stands nowhere. It is told of, and not in the page: there it would have no
   bytes. */
static void take_lost(aligner *a) {
  page_builder_notice(&a->f->builder, "text-unplaced", a->at);
  a->i = a->size;
}

/* Text that does not begin where the last token ended mostly ends where libxml2 stands,
   or, where it hands out a long text in parts, a character later. */
static void skip_ahead(aligner *a) {
  uint32_t last = 1;
  while (last < a->size && last < 4 && ((unsigned char)a->text[a->size - last] & 0xC0) == 0x80) last++;
  for (uint32_t more = 0; more == 0 || (more == last && a->size >= PART_LEAST); more += last) {
    uint32_t stop = a->position + more;
    if (stop > a->f->size || stop < a->size || stop - a->size <= a->at) continue;
    if (memcmp(a->f->source->text + (stop - a->size), a->text, a->size)) continue;
    a->at = stop - a->size;
    return;
  }
}

static void align(aligner *a, bool raw) {
  uint32_t first = a->size < 16 ? a->size : 16;
  bool begins = a->f->size - a->at >= first && !memcmp(a->f->bytes + a->at, a->text, first);
  if (!a->f->xml && !begins && !a->placed) skip_ahead(a);

  while (a->i < a->size && !a->f->builder.failed) {
    bool inside = a->at < a->f->size;
    if (inside && !raw && a->f->bytes[a->at] == '&' && take_reference(a)) continue;
    if (inside && (take_line_end(a) || take_nul(a) || take_verbatim(a, raw))) continue;
    if (inside && a->at < a->position) pass(a);
    else take_lost(a);
  }
}

/* A run becomes text of the innermost element, or is held. */
static void put(follower *f, builder_run *run, bool raw) {
  uint32_t node = page_builder_text(&f->builder, (builder_place){follow_current(f), PAGE_NONE}, run);
  if (node && raw) f->builder.nodes.items[node].flags |= NODE_RAW_TEXT;
}

void follow_release(follower *f) {
  f->holding = false;
  if (f->held.text.start < f->held.text.stop) put(f, &f->held, false);
  f->held = (builder_run){{0, 0}, {0, 0}};
}

void follow_text(follower *f, const char *text, uint32_t size, uint32_t position, bool raw) {
  builder_run run = {{0, 0}, {0, 0}};
  aligner a = {.f = f, .text = text, .size = size, .at = f->last, .position = position,
               .run = f->holding ? &f->held : &run};
  /* Text that libxml2 hands out where it stands needs no search. */
  uintptr_t offset = (uintptr_t)text - (uintptr_t)f->bytes;
  if (offset < f->size && offset >= a.at) {
    /* The newer ones pass over the first of two bytes that end a line. */
    if (!f->xml && offset > a.at && *text == '\n' && f->bytes[offset - 1] == '\r') offset--;
    if (f->xml && !raw) follow_gap(f, (uint32_t)offset);
    a.at = (uint32_t)offset;
    a.placed = true;
  }
  /* A "<" that begins no tag is told of before it is passed over. */
  bool stray = size == 1 && *text == '<' && position < f->size && f->bytes[position] == '<';
  if (stray && position > a.at) a.at = position;
  align(&a, raw);
  f->last = a.at;
  if (!f->holding) put(f, &run, raw && !f->xml);
}

/* A reference that libxml2 could not or would not read: what HTML takes it for, or else
   its own letters; these too where libxml2 goes on in the middle of it. */
static void gap_reference(follower *f, uint32_t *at, uint32_t stop, builder_run *run) {
  char value[HTML_REFERENCE_MAX];
  size_t value_size = 0;
  uint32_t size = reference_at(f, *at, value, &value_size);
  if (size && size <= stop - *at) {
    page_builder_run(&f->builder, run, value, (uint32_t)value_size, (span){*at, *at + size}, false);
  } else {
    size = 1;
    page_builder_run(&f->builder, run, "&", 1, (span){*at, *at + 1}, true);
  }
  *at += size;
}

static bool is_plain(char c) { return c != '<' && c != '&' && c != '\r' && c != '\0'; }

static void gap_plain(follower *f, uint32_t *at, uint32_t stop, builder_run *run) {
  uint32_t from = (*at)++;
  while (*at < stop && is_plain(f->source->text[*at])) ++*at;
  page_builder_run(&f->builder, run, f->source->text + from, *at - from, (span){from, *at}, true);
}

/* A NUL, or a CR; one before an LF is no character, and the gap may end between them. */
static void gap_control(follower *f, uint32_t *at, builder_run *run) {
  const char *markup = f->source->text + (*at)++;
  span place = {*at - 1, *at};
  if (!markup[0]) page_builder_run(&f->builder, run, "\xEF\xBF\xBD", 3, place, false);
  else if (markup[1] != '\n') page_builder_run(&f->builder, run, "\n", 1, place, false);
}

/* A section whose event never came. */
static void gap_cdata(follower *f, uint32_t *at, uint32_t stop, builder_run *run) {
  uint32_t end = follow_markup_stop(f, *at, stop), from = *at + 9;
  uint32_t to = end >= from + 3 && !memcmp(f->bytes + end - 3, "]]>", 3) ? end - 3 : end;
  for (*at = from; *at < to;) {
    uint32_t plain = *at;
    while (plain < to && f->source->text[plain] && f->source->text[plain] != '\r') plain++;
    if (plain == *at) gap_control(f, at, run);
    else page_builder_run(&f->builder, run, f->source->text + *at, plain - *at, (span){*at, plain}, true);
    if (plain > *at) *at = plain;
  }
  *at = end;
}

static bool is_cdata(const follower *f, uint32_t at, uint32_t stop) {
  return stop - at >= 9 && !memcmp(f->bytes + at, "<![CDATA[", 9);
}

void follow_gap(follower *f, uint32_t stop) {
  builder_run own = {{0, 0}, {0, 0}}, *run = f->holding ? &f->held : &own;
  uint32_t at = f->last;
  bool outside = !f->depth;
  while (at < stop && !outside && !f->builder.failed) {
    char c = f->source->text[at];
    if (is_cdata(f, at, stop)) gap_cdata(f, &at, stop, run);
    else if (c == '<' && !is_stray(f, at)) at = follow_markup_stop(f, at, stop);
    else if (c == '&') gap_reference(f, &at, stop, run);
    else if (is_plain(c) || c == '<') gap_plain(f, &at, stop, run);
    else gap_control(f, &at, run);
  }
  if (stop > f->last) f->last = stop;
  if (!f->holding) put(f, &own, false);
}
