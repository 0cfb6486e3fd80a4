/* gaps.c: reads the markup between the texts. */
#include "gaps.h"

#include <string.h>

#include "html_references.h"

static void take(uint8_t *taken, span s) {
  for (uint32_t at = s.start; at < s.stop; at++)
    if (!taken[at]) taken[at] = GAP_MARKUP;
}

void gaps_take_tags(const page *p, uint8_t *taken) {
  for (uint32_t row = 0; row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->kind == NODE_TEXT || n->flags & NODE_CLONE) continue;
    take(taken, n->tag);
    take(taken, n->close);
  }
}

/* Frame sets and column groups take no text; the page says so. */
static bool drops_text(const page *p) {
  for (uint32_t i = 0; i < p->notice_count; i++)
    if (!strcmp(p->notices[i].code, "text-dropped")) return true;
  return false;
}

static bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\0';
}

static bool is_letter(char c) {
  return (unsigned)((c | 0x20) - 'a') < 26;
}

/* Behind an attribute's value. */
static const char *skip_value(const char *at, const char *end) {
  while (at < end && is_space(*at) && *at) at++;
  if (at < end && (*at == '"' || *at == '\'')) {
    const char *quote = memchr(at + 1, *at, (size_t)(end - at - 1));
    return quote ? quote + 1 : end;
  }
  while (at < end && *at != '>' && (!is_space(*at) || !*at)) at++;
  return at;
}

/* Behind a tag that begins at `at` with "<" or "</" and a letter. */
static const char *skip_tag(const char *at, const char *end) {
  while (at < end && *at != '>' && *at != '/' && (!is_space(*at) || !*at)) at++;
  while (at < end && *at != '>') {
    if (*at == '/' || (is_space(*at) && *at)) {
      at++;
      continue;
    }
    const char *name = at;
    while (at < end && *at != '>' && *at != '/' && (!is_space(*at) || !*at) && (*at != '=' || at == name)) at++;
    while (at < end && is_space(*at) && *at) at++;
    if (at < end && *at == '=') at = skip_value(at + 1, end);
  }
  return at < end ? at + 1 : end;
}

static const char *skip_to(const char *at, const char *end, char c) {
  const char *found = memchr(at, c, (size_t)(end - at));
  return found ? found + 1 : end;
}

static bool begins(const char *at, const char *end, const char *word) {
  return (size_t)(end - at) >= strlen(word) && !memcmp(at, word, strlen(word));
}

/* Behind a reference to white space, or NULL. */
static const char *skip_space_reference(const char *at, const char *end) {
  char value[HTML_REFERENCE_MAX];
  size_t size = 0, taken = html_reference(at, end, false, value, &size);
  return taken && size == 1 && is_space(*value) ? at + taken : NULL;
}

/* Behind what may stand in a gap, or NULL where text begins. */
static const char *skip_markup(const char *at, const char *end) {
  if (is_space(*at)) return at + 1;
  if (*at == '&') return skip_space_reference(at, end);
  if (begins(at, end, "]]>")) return at + 3;
  if (begins(at, end, "<![CDATA[")) return at + 9;
  if (*at != '<' || end - at < 2) return NULL;
  if (at[1] == '!' || at[1] == '?') return skip_to(at, end, '>');
  if (at[1] == '/' && end - at > 2) {
    if (is_letter(at[2])) return skip_tag(at + 2, end);
    return skip_to(at, end, '>');
  }
  return is_letter(at[1]) ? skip_tag(at + 1, end) : NULL;
}

bool gaps_are_markup(const page *p, const uint8_t *taken, uint32_t *position) {
  const char *text = p->source->text;
  if (drops_text(p)) return true;
  for (uint32_t at = 0; at < p->source->size;) {
    uint32_t stop = at;
    while (stop < p->source->size && !taken[stop]) stop++;
    while (at < stop) {
      const char *next = skip_markup(text + at, text + stop);
      *position = at;
      if (!next) return false;
      at = (uint32_t)(next - text);
    }
    while (at < p->source->size && taken[at]) at++;
  }
  return true;
}
