/* properties_run.c: the properties on pages and on mutated copies of them, through both
   front ends: properties_run COPIES [SEED] < list of files (plain or gzip).
   Prints counts; fails where a property is broken, and says how to make the copy again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "gunzip.h"
#include "html.h"
#include "libxml.h"
#include "libxml_html.h"
#include "properties.h"

#define PAGE_MOST ((size_t)64 << 20)
#define VIOLATIONS_SHOWN 20

typedef struct page_file {
  char *path;
  buffer bytes;
} page_file;

ARRAY_OF(page_file, page_files);

typedef struct tally {
  unsigned long pages, bytes, refused, violations;
} tally;

/* xorshift64*: the same copies on every machine. */
static uint64_t next_random(uint64_t *state) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * 0x2545F4914F6CDD1Du;
}

static size_t below(uint64_t *state, size_t limit) {
  return limit ? (size_t)((next_random(state) >> 16) % limit) : 0;
}

/* Files */

static bool read_file(const char *path, buffer *out) {
  FILE *f = fopen(path, "rb");
  char block[65536];
  size_t size;
  if (!f) return false;
  while ((size = fread(block, 1, sizeof block, f)) > 0) buffer_append(out, block, size);
  bool ok = !ferror(f) && !out->failed;
  fclose(f);
  return ok;
}

static bool read_page(const char *path, buffer *out) {
  buffer raw = {0};
  fault error;
  if (!read_file(path, &raw)) return false;
  if (!gunzip_is(raw.data, raw.size)) {
    *out = raw;
    return true;
  }
  bool ok = gunzip(raw.data, raw.size, PAGE_MOST, out, &error) == STATUS_OK;
  buffer_free(&raw);
  return ok;
}

static bool read_list(page_files *files) {
  char line[4096];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\t\r\n")] = '\0';
    page_file *file = page_files_push(files);
    if (!file) return false;
    file->path = strdup(line);
    if (!file->path || !read_page(line, &file->bytes)) {
      fprintf(stderr, "%s cannot be read\n", line);
      return false;
    }
  }
  return true;
}

/* Mutations */

static void cut(buffer *b, uint64_t *random) {
  size_t at = below(random, b->size), size = below(random, 200);
  if (size > b->size - at) size = b->size - at;
  memmove(b->data + at, b->data + at + size, b->size - at - size);
  b->size -= size;
}

static void swap(buffer *b, uint64_t *random) {
  size_t size = below(random, 100) + 1;
  if (b->size < 2 * size) return;
  size_t left = below(random, b->size - 2 * size), right = left + size + below(random, b->size - 2 * size - left);
  for (size_t i = 0; i < size; i++) {
    char kept = b->data[left + i];
    b->data[left + i] = b->data[right + i];
    b->data[right + i] = kept;
  }
}

static void insert(buffer *b, uint64_t *random) {
  static const struct {
    const char *bytes;
    size_t size;
  } bits[] = {
#define BIT(text) {text, sizeof(text) - 1}
    BIT("<"), BIT("&"), BIT("\0"), BIT("\r"), BIT("\r\n"), BIT(">"), BIT("\""), BIT("</"), BIT("<!--"), BIT("-->"),
    BIT("<p>"), BIT("</p>"), BIT("<b>"), BIT("</b>"), BIT("<a href=x>"), BIT("</a>"), BIT("<table>"), BIT("</table>"),
    BIT("<td>"), BIT("<div>"), BIT("</div>"), BIT("<li>"), BIT("<svg>"), BIT("</svg>"), BIT("<math><mi>"),
    BIT("<template>"), BIT("</template>"), BIT("<select>"), BIT("<option>"), BIT("</select>"), BIT("<script>"),
    BIT("</script>"), BIT("<title>"), BIT("<textarea>"), BIT("<![CDATA["), BIT("]]>"), BIT("<?x?>"), BIT("<!doctype html>"),
    BIT("&amp"), BIT("&notit;"), BIT("&#x80;"), BIT("&#0;"), BIT("&acE;"), BIT("\xFF"), BIT("\xC3\xA9"), BIT("</body>"),
    BIT("<pre>\n"), BIT("<p id=a id=b>"), BIT("<frameset>"), BIT("<plaintext>"),
#undef BIT
  };
  size_t chosen = below(random, sizeof bits / sizeof *bits), at = below(random, b->size + 1);
  size_t size = bits[chosen].size;
  if (!buffer_reserve(b, size)) return;
  memmove(b->data + at + size, b->data + at, b->size - at);
  memcpy(b->data + at, bits[chosen].bytes, size);
  b->size += size;
}

static void mutate(buffer *b, uint64_t *random) {
  static void (*const mutations[])(buffer *, uint64_t *) = {cut, swap, insert, insert, insert};
  for (size_t left = below(random, 20) + 1; left > 0; left--) mutations[below(random, 5)](b, random);
}

/* Checking */

static page *parse(source *s, bool libxml, fault *error) {
  return libxml ? libxml_html_parse(s, error) : html_parse(s, NULL, error);
}

static violation check_bytes(const buffer *b, bool libxml, bool *refused) {
  fault error;
  source *s = source_new(b->data, b->size, NULL, SOURCE_HTML, &error);
  violation v = s ? properties_check_source(s, b->data, b->size) : (violation){"no source", 0, 0};
  if (v.what) {
    source_free(s);
    return v;
  }
  page *p = parse(s, libxml, &error);
  *refused = !p;
  if (!p && !(libxml && error.code == STATUS_LIMIT)) return (violation){"no page", 0, 0};
  if (p) v = properties_check(p, libxml ? 0 : PROPERTIES_HTML);
  page_free(p);
  return v;
}

/* Both front ends; `copy` and `seed` say which bytes they were. */
static void check_page(const page_file *file, const buffer *b, unsigned long copy, uint64_t seed, tally tallies[2]) {
  for (int libxml = 0; libxml < 2; libxml++) {
    tally *t = &tallies[libxml];
    bool refused = false;
    violation v = check_bytes(b, libxml == 1, &refused);
    t->pages++;
    t->bytes += b->size;
    t->refused += refused;
    if (!v.what) continue;
    if (t->violations++ < VIOLATIONS_SHOWN)
      printf("%s (%s), copy %lu of seed %llu: %s (row %u, markup offset %u)\n", file->path, libxml ? "libxml2" : "html",
             copy, (unsigned long long)seed, v.what, v.row, v.position);
  }
}

static bool check_copies(const page_files *files, unsigned long copies, uint64_t seed, tally tallies[2]) {
  for (unsigned long i = 0; i < copies; i++) {
    uint64_t random = seed * 0x9E3779B97F4A7C15u + i + 1;
    const page_file *file = &files->items[i % files->count];
    buffer copy = {0};
    if (!buffer_append(&copy, file->bytes.data, file->bytes.size)) return false;
    for (int warm = 0; warm < 4; warm++) next_random(&random);
    mutate(&copy, &random);
    check_page(file, &copy, i, seed, tallies);
    buffer_free(&copy);
  }
  return true;
}

static unsigned long print(const char *what, const tally tallies[2]) {
  for (int i = 0; i < 2; i++)
    printf("%-8s %-15s %6lu pages, %6.1f MB, %lu violations%s\n", i ? "libxml2" : "html", what, tallies[i].pages,
           (double)tallies[i].bytes / 1e6, tallies[i].violations, tallies[i].refused ? " (some refused: too costly)" : "");
  return tallies[0].violations + tallies[1].violations;
}

int main(int argc, char **argv) {
  page_files files = {0};
  tally given[2] = {{0, 0, 0, 0}, {0, 0, 0, 0}}, mutated[2] = {{0, 0, 0, 0}, {0, 0, 0, 0}};
  unsigned long copies = argc > 1 ? strtoul(argv[1], NULL, 10) : 10000;
  uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  libxml_init();
  if (!read_list(&files) || !files.count) return 2;
  for (uint32_t i = 0; i < files.count; i++) check_page(&files.items[i], &files.items[i].bytes, 0, 0, given);
  unsigned long violations = print("as given", given);
  bool done = check_copies(&files, copies, seed, mutated);
  violations += print("mutated copies", mutated);
  for (uint32_t i = 0; i < files.count; i++) {
    free(files.items[i].path);
    buffer_free(&files.items[i].bytes);
  }
  free(files.items);
  return !done || violations ? 1 : 0;
}
