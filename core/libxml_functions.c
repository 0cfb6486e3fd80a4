/* libxml_functions.c: XPath's functions of strings, counted. libxml2 counts operations, and
   contains(/, 'x') is one, however long the page; asked of every element it takes hours. */
#include "libxml_functions.h"

#include <libxml/xpathInternals.h>
#include <string.h>

#define BYTES_AN_OPERATION 64u

/* How long a node's string value is. */
static uint64_t size_of(const page *p, const xmlNode *node) {
  uintptr_t row = (uintptr_t)node->_private;
  if (node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE || !row) return 0;
  span text = page_text_range(p, (uint32_t)(row - 1));
  return text.stop - text.start;
}

static uint64_t size_of_set(const page *p, const xmlNodeSet *set) {
  uint64_t size = 0;
  for (int i = 0; set && i < set->nodeNr; i++) size += size_of(p, set->nodeTab[i]);
  return size;
}

/* Only sum() and its kin read all nodes of a set, but to tell which is first is work too. */
static uint64_t size_of_arguments(xmlXPathParserContextPtr parser, int count) {
  const page *p = parser->context->extra;
  if (count == 0) return parser->context->node ? size_of(p, parser->context->node) : 0;
  uint64_t size = 0;
  for (int i = 1; i <= count && i <= parser->valueNr; i++) {
    const xmlXPathObject *value = parser->valueTab[parser->valueNr - i];
    if (!value) continue;
    if (value->type == XPATH_STRING && value->stringval) size += strlen((const char *)value->stringval);
    if (value->type == XPATH_NODESET) size += size_of_set(p, value->nodesetval);
  }
  return size;
}

/* False where the operations are spent. */
static bool pay(xmlXPathParserContextPtr parser, int count) {
  xmlXPathContextPtr context = parser->context;
  uint64_t cost = size_of_arguments(parser, count) / BYTES_AN_OPERATION;
  if (context->opLimit == 0) return true;
  if (cost < context->opLimit - context->opCount) {
    context->opCount += (unsigned long)cost;
    return true;
  }
  context->opCount = context->opLimit;
  xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
  return false;
}

#define COUNTED(name, original) \
  static void name(xmlXPathParserContextPtr parser, int count) { \
    if (pay(parser, count)) original(parser, count); \
  }
COUNTED(counted_concat, xmlXPathConcatFunction)
COUNTED(counted_contains, xmlXPathContainsFunction)
COUNTED(counted_normalize, xmlXPathNormalizeFunction)
COUNTED(counted_number, xmlXPathNumberFunction)
COUNTED(counted_starts, xmlXPathStartsWithFunction)
COUNTED(counted_string, xmlXPathStringFunction)
COUNTED(counted_length, xmlXPathStringLengthFunction)
COUNTED(counted_substring, xmlXPathSubstringFunction)
COUNTED(counted_after, xmlXPathSubstringAfterFunction)
COUNTED(counted_before, xmlXPathSubstringBeforeFunction)
COUNTED(counted_sum, xmlXPathSumFunction)
COUNTED(counted_translate, xmlXPathTranslateFunction)

xmlXPathFunction libxml_counted_function(const xmlChar *name) {
  static const struct { const char *name; xmlXPathFunction function; } functions[] = {
    {"concat", counted_concat}, {"contains", counted_contains}, {"normalize-space", counted_normalize},
    {"number", counted_number}, {"starts-with", counted_starts}, {"string", counted_string},
    {"string-length", counted_length}, {"substring", counted_substring}, {"substring-after", counted_after},
    {"substring-before", counted_before}, {"sum", counted_sum}, {"translate", counted_translate},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    if (strcmp((const char *)name, functions[i].name) == 0) return functions[i].function;
  return NULL;
}
