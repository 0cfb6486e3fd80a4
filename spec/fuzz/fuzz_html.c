/* fuzz_html.c: any bytes through the HTML front end, as a page with scripting, without,
   and as a fragment; the properties must hold each time. */
#include "html.h"
#include "properties.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const html_options options[] = {
    {false, NULL}, {true, NULL}, {false, "div"}, {false, "table"}, {false, "svg path"}, {false, "select"},
    {false, "template"}, {true, "noscript"},
  };
  if (!size) return 0;
  const html_options *chosen = data[0] < 8 ? &options[data[0]] : &options[0];
  size_t skipped = data[0] < 8;
  fault error;
  source *s = source_new((const char *)data + skipped, size - skipped, "utf-8", SOURCE_HTML, &error);
  page *p = s ? html_parse(s, chosen, &error) : NULL;
  if (!p) return 0;
  properties_require(properties_check(p, PROPERTIES_HTML));
  page_free(p);
  return 0;
}
