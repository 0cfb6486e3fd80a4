/* lua_fit.c: the texts of a list in Lua, to which others are held. All memory is one userdata. */
#include "lua_fit.h"

#include "lua_state.h"

enum { MOST_TEXTS = 8, BYTES_PER_STEP = 16, WORDS_PER_STEP = 8 };

struct lua_fit {
  unsigned count;
  fit_text read;
  fit_known known[MOST_TEXTS];
};

/* A string of the list, at most FIT_TEXT bytes of it; the list keeps it. */
static const char *text_at(lua_State *L, int list, unsigned i, size_t *size) {
  lua_rawgeti(L, list, (lua_Integer)i + 1);
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, size) : NULL;
  lua_pop(L, 1);
  if (!text) luaL_error(L, "a list of strings is expected");
  if (*size > FIT_TEXT) *size = FIT_TEXT;
  return text;
}

static size_t room_for(size_t text) {
  return fit_words_most(text) * sizeof(uint64_t) + (text + 7) / 8 * 8;
}

/* Cuts the room for a text of so many bytes off the memory at `*at`. */
static void take_room(char **at, size_t text, fit_text *out) {
  out->words = (uint64_t *)(void *)*at;
  out->letters = *at + fit_words_most(text) * sizeof(uint64_t);
  *at += room_for(text);
}

static size_t room_for_slots(size_t text) {
  return fit_slots(text) * sizeof(fit_word);
}

/* Reads a text into the memory at `*at`. */
static void know(char **at, const char *text, size_t size, fit_known *out) {
  take_room(at, size, &out->text);
  out->slots = (fit_word *)(void *)*at;
  *at += room_for_slots(size);
  fit_read(text, size, &out->text);
  fit_know(out, fit_slots(size));
}

lua_fit *lua_fit_push(lua_State *L, int list) {
  size_t sizes[MOST_TEXTS], total = (sizeof(lua_fit) + 7) / 8 * 8 + room_for(FIT_TEXT);
  unsigned count = (unsigned)lua_rawlen(L, list);
  if (lua_rawlen(L, list) > MOST_TEXTS) count = MOST_TEXTS;
  for (unsigned i = 0; i < count; i++) {
    text_at(L, list, i, &sizes[i]);
    total += room_for(sizes[i]) + room_for_slots(sizes[i]);
  }
  lua_state_room(L, total);
  lua_fit *f = lua_newuserdatauv(L, total, 0);
  char *at = (char *)f + (sizeof *f + 7) / 8 * 8;
  f->count = count;
  take_room(&at, FIT_TEXT, &f->read);
  for (unsigned i = 0; i < count; i++) {
    const char *text = text_at(L, list, i, &sizes[i]);
    lua_state_spend(L, 1 + sizes[i] / BYTES_PER_STEP);
    know(&at, text, sizes[i], &f->known[i]);
  }
  return f;
}

unsigned lua_fit_count(const lua_fit *f) {
  return f->count;
}

double lua_fit_of(lua_State *L, lua_fit *f, const char *text, size_t size) {
  double best = 0;
  if (size > FIT_TEXT) size = FIT_TEXT;
  lua_state_spend(L, 1 + size / BYTES_PER_STEP);
  fit_read(text, size, &f->read);
  for (unsigned i = 0; i < f->count; i++) {
    double fit = fit_of(&f->read, &f->known[i], best);
    lua_state_spend(L, 1 + (f->read.word_count + f->known[i].text.word_count) / WORDS_PER_STEP);
    if (fit > best) best = fit;
  }
  return best;
}
