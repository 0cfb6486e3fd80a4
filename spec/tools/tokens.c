/* tokens.c: the tokenizer alone, for `make conformance`. Each line read is
     STATE LAST CDATA HEX
   the initial state's number (html_token.h), the last start tag's name or "-", whether
   CDATA sections are allowed (0 or 1), and the markup's bytes in hexadecimal. Each line
   written is a JSON array of tokens as the tokenizer tests of html5lib-tests have them,
   with a text for each TEXT token. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html_token.h"
#include "json.h"

static void put(buffer *out, const char *text) {
  buffer_append(out, text, strlen(text));
}

static void put_id(buffer *out, const html_tokenizer *t, const html_value *v) {
  if (v->present) json_string(out, html_value_text(t, v), v->size);
  else put(out, "null");
}

static void put_name(buffer *out, const html_tokenizer *t, uint32_t name) {
  const char *text = name == PAGE_NONE ? NULL : name_table_text(&t->names, name);
  if (text) json_string(out, text, strlen(text));
  else put(out, "null");
}

static void put_attributes(buffer *out, const html_tokenizer *t) {
  put(out, "{");
  for (uint32_t i = 0; i < t->token.attr_count; i++) {
    const page_attr *a = &t->token.attrs[i];
    if (i) put(out, ",");
    put_name(out, t, a->name);
    put(out, ":");
    const char *from = a->flags & ATTR_DECODED ? t->strings.data : t->source->text;
    json_string(out, a->value_size ? from + a->value : "", a->value_size);
  }
  put(out, "}");
}

static void put_doctype(buffer *out, const html_tokenizer *t) {
  put(out, "[\"DOCTYPE\",");
  put_name(out, t, t->token.name);
  put(out, ",");
  put_id(out, t, &t->token.data);
  put(out, ",");
  put_id(out, t, &t->token.system);
  put(out, t->token.force_quirks ? ",false" : ",true");
}

static void put_token(buffer *out, const html_tokenizer *t) {
  const html_token *token = &t->token;
  switch (token->type) {
  case TOKEN_TEXT:
    put(out, "[\"Character\",");
    json_string(out, token->text, token->text_size);
    break;
  case TOKEN_NUL: put(out, "[\"Character\",\"\\u0000\""); break;
  case TOKEN_COMMENT:
    put(out, "[\"Comment\",");
    json_string(out, html_value_text(t, &token->data), token->data.size);
    break;
  case TOKEN_DOCTYPE: put_doctype(out, t); break;
  case TOKEN_END:
    put(out, "[\"EndTag\",");
    put_name(out, t, token->name);
    break;
  default:
    put(out, "[\"StartTag\",");
    put_name(out, t, token->name);
    put(out, ",");
    put_attributes(out, t);
    if (token->self_closing) put(out, ",true");
  }
  put(out, "]");
}

static void put_tokens(buffer *out, html_tokenizer *t) {
  put(out, "[");
  for (uint32_t last = 0;;) {
    const html_token *token = html_tokenizer_next(t);
    if (token->markup.start < last || token->markup.stop < token->markup.start) abort();
    last = token->markup.stop;
    if (token->type == TOKEN_EOF) break;
    if (out->data[out->size - 1] == ']') put(out, ",");
    put_token(out, t);
  }
  put(out, "]\n");
}

/* A line -> the source, over the line's own bytes. */
static bool read_case(char *line, source *s, html_tokenizer *t, attr_list *attrs) {
  unsigned state, allowed;
  char last[64];
  int at = 0;
  if (sscanf(line, "%u %63s %u %n", &state, last, &allowed, &at) != 3 || state > STATE_CDATA) return false;
  const char *hex = line + at;
  size_t size = strcspn(hex, "\n") / 2;
  for (size_t i = 0; i < size; i++) {
    char digits[3] = {hex[2 * i], hex[2 * i + 1], '\0'};
    line[i] = (char)strtoul(digits, NULL, 16);
  }
  line[size] = '\0';
  *s = (source){.text = line, .size = (uint32_t)size};
  html_tokenizer_init(t, s, attrs);
  t->state = (html_state)state;
  t->cdata_allowed = allowed != 0;
  if (strcmp(last, "-") != 0) t->last_start = name_table_intern(&t->names, last, strlen(last));
  return true;
}

int main(void) {
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, stdin) > 0) {
    source s;
    html_tokenizer t;
    attr_list attrs = {0};
    buffer out = {0};
    if (!read_case(line, &s, &t, &attrs)) return 2;
    put_tokens(&out, &t);
    bool failed = t.failed || out.failed || fwrite(out.data, 1, out.size, stdout) != out.size;
    html_tokenizer_free(&t);
    free(attrs.items);
    buffer_free(&out);
    if (failed) return 1;
  }
  free(line);
  return 0;
}
