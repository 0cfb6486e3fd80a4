/* html_quirks.c: which doctypes put a page into quirks mode. */
#include "html_tree.h"

/* Public ids that begin so, in lower case. */
static const char *const prefixes[] = {
  "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//",
  "-//advasoft ltd//dtd html 3.0 aswedit + extensions//", "-//ietf//dtd html 2.0 level 1//",
  "-//ietf//dtd html 2.0 level 2//", "-//ietf//dtd html 2.0 strict level 1//",
  "-//ietf//dtd html 2.0 strict level 2//", "-//ietf//dtd html 2.0 strict//",
  "-//ietf//dtd html 2.0//", "-//ietf//dtd html 2.1e//", "-//ietf//dtd html 3.0//",
  "-//ietf//dtd html 3.2 final//", "-//ietf//dtd html 3.2//", "-//ietf//dtd html 3//",
  "-//ietf//dtd html level 0//", "-//ietf//dtd html level 1//", "-//ietf//dtd html level 2//",
  "-//ietf//dtd html level 3//", "-//ietf//dtd html strict level 0//",
  "-//ietf//dtd html strict level 1//", "-//ietf//dtd html strict level 2//",
  "-//ietf//dtd html strict level 3//", "-//ietf//dtd html strict//", "-//ietf//dtd html//",
  "-//metrius//dtd metrius presentational//",
  "-//microsoft//dtd internet explorer 2.0 html strict//",
  "-//microsoft//dtd internet explorer 2.0 html//",
  "-//microsoft//dtd internet explorer 2.0 tables//",
  "-//microsoft//dtd internet explorer 3.0 html strict//",
  "-//microsoft//dtd internet explorer 3.0 html//",
  "-//microsoft//dtd internet explorer 3.0 tables//", "-//netscape comm. corp.//dtd html//",
  "-//netscape comm. corp.//dtd strict html//", "-//o'reilly and associates//dtd html 2.0//",
  "-//o'reilly and associates//dtd html extended 1.0//",
  "-//o'reilly and associates//dtd html extended relaxed 1.0//",
  "-//sq//dtd html 2.0 hotmetal + extensions//",
  "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
  "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
  "-//spyglass//dtd html 2.0 extended//", "-//sun microsystems corp.//dtd hotjava html//",
  "-//sun microsystems corp.//dtd hotjava strict html//", "-//w3c//dtd html 3 1995-03-24//",
  "-//w3c//dtd html 3.2 draft//", "-//w3c//dtd html 3.2 final//", "-//w3c//dtd html 3.2//",
  "-//w3c//dtd html 3.2s draft//", "-//w3c//dtd html 4.0 frameset//",
  "-//w3c//dtd html 4.0 transitional//", "-//w3c//dtd html experimental 19960712//",
  "-//w3c//dtd html experimental 970421//", "-//w3c//dtd w3 html//", "-//w3o//dtd w3 html 3.0//",
  "-//webtechs//dtd mozilla html 2.0//", "-//webtechs//dtd mozilla html//",
};

/* Whether the bytes begin with the lower-case text, or (whole) are it. */
static bool matches(const char *bytes, uint32_t size, const char *lower, bool whole) {
  uint32_t i = 0;
  for (; lower[i]; i++) {
    if (i == size) return false;
    char c = bytes[i];
    if ((c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c) != lower[i]) return false;
  }
  return !whole || i == size;
}

static bool public_quirks(const char *id, uint32_t size) {
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    if (matches(id, size, prefixes[i], false)) return true;
  return matches(id, size, "-//w3o//dtd w3 html strict 3.0//en//", true)
      || matches(id, size, "-/w3c/dtd html 4.0 transitional/en", true)
      || matches(id, size, "html", true);
}

bool doctype_quirks(const html_tree *t, const html_token *doctype) {
  const html_value *id = &doctype->data, *system = &doctype->system;
  if (doctype->force_quirks || doctype->name != NAME_HTML) return true;
  if (system->present
      && matches(html_value_text(&t->tokenizer, system), system->size,
                 "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd", true))
    return true;
  if (!id->present) return false;
  const char *text = html_value_text(&t->tokenizer, id);
  if (public_quirks(text, id->size)) return true;
  return !system->present
      && (matches(text, id->size, "-//w3c//dtd html 4.01 frameset//", false)
          || matches(text, id->size, "-//w3c//dtd html 4.01 transitional//", false));
}
