/* memory.c: how many times its source a page takes at worst: memory [TOKENS]
   Pages are short sequences of small tokens (up to TOKENS, 2), repeated, behind several
   beginnings, through the HTML front end. Prints the worst for each beginning and fails
   where a page takes more than MOST times its source: of what comes beyond SMALL bytes,
   so that what any page may have once (clones, small arrays) does not count. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "html.h"
#include "page_size.h"

#define MOST 32.0
#define SMALL ((size_t)40 << 10)
#define LARGE ((size_t)104 << 10)
#define TOKENS_MOST 4

/* "%" stands for a name that no other tag has. */
static const char *const tokens[] = {
  "a", "\xFF", "\r", "&lt", "<p>", "<b>", "<a>", "</p>", "</b>", "<br>", "<td>", "<tr>", "<col>", "<table>", "<li>",
  "<g>", "<!>", "<?>", "<i/>", "<%>", "<p %>", "<p a b>", "<p a=&lt>", "<template>", "<option>", "</table>", "<col><td>",
};
#define TOKEN_COUNT (sizeof tokens / sizeof *tokens)

typedef struct beginning {
  const char *name, *markup;
  unsigned repeat;
} beginning;

static const beginning beginnings[] = {
  {"nothing", "", 1},           {"svg", "<svg>", 1},        {"table", "<table>", 1}, {"cell", "<table><td>", 1},
  {"select", "<select>", 1},    {"frame set", "<frameset>", 1}, {"65 elements", "<div>", 65},
  {"formatting elements", "<p><b id=1><b id=2><b id=3><b id=4><i><u><s><em><code><big><tt><font>", 5},
};

/* Names of three characters, then of four: as short as they can be. */
static void unique_name(buffer *out, unsigned number) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,-.:;?@[]^_`{|}~";
  unsigned base = sizeof letters - 1;
  buffer_byte(out, letters[number % 26]);
  for (number /= 26; number; number /= base) buffer_byte(out, letters[number % base]);
}

static void add_token(buffer *out, const char *token, unsigned *names) {
  for (; *token; token++) {
    if (*token == '%') unique_name(out, 26 * 61 + (*names)++);
    else buffer_byte(out, *token);
  }
}

static void fill(buffer *out, const beginning *first, const size_t *chosen, unsigned count, size_t size) {
  unsigned names = 0;
  out->size = 0;
  for (unsigned i = 0; i < first->repeat; i++) buffer_append(out, first->markup, strlen(first->markup));
  while (out->size < size && !out->failed)
    for (unsigned i = 0; i < count; i++) add_token(out, tokens[chosen[i]], &names);
}

/* The bytes that a page takes. */
static size_t taken(const buffer *bytes) {
  fault error;
  source *s = source_new(bytes->data, bytes->size, "utf-8", SOURCE_HTML, &error);
  page *p = s ? html_parse(s, NULL, &error) : NULL;
  if (!p) exit(2);
  size_t size = page_size(p);
  page_free(p);
  return size;
}

static double ratio(buffer *bytes, const beginning *first, const size_t *chosen, unsigned count) {
  fill(bytes, first, chosen, count, SMALL);
  size_t size = bytes->size, small = taken(bytes);
  fill(bytes, first, chosen, count, LARGE);
  return (double)(taken(bytes) - small) / (double)(bytes->size - size);
}

/* The next sequence of up to `most` tokens, shorter ones first. */
static bool next(size_t *chosen, unsigned *count, unsigned most) {
  for (unsigned i = *count; i-- > 0;) {
    if (++chosen[i] < TOKEN_COUNT) return true;
    chosen[i] = 0;
  }
  if (*count == most) return false;
  memset(chosen, 0, ++*count * sizeof *chosen);
  return true;
}

static void print_tokens(const size_t *chosen, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    for (const char *c = tokens[chosen[i]]; *c; c++) {
      if (*c == '\r' || *c < 0) printf("\\x%02x", (unsigned char)*c);
      else putchar(*c);
    }
  putchar('\n');
}

static double worst_of(const beginning *first, unsigned most) {
  size_t chosen[TOKENS_MOST] = {0}, worst[TOKENS_MOST] = {0};
  unsigned count = 1, worst_count = 1;
  double highest = 0;
  buffer bytes = {0};
  do {
    double r = ratio(&bytes, first, chosen, count);
    if (r <= highest) continue;
    highest = r;
    worst_count = count;
    memcpy(worst, chosen, sizeof worst);
  } while (next(chosen, &count, most));
  buffer_free(&bytes);
  printf("%-20s %6.2f  ", first->name, highest);
  print_tokens(worst, worst_count);
  return highest;
}

int main(int argc, char **argv) {
  unsigned most = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 2;
  double highest = 0;
  if (most < 1 || most > TOKENS_MOST) return 2;
  for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
    double r = worst_of(&beginnings[i], most);
    if (r > highest) highest = r;
  }
  printf("memory of a page at worst: %.2f of its source%s\n", highest, highest > MOST ? ": too much" : "");
  return highest > MOST;
}
