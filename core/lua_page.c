/* lua_page.c: pages as Lua values: parsing, closing, and what concerns the whole page.
   A page userdata holds one reference to a page_ref, or NULL once it is closed. That of the state in which
   it was parsed keeps the bytes, too, which are the page's text. */
#include "lua_page.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "libxml_html.h"
#include "libxml_xml.h"
#include "lua_features.h"
#include "lua_node.h"
#include "lua_query.h"
#include "lua_rows.h"
#include "lua_selector.h"
#include "lua_state.h"
#include "lua_typed.h"
#include "plain.h"

#define PAGE_TYPE "galley.page"

static const char page_type[] = PAGE_TYPE;

typedef struct page_box {
  const void *type;
  page_ref *ref;
} page_box;

/* References */

page_ref *page_ref_keep(page_ref *r) {
  r->refs++;
  return r;
}

void page_ref_drop(page_ref *r) {
  if (--r->refs > 0) return;
  xpath_view_free(r->xpath);
  blocks_free(&r->blocks);
  block_features_free(&r->features);
  if (r->page) page_free(r->page);
  free(r);
}

status page_ref_blocks(page_ref *r) {
  if (r->blocks_found) return STATUS_OK;
  status code = blocks_find(r->page, &r->blocks);
  if (code != STATUS_OK) {
    blocks_free(&r->blocks);
    r->blocks = (block_list){0};
    return code;
  }
  r->blocks_found = true;
  return STATUS_OK;
}

status page_ref_features(page_ref *r) {
  status code = page_ref_blocks(r);
  if (code != STATUS_OK || r->features_found) return code;
  code = block_features_find(r->page, &r->blocks, &r->features);
  r->features_found = code == STATUS_OK;
  return code;
}

status page_ref_xpath(page_ref *r, fault *error) {
  if (!r->xpath) r->xpath = xpath_view_new(r->page, error);
  return r->xpath ? STATUS_OK : error->code;
}

/* Userdata */

/* Pushes a closed page, to be filled afterwards: nothing leaks in between. */
static page_box *push_box(lua_State *L) {
  page_box *box = lua_newuserdatauv(L, sizeof *box, 1);
  box->type = page_type;
  box->ref = NULL;
  luaL_setmetatable(L, PAGE_TYPE);
  return box;
}

void lua_page_push(lua_State *L, page_ref *r) {
  page_box *box = push_box(L);
  box->ref = page_ref_keep(r);
}

page_ref *lua_page_check(lua_State *L, int arg) {
  const page_box *box = lua_typed_test(L, arg, page_type);
  if (!box) box = luaL_checkudata(L, arg, PAGE_TYPE);
  if (!box->ref) luaL_error(L, "page is closed");
  return box->ref;
}

page_ref *lua_page_test(lua_State *L, int index) {
  const page_box *box = lua_typed_test(L, index, page_type);
  return box ? box->ref : NULL;
}

bool lua_page_is_open(const void *userdata) {
  return ((const page_box *)userdata)->ref != NULL;
}

static void close_box(page_box *box) {
  page_ref *r = box->ref;
  box->ref = NULL;
  if (r) page_ref_drop(r);
}

void lua_page_close(lua_State *L, int index) {
  page_box *box = lua_typed_test(L, index, page_type);
  if (box) close_box(box);
}

/* page:close(), __close and __gc: frees the page's memory unless another state still
   holds the page. Twice is harmless. */
static int page_close(lua_State *L) {
  close_box(luaL_checkudata(L, 1, PAGE_TYPE));
  return 0;
}

/* Parsing */

const char *lua_status_code(status code) {
  static const char *const codes[] = {
      [STATUS_OK] = "ok", [STATUS_MEMORY] = "memory", [STATUS_LIMIT] = "limit",
      [STATUS_SYNTAX] = "syntax", [STATUS_ENCODING] = "encoding", [STATUS_BINARY] = "binary"};
  return codes[code];
}

typedef enum front_end { FRONT_HTML, FRONT_LIBXML, FRONT_XML, FRONT_TEXT } front_end;

typedef struct parse_options {
  const char *encoding; /* NULL: found out */
  front_end front;
  html_options html;
} parse_options;

static void check_option_names(lua_State *L, int arg) {
  static const char *const known[] = {"encoding", "input", "scripting", "fragment", "parser"};
  for (lua_pushnil(L); lua_next(L, arg); lua_pop(L, 1)) {
    const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "?";
    bool found = false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) found |= strcmp(name, known[i]) == 0;
    if (!found) luaL_argerror(L, arg, lua_pushfstring(L, "there is no option '%s'", name));
  }
}

/* Pushes an option that is a string or nil; the value stays on the stack, which keeps
   the string alive. */
static const char *option_string(lua_State *L, int arg, const char *name) {
  int type = lua_getfield(L, arg, name);
  if (type != LUA_TSTRING && type != LUA_TNIL)
    luaL_argerror(L, arg, lua_pushfstring(L, "the option '%s' is a string", name));
  return lua_tostring(L, -1);
}

/* `input` and, for HTML, `parser`. */
static front_end check_front_end(lua_State *L, int arg) {
  const char *input = option_string(L, arg, "input"), *parser = option_string(L, arg, "parser");
  bool libxml = parser && strcmp(parser, "libxml2") == 0;
  if (parser && !libxml && strcmp(parser, "html") != 0)
    luaL_argerror(L, arg, "the option 'parser' is \"html\" or \"libxml2\"");
  if (!input || strcmp(input, "html") == 0) return libxml ? FRONT_LIBXML : FRONT_HTML;
  if (strcmp(input, "xml") == 0) return FRONT_XML;
  if (strcmp(input, "text") != 0)
    luaL_argerror(L, arg, "the option 'input' is \"html\", \"xml\" or \"text\"");
  return FRONT_TEXT;
}

static void check_options(lua_State *L, int arg, parse_options *o) {
  if (lua_isnoneornil(L, arg)) return;
  luaL_checktype(L, arg, LUA_TTABLE);
  check_option_names(L, arg);
  o->encoding = option_string(L, arg, "encoding");
  o->html.fragment = option_string(L, arg, "fragment");
  o->front = check_front_end(L, arg);
  int type = lua_getfield(L, arg, "scripting");
  if (type != LUA_TBOOLEAN && type != LUA_TNIL)
    luaL_argerror(L, arg, "the option 'scripting' is a boolean");
  o->html.no_scripting = type == LUA_TBOOLEAN && !lua_toboolean(L, -1);
}

/* Nothing here can raise. */
static page *parse(const char *bytes, size_t size, const parse_options *o, fault *error) {
  static const source_kind kinds[] = {[FRONT_HTML] = SOURCE_HTML, [FRONT_LIBXML] = SOURCE_HTML,
                                      [FRONT_XML] = SOURCE_XML, [FRONT_TEXT] = SOURCE_TEXT};
  source *s = source_over(bytes, size, o->encoding, kinds[o->front], error);
  if (!s) return NULL;
  switch (o->front) {
  case FRONT_LIBXML: return libxml_html_parse(s, error);
  case FRONT_XML: return libxml_xml_parse(s, error);
  case FRONT_TEXT: return plain_parse(s, error);
  default: return html_parse(s, &o->html, error);
  }
}

static int push_fault(lua_State *L, const fault *error) {
  luaL_pushfail(L);
  lua_pushstring(L, error->message);
  lua_pushstring(L, lua_status_code(error->code));
  lua_pushinteger(L, error->position);
  return 4;
}

/* core.parse(bytes [, {encoding=, input="html"|"xml"|"text", parser="html"|"libxml2",
   scripting=true, fragment=}]) -> page, or nil, message, code, position. */
static int page_parse(lua_State *L) {
  size_t size;
  fault error = {.code = STATUS_MEMORY, .message = "memory is out"};
  parse_options options = {.front = FRONT_HTML};
  const char *bytes = luaL_checklstring(L, 1, &size);
  lua_settop(L, 2);
  check_options(L, 2, &options);
  page_box *box = push_box(L);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  page_ref *r = calloc(1, sizeof *r);
  if (!r) return push_fault(L, &error);
  r->refs = 1;
  box->ref = r;
  r->page = parse(bytes, size, &options, &error);
  if (r->page) return 1;
  close_box(box);
  return push_fault(L, &error);
}

/* The whole page */

/* page:text() -> its page text as it is read. */
static int page_text(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  lua_state_spend(L, 1 + p->text_size / 4);
  lua_rows_push_text(L, p, (span){0, p->text_size}, false);
  return 1;
}

/* page:root() -> the html element (the first element, where a fragment was parsed), or
   nil. */
static int page_root(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  uint32_t row = page_first_child(p, 0);
  while (row != PAGE_NONE && p->nodes[row].kind != NODE_ELEMENT) row = page_next(p, row);
  if (row == PAGE_NONE) lua_pushnil(L);
  else lua_node_push(L, 1, row);
  return 1;
}

/* page:node(row) -> the node of a row. */
static int page_node_at(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  lua_Integer row = luaL_checkinteger(L, 2);
  luaL_argcheck(L, row >= 0 && row < (lua_Integer)p->node_count, 2, "the page has no such row");
  lua_node_push(L, 1, (uint32_t)row);
  return 1;
}

/* page:encoding() -> the WHATWG name of the encoding it was decoded from. */
static int page_encoding(lua_State *L) {
  lua_pushstring(L, lua_page_check(L, 1)->page->source->encoding);
  return 1;
}

/* page:bytes() -> how many bytes were given. */
static int page_bytes(lua_State *L) {
  lua_pushinteger(L, lua_page_check(L, 1)->page->source->given_size);
  return 1;
}

/* page:quirks() -> whether it is in quirks mode. */
static int page_quirks(lua_State *L) {
  lua_pushboolean(L, lua_page_check(L, 1)->page->quirks);
  return 1;
}

static void push_notice(lua_State *L, const page *p, const page_notice *notice) {
  lua_createtable(L, 0, 3);
  lua_pushstring(L, notice->code);
  lua_setfield(L, -2, "code");
  lua_pushinteger(L, source_offset(p->source, notice->position));
  lua_setfield(L, -2, "position");
  lua_pushinteger(L, notice->count);
  lua_setfield(L, -2, "count");
}

/* page:notices() -> { {code=, position= (of the first, in the bytes as given), count=},
   … }. */
static int page_notices(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  lua_newtable(L);
  for (uint32_t i = 0; i < p->notice_count; i++) {
    push_notice(L, p, &p->notices[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* tostring(page); it raises nothing. */
static int page_tostring(lua_State *L) {
  const page_box *box = luaL_checkudata(L, 1, PAGE_TYPE);
  if (!box->ref) lua_pushliteral(L, "page (closed)");
  else lua_pushfstring(L, "page (%I bytes)", (LUAI_UACINT)box->ref->page->source->given_size);
  return 1;
}

/* Two handles of one page are equal. */
static int page_equal(lua_State *L) {
  page_ref *a = lua_page_test(L, 1);
  lua_pushboolean(L, a && a == lua_page_test(L, 2));
  return 1;
}

static void page_metatable(lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", page_close}, {"__close", page_close},
                                  {"__eq", page_equal}, {"__tostring", page_tostring},
                                  {NULL, NULL}};
  static const luaL_Reg methods[] = {
      {"close", page_close},       {"text", page_text},   {"root", page_root},
      {"node", page_node_at},      {"encoding", page_encoding}, {"bytes", page_bytes},
      {"quirks", page_quirks},     {"notices", page_notices},   {NULL, NULL}};
  luaL_newmetatable(L, PAGE_TYPE);
  luaL_setfuncs(L, meta, 0);
  luaL_newlib(L, methods);
  lua_query_methods(L);
  lua_rows_methods(L);
  lua_setfield(L, -2, "__index");
  lua_pushliteral(L, PAGE_TYPE);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
}

void lua_page_metatables(lua_State *L) {
  page_metatable(L);
  lua_node_metatable(L);
  lua_selector_metatable(L);
  lua_features_metatables(L);
}

void lua_page_register(lua_State *L) {
  page_metatable(L);
  lua_node_metatable(L);
  lua_features_metatables(L);
  lua_selector_register(L);
  lua_pushcfunction(L, page_parse);
  lua_setfield(L, -2, "parse");
}
