/* html_tokenizer_declaration.c: what begins with "<!" or "<?", and "</" before no
   letter: comments, bogus comments, doctypes, and the start of CDATA sections. */
#include "html_tokenizer.h"

#include <string.h>

static const char *find_greater(const char *at, const char *end) {
  const char *found = memchr(at, '>', (size_t)(end - at));
  return found ? found : end;
}

/* Makes the token that runs from the position to `to`; its data are [from, data_end). */
static bool comment_token(html_tokenizer *t, const char *from, const char *data_end, const char *to) {
  t->token.type = TOKEN_COMMENT;
  t->token.data = html_value_of(t, from, data_end);
  t->token.markup = (span){t->position, html_offset(t, to)};
  t->position = t->token.markup.stop;
  return true;
}

/* Bogus comment state: all to the next ">" is its text. */
static bool bogus_comment(html_tokenizer *t, const char *from) {
  const char *end = html_end(t), *stop = find_greater(from, end);
  return comment_token(t, from, stop, stop < end ? stop + 1 : end);
}

/* How many of the bytes before `at` belong to the comment's end: "--" or "--!". */
static ptrdiff_t end_mark(const char *from, const char *at) {
  if (at - from >= 2 && at[-1] == '-' && at[-2] == '-') return 2;
  if (at - from >= 3 && at[-1] == '!' && at[-2] == '-' && at[-3] == '-') return 3;
  return 0;
}

/* Comment start state to comment end bang state; `from` is after "<!--". The first
   ">" that an end mark stands before ends it, and so does one right at the start. */
static bool comment(html_tokenizer *t, const char *from) {
  const char *end = html_end(t);
  if (*from == '>') return comment_token(t, from, from, from + 1);
  if (from[0] == '-' && from[1] == '>') return comment_token(t, from, from, from + 2);
  for (const char *at = from; (at = find_greater(at, end)) < end; at++) {
    ptrdiff_t mark = end_mark(from, at);
    if (mark) return comment_token(t, from, at - mark, at + 1);
  }
  /* Cut by the end of the file: what may have begun an end mark is no text. */
  ptrdiff_t mark = end_mark(from, end);
  if (!mark && end > from && end[-1] == '-') mark = 1;
  return comment_token(t, from, end - mark, end);
}

/* Moves over a doctype's name and notes it (DOCTYPE name state). */
static const char *doctype_name(html_tokenizer *t, const char *at) {
  const char *end = html_end(t);
  t->scratch.size = 0;
  for (; at < end && *at != '>' && !html_is(*at, CLASS_SPACE); at++) {
    if (*at == '\0') buffer_append(&t->scratch, "\xEF\xBF\xBD", 3);
    else buffer_byte(&t->scratch, *at >= 'A' && *at <= 'Z' ? (char)(*at | 0x20) : *at);
  }
  if (t->scratch.failed) {
    t->failed = true;
    return end;
  }
  t->token.name = name_table_intern(&t->names, t->scratch.data, t->scratch.size);
  if (t->names.failed) t->failed = true;
  return at;
}

/* Reads an identifier in quotes, at the quote; a ">" in it ends the doctype. Returns
   what follows it, or where the doctype is broken off, then with force_quirks set. */
static const char *identifier(html_tokenizer *t, const char *at, html_value *value) {
  const char *end = html_end(t), *from = at + 1;
  char quote = *at;
  for (at = from; at < end && *at != quote && *at != '>';) at++;
  *value = html_value_of(t, from, at);
  if (at < end && *at == quote) return at + 1;
  t->token.force_quirks = true;
  return at;
}

static bool is_quote(char c) {
  return c == '"' || c == '\'';
}

/* After the name: PUBLIC and SYSTEM with their identifiers. Returns where the search
   for the ">" goes on; sets force_quirks where the standard does (all states from
   "after DOCTYPE name" to "bogus DOCTYPE"). */
static const char *doctype_identifiers(html_tokenizer *t, const char *at) {
  html_token *token = &t->token;
  bool public = html_matches(at, "public");
  if (!public && !html_matches(at, "system")) {
    token->force_quirks = true;
    return at;
  }
  at = html_skip_space(at + 6);
  if (public) {
    if (!is_quote(*at)) {
      token->force_quirks = true;
      return at;
    }
    at = html_skip_space(identifier(t, at, &token->data));
    if (token->force_quirks || *at == '>') return at;
  }
  if (!is_quote(*at)) {
    token->force_quirks = true;
    return at;
  }
  /* What stands after the system identifier is ignored, without quirks. */
  at = html_skip_space(identifier(t, at, &token->system));
  if (at == html_end(t)) token->force_quirks = true;
  return at;
}

/* DOCTYPE state; `at` is after the word. */
static bool doctype(html_tokenizer *t, const char *at) {
  const char *end = html_end(t);
  html_token *token = &t->token;
  token->type = TOKEN_DOCTYPE;
  token->name = PAGE_NONE;
  token->force_quirks = false;
  token->data = token->system = (html_value){0};
  at = html_skip_space(at);
  if (at == end || *at == '>') {
    token->force_quirks = true;
  } else {
    at = html_skip_space(doctype_name(t, at));
    if (at == end) token->force_quirks = true;
    else if (*at != '>') at = doctype_identifiers(t, at);
  }
  at = find_greater(at, end);
  token->markup = (span){t->position, html_offset(t, at < end ? at + 1 : end)};
  t->position = token->markup.stop;
  return true;
}

/* Markup declaration open state, and the other ways into the bogus comment state. */
bool html_read_declaration(html_tokenizer *t) {
  const char *at = html_at(t);
  if (at[1] == '?') return bogus_comment(t, at + 1);
  at += 2;
  if (at[-1] == '/') return bogus_comment(t, at);
  if (at[0] == '-' && at[1] == '-') return comment(t, at + 2);
  if (html_matches(at, "doctype")) return doctype(t, at + 7);
  if (t->cdata_allowed && strncmp(at, "[CDATA[", 7) == 0) {
    t->state = STATE_CDATA;
    t->position += 9;
    return false;
  }
  return bogus_comment(t, at);
}
