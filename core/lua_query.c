/* lua_query.c: selectors and XPath from Lua: what page and node methods share. */
#include "lua_query.h"

#include <limits.h>
#include <string.h>

#include "lua_selector.h"
#include "lua_state.h"

/* Steps a rule pays for each row of the subtree. */
enum { SELECT_STEPS = 2, XPATH_STEPS = 10, XPATH_VIEW_STEPS = 30 };

static uint64_t subtree_rows(const page_ref *r, uint32_t row) {
  return r->page->nodes[row].end - row;
}

uint64_t lua_query_select(lua_State *L, page_ref *r, uint32_t row, int arg, bool first, lua_scratch *s) {
  uint64_t spent = 0;
  const selector *compiled = lua_selector_check(L, arg);
  lua_state_spend(L, SELECT_STEPS * subtree_rows(r, row));
  switch (selector_all_counted(compiled, r->page, row, first, &s->rows, &spent)) {
    case STATUS_OK: break;
    case STATUS_LIMIT: luaL_error(L, "selector-limit: the selector takes too many steps on this page"); break;
    default: luaL_error(L, "memory is out");
  }
  return spent;
}

static void check_view(lua_State *L, page_ref *r) {
  fault error = {0};
  if (!r->xpath) lua_state_spend(L, XPATH_VIEW_STEPS * (uint64_t)r->page->node_count);
  status code = page_ref_xpath(r, &error);
  if (code == STATUS_LIMIT) luaL_error(L, "xpath-limit: %s", error.message);
  if (code != STATUS_OK) luaL_error(L, "memory is out");
}

static void raise_xpath(lua_State *L, int arg, const fault *error) {
  if (error->code == STATUS_LIMIT) luaL_error(L, "xpath-limit: %s", error->message);
  if (error->code == STATUS_MEMORY) luaL_error(L, "memory is out");
  lua_pushstring(L, error->message);
  if (error->position > 0)
    lua_pushfstring(L, "%s at byte %I of the XPath expression", error->message,
                    (LUAI_UACINT)error->position + 1);
  luaL_argerror(L, arg, lua_tostring(L, -1));
}

void lua_query_xpath(lua_State *L, page_ref *r, uint32_t row, int arg, lua_scratch *s) {
  size_t size;
  fault error = {0};
  const char *expression = luaL_checklstring(L, arg, &size);
  luaL_argcheck(L, strlen(expression) == size, arg, "an XPath expression holds no zero bytes");
  check_view(L, r);
  lua_state_spend(L, XPATH_STEPS * subtree_rows(r, row));
  if (xpath_evaluate(r->xpath, expression, row, 0, &s->found, &error) != STATUS_OK)
    raise_xpath(L, arg, &error);
}

void lua_query_push_scalar(lua_State *L, const xpath_result *found) {
  switch (found->kind) {
    case XPATH_GIVES_STRING: lua_pushstring(L, found->string); break;
    case XPATH_GIVES_NUMBER: lua_pushnumber(L, found->number); break;
    case XPATH_GIVES_BOOLEAN: lua_pushboolean(L, found->boolean); break;
    case XPATH_GIVES_NODES: lua_pushnil(L); break;
  }
}

static void push_table(lua_State *L, uint32_t count) {
  lua_createtable(L, count < INT_MAX ? (int)count : INT_MAX, 0);
}

/* Pushes what one row of a node set stands for: a node, or an attribute's value. */
static void push_found(lua_State *L, const page *p, uint32_t row, uint32_t attr) {
  if (attr == 0) {
    lua_node_push(L, 1, row);
    return;
  }
  size_t size;
  const char *value = page_attr_value(p, &p->attrs[p->nodes[row].attr + attr - 1], &size);
  lua_pushlstring(L, value, size);
}

/* page:select(css), node:select(css) -> the list of the elements in it that match. */
static int query_select(lua_State *L) {
  uint32_t row;
  page_ref *r = lua_page_self(L, &row);
  lua_scratch *s = lua_scratch_push(L);
  lua_query_select(L, r, row, 2, false, s);
  push_table(L, s->rows.count);
  for (uint32_t i = 0; i < s->rows.count; i++) {
    lua_node_push(L, 1, s->rows.items[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_scratch_free(s);
  return 1;
}

/* page:first(css), node:first(css) -> the first such element, or nil. */
static int query_first(lua_State *L) {
  uint32_t row;
  page_ref *r = lua_page_self(L, &row);
  lua_scratch *s = lua_scratch_push(L);
  lua_query_select(L, r, row, 2, true, s);
  if (s->rows.count) lua_node_push(L, 1, s->rows.items[0]);
  else lua_pushnil(L);
  lua_scratch_free(s);
  return 1;
}

/* page:xpath(expression), node:xpath(expression) -> a list in document order of nodes,
   and of strings where the expression names attributes (their values); or a string,
   a number, a boolean. */
static int query_xpath(lua_State *L) {
  uint32_t row;
  page_ref *r = lua_page_self(L, &row);
  lua_scratch *s = lua_scratch_push(L);
  lua_query_xpath(L, r, row, 2, s);
  if (s->found.kind != XPATH_GIVES_NODES) lua_query_push_scalar(L, &s->found);
  else push_table(L, s->found.rows.count);
  for (uint32_t i = 0; i < s->found.rows.count; i++) {
    push_found(L, r->page, s->found.rows.items[i], s->found.attrs.items[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_scratch_free(s);
  return 1;
}

void lua_query_methods(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"select", query_select}, {"first", query_first}, {"xpath", query_xpath}, {NULL, NULL}};
  luaL_setfuncs(L, methods, 0);
}
