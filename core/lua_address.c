/* lua_address.c: what rules ask of addresses: their parts, and whether a link can lead to a story. */
#include "lua_address.h"

#include <stdbool.h>
#include <string.h>

#include "lower.h"
#include "lua_page.h"
#include "lua_pattern.h"
#include "lua_state.h"

enum { BYTES_PER_STEP = 16, TIME_DIGITS = 8 };

/* What the address of a link can lead to. */
enum { TO_SECTION, TO_STORY, TO_FRONT };

static bool is_letter(char c) {
  return lower_letter(c) >= 'a' && lower_letter(c) <= 'z';
}

static bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Pushes the text's lower case, in memory of the state's that is no string yet. */
static char *open_lower(lua_State *L, luaL_Buffer *b, const char *text, size_t size) {
  char *out = luaL_buffinitsize(L, b, size);
  lower_letters(text, size, out);
  return out;
}

/* -- parts ------------------------------------------------------------------------ */

/* Where the first of two bytes stands from `at` on, or `size`. */
static size_t skip_to(const char *text, size_t size, size_t at, char a, char b) {
  while (at < size && text[at] != a && text[at] != b) at++;
  return at;
}

static size_t host_end(const char *text, size_t size, size_t at) {
  while (at < size && text[at] != '/' && text[at] != '?' && text[at] != '#') at++;
  return at;
}

/* Where the host begins in an address that has one, else 0. */
static size_t find_host(const char *text, size_t size, size_t at) {
  while (at < size && is_letter(text[at])) at++;
  if (at < size && text[at] == ':') at++;
  bool found = size - at > 2 && text[at] == '/' && text[at + 1] == '/' && !strchr("/?#", text[at + 2]);
  return found ? at + 2 : 0;
}

typedef struct path_look {
  lua_Integer digits, longest, words;
} path_look;

static bool is_joint(char c) {
  return c == '-' || c == '_' || c == '+';
}

static path_look look_at_path(const char *path, size_t size) {
  path_look look = {0, 0, 0};
  for (size_t i = 0; i <= size; i++) {
    lua_Integer joints = 0;
    size_t start = i;
    bool joint = false;
    for (; i < size && path[i] != '/'; i++) {
      look.digits += path[i] >= '0' && path[i] <= '9';
      joints += joint && !is_joint(path[i]);
      joint = is_joint(path[i]);
    }
    lua_Integer length = (lua_Integer)(i - start), words = joints + joint + 1;
    if (length > look.longest) look.longest = length;
    if (length && words > look.words) look.words = words;
  }
  return look;
}

/* Where the parts of an address stand. */
typedef struct address {
  size_t host, path, path_end; /* the host ends where the path begins; 0: it has none */
  const char *query;           /* NULL: it has none */
  size_t query_size;
} address;

/* Whether a segment of a path says when a page was archived: at least eight digits, and what may stand
   behind them: "20150406120000", "20150406120000id_". */
static bool is_capture_time(const char *text, size_t size) {
  size_t digits = 0;
  while (digits < size && text[digits] >= '0' && text[digits] <= '9') digits++;
  size_t end = digits;
  while (end < size && (is_letter(text[end]) || text[end] == '_')) end++;
  return digits >= TIME_DIGITS && end == size;
}

/* Where the address begins that stands, in one of a web archive's, behind the time of the capture; else `at`. */
static size_t skip_archive(const char *text, size_t size, size_t at) {
  for (size_t i = at, segment = at; i < size && text[i] != '?' && text[i] != '#'; i++) {
    if (text[i] != '/') continue;
    if (is_capture_time(text + segment, i - segment) && find_host(text, size, i + 1)) return i + 1;
    segment = i + 1;
  }
  return at;
}

static address read_address(const char *text, size_t size) {
  size_t start = 0;
  while (start < size && is_space(text[start])) start++;
  while (size > start && is_space(text[size - 1])) size--;
  start = skip_archive(text, size, start);
  address a = {.query = start < size ? memchr(text + start, '?', size - start) : NULL};
  a.host = find_host(text, size, start);
  a.path = a.host ? host_end(text, size, a.host) : start;
  a.path_end = skip_to(text, size, a.path, '?', '#');
  if (!a.query) return a;
  a.query++;
  a.query_size = skip_to(a.query, (size_t)(text + size - a.query), 0, '#', '#');
  return a;
}

/* string.address(text) -> host in lower case (nil where it has none; in a web archive's address the one
   archived), path, query (nil), how
   many digits the path has, the bytes of its longest segment, and the most words of one, which
   `-`, `_` and `+` part. */
static int string_address(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  lua_state_room(L, 2 * size);
  address a = read_address(text, size);
  if (a.host) {
    luaL_Buffer b;
    open_lower(L, &b, text + a.host, a.path - a.host);
    luaL_pushresultsize(&b, a.path - a.host);
  } else lua_pushnil(L);
  lua_pushlstring(L, text + a.path, a.path_end - a.path);
  if (a.query) lua_pushlstring(L, a.query, a.query_size);
  else lua_pushnil(L);
  path_look look = look_at_path(text + a.path, a.path_end - a.path);
  lua_pushinteger(L, look.digits);
  lua_pushinteger(L, look.longest);
  lua_pushinteger(L, look.words);
  return 6;
}

/* -- links ------------------------------------------------------------------------- */

/* Whether the address is one of a story's by the arguments from `at` on: patterns on its query, and how
   many digits, bytes of a segment or words of one its path has then. */
static bool is_storied(lua_State *L, const char *text, const address *a, int at) {
  path_look look = look_at_path(text + a->path, a->path_end - a->path);
  text_pairs pairs = {.known = false};
  if (look.digits >= luaL_checkinteger(L, at + 1) || look.longest >= luaL_checkinteger(L, at + 2)
      || look.words >= luaL_checkinteger(L, at + 3)) return true;
  return a->query && lua_pattern_any(L, a->query, a->query_size, at, &pairs) != 0;
}

static int kind_of(lua_State *L, const char *text, size_t size, int at) {
  if (!lua_patterns_test(L, at)) luaL_checktype(L, at, LUA_TTABLE);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  address a = read_address(text, size);
  if (is_storied(L, text, &a, at)) return TO_STORY;
  size_t path = a.path_end - a.path;
  bool root = path == 1 && text[a.path] == '/';
  return path <= 1 && (a.host || root) ? TO_FRONT : TO_SECTION;
}

/* string.leads(text, queries, digits, longest, words) -> what the address leads to: 1 a story, where
   its path has so many digits, bytes in a segment or words in one, or its query fits a pattern of the
   list; 2 a site's front page; else 0. */
static int string_leads(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_settop(L, 5);
  lua_pushinteger(L, kind_of(L, text, size, 2));
  return 1;
}

/* Where the name of an address's scheme ends that begins at `start`; `start` where none stands there. */
static size_t scheme_end(const char *text, size_t size, size_t start) {
  size_t at = start;
  if (at == size || !is_letter(text[at])) return start;
  while (at < size && (is_letter(text[at]) || (text[at] && strchr("0123456789+.-", text[at])))) at++;
  return at < size && text[at] == ':' ? at : start;
}

/* Whether an address is one of the web, or goes on from the page's own and not within it. */
static bool is_of_web(const char *text, size_t size) {
  static const char scheme[] = "https";
  size_t start = 0, i = 0;
  if (!size || *text == '#') return false;
  while (start < size && is_space(text[start])) start++;
  size_t length = scheme_end(text, size, start) - start;
  while (i < length && i < sizeof scheme - 1 && lower_letter(text[start + i]) == scheme[i]) i++;
  return i == length && (!length || length >= sizeof scheme - 2);
}

static bool fits_any(lua_State *L, const char *text, size_t size, int list) {
  luaL_Buffer b;
  text_pairs pairs = {.known = false};
  lua_state_room(L, size);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  bool found = lua_pattern_any(L, open_lower(L, &b, text, size), size, list, &pairs) != 0;
  luaL_pushresultsize(&b, 0);
  return found;
}

/* page:target(row, others, queries, digits, longest, words) -> where the link at a row leads, and what
   string.leads says of that; nil where it is no page's, or the address in lower case fits a pattern
   of `others`. */
int lua_address_target(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  lua_Integer row = luaL_checkinteger(L, 2);
  luaL_argcheck(L, row >= 0 && row < (lua_Integer)p->node_count, 2, "the page has no such row");
  if (!lua_patterns_test(L, 3)) luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 7);
  uint32_t name = p->nodes[row].kind == NODE_ELEMENT ? page_find_name(p, "href", 4) : PAGE_NONE;
  const page_attr *href = name == PAGE_NONE ? NULL : page_attribute(p, (uint32_t)row, name);
  size_t size = 0;
  const char *text = href ? page_attr_value(p, href, &size) : NULL;
  if (!size || !is_of_web(text, size) || fits_any(L, text, size, 3)) return 0;
  lua_state_room(L, size);
  lua_pushlstring(L, text, size);
  lua_pushinteger(L, kind_of(L, text, size, 4));
  return 2;
}

void lua_address_register(lua_State *L, int strings) {
  lua_pushcfunction(L, string_address);
  lua_setfield(L, strings, "address");
  lua_pushcfunction(L, string_leads);
  lua_setfield(L, strings, "leads");
}
