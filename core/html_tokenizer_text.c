/* html_tokenizer_text.c: the tokenizer in the states in which most markup is text:
   RCDATA, RAWTEXT, script data, PLAINTEXT and CDATA sections. A run of text ends at
   the end tag that closes it, at a reference (RCDATA only), and at the controls that
   are never verbatim: CR and NUL. */
#include "html_tokenizer.h"

#include <string.h>

/* What a script's text is in, by the comment it may open (t->script). */
enum { SCRIPT_PLAIN, SCRIPT_ESCAPED, SCRIPT_DOUBLE_ESCAPED };

static bool ends_name(char c) {
  return html_is(c, CLASS_SPACE) || c == '/' || c == '>';
}

/* Whether "</" here begins an appropriate end tag: the last start tag's name, then
   something that ends a name (the "end tag open" and "end tag name" states of each). */
static bool is_end_tag(const html_tokenizer *t, const char *at) {
  if (at[1] != '/' || t->last_start == HTML_NAME_UNKNOWN) return false;
  const char *name = name_table_text(&t->names, t->last_start);
  return html_matches(at + 2, name) && ends_name(at[2 + strlen(name)]);
}

/* The first appropriate end tag in [at, limit), or `limit`. */
static const char *find_end_tag(const html_tokenizer *t, const char *at, const char *limit) {
  while ((at = memchr(at, '<', (size_t)(limit - at)))) {
    if (is_end_tag(t, at)) return at;
    at++;
  }
  return limit;
}

static const char *scan_rcdata(html_tokenizer *t, const char *at) {
  for (;; at++) {
    const char *limit = html_find_special(t, at);
    at = find_end_tag(t, at, limit);
    if (at < limit || *at != '&' || html_is_reference(t, at)) return at;
  }
}

/* Script data state: to the end tag, to `limit`, or past a "<!--" that escapes (script
   data escape start state; the dashes may be those of "-->" already). */
static const char *scan_plain_script(html_tokenizer *t, const char *at, const char *limit) {
  while ((at = memchr(at, '<', (size_t)(limit - at)))) {
    if (is_end_tag(t, at)) return at;
    if (at[1] == '!' && at[2] == '-' && at[3] == '-') {
      t->script = SCRIPT_ESCAPED;
      return at + 4;
    }
    at++;
  }
  return limit;
}

/* At "<" in an escaped script: what follows it may open or close the double escape
   (script data double escape start and end states). Returns what is to be read next. */
static const char *escaped_less_than(html_tokenizer *t, const char *at) {
  bool escaped = t->script == SCRIPT_ESCAPED;
  const char *word = escaped ? "<script" : "</script";
  size_t size = strlen(word);
  if (!html_matches(at, word) || !ends_name(at[size])) return at + 1;
  t->script = escaped ? SCRIPT_DOUBLE_ESCAPED : SCRIPT_ESCAPED;
  return at + size;
}

/* Script data escaped and double escaped states, with their dash states: to the end
   tag, a CR or NUL, or past the ">" of "-->". Two bytes may always be looked back at,
   since "<!--" stands before. */
static const char *scan_escaped_script(html_tokenizer *t, const char *at) {
  for (;;) {
    at = html_find(at, CLASS_ESCAPED);
    if (*at == '<') {
      if (t->script == SCRIPT_ESCAPED && is_end_tag(t, at)) return at;
      at = escaped_less_than(t, at);
    } else if (*at == '>') {
      at++;
      if (at[-2] == '-' && at[-3] == '-') {
        t->script = SCRIPT_PLAIN;
        return at;
      }
    } else {
      return at;
    }
  }
}

static const char *scan_script(html_tokenizer *t, const char *at) {
  const char *limit = html_find_control(t, at);
  for (;;) {
    uint8_t before = t->script;
    at = before == SCRIPT_PLAIN ? scan_plain_script(t, at, limit) : scan_escaped_script(t, at);
    /* Going on only where a scan stopped because the kind of script changed. */
    if ((before == SCRIPT_PLAIN) == (t->script == SCRIPT_PLAIN)) return at;
  }
}

/* CDATA section state, with its bracket and end states. */
static const char *scan_cdata(html_tokenizer *t, const char *at) {
  const char *limit = html_find_control(t, at);
  while ((at = memchr(at, ']', (size_t)(limit - at)))) {
    if (at[1] == ']' && at[2] == '>') return at;
    at++;
  }
  return limit;
}

static const char *scan_text(html_tokenizer *t, const char *at) {
  switch (t->state) {
    case STATE_RCDATA: return scan_rcdata(t, at);
    case STATE_RAWTEXT: return find_end_tag(t, at, html_find_control(t, at));
    case STATE_SCRIPT_DATA: return scan_script(t, at);
    case STATE_CDATA: return scan_cdata(t, at);
    case STATE_PLAINTEXT:
    case STATE_DATA: break;
  }
  return html_find_control(t, at);
}

bool html_read_text(html_tokenizer *t) {
  const char *from = html_at(t);
  const char *to = scan_text(t, from);
  if (to > from) {
    html_verbatim_token(t, from, to);
    return true;
  }
  switch (*from) {
    case '<':
      t->state = STATE_DATA;
      t->script = SCRIPT_PLAIN;
      return html_read_tag(t);
    case ']':
      t->state = STATE_DATA;
      t->position += 3;
      return false;
    case '&':
      html_reference_token(t, from);
      return true;
    default:
      if (*from == '\0' && t->state == STATE_CDATA) html_nul_token(t, from);
      else html_control_token(t, from);
      return true;
  }
}
