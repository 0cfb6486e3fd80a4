/* lua_environment_string.c: the string functions of rules, all but the patterns.

   They are bounded (each spends steps for the bytes it makes, and asks for room first)
   and the same everywhere: letters are ASCII's, and nothing prints an address. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lower.h"
#include "lua_environment.h"
#include "lua_state.h"

enum {
  BYTES_PER_STEP = 16,
  MOST_VALUES = 250000, /* that byte puts on the stack */
  ITEM_SIZE = 512,      /* of a formatted number: %99.99f of the largest has 408 */
  SPEC_SIZE = 32,
  NUMERAL_STEPS = 24    /* for writing a number */
};

static void work(lua_State *L, size_t bytes) {
  lua_state_room(L, bytes);
  lua_state_spend(L, bytes / BYTES_PER_STEP + 1);
}

/* -- positions ----------------------------------------------------------------- */

/* The first byte of a range, from 1; at least 1. */
static size_t range_start(lua_Integer position, size_t size) {
  if (position > 0) return (size_t)position;
  if (position == 0 || position < -(lua_Integer)size) return 1;
  return size - (size_t)-position + 1;
}

/* The last byte of a range, from 1; at most size. */
static size_t range_end(lua_Integer position, size_t size) {
  if (position > (lua_Integer)size) return size;
  if (position >= 0) return (size_t)position;
  if (position < -(lua_Integer)size) return 0;
  return size - (size_t)-position + 1;
}

static int string_sub(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  size_t first = range_start(luaL_checkinteger(L, 2), size), last = range_end(luaL_optinteger(L, 3, -1), size);
  size_t length = first <= last ? last - first + 1 : 0;
  work(L, length);
  lua_pushlstring(L, length ? text + first - 1 : "", length);
  return 1;
}

static int string_byte(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_Integer at = luaL_optinteger(L, 2, 1);
  size_t first = range_start(at, size), last = range_end(luaL_optinteger(L, 3, (lua_Integer)first), size);
  if (first > last) return 0;
  size_t count = last - first + 1;
  if (count > MOST_VALUES || !lua_checkstack(L, (int)count)) return luaL_error(L, "string slice too long");
  lua_state_spend(L, count);
  for (size_t i = 0; i < count; i++) lua_pushinteger(L, (unsigned char)text[first - 1 + i]);
  return (int)count;
}

static int string_char(lua_State *L) {
  int count = lua_gettop(L);
  luaL_Buffer b;
  lua_state_spend(L, (uint64_t)count);
  char *out = luaL_buffinitsize(L, &b, (size_t)count);
  for (int i = 1; i <= count; i++) {
    lua_Unsigned c = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, c <= 255, i, "value out of range");
    out[i - 1] = (char)(unsigned char)c;
  }
  luaL_pushresultsize(&b, (size_t)count);
  return 1;
}

static int string_len(lua_State *L) {
  size_t size;
  luaL_checklstring(L, 1, &size);
  lua_pushinteger(L, (lua_Integer)size);
  return 1;
}

/* -- copies -------------------------------------------------------------------- */

static char *open_copy(lua_State *L, luaL_Buffer *b, const char **text, size_t *size) {
  *text = luaL_checklstring(L, 1, size);
  work(L, 2 * *size);
  return luaL_buffinitsize(L, b, *size);
}

static int string_lower(lua_State *L) {
  size_t size;
  const char *text;
  luaL_Buffer b;
  char *out = open_copy(L, &b, &text, &size);
  lower_letters(text, size, out);
  luaL_pushresultsize(&b, size);
  return 1;
}

static int string_upper(lua_State *L) {
  size_t size;
  const char *text;
  luaL_Buffer b;
  char *out = open_copy(L, &b, &text, &size);
  for (size_t i = 0; i < size; i++) out[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 32) : text[i];
  luaL_pushresultsize(&b, size);
  return 1;
}

static int string_reverse(lua_State *L) {
  size_t size;
  const char *text;
  luaL_Buffer b;
  char *out = open_copy(L, &b, &text, &size);
  for (size_t i = 0; i < size; i++) out[i] = text[size - 1 - i];
  luaL_pushresultsize(&b, size);
  return 1;
}

/* Fills `out` with `size` bytes of the unit at its start, over and over. */
static void repeat(char *out, size_t unit, size_t size) {
  for (size_t done = unit; done < size;) {
    size_t more = done < size - done ? done : size - done;
    memcpy(out + done, out, more);
    done += more;
  }
}

static int string_rep(lua_State *L) {
  size_t size, width;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_Integer count = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &width);
  size_t unit = size + width;
  if (count <= 0 || unit == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (unit < size || unit > SIZE_MAX / 4 / (lua_Unsigned)count) lua_state_room(L, SIZE_MAX);
  size_t total = unit * (size_t)count - width;
  work(L, 2 * (total + width));
  luaL_Buffer b;
  char *out = luaL_buffinitsize(L, &b, total + width);
  memcpy(out, text, size);
  memcpy(out + size, separator, width);
  repeat(out, unit, total + width);
  luaL_pushresultsize(&b, total);
  return 1;
}

/* -- tostring ------------------------------------------------------------------ */

static void push_float(lua_State *L, lua_Number n) {
  char text[64];
  int size = lua_number2str(text, sizeof text - 2, n);
  if (n != n) size = snprintf(text, sizeof text, "nan"); /* whose sign depends on the machine */
  if (text[strspn(text, "-0123456789")] == '\0') { /* looks like an integer */
    text[size++] = '.';
    text[size++] = '0';
  }
  lua_pushlstring(L, text, (size_t)size);
}

static void push_type_name(lua_State *L, int index) {
  int type = luaL_getmetafield(L, index, "__name"); /* pushes nothing where it is nil */
  if (type == LUA_TSTRING) return;
  if (type != LUA_TNIL) lua_pop(L, 1);
  lua_pushstring(L, luaL_typename(L, index));
}

const char *lua_environment_tostring(lua_State *L, int index, size_t *size) {
  if (luaL_callmeta(L, index, "__tostring")) {
    if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "'__tostring' must return a string");
    return lua_tolstring(L, -1, size);
  }
  switch (lua_type(L, index)) {
    case LUA_TSTRING: lua_pushvalue(L, index); break;
    case LUA_TNUMBER:
      lua_state_spend(L, NUMERAL_STEPS);
      if (lua_isinteger(L, index)) lua_pushfstring(L, "%I", (LUAI_UACINT)lua_tointeger(L, index));
      else push_float(L, lua_tonumber(L, index));
      break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
    default: push_type_name(L, index);
  }
  return lua_tolstring(L, -1, size);
}

/* -- format -------------------------------------------------------------------- */

/* One conversion: "%", flags, width, precision, with room for "ll" and the letter. */
typedef struct spec {
  char text[SPEC_SIZE];
  size_t size;
  const char *next; /* the conversion's letter, in the format */
  bool plain;       /* no flag, width or precision */
  bool precise;
} spec;

static size_t digits(const char *at) {
  size_t n = 0;
  while (n < 2 && at[n] >= '0' && at[n] <= '9') n++;
  return n;
}

/* Reads the conversion after a `%`: at most two digits of width and of precision. */
static spec read_spec(lua_State *L, const char *at) {
  size_t size = strspn(at, "-+ #0");
  spec s = { .precise = false };
  if (size > 5) luaL_error(L, "invalid format (repeated flags)");
  size += digits(at + size);
  if (at[size] == '.') {
    size++;
    size += digits(at + size);
    s.precise = true;
  }
  if (at[size] >= '0' && at[size] <= '9') luaL_error(L, "invalid format (width or precision too long)");
  s.text[0] = '%';
  memcpy(s.text + 1, at, size);
  s.text[size + 1] = '\0';
  s.size = size + 1;
  s.next = at + size;
  s.plain = size == 0;
  return s;
}

static void finish_spec(spec *s, const char *length) {
  size_t size = strlen(length);
  memcpy(s->text + s->size, length, size);
  s->text[s->size + size] = *s->next;
  s->text[s->size + size + 1] = '\0';
}

/* The flags that C defines for a conversion; NULL where rules have no such one. */
static const char *allowed_flags(char letter) {
  switch (letter) {
    case 'd': case 'i': return "-+0 ";
    case 'o': case 'x': case 'X': return "-#0";
    case 'u': return "-0";
    case 'c': case 's': return "-";
    case 'a': case 'A': case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return "-+#0 ";
    default: return NULL;
  }
}

static void check_spec(lua_State *L, const spec *s) {
  const char *allowed = allowed_flags(*s->next);
  if (!allowed) luaL_error(L, "invalid conversion '%%%c' to 'format'", *s->next ? *s->next : ' ');
  size_t flags = strspn(s->text + 1, "-+ #0");
  if (strspn(s->text + 1, allowed) < flags || (*s->next == 'c' && s->precise))
    luaL_error(L, "invalid conversion '%%%c' to 'format' (its flags or precision)", *s->next);
}

static int format_float(char *out, const char *text, lua_Number n) {
  return snprintf(out, ITEM_SIZE, text, (LUAI_UACNUMBER)n);
}

static int format_integer(char *out, const char *text, lua_Integer i) {
  return snprintf(out, ITEM_SIZE, text, (LUAI_UACINT)i);
}

/* Adds the argument as text. A width or precision is for short strings, as in Lua. */
static void add_text(lua_State *L, luaL_Buffer *b, spec *s, int arg, size_t *total) {
  size_t size;
  const char *text = lua_environment_tostring(L, arg, &size);
  if (s->plain || (!s->precise && size >= 100)) {
    *total += size;
    work(L, 2 * *total);
    luaL_addvalue(b);
    return;
  }
  char out[ITEM_SIZE];
  if (strlen(text) != size) luaL_argerror(L, arg, "string contains zeros");
  finish_spec(s, "");
  int width = snprintf(out, sizeof out, s->text, text);
  lua_pop(L, 1);
  luaL_addlstring(b, out, width > 0 ? (size_t)width : 0);
}

static void add_item(lua_State *L, luaL_Buffer *b, spec *s, int arg, size_t *total) {
  char out[ITEM_SIZE];
  int size = 0;
  check_spec(L, s);
  switch (*s->next) {
    case 'c':
      finish_spec(s, "");
      size = snprintf(out, sizeof out, s->text, (int)luaL_checkinteger(L, arg));
      break;
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
      finish_spec(s, LUA_INTEGER_FRMLEN);
      size = format_integer(out, s->text, luaL_checkinteger(L, arg));
      break;
    case 's':
      luaL_checkany(L, arg);
      add_text(L, b, s, arg, total);
      return;
    default:
      finish_spec(s, LUA_NUMBER_FRMLEN);
      size = format_float(out, s->text, luaL_checknumber(L, arg));
  }
  luaL_addlstring(b, out, size > 0 ? (size_t)size : 0);
}

static int string_format(lua_State *L) {
  size_t size, total = 0;
  const char *at = luaL_checklstring(L, 1, &size), *end = at + size, *percent;
  int arg = 1;
  luaL_Buffer b;
  work(L, 2 * size);
  luaL_buffinit(L, &b);
  for (; (percent = memchr(at, '%', (size_t)(end - at))); ) {
    luaL_addlstring(&b, at, (size_t)(percent - at));
    lua_state_spend(L, NUMERAL_STEPS);
    if (percent[1] == '%') {
      luaL_addchar(&b, '%');
      at = percent + 2;
      continue;
    }
    spec s = read_spec(L, percent + 1);
    add_item(L, &b, &s, ++arg, &total);
    at = s.next + 1;
  }
  luaL_addlstring(&b, at, (size_t)(end - at));
  luaL_pushresult(&b);
  return 1;
}

void lua_environment_string(lua_State *L) {
  static const luaL_Reg functions[] = {
    { "byte", string_byte },   { "char", string_char },       { "format", string_format },
    { "len", string_len },     { "lower", string_lower },     { "rep", string_rep },
    { "reverse", string_reverse }, { "sub", string_sub },     { "upper", string_upper },
    { NULL, NULL }
  };
  luaL_setfuncs(L, functions, 0);
}
