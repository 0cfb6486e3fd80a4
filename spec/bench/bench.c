/* bench.c: parsers side by side, in one run, on the same pages in memory:
     bench [only NAME] < list of files (plain or gzip)
   Prints for each the median of RUNS runs, MB/s and the ratio to libxml2's
   htmlReadMemory. "only" runs one of them once, for callgrind. */
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "buffer.h"
#include "gunzip.h"
#include "html.h"
#include "libxml.h"
#include "libxml_html.h"
#include "page_size.h"
#ifdef WITH_GUMBO
#include <gumbo.h>
#endif
#ifdef WITH_LEXBOR
#include <lexbor/html/html.h>
#endif

#define RUNS 7
#define HTML_MOST 0.15 /* of libxml2's time, before 2.14, whose tokenizer is another one */
#define PAGE_MOST ((size_t)64 << 20)

ARRAY_OF(buffer, page_list);

static void with_libxml2(const buffer *b) {
  htmlDocPtr doc = htmlReadMemory(b->data, (int)b->size, NULL, NULL, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(doc);
}

static void with_front_end(const buffer *b, bool libxml) {
  fault error;
  source *s = source_new(b->data, b->size, NULL, SOURCE_HTML, &error);
  if (!s) return;
  page_free(libxml ? libxml_html_parse(s, &error) : html_parse(s, NULL, &error));
}

static void with_html(const buffer *b) { with_front_end(b, false); }
static void with_libxml(const buffer *b) { with_front_end(b, true); }

#ifdef WITH_GUMBO
static void with_gumbo(const buffer *b) {
  gumbo_destroy_output(&kGumboDefaultOptions, gumbo_parse_with_options(&kGumboDefaultOptions, b->data, b->size));
}
#endif

#ifdef WITH_LEXBOR
static void with_lexbor(const buffer *b) {
  lxb_html_document_t *document = lxb_html_document_create();
  lxb_html_document_parse(document, (const lxb_char_t *)b->data, b->size);
  lxb_html_document_destroy(document);
}
#endif

typedef struct contestant {
  const char *name, *what;
  void (*parse)(const buffer *);
} contestant;

static const contestant contestants[] = {
  {"libxml2", "htmlReadMemory + xmlFreeDoc", with_libxml2},
  {"html", "galley's html front end, spans and all", with_html},
  {"libxml", "galley's libxml front end, spans and all", with_libxml},
#ifdef WITH_GUMBO
  {"gumbo", "gumbo_parse + free", with_gumbo},
#endif
#ifdef WITH_LEXBOR
  {"lexbor", "lxb_html_document_parse + destroy", with_lexbor},
#endif
};

/* Reading */

static bool read_page(const char *path, buffer *out) {
  buffer raw = {0};
  char block[65536];
  size_t size;
  fault error;
  FILE *f = fopen(path, "rb");
  if (!f) return false;
  while ((size = fread(block, 1, sizeof block, f)) > 0) buffer_append(&raw, block, size);
  fclose(f);
  if (!gunzip_is(raw.data, raw.size)) {
    *out = raw;
    return !raw.failed;
  }
  bool ok = gunzip(raw.data, raw.size, PAGE_MOST, out, &error) == STATUS_OK;
  buffer_free(&raw);
  return ok;
}

static size_t read_list(page_list *pages) {
  char line[4096];
  size_t bytes = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\t\r\n")] = '\0';
    buffer *page = page_list_push(pages);
    if (!page || !read_page(line, page)) {
      fprintf(stderr, "%s cannot be read\n", line);
      exit(2);
    }
    bytes += page->size;
  }
  return bytes;
}

/* Measuring */

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double run(const contestant *c, const page_list *pages) {
  double start = now();
  for (uint32_t i = 0; i < pages->count; i++) c->parse(&pages->items[i]);
  return now() - start;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values) {
  qsort(values, RUNS, sizeof *values, by_value);
  return values[RUNS / 2];
}

static void print_memory(const page_list *pages, size_t given) {
  size_t bytes = 0;
  for (uint32_t i = 0; i < pages->count; i++) {
    fault error;
    source *s = source_new(pages->items[i].data, pages->items[i].size, NULL, SOURCE_HTML, &error);
    page *p = s ? html_parse(s, NULL, &error) : NULL;
    if (p) bytes += page_size(p);
    page_free(p);
  }
  printf("memory of a page (html): %.2f of its source\n", (double)bytes / (double)given);
}

/* In each round everyone once, so that what else the machine does is shared. */
static bool compare(const page_list *pages, size_t bytes) {
  enum { COUNT = sizeof contestants / sizeof *contestants };
  double seconds[COUNT][RUNS], first = 1;
  bool held = true;
  for (int round = 0; round < RUNS; round++)
    for (int c = 0; c < COUNT; c++) seconds[c][round] = run(&contestants[c], pages);
  for (int c = 0; c < COUNT; c++) {
    double m = median(seconds[c]);
    if (c == 0) first = m;
    printf("%-8s %7.1f ms %8.1f MB/s  ratio %5.3f  %s\n", contestants[c].name, m * 1e3, (double)bytes / m / 1e6,
           m / first, contestants[c].what);
    if (contestants[c].parse == with_html && LIBXML_VERSION < 21400 && m / first > HTML_MOST) held = false;
  }
  return held;
}

static int run_only(const char *name, const page_list *pages) {
  for (size_t c = 0; c < sizeof contestants / sizeof *contestants; c++)
    if (!strcmp(contestants[c].name, name)) {
      run(&contestants[c], pages);
      return 0;
    }
  return !strcmp(name, "nothing") ? 0 : 2; /* "nothing": what reading the list costs */
}

int main(int argc, char **argv) {
  page_list pages = {0};
  size_t bytes = read_list(&pages);
  int code = 0;
  libxml_init();
  if (argc == 3) {
    code = run_only(argv[2], &pages);
  } else {
    printf("%u pages, %.1f MB, libxml2 %s, medians of %d\n", pages.count, (double)bytes / 1e6, xmlParserVersion, RUNS);
    if (!compare(&pages, bytes)) {
      printf("html takes more than %.2f of libxml2's time\n", HTML_MOST);
      code = 1;
    }
    print_memory(&pages, bytes);
  }
  for (uint32_t i = 0; i < pages.count; i++) buffer_free(&pages.items[i]);
  free(pages.items);
  return code;
}
