-- BR24 (br.de): stories, and news tickers whose entries are flat headings and paragraphs.
-- The class names are generated, but their beginnings stay.
return {
  name = "br", hosts = { "br.de", "*.br.de" },

  chrome = { ":class(ArticleModuleTeaser_breadcrumb__*)", ":class(ArticleType_root*)" },

  story = {
    at        = "article:class(Article_article*)",
    headline  = ":class(ArticleModuleTeaser_title*)",
    dek       = "header :class(ArticleItemTeaserText_text*)",
    byline    = ":class(ArticleModuleTeaser_authorSection__*)",
    published = css ":class(ArticleModuleTeaser_meta*) time":date "%d.%m.%Y, %H:%M Uhr",
    caption   = ":class(ArticleModuleHeroSidebarSectionCopyright_part*)",
    entry     = { at = ":class(ArticleModuleText_wrapper*)", starts = "h2:has(+ p)", headline = "h2", paragraph = "p" },
    note      = { ":class(ArticleModuleSourceOrigin_sourceOrigin*)" },
    body      = "#articlebody",
  },

  sidebar = {
    at = ":class(ArticleSectionRelatedLinkList_*):has(> h2)", heading = "h2",
    teaser = { at = "article", headline = "h2" },
  },
}
