/* html_names.c: names of elements and attributes as numbers: the perfect hash over
   the shared names, the adjustments of foreign content, and a page's own names. */
#include "html_names.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "html_names_table.h"

enum { FRONT = 8, LONGEST = 23 }; /* bytes of a name */

static const struct {
  char text[LONGEST + 1];
  uint8_t size;
} shared_names[HTML_NAME_COUNT] = {
#define X(identifier, text) {text, sizeof(text) - 1},
  HTML_NAMES(X)
#undef X
};

#define X(identifier, text) _Static_assert(sizeof(text) <= LONGEST + 1, "a name is longer than LONGEST");
HTML_NAMES(X)
#undef X

/* Whether two texts of one size agree in their first eight bytes, or as many as they have: by one
   or two comparisons, since a loop's end would be guessed wrong for most. */
static bool same_front(const char *a, const char *b, size_t size) {
  if (size >= FRONT) return memcmp(a, b, FRONT) == 0;
  if (size >= 4) return memcmp(a, b, 4) == 0 && memcmp(a + size - 4, b + size - 4, 4) == 0;
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

const char *html_name_text(uint32_t name) {
  return shared_names[name].text;
}

uint32_t html_name_find_hashed(uint32_t hash, const char *text, size_t size) {
  uint32_t slot = (hash * NAME_MULTIPLIER) >> NAME_SHIFT;
  uint32_t name = name_slots[slot ^ name_displacements[hash & (NAME_BUCKETS - 1)]];
  if (name == NAME_EMPTY || shared_names[name].size != size) return HTML_NAME_UNKNOWN;
  const char *known = shared_names[name].text;
  if (!same_front(known, text, size)) return HTML_NAME_UNKNOWN;
  return size <= FRONT || memcmp(known + FRONT, text + FRONT, size - FRONT) == 0 ? name : HTML_NAME_UNKNOWN;
}

uint32_t html_name_find(const char *text, size_t size) {
  uint32_t hash = HTML_NAME_HASH;
  for (size_t i = 0; i < size; i++) hash = html_name_hash(hash, (unsigned char)text[i]);
  return html_name_find_hashed(hash, text, size);
}

uint32_t html_svg_element(uint32_t name) {
  switch (name) {
#define X(from, to) case NAME_##from: return NAME_##to;
    SVG_ELEMENT_ADJUSTMENTS(X)
#undef X
    default: return name;
  }
}

uint32_t html_svg_attribute(uint32_t name) {
  switch (name) {
#define X(from, to) case NAME_##from: return NAME_##to;
    SVG_ATTRIBUTE_ADJUSTMENTS(X)
#undef X
    default: return name;
  }
}

uint32_t html_math_attribute(uint32_t name) {
  return name == NAME_DEFINITIONURL ? NAME_MATH_DEFINITION_URL : name;
}

uint8_t html_attribute_space(uint32_t name) {
  switch (name) {
    case NAME_XLINK_ACTUATE: case NAME_XLINK_ARCROLE: case NAME_XLINK_HREF:
    case NAME_XLINK_ROLE: case NAME_XLINK_SHOW: case NAME_XLINK_TITLE: case NAME_XLINK_TYPE:
      return 1;
    case NAME_XML_LANG: case NAME_XML_SPACE:
      return 2;
    case NAME_XMLNS: case NAME_XMLNS_XLINK:
      return 3;
    default:
      return 0;
  }
}

/* SipHash-1-3. A keyed hash, so that no page can choose names that collide. */
typedef struct sip {
  uint64_t a, b, c, d;
} sip;

static inline uint64_t rotate(uint64_t x, int bits) {
  return x << bits | x >> (64 - bits);
}

static inline void sip_round(sip *s) {
  s->a += s->b; s->b = rotate(s->b, 13) ^ s->a; s->a = rotate(s->a, 32);
  s->c += s->d; s->d = rotate(s->d, 16) ^ s->c;
  s->a += s->d; s->d = rotate(s->d, 21) ^ s->a;
  s->c += s->b; s->b = rotate(s->b, 17) ^ s->c; s->c = rotate(s->c, 32);
}

static inline void sip_word(sip *s, uint64_t word) {
  s->d ^= word;
  sip_round(s);
  s->a ^= word;
}

static uint64_t keyed_hash(const uint64_t key[2], const char *bytes, size_t size) {
  sip s = {key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du,
           key[0] ^ 0x6c7967656e657261u, key[1] ^ 0x7465646279746573u};
  size_t whole = size / 8 * 8;
  for (size_t i = 0; i < whole; i += 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    sip_word(&s, word);
  }
  uint64_t last = (uint64_t)size << 56;
  for (size_t i = whole; i < size; i++)
    last |= (uint64_t)(unsigned char)bytes[i] << (8 * (i - whole));
  sip_word(&s, last);
  s.c ^= 0xff;
  for (int i = 0; i < 3; i++) sip_round(&s);
  return s.a ^ s.b ^ s.c ^ s.d;
}

/* Where memory lies differs from run to run: a secret that suffices against pages, and
   that no result depends on. */
static void choose_key(name_table *table) {
  table->key[0] = (uint64_t)(uintptr_t)table * 0x9E3779B97F4A7C15u;
  table->key[1] = (uint64_t)(uintptr_t)table->slots * 0xD1B54A32D192ED03u;
}

/* Whether names[index - 1] is this name; no name has a NUL in it. */
static bool is_name(const name_table *table, uint32_t index, const char *bytes, size_t size) {
  const char *known = table->text.data + table->starts[index - 1];
  return strncmp(known, bytes, size) == 0 && known[size] == '\0';
}

/* The slot where a name is or, if it is not there, belongs. */
static struct name_slot *find_slot(const name_table *table, uint32_t hash, const char *bytes,
                                   size_t size) {
  uint32_t mask = table->slot_count - 1, at = hash & mask;
  while (table->slots[at].index
         && (table->slots[at].hash != hash || !is_name(table, table->slots[at].index, bytes, size)))
    at = (at + 1) & mask;
  return &table->slots[at];
}

/* Twice the slots. Those of the old table are moved in their order, so that both tables
   are walked through and not jumped about in. */
static bool grow_slots(name_table *table) {
  if (table->slot_count > UINT32_MAX / 2) return false;
  uint32_t wanted = table->slot_count ? table->slot_count * 2 : 64, mask = wanted - 1;
  struct name_slot *slots = calloc(wanted, sizeof *slots);
  if (!slots) return false;
  for (uint32_t i = 0; i < table->slot_count; i++) {
    if (!table->slots[i].index) continue;
    uint32_t at = table->slots[i].hash & mask;
    while (slots[at].index) at = (at + 1) & mask;
    slots[at] = table->slots[i];
  }
  free(table->slots);
  table->slots = slots;
  if (!table->slot_count) choose_key(table);
  table->slot_count = wanted;
  return true;
}

static bool add_name(name_table *table, const char *bytes, size_t size) {
  if (table->count == table->capacity) {
    uint32_t *starts = array_grow(table->starts, &table->capacity, (size_t)table->count + 1, sizeof *starts);
    if (!starts) return false;
    table->starts = starts;
  }
  if (table->text.size > UINT32_MAX) return false;
  table->starts[table->count] = (uint32_t)table->text.size;
  if (!buffer_append(&table->text, bytes, size) || !buffer_byte(&table->text, '\0')) return false;
  table->count++;
  return true;
}

/* As name_table_intern, for a name that is known not to be a shared one. */
static uint32_t name_table_intern_own(name_table *table, const char *bytes, size_t size) {
  if (table->failed) return HTML_NAME_UNKNOWN;
  /* At most half full, so that a search is short. */
  if (table->count >= table->slot_count / 2 && !grow_slots(table)) goto failed;
  uint32_t hash = (uint32_t)keyed_hash(table->key, bytes, size);
  struct name_slot *slot = find_slot(table, hash, bytes, size);
  if (!slot->index) {
    if (!add_name(table, bytes, size)) goto failed;
    *slot = (struct name_slot){hash, table->count};
  }
  return HTML_NAME_COUNT + slot->index - 1;
failed:
  table->failed = true;
  return HTML_NAME_UNKNOWN;
}

uint32_t name_table_find_own(const name_table *table, const char *bytes, size_t size) {
  if (!table->slot_count || memchr(bytes, '\0', size)) return HTML_NAME_UNKNOWN;
  const struct name_slot *slot = find_slot(table, (uint32_t)keyed_hash(table->key, bytes, size), bytes, size);
  return slot->index ? HTML_NAME_COUNT + slot->index - 1 : HTML_NAME_UNKNOWN;
}

uint32_t name_table_intern(name_table *table, const char *bytes, size_t size) {
  uint32_t name = html_name_find(bytes, size);
  return name != HTML_NAME_UNKNOWN ? name : name_table_intern_own(table, bytes, size);
}

const char *name_table_text(const name_table *table, uint32_t name) {
  return name < HTML_NAME_COUNT ? html_name_text(name) : table->text.data + table->starts[name - HTML_NAME_COUNT];
}

void name_table_free(name_table *table) {
  buffer_free(&table->text);
  free(table->starts);
  free(table->slots);
  *table = (name_table){0};
}
