/* lua_listed.c: what a `divide` function or a plan returns -> claims: a list of segments and
   parts, nested as they will stand in the sheet, each saying its place by block, blocks, node,
   range, or by its content. */
#include <string.h>

#include "lua_claims.h"
#include "lua_page.h"

enum {
  MOST_DEPTH = 32,
  ITEM_STEPS = 200, /* what one costs of the budget; a mark's text is copied, too */
  ARG_ITEMS = 2, ARG_BEHAVES, ARG_LAYER, ARG_FILE, ARG_LINE, ARG_ROOM, ARG_TAGGED
};

typedef struct lister {
  lua_State *L;
  claims *claims;
  page_ref *page;
  uint8_t layer;
  uint32_t file, line;
  uint64_t spent, room;
  lua_Integer tagged; /* entries in the list of what has free tags */
} lister;

/* A range of text, and the element that it is; `found` where there is one. */
typedef struct place {
  bool found;
  span text;
  uint32_t row;
} place;

/* What a segment covers that says no place of its own: a story its running text in one and its
   other parts one by one, since much may stand between; others all in one. */
typedef struct cover {
  int parts;         /* a story's: the stack index of the list of their starts and stops */
  lua_Integer count; /* of the numbers in it */
  place hull;
} cover;

static void add_items(lister *l, int items, uint32_t owner, unsigned depth, cover *around);

/* False once the room is spent: nothing more is added. */
static bool spend(lister *l, uint64_t steps) {
  l->spent += steps;
  return l->spent <= l->room;
}

static void check(lister *l) {
  lua_claims_status(l->L, l->claims);
}

/* -- reading items: each function leaves the stack as it was ---------------------------- */

/* Whether the value on top is a whole number that an offset, row or block can be. Pops it. */
static bool pop_offset(lua_State *L, uint32_t *value) {
  int whole = 0;
  lua_Integer number = lua_type(L, -1) == LUA_TNUMBER ? lua_tointegerx(L, -1, &whole) : 0;
  lua_pop(L, 1);
  if (!whole || number < 0 || number > UINT32_MAX) return false;
  *value = (uint32_t)number;
  return true;
}

/* The two offsets of the table on top of the stack. */
static bool read_pair(lua_State *L, uint32_t *first, uint32_t *second) {
  lua_geti(L, -1, 1);
  bool one = pop_offset(L, first);
  lua_geti(L, -1, 2);
  bool two = pop_offset(L, second);
  return one && two;
}

static place block_place(const lister *l, uint32_t first, uint32_t last) {
  const block_list *blocks = &l->page->blocks;
  place p = {.row = PAGE_NONE};
  if (first < 1 || last < first || last > blocks->count) return p;
  p.text = (span){blocks->items[first - 1].text.start, blocks->items[last - 1].text.stop};
  p.found = true;
  return p;
}

static place node_place(const lister *l, uint32_t row) {
  const page *whole = l->page->page;
  place p = {.row = PAGE_NONE};
  if (row >= whole->nodes[0].end) return p;
  return (place){true, page_text_range(whole, row), row};
}

/* Where the item on top of the stack says that it is. */
static place read_place(const lister *l) {
  lua_State *L = l->L;
  place p = {.row = PAGE_NONE};
  uint32_t first, last;
  if (lua_getfield(L, -1, "range") == LUA_TTABLE) {
    p.found = read_pair(L, &p.text.start, &p.text.stop);
    lua_pop(L, 1);
    return p;
  }
  lua_pop(L, 1);
  lua_getfield(L, -1, "block");
  if (lua_toboolean(L, -1)) return pop_offset(L, &first) ? block_place(l, first, first) : p;
  lua_pop(L, 1);
  if (lua_getfield(L, -1, "blocks") == LUA_TTABLE) {
    bool pair = read_pair(L, &first, &last);
    lua_pop(L, 1);
    return pair ? block_place(l, first, last) : p;
  }
  lua_pop(L, 1);
  lua_getfield(L, -1, "node");
  return pop_offset(L, &first) ? node_place(l, first) : p;
}

/* Pushes a field of the item on top; where it is a string, true, else nothing is pushed. */
static bool push_string(lua_State *L, const char *name, const char **text, size_t *size) {
  if (lua_getfield(L, -1, name) == LUA_TSTRING) {
    *text = lua_tolstring(L, -1, size);
    return true;
  }
  lua_pop(L, 1);
  return false;
}

/* -- what claims bear -------------------------------------------------------------------- */

static void add_field(lister *l, uint32_t id, const char *name) {
  lua_State *L = l->L;
  size_t size = 0;
  int type = lua_getfield(L, -1, name);
  if (type == LUA_TSTRING) {
    const char *text = lua_tolstring(L, -1, &size);
    claims_add_field(l->claims, id, claims_word(l->claims, name, strlen(name)), FIELD_STRING, text, size, 0);
  } else if (type == LUA_TBOOLEAN) {
    claims_add_field(l->claims, id, claims_word(l->claims, name, strlen(name)), FIELD_BOOLEAN, NULL, 0,
                     lua_toboolean(L, -1));
  } else if (lua_isinteger(L, -1)) {
    claims_add_field(l->claims, id, claims_word(l->claims, name, strlen(name)), FIELD_INTEGER, NULL, 0,
                     lua_tointeger(L, -1));
  }
  lua_pop(L, 1);
  check(l);
}

/* The fields of the item on top, its free tags (for the caller to add) and its reason. */
static void describe(lister *l, uint32_t id, const char *const *fields) {
  lua_State *L = l->L;
  const char *text;
  size_t size;
  for (; *fields; fields++) add_field(l, id, *fields);
  lua_getfield(L, -1, "tags");
  if (lua_toboolean(L, -1)) {
    lua_rawseti(L, ARG_TAGGED, ++l->tagged);
    lua_pushinteger(L, (lua_Integer)id + 1);
    lua_rawseti(L, ARG_TAGGED, ++l->tagged);
  } else lua_pop(L, 1);
  if (!push_string(L, "why", &text, &size)) return;
  uint32_t why = claims_word(l->claims, text, size);
  lua_pop(L, 1);
  check(l);
  l->claims->list.items[id].why = why;
}

/* The mark on top of the stack. */
static void add_mark(lister *l, uint32_t id) {
  lua_State *L = l->L;
  const char *tag;
  size_t size;
  span text;
  bool ranged = lua_getfield(L, -1, "range") == LUA_TTABLE && read_pair(L, &text.start, &text.stop);
  lua_pop(L, 1);
  if (!ranged || text.start >= text.stop || !push_string(L, "tag", &tag, &size)) return;
  if (spend(l, ITEM_STEPS + (uint64_t)(text.stop - text.start)))
    claims_add_mark(l->claims, id, claims_word(l->claims, tag, size), text);
  lua_pop(L, 1);
  check(l);
}

static void add_marks(lister *l, uint32_t id) {
  lua_State *L = l->L;
  if (lua_getfield(L, -1, "marks") == LUA_TTABLE) {
    for (lua_Integer i = 1; lua_geti(L, -1, i) != LUA_TNIL && l->spent <= l->room; i++) {
      if (lua_istable(L, -1)) add_mark(l, id);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* -- claims -------------------------------------------------------------------------------- */

/* Adds a claim for the item on top, whose word is the string at the top, which it pops. */
static uint32_t add_claim(lister *l, claim_type type, const char *word, size_t size, uint32_t owner, uint32_t row) {
  lua_State *L = l->L;
  uint32_t number = claims_word(l->claims, word, size), line;
  lua_pop(L, 1);
  lua_getfield(L, -1, "line");
  if (!pop_offset(L, &line)) line = l->line;
  claim *x = claims_add(l->claims, type, number, owner);
  if (!x) check(l);
  x = &l->claims->list.items[l->claims->list.count - 1];
  x->node = row;
  x->layer = l->layer;
  x->file = l->file;
  x->line = line;
  return l->claims->list.count - 1;
}

/* The part on top of the stack, its tag pushed above it. The place it takes, none where its
   text comes from elsewhere. */
static place add_part(lister *l, const char *tag, size_t tag_size, uint32_t owner) {
  static const char *const fields[] = {"datetime", "href", "level", "ordered", "of", "src", "alt", "from", NULL};
  lua_State *L = l->L;
  const char *from, *text;
  size_t size;
  lua_pushvalue(L, -2);
  place p = read_place(l);
  bool valued = push_string(L, "from", &from, &size);
  if (valued) lua_pop(L, 1);
  valued = valued && push_string(L, "text", &text, &size);
  if (valued) lua_pop(L, 1); /* the item keeps it */
  lua_pop(L, 1);
  if (!p.found && !valued) {
    lua_pop(L, 1);
    return p;
  }
  uint32_t id = add_claim(l, CLAIM_PART, tag, tag_size, owner, p.row);
  claims *c = l->claims;
  c->list.items[id].anchor =
      p.row == PAGE_NONE ? c->list.items[owner].hull.start : l->page->page->nodes[p.row].text;
  if (valued) claims_set_value(c, id, text, size);
  else if (p.text.start < p.text.stop) claims_add_range(c, id, p.text);
  check(l);
  describe(l, id, fields);
  add_marks(l, id);
  p.found = p.found && !valued;
  return p;
}

static bool is_body(const char *tag, size_t size) {
  static const char *const tags[] = {"paragraph", "crosshead", "list_item", "table", "preformatted", "blockquote",
                                     "embed", "pull_quote"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    if (strlen(tags[i]) == size && memcmp(tags[i], tag, size) == 0) return true;
  return false;
}

static void widen(place *hull, span text) {
  if (!hull->found || text.start < hull->text.start) hull->text.start = text.start;
  if (!hull->found || text.stop > hull->text.stop) hull->text.stop = text.stop;
  hull->found = true;
}

static void cover_item(lister *l, cover *around, span text, bool body) {
  if (!around->parts || body) {
    widen(&around->hull, text);
    return;
  }
  lua_pushinteger(l->L, text.start);
  lua_rawseti(l->L, around->parts, ++around->count);
  lua_pushinteger(l->L, text.stop);
  lua_rawseti(l->L, around->parts, ++around->count);
}

/* Gives the segment what it covers. */
static void add_cover(lister *l, uint32_t id, const cover *around) {
  uint32_t start = 0, stop = 0;
  for (lua_Integer i = 1; i < around->count; i += 2) {
    lua_rawgeti(l->L, around->parts, i);
    pop_offset(l->L, &start);
    lua_rawgeti(l->L, around->parts, i + 1);
    pop_offset(l->L, &stop);
    claims_add_range(l->claims, id, (span){start, stop});
  }
  if (around->hull.found) claims_add_range(l->claims, id, around->hull.text);
}

/* How a kind behaves by the rule's table, the kind being on top: -1 where it is unknown. */
static int behaviour_of(const lister *l) {
  lua_State *L = l->L;
  static const char *const names[] = {"story", "entry", "sidebar", "teaser", "comment", "chrome"};
  int found = -1;
  lua_pushvalue(L, -1);
  lua_gettable(L, ARG_BEHAVES);
  const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  for (int i = 0; name && i < 6; i++)
    if (strcmp(names[i], name) == 0) found = i;
  lua_pop(L, 1);
  return found;
}

/* The segment on top of the stack, its kind pushed above it. */
static place add_segment(lister *l, const char *kind, size_t size, uint32_t owner, unsigned depth) {
  static const char *const fields[] = {"href", NULL};
  lua_State *L = l->L;
  int behaves = behaviour_of(l);
  if (behaves < 0) {
    lua_pop(L, 1);
    return (place){.row = PAGE_NONE};
  }
  lua_pushvalue(L, -2);
  place p = read_place(l);
  lua_pop(L, 1);
  uint32_t id = add_claim(l, CLAIM_SEGMENT, kind, size, owner, p.row);
  l->claims->list.items[id].behaves = (uint8_t)behaves;
  describe(l, id, fields);
  cover around = {.hull = {.row = PAGE_NONE}};
  lua_newtable(L);
  if (behaves == AS_STORY) around.parts = lua_gettop(L);
  lua_getfield(L, -2, "content");
  add_items(l, lua_gettop(L), id, depth + 1, &around);
  if (!p.found || p.text.start >= p.text.stop) {
    add_cover(l, id, &around);
    p = around.hull;
  } else claims_add_range(l->claims, id, p.text);
  lua_pop(L, 2);
  check(l);
  return p;
}

/* The item on top of the stack. */
static void add_item(lister *l, uint32_t owner, unsigned depth, cover *around) {
  lua_State *L = l->L;
  const char *word;
  size_t size;
  place p = {.row = PAGE_NONE};
  bool body = false, segment = push_string(L, "kind", &word, &size);
  if (segment) {
    p = add_segment(l, word, size, owner, depth);
  } else if (push_string(L, "tag", &word, &size)) {
    body = is_body(word, size);
    if (owner != CLAIM_NONE) p = add_part(l, word, size, owner);
    else lua_pop(L, 1);
  }
  if (p.found && p.text.start < p.text.stop) cover_item(l, around, p.text, body);
}

static void add_items(lister *l, int items, uint32_t owner, unsigned depth, cover *around) {
  lua_State *L = l->L;
  if (!lua_istable(L, items) || depth > MOST_DEPTH) return;
  luaL_checkstack(L, 16, "items nested so deep");
  for (lua_Integer i = 1; lua_geti(L, items, i) != LUA_TNIL; i++) {
    if (!spend(l, ITEM_STEPS)) break;
    if (lua_istable(L, -1)) add_item(l, owner, depth, around);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* claims:list(items, behaves, layer, file, line, room) -> the steps it took, which are more than
   `room` where not all was added for want of them, and a list of free tags and the claims that
   bear them. `behaves` says of each kind how it behaves; file and line are those of the rule
   that made the items, where an item names no line. */
int lua_claims_list(lua_State *L) {
  lister l = {.L = L};
  l.claims = lua_claims_open(L, 1, &l.page);
  luaL_checktype(L, ARG_BEHAVES, LUA_TTABLE);
  lua_Integer line = luaL_checkinteger(L, ARG_LINE);
  lua_Number room = luaL_checknumber(L, ARG_ROOM);
  l.layer = (uint8_t)luaL_checkinteger(L, ARG_LAYER);
  l.file = (uint32_t)luaL_checkinteger(L, ARG_FILE) - 1;
  l.line = line < 0 || line > UINT32_MAX ? 0 : (uint32_t)line;
  l.room = room > 0 && room < 1e18 ? (uint64_t)room : 0;
  if (l.file >= l.claims->words.count) l.file = CLAIM_NONE;
  if (page_ref_blocks(l.page) != STATUS_OK) return luaL_error(L, "not enough memory");
  lua_settop(L, ARG_ROOM);
  lua_newtable(L);
  cover nothing = {.hull = {.row = PAGE_NONE}};
  add_items(&l, ARG_ITEMS, CLAIM_NONE, 0, &nothing);
  lua_settop(L, ARG_TAGGED);
  lua_pushinteger(L, (lua_Integer)l.spent);
  lua_insert(L, -2);
  return 2;
}
