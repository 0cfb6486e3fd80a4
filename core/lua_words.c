/* lua_words.c: what rules ask of texts again and again, beside Lua's own string functions:
   their words, their letters alone, how alike two lists of words are. Letters and digits are
   ASCII's and every byte beyond it but for those of spaces and of the punctuation that all
   languages share (U+00A0 to U+00BF, U+2000 to U+203F); case is ASCII's. */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lower.h"
#include "lua_environment.h"
#include "lua_state.h"

enum {
  BYTES_PER_STEP = 16,
  WORD_STEPS = 4,
  MOST_WORD = 64,   /* bytes of a word that a table may know */
  STACK_SLOTS = 256 /* of a table of words that needs no memory of the state's */
};

static bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & '\x80');
}

static bool is_rest(char c) {
  return (c & '\xC0') == '\x80';
}

/* The bytes of a space or of punctuation outside ASCII that stands at `at`; 0 for all else. */
static size_t gap_at(const char *text, size_t size, size_t at) {
  if (text[at] == '\xC2') return at + 1 < size && is_rest(text[at + 1]) && text[at + 1] >= '\xA0' ? 2 : 0;
  bool general = text[at] == '\xE2' && at + 2 < size && text[at + 1] == '\x80';
  return general && is_rest(text[at + 2]) ? 3 : 0;
}

/* Where the next run of letters and digits begins at or behind `at`, and where one ends. */
static size_t word_start(const char *text, size_t size, size_t at) {
  while (at < size) {
    size_t gap = gap_at(text, size, at);
    if (!gap && in_word(text[at])) break;
    at += gap ? gap : 1;
  }
  return at;
}

static size_t word_end(const char *text, size_t size, size_t at) {
  while (at < size && in_word(text[at]) && !gap_at(text, size, at)) at++;
  return at;
}

/* Pushes the text's lower case, in memory of the state's that is no string yet. */
static char *open_lower(lua_State *L, luaL_Buffer *b, const char *text, size_t size) {
  char *out = luaL_buffinitsize(L, b, size);
  lower_letters(text, size, out);
  return out;
}

/* string.letters(text) -> its letters and digits alone, in lower case. */
static int string_letters(lua_State *L) {
  size_t size, kept = 0;
  const char *text = luaL_checklstring(L, 1, &size);
  luaL_Buffer b;
  lua_state_room(L, 2 * size);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  char *out = luaL_buffinitsize(L, &b, size);
  for (size_t at = word_start(text, size, 0); at < size; at = word_start(text, size, at)) {
    size_t end = word_end(text, size, at);
    while (at < end) out[kept++] = lower_letter(text[at++]);
  }
  luaL_pushresultsize(&b, kept);
  return 1;
}

/* string.words(text) -> its words in lower case: runs of letters and digits. */
static int string_words(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  luaL_Buffer b;
  lua_Integer count = 0;
  lua_state_room(L, 2 * size);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  open_lower(L, &b, text, size);
  luaL_pushresultsize(&b, size);
  text = lua_tostring(L, -1);
  lua_newtable(L);
  for (size_t at = word_start(text, size, 0); at < size; at = word_start(text, size, at)) {
    size_t start = at;
    at = word_end(text, size, at);
    lua_state_spend(L, WORD_STEPS);
    lua_pushlstring(L, text + start, at - start);
    lua_rawseti(L, -2, ++count);
  }
  return 1;
}

/* -- kinds ----------------------------------------------------------------------- */

static bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_blank(char c) {
  return is_space(c) || c == '\0';
}

static bool is_mark(char c) {
  return c > ' ' && c < '\x7F' && !in_word(c);
}

/* Pushes what the table at argument 2 has for a word in lower case; false where it has nothing. */
static void push_known(lua_State *L, const char *word, size_t size) {
  char low[MOST_WORD];
  if (size > MOST_WORD) {
    lua_pushboolean(L, 0);
    return;
  }
  lower_letters(word, size, low);
  lua_pushlstring(L, low, size);
  if (lua_rawget(L, 2) != LUA_TNIL) return;
  lua_pop(L, 1);
  lua_pushboolean(L, 0);
}

static void push_kind(lua_State *L, const char *word, size_t size) {
  while (size && is_mark(*word)) word++, size--;
  while (size && is_mark(word[size - 1])) size--;
  if (!size) lua_pushliteral(L, "mark");
  else if (*word >= '0' && *word <= '9') lua_pushliteral(L, "number");
  else push_known(L, word, size);
}

/* The next run up to white space at or behind `at`: where it begins, and `*stop` behind it. */
static size_t next_run(const char *text, size_t size, size_t at, size_t *stop) {
  while (at < size && is_blank(text[at])) at++;
  size_t start = at;
  while (at < size && !is_blank(text[at])) at++;
  *stop = at;
  return start;
}

/* string.known(text, known) -> how many of its words, as string.kinds tells them, are numbers or
   known, and how many are neither; what is punctuation alone is not counted. */
static int string_known(lua_State *L) {
  size_t size, stop = 0;
  lua_Integer known = 0, other = 0;
  const char *text = luaL_checklstring(L, 1, &size);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  for (;;) {
    size_t start = next_run(text, size, stop, &stop);
    while (start < stop && is_mark(text[start])) start++;
    if (start == size) break;
    lua_state_spend(L, WORD_STEPS);
    if (start == stop) continue;
    push_kind(L, text + start, stop - start);
    bool is_known = lua_toboolean(L, -1);
    known += is_known;
    other += !is_known;
    lua_pop(L, 1);
  }
  lua_pushinteger(L, known);
  lua_pushinteger(L, other);
  return 2;
}

/* string.kinds(text, known) -> { start, stop, kind, … }: where each word (up to white space)
   begins and the first byte behind it, and what it is without the punctuation around it:
   "mark" for nothing, "number" where it begins with a digit, else what the table has for it
   in lower case, or false. */
static int string_kinds(lua_State *L) {
  size_t size;
  lua_Integer count = 0;
  const char *text = luaL_checklstring(L, 1, &size);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  lua_newtable(L);
  for (size_t at = 0; at < size;) {
    size_t start = next_run(text, size, at, &at);
    if (at == start) break;
    lua_state_spend(L, WORD_STEPS);
    lua_pushinteger(L, (lua_Integer)start + 1);
    lua_rawseti(L, 3, ++count);
    lua_pushinteger(L, (lua_Integer)at + 1);
    lua_rawseti(L, 3, ++count);
    push_kind(L, text + start, at - start);
    lua_rawseti(L, 3, ++count);
  }
  return 1;
}

/* -- copies ------------------------------------------------------------------------ */

/* The next word at or behind `*at`, which moves behind it; its size, 0 at the end. */
static size_t next_blank_word(const char *text, size_t size, size_t *at, const char **word) {
  while (*at < size && is_space(text[*at])) ++*at;
  size_t start = *at;
  while (*at < size && !is_space(text[*at])) ++*at;
  *word = text + start;
  return *at - start;
}

/* string.twice(text) -> the bytes up to the end of its first half, where the words of the
   second half are the same again, two or more; nil where they are not. */
static int string_twice(lua_State *L) {
  size_t size, count = 0, at = 0, half = 0, first, second;
  const char *text = luaL_checklstring(L, 1, &size), *one, *two;
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  while (next_blank_word(text, size, &at, &one)) count++;
  if (count < 4 || count % 2) return 0;
  at = 0;
  for (size_t i = 0; i < count / 2; i++) next_blank_word(text, size, &half, &one);
  lua_Integer end = (lua_Integer)half;
  for (size_t i = 0; i < count / 2; i++) {
    first = next_blank_word(text, size, &at, &one);
    second = next_blank_word(text, size, &half, &two);
    if (first != second || memcmp(one, two, first) != 0) return 0;
  }
  lua_pushinteger(L, end);
  return 1;
}

/* -- likeness ------------------------------------------------------------------- */

typedef struct word {
  const char *text; /* held by the list; NULL: a free slot */
  size_t size;
  lua_Integer count;
} word;

static const char *word_at(lua_State *L, int list, lua_Integer i, size_t *size) {
  if (lua_rawgeti(L, list, i) != LUA_TSTRING) luaL_argerror(L, list, "a list of strings is expected");
  const char *text = lua_tolstring(L, -1, size);
  lua_pop(L, 1); /* the list keeps it */
  if (*size >= BYTES_PER_STEP) lua_state_spend(L, *size / BYTES_PER_STEP);
  return text;
}

/* The word's slot, or the free one where it would stand. */
static word *slot_of(word *slots, size_t mask, const char *text, size_t size) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
  for (size_t at = hash ^ hash >> 15;; at++) {
    word *slot = &slots[at & mask];
    if (!slot->text || (slot->size == size && memcmp(slot->text, text, size) == 0)) return slot;
  }
}

static lua_Integer count_common(lua_State *L, word *slots, size_t mask, lua_Integer a, lua_Integer b) {
  lua_Integer common = 0;
  size_t size;
  for (lua_Integer i = 1; i <= a; i++) {
    const char *text = word_at(L, 1, i, &size);
    word *slot = slot_of(slots, mask, text, size);
    *slot = (word){ text, size, slot->count + 1 };
  }
  for (lua_Integer i = 1; i <= b; i++) {
    const char *text = word_at(L, 2, i, &size);
    word *slot = slot_of(slots, mask, text, size);
    if (slot->count <= 0) continue;
    slot->count--;
    common++;
  }
  return common;
}

/* table.likeness(a, b) -> the F1 of two lists of words taken as bags: 0 to 1. */
static int table_likeness(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer a = (lua_Integer)lua_rawlen(L, 1), b = (lua_Integer)lua_rawlen(L, 2);
  if (a == 0 || b == 0) {
    lua_pushinteger(L, 0);
    return 1;
  }
  word few[STACK_SLOTS] = { { NULL, 0, 0 } };
  size_t slots = STACK_SLOTS;
  while (slots < 2 * (size_t)a) slots *= 2;
  lua_state_spend(L, WORD_STEPS * (uint64_t)(a + b) + slots / BYTES_PER_STEP);
  word *all = few;
  if (slots > STACK_SLOTS) {
    lua_state_room(L, slots * sizeof *all);
    all = lua_newuserdatauv(L, slots * sizeof *all, 0);
    memset(all, 0, slots * sizeof *all);
  }
  lua_Integer common = count_common(L, all, slots - 1, a, b);
  lua_pushnumber(L, 2 * (lua_Number)common / (lua_Number)(a + b));
  return 1;
}

void lua_environment_words(lua_State *L, int strings, int tables) {
  lua_pushcfunction(L, string_letters);
  lua_setfield(L, strings, "letters");
  lua_pushcfunction(L, string_words);
  lua_setfield(L, strings, "words");
  lua_pushcfunction(L, string_kinds);
  lua_setfield(L, strings, "kinds");
  lua_pushcfunction(L, string_known);
  lua_setfield(L, strings, "known");
  lua_pushcfunction(L, string_twice);
  lua_setfield(L, strings, "twice");
  lua_pushcfunction(L, table_likeness);
  lua_setfield(L, tables, "likeness");
}
