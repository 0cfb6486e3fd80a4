/* sniff.c: the standard's part of finding an encoding, alone, for `make conformance`:
   a page's bytes in hexadecimal on each line read; on each written the encoding that a
   byte order mark, a declaration in the first 1,024 bytes or one further on gives, else
   windows-1252. (What comes on top of the standard, such as UTF-8 for bytes that are
   valid UTF-8, is in source.c.) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source_encoding.h"

#define PRESCAN 1024

/* The encoding of a byte order mark, or NULL. */
static const char *of_mark(const char *bytes, size_t size) {
  fault error;
  source *s = source_new(bytes, size, "windows-1252", SOURCE_HTML, &error);
  const char *name = s && s->bom ? s->encoding : NULL;
  source_free(s);
  return name;
}

static const char *of_declaration(const char *bytes, size_t size) {
  const encoding *found = source_sniff(bytes, size < PRESCAN ? size : PRESCAN);
  if (!found) found = source_sniff(bytes, size);
  return found ? found->name : "windows-1252";
}

int main(void) {
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, stdin) > 0) {
    size_t size = strcspn(line, "\n") / 2;
    for (size_t i = 0; i < size; i++) {
      char digits[3] = {line[2 * i], line[2 * i + 1], '\0'};
      line[i] = (char)strtoul(digits, NULL, 16);
    }
    const char *mark = of_mark(line, size);
    puts(mark ? mark : of_declaration(line, size));
  }
  free(line);
  return 0;
}
