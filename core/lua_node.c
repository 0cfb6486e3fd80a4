/* lua_node.c: nodes as Lua values: a row number, with the page userdata as user
   value, so that a page outlives its nodes. */
#include "lua_node.h"

#include "lua_page.h"
#include "lua_query.h"
#include "lua_rows.h"
#include "lua_selector.h"
#include "lua_state.h"
#include "text.h"

#define NODE_TYPE "galley.node"

typedef struct node_box {
  uint32_t row;
} node_box;

void lua_node_push(lua_State *L, int page_index, uint32_t row) {
  page_index = lua_absindex(L, page_index);
  node_box *box = lua_newuserdatauv(L, sizeof *box, 1);
  box->row = row;
  lua_pushvalue(L, page_index);
  lua_setiuservalue(L, -2, 1);
  luaL_setmetatable(L, NODE_TYPE);
}

page_ref *lua_node_test(lua_State *L, int index, uint32_t *row) {
  const node_box *box = luaL_testudata(L, index, NODE_TYPE);
  if (!box) return NULL;
  *row = box->row;
  lua_getiuservalue(L, index, 1);
  page_ref *r = lua_page_test(L, -1);
  lua_pop(L, 1);
  return r;
}

page_ref *lua_page_self(lua_State *L, uint32_t *row) {
  const node_box *box = luaL_testudata(L, 1, NODE_TYPE);
  *row = box ? box->row : 0;
  if (box) {
    lua_getiuservalue(L, 1, 1);
    lua_replace(L, 1);
  }
  return lua_page_check(L, 1);
}

/* The node at argument 1, with its page in that place afterwards. */
static const page *check_node(lua_State *L, uint32_t *row) {
  luaL_checkudata(L, 1, NODE_TYPE);
  return lua_page_self(L, row)->page;
}

/* True for an element that holds texts at most, none of them page text: title,
   script, option and the like. */
static bool is_apart(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->kind == NODE_TEXT) return !(n->flags & NODE_PAGE_TEXT);
  if (n->kind != NODE_ELEMENT) return false;
  for (uint32_t child = row + 1; child < n->end; child++) {
    const page_node *c = &p->nodes[child];
    if (c->kind != NODE_TEXT || (c->flags & NODE_PAGE_TEXT)) return false;
  }
  return true;
}

static void push_raw(lua_State *L, const page *p, span range) {
  lua_state_room(L, range.stop - range.start);
  lua_pushlstring(L, p->text + range.start, range.stop - range.start);
}

/* text_trim sees page text only. */
static span trim_raw(const page *p, span range) {
  while (range.start < range.stop && text_is_space(p->text[range.start])) range.start++;
  while (range.start < range.stop && text_is_space(p->text[range.stop - 1])) range.stop--;
  return range;
}

/* node:text() -> the page text in it as it is read; for an element whose only content
   is text that is none of the page's (title, script), that text as it stands, less
   white space at its ends. */
static int node_text(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  span range = page_text_range(p, row);
  lua_state_spend(L, 1 + (range.stop - range.start) / 4);
  if (is_apart(p, row)) push_raw(L, p, trim_raw(p, range));
  else lua_rows_push_text(L, p, range, false);
  return 1;
}

/* node:raw() -> all its text characters as they stand, script and style included. */
static int node_raw(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  span range = page_text_range(p, row);
  lua_state_spend(L, 1 + (range.stop - range.start) / 8);
  push_raw(L, p, range);
  return 1;
}

/* node:spans() -> { {start, stop}, … }, the bytes as given that its text stands in. */
static int node_spans(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  lua_rows_push_spans(L, p, page_text_range(p, row));
  return 1;
}

/* node:html() -> its markup, tags included, in UTF-8. */
static int node_html(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  span markup = p->nodes[row].extent;
  lua_state_room(L, markup.stop - markup.start);
  lua_state_spend(L, 1 + (markup.stop - markup.start) / 8);
  lua_pushlstring(L, p->source->text + markup.start, markup.stop - markup.start);
  return 1;
}

/* node:attr(name) -> the attribute's value, or nil. */
static int node_attr(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  const page_attr *a = lua_rows_attribute(L, p, row, 2);
  if (a) lua_rows_push_value(L, p, a);
  else lua_pushnil(L);
  return 1;
}

/* node:attrs() -> a table of all its attributes, name -> value. */
static int node_attrs(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  const page_node *n = &p->nodes[row];
  const page_attr *a = page_attrs(p, n);
  lua_state_spend(L, 1 + (uint64_t)page_attr_count(a));
  lua_newtable(L);
  for (; a; a = page_attr_after(a)) {
    lua_pushstring(L, page_name(p, a->name));
    lua_rows_push_value(L, p, a);
    lua_rawset(L, -3);
  }
  return 1;
}

/* node:parent() -> the element around it, or nil. A template's content is in it. */
static int node_parent(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  do row = p->nodes[row].parent;
  while (row != PAGE_NONE && p->nodes[row].kind == NODE_CONTENT);
  if (row == PAGE_NONE || row == 0) lua_pushnil(L);
  else lua_node_push(L, 1, row);
  return 1;
}

/* node:children() -> the list of the elements directly in it. */
static int node_children(lua_State *L) {
  uint32_t row, count = 0;
  const page *p = check_node(L, &row);
  uint32_t child = page_first_child(p, row);
  if (child != PAGE_NONE && p->nodes[child].kind == NODE_CONTENT) child = page_first_child(p, child);
  lua_newtable(L);
  for (; child != PAGE_NONE; child = page_next(p, child)) {
    lua_state_spend(L, 1);
    if (p->nodes[child].kind != NODE_ELEMENT) continue;
    lua_node_push(L, 1, child);
    lua_rawseti(L, -2, (lua_Integer)++count);
  }
  return 1;
}

/* node:matches(css) -> whether it matches; :scope is the document. */
static int node_matches(lua_State *L) {
  uint32_t row;
  const page *p = check_node(L, &row);
  const selector *compiled = lua_selector_check(L, 2);
  lua_state_spend(L, 1 + (uint64_t)(p->nodes[row].end - row));
  lua_pushboolean(L, p->nodes[row].kind == NODE_ELEMENT && selector_matches(compiled, p, 0, row));
  return 1;
}

/* node:row() -> its row in the page. */
static int node_row(lua_State *L) {
  uint32_t row;
  check_node(L, &row);
  lua_pushinteger(L, row);
  return 1;
}

/* node:page() -> its page. */
static int node_page(lua_State *L) {
  uint32_t row;
  check_node(L, &row);
  lua_settop(L, 1);
  return 1;
}

/* Pushes a node's page userdata. */
static const node_box *push_page(lua_State *L, int index) {
  const node_box *box = luaL_checkudata(L, index, NODE_TYPE);
  lua_getiuservalue(L, index, 1);
  return box;
}

/* Two values are one node where row and page are the same, whichever handles. */
static int node_equal(lua_State *L) {
  if (!luaL_testudata(L, 1, NODE_TYPE) || !luaL_testudata(L, 2, NODE_TYPE)) {
    lua_pushboolean(L, 0);
    return 1;
  }
  const node_box *a = push_page(L, 1), *b = push_page(L, 2);
  page_ref *first = lua_page_test(L, -2);
  bool same = lua_rawequal(L, -1, -2) || (first && first == lua_page_test(L, -1));
  lua_pushboolean(L, same && a->row == b->row);
  return 1;
}

/* tostring(node): "div (row 12)", "text (row 13)"; it raises nothing. */
static int node_tostring(lua_State *L) {
  const node_box *box = luaL_checkudata(L, 1, NODE_TYPE);
  uint32_t row;
  page_ref *r = lua_node_test(L, 1, &row);
  if (!r) {
    lua_pushliteral(L, "node of a closed page");
    return 1;
  }
  lua_rows_push_name(L, r->page, row);
  if (lua_isnil(L, -1)) lua_rows_push_kind(L, r->page, row);
  lua_pushfstring(L, "%s (row %I)", lua_tostring(L, -1), (LUAI_UACINT)box->row);
  return 1;
}

static const luaL_Reg methods[] = {
    {"text", node_text},         {"raw", node_raw},           {"spans", node_spans},
    {"html", node_html},         {"attr", node_attr},         {"attrs", node_attrs},
    {"parent", node_parent},     {"children", node_children}, {"matches", node_matches},
    {"row", node_row},           {"page", node_page},         {NULL, NULL}};

void lua_node_metatable(lua_State *L) {
  static const luaL_Reg meta[] = {
      {"__eq", node_equal}, {"__tostring", node_tostring}, {NULL, NULL}};
  luaL_newmetatable(L, NODE_TYPE);
  luaL_setfuncs(L, meta, 0);
  luaL_newlib(L, methods);
  lua_rows_shared_methods(L);
  lua_query_methods(L);
  lua_setfield(L, -2, "__index");
  lua_pushliteral(L, NODE_TYPE);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
}
