/* html_tokenizer.h: what the tokenizer's files share with each other: classes of
   bytes and the steps of a token. Everybody else includes html_token.h. */
#ifndef GALLEY_HTML_TOKENIZER_H
#define GALLEY_HTML_TOKENIZER_H

#include "html_token.h"

#pragma GCC visibility push(hidden)

/* Classes of bytes; most are the set at which one kind of scan stops. The NUL that
   follows the markup is in all but the first, so scans need no other end. */
enum {
  CLASS_SPACE = 1,     /* tab, LF, FF, CR, space */
  CLASS_DOUBLE = 2,    /* a value in double quotes: " & CR NUL */
  CLASS_SINGLE = 4,    /* a value in single quotes: ' & CR NUL */
  CLASS_UNQUOTED = 8,  /* a value without quotes: white space > & NUL */
  CLASS_ESCAPED = 16,  /* a script inside "<!--": < > CR NUL */
  CLASS_NAME = 32      /* an attribute's name: white space / > = NUL */
};

extern const uint8_t html_classes[256];

static inline bool html_is(char c, int classes) {
  return html_classes[(unsigned char)c] & classes;
}

/* The first byte of the classes at or after `at`. */
static inline const char *html_find(const char *at, int classes) {
  while (!html_is(*at, classes)) at++;
  return at;
}

static inline const char *html_skip_space(const char *at) {
  while (html_is(*at, CLASS_SPACE)) at++;
  return at;
}

static inline bool html_is_letter(char c) {
  return (unsigned)((c | 0x20) - 'a') < 26;
}

static inline const char *html_at(const html_tokenizer *t) {
  return t->source->text + t->position;
}

static inline const char *html_end(const html_tokenizer *t) {
  return t->source->text + t->source->size;
}

static inline uint32_t html_offset(const html_tokenizer *t, const char *at) {
  return (uint32_t)(at - t->source->text);
}

/* Whether `word`, in lower case, stands at `at`, in any case (ASCII). */
bool html_matches(const char *at, const char *word);

/* The first CR or NUL in [from, end), or the end of the markup; the other one finds "&"
   too. Most pages have few of them, so what was found is kept until `from` is past it:
   `from` must never go back. */
void html_seek_control(html_tokenizer *t, uint32_t from);
void html_seek_special(html_tokenizer *t, uint32_t from);
static inline const char *html_find_control(html_tokenizer *t, const char *from) {
  if (t->next_control < html_offset(t, from)) html_seek_control(t, html_offset(t, from));
  return t->source->text + t->next_control;
}
static inline const char *html_find_special(html_tokenizer *t, const char *from) {
  if (t->next_special < html_offset(t, from)) html_seek_special(t, html_offset(t, from));
  return t->source->text + t->next_special;
}

/* Values that need decoding are put together at the end of `t->strings`. */
void html_append(html_tokenizer *t, const char *bytes, size_t size);
/* At a NUL: appends U+FFFD. At a CR: "\n" for it and an LF after it. Returns what
   follows. */
const char *html_append_control(html_tokenizer *t, const char *at);
/* The bytes [from, to) as a value, decoded only if a CR or a NUL is among them. */
html_value html_value_of(html_tokenizer *t, const char *from, const char *to);

/* Whether the "&" here begins a reference outside an attribute. */
bool html_is_reference(const html_tokenizer *t, const char *at);

/* These make the token [from, to) and move on to `to`. */
void html_verbatim_token(html_tokenizer *t, const char *from, const char *to);
void html_reference_token(html_tokenizer *t, const char *from); /* at a reference */
void html_control_token(html_tokenizer *t, const char *from);   /* at a CR, or a NUL that becomes U+FFFD */
void html_nul_token(html_tokenizer *t, const char *from);
void html_eof_token(html_tokenizer *t, const char *from);       /* all from `from` on is dropped */

/* These read what begins at `t->position`. True: `t->token` is the next token. False:
   nothing to tell, go on from the new position. */
bool html_read_tag(html_tokenizer *t);         /* "<" or "</" and a letter */
bool html_read_declaration(html_tokenizer *t); /* "<!", "<?", or "</" and no letter */
bool html_read_text(html_tokenizer *t);        /* text in a state other than DATA, or what ends it */

#pragma GCC visibility pop

#endif
