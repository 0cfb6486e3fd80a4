/* lua_copy.c: values to bytes in one state, bytes to values in another.

   The bytes are a preorder list of tagged values. A table is its two size hints,
   its pairs and an end mark. Both sides run in one process, so numbers and sizes
   are stored as they lie in memory. */
#include "lua_copy.h"

#include <string.h>

#include "lua_state.h"

enum {
  TAG_NIL = 'n', TAG_FALSE = 'f', TAG_TRUE = 't', TAG_INTEGER = 'i', TAG_FLOAT = 'd',
  TAG_STRING = 's', TAG_TABLE = '{', TAG_END = '}', TAG_PAGE = 'p', TAG_NODE = 'e'
};

enum { BYTES_PER_STEP = 64 };

void value_copy_free(value_copy *c) {
  buffer_free(&c->data);
  c->page_count = 0;
}

/* -- writing ------------------------------------------------------------------- */

typedef struct writer {
  lua_State *L;
  value_copy *copy;
  copy_functions functions;
  int pages;
  bool adopt;
  unsigned values, depth;
  const void *open[COPY_DEPTH]; /* the tables that are being written */
  int keys[COPY_DEPTH];         /* where in the stack the key in each of them is */
} writer;

/* The key path of the value that is being written. */
typedef struct key_path {
  char text[COPY_PATH];
  size_t size;
  bool plain; /* a function can be found again by it */
} key_path;

static void append(key_path *p, const char *text, size_t size) {
  if (size >= sizeof p->text - p->size) {
    size = sizeof p->text - p->size - 1;
    p->plain = false;
  }
  memcpy(p->text + p->size, text, size);
  p->size += size;
  p->text[p->size] = '\0';
}

static bool all_digits(const char *text, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (text[i] < '0' || text[i] > '9') return false;
  return true;
}

/* Numbers are found by their digits, so a string of digits is no plain key. */
static void append_key(lua_State *L, key_path *p, int key) {
  if (p->size) append(p, ".", 1);
  if (lua_isinteger(L, key)) {
    char digits[32];
    lua_Integer i = lua_tointeger(L, key);
    int size = lua_integer2str(digits, sizeof digits, i);
    append(p, digits, (size_t)size);
    if (i < 0) p->plain = false;
  } else if (lua_type(L, key) == LUA_TSTRING) {
    size_t size;
    const char *text = lua_tolstring(L, key, &size);
    append(p, text, size);
    if (all_digits(text, size) || memchr(text, '.', size) || memchr(text, '\0', size)) p->plain = false;
  } else {
    append(p, "?", 1);
    p->plain = false;
  }
}

static key_path find_path(writer *w) {
  key_path p = { .plain = true };
  for (unsigned i = 0; i < w->depth; i++)
    if (w->keys[i]) append_key(w->L, &p, w->keys[i]);
  return p;
}

static int refuse(writer *w, const char *what) {
  key_path p = find_path(w);
  return luaL_error(w->L, "%s cannot be copied%s%s", what, p.size ? ", at " : "", p.text);
}

static void put(writer *w, const void *bytes, size_t size) {
  if (!buffer_append(&w->copy->data, bytes, size)) luaL_error(w->L, "not enough memory to copy values");
}

static void put_tag(writer *w, char tag) {
  put(w, &tag, 1);
}

static void put_bytes(writer *w, const char *text, size_t size) {
  size_t limit = w->copy->most_bytes;
  if (limit && (w->copy->data.size > limit || size > limit - w->copy->data.size)) refuse(w, "so much text");
  lua_state_spend(w->L, size / BYTES_PER_STEP);
  put_tag(w, TAG_STRING);
  put(w, &size, sizeof size);
  put(w, text, size);
}

static void put_number(writer *w, int index) {
  if (lua_isinteger(w->L, index)) {
    lua_Integer i = lua_tointeger(w->L, index);
    put_tag(w, TAG_INTEGER);
    put(w, &i, sizeof i);
  } else {
    lua_Number n = lua_tonumber(w->L, index);
    put_tag(w, TAG_FLOAT);
    put(w, &n, sizeof n);
  }
}

static void put_string(writer *w, int index) {
  size_t size;
  const char *text = lua_tolstring(w->L, index, &size);
  put_bytes(w, text, size);
}

/* A function is written as the table that says where it is. */
static void put_function(writer *w) {
  uint32_t hints[2] = { 0, 1 };
  if (w->functions == COPY_NO_FUNCTIONS) refuse(w, "a function");
  key_path p = find_path(w);
  if (!p.plain) refuse(w, "a function under a key that has a dot, or no name,");
  put_tag(w, TAG_TABLE);
  put(w, hints, sizeof hints);
  put_bytes(w, "function", 8);
  put_bytes(w, p.text, p.size);
  put_tag(w, TAG_END);
}

/* The number of the page whose userdata is on top of the stack; it is added where the
   writer may. */
static unsigned page_number(writer *w, page_ref *held) {
  value_copy *c = w->copy;
  unsigned n = 0;
  while (n < c->page_count && c->pages[n] != held) n++;
  if (n < c->page_count) return n;
  if (!w->adopt) refuse(w, "a page that was not given");
  if (n == COPY_PAGES) refuse(w, "one more than eight pages");
  lua_pushvalue(w->L, -1);
  lua_rawseti(w->L, w->pages, (lua_Integer)n + 1);
  c->pages[c->page_count++] = held;
  return n;
}

static void put_userdata(writer *w, int index) {
  uint32_t row = 0;
  page_ref *held = lua_page_test(w->L, index);
  bool node = !held;
  if (node) held = lua_node_test(w->L, index, &row);
  if (!held) refuse(w, "a userdata");
  if (node) lua_getiuservalue(w->L, index, 1);
  else lua_pushvalue(w->L, index);
  unsigned number = page_number(w, held);
  lua_pop(w->L, 1);
  put_tag(w, node ? TAG_NODE : TAG_PAGE);
  if (node) put(w, &row, sizeof row);
  put(w, &number, sizeof number);
}

static void put_value(writer *w, int index);

static void put_key(writer *w, int index) {
  int type = lua_type(w->L, index);
  if (type == LUA_TFUNCTION || type == LUA_TTABLE || type == LUA_TUSERDATA) refuse(w, "a key that is no string or number");
  put_value(w, index);
}

static void put_pair(writer *w, uint32_t *hints) {
  int top = lua_gettop(w->L);
  w->keys[w->depth - 1] = top - 1;
  put_key(w, top - 1);
  put_value(w, top);
  hints[lua_isinteger(w->L, top - 1) ? 0 : 1]++;
}

static void open_table(writer *w, int index) {
  const void *table = lua_topointer(w->L, index);
  for (unsigned i = 0; i < w->depth; i++)
    if (w->open[i] == table) refuse(w, "a table that contains itself");
  if (w->depth == COPY_DEPTH) refuse(w, "a table nested deeper than 32");
  w->keys[w->depth] = 0;
  w->open[w->depth++] = table;
}

/* Recursive, to a depth of COPY_DEPTH. The hints are written when they are known. */
static void put_table(writer *w, int index) {
  lua_State *L = w->L;
  uint32_t hints[2] = { 0, 0 };
  open_table(w, index);
  put_tag(w, TAG_TABLE);
  size_t hole = w->copy->data.size;
  put(w, hints, sizeof hints);
  luaL_checkstack(L, 8, "copying values");
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) put_pair(w, hints);
  memcpy(w->copy->data.data + hole, hints, sizeof hints);
  put_tag(w, TAG_END);
  w->depth--;
}

static void put_value(writer *w, int index) {
  if (++w->values > COPY_VALUES) luaL_error(w->L, "more than %d values cannot be copied", COPY_VALUES);
  lua_state_spend(w->L, 4);
  switch (lua_type(w->L, index)) {
    case LUA_TNIL: put_tag(w, TAG_NIL); break;
    case LUA_TBOOLEAN: put_tag(w, lua_toboolean(w->L, index) ? TAG_TRUE : TAG_FALSE); break;
    case LUA_TNUMBER: put_number(w, index); break;
    case LUA_TSTRING: put_string(w, index); break;
    case LUA_TTABLE: put_table(w, index); break;
    case LUA_TFUNCTION: put_function(w); break;
    case LUA_TUSERDATA: put_userdata(w, index); break;
    default: refuse(w, "a thread or pointer");
  }
}

void value_copy_write(lua_State *L, value_copy *c, int first, int last, copy_functions functions,
                    int pages, bool adopt) {
  writer w = { .L = L, .copy = c, .functions = functions, .pages = pages, .adopt = adopt };
  for (int index = first; index <= last; index++) put_value(&w, index);
}

/* -- reading ------------------------------------------------------------------- */

typedef struct reader {
  lua_State *L;
  const value_copy *copy;
  int pages;
  size_t at;
} reader;

static void take(reader *r, void *out, size_t size) {
  memcpy(out, r->copy->data.data + r->at, size);
  r->at += size;
}

static void read_string(reader *r) {
  size_t size;
  take(r, &size, sizeof size);
  lua_pushlstring(r->L, r->copy->data.data + r->at, size);
  r->at += size;
}

/* Pushes the userdata of the page whose number comes next. */
static void read_page(reader *r) {
  lua_State *L = r->L;
  unsigned number;
  take(r, &number, sizeof number);
  if (lua_rawgeti(L, r->pages, (lua_Integer)number + 1) != LUA_TNIL) return;
  lua_pop(L, 1);
  lua_page_push(L, r->copy->pages[number]);
  lua_pushvalue(L, -1);
  lua_rawseti(L, r->pages, (lua_Integer)number + 1);
}

static void read_node(reader *r) {
  uint32_t row;
  take(r, &row, sizeof row);
  read_page(r);
  lua_node_push(r->L, lua_gettop(r->L), row);
  lua_remove(r->L, -2);
}

static void read_value(reader *r);

static bool at_end(reader *r) {
  if (r->copy->data.data[r->at] != TAG_END) return false;
  r->at++;
  return true;
}

static void read_table(reader *r) {
  uint32_t hints[2];
  take(r, hints, sizeof hints);
  luaL_checkstack(r->L, 8, "copying values");
  lua_createtable(r->L, (int)hints[0], (int)hints[1]);
  while (!at_end(r)) {
    read_value(r);
    read_value(r);
    lua_rawset(r->L, -3);
  }
}

static void read_integer(reader *r) {
  lua_Integer i;
  take(r, &i, sizeof i);
  lua_pushinteger(r->L, i);
}

static void read_float(reader *r) {
  lua_Number n;
  take(r, &n, sizeof n);
  lua_pushnumber(r->L, n);
}

static void read_value(reader *r) {
  switch (r->copy->data.data[r->at++]) {
    case TAG_FALSE: lua_pushboolean(r->L, 0); break;
    case TAG_TRUE: lua_pushboolean(r->L, 1); break;
    case TAG_INTEGER: read_integer(r); break;
    case TAG_FLOAT: read_float(r); break;
    case TAG_STRING: read_string(r); break;
    case TAG_TABLE: read_table(r); break;
    case TAG_PAGE: read_page(r); break;
    case TAG_NODE: read_node(r); break;
    default: lua_pushnil(r->L);
  }
}

int value_copy_read(lua_State *L, const value_copy *c, int pages) {
  reader r = { .L = L, .copy = c, .pages = pages, .at = 0 };
  int count = 0;
  for (; r.at < c->data.size; count++) {
    luaL_checkstack(L, 8, "too many values");
    read_value(&r);
  }
  return count;
}

/* -- following a path ---------------------------------------------------------- */

/* Replaces the table on top by what it has under one key of a path. */
static void follow_key(lua_State *L, const char *key, size_t size) {
  lua_Integer number = 0;
  bool digits = size > 0 && size < 18 && all_digits(key, size);
  for (size_t i = 0; digits && i < size; i++) number = number * 10 + (key[i] - '0');
  if (digits) {
    lua_rawgeti(L, -1, number);
  } else {
    lua_pushlstring(L, key, size);
    lua_rawget(L, -2);
  }
  lua_remove(L, -2);
}

void value_copy_follow(lua_State *L, int index, const char *path, size_t size) {
  lua_pushvalue(L, index);
  for (size_t at = 0; at <= size && lua_istable(L, -1);) {
    const char *dot = memchr(path + at, '.', size - at);
    size_t length = dot ? (size_t)(dot - path) - at : size - at;
    follow_key(L, path + at, length);
    at += length + 1;
    if (at <= size && !lua_istable(L, -1)) {
      lua_pop(L, 1);
      lua_pushnil(L);
    }
  }
}
