/* lua_fault.c: why a call of a rule failed: code, line and message, from a limit or an error object. */
#include "lua_state_parts.h"

#include <stdio.h>
#include <string.h>

enum { DESCRIBE_INSTRUCTIONS = 100000 /* for an error object's __tostring */ };

static const char *limit_code(limit which) {
  switch (which) {
    case LIMIT_MEMORY: return "rule-memory";
    case LIMIT_TIME: return "rule-time";
    default: return "rule-budget";
  }
}

void rule_state_limit_message(const rule_state *s, char *out, size_t size) {
  const rule_limits *l = &s->limits;
  switch (s->spent) {
    case LIMIT_INSTRUCTIONS:
      snprintf(out, size, "the rule spent its %llu instructions", (unsigned long long)l->instructions);
      break;
    case LIMIT_STEPS:
      snprintf(out, size, "the rule spent its %llu steps in patterns, tables and strings",
               (unsigned long long)l->steps);
      break;
    case LIMIT_TIME:
      snprintf(out, size, "the rule spent its %.3g seconds", (double)l->nanoseconds / 1e9);
      break;
    default:
      snprintf(out, size, "the rule spent its %zu bytes of memory", l->memory);
  }
}

/* One line of text, cut at a character: messages hold what a page or a rule said. */
static void copy_message(char *out, const char *text, size_t size) {
  size_t kept = size < RULE_MESSAGE_SIZE - 1 ? size : RULE_MESSAGE_SIZE - 1;
  if (kept < size)
    while (kept && ((unsigned char)text[kept] & 0xC0) == 0x80) kept--;
  for (size_t i = 0; i < kept; i++) {
    unsigned char c = (unsigned char)text[i];
    out[i] = c < 0x20 || c == 0x7F ? ' ' : text[i];
  }
  out[kept] = '\0';
}

/* Where `text` begins with "name:12: ", the length of that and the line; else 0.
   `source` is the chunk's name with its `=`. */
static size_t position_prefix(const char *text, const char *source, int *line) {
  size_t name = strlen(source + 1), at = name + 1;
  if (strncmp(text, source + 1, name) != 0 || text[name] != ':') return 0;
  int number = 0;
  for (; text[at] >= '0' && text[at] <= '9' && number < 100000000; at++) number = number * 10 + (text[at] - '0');
  if (at == name + 1 || text[at] != ':' || text[at + 1] != ' ') return 0;
  *line = number;
  return at + 2;
}

static void describe_text(const rule_state *s, const char *text, size_t size, rule_fault *f) {
  int line = 0;
  size_t prefix = position_prefix(text, s->rule, &line);
  if (prefix) f->line = line;
  else prefix = position_prefix(text, s->prelude, &line);
  copy_message(f->message, text + prefix, size - prefix);
}

/* Arguments: the error object and the fault. May run the object's __tostring. */
static int describe_object(lua_State *L) {
  rule_fault *f = lua_touserdata(L, 2);
  if (lua_istable(L, 1)) {
    lua_pushliteral(L, "message");
    lua_rawget(L, 1);
    if (lua_type(L, -1) == LUA_TSTRING) lua_replace(L, 1);
    lua_settop(L, 1);
  }
  if (!lua_isnumber(L, 1) && lua_type(L, 1) != LUA_TSTRING && luaL_callmeta(L, 1, "__tostring")) lua_replace(L, 1);
  if (lua_isstring(L, 1)) {
    size_t size;
    const char *text = lua_tolstring(L, 1, &size);
    describe_text(rule_state_of(L), text, size, f);
  }
  return 0;
}

void rule_state_describe_limit(const rule_state *s, rule_fault *f) {
  f->code = limit_code(s->spent);
  f->line = s->spent_line ? s->spent_line : s->last_line ? s->last_line : s->entry_line;
  rule_state_limit_message(s, f->message, sizeof f->message);
}

/* Fills in the fault from the error object on top of the stack, which it pops. */
void rule_state_describe(rule_state *s, int status, rule_fault *f) {
  lua_State *L = s->L;
  if (rule_state_is_memory_error(L, s, status)) rule_state_reach(s, LIMIT_MEMORY);
  if (s->spent != LIMIT_NONE) {
    rule_state_describe_limit(s, f);
    return;
  }
  f->code = status == LUA_ERRSYNTAX ? "rule-syntax" : "rule-error";
  f->line = s->error_line ? s->error_line : s->entry_line;
  snprintf(f->message, sizeof f->message, "the error is a %s value", luaL_typename(L, -1));
  s->instructions = DESCRIBE_INSTRUCTIONS;
  lua_pushcfunction(L, describe_object);
  lua_insert(L, -2);
  lua_pushlightuserdata(L, f);
  lua_pcall(L, 2, 0, 0); /* where it fails, the message stays as it was set above */
}
