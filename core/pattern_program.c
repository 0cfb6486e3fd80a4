/* pattern_program.c: reads Lua's patterns into items, with what is known of each before a text is. */
#include "pattern_program.h"

#include <string.h>

enum { UPPER = 1, LOWER = 2, DIGIT = 4, SPACE = 8, PUNCT = 16, CONTROL = 32, HEX = 64, NOTHING = 128 };

const unsigned char pattern_classes[256] = {
#define C CONTROL
#define S (CONTROL | SPACE)
#define P PUNCT
#define D (DIGIT | HEX)
#define A (UPPER | HEX)
#define U UPPER
#define a (LOWER | HEX)
#define l LOWER
  C, C, C, C, C, C, C, C, C, S, S, S, S, S, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
  SPACE, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, P,
  P, A, A, A, A, A, A, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, P, P, P, P, P,
  P, a, a, a, a, a, a, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, l, P, P, P, P, C,
#undef C
#undef S
#undef P
#undef D
#undef A
#undef U
#undef a
#undef l
};

/* What the letter of a class stands for; 0 for what is no such letter. */
static const unsigned char letters[128] = {
  ['a'] = UPPER | LOWER, ['c'] = CONTROL, ['d'] = DIGIT, ['g'] = UPPER | LOWER | DIGIT | PUNCT, ['l'] = LOWER,
  ['p'] = PUNCT, ['s'] = SPACE, ['u'] = UPPER, ['w'] = UPPER | LOWER | DIGIT, ['x'] = HEX, ['z'] = NOTHING
};

/* Numbers of what can be wrong. */
enum { NO_SET_END, NO_ESCAPED, NO_BALANCE, NO_FRONTIER, NO_OPEN, NO_CAPTURE, TOO_MANY };

static const char *const faults[] = {
  [NO_SET_END] = "malformed pattern (missing ']')",
  [NO_ESCAPED] = "malformed pattern (ends with '%%')",
  [NO_BALANCE] = "malformed pattern (missing arguments to '%%b')",
  [NO_FRONTIER] = "missing '[' after '%%f' in pattern",
  [NO_OPEN] = "invalid pattern capture",
  [NO_CAPTURE] = "invalid capture index %%%d",
  [TOO_MANY] = "too many captures"
};

const char *pattern_fault_message(const pattern_item *i) { return faults[i->what]; }

/* A pattern that is read. Which captures are open is known at each of its places. */
typedef struct reading {
  const char *at, *end;
  pattern_program *out;
  pattern_set *sets;
  bool closed[PATTERN_CAPTURES];
} reading;

/* -- sets ------------------------------------------------------------------------ */

static unsigned bits_of_class(unsigned char class) { return class < 128 ? letters[class | 0x20] : 0; }

/* The characters of each bit, those below 128. */
static const uint32_t ascii[8][4] = {
  {0, 0, 0x07FFFFFE, 0}, {0, 0, 0, 0x07FFFFFE}, {0, 0x03FF0000, 0, 0}, {0x3E00, 1, 0, 0},
  {0, 0xFC00FFFE, 0xF8000001, 0x78000001}, {0xFFFFFFFF, 0, 0, 0x80000000}, {0, 0x03FF0000, 0x7E, 0x7E}, {1, 0, 0, 0}
};

static void add_class(pattern_set *set, unsigned bits, bool wanted) {
  for (unsigned word = 0; word < 8; word++) {
    uint32_t in = 0;
    for (unsigned bit = 0; word < 4 && bit < 8; bit++)
      if (bits >> bit & 1) in |= ascii[bit][word];
    set->bits[word] |= wanted ? in : ~in;
  }
}

/* A range, of nothing where it ends before it begins. */
static void add_range(pattern_set *set, unsigned from, unsigned to) {
  for (unsigned word = from >> 5; from <= to && word <= to >> 5; word++) {
    uint32_t low = word == from >> 5 ? from & 31 : 0, high = word == to >> 5 ? to & 31 : 31;
    set->bits[word] |= (UINT32_MAX << low) & (UINT32_MAX >> (31 - high));
  }
}

static void add_escaped(pattern_set *set, unsigned char c) {
  unsigned bits = bits_of_class(c);
  if (bits) add_class(set, bits, c > 'Z');
  else add_range(set, c, c);
}

/* The characters between a set's `[` or `[^`, and its `]`. */
static void add_all(pattern_set *set, const char *p, const char *end) {
  for (; p < end; p++) {
    unsigned char c = (unsigned char)*p;
    if (c == '%') {
      add_escaped(set, (unsigned char)*++p);
    } else if (p[1] == '-' && p + 2 < end) {
      p += 2;
      add_range(set, c, (unsigned char)*p);
    } else {
      add_range(set, c, c);
    }
  }
}

/* Where the set ends whose `[` is at `p`: its `]`; NULL where there is none. */
static const char *set_end(const char *p, const char *end) {
  if (*++p == '^') p++;
  do { /* a `]` in the first place is one of the set */
    if (p == end) return NULL;
    if (*p++ == '%' && p < end) p++;
  } while (*p != ']');
  return p;
}

static pattern_item fault_item(unsigned what, int digit) {
  return (pattern_item){.kind = ITEM_FAULT, .what = (uint8_t)what, .other = (uint8_t)digit};
}

static pattern_item class_item(unsigned bits, bool wanted) {
  return (pattern_item){.kind = ITEM_CLASS, .what = (uint8_t)bits, .other = wanted};
}

static pattern_item new_set(reading *r, pattern_set **set) {
  *set = &r->sets[r->out->set_count];
  **set = (pattern_set){{0}};
  return (pattern_item){.kind = ITEM_SET, .set = r->out->set_count++};
}

static pattern_item read_set(reading *r) {
  const char *end = set_end(r->at, r->end), *p = r->at + 1;
  if (!end) return fault_item(NO_SET_END, 0);
  bool inverted = *p == '^';
  r->at = end + 1;
  p += inverted;
  unsigned bits = *p == '%' && end - p == 2 ? bits_of_class((unsigned char)p[1]) : 0;
  if (bits && bits != NOTHING) return class_item(bits, (p[1] > 'Z') != inverted);
  pattern_set *set;
  pattern_item i = new_set(r, &set);
  add_all(set, p, end);
  for (int word = 0; inverted && word < 8; word++) set->bits[word] = ~set->bits[word];
  return i;
}

/* -- items ------------------------------------------------------------------------ */

/* %f[set]; the place is behind the `f`. */
static pattern_item read_frontier(reading *r) {
  pattern_set *set;
  if (*r->at != '[') return fault_item(NO_FRONTIER, 0);
  pattern_item i = read_set(r);
  if (i.kind == ITEM_FAULT) return i;
  if (i.kind == ITEM_CLASS) {
    unsigned bits = i.what;
    bool wanted = i.other;
    i = new_set(r, &set);
    add_class(set, bits, wanted);
  }
  i.kind = ITEM_FRONTIER;
  return i;
}

static pattern_item read_balance(reading *r) {
  const char *p = r->at;
  if (r->end - p < 2) return fault_item(NO_BALANCE, 0);
  r->at = p + 2;
  return (pattern_item){.kind = ITEM_BALANCE, .what = (uint8_t)p[0], .other = (uint8_t)p[1]};
}

static pattern_item read_again(const reading *r, char digit) {
  int n = digit - '1';
  if (n < 0 || n >= r->out->captures || !r->closed[n]) return fault_item(NO_CAPTURE, n + 1);
  return (pattern_item){.kind = ITEM_AGAIN, .what = (uint8_t)n};
}

static pattern_item read_open(reading *r) {
  bool position = *r->at == ')';
  uint8_t n = r->out->captures;
  if (n >= PATTERN_CAPTURES) return fault_item(TOO_MANY, 0);
  r->out->captures++;
  r->closed[n] = position;
  r->at += position;
  return (pattern_item){.kind = position ? ITEM_POSITION : ITEM_OPEN, .what = n};
}

static pattern_item read_close(reading *r) {
  unsigned n = r->out->captures;
  while (n > 0 && r->closed[n - 1]) n--;
  if (n == 0) return fault_item(NO_OPEN, 0);
  r->closed[n - 1] = true;
  return (pattern_item){.kind = ITEM_CLOSE, .what = (uint8_t)(n - 1)};
}

static pattern_item repeated(reading *r, pattern_item i) {
  char suffix = r->at < r->end ? *r->at : '\0';
  i.repeat = suffix == '+' ? SOME : suffix == '?' ? MAYBE : suffix == '*' ? MANY : suffix == '-' ? LEAST : ONCE;
  r->at += i.repeat != ONCE;
  return i;
}

/* The place is behind the `%`. */
static pattern_item read_escape(reading *r) {
  if (r->at == r->end) return fault_item(NO_ESCAPED, 0);
  char c = *r->at++;
  if (c == 'b') return read_balance(r);
  if (c == 'f') return read_frontier(r);
  if (c >= '0' && c <= '9') return read_again(r, c);
  unsigned bits = bits_of_class((unsigned char)c);
  if (!bits) return repeated(r, (pattern_item){.kind = ITEM_BYTE, .what = (uint8_t)c});
  if (bits != NOTHING) return repeated(r, class_item(bits, c > 'Z'));
  pattern_set *set;
  pattern_item i = new_set(r, &set);
  add_class(set, bits, c > 'Z');
  return repeated(r, i);
}

static pattern_item read_item(reading *r) {
  char c = *r->at;
  if (c == '[') {
    pattern_item i = read_set(r);
    return i.kind == ITEM_FAULT ? i : repeated(r, i);
  }
  r->at++;
  if (c == '%') return read_escape(r);
  if (c == '(') return read_open(r);
  if (c == ')') return read_close(r);
  if (c == '$' && r->at == r->end) return (pattern_item){.kind = ITEM_TAIL};
  return repeated(r, (pattern_item){.kind = c == '.' ? ITEM_ANY : ITEM_BYTE, .what = (uint8_t)c});
}

/* -- programs --------------------------------------------------------------------- */

/* The item from `i` on that looks at the character there. */
static const pattern_item *looking(const pattern_item *i) {
  for (i = pattern_item_behind(i); i->kind == ITEM_FRONTIER;) i = pattern_item_behind(i + 1);
  return i;
}

/* Behind %f[set] the next character is of the set, unless the text may end there. */
static void read_start_of_frontier(pattern_program *p) {
  const pattern_item *i = pattern_item_behind(p->items);
  if (i->kind != ITEM_FRONTIER || pattern_set_has(&pattern_program_sets(p)[i->set], 0)) return;
  p->first = (pattern_item){.kind = ITEM_SET, .set = i->set};
}

static void read_start(pattern_program *p) {
  const pattern_item *first = looking(p->items);
  p->first = p->second = (pattern_item){.kind = ITEM_END};
  if (!pattern_item_needs(first)) {
    read_start_of_frontier(p);
    return;
  }
  p->first = *first;
  const pattern_item *second = looking(first + 1);
  if (first->repeat == ONCE && pattern_item_needs(second)) p->second = *second;
}

void pattern_program_read(pattern_program *out, const char *pattern, size_t length, bool may_anchor) {
  bool anchored = may_anchor && length > 0 && *pattern == '^', whole = true;
  *out = (pattern_program){.anchored = anchored, .sets_at = (uint32_t)PATTERN_ITEMS_ROOM(length)};
  reading r = {.at = pattern + anchored, .end = pattern + length, .out = out};
  r.sets = (pattern_set *)(void *)((char *)out->items + out->sets_at);
  while (whole && r.at < r.end) {
    pattern_item i = read_item(&r);
    out->items[out->item_count++] = i;
    whole = i.kind != ITEM_FAULT;
  }
  out->items[out->item_count++] = (pattern_item){.kind = ITEM_END};
  read_start(out);
}

size_t pattern_program_size(const pattern_program *p) {
  return sizeof *p + p->item_count * sizeof *p->items + p->set_count * sizeof(pattern_set);
}

void pattern_program_copy(const pattern_program *p, pattern_program *out) {
  size_t items = p->item_count * sizeof *p->items;
  memcpy(out, p, sizeof *p + items);
  out->sets_at = (uint32_t)items;
  memcpy((char *)out->items + items, pattern_program_sets(p), p->set_count * sizeof(pattern_set));
}
