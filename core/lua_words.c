/* lua_words.c: what rules ask of texts again and again, beside Lua's own string functions:
   their words, their letters alone, how alike two lists of words are. Letters and digits are
   ASCII's and every byte beyond it; case is ASCII's. */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lua_environment.h"
#include "lua_state.h"

enum {
  BYTES_PER_STEP = 16,
  WORD_STEPS = 4,
  STACK_SLOTS = 256 /* of a table of words that needs no memory of the state's */
};

static bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & '\x80');
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Pushes the text's lower case, in memory of the state's that is no string yet. */
static char *open_lower(lua_State *L, luaL_Buffer *b, const char *text, size_t size, bool letters, size_t *kept) {
  char *out = luaL_buffinitsize(L, b, size);
  *kept = 0;
  for (size_t i = 0; i < size; i++) {
    if (letters && !in_word(text[i])) continue;
    out[(*kept)++] = lower(text[i]);
  }
  return out;
}

/* string.letters(text) -> its letters and digits alone, in lower case. */
static int string_letters(lua_State *L) {
  size_t size, kept;
  const char *text = luaL_checklstring(L, 1, &size);
  luaL_Buffer b;
  lua_state_room(L, 2 * size);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  open_lower(L, &b, text, size, true, &kept);
  luaL_pushresultsize(&b, kept);
  return 1;
}

/* string.words(text) -> its words in lower case: runs of letters and digits. */
static int string_words(lua_State *L) {
  size_t size, kept;
  const char *text = luaL_checklstring(L, 1, &size);
  luaL_Buffer b;
  lua_Integer count = 0;
  lua_state_room(L, 2 * size);
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  open_lower(L, &b, text, size, false, &kept);
  luaL_pushresultsize(&b, kept);
  text = lua_tostring(L, -1);
  lua_newtable(L);
  for (size_t at = 0; at < size;) {
    while (at < size && !in_word(text[at])) at++;
    size_t start = at;
    while (at < size && in_word(text[at])) at++;
    if (at == start) break;
    lua_state_spend(L, WORD_STEPS);
    lua_pushlstring(L, text + start, at - start);
    lua_rawseti(L, -2, ++count);
  }
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
  lua_pushcfunction(L, table_likeness);
  lua_setfield(L, tables, "likeness");
}
