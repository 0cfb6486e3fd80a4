/* fuzz_source.c: any bytes as a source: sniffed, and under a label that the first byte
   chooses; offsets must lead back into the bytes as given. */
#include "properties.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const labels[] = {
  NULL, "utf-8", "windows-1252", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "gb18030", "gbk", "big5",
  "utf-16le", "utf-16be", "koi8-r", "x-user-defined", "replacement", "macintosh",
};

static void check(const char *bytes, size_t size, const char *label, source_kind kind) {
  fault error;
  source *s = source_new(bytes, size, label, kind, &error);
  if (!s) return;
  properties_require(properties_check_source(s, bytes, size));
  source_free(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!size) return 0;
  const char *bytes = (const char *)data + 1;
  check(bytes, size - 1, labels[data[0] % (sizeof labels / sizeof *labels)], SOURCE_HTML);
  check(bytes, size - 1, NULL, data[0] & 1 ? SOURCE_TEXT : SOURCE_HTML);
  return 0;
}
