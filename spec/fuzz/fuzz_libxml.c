/* fuzz_libxml.c: any bytes through libxml2's HTML and XML parsers; spans must hold all
   the same. Which text there is is libxml2's decision. */
#include "libxml.h"
#include "libxml_html.h"
#include "libxml_xml.h"
#include "properties.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const uint8_t *data, size_t size, page *(*parse)(source *, fault *)) {
  fault error;
  source *s = source_new((const char *)data, size, "utf-8", SOURCE_HTML, &error);
  page *p = s ? parse(s, &error) : NULL;
  if (!p) return;
  properties_require(properties_check(p, 0));
  page_free(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  libxml_init();
  check(data, size, libxml_html_parse);
  check(data, size, libxml_xml_parse);
  return 0;
}
