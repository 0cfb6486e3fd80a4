/* selector_parse.c: the grammar of selectors, by descent. It recurses only where
   lists stand within lists, SELECTOR_DEPTH_MAX deep. */
#include <string.h>

#include "selector_parts.h"

static bool fail_here(selector_reader *r, const char *message) {
  return selector_fail(r, r->at, STATUS_SYNTAX, message);
}

static bool no_memory(selector_reader *r) {
  return selector_fail(r, r->at, STATUS_MEMORY, "out of memory");
}

/* Appends a simple to a compound; `last` is the compound's last so far. */
static bool add_simple(selector_reader *r, uint32_t compound_index, uint32_t *last, simple made) {
  simple *s = simple_list_push(&r->simples);
  if (!s) return no_memory(r);
  *s = made;
  s->next = SELECTOR_NONE;
  uint32_t index = r->simples.count - 1;
  if (*last == SELECTOR_NONE) r->compounds.items[compound_index].simple = index;
  else r->simples.items[*last].next = index;
  *last = index;
  return true;
}

static bool no_namespace(selector_reader *r) {
  if (selector_peek(r, 0) != '|' || selector_peek(r, 1) == '=') return true;
  return fail_here(r, "namespaces are not supported");
}

static bool expect(selector_reader *r, char c, const char *message) {
  selector_skip(r);
  if (selector_peek(r, 0) != c) return fail_here(r, message);
  r->at++;
  return true;
}

/* .class or #id, or a type: the name at the present place. */
static bool read_named(selector_reader *r, simple *s) {
  if (!selector_at_word(r)) {
    return fail_here(r, s->kind == SIMPLE_CLASS ? "a class name is missing after ." : "an id is missing after #");
  }
  return selector_word(r, &s->value);
}

static attribute_test test_of(int c) {
  switch (c) {
  case '~': return TEST_WORD;
  case '|': return TEST_LANGUAGE;
  case '^': return TEST_PREFIX;
  case '$': return TEST_SUFFIX;
  case '*': return TEST_SUBSTRING;
  default: return TEST_EQUALS;
  }
}

/* The i or s after an attribute's value. */
static bool read_case_flag(selector_reader *r, simple *s) {
  selector_skip(r);
  if (!selector_at_word(r)) return true;
  uint32_t start = r->at;
  text_part flag;
  if (!selector_word(r, &flag)) return false;
  s->no_case = selector_is(r, flag, "i");
  return s->no_case || selector_is(r, flag, "s") ||
         selector_fail(r, start, STATUS_SYNTAX, "only i or s may follow an attribute's value");
}

/* The place of the byte that fewest values are likely to have. */
static uint32_t rarest_byte(const char *text, uint32_t size) {
  static const char often[] = "etaoinsrcl-dpmhugbfywvkxjq_z";
  uint32_t best = 0;
  size_t rank = 0;
  for (uint32_t i = 0; i < size; i++) {
    char c = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 0x20 : text[i]);
    const char *place = c ? strchr(often, c) : NULL;
    size_t its = place ? (size_t)(place - often) + 1 : sizeof often;
    if (its <= rank) continue;
    rank = its;
    best = i;
  }
  return best;
}

static bool read_attribute_value(selector_reader *r, simple *s) {
  int c = selector_peek(r, 0);
  s->test = (uint8_t)test_of(c);
  if (s->test != TEST_EQUALS) r->at++;
  if (selector_peek(r, 0) != '=') return fail_here(r, "an operator or ] is expected");
  r->at++;
  selector_skip(r);
  c = selector_peek(r, 0);
  if (c == '"' || c == '\'') {
    if (!selector_string(r, &s->value)) return false;
  } else if (selector_at_word(r)) {
    if (!selector_word(r, &s->value)) return false;
  } else {
    return fail_here(r, "a value is expected, in quotes unless it is an identifier");
  }
  s->probe = rarest_byte(r->text.data + s->value.start, s->value.size);
  return read_case_flag(r, s);
}

static bool read_attribute(selector_reader *r, simple *s) {
  selector_skip(r);
  text_part name;
  if (selector_peek(r, 0) == '*' || selector_peek(r, 0) == '|') return fail_here(r, "namespaces are not supported");
  if (!selector_at_word(r)) return fail_here(r, "an attribute's name is expected");
  if (!selector_word(r, &name) || !no_namespace(r) || !selector_keep_name(r, name, &s->name)) return false;
  selector_skip(r);
  s->test = TEST_EXISTS;
  if (selector_peek(r, 0) != ']' && !read_attribute_value(r, s)) return false;
  return expect(r, ']', "] is expected");
}

/* The pseudo-classes. `only-child` is first and last, in two simples. */
static const struct pseudo {
  const char *name;
  uint8_t kind, flags;
  bool function;
} pseudos[] = {
  {"first-child", SIMPLE_FIRST, 0, false},
  {"last-child", SIMPLE_LAST, 0, false},
  {"only-child", SIMPLE_FIRST, 1, false},
  {"first-of-type", SIMPLE_NTH, NTH_TYPE, false},
  {"last-of-type", SIMPLE_NTH, NTH_TYPE | NTH_LAST, false},
  {"empty", SIMPLE_EMPTY, 0, false},
  {"root", SIMPLE_ROOT, 0, false},
  {"scope", SIMPLE_SCOPE, 0, false},
  {"nth-child", SIMPLE_NTH, 0, true},
  {"nth-last-child", SIMPLE_NTH, NTH_LAST, true},
  {"nth-of-type", SIMPLE_NTH, NTH_TYPE, true},
  {"is", SIMPLE_IS, 0, true},
  {"where", SIMPLE_IS, 0, true},
  {"not", SIMPLE_NOT, 0, true},
  {"has", SIMPLE_HAS, 0, true},
  {"class", SIMPLE_GLOB, 0, true},
};

static const struct pseudo *find_pseudo(const selector_reader *r, text_part name, bool function) {
  for (size_t i = 0; i < sizeof pseudos / sizeof *pseudos; i++) {
    if (pseudos[i].function == function && selector_is(r, name, pseudos[i].name)) return &pseudos[i];
  }
  return NULL;
}

/* A list in parentheses, the opening one read. */
static bool read_nested(selector_reader *r, bool relative, uint32_t *first) {
  if (r->depth == SELECTOR_DEPTH_MAX) return selector_fail(r, r->at, STATUS_LIMIT, "selectors are nested too deeply");
  r->depth++;
  bool done = selector_list(r, relative, first);
  r->depth--;
  return done;
}

/* `of S` after An+B, where it stands. */
static bool read_of(selector_reader *r, simple *s) {
  selector_skip(r);
  if (s->flags & NTH_TYPE || !selector_at_word(r)) return true;
  uint32_t start = r->at;
  text_part word;
  if (!selector_word(r, &word)) return false;
  if (!selector_is(r, word, "of")) return selector_fail(r, start, STATUS_SYNTAX, "of or ) is expected");
  return read_nested(r, false, &s->branch);
}

/* What stands between the parentheses. */
static bool read_argument(selector_reader *r, simple *s) {
  selector_skip(r);
  switch (s->kind) {
  case SIMPLE_NTH: return selector_nth(r, &s->a, &s->b) && read_of(r, s);
  case SIMPLE_GLOB: return selector_pattern(r, &s->value);
  case SIMPLE_HAS:
    s->slot = r->memo_count++;
    return read_nested(r, true, &s->branch);
  default: return read_nested(r, false, &s->branch);
  }
}

static bool read_pseudo(selector_reader *r, simple *s, bool *only) {
  uint32_t start = r->at - 1;
  text_part name;
  if (selector_peek(r, 0) == ':') return selector_fail(r, start, STATUS_SYNTAX, "pseudo-elements are not supported");
  if (!selector_at_word(r)) return fail_here(r, "a pseudo-class is missing after :");
  if (!selector_word(r, &name)) return false;
  bool function = selector_peek(r, 0) == '(';
  const struct pseudo *p = find_pseudo(r, name, function);
  if (!p && find_pseudo(r, name, !function)) {
    return fail_here(r, function ? "this pseudo-class takes no argument" : "this pseudo-class needs an argument in ()");
  }
  if (!p) return selector_fail(r, start, STATUS_SYNTAX, "unknown pseudo-class");
  *only = p->kind == SIMPLE_FIRST && p->flags;
  *s = (simple){.kind = p->kind, .flags = p->flags, .branch = SELECTOR_NONE, .b = 1};
  if (s->kind == SIMPLE_NTH) s->slot = r->nth_count++;
  if (!function) return true;
  r->at++;
  return read_argument(r, s) && expect(r, ')', ") is expected");
}

/* One simple other than a type: its first byte tells. False at anything else, where
   `*done` is set, and on errors. */
static bool read_simple(selector_reader *r, uint32_t compound_index, uint32_t *last, bool *done) {
  simple s = {.branch = SELECTOR_NONE};
  bool only = false, good;
  int c = selector_peek(r, 0);
  *done = c != '.' && c != '#' && c != '[' && c != ':';
  if (*done) return false;
  r->at++;
  s.kind = c == '.' ? SIMPLE_CLASS : c == '#' ? SIMPLE_ID : SIMPLE_ATTRIBUTE;
  if (c == ':') good = read_pseudo(r, &s, &only);
  else good = c == '[' ? read_attribute(r, &s) : read_named(r, &s);
  good = good && add_simple(r, compound_index, last, s);
  s.kind = SIMPLE_LAST;
  return good && (!only || add_simple(r, compound_index, last, s));
}

static bool read_type(selector_reader *r, uint32_t compound_index, uint32_t *last) {
  simple s = {.kind = SIMPLE_TYPE, .branch = SELECTOR_NONE};
  return selector_word(r, &s.value) && no_namespace(r) && selector_keep_name(r, s.value, &s.name) &&
         add_simple(r, compound_index, last, s);
}

/* Reads a compound; its place in the chain is for the caller to fill in. */
static bool read_compound(selector_reader *r, uint32_t *index) {
  uint32_t start = r->at, last = SELECTOR_NONE;
  compound *c = compound_list_push(&r->compounds);
  if (!c) return no_memory(r);
  c->simple = SELECTOR_NONE;
  *index = r->compounds.count - 1;
  if (selector_at_word(r)) {
    if (!read_type(r, *index, &last)) return false;
  } else if (selector_peek(r, 0) == '*') {
    r->at++;
  }
  if (!no_namespace(r)) return false;
  bool done = false;
  do selector_skip_comments(r);
  while (read_simple(r, *index, &last, &done));
  if (r->error.code != STATUS_OK) return false;
  if (r->at > start) return true;
  bool ends = r->at >= r->size || selector_peek(r, 0) == ',' || selector_peek(r, 0) == ')';
  return fail_here(r, ends ? "a selector is missing here" : "no selector begins with this character");
}

static combinator combinator_of(int c) {
  switch (c) {
  case '>': return COMBINATOR_CHILD;
  case '+': return COMBINATOR_NEXT;
  case '~': return COMBINATOR_LATER;
  default: return COMBINATOR_NONE;
  }
}

/* Reads a combinator that is written out, and the white space after it. */
static combinator read_combinator(selector_reader *r) {
  combinator found = combinator_of(selector_peek(r, 0));
  if (found != COMBINATOR_NONE) {
    r->at++;
    selector_skip(r);
  }
  return found;
}

/* What leads on from a compound. COMBINATOR_NONE: the branch ends here, or an error. */
static combinator read_link(selector_reader *r) {
  bool space = selector_skip(r);
  combinator found = read_combinator(r);
  int c = selector_peek(r, 0);
  if (found != COMBINATOR_NONE || c < 0 || c == ',' || (c == ')' && r->depth)) return found;
  if (space) return COMBINATOR_WITHIN;
  fail_here(r, c == ')' ? "no parenthesis is open here" : "unexpected character");
  return COMBINATOR_NONE;
}

/* Reads the chain of a branch; `link` is what leads to its first compound. */
static bool read_chain(selector_reader *r, combinator link, bool relative, uint32_t *last) {
  uint32_t left = SELECTOR_NONE, length = 0;
  do {
    if (++length > SELECTOR_CHAIN_MAX) return selector_fail(r, r->at, STATUS_LIMIT, "too many combinators in a row");
    uint32_t index = SELECTOR_NONE;
    if (!read_compound(r, &index)) return false;
    compound *c = &r->compounds.items[index];
    c->combinator = (uint8_t)link;
    c->left = left;
    c->anchored = relative;
    c->memo = !relative && (link == COMBINATOR_WITHIN || link == COMBINATOR_LATER) ? r->memo_count++ : SELECTOR_NONE;
    left = index;
    link = read_link(r);
  } while (link != COMBINATOR_NONE);
  *last = left;
  return r->error.code == STATUS_OK;
}

static bool read_branch(selector_reader *r, bool relative, uint32_t *index) {
  selector_skip(r);
  combinator link = COMBINATOR_NONE;
  if (relative) {
    link = read_combinator(r);
    if (link == COMBINATOR_NONE) link = COMBINATOR_WITHIN;
  }
  uint32_t last = SELECTOR_NONE;
  if (!read_chain(r, link, relative, &last)) return false;
  branch *b = branch_list_push(&r->branches);
  if (!b) return no_memory(r);
  *b = (branch){last, SELECTOR_NONE, relative ? r->has_count++ : SELECTOR_NONE};
  *index = r->branches.count - 1;
  return true;
}

bool selector_list(selector_reader *r, bool relative, uint32_t *first) {
  uint32_t index;
  if (!read_branch(r, relative, first)) return false;
  for (uint32_t last = *first; selector_peek(r, 0) == ','; last = index) {
    r->at++;
    if (!read_branch(r, relative, &index)) return false;
    r->branches.items[last].next = index;
  }
  return true;
}
