/* lua_witness.c: what the search for a page's witnesses (lua/galley/divide/witness.lua) asks of
   the core. Rules do not see it. */
#include "lua_witness.h"

#include <string.h>

#include "lua_page.h"
#include "witness_names.h"
#include "witness_rows.h"

/* White space as Lua's patterns have it in the "C" locale. */
static bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* How much of a text stands as it is when it is squeezed. */
static size_t squeezed_front(const char *text, size_t size) {
  size_t at = 0;
  for (; at < size; at++) {
    if (!is_space(text[at])) continue;
    if (text[at] != ' ' || at == 0 || at + 1 == size || is_space(text[at + 1])) break;
  }
  return at;
}

/* core.squeeze(text) -> the text with runs of white space as one space, none at the ends. */
static int squeeze(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  size_t front = squeezed_front(text, size), stop = front;
  if (front == size) {
    lua_settop(L, 1);
    return 1;
  }
  luaL_Buffer b;
  char *out = luaL_buffinitsize(L, &b, size);
  memcpy(out, text, front);
  for (size_t at = front; at < size; at++) {
    if (is_space(text[at])) continue;
    if (stop && is_space(text[at - 1])) out[stop++] = ' ';
    out[stop++] = text[at];
  }
  luaL_pushresultsize(&b, stop);
  return 1;
}

/* -- meta elements ------------------------------------------------------------------------------- */

typedef struct meta_taker {
  lua_State *L;
  const page *p;
  int lists; /* stack index of a table: lists of contents, by the number of the name and 1 */
} meta_taker;

/* Appends a text to the list under a number. */
static void add_value(lua_State *L, int lists, lua_Integer number, const char *value, size_t size) {
  if (lua_rawgeti(L, lists, number) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_createtable(L, 1, 0);
    lua_pushvalue(L, -1);
    lua_rawseti(L, lists, number);
  }
  lua_pushlstring(L, value, size);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
  lua_pop(L, 1);
}

static void take_meta(void *context, uint32_t row) {
  static const uint32_t naming[] = {NAME_PROPERTY, NAME_NAME, NAME_ITEMPROP};
  const meta_taker *t = context;
  const page_attr *content = page_attribute(t->p, row, NAME_CONTENT);
  size_t size = 0, name_size;
  const char *value = content ? page_attr_value(t->p, content, &size) : NULL;
  for (size_t i = 0; size && i < sizeof naming / sizeof *naming; i++) {
    const page_attr *a = page_attribute(t->p, row, naming[i]);
    const char *name = a ? page_attr_value(t->p, a, &name_size) : NULL;
    uint32_t number = name ? witness_name_find(name, name_size) : witness_name_count;
    if (number < witness_name_count) add_value(t->L, t->lists, (lua_Integer)number + 1, value, size);
  }
}

/* Pushes a list of threes of what was taken: the key, the name, the content. */
static void push_metas(lua_State *L, int lists) {
  lua_Integer count = 0;
  lua_newtable(L);
  int out = lua_gettop(L);
  for (uint32_t number = 0; number < witness_name_count; number++) {
    bool any = lua_rawgeti(L, lists, (lua_Integer)number + 1) == LUA_TTABLE;
    for (lua_Integer i = 1; any && i <= (lua_Integer)lua_rawlen(L, out + 1); i++) {
      lua_pushstring(L, witness_names[number].key);
      lua_rawseti(L, out, ++count);
      lua_pushlstring(L, witness_names[number].name, witness_names[number].size);
      lua_rawseti(L, out, ++count);
      lua_rawgeti(L, out + 1, i);
      lua_rawseti(L, out, ++count);
    }
    lua_pop(L, 1);
  }
}

/* -- rows ---------------------------------------------------------------------------------------- */

static void set_list(lua_State *L, const char *name, const witness_list *list) {
  lua_createtable(L, (int)list->count, 0);
  for (uint32_t i = 0; i < list->count; i++) {
    lua_pushinteger(L, list->rows[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, -2, name);
}

static void set_row(lua_State *L, const char *name, uint32_t row) {
  if (row == PAGE_NONE) return;
  lua_pushinteger(L, row);
  lua_setfield(L, -2, name);
}

/* core.witness_rows(page) -> the meta elements that bear witness (witness_names.c), those most trusted first:
   a list of threes of what each witnesses, its name and its content; and { scripts, byline, published, modified:
   lists of rows; title, canonical, html: rows or nil } (see witness_rows.h). */
static int rows_of(lua_State *L) {
  const page *p = lua_page_check(L, 1)->page;
  meta_taker taker = {L, p, 2};
  witness_rows rows;
  lua_settop(L, 1);
  lua_newtable(L);
  witness_rows_find(p, &rows, take_meta, &taker);
  push_metas(L, 2);
  lua_createtable(L, 0, 7);
  set_list(L, "scripts", &rows.scripts);
  set_list(L, "byline", &rows.authors);
  set_list(L, "published", &rows.published);
  set_list(L, "modified", &rows.modified);
  set_row(L, "title", rows.title);
  set_row(L, "canonical", rows.canonical);
  set_row(L, "html", rows.html);
  return 2;
}

static const page *check_row(lua_State *L, uint32_t *row) {
  const page *p = lua_page_check(L, 1)->page;
  lua_Integer given = luaL_checkinteger(L, 2);
  luaL_argcheck(L, given >= 0 && given < (lua_Integer)p->node_count, 2, "the page has no such row");
  *row = (uint32_t)given;
  return p;
}

/* core.is_beside(page, row) -> boolean; core.name_row(page, row) -> row or nil (see witness_rows.h). */
static int is_beside(lua_State *L) {
  uint32_t row;
  const page *p = check_row(L, &row);
  lua_pushboolean(L, witness_is_beside(p, row));
  return 1;
}

static int name_row(lua_State *L) {
  uint32_t row;
  const page *p = check_row(L, &row);
  uint32_t found = witness_name_row(p, row);
  if (found == PAGE_NONE) lua_pushnil(L);
  else lua_pushinteger(L, found);
  return 1;
}

void lua_witness_register(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"squeeze", squeeze}, {"witness_rows", rows_of}, {"is_beside", is_beside}, {"name_row", name_row}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
