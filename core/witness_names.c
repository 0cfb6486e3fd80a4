/* witness_names.c: the meta elements that bear witness, by what they witness, in the order of trust. */
#include "witness_names.h"

#include <stdbool.h>

#define NAME(key, name) {key, name, sizeof(name) - 1}
#define HEADLINE(name) NAME("headline", name)
#define DEK(name) NAME("dek", name)
#define BYLINE(name) NAME("byline", name)
#define PUBLISHED(name) NAME("published", name)
#define MODIFIED(name) NAME("modified", name)
#define SECTION(name) NAME("section", name)
#define SITE(name) NAME("site", name)

const witness_name witness_names[] = {
  HEADLINE("og:title"), HEADLINE("twitter:title"), HEADLINE("dc.title"), HEADLINE("dcterms.title"),
  HEADLINE("parsely-title"), HEADLINE("sailthru.title"), HEADLINE("title"),

  DEK("og:description"), DEK("twitter:description"), DEK("description"), DEK("dc.description"),
  DEK("dcterms.abstract"),

  BYLINE("author"), BYLINE("article:author"), BYLINE("article:author_name"), BYLINE("parsely-author"),
  BYLINE("sailthru.author"), BYLINE("dc.creator"), BYLINE("dcterms.creator"), BYLINE("dc:creator"), BYLINE("byl"),
  BYLINE("cxenseparse:author"), BYLINE("citation_author"), BYLINE("authors"), BYLINE("article.author"),
  BYLINE("shareaholic:article_author_name"), BYLINE("og:article:author"), BYLINE("twitter:data1"),

  PUBLISHED("article:published_time"), PUBLISHED("og:article:published_time"), PUBLISHED("datepublished"),
  PUBLISHED("date"), PUBLISHED("dc.date"), PUBLISHED("dc.date.issued"), PUBLISHED("dcterms.issued"),
  PUBLISHED("dcterms.created"), PUBLISHED("dc.date.created"), PUBLISHED("dcterms.date"), PUBLISHED("dc:date"),
  PUBLISHED("pubdate"), PUBLISHED("publishdate"), PUBLISHED("publish-date"), PUBLISHED("publish_date"),
  PUBLISHED("published-date"), PUBLISHED("publication_date"), PUBLISHED("parsely-pub-date"),
  PUBLISHED("sailthru.date"), PUBLISHED("cxenseparse:publishtime"), PUBLISHED("cxenseparse:recs:publishtime"),
  PUBLISHED("article.published"), PUBLISHED("article.created"), PUBLISHED("article:published"),
  PUBLISHED("published_at"), PUBLISHED("bt:pubdate"), PUBLISHED("vr:published_time"), PUBLISHED("og:published_time"),
  PUBLISHED("rnews:datepublished"), PUBLISHED("shareaholic:article_published_time"),
  PUBLISHED("citation_publication_date"), PUBLISHED("citation_date"), PUBLISHED("displaydate"), PUBLISHED("timestamp"),

  MODIFIED("article:modified_time"), MODIFIED("og:updated_time"), MODIFIED("datemodified"), MODIFIED("lastmod"),
  MODIFIED("last-modified"), MODIFIED("dcterms.modified"), MODIFIED("dc.date.modified"), MODIFIED("article.updated"),
  MODIFIED("shareaholic:article_modified_time"),

  SECTION("article:section"), SECTION("parsely-section"), SECTION("section"),
  SITE("og:site_name"), SITE("application-name"), SITE("publisher"),
  NAME("canonical", "og:url"), NAME("language", "og:locale"), NAME("language", "content-language"),
};

const uint32_t witness_name_count = sizeof witness_names / sizeof *witness_names;

static char lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static bool is(const char *text, const witness_name *one) {
  for (size_t i = 0; i < one->size; i++)
    if (lower(text[i]) != one->name[i]) return false;
  return true;
}

uint32_t witness_name_find(const char *name, size_t size) {
  uint32_t i = 0;
  while (i < witness_name_count && (witness_names[i].size != size || !is(name, &witness_names[i]))) i++;
  return i;
}
