/* html_tokenizer_tag.c: tags: names and attributes. Values are left in the markup
   unless a reference, a CR or a NUL is in them. */
#include "html_tokenizer.h"

#include <string.h>

#include "eight_bytes.h"
#include "html_references.h"

/* A byte of a name in lower case; 0 where a name may end: white space / > = NUL. */
static const unsigned char folded[256] = {
  0, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0, 0, 0x0B, 0, 0, 0x0E, 0x0F,
  0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F,
  0, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0,
  0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x3B, 0x3C, 0, 0, 0x3F,
  0x40, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F,
  0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0x5B, 0x5C, 0x5D, 0x5E, 0x5F,
  0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F,
  0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0x7B, 0x7C, 0x7D, 0x7E, 0x7F,
  0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F,
  0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9D, 0x9E, 0x9F,
  0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF,
  0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF,
  0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF,
  0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF,
  0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF,
  0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF,
};

/* Whether a name goes on at the byte where a scan of `folded` has stopped. */
static bool goes_on(const char *at, const char *end, const char *equals_from) {
  return (*at == '\0' && at < end) || (*at == '=' && at < equals_from);
}

/* A name that is none of the shared ones as it stands: its bytes may be capitals, or
   seem to end it. It is put together in `scratch`; "=" belongs to it before
   `equals_from`. */
static const char *read_other_name(html_tokenizer *t, const char *at, const char *equals_from,
                                   uint32_t *name) {
  const char *end = html_end(t);
  buffer *out = &t->scratch;
  out->size = 0;
  for (;; at++) {
    unsigned char byte = folded[(unsigned char)*at];
    if (byte) buffer_byte(out, (char)byte);
    else if (!goes_on(at, end, equals_from)) break;
    else if (*at == '=') buffer_byte(out, '=');
    else buffer_append(out, "\xEF\xBF\xBD", 3);
  }
  *name = out->failed ? HTML_NAME_UNKNOWN : name_table_intern(&t->names, out->data, out->size);
  if (*name == HTML_NAME_UNKNOWN) t->failed = true;
  return at;
}

/* Which of eight bytes may end a name, loaded in order from `at`: of those after the first one there
   may be more that do not. Letters do not, so that most names take one look at the byte behind them. */
static inline uint64_t name_ends(const char *at, uint64_t bytes) {
  uint64_t low = eight_below_letters(bytes);
  while (low && folded[(unsigned char)at[eight_first(low)]]) low &= low - 1;
  return low;
}

static inline known_name *known_place(html_tokenizer *t, uint64_t front, uint64_t back) {
  uint64_t hash = (front ^ back * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD1B54A32D192ED03);
  return &t->known[hash >> (64 - KNOWN_BITS)];
}

/* A name that is none of the known ones; what it is, for the next time, if it is as short as they. */
static const char *read_new_name(html_tokenizer *t, const char *from, const char *equals_from, uint32_t *name) {
  const char *end = html_end(t), *at = from;
  uint32_t hash = HTML_NAME_HASH;
  for (unsigned char byte; (byte = folded[(unsigned char)*at]); at++) hash = html_name_hash(hash, byte);
  if (goes_on(at, end, equals_from)) return read_other_name(t, from, equals_from, name);
  *name = html_name_find_hashed(hash, from, (size_t)(at - from));
  return *name != HTML_NAME_UNKNOWN ? at : read_other_name(t, from, equals_from, name);
}

/* A name of eight bytes or more, or one that has not been met of late. */
static const char *read_long_name(html_tokenizer *t, const char *from, const char *equals_from, uint32_t *name) {
  const char *end = html_end(t);
  if (end - from <= KNOWN_NAME_SIZE) return read_new_name(t, from, equals_from, name);
  uint64_t front = eight_load_ordered(from), back = 0, ends = name_ends(from, front);
  const char *at = from + EIGHT_BYTES;
  front = eight_before(front, ends);
  if (!ends) {
    back = eight_load_ordered(at);
    ends = name_ends(at, back);
    back = eight_before(back, ends);
    at += EIGHT_BYTES;
  }
  known_name *k = known_place(t, front, back);
  if (ends) at += (int)eight_first(ends) - EIGHT_BYTES;
  if (!ends || !front || goes_on(at, end, equals_from)) return read_new_name(t, from, equals_from, name);
  if (k->front != front || k->back != back) {
    at = read_new_name(t, from, equals_from, name);
    *k = (known_name){front, back, *name};
  }
  *name = k->name;
  return at;
}

/* Reads the name of a tag or an attribute; returns what follows it. In a tag's name "="
   is a letter like others, in an attribute's only as the first. Most are shorter than eight bytes,
   which `front` tells of those known: its last byte is 0. */
static inline const char *read_name(html_tokenizer *t, const char *from, bool attribute, uint32_t *name) {
  const char *end = html_end(t);
  if (end - from > KNOWN_NAME_SIZE) {
    uint64_t bytes = eight_load_ordered(from), ends = name_ends(from, bytes), front = eight_before(bytes, ends);
    const char *at = from + (ends ? eight_first(ends) : 0);
    const known_name *k = known_place(t, front, 0);
    if (ends && k->front == front && front && *at != '\0' && (attribute || *at != '=')) {
      *name = k->name;
      return at;
    }
  }
  return read_long_name(t, from, attribute ? from + 1 : end, name);
}

static void set_value(html_tokenizer *t, const char *from, const char *to, page_attr *attr) {
  attr->value_span = (span){html_offset(t, from), html_offset(t, to)};
  attr->value = attr->value_span.start;
  attr->value_size = (uint32_t)(to - from);
}

/* Reads a value byte by byte, from its first to where `stops` and the kind of value end
   it: attribute value (double-quoted), (single-quoted) and (unquoted) states. Returns
   the byte that ended it. */
static const char *read_value(html_tokenizer *t, const char *at, int stops, page_attr *attr) {
  const char *end = html_end(t), *from = at, *copied = at;
  size_t start = t->strings.size, size;
  char value[HTML_REFERENCE_MAX];
  for (;;) {
    at = html_find(at, stops);
    const char *after = at;
    if (*at == '&') {
      after += html_reference(at, end, true, value, &size);
      if (after == at) {
        at++;
        continue;
      }
      html_append(t, copied, (size_t)(at - copied));
      html_append(t, value, size);
    } else if ((*at == '\0' && at < end) || (*at == '\r' && stops != CLASS_UNQUOTED)) {
      html_append(t, copied, (size_t)(at - copied));
      after = html_append_control(t, at);
    } else {
      break;
    }
    attr->flags = ATTR_DECODED;
    at = copied = after;
  }
  set_value(t, from, at, attr);
  if (attr->flags & ATTR_DECODED) {
    html_append(t, copied, (size_t)(at - copied));
    attr->value = (uint32_t)start;
    attr->value_size = (uint32_t)(t->strings.size - start);
  }
  return at;
}

/* Reads a value at its quote; returns what follows the other quote, or NULL if there is
   none. Few values need more than a search for that quote. */
static const char *read_quoted(html_tokenizer *t, const char *at, page_attr *attr) {
  const char *from = at + 1, *close = memchr(from, *at, (size_t)(html_end(t) - from));
  if (!close) return NULL;
  if (html_find_special(t, from) < close) read_value(t, from, *at == '"' ? CLASS_DOUBLE : CLASS_SINGLE, attr);
  else set_value(t, from, close, attr);
  return close + 1;
}

/* From after the attribute's name to after its value, if there is one: after attribute
   name state to after attribute value (quoted) state. NULL: the file ends in it. */
static inline const char *read_equals_value(html_tokenizer *t, const char *at, page_attr *attr) {
  if (*at == '=' && at[1] == '"') return read_quoted(t, at + 1, attr); /* as mostly */
  at = html_skip_space(at);
  if (*at != '=') return at;
  at = html_skip_space(at + 1);
  if (*at == '"' || *at == '\'') return read_quoted(t, at, attr);
  return *at == '>' ? at : read_value(t, at, CLASS_UNQUOTED, attr);
}

/* Whether this tag has an attribute of that name already; else notes that it has now. */
static bool is_double(html_tokenizer *t, uint32_t name) {
  if (name >= t->seen_capacity) {
    uint32_t before = t->seen_capacity;
    size_t needed = name < HTML_NAME_COUNT ? HTML_NAME_COUNT : (size_t)name + 1;
    uint32_t *seen = array_grow(t->seen, &t->seen_capacity, needed, sizeof *seen);
    if (!seen) {
      t->failed = true;
      return true;
    }
    memset(seen + before, 0, (t->seen_capacity - before) * sizeof *seen);
    t->seen = seen;
  }
  if (t->seen[name] == t->serial) return true;
  t->seen[name] = t->serial;
  return false;
}

/* A new attribute of the tag, empty, or NULL. */
static inline page_attr *add_attr(html_tokenizer *t) {
  attr_list *attrs = t->attrs;
  uint32_t at = attrs->count + t->token.attr_count;
  if (at >= attrs->capacity) {
    page_attr *grown = array_grow(attrs->items, &attrs->capacity, (size_t)at + 1, sizeof *grown);
    if (!grown) {
      t->failed = true;
      return NULL;
    }
    attrs->items = grown;
  }
  t->token.attr_count++;
  attrs->items[at] = (page_attr){0};
  return &attrs->items[at];
}

/* Reads one attribute, where it is to be kept, and keeps it unless the tag has it already. NULL:
   the file or memory ended in it. */
static const char *read_attribute(html_tokenizer *t, const char *from) {
  page_attr *attr = add_attr(t);
  size_t strings = t->strings.size;
  if (!attr) return NULL;
  const char *at = read_name(t, from, true, &attr->name);
  if (t->failed) return NULL;
  attr->name_span = (span){html_offset(t, from), html_offset(t, at)};
  attr->value = attr->name_span.stop;
  attr->value_span = (span){attr->value, attr->value};
  at = read_equals_value(t, at, attr);
  if (!at) return NULL;
  if (is_double(t, attr->name)) {
    t->strings.size = strings;
    t->token.attr_count--;
  }
  return t->failed ? NULL : at;
}

/* The same in an end tag, where attributes mean nothing. */
static const char *skip_attribute(html_tokenizer *t, const char *at) {
  page_attr attr = {0};
  size_t strings = t->strings.size;
  do at++; while (!html_is(*at, CLASS_NAME) || (*at == '\0' && at < html_end(t)));
  at = read_equals_value(t, at, &attr);
  t->strings.size = strings;
  return at;
}

/* Before attribute name state and self-closing start tag state, to after the ">".
   NULL: the file or memory ended before. */
static const char *read_attributes(html_tokenizer *t, const char *at, bool closing) {
  for (;;) {
    while (html_is(*at, CLASS_SPACE)) at++;
    if (*at == '>') return at + 1;
    if (*at == '/') {
      if (*++at != '>') continue;
      t->token.self_closing = !closing;
      return at + 1;
    }
    if (at == html_end(t)) return NULL;
    at = closing ? skip_attribute(t, at) : read_attribute(t, at);
    if (!at) return NULL;
  }
}

bool html_read_tag(html_tokenizer *t) {
  const char *from = html_at(t);
  bool closing = from[1] == '/';
  size_t strings = t->strings.size;
  html_token *token = &t->token;
  token->attr_count = 0;
  token->self_closing = false;
  t->serial++;
  const char *at = read_name(t, from + (closing ? 2 : 1), false, &token->name);
  at = read_attributes(t, at, closing);
  if (!at) { /* the end of the file cuts it: nothing comes of it */
    t->strings.size = strings;
    html_eof_token(t, from);
    return true;
  }
  token->type = closing ? TOKEN_END : TOKEN_START;
  token->attrs = token->attr_count ? t->attrs->items + t->attrs->count : NULL;
  if (!closing) t->last_start = token->name;
  token->markup = (span){t->position, html_offset(t, at)};
  t->position = token->markup.stop;
  return true;
}
