/* html_tokenizer.c: the tokenizer's main loop, the data state, and what its other
   files share. The standard's eighty states are grouped as a reader of markup would:
   data here; the other kinds of text in html_tokenizer_text.c, tags and attributes in
   html_tokenizer_tag.c, comments and doctypes in html_tokenizer_declaration.c. Where a
   state of the standard only waits for a character, the code scans for it. */
#include "html_tokenizer.h"

#include <stdlib.h>
#include <string.h>

#include "html_references.h"

const uint8_t html_classes[256] = {
  ['\0'] = CLASS_DOUBLE | CLASS_SINGLE | CLASS_UNQUOTED | CLASS_ESCAPED | CLASS_NAME,
  ['\t'] = CLASS_SPACE | CLASS_UNQUOTED | CLASS_NAME,
  ['\n'] = CLASS_SPACE | CLASS_UNQUOTED | CLASS_NAME,
  ['\f'] = CLASS_SPACE | CLASS_UNQUOTED | CLASS_NAME,
  [' '] = CLASS_SPACE | CLASS_UNQUOTED | CLASS_NAME,
  ['\r'] = CLASS_SPACE | CLASS_UNQUOTED | CLASS_NAME | CLASS_DOUBLE | CLASS_SINGLE | CLASS_ESCAPED,
  ['&'] = CLASS_DOUBLE | CLASS_SINGLE | CLASS_UNQUOTED,
  ['<'] = CLASS_ESCAPED,
  ['>'] = CLASS_UNQUOTED | CLASS_ESCAPED | CLASS_NAME,
  ['"'] = CLASS_DOUBLE,
  ['\''] = CLASS_SINGLE,
  ['/'] = CLASS_NAME,
  ['='] = CLASS_NAME,
};

static const char replacement[3] = {'\xEF', '\xBF', '\xBD'}; /* U+FFFD */

bool html_matches(const char *at, const char *word) {
  for (; *word; at++, word++) {
    char c = *at >= 'A' && *at <= 'Z' ? (char)(*at | 0x20) : *at;
    if (c != *word) return false;
  }
  return true;
}

static uint32_t find_byte(const html_tokenizer *t, char byte, uint32_t from) {
  const char *found = memchr(t->source->text + from, byte, t->source->size - from);
  return found ? html_offset(t, found) : t->source->size;
}

void html_seek_control(html_tokenizer *t, uint32_t from) {
  if (t->next_return < from) t->next_return = find_byte(t, '\r', from);
  if (t->next_nul < from) t->next_nul = find_byte(t, '\0', from);
  t->next_control = t->next_return < t->next_nul ? t->next_return : t->next_nul;
}

void html_seek_special(html_tokenizer *t, uint32_t from) {
  html_seek_control(t, from);
  if (t->next_ampersand < from) t->next_ampersand = find_byte(t, '&', from);
  t->next_special = t->next_ampersand < t->next_control ? t->next_ampersand : t->next_control;
}

void html_append(html_tokenizer *t, const char *bytes, size_t size) {
  if (!buffer_append(&t->strings, bytes, size) || t->strings.size > UINT32_MAX) t->failed = true;
}

const char *html_append_control(html_tokenizer *t, const char *at) {
  if (*at == '\0') {
    html_append(t, replacement, sizeof replacement);
    return at + 1;
  }
  html_append(t, "\n", 1);
  return at + (at[1] == '\n' ? 2 : 1);
}

html_value html_value_of(html_tokenizer *t, const char *from, const char *to) {
  const char *control = html_find_control(t, from);
  if (control >= to) {
    return (html_value){.start = html_offset(t, from), .size = (uint32_t)(to - from), .present = true};
  }
  size_t start = t->strings.size;
  while (control < to) {
    html_append(t, from, (size_t)(control - from));
    from = html_append_control(t, control);
    control = html_find_control(t, from);
  }
  html_append(t, from, (size_t)(to - from));
  return (html_value){.start = (uint32_t)start, .size = (uint32_t)(t->strings.size - start),
                      .decoded = true, .present = true};
}

/* Begins the token at [from, to). */
static void make_token(html_tokenizer *t, html_token_type type, const char *from, const char *to) {
  t->token.type = type;
  t->token.markup = (span){html_offset(t, from), html_offset(t, to)};
  t->position = t->token.markup.stop;
}

void html_verbatim_token(html_tokenizer *t, const char *from, const char *to) {
  make_token(t, TOKEN_TEXT, from, to);
  t->token.text = from;
  t->token.text_size = (uint32_t)(to - from);
  t->token.verbatim = true;
}

/* A TEXT token of the first `size` bytes of t->character. */
static void substitute_token(html_tokenizer *t, const char *from, const char *to, size_t size) {
  make_token(t, TOKEN_TEXT, from, to);
  t->token.text = t->character;
  t->token.text_size = (uint32_t)size;
  t->token.verbatim = false;
}

bool html_is_reference(const html_tokenizer *t, const char *at) {
  char value[HTML_REFERENCE_MAX];
  size_t size;
  return html_reference(at, html_end(t), false, value, &size) > 0;
}

void html_reference_token(html_tokenizer *t, const char *from) {
  size_t size = 0;
  size_t taken = html_reference(from, html_end(t), false, t->character, &size);
  substitute_token(t, from, from + taken, size);
}

void html_control_token(html_tokenizer *t, const char *from) {
  if (*from == '\0') {
    memcpy(t->character, replacement, sizeof replacement);
    substitute_token(t, from, from + 1, sizeof replacement);
  } else {
    t->character[0] = '\n';
    substitute_token(t, from, from + (from[1] == '\n' ? 2 : 1), 1);
  }
}

void html_nul_token(html_tokenizer *t, const char *from) {
  make_token(t, TOKEN_NUL, from, from + 1);
}

void html_eof_token(html_tokenizer *t, const char *from) {
  make_token(t, TOKEN_EOF, from, html_end(t));
}

/* Whether the "<" here begins anything but text (tag open state). */
static bool opens_markup(const char *at, const char *end) {
  char next = at[1];
  return html_is_letter(next) || next == '!' || next == '?' || (next == '/' && end - at > 2);
}

/* The end of the verbatim text that begins here: markup, a reference, a CR or a NUL. */
static const char *scan_data(html_tokenizer *t, const char *at) {
  const char *end = html_end(t), *found;
  for (;; at++) {
    const char *limit = html_find_special(t, at);
    for (; (found = memchr(at, '<', (size_t)(limit - at))); at = found + 1) {
      if (opens_markup(found, end)) return found;
    }
    at = limit;
    if (*at != '&' || html_is_reference(t, at)) return at;
  }
}

/* Data state and tag open state. */
static bool read_data(html_tokenizer *t) {
  const char *from = html_at(t);
  if (*from != '<' || !opens_markup(from, html_end(t))) {
    const char *to = scan_data(t, from);
    if (to > from) html_verbatim_token(t, from, to);
    else if (*from == '&') html_reference_token(t, from);
    else if (*from == '\r') html_control_token(t, from);
    else html_nul_token(t, from);
    return true;
  }
  if (html_is_letter(from[1]) || (from[1] == '/' && html_is_letter(from[2]))) return html_read_tag(t);
  if (from[1] == '/' && from[2] == '>') { /* an end tag without a name is nothing */
    t->position += 3;
    return false;
  }
  return html_read_declaration(t);
}

void html_tokenizer_init(html_tokenizer *t, const source *s, attr_list *attrs) {
  *t = (html_tokenizer){.source = s, .last_start = HTML_NAME_UNKNOWN, .attrs = attrs};
  t->next_return = find_byte(t, '\r', 0);
  t->next_nul = find_byte(t, '\0', 0);
  t->next_ampersand = find_byte(t, '&', 0);
  html_seek_special(t, 0);
}

const html_token *html_tokenizer_next(html_tokenizer *t) {
  while (t->position < t->source->size && !t->failed) {
    if (t->state == STATE_DATA ? read_data(t) : html_read_text(t)) {
      if (t->failed) break;
      return &t->token;
    }
  }
  html_eof_token(t, html_end(t));
  return &t->token;
}

void html_tokenizer_free(html_tokenizer *t) {
  name_table_free(&t->names);
  buffer_free(&t->strings);
  buffer_free(&t->scratch);
  free(t->seen);
  t->seen = NULL;
  t->seen_capacity = 0;
}
