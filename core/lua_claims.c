/* lua_claims.c: claims, from the rules' side in Lua to the settled sheet. The rest of
   galley calls it; users see sheets. Claim numbers are counted from 1 in Lua. */
#include "lua_claims.h"

#include <string.h>

#include "json.h"
#include "lua_json.h"
#include "lua_page.h"

#define CLAIMS_TYPE "galley.claims"

typedef struct claims_box {
  page_ref *page;    /* a reference of our own; NULL once closed */
  claims claims;
  division division;
  sheet sheet;
  buffer out;
  bool settled;
} claims_box;

/* -- the box ------------------------------------------------------------------- */

static int box_close(lua_State *L) {
  claims_box *b = luaL_checkudata(L, 1, CLAIMS_TYPE);
  sheet_free(&b->sheet);
  division_free(&b->division);
  claims_free(&b->claims);
  buffer_free(&b->out);
  if (b->page) page_ref_drop(b->page);
  b->page = NULL;
  return 0;
}

static claims_box *check_box(lua_State *L) {
  claims_box *b = luaL_checkudata(L, 1, CLAIMS_TYPE);
  if (!b->page) luaL_error(L, "claims are closed");
  return b;
}

static claims_box *check_open(lua_State *L) {
  claims_box *b = check_box(L);
  if (b->settled) luaL_error(L, "claims are settled");
  return b;
}

void lua_claims_status(lua_State *L, const claims *c) {
  status s = claims_status(c);
  if (s == STATUS_LIMIT) luaL_error(L, "too many claims for one page");
  if (s != STATUS_OK) luaL_error(L, "not enough memory");
}

static void check_status(lua_State *L, const claims_box *b) {
  lua_claims_status(L, &b->claims);
}

claims *lua_claims_open(lua_State *L, int arg, page_ref **of) {
  claims_box *b = luaL_checkudata(L, arg, CLAIMS_TYPE);
  if (!b->page) luaL_error(L, "claims are closed");
  if (b->settled) luaL_error(L, "claims are settled");
  *of = b->page;
  return &b->claims;
}

/* claims(page) -> claims */
static int claims_new(lua_State *L) {
  page_ref *r = lua_page_check(L, 1);
  claims_box *b = lua_newuserdatauv(L, sizeof *b, 1);
  memset(b, 0, sizeof *b);
  luaL_setmetatable(L, CLAIMS_TYPE);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1); /* the page's userdata keeps its bytes */
  claims_init(&b->claims);
  b->page = page_ref_keep(r);
  return 1;
}

/* -- adding ---------------------------------------------------------------------- */

static uint32_t check_word(lua_State *L, claims_box *b, int arg) {
  size_t size;
  const char *text = luaL_checklstring(L, arg, &size);
  uint32_t word = claims_word(&b->claims, text, size);
  check_status(L, b);
  return word;
}

static uint32_t check_claim(lua_State *L, const claims_box *b, int arg) {
  lua_Integer id = luaL_checkinteger(L, arg);
  luaL_argcheck(L, id >= 1 && (lua_Unsigned)id <= b->claims.list.count, arg, "no such claim");
  return (uint32_t)(id - 1);
}

static uint32_t optional_claim(lua_State *L, const claims_box *b, int arg) {
  return lua_isnoneornil(L, arg) ? CLAIM_NONE : check_claim(L, b, arg);
}

static uint32_t optional_row(lua_State *L, const claims_box *b, int arg) {
  if (lua_isnoneornil(L, arg)) return PAGE_NONE;
  lua_Integer row = luaL_checkinteger(L, arg);
  luaL_argcheck(L, row >= 0 && (lua_Unsigned)row < b->page->page->node_count, arg, "no such row");
  return (uint32_t)row;
}

static uint32_t check_offset(lua_State *L, int arg) {
  lua_Integer at = luaL_checkinteger(L, arg);
  luaL_argcheck(L, at >= 0 && at <= UINT32_MAX, arg, "offset out of range");
  return (uint32_t)at;
}

static span check_span(lua_State *L, int arg) {
  return (span){check_offset(L, arg), check_offset(L, arg + 1)};
}

static int push_claim(lua_State *L, claims_box *b, claim *added) {
  if (!added) check_status(L, b);
  lua_pushinteger(L, (lua_Integer)b->claims.list.count);
  return 1;
}

static void set_origin(lua_State *L, claims_box *b, claim *x, int layer_arg) {
  x->layer = (uint8_t)luaL_optinteger(L, layer_arg, 1);
  x->file = lua_isnoneornil(L, layer_arg + 1) ? CLAIM_NONE : (uint32_t)luaL_checkinteger(L, layer_arg + 1) - 1;
  x->line = (uint32_t)luaL_optinteger(L, layer_arg + 2, 0);
  if (x->file != CLAIM_NONE && x->file >= b->claims.words.count) x->file = CLAIM_NONE;
}

/* claims:file(name) -> number to give as `file` */
static int claims_file(lua_State *L) {
  claims_box *b = check_open(L);
  lua_pushinteger(L, (lua_Integer)check_word(L, b, 2) + 1);
  return 1;
}

static const char *const behaviours[] = {"story", "entry", "sidebar", "teaser", "comment", "chrome", NULL};

/* claims:segment(kind, behaves, owner, row, layer, file, line) -> claim */
static int claims_segment(lua_State *L) {
  claims_box *b = check_open(L);
  uint32_t kind = check_word(L, b, 2);
  int behaves = luaL_checkoption(L, 3, NULL, behaviours);
  uint32_t owner = optional_claim(L, b, 4), row = optional_row(L, b, 5);
  claim *x = claims_add(&b->claims, CLAIM_SEGMENT, kind, owner);
  if (x) {
    x->behaves = (uint8_t)behaves;
    x->node = row;
    set_origin(L, b, x, 6);
  }
  return push_claim(L, b, x);
}

static int add_owned(lua_State *L, claim_type type) {
  claims_box *b = check_open(L);
  uint32_t tag = check_word(L, b, 2), owner = check_claim(L, b, 3), row = optional_row(L, b, 4);
  claim *x = claims_add(&b->claims, type, tag, owner);
  if (x) {
    x->node = row;
    x->anchor = row == PAGE_NONE ? b->claims.list.items[owner].hull.start : b->page->page->nodes[row].text;
    set_origin(L, b, x, 5);
    x->detached = lua_toboolean(L, 8);
  }
  return push_claim(L, b, x);
}

/* claims:part(tag, segment, row, layer, file, line, detached) -> claim */
static int claims_part(lua_State *L) {
  return add_owned(L, CLAIM_PART);
}

/* claims:body("body", segment, row, layer, file, line) -> claim */
static int claims_body(lua_State *L) {
  return add_owned(L, CLAIM_BODY);
}

/* claims:chrome(layer, file, line) -> claim */
static int claims_chrome(lua_State *L) {
  claims_box *b = check_open(L);
  uint32_t word = claims_word(&b->claims, "chrome", 6);
  claim *x = claims_add(&b->claims, CLAIM_CHROME, word, CLAIM_NONE);
  if (x) set_origin(L, b, x, 2);
  return push_claim(L, b, x);
}

/* claims:range(claim, start, stop): text offsets */
static int claims_range(lua_State *L) {
  claims_box *b = check_open(L);
  claims_add_range(&b->claims, check_claim(L, b, 2), check_span(L, 3));
  check_status(L, b);
  return 0;
}

/* claims:given(claim, start, stop): where a value from elsewhere stands, in the bytes
   as given */
static int claims_given(lua_State *L) {
  claims_box *b = check_open(L);
  claims_add_given(&b->claims, check_claim(L, b, 2), check_span(L, 3));
  check_status(L, b);
  return 0;
}

/* claims:value(claim, text) */
static int claims_value(lua_State *L) {
  claims_box *b = check_open(L);
  size_t size;
  uint32_t id = check_claim(L, b, 2);
  const char *text = luaL_checklstring(L, 3, &size);
  claims_set_value(&b->claims, id, text, size);
  check_status(L, b);
  return 0;
}

/* claims:mark(claim, tag, start, stop): text offsets */
static int claims_mark_method(lua_State *L) {
  claims_box *b = check_open(L);
  claims_add_mark(&b->claims, check_claim(L, b, 2), check_word(L, b, 3), check_span(L, 4));
  check_status(L, b);
  return 0;
}

/* claims:field(claim, key, string | integer | boolean) */
static int claims_field_method(lua_State *L) {
  claims_box *b = check_open(L);
  uint32_t id = check_claim(L, b, 2), key = check_word(L, b, 3);
  size_t size = 0;
  if (lua_isboolean(L, 4)) {
    claims_add_field(&b->claims, id, key, FIELD_BOOLEAN, NULL, 0, lua_toboolean(L, 4));
  } else if (lua_isinteger(L, 4)) {
    claims_add_field(&b->claims, id, key, FIELD_INTEGER, NULL, 0, lua_tointeger(L, 4));
  } else {
    const char *text = luaL_checklstring(L, 4, &size);
    claims_add_field(&b->claims, id, key, FIELD_STRING, text, size, 0);
  }
  check_status(L, b);
  return 0;
}

/* claims:tag(claim, key or nil, value): a free tag; true is a key's value that says no more */
static int claims_tag(lua_State *L) {
  claims_box *b = check_open(L);
  uint32_t id = check_claim(L, b, 2), key = lua_isnil(L, 3) ? CLAIM_NONE : check_word(L, b, 3);
  size_t size = 0;
  bool is_true = lua_isboolean(L, 4);
  const char *value = is_true ? "" : luaL_checklstring(L, 4, &size);
  claims_add_field(&b->claims, id, key, FIELD_TAG, value, size, is_true);
  check_status(L, b);
  return 0;
}

/* claims:close(segment, tag): no later layer fills it */
static int claims_close_method(lua_State *L) {
  claims_box *b = check_open(L);
  claims_close(&b->claims, check_claim(L, b, 2), check_word(L, b, 3));
  check_status(L, b);
  return 0;
}

/* claims:close_all(segment): no later layer adds anything to it */
static int claims_close_all(lua_State *L) {
  claims_box *b = check_open(L);
  uint32_t id = check_claim(L, b, 2);
  b->claims.list.items[id].closed_all = true;
  return 0;
}

/* claims:close_kind(behaviour) */
static int claims_close_kind(lua_State *L) {
  claims_box *b = check_open(L);
  b->claims.closed_kinds |= 1u << luaL_checkoption(L, 2, NULL, behaviours);
  return 0;
}

/* claims:why(claim, reason) */
static int claims_why(lua_State *L) {
  claims_box *b = check_open(L);
  uint32_t id = check_claim(L, b, 2), why = check_word(L, b, 3);
  b->claims.list.items[id].why = why;
  return 0;
}

/* -- settling and reading ------------------------------------------------------------ */

/* claims:settle() -> true | nil, message, code */
static int claims_settle(lua_State *L) {
  claims_box *b = check_open(L);
  b->settled = true;
  status s = claims_status(&b->claims);
  if (s == STATUS_OK) s = page_ref_blocks(b->page);
  if (s == STATUS_OK) s = division_make(&b->division, b->page->page, &b->page->blocks, &b->claims);
  if (s == STATUS_OK) s = sheet_make(&b->sheet, &b->division);
  if (s == STATUS_OK) {
    lua_pushboolean(L, 1);
    return 1;
  }
  luaL_pushfail(L);
  lua_pushstring(L, s == STATUS_MEMORY ? "not enough memory" : "the page has too many claims");
  lua_pushstring(L, lua_status_code(s));
  return 3;
}

static claims_box *check_settled(lua_State *L) {
  claims_box *b = check_box(L);
  if (!b->settled) luaL_error(L, "claims are not settled");
  return b;
}

static void write_content(lua_State *L, claims_box *b) {
  writer w = json_writer(&b->out);
  status s = sheet_write(&b->sheet, &w);
  buffer_free(&b->sheet.text); /* it may be as large as what was written */
  if (s != STATUS_OK) luaL_error(L, "not enough memory");
}

/* claims:json() -> the content as JSON. claims:json(head, witnesses, keys, ending) -> the whole
   sheet: head and witnesses are tables whose keys come in the order of `keys` (see lua_json.h);
   a string follows. */
static int claims_json(lua_State *L) {
  claims_box *b = check_settled(L);
  bool whole = !lua_isnoneornil(L, 2);
  size_t size;
  const char *ending = luaL_optlstring(L, 5, "", &size);
  for (int i = 2; whole && i <= 4; i++) luaL_checktype(L, i, LUA_TTABLE);
  b->out.size = 0;
  buffer_reserve(&b->out, b->sheet.division->page->text_size);
  if (whole) {
    lua_json_open(L, 2, 4, &b->out);
    buffer_append(&b->out, ",\"content\":", 11);
  }
  write_content(L, b);
  if (whole) {
    buffer_append(&b->out, "\"witnesses\":", 12);
    lua_json_lists(L, 3, 4, &b->out);
    buffer_byte(&b->out, '}');
  } else {
    json_finish(&b->out);
  }
  buffer_append(&b->out, ending, size);
  if (b->out.failed) return luaL_error(L, "not enough memory");
  lua_pushlstring(L, b->out.data, b->out.size);
  return 1;
}

/* claims:content() -> the sheet's content as tables */
static int claims_content(lua_State *L) {
  lua_sheet_push(L, &check_settled(L)->sheet);
  return 1;
}

static void push_reason(lua_State *L, const claims *c, const claim *x) {
  lua_createtable(L, 0, 6);
  lua_pushstring(L, claims_text(c, x->word));
  lua_setfield(L, -2, x->type == CLAIM_SEGMENT ? "kind" : "tag");
  lua_pushstring(L, claims_text(c, x->file));
  lua_setfield(L, -2, "file");
  lua_pushinteger(L, (lua_Integer)x->line);
  lua_setfield(L, -2, "line");
  lua_pushinteger(L, (lua_Integer)x->layer);
  lua_setfield(L, -2, "layer");
  lua_pushinteger(L, (lua_Integer)x->size);
  lua_setfield(L, -2, "size");
  if (x->why != CLAIM_NONE) {
    lua_pushstring(L, claims_text(c, x->why));
    lua_setfield(L, -2, "why");
  }
}

/* claims:at(offset) -> { {id, tag|kind, file, line, layer, size, why}, … }: every claim
   that holds the text offset, in the order they were made */
static int claims_at(lua_State *L) {
  claims_box *b = check_box(L);
  uint32_t at = check_offset(L, 2);
  lua_Integer count = 0;
  lua_newtable(L);
  for (uint32_t id = 0; id < b->claims.list.count; id++) {
    const claim *x = &b->claims.list.items[id];
    for (uint32_t r = x->ranges; r != CLAIM_NONE; r = b->claims.ranges.items[r].next) {
      span text = b->claims.ranges.items[r].text;
      if (at < text.start || at >= text.stop) continue;
      push_reason(L, &b->claims, x);
      lua_pushinteger(L, (lua_Integer)id + 1);
      lua_setfield(L, -2, "id");
      lua_rawseti(L, -2, ++count);
      break;
    }
  }
  return 1;
}

/* claims:parts() -> { {tag, kind, start, stop, rule}, … }: every part that has text, with
   its segment's kind, its text offsets and the claim that made it, for `explain` */
static int claims_parts(lua_State *L) {
  claims_box *b = check_settled(L);
  const sheet *s = &b->sheet;
  lua_Integer count = 0;
  lua_newtable(L);
  for (uint32_t i = 0; i < s->items.count; i++) {
    const sheet_item *item = &s->items.items[i];
    if (item->is_segment || item->ranges == CLAIM_NONE) continue;
    lua_createtable(L, 0, 4);
    lua_pushstring(L, item->word);
    lua_setfield(L, -2, "tag");
    lua_pushstring(L, item->parent == CLAIM_NONE ? "" : s->items.items[item->parent].word);
    lua_setfield(L, -2, "kind");
    lua_pushinteger(L, (lua_Integer)s->ranges.items[item->ranges].text.start);
    lua_setfield(L, -2, "start");
    lua_pushinteger(L, (lua_Integer)s->ranges.items[item->last_range].text.stop);
    lua_setfield(L, -2, "stop");
    if (item->rule != CLAIM_NONE) {
      lua_pushinteger(L, (lua_Integer)item->rule + 1);
      lua_setfield(L, -2, "rule");
    }
    lua_rawseti(L, -2, ++count);
  }
  return 1;
}

/* json_string(text) -> the text as a JSON string, in quotes */
static int json_string_function(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  claims_box *owner = lua_newuserdatauv(L, sizeof *owner, 0);
  memset(owner, 0, sizeof *owner);
  luaL_setmetatable(L, CLAIMS_TYPE);
  json_string(&owner->out, text, size);
  bool failed = owner->out.failed;
  if (!failed) lua_pushlstring(L, owner->out.data, owner->out.size);
  buffer_free(&owner->out);
  return failed ? luaL_error(L, "not enough memory") : 1;
}

static const luaL_Reg methods[] = {
  {"file", claims_file}, {"segment", claims_segment}, {"part", claims_part}, {"body", claims_body},
  {"chrome", claims_chrome}, {"range", claims_range}, {"given", claims_given}, {"value", claims_value},
  {"mark", claims_mark_method}, {"field", claims_field_method}, {"tag", claims_tag},
  {"close", claims_close_method}, {"close_all", claims_close_all}, {"close_kind", claims_close_kind}, {"why", claims_why},
  {"list", lua_claims_list}, {"settle", claims_settle}, {"json", claims_json}, {"content", claims_content},
  {"at", claims_at}, {"parts", claims_parts},
  {"__gc", box_close}, {"__close", box_close}, {NULL, NULL},
};

static const luaL_Reg functions[] = {{"claims", claims_new}, {"json_string", json_string_function}, {NULL, NULL}};

void lua_claims_register(lua_State *L) {
  luaL_newmetatable(L, CLAIMS_TYPE);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "__index");
  luaL_setfuncs(L, methods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}
