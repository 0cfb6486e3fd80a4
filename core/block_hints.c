/* block_hints.c: what element names, class names, ids and roles say about the text
   in an element. Names are cut into words where a letter case or separator changes,
   and each word, and each pair of neighbours without what parts them, is looked up. */
#include "block_hints.h"

#include <string.h>

#include "html_names.h"

typedef struct hint_word {
  const char *word;
  uint32_t hints;
} hint_word;

/* Words of class names and ids in the languages that news sites use for them. Ascending. */
static const hint_word hint_words[] = {
  {"abo", HINT_PROMO}, {"abonnement", HINT_PROMO}, {"aboutauthor", HINT_BIO},
  {"abstract", HINT_DEK}, {"account", HINT_DIALOG}, {"ad", HINT_AD}, {"adblock", HINT_DIALOG},
  {"addthis", HINT_SHARE}, {"ads", HINT_AD}, {"adslot", HINT_AD}, {"adunit", HINT_AD},
  {"adv", HINT_AD}, {"advert", HINT_AD}, {"advertisement", HINT_AD}, {"advertising", HINT_AD},
  {"advertorial", HINT_AD}, {"adverts", HINT_AD}, {"affiliate", HINT_AD}, {"aktuell", HINT_POPULAR},
  {"aktuelle", HINT_POPULAR}, {"alert", HINT_DIALOG}, {"alsoread", HINT_RELATED},
  {"anreisser", HINT_DEK}, {"antetitulo", HINT_KICKER}, {"anzeige", HINT_AD}, {"app", HINT_PROMO},
  {"appeal", HINT_PROMO}, {"apps", HINT_PROMO}, {"archive", HINT_LIST}, {"argomenti", HINT_TAGS},
  {"article", HINT_STORY}, {"articlebody", HINT_BODY}, {"articlecard", HINT_TEASER},
  {"articlecontent", HINT_BODY}, {"articleexcerpt", HINT_DEK}, {"articleintro", HINT_DEK}, {"articlelead", HINT_DEK}, {"articles", HINT_STORY}, {"articlesummary", HINT_DEK}, {"articleteaser", HINT_DEK}, {"articletekst", HINT_BODY},
  {"articletext", HINT_BODY}, {"articol", HINT_STORY}, {"articolo", HINT_STORY},
  {"articulo", HINT_STORY}, {"artikel", HINT_STORY}, {"artikeltext", HINT_BODY},
  {"aside", HINT_SIDE}, {"associated", HINT_RELATED}, {"audio", HINT_MEDIA},
  {"auteur", HINT_BYLINE}, {"auteurs", HINT_BYLINE}, {"auth", HINT_BYLINE}, {"author", HINT_BYLINE},
  {"authorbio", HINT_BIO}, {"authorbox", HINT_BIO}, {"authorcard", HINT_BIO},
  {"authordescription", HINT_BIO}, {"authorinfo", HINT_BIO}, {"authors", HINT_BYLINE},
  {"autor", HINT_BYLINE}, {"autora", HINT_BYLINE}, {"autore", HINT_BYLINE},
  {"autoren", HINT_BYLINE}, {"autores", HINT_BYLINE}, {"autori", HINT_BYLINE},
  {"badge", HINT_KICKER}, {"bajada", HINT_DEK}, {"banner", HINT_AD | HINT_HEAD},
  {"banners", HINT_AD}, {"beliebt", HINT_POPULAR}, {"bild", HINT_MEDIA}, {"bilder", HINT_MEDIA},
  {"bildergalerie", HINT_MEDIA}, {"bildtext", HINT_CAPTION}, {"bildtitel", HINT_CAPTION},
  {"bildunterschrift", HINT_CAPTION}, {"bio", HINT_BIO}, {"biography", HINT_BIO},
  {"bios", HINT_BIO}, {"blockquote", HINT_QUOTE}, {"blogposting", HINT_STORY}, {"blurb", HINT_DEK},
  {"body", HINT_BODY}, {"bodytext", HINT_BODY}, {"boersenkurse", HINT_WIDGET},
  {"bookmark", HINT_SHARE}, {"bottom", HINT_FOOT}, {"bottomrail", HINT_SIDE}, {"box", HINT_NOTE},
  {"brand", HINT_HEAD}, {"breadcrumb", HINT_NAV}, {"breadcrumbs", HINT_NAV},
  {"breaking", HINT_POPULAR}, {"brightcove", HINT_MEDIA}, {"brodtextingress", HINT_DEK}, {"bu", HINT_CAPTION},
  {"bundle", HINT_LIST}, {"buscar", HINT_FORM}, {"byline", HINT_BYLINE},
  {"bylinename", HINT_BYLINE}, {"byliner", HINT_BYLINE}, {"bylines", HINT_BYLINE},
  {"calendar", HINT_WIDGET}, {"callout", HINT_PROMO}, {"caption", HINT_CAPTION},
  {"captions", HINT_CAPTION}, {"card", HINT_TEASER}, {"cards", HINT_TEASER},
  {"carousel", HINT_MEDIA}, {"cat", HINT_KICKER}, {"categories", HINT_KICKER},
  {"category", HINT_KICKER}, {"channel", HINT_KICKER}, {"chapeau", HINT_DEK}, {"chapo", HINT_DEK},
  {"cita", HINT_QUOTE}, {"citation", HINT_QUOTE}, {"clarification", HINT_NOTE},
  {"collection", HINT_LIST}, {"colophon", HINT_FOOT},
  {"comentarios", HINT_COMMENT}, {"comment", HINT_COMMENT}, {"commentaires", HINT_COMMENT},
  {"commentary", HINT_COMMENT}, {"commenti", HINT_COMMENT}, {"commentlist", HINT_COMMENT},
  {"comments", HINT_COMMENT}, {"commerce", HINT_AD}, {"compartir", HINT_SHARE},
  {"complementary", HINT_SIDE}, {"condividi", HINT_SHARE}, {"consent", HINT_DIALOG},
  {"content", HINT_BODY}, {"contentinfo", HINT_FOOT}, {"contributor", HINT_BYLINE},
  {"contributorbio", HINT_BIO}, {"contributors", HINT_BYLINE}, {"conversation", HINT_COMMENT},
  {"cookie", HINT_DIALOG}, {"cookies", HINT_DIALOG}, {"copete", HINT_DEK}, {"copy", HINT_BODY},
  {"copyright", HINT_CAPTION}, {"copyrightholder", HINT_CAPTION}, {"copyrights", HINT_FOOT},
  {"coral", HINT_COMMENT}, {"corpo", HINT_BODY}, {"correction", HINT_NOTE},
  {"corrections", HINT_NOTE}, {"correlati", HINT_RELATED}, {"count", HINT_COUNT},
  {"counter", HINT_COUNT}, {"counts", HINT_COUNT}, {"credit", HINT_CAPTION},
  {"credits", HINT_CAPTION}, {"crossword", HINT_WIDGET}, {"cta", HINT_PROMO}, {"cuerpo", HINT_BODY},
  {"cutline", HINT_CAPTION}, {"dachzeile", HINT_KICKER}, {"data", HINT_DATE}, {"date", HINT_DATE},
  {"dateline", HINT_DATE}, {"datemodified", HINT_DATE}, {"datepublished", HINT_DATE},
  {"datetime", HINT_DATE}, {"dato", HINT_DATE}, {"datum", HINT_DATE}, {"deck", HINT_DEK},
  {"dek", HINT_DEK}, {"description", HINT_DEK}, {"dfp", HINT_AD}, {"dialog", HINT_DIALOG},
  {"didascalia", HINT_CAPTION}, {"disclaimer", HINT_FOOT}, {"disclosure", HINT_NOTE},
  {"discussion", HINT_COMMENT}, {"disqus", HINT_COMMENT}, {"donate", HINT_PROMO},
  {"donation", HINT_PROMO}, {"download", HINT_PROMO}, {"dropdown", HINT_NAV},
  {"duration", HINT_COUNT}, {"editornote", HINT_NOTE}, {"editorsnote", HINT_NOTE},
  {"editorspicks", HINT_POPULAR}, {"einleitung", HINT_DEK}, {"email", HINT_SHARE}, {"embed", HINT_EMBED},
  {"embedded", HINT_EMBED}, {"embeds", HINT_EMBED}, {"endnote", HINT_NOTE},
  {"ensavoirplus", HINT_RELATED}, {"entradilla", HINT_DEK}, {"entry", HINT_BODY},
  {"entrycontent", HINT_BODY}, {"entrytitle", HINT_TITLE}, {"etiquetas", HINT_TAGS},
  {"event", HINT_WIDGET}, {"events", HINT_WIDGET}, {"excerpt", HINT_DEK}, {"eyebrow", HINT_KICKER},
  {"facebook", HINT_SHARE}, {"factbox", HINT_NOTE}, {"faktabox", HINT_NOTE},
  {"fbcomments", HINT_COMMENT}, {"featured", HINT_POPULAR}, {"fecha", HINT_DATE},
  {"feed", HINT_LIST}, {"field", HINT_FORM}, {"figcaption", HINT_CAPTION}, {"figure", HINT_MEDIA},
  {"firma", HINT_BYLINE}, {"flag", HINT_KICKER}, {"flyout", HINT_NAV}, {"follow", HINT_SHARE},
  {"foot", HINT_FOOT}, {"footer", HINT_FOOT}, {"footnav", HINT_FOOT}, {"footnotes", HINT_FOOT},
  {"forfatter", HINT_BYLINE}, {"form", HINT_FORM}, {"forum", HINT_COMMENT}, {"foto", HINT_MEDIA},
  {"fotograf", HINT_CAPTION}, {"fotos", HINT_MEDIA}, {"fulltext", HINT_BODY},
  {"further", HINT_RELATED}, {"galerie", HINT_MEDIA}, {"galleries", HINT_MEDIA},
  {"gallery", HINT_MEDIA}, {"game", HINT_WIDGET}, {"games", HINT_WIDGET}, {"gdpr", HINT_DIALOG},
  {"grid", HINT_LIST}, {"gridsitem", HINT_TEASER}, {"hamburger", HINT_NAV}, {"head", HINT_HEAD},
  {"header", HINT_HEAD}, {"heading", HINT_TITLE}, {"heading1", HINT_TITLE},
  {"headline", HINT_TITLE}, {"headlines", HINT_TITLE}, {"headlinesbox", HINT_POPULAR},
  {"hed", HINT_TITLE}, {"hentry", HINT_STORY}, {"highlights", HINT_DEK}, {"hora", HINT_DATE},
  {"horoscope", HINT_WIDGET}, {"hot", HINT_POPULAR}, {"iframe", HINT_EMBED}, {"image", HINT_MEDIA},
  {"imagecaption", HINT_CAPTION}, {"imagecredit", HINT_CAPTION}, {"imagen", HINT_MEDIA},
  {"images", HINT_MEDIA}, {"img", HINT_MEDIA}, {"immagine", HINT_MEDIA}, {"imprimir", HINT_FOOT},
  {"imprint", HINT_FOOT}, {"infobox", HINT_NOTE}, {"infokasten", HINT_NOTE}, {"ingres", HINT_DEK},
  {"ingress", HINT_DEK}, {"input", HINT_FORM}, {"inputs", HINT_FORM}, {"inread", HINT_RELATED},
  {"inscription", HINT_PROMO}, {"instagram", HINT_SHARE}, {"instagrammedia", HINT_EMBED},
  {"interstitial", HINT_DIALOG}, {"intro", HINT_DEK}, {"introduction", HINT_DEK},
  {"item", HINT_TEASER}, {"items", HINT_TEASER}, {"journalist", HINT_BYLINE}, {"jp", HINT_RELATED},
  {"jwplayer", HINT_MEDIA}, {"keypoints", HINT_DEK}, {"keyword", HINT_TAGS},
  {"keywords", HINT_TAGS}, {"kicker", HINT_KICKER}, {"kirjoittaja", HINT_BYLINE},
  {"kommentar", HINT_COMMENT}, {"kommentare", HINT_COMMENT}, {"kurse", HINT_WIDGET},
  {"labels", HINT_TAGS}, {"lastupdated", HINT_DATE}, {"latest", HINT_POPULAR}, {"lead", HINT_DEK},
  {"leadin", HINT_DEK}, {"leadtext", HINT_DEK}, {"lede", HINT_DEK}, {"leftrail", HINT_SIDE}, {"legal", HINT_FOOT},
  {"legende", HINT_CAPTION}, {"leidos", HINT_POPULAR}, {"length", HINT_COUNT},
  {"lesezeit", HINT_COUNT}, {"leyenda", HINT_CAPTION}, {"liees", HINT_RELATED},
  {"lightbox", HINT_DIALOG}, {"likes", HINT_COUNT}, {"linkedin", HINT_SHARE},
  {"lireaussi", HINT_RELATED}, {"list", HINT_LIST}, {"listing", HINT_LIST},
  {"listitem", HINT_TEASER}, {"lists", HINT_LIST}, {"live", HINT_LIVE}, {"liveblog", HINT_LIVE},
  {"liveentry", HINT_LIVE}, {"livefyre", HINT_COMMENT}, {"livepost", HINT_LIVE},
  {"livestream", HINT_LIVE}, {"liveticker", HINT_LIVE}, {"loader", HINT_PAGER},
  {"loadmore", HINT_PAGER}, {"login", HINT_DIALOG}, {"logo", HINT_HEAD}, {"lottery", HINT_WIDGET},
  {"lues", HINT_POPULAR}, {"mail", HINT_SHARE}, {"mainnav", HINT_NAV}, {"maintext", HINT_BODY},
  {"maintitle", HINT_TITLE}, {"manchet", HINT_DEK}, {"marginal", HINT_SIDE},
  {"market", HINT_WIDGET}, {"marketing", HINT_PROMO}, {"markets", HINT_WIDGET},
  {"masthead", HINT_HEAD}, {"media", HINT_MEDIA}, {"megamenu", HINT_NAV}, {"mehr", HINT_RELATED},
  {"meistgelesen", HINT_POPULAR}, {"membership", HINT_PROMO}, {"menu", HINT_NAV},
  {"menus", HINT_NAV}, 
  {"minread", HINT_COUNT}, {"modal", HINT_DIALOG}, {"modified", HINT_DATE}, {"module", HINT_WIDGET},
  {"morefrom", HINT_RELATED}, {"morestories", HINT_RELATED}, {"mostcommented", HINT_POPULAR},
  {"mostpopular", HINT_POPULAR}, {"mostread", HINT_POPULAR}, {"mostshared", HINT_POPULAR},
  {"mosttrending", HINT_POPULAR}, {"mostviewed", HINT_POPULAR}, {"mustread", HINT_POPULAR},
  {"native", HINT_AD}, {"nativo", HINT_AD}, {"nav", HINT_NAV}, {"navbar", HINT_NAV},
  {"navi", HINT_NAV}, {"navigation", HINT_NAV}, {"newest", HINT_POPULAR},
  {"newsarticle", HINT_STORY}, {"newsletter", HINT_PROMO}, {"newsletters", HINT_PROMO},
  {"newslist", HINT_LIST}, {"next", HINT_PAGER}, {"nextarticle", HINT_RELATED}, {"note", HINT_NOTE},
  {"notes", HINT_NOTE}, {"notification", HINT_DIALOG}, {"notifications", HINT_DIALOG},
  {"num", HINT_COUNT}, {"number", HINT_COUNT}, {"occhiello", HINT_DEK}, {"occhietto", HINT_KICKER},
  {"oembed", HINT_EMBED}, {"offcanvas", HINT_NAV}, {"offer", HINT_PROMO}, {"offers", HINT_PROMO},
  {"onetrust", HINT_DIALOG}, {"onward", HINT_RELATED}, {"optin", HINT_PROMO},
  {"otsikko", HINT_TITLE}, {"outbrain", HINT_AD}, {"overlay", HINT_DIALOG},
  {"overline", HINT_KICKER}, {"overskrift", HINT_TITLE}, {"overtitle", HINT_KICKER},
  {"pagenav", HINT_PAGER}, {"pager", HINT_PAGER}, 
  {"pagination", HINT_PAGER}, {"paging", HINT_PAGER}, {"paid", HINT_AD}, {"paragraph", HINT_BODY},
  {"paragraphs", HINT_BODY}, {"partager", HINT_SHARE}, {"partner", HINT_AD}, {"partners", HINT_AD},
  {"photo", HINT_MEDIA}, {"photocredit", HINT_CAPTION},
  {"photographer", HINT_CAPTION}, {"photos", HINT_MEDIA}, {"piano", HINT_PROMO},
  {"picks", HINT_POPULAR}, {"picture", HINT_MEDIA}, {"pie", HINT_FOOT}, {"pinterest", HINT_SHARE},
  {"player", HINT_MEDIA}, {"podcast", HINT_MEDIA}, {"poll", HINT_WIDGET}, {"popover", HINT_DIALOG},
  {"populaires", HINT_POPULAR}, {"popular", HINT_POPULAR}, {"populares", HINT_POPULAR},
  {"popup", HINT_DIALOG}, {"post", HINT_STORY}, {"postbody", HINT_BODY}, {"postcontent", HINT_BODY},
  {"posted", HINT_DATE}, {"posttime", HINT_DATE}, {"posttitle", HINT_TITLE}, {"pq", HINT_QUOTE},
  {"preamble", HINT_DEK}, {"preface", HINT_DEK}, {"pretitle", HINT_KICKER}, {"prev", HINT_PAGER},
  {"previous", HINT_PAGER}, {"privacy", HINT_DIALOG}, {"profil", HINT_BIO},
  {"profile", HINT_BIO}, {"promo", HINT_PROMO}, {"promoitem", HINT_TEASER}, {"promos", HINT_PROMO},
  {"promoted", HINT_AD}, {"promotion", HINT_PROMO}, {"prose", HINT_BODY}, {"pubdate", HINT_DATE},
  {"publication", HINT_DATE}, {"publicidad", HINT_AD}, {"publicite", HINT_AD},
  {"publish", HINT_DATE}, {"publishdate", HINT_DATE}, {"published", HINT_DATE},
  {"pull", HINT_QUOTE}, {"pullquote", HINT_QUOTE}, {"quiz", HINT_WIDGET}, {"quote", HINT_QUOTE},
  {"quotes", HINT_QUOTE}, {"rail", HINT_SIDE}, {"rank", HINT_COUNT}, {"readingtime", HINT_COUNT},
  {"readmore", HINT_RELATED}, {"readnext", HINT_RELATED}, {"readtime", HINT_COUNT},
  {"recent", HINT_POPULAR}, {"recentposts", HINT_POPULAR}, {"recherche", HINT_FORM},
  {"recirc", HINT_RELATED}, {"recirculation", HINT_RELATED}, {"recommend", HINT_RELATED},
  {"recommendation", HINT_RELATED}, {"recommendations", HINT_RELATED},
  {"recommended", HINT_RELATED}, {"redakteur", HINT_BYLINE}, {"register", HINT_DIALOG},
  {"regwall", HINT_PROMO}, {"relacionadas", HINT_RELATED}, {"relacionados", HINT_RELATED},
  {"related", HINT_RELATED}, {"relatedarticles", HINT_RELATED}, {"relatedcontent", HINT_RELATED},
  {"relatedlinks", HINT_RELATED}, {"relatedposts", HINT_RELATED}, {"relatedstories", HINT_RELATED},
  {"relaterat", HINT_RELATED}, {"replies", HINT_COMMENT}, {"reply", HINT_COMMENT},
  {"reporter", HINT_BYLINE}, {"respond", HINT_COMMENT}, {"ressort", HINT_KICKER},
  {"resumen", HINT_DEK}, {"revcontent", HINT_AD}, {"richtext", HINT_BODY}, {"rightcol", HINT_SIDE},
  {"rightcolumn", HINT_SIDE}, {"rightrail", HINT_SIDE}, {"river", HINT_LIST},
  {"roofline", HINT_KICKER}, {"rows", HINT_LIST}, {"rte", HINT_BODY}, {"rubric", HINT_KICKER},
  {"rubrik", HINT_TITLE}, {"runtime", HINT_COUNT}, {"schlagworte", HINT_TAGS},
  {"score", HINT_WIDGET}, {"scoreboard", HINT_WIDGET}, {"scores", HINT_WIDGET},
  {"search", HINT_FORM}, {"searchbox", HINT_FORM}, {"searchform", HINT_FORM},
  {"secondary", HINT_SIDE}, {"section", HINT_KICKER}, {"seealso", HINT_RELATED},
  {"seemore", HINT_PAGER}, {"select", HINT_FORM}, {"share", HINT_SHARE}, {"sharebar", HINT_SHARE},
  {"sharedaddy", HINT_SHARE}, {"shares", HINT_SHARE}, {"sharetools", HINT_SHARE},
  {"sharing", HINT_SHARE}, {"showmore", HINT_PAGER}, {"side", HINT_SIDE}, {"sidebar", HINT_SIDE},
  {"sidebars", HINT_SIDE}, {"signature", HINT_BYLINE}, {"signin", HINT_DIALOG},
  {"signup", HINT_PROMO}, {"similar", HINT_RELATED}, {"siteheader", HINT_HEAD},
  {"siteheading", HINT_HEAD}, {"siteinfo", HINT_FOOT}, {"sitemap", HINT_NAV}, {"skip", HINT_NAV},
  {"skiplink", HINT_NAV}, {"skiplinks", HINT_NAV}, {"skribent", HINT_BYLINE},
  {"slider", HINT_MEDIA}, {"slideshow", HINT_MEDIA}, {"slug", HINT_KICKER}, {"social", HINT_SHARE},
  {"socialmedia", HINT_SHARE}, {"socials", HINT_SHARE}, {"sommario", HINT_DEK},
  {"sottotitolo", HINT_DEK}, {"source", HINT_NOTE}, {"sources", HINT_NOTE},
  {"spitzmarke", HINT_KICKER}, {"sponsor", HINT_AD}, {"sponsored", HINT_AD}, {"sponsors", HINT_AD},
  {"sponsorship", HINT_AD}, {"spotim", HINT_COMMENT}, {"stack", HINT_LIST},
  {"standfirst", HINT_DEK}, {"stichwort", HINT_TAGS}, {"stock", HINT_WIDGET},
  {"stocks", HINT_WIDGET}, {"story", HINT_STORY}, {"storybody", HINT_BODY},
  {"storycard", HINT_TEASER}, {"storycontent", HINT_BODY}, {"storylink", HINT_TEASER},
  {"storyteaser", HINT_DEK}, {"strap", HINT_DEK}, {"strapline", HINT_DEK}, {"stream", HINT_LIST}, {"subhead", HINT_DEK},
  {"subheading", HINT_DEK}, {"subheadline", HINT_DEK}, {"submenu", HINT_NAV}, {"subnav", HINT_NAV},
  {"subscribe", HINT_PROMO}, {"subscribeform", HINT_FORM}, {"subscription", HINT_PROMO},
  {"subscriptions", HINT_PROMO}, {"subtitel", HINT_DEK}, {"subtitle", HINT_DEK},
  {"subtitulo", HINT_DEK}, {"suche", HINT_FORM}, {"suggested", HINT_RELATED},
  {"suggestions", HINT_RELATED}, {"sumario", HINT_DEK}, {"summary", HINT_DEK}, {"supertitle", HINT_KICKER},
  {"support", HINT_PROMO}, {"suptitle", HINT_KICKER}, {"surtitre", HINT_KICKER},
  {"taboola", HINT_AD}, {"tag", HINT_TAGS}, {"tagcloud", HINT_TAGS}, {"tagline", HINT_NOTE},
  {"taglist", HINT_TAGS}, {"tags", HINT_TAGS}, {"taxonomy", HINT_TAGS}, {"teaser", HINT_TEASER},
  {"teaserbox", HINT_TEASER}, {"teaserlist", HINT_LIST}, {"teasers", HINT_TEASER},
  {"teasertext", HINT_DEK}, {"teilen", HINT_SHARE}, {"telegram", HINT_SHARE}, {"tema", HINT_TAGS},
  {"temas", HINT_TAGS}, {"text", HINT_BODY}, {"themen", HINT_TAGS}, {"thumb", HINT_TEASER},
  {"thumbnail", HINT_TEASER}, {"thumbs", HINT_TEASER}, {"ticker", HINT_WIDGET | HINT_LIVE},
  {"tiktok", HINT_EMBED}, {"tile", HINT_TEASER}, {"tiles", HINT_TEASER}, {"time", HINT_DATE},
  {"times", HINT_DATE}, {"timestamp", HINT_DATE}, {"titel", HINT_TITLE}, {"title", HINT_TITLE},
  {"titles", HINT_TITLE}, {"titolo", HINT_TITLE}, {"titre", HINT_TITLE}, {"titulo", HINT_TITLE},
  {"toast", HINT_DIALOG}, {"toolbar", HINT_SHARE}, {"tools", HINT_SHARE}, {"tooltip", HINT_DIALOG},
  {"top", HINT_HEAD}, {"topbar", HINT_HEAD}, {"topic", HINT_TAGS}, {"topics", HINT_TAGS},
  {"toplist", HINT_POPULAR}, {"topnav", HINT_NAV}, {"topstories", HINT_POPULAR},
  {"trending", HINT_POPULAR}, {"tv", HINT_WIDGET}, {"tweet", HINT_EMBED}, {"twitter", HINT_SHARE},
  {"twittertweet", HINT_EMBED}, {"ueberschrift", HINT_TITLE}, {"untertitel", HINT_DEK},
  {"updated", HINT_DATE}, {"upnext", HINT_RELATED}, {"upsell", HINT_PROMO}, {"user", HINT_DIALOG},
  {"verfasser", HINT_BYLINE}, {"veroeffentlicht", HINT_DATE}, {"verwandte", HINT_RELATED},
  {"viafoura", HINT_COMMENT}, {"vid", HINT_MEDIA}, {"video", HINT_MEDIA}, {"videos", HINT_MEDIA},
  {"viewall", HINT_PAGER}, {"viewmore", HINT_PAGER}, {"views", HINT_COUNT},
  {"volanta", HINT_KICKER}, {"vorspann", HINT_DEK}, {"vorspanntext", HINT_DEK}, {"weather", HINT_WIDGET},
  {"weiterfuehrend", HINT_RELATED}, {"weiterlesen", HINT_RELATED}, {"werbung", HINT_AD},
  {"wetter", HINT_WIDGET}, {"whatsapp", HINT_SHARE}, {"widget", HINT_WIDGET},
  {"widgets", HINT_WIDGET}, {"writer", HINT_BYLINE}, {"wysiwyg", HINT_BODY},
  {"youtube", HINT_EMBED}, {"zeit", HINT_DATE}, {"zergnet", HINT_AD}, {"zitat", HINT_QUOTE},
};

#define HINT_WORDS (sizeof hint_words / sizeof *hint_words)
#define WORD_MAX 24 /* longer words are not looked up */

static uint32_t hash_byte(uint32_t hash, char c) {
  return (hash ^ (uint8_t)c) * 16777619u;
}

static uint32_t hash_text(const char *text, size_t size) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < size; i++) hash = hash_byte(hash, text[i]);
  return hash;
}

void hint_table_init(hint_table *t) {
  memset(t, 0, sizeof *t);
  for (size_t i = 0; i < HINT_WORDS; i++) {
    uint32_t slot = hash_text(hint_words[i].word, strlen(hint_words[i].word));
    while (t->slots[slot % HINT_SLOTS]) slot++;
    t->slots[slot % HINT_SLOTS] = (uint16_t)(i + 1);
  }
}

static uint32_t look_up(const hint_table *t, const char *word, size_t size) {
  if (size < 2 || size > WORD_MAX) return 0;
  for (uint32_t slot = hash_text(word, size); t->slots[slot % HINT_SLOTS]; slot++) {
    const hint_word *w = &hint_words[t->slots[slot % HINT_SLOTS] - 1];
    if (!strncmp(w->word, word, size) && !w->word[size]) return w->hints;
  }
  return 0;
}

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/* The word that begins at or behind `*at`, in lower case in `out`; its length, 0 at
   the end. Digits and separators part words, so does a change to upper case. */
static size_t next_word(const char *value, size_t size, size_t *at, char out[WORD_MAX]) {
  size_t i = *at, length = 0;
  while (i < size && !is_upper(value[i]) && !is_lower(value[i])) i++;
  size_t start = i;
  while (i < size && (is_lower(value[i]) || is_upper(value[i]))) {
    if (i > start && is_upper(value[i]) && is_lower(value[i - 1])) break;
    if (length < WORD_MAX) out[length++] = (char)(value[i] | 0x20);
    i++;
  }
  *at = i;
  return length;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Whether a digit touches the word of `length` letters that ends at `at`: such short
   words are mostly chance letters of a generated name. */
static bool beside_digit(const char *value, size_t size, size_t at, size_t length) {
  return (at < size && is_digit(value[at])) || (at > length && is_digit(value[at - length - 1]));
}

/* Behind the classes at `at` that are no names but styles: "md:flex", "print:w-[2px]". */
static size_t past_utilities(const char *value, size_t size, size_t at) {
  for (;;) {
    size_t stop = at;
    bool utility = false;
    while (stop < size && (uint8_t)value[stop] <= ' ') stop++;
    while (stop < size && (uint8_t)value[stop] > ' ') {
      utility |= value[stop] == ':' || value[stop] == '[';
      stop++;
    }
    if (!utility) return at;
    at = stop;
  }
}

/* The first letter at or behind `at` that is not of such a class. */
static size_t to_word(const char *value, size_t size, size_t at) {
  if (!at) at = past_utilities(value, size, at);
  while (at < size && !is_upper(value[at]) && !is_lower(value[at])) {
    bool blank = (uint8_t)value[at++] <= ' ';
    if (blank && at < size && (uint8_t)value[at] > ' ') at = past_utilities(value, size, at);
  }
  return at;
}

/* The hints of one value. Of the pair of words that make up a known one, the pair
   counts beside its words: "most-read" is "mostread". */
static uint32_t hints_in(const hint_table *t, const char *value, size_t size) {
  char pair[2 * WORD_MAX];
  size_t at = 0, before = 0;
  uint32_t hints = 0;
  for (;;) {
    char word[WORD_MAX];
    at = to_word(value, size, at);
    size_t length = next_word(value, size, &at, word);
    if (!length) return hints;
    if (length < 4 && beside_digit(value, size, at, length)) {
      before = 0;
      continue;
    }
    hints |= look_up(t, word, length);
    memcpy(pair + before, word, length);
    if (before) hints |= look_up(t, pair, before + length);
    memcpy(pair, word, length);
    before = length;
  }
}

static bool is_telling(uint32_t name) {
  return name == NAME_CLASS || name == NAME_ID || name == NAME_ITEMPROP || name == NAME_ROLE
    || name == NAME_REL || name == NAME_DATA_TESTID;
}

uint32_t hint_of(const hint_table *t, const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  uint32_t hints = 0;
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a)) {
    if (!is_telling(a->name)) continue;
    size_t size;
    const char *value = page_attr_value(p, a, &size);
    hints |= hints_in(t, value, size);
  }
  return hints;
}

uint32_t tag_of(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT || n->space != SPACE_HTML) return 0;
  switch (n->name) {
    case NAME_P: return TAG_PARAGRAPH;
    case NAME_H1: return TAG_HEADING | TAG_H1;
    case NAME_H2: case NAME_H3: case NAME_H4: case NAME_H5: case NAME_H6: return TAG_HEADING;
    case NAME_LI: return TAG_LIST_ITEM;
    case NAME_UL: case NAME_OL: case NAME_DL: case NAME_MENU: return TAG_LIST;
    case NAME_ARTICLE: return TAG_ARTICLE;
    case NAME_SECTION: return TAG_SECTION;
    case NAME_MAIN: return TAG_MAIN;
    case NAME_ASIDE: return TAG_ASIDE;
    case NAME_NAV: return TAG_NAV;
    case NAME_HEADER: return TAG_HEADER;
    case NAME_FOOTER: return TAG_FOOTER;
    case NAME_FIGURE: return TAG_FIGURE;
    case NAME_FIGCAPTION: case NAME_CAPTION: return TAG_CAPTION;
    case NAME_FORM: case NAME_FIELDSET: return TAG_FORM;
    case NAME_BUTTON: return TAG_BUTTON;
    case NAME_TABLE: return TAG_TABLE;
    case NAME_TD: case NAME_TH: return TAG_CELL;
    case NAME_BLOCKQUOTE: case NAME_Q: return TAG_QUOTE;
    case NAME_PRE: case NAME_XMP: case NAME_LISTING: return TAG_PREFORMATTED;
    case NAME_A: return page_attribute(p, row, NAME_HREF) ? TAG_LINK : 0;
    case NAME_TIME: return TAG_TIME;
    case NAME_B: case NAME_STRONG: return TAG_STRONG;
    case NAME_I: case NAME_EM: case NAME_CITE: return TAG_EM;
    case NAME_ADDRESS: return TAG_ADDRESS;
    case NAME_DETAILS: case NAME_SUMMARY: return TAG_DETAILS;
    case NAME_DIALOG: return TAG_DIALOG;
    case NAME_BR: return TAG_BREAK;
    case NAME_LABEL: case NAME_LEGEND: return TAG_LABEL;
    case NAME_DT: case NAME_DD: return TAG_TERM;
    case NAME_SMALL: return TAG_SMALL;
    default: return 0;
  }
}

uint32_t shape_of(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  uint32_t hash = (n->name + 1u) * 2654435761u;
  const page_attr *a = page_attribute(p, row, NAME_CLASS);
  size_t size = 0, i = 0;
  const char *value = a ? page_attr_value(p, a, &size) : "";
  while (i < size && (uint8_t)value[i] <= ' ') i++;
  for (; i < size && (uint8_t)value[i] > ' '; i++)
    if (value[i] < '0' || value[i] > '9') hash = hash_byte(hash, value[i]);
  return hash;
}
