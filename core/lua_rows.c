/* lua_rows.c: the page by rows and offsets, as the engine in Lua uses it. Rows count
   from 0 (the document); text offsets are bytes of the page's text, ranges half-open. */
#include "lua_rows.h"

#include <limits.h>

#include "lua_address.h"
#include "lua_features.h"
#include "lua_metas.h"
#include "lua_query.h"
#include "lua_scratch.h"
#include "lua_selector.h"
#include "lua_state.h"
#include "text.h"

/* Arguments */

static uint32_t check_row(lua_State *L, const page *p, int arg) {
  lua_Integer number = luaL_checkinteger(L, arg);
  luaL_argcheck(L, number >= 0 && number < (lua_Integer)p->node_count, arg,
                "the page has no such row");
  return (uint32_t)number;
}

/* The page at argument 1 and the row at 2. */
static const page *check_node(lua_State *L, uint32_t *row) {
  const page *p = lua_page_check(L, 1)->page;
  *row = check_row(L, p, 2);
  return p;
}

/* The same, or a node at argument 1, which its page takes the place of. */
static const page *check_either(lua_State *L, uint32_t *row) {
  const void *given = lua_touserdata(L, 1);
  const page *p = lua_page_self(L, row)->page;
  if (lua_touserdata(L, 1) == given) *row = check_row(L, p, 2);
  return p;
}

static uint32_t check_offset(lua_State *L, int arg, uint32_t least, uint32_t most) {
  lua_Integer number = luaL_checkinteger(L, arg);
  luaL_argcheck(L, number >= (lua_Integer)least && number <= (lua_Integer)most, arg,
                "the offset is outside the page's text, or stop is before start");
  return (uint32_t)number;
}

/* A range of text at arguments 2 and 3. */
static const page *check_range(lua_State *L, span *range) {
  const page *p = lua_page_check(L, 1)->page;
  range->start = check_offset(L, 2, 0, p->text_size);
  range->stop = check_offset(L, 3, range->start, p->text_size);
  return p;
}

/* Results */

static int push_pair(lua_State *L, span s) {
  lua_pushinteger(L, s.start);
  lua_pushinteger(L, s.stop);
  return 2;
}

static int push_row(lua_State *L, uint32_t row) {
  if (row == PAGE_NONE) lua_pushnil(L);
  else lua_pushinteger(L, row);
  return 1;
}

static void push_numbers(lua_State *L, const uint32_t *numbers, uint32_t count) {
  lua_createtable(L, count < INT_MAX ? (int)count : INT_MAX, 0);
  for (uint32_t i = 0; i < count; i++) {
    lua_pushinteger(L, numbers[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

/* Pushes a markup range's two offsets in the bytes as given; returns 2. */
static int push_given(lua_State *L, const page *p, span markup) {
  return push_pair(L, text_given(p, markup));
}

void lua_rows_push_text(lua_State *L, const page *p, span range, bool preserve) {
  lua_scratch *s = lua_scratch_push(L); /* scratch */
  text_read(p, range, preserve, &s->bytes);
  if (s->bytes.failed) luaL_error(L, "memory is out");
  lua_state_room(L, s->bytes.size);
  lua_pushlstring(L, s->bytes.data, s->bytes.size); /* scratch, text */
  lua_scratch_free(s);
  lua_remove(L, -2);
}

void lua_rows_push_spans(lua_State *L, const page *p, span range) {
  lua_scratch *s = lua_scratch_push(L); /* scratch */
  lua_state_spend(L, 1 + (range.stop - range.start) / 4);
  text_spans(p, range, &s->spans);
  if (s->spans.failed) luaL_error(L, "memory is out");
  lua_createtable(L, s->spans.count < INT_MAX ? (int)s->spans.count : INT_MAX, 0);
  for (uint32_t i = 0; i < s->spans.count; i++) {
    lua_createtable(L, 2, 0);
    push_pair(L, s->spans.items[i]);
    lua_rawseti(L, -3, 2);
    lua_rawseti(L, -2, 1);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_scratch_free(s);
  lua_remove(L, -2);
}

void lua_rows_push_value(lua_State *L, const page *p, const page_attr *a) {
  size_t size;
  const char *value = page_attr_value(p, a, &size);
  lua_state_room(L, size);
  lua_pushlstring(L, size ? value : "", size);
}

void lua_rows_push_name(lua_State *L, const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  bool named = n->kind == NODE_ELEMENT || (n->kind == NODE_DOCTYPE && n->name != PAGE_NONE);
  if (named) lua_pushstring(L, page_name(p, n->name));
  else lua_pushnil(L);
}

void lua_rows_push_kind(lua_State *L, const page *p, uint32_t row) {
  static const char *const kinds[] = {
      [NODE_DOCUMENT] = "document", [NODE_DOCTYPE] = "doctype", [NODE_ELEMENT] = "element",
      [NODE_TEXT] = "text", [NODE_COMMENT] = "comment", [NODE_CONTENT] = "content"};
  lua_pushstring(L, kinds[p->nodes[row].kind]);
}

const page_attr *lua_rows_attribute(lua_State *L, const page *p, uint32_t row, int arg) {
  size_t size;
  const char *text = luaL_checklstring(L, arg, &size);
  if (p->nodes[row].kind != NODE_ELEMENT) return NULL;
  uint32_t name = page_find_name(p, text, size);
  return name == PAGE_NONE ? NULL : page_attribute(p, row, name);
}

/* Finding */

/* page:find(selector or css, row [, first]) -> the rows below `row` that match; at most
   one with `first`. */
static int rows_find(lua_State *L) {
  page_ref *r = lua_page_check(L, 1);
  uint32_t row = check_row(L, r->page, 3);
  bool first = lua_toboolean(L, 4);
  lua_scratch *s = lua_scratch_push(L);
  uint64_t spent = lua_query_select(L, r, row, 2, first, s);
  push_numbers(L, s->rows.items, s->rows.count);
  lua_pushinteger(L, (lua_Integer)spent);
  lua_scratch_free(s);
  return 2;
}

/* page:matches(css, row) -> whether the element matches, :scope being itself. */
static int rows_matches(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  const selector *compiled = lua_selector_check(L, 2);
  uint32_t row = check_row(L, p, 3);
  lua_state_spend(L, 1 + (uint64_t)(p->nodes[row].end - row));
  lua_pushboolean(L, p->nodes[row].kind == NODE_ELEMENT && selector_matches(compiled, p, row, row));
  return 1;
}

/* page:find_xpath(expression, row) -> rows and, in a second list, for each the number
   of the attribute in its element (0 where the row itself is meant; page:attr takes
   the number); or a string, a number, a boolean, and nil. Then the operations it took. */
static int rows_find_xpath(lua_State *L) {
  page_ref *r = lua_page_check(L, 1);
  uint32_t row = check_row(L, r->page, 3);
  lua_scratch *s = lua_scratch_push(L);
  lua_query_xpath(L, r, row, 2, s);
  if (s->found.kind != XPATH_GIVES_NODES) {
    lua_query_push_scalar(L, &s->found);
    lua_pushnil(L);
  } else {
    push_numbers(L, s->found.rows.items, s->found.rows.count);
    push_numbers(L, s->found.attrs.items, s->found.attrs.count);
  }
  lua_pushinteger(L, (lua_Integer)s->found.operations);
  lua_scratch_free(s);
  return 3;
}

/* The tree */

/* page:parent(row), page:next(row) (sibling), page:first_child(row) -> row or nil. */
static int rows_parent(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  return push_row(L, p->nodes[row].parent);
}

static int rows_next(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  return push_row(L, page_next(p, row));
}

static int rows_first_child(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  return push_row(L, page_first_child(p, row));
}

/* page:subtree_end(row) -> one past the last row of its subtree. */
static int rows_subtree_end(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  return push_row(L, p->nodes[row].end);
}

/* page:name(row), node:name() -> "div"; nil for what is no element (or doctype). */
static int rows_name(lua_State *L) {
  uint32_t row;
  const page *p = check_either(L, &row);
  lua_rows_push_name(L, p, row);
  return 1;
}

/* page:kind(row), node:kind() -> "element", "text", "comment", "doctype", "document",
   "content". */
static int rows_kind(lua_State *L) {
  uint32_t row;
  const page *p = check_either(L, &row);
  lua_rows_push_kind(L, p, row);
  return 1;
}

/* page:row(row) -> kind, name, subtree_end, start and stop of the extent, whether a tag of
   its own stands there, how many attributes: in one call, for who goes through all rows. */
static int rows_row(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  const page_node *n = &p->nodes[row];
  lua_rows_push_kind(L, p, row);
  lua_rows_push_name(L, p, row);
  lua_pushinteger(L, n->end);
  push_given(L, p, n->extent);
  lua_pushboolean(L, n->tag.start < n->tag.stop);
  lua_pushinteger(L, page_attr_count(page_attrs(p, n)));
  return 7;
}

/* page:space(row) -> "html", "svg", "mathml", "xml"; nil for what is no element. */
static int rows_space(lua_State *L) {
  static const char *const spaces[] = {
      [SPACE_HTML] = "html", [SPACE_SVG] = "svg", [SPACE_MATHML] = "mathml",
      [SPACE_XML] = "xml"};
  uint32_t row;
  const page *p = check_node(L, &row);
  if (p->nodes[row].kind == NODE_ELEMENT) lua_pushstring(L, spaces[p->nodes[row].space]);
  else lua_pushnil(L);
  return 1;
}

/* page:data(row [, which]) -> a comment's text; a doctype's public id (which = 1) or
   system id (2); nil where there is none. */
static int rows_data(lua_State *L) {
  uint32_t row;
  size_t size = 0;
  const page *p = check_node(L, &row);
  lua_Integer which = luaL_optinteger(L, 3, 0);
  luaL_argcheck(L, which >= 0 && which <= 2, 3, "0, 1 or 2 is expected");
  bool has = p->nodes[row].kind == (which ? NODE_DOCTYPE : NODE_COMMENT);
  const char *data = has ? page_data(p, row, (int)which, &size) : NULL;
  if (data) lua_pushlstring(L, data, size);
  else lua_pushnil(L);
  return 1;
}

/* page:is_block(row), page:is_hidden(row) (by itself, not through an ancestor). */
static int rows_is_block(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  lua_pushboolean(L, p->nodes[row].kind == NODE_ELEMENT && text_is_block(p, row));
  return 1;
}

static int rows_is_hidden(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  lua_pushboolean(L, p->nodes[row].kind == NODE_ELEMENT && element_is_hidden(p, row, NULL));
  return 1;
}

/* Attributes */

/* The attribute at argument 3: a name, or its number in the element. */
static const page_attr *check_attribute(lua_State *L, const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (lua_type(L, 3) != LUA_TNUMBER) return lua_rows_attribute(L, p, row, 3);
  lua_Integer number = luaL_checkinteger(L, 3);
  const page_attr *attrs = page_attrs(p, n);
  uint32_t count = page_attr_count(attrs);
  lua_state_spend(L, 1 + (uint64_t)count / 16);
  return number >= 1 && number <= (lua_Integer)count ? &attrs[number - 1] : NULL;
}

/* page:attr(row, name or number) -> value, start, stop (of the value, in the bytes as
   given), name; nil where there is none. */
static int rows_attr(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  const page_attr *a = check_attribute(L, p, row);
  if (!a) {
    lua_pushnil(L);
    return 1;
  }
  lua_rows_push_value(L, p, a);
  push_given(L, p, a->value_span);
  lua_pushstring(L, page_name(p, a->name));
  return 4;
}

/* page:value(row, name or number) -> the attribute's value alone; nil where there is none. */
static int rows_value(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  const page_attr *a = check_attribute(L, p, row);
  if (a) lua_rows_push_value(L, p, a);
  else lua_pushnil(L);
  return 1;
}

static void push_attribute(lua_State *L, const page *p, const page_attr *a) {
  static const char *const spaces[] = {NULL, "xlink", "xml", "xmlns"};
  lua_createtable(L, 0, 3);
  lua_pushstring(L, page_name(p, a->name));
  lua_setfield(L, -2, "name");
  lua_rows_push_value(L, p, a);
  lua_setfield(L, -2, "value");
  if (a->space < 1 || a->space > 3) return;
  lua_pushstring(L, spaces[a->space]);
  lua_setfield(L, -2, "space");
}

/* page:attrs(row) -> { {name=, value=, space= ("xlink", "xml", "xmlns" or nil)}, … } in
   the page's order. */
static int rows_attrs(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  const page_node *n = &p->nodes[row];
  const page_attr *attrs = page_attrs(p, n);
  uint32_t count = page_attr_count(attrs);
  lua_state_spend(L, 1 + (uint64_t)count * 4);
  lua_newtable(L);
  for (uint32_t i = 0; i < count; i++) {
    push_attribute(L, p, &attrs[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* Offsets */

/* page:range(row) -> start, stop in the page's text. */
static int rows_range(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  return push_pair(L, page_text_range(p, row));
}

/* page:extent(row), node:extent() -> start, stop in the bytes as given, tags included. */
static int rows_extent(lua_State *L) {
  uint32_t row;
  const page *p = check_either(L, &row);
  return push_given(L, p, p->nodes[row].extent);
}

/* page:tag_span(row) -> start, stop of its start tag in the bytes as given (of all of a
   comment or doctype); nil where the tag was implied. */
static int rows_tag_span(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  span tag = p->nodes[row].tag;
  if (tag.start < tag.stop) return push_given(L, p, tag);
  lua_pushnil(L);
  return 1;
}

/* page:close_span(row) -> start, stop of its end tag in the bytes as given; the same
   twice where that was implied. */
static int rows_close_span(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  return push_given(L, p, p->nodes[row].close);
}

/* page:read(start, stop [, preserve]) -> the page text in a range as it is read. */
static int rows_read(lua_State *L) {
  span range;
  const page *p = check_range(L, &range);
  lua_state_spend(L, 1 + (range.stop - range.start) / 4);
  lua_rows_push_text(L, p, range, lua_toboolean(L, 4));
  return 1;
}

/* page:raw(start, stop) -> all characters in a range as they stand, those of script,
   style and head included. */
static int rows_raw(lua_State *L) {
  span range;
  const page *p = check_range(L, &range);
  lua_state_spend(L, 1 + (range.stop - range.start) / 8);
  lua_state_room(L, range.stop - range.start);
  lua_pushlstring(L, p->text ? p->text + range.start : "", range.stop - range.start);
  return 1;
}

/* page:spans(start, stop) -> { {start, stop}, … } in the bytes as given. */
static int rows_spans(lua_State *L) {
  span range;
  const page *p = check_range(L, &range);
  lua_rows_push_spans(L, p, range);
  return 1;
}

/* Blocks */

static page_ref *check_blocks(lua_State *L) {
  page_ref *r = lua_page_check(L, 1);
  if (!r->blocks_found) lua_state_spend(L, 10 * (uint64_t)r->page->node_count + r->page->text_size);
  if (page_ref_blocks(r) != STATUS_OK) luaL_error(L, "memory is out");
  return r;
}

/* page:blocks() -> how many text blocks the page has. */
static int rows_blocks(lua_State *L) {
  lua_pushinteger(L, check_blocks(L)->blocks.count);
  return 1;
}

/* page:block(i) -> start, stop (text), node row, flags (1: hidden). Counts from 1. */
static int rows_block(lua_State *L) {
  page_ref *r = check_blocks(L);
  lua_Integer i = luaL_checkinteger(L, 2);
  luaL_argcheck(L, i >= 1 && i <= (lua_Integer)r->blocks.count, 2, "the page has no such block");
  const block *b = &r->blocks.items[i - 1];
  push_pair(L, b->text);
  lua_pushinteger(L, b->node);
  lua_pushinteger(L, b->flags);
  return 4;
}

static int rows_features(lua_State *L) {
  check_blocks(L);
  return lua_features_of_page(L);
}

void lua_rows_shared_methods(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"name", rows_name}, {"kind", rows_kind}, {"extent", rows_extent}, {NULL, NULL}};
  luaL_setfuncs(L, methods, 0);
}

void lua_rows_methods(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"find", rows_find},         {"find_xpath", rows_find_xpath},
      {"matches", rows_matches},
      {"parent", rows_parent},     {"next", rows_next},
      {"first_child", rows_first_child}, {"subtree_end", rows_subtree_end},
      {"row", rows_row},           {"space", rows_space},
      {"data", rows_data},
      {"is_block", rows_is_block}, {"is_hidden", rows_is_hidden},
      {"attr", rows_attr},         {"attrs", rows_attrs},
      {"value", rows_value},
      {"tag_span", rows_tag_span}, {"close_span", rows_close_span},
      {"range", rows_range},       {"read", rows_read},
      {"raw", rows_raw},           {"spans", rows_spans},
      {"blocks", rows_blocks},     {"block", rows_block},
      {"features", rows_features}, {"metas", lua_page_metas},
      {"target", lua_address_target}, {NULL, NULL}};
  luaL_setfuncs(L, methods, 0);
  lua_rows_shared_methods(L);
}
