/* libxml_names.c: what the XML front end knows of vocabularies. */
#include "libxml_names.h"

#include <string.h>

typedef struct vocabulary {
  const char *uri;    /* or how it begins, where versions have their own */
  const char *prefix; /* "": the names stand without one */
} vocabulary;

static const vocabulary vocabularies[] = {
  {"http://iptc.org/std/NITF/", ""},
  {"http://iptc.org/std/nar/", ""},
  {"http://purl.org/rss/1.0/modules/content/", "content"},
  {"http://purl.org/rss/1.0/", ""},
  {"http://purl.org/dc/elements/", "dc"},
  {"http://purl.org/dc/terms/", "dcterms"},
  {"http://search.yahoo.com/mrss", "media"},
  {"http://www.w3.org/2005/Atom", "atom"},
  {"http://www.itunes.com/dtds/", "itunes"},
  {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
};

/* Ascending, for the search. NITF's enriched text and what looks like HTML's. */
static const char *const inline_names[] = {
  "a", "abbr", "acronym", "alt-code", "b", "bdi", "bdo", "big", "chron", "cite", "city", "classifier",
  "code", "copyrite.holder", "copyrite.year", "country", "del", "dfn", "em", "event", "font", "frac",
  "frac-den", "frac-num", "frac-sep", "function", "i", "ins", "kbd", "lang", "location", "mark", "money",
  "num", "object.title", "org", "person", "pronounce", "q", "region", "s", "samp", "small", "span",
  "state", "strike", "strong", "sub", "sublocation", "sup", "time", "tt", "u", "var", "virtloc",
};

node_space xml_space(const xml_name *name) {
  if (!name->uri) return SPACE_XML;
  if (!strcmp(name->uri, "http://www.w3.org/1999/xhtml")) return SPACE_HTML;
  if (!strcmp(name->uri, "http://www.w3.org/2000/svg")) return SPACE_SVG;
  return strcmp(name->uri, "http://www.w3.org/1998/Math/MathML") ? SPACE_XML : SPACE_MATHML;
}

static const char *usual_prefix(const char *uri) {
  for (size_t i = 0; i < sizeof vocabularies / sizeof *vocabularies; i++)
    if (!strncmp(uri, vocabularies[i].uri, strlen(vocabularies[i].uri))) return vocabularies[i].prefix;
  return NULL;
}

static const char *page_prefix(const xml_name *name, const char *root) {
  if (xml_space(name) != SPACE_XML) return "";
  if (name->uri && root && !strcmp(name->uri, root)) return "";
  if (!name->prefix) return ""; /* content of another vocabulary, embedded under its own names */
  const char *usual = name->uri ? usual_prefix(name->uri) : NULL;
  return usual ? usual : name->prefix;
}

uint32_t xml_page_name(const xml_name *name, const char *root, char out[XML_NAME_MAX]) {
  const char *prefix = page_prefix(name, root);
  size_t size = strlen(name->local), before = strlen(prefix);
  if (size + before + 1 > XML_NAME_MAX) before = 0;
  if (size > XML_NAME_MAX) size = XML_NAME_MAX;
  memcpy(out, prefix, before);
  if (before) out[before++] = ':';
  memcpy(out + before, name->local, size);
  return (uint32_t)(before + size);
}

bool xml_is_inline(const char *local) {
  size_t low = 0, high = sizeof inline_names / sizeof *inline_names;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(local, inline_names[middle]);
    if (!order) return true;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return false;
}

static bool is(const char *name, uint32_t size, const char *word) {
  return size == strlen(word) && !memcmp(name, word, size);
}

bool xml_holds_html(const char *name, uint32_t size, const char *parent) {
  return is(name, size, "content:encoded") || (is(name, size, "description") && !strcmp(parent, "item"));
}
