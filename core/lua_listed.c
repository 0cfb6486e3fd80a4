/* lua_listed.c: what a `divide` function or a plan returns -> claims: a list of segments and
   parts, nested as they will stand in the sheet, each saying its place by block, blocks, node,
   range, or by its content. The list is read where it lies, in the rule's state or the caller's. */
#include "lua_listed.h"

#include <stdlib.h>
#include <string.h>

#include "lua_claims.h"
#include "lua_page.h"

enum {
  MOST_DEPTH = 32,
  STRANGERS_DEPTH = 16, /* of segments in segments */
  ITEM_STEPS = 200,     /* what one costs of the budget; a mark's text is copied, too */
  UNKNOWN = 0xFF        /* a word that is no kind */
};

struct claim_listing {
  claims *claims;
  page_ref *page;
  uint8_t layer;
  uint32_t file, line;
  uint64_t spent, room;
  item_budget budget;
  claims_extent before;
  uint32_t field_words[ITEM_FIELDS]; /* the fields' names as words, once they are met */
  uint32_t kinds;
  uint8_t behaves[];                 /* by word: how it behaves as a kind, or UNKNOWN */
};

/* A list that is being read, and the state that has it. */
typedef struct lister {
  lua_State *L;
  claim_listing *l;
  claims *claims;
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
  bool by_parts;
  uint32_t first, last; /* loose ranges: those parts */
  place hull;
} cover;

static void add_items(lister *l, int items, uint32_t owner, unsigned depth, cover *around);

/* False once the room is spent: nothing more is added. */
static bool spend(lister *l, uint64_t steps) {
  l->l->spent += steps;
  return l->l->spent <= l->l->room;
}

static void check(lister *l) {
  lua_claims_status(l->L, l->claims);
}

static uint32_t field_word(lister *l, item_field field) {
  uint32_t *word = &l->l->field_words[field];
  if (*word == CLAIM_NONE) *word = claims_word(l->claims, lua_item_name(field), strlen(lua_item_name(field)));
  return *word;
}

/* -- places --------------------------------------------------------------------------------- */

/* The offset at 1 or 2 of the table on top of the stack. */
static bool read_offset(lister *l, int at, uint32_t *offset) {
  int whole = 0;
  bool number = lua_rawgeti(l->L, -1, at) == LUA_TNUMBER;
  item_value v = {.type = number ? LUA_TNUMBER : LUA_TNIL};
  if (number) v.number = lua_tointegerx(l->L, -1, &whole);
  v.whole = whole;
  lua_pop(l->L, 1);
  return item_offset(&v, offset);
}

/* The two offsets of the table that an item has under a name. */
static bool read_pair(lister *l, int index, item_field field, uint32_t *first, uint32_t *second) {
  lua_item_push(l->L, index, field);
  bool one = read_offset(l, 1, first), two = read_offset(l, 2, second);
  lua_pop(l->L, 1);
  lua_item_spend(l->L, &l->l->budget, 4, 0);
  return one && two;
}

static place block_place(const lister *l, uint32_t first, uint32_t last) {
  const block_list *blocks = &l->l->page->blocks;
  place p = {.row = PAGE_NONE};
  if (first < 1 || last < first || last > blocks->count) return p;
  p.text = (span){blocks->items[first - 1].text.start, blocks->items[last - 1].text.stop};
  p.found = true;
  return p;
}

static place node_place(const lister *l, uint32_t row) {
  const page *whole = l->l->page->page;
  place p = {.row = PAGE_NONE};
  if (row >= whole->nodes[0].end) return p;
  return (place){true, page_text_range(whole, row), row};
}

static bool is_true(const item_value *v) {
  return v->type != LUA_TNIL && (v->type != LUA_TBOOLEAN || v->number);
}

/* Where the item at an index says that it is. */
static place read_place(lister *l, int index, const listed_item *x) {
  place p = {.row = PAGE_NONE};
  uint32_t first, last;
  if (x->fields[ITEM_RANGE].type == LUA_TTABLE) {
    p.found = read_pair(l, index, ITEM_RANGE, &p.text.start, &p.text.stop);
    return p;
  }
  if (is_true(&x->fields[ITEM_BLOCK]))
    return item_offset(&x->fields[ITEM_BLOCK], &first) ? block_place(l, first, first) : p;
  if (x->fields[ITEM_BLOCKS].type == LUA_TTABLE)
    return read_pair(l, index, ITEM_BLOCKS, &first, &last) ? block_place(l, first, last) : p;
  return item_offset(&x->fields[ITEM_NODE], &first) ? node_place(l, first) : p;
}

/* -- what claims bear ------------------------------------------------------------------------ */

static void add_field(lister *l, uint32_t id, item_field field, const item_value *v) {
  claims *c = l->claims;
  if (v->type == LUA_TSTRING) claims_add_field(c, id, field_word(l, field), FIELD_STRING, v->text, v->size, 0);
  else if (v->type == LUA_TBOOLEAN) claims_add_field(c, id, field_word(l, field), FIELD_BOOLEAN, NULL, 0, v->number);
  else if (v->integer) claims_add_field(c, id, field_word(l, field), FIELD_INTEGER, NULL, 0, v->number);
}

/* A free tag: the value on top of the stack. */
static void add_tag(lister *l, uint32_t id, uint32_t key) {
  lua_State *L = l->L;
  size_t size;
  if (!lua_isstring(L, -1) && !lua_isboolean(L, -1)) return;
  const char *text = luaL_tolstring(L, -1, &size);
  lua_item_spend(L, &l->l->budget, 2, size);
  claims_add_field(l->claims, id, key, FIELD_TAG, text, size, 0);
  lua_pop(L, 1);
}

typedef struct tag_key {
  const char *text;
  size_t size;
} tag_key;

static int by_bytes(const void *a, const void *b) {
  const tag_key *x = a, *y = b;
  int order = memcmp(x->text, y->text, x->size < y->size ? x->size : y->size);
  return order ? order : (x->size > y->size) - (x->size < y->size);
}

/* Pushes a userdata that holds the table's keys that are strings, in order. */
static const tag_key *push_keys(lister *l, int tags, size_t *count) {
  lua_State *L = l->L;
  size_t room = 0;
  *count = 0;
  for (lua_pushnil(L); lua_next(L, tags); lua_pop(L, 1), room++)
    if (lua_type(L, -2) > LUA_TSTRING) luaL_error(L, "a tag under a key that is no string cannot be claimed");
  tag_key *keys = lua_newuserdatauv(L, (room + 1) * sizeof *keys, 0);
  for (lua_pushnil(L); lua_next(L, tags); lua_pop(L, 1)) {
    if (lua_type(L, -2) != LUA_TSTRING) continue;
    tag_key *key = &keys[(*count)++];
    key->text = lua_tolstring(L, -2, &key->size);
    lua_item_spend(L, &l->l->budget, 2, key->size);
  }
  qsort(keys, *count, sizeof *keys, by_bytes);
  return keys;
}

/* Free tags: strings in a list, or else key = value. */
static void add_tags(lister *l, uint32_t id, int index) {
  lua_State *L = l->L;
  size_t count = 0;
  lua_item_push(L, index, ITEM_TAGS);
  int tags = lua_gettop(L);
  lua_Integer listed = 0;
  const tag_key *keys = push_keys(l, tags, &count);
  for (; lua_rawgeti(L, tags, listed + 1) != LUA_TNIL; listed++) {
    add_tag(l, id, CLAIM_NONE);
    lua_pop(L, 1);
  }
  for (size_t i = 0; i < count && !listed; i++) {
    uint32_t word = claims_word(l->claims, keys[i].text, keys[i].size);
    check(l);
    lua_pushlstring(L, keys[i].text, keys[i].size);
    lua_rawget(L, tags);
    add_tag(l, id, word);
    lua_pop(L, 1);
  }
  lua_settop(L, tags - 1);
}

/* The fields of an item, its free tags and its reason. */
static void describe(lister *l, uint32_t id, int index, const listed_item *x, const item_field *fields) {
  for (; *fields != ITEM_FIELDS; fields++) add_field(l, id, *fields, &x->fields[*fields]);
  if (x->fields[ITEM_TAGS].type == LUA_TTABLE) add_tags(l, id, index);
  const item_value *why = &x->fields[ITEM_WHY];
  if (why->type == LUA_TSTRING) {
    uint32_t word = claims_word(l->claims, why->text, why->size);
    l->claims->list.items[id].why = word;
  }
  check(l);
}

/* The mark on top of the stack. */
static void add_mark(lister *l, uint32_t id) {
  int index = lua_gettop(l->L);
  listed_item x;
  span text;
  lua_item_read(l->L, index, &l->l->budget, &x);
  const item_value *tag = &x.fields[ITEM_TAG];
  bool ranged = x.fields[ITEM_RANGE].type == LUA_TTABLE && read_pair(l, index, ITEM_RANGE, &text.start, &text.stop);
  if (!ranged || text.start >= text.stop || tag->type != LUA_TSTRING) return;
  if (!spend(l, ITEM_STEPS + (uint64_t)(text.stop - text.start))) return;
  claims_add_mark(l->claims, id, claims_word(l->claims, tag->text, tag->size), text);
  check(l);
}

static void add_marks(lister *l, uint32_t id, int index) {
  lua_State *L = l->L;
  lua_item_push(L, index, ITEM_MARKS);
  int marks = lua_gettop(L);
  for (lua_Integer i = 1; lua_rawgeti(L, marks, i) != LUA_TNIL && l->l->spent <= l->l->room; i++) {
    if (lua_istable(L, -1)) add_mark(l, id);
    lua_settop(L, marks);
  }
  lua_settop(L, marks - 1);
}

/* -- claims ------------------------------------------------------------------------------------ */

static uint32_t add_claim(lister *l, claim_type type, const item_value *word, const listed_item *x, uint32_t owner,
                          uint32_t row) {
  const claim_listing *list = l->l;
  claim *added = claims_add(l->claims, type, claims_word(l->claims, word->text, word->size), owner);
  check(l);
  if (!added) luaL_error(l->L, "not enough memory");
  if (!item_offset(&x->fields[ITEM_LINE], &added->line)) added->line = list->line;
  added->node = row;
  added->layer = list->layer;
  added->file = list->file;
  return l->claims->list.count - 1;
}

/* A part. The place it takes, none where its text comes from elsewhere. */
static place add_part(lister *l, int index, const listed_item *x, uint32_t owner) {
  static const item_field fields[] = {ITEM_DATETIME, ITEM_HREF, ITEM_LEVEL, ITEM_ORDERED, ITEM_OF,
                                      ITEM_SRC, ITEM_ALT, ITEM_FROM, ITEM_FIELDS};
  claims *c = l->claims;
  place p = read_place(l, index, x);
  const item_value *text = &x->fields[ITEM_TEXT];
  bool valued = x->fields[ITEM_FROM].type == LUA_TSTRING && text->type == LUA_TSTRING;
  if (!p.found && !valued) return p;
  uint32_t id = add_claim(l, CLAIM_PART, &x->fields[ITEM_TAG], x, owner, p.row);
  c->list.items[id].anchor =
      p.row == PAGE_NONE ? c->list.items[owner].hull.start : l->l->page->page->nodes[p.row].text;
  if (valued) claims_set_value(c, id, text->text, text->size);
  else if (p.text.start < p.text.stop) claims_add_range(c, id, p.text);
  describe(l, id, index, x, fields);
  if (x->fields[ITEM_MARKS].type == LUA_TTABLE) add_marks(l, id, index);
  p.found = p.found && !valued;
  return p;
}

static bool is_body(const item_value *tag) {
  static const char *const tags[] = {"paragraph", "crosshead", "list_item", "table", "preformatted", "blockquote",
                                     "embed", "pull_quote"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    if (strlen(tags[i]) == tag->size && memcmp(tags[i], tag->text, tag->size) == 0) return true;
  return false;
}

static void widen(place *hull, span text) {
  if (!hull->found || text.start < hull->text.start) hull->text.start = text.start;
  if (!hull->found || text.stop > hull->text.stop) hull->text.stop = text.stop;
  hull->found = true;
}

static void cover_item(lister *l, cover *around, span text, bool body) {
  if (!around->by_parts || body) {
    widen(&around->hull, text);
    return;
  }
  uint32_t added = claims_loose_range(l->claims, text);
  check(l);
  if (around->first == CLAIM_NONE) around->first = added;
  else l->claims->ranges.items[around->last].next = added;
  around->last = added;
}

/* Gives the segment what it covers. */
static void add_cover(lister *l, uint32_t id, const cover *around) {
  claims_take_ranges(l->claims, id, around->first);
  if (around->hull.found) claims_add_range(l->claims, id, around->hull.text);
}

/* How a kind behaves by the rule's table: UNKNOWN where it is in none. */
static uint8_t behaviour_of(const lister *l, const item_value *kind) {
  uint32_t word = claims_find_word(l->claims, kind->text, kind->size);
  return word < l->l->kinds ? l->l->behaves[word] : UNKNOWN;
}

static place add_segment(lister *l, int index, const listed_item *x, uint32_t owner, unsigned depth) {
  static const item_field fields[] = {ITEM_HREF, ITEM_FIELDS};
  uint8_t behaves = behaviour_of(l, &x->fields[ITEM_KIND]);
  if (behaves == UNKNOWN) return (place){.row = PAGE_NONE};
  place p = read_place(l, index, x);
  uint32_t id = add_claim(l, CLAIM_SEGMENT, &x->fields[ITEM_KIND], x, owner, p.row);
  l->claims->list.items[id].behaves = behaves;
  describe(l, id, index, x, fields);
  bool placed = p.found && p.text.start < p.text.stop;
  cover around = {behaves == AS_STORY && !placed, CLAIM_NONE, CLAIM_NONE, {.row = PAGE_NONE}};
  if (x->fields[ITEM_CONTENT].type == LUA_TTABLE) {
    lua_item_push(l->L, index, ITEM_CONTENT);
    add_items(l, lua_gettop(l->L), id, depth + 1, &around);
    lua_pop(l->L, 1);
  }
  if (!placed) {
    add_cover(l, id, &around);
    p = around.hull;
  } else claims_add_range(l->claims, id, p.text);
  check(l);
  return p;
}

/* The item on top of the stack. */
static void add_item(lister *l, uint32_t owner, unsigned depth, cover *around) {
  int index = lua_gettop(l->L);
  listed_item x;
  place p = {.row = PAGE_NONE};
  lua_item_read(l->L, index, &l->l->budget, &x);
  const item_value *tag = &x.fields[ITEM_TAG];
  bool segment = x.fields[ITEM_KIND].type == LUA_TSTRING, part = !segment && tag->type == LUA_TSTRING;
  if (segment) p = add_segment(l, index, &x, owner, depth);
  else if (part && owner != CLAIM_NONE) p = add_part(l, index, &x, owner);
  if (p.found && p.text.start < p.text.stop) cover_item(l, around, p.text, part && is_body(tag));
}

static void add_items(lister *l, int items, uint32_t owner, unsigned depth, cover *around) {
  lua_State *L = l->L;
  if (l->l->budget.most_bytes && depth >= STRANGERS_DEPTH)
    luaL_error(L, "segments nested deeper than %d cannot be claimed", STRANGERS_DEPTH);
  if (!lua_istable(L, items) || depth > MOST_DEPTH) return;
  luaL_checkstack(L, 16, "items nested so deep");
  for (lua_Integer i = 1; lua_rawgeti(L, items, i) != LUA_TNIL; i++) {
    if (!spend(l, ITEM_STEPS)) break;
    if (lua_istable(L, -1)) add_item(l, owner, depth, around);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* -- for sandboxes and for claims:list ---------------------------------------------------------- */

/* The behaviours by name, in the order of their numbers. */
static uint8_t behaviour_named(const char *name) {
  static const char *const known[] = {"story", "entry", "sidebar", "teaser", "comment", "chrome"};
  for (uint8_t i = 0; name && i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i], name) == 0) return i;
  return UNKNOWN;
}

/* Makes each kind of the table a word, and says how many words there are then. */
static uint32_t add_kinds(lua_State *L, claims *c, int kinds) {
  for (lua_pushnil(L); lua_next(L, kinds); lua_pop(L, 1)) {
    size_t size;
    const char *kind = lua_type(L, -2) == LUA_TSTRING ? lua_tolstring(L, -2, &size) : NULL;
    if (kind) claims_word(c, kind, size);
  }
  lua_claims_status(L, c);
  return c->words.count;
}

static void note_kinds(lua_State *L, claim_listing *l, int kinds) {
  memset(l->behaves, UNKNOWN, l->kinds);
  for (lua_pushnil(L); lua_next(L, kinds); lua_pop(L, 1)) {
    size_t size;
    const char *kind = lua_type(L, -2) == LUA_TSTRING ? lua_tolstring(L, -2, &size) : NULL;
    uint32_t word = kind ? claims_find_word(l->claims, kind, size) : CLAIM_NONE;
    if (word < l->kinds) l->behaves[word] = behaviour_named(lua_tostring(L, -1));
  }
}

claim_listing *lua_listed_open(lua_State *L, int first, size_t strict) {
  page_ref *of;
  claims *c = lua_claims_open(L, first, &of);
  luaL_checktype(L, first + 1, LUA_TTABLE);
  lua_Integer layer = luaL_checkinteger(L, first + 2), file = luaL_checkinteger(L, first + 3);
  lua_Integer line = luaL_checkinteger(L, first + 4);
  lua_Number room = luaL_checknumber(L, first + 5);
  if (page_ref_blocks(of) != STATUS_OK) luaL_error(L, "not enough memory");
  uint32_t kinds = add_kinds(L, c, first + 1);
  claim_listing *l = lua_newuserdatauv(L, sizeof *l + kinds, 0);
  *l = (claim_listing){.claims = c, .page = of, .layer = (uint8_t)layer, .kinds = kinds,
                       .before = claims_extent_of(c), .budget = {.most_bytes = strict}};
  l->file = file < 1 || file > c->words.count ? CLAIM_NONE : (uint32_t)(file - 1);
  l->line = line < 0 || line > UINT32_MAX ? 0 : (uint32_t)line;
  l->room = room > 0 && room < 1e18 ? (uint64_t)room : 0;
  memset(l->field_words, 0xFF, sizeof l->field_words);
  note_kinds(L, l, first + 1);
  return l;
}

void lua_listed_take(lua_State *L, claim_listing *l) {
  lister reading = {L, l, l->claims};
  cover nothing = {.first = CLAIM_NONE, .last = CLAIM_NONE, .hull = {.row = PAGE_NONE}};
  add_items(&reading, lua_gettop(L), CLAIM_NONE, 0, &nothing);
}

void lua_listed_undo(claim_listing *l) {
  claims_cut(l->claims, l->before);
}

lua_Integer lua_listed_spent(const claim_listing *l) {
  return (lua_Integer)l->spent;
}

/* claims:list(behaves, layer, file, line, room, items) -> the steps it took, which are more than
   `room` where not all was added for want of them (see lua_listed_open). */
int lua_claims_list(lua_State *L) {
  claim_listing *l = lua_listed_open(L, 1, 0);
  lua_pushvalue(L, 7);
  lua_listed_take(L, l);
  lua_pushinteger(L, lua_listed_spent(l));
  return 1;
}
