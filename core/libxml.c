/* libxml.c: libxml2's view of a page: an xmlDoc built node by node from the arrays,
   and XPath 1.0 on it. Nothing global of libxml2's is set, since other modules of
   the process may use the library too: errors go to a handler on the context. */
#include "libxml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "libxml_functions.h"

/* What an operation costs grows with the page, as libxml2 keeps doubles out of a set
   by looking at all of it. So the product of the two is bounded, down to what
   plain expressions need. Strings that functions read are counted by libxml_functions.c;
   those that are compared (`. = //p`) are not: libxml2 has no hook there. */
#define OPERATIONS_TIMES_ROWS 20000000000u
#define OPERATIONS_MOST 10000000u
#define OPERATIONS_PER_ROW 16u

/* libxml2 compares two nodes by walking along siblings, or, where elements have been
   numbered, at once, but then it takes a text for earlier than what is in the element
   before it. Pages where a node has more children than this are numbered. */
#define ORDERED_CHILDREN 2000u

struct xpath_view {
  const page *page;
  xmlDocPtr doc;
  xmlNodePtr *nodes; /* by row; NULL where XPath has no such node */
  xmlXPathContextPtr context;
  bool wide; /* comparing by walking would take too long */
  bool ids;  /* the ids are known to the xmlDoc */
};

void libxml_init(void) { xmlInitParser(); }

static void set_fault(fault *error, status code, const char *message, size_t position) {
  *error = (fault){.code = code, .message = message, .position = (uint32_t)position};
}

/* The tree */

/* libxml2 gives a node's `_private` to its user: row + 1. */
static void *as_private(uint32_t row) { return (void *)((uintptr_t)row + 1); }
static uint32_t as_row(const void *private) { return (uint32_t)((uintptr_t)private - 1); }

/* By hand, because xmlAddChild joins adjacent texts, and rows are not joined. */
static void append_child(xmlNodePtr parent, xmlNodePtr node) {
  node->parent = parent;
  node->prev = parent->last;
  if (parent->last) parent->last->next = node;
  else parent->children = node;
  parent->last = node;
}

/* NULL for a node whose content could not be allocated. */
static xmlNodePtr with_content(xmlNodePtr node) {
  if (!node || node->content) return node;
  xmlFreeNode(node);
  return NULL;
}

static xmlNodePtr new_text(xmlDocPtr doc, const char *bytes, size_t size) {
  if (size > INT_MAX) return NULL;
  return with_content(xmlNewDocTextLen(doc, (const xmlChar *)(size ? bytes : ""), (int)size));
}

/* "xml:lang" is the attribute lang of the xml namespace; other colons are just
   letters of a name. */
static const char *local_name(xmlDocPtr doc, const char *name, xmlNsPtr *space) {
  *space = NULL;
  if (strncmp(name, "xml:", 4) != 0 || !name[4]) return name;
  *space = xmlSearchNs(doc, (xmlNodePtr)doc, (const xmlChar *)"xml");
  return *space ? name + 4 : name;
}

/* One attribute; xmlNewProp would walk to the last one each time. */
static xmlAttrPtr add_attribute(xpath_view *v, xmlNodePtr node, xmlAttrPtr last, const page_attr *a) {
  xmlNsPtr space;
  const char *name = local_name(v->doc, page_name(v->page, a->name), &space);
  xmlAttrPtr attr = xmlNewDocProp(v->doc, (const xmlChar *)name, NULL);
  if (!attr) return NULL;
  attr->ns = space;
  attr->parent = node;
  attr->prev = last;
  if (last) last->next = attr;
  else node->properties = attr;
  size_t size;
  const char *value = page_attr_value(v->page, a, &size);
  xmlNodePtr text = new_text(v->doc, value, size);
  if (!text) return NULL;
  text->parent = (xmlNodePtr)attr;
  attr->children = attr->last = text;
  return attr;
}

static status add_attributes(xpath_view *v, xmlNodePtr node, const page_node *n) {
  xmlAttrPtr last = NULL;
  const page_attr *attrs = page_attrs(v->page, n);
  uint32_t count = page_attr_count(attrs);
  if (count > XPATH_RUN_MAX) return STATUS_LIMIT;
  for (uint32_t i = 0; i < count; i++) {
    last = add_attribute(v, node, last, &attrs[i]);
    if (!last) return STATUS_MEMORY;
    last->_private = as_private(i);
  }
  return STATUS_OK;
}

static xmlNodePtr new_comment(xpath_view *v, uint32_t row) {
  size_t size = 0;
  const char *data = page_data(v->page, row, 0, &size);
  xmlNodePtr node = size > INT_MAX ? NULL : xmlNewDocComment(v->doc, NULL);
  if (node) node->content = xmlStrndup((const xmlChar *)(data ? data : ""), (int)size);
  return with_content(node);
}

static xmlNodePtr new_node(xpath_view *v, uint32_t row) {
  const page *p = v->page;
  const page_node *n = &p->nodes[row];
  if (n->kind == NODE_COMMENT) return new_comment(v, row);
  if (n->kind == NODE_TEXT)
    return new_text(v->doc, p->text + n->text, page_text_range(p, row).stop - n->text);
  return xmlNewDocNode(v->doc, NULL, (const xmlChar *)page_name(p, n->name), NULL);
}

static status add_row(xpath_view *v, uint32_t row) {
  const page_node *n = &v->page->nodes[row];
  xmlNodePtr parent = v->nodes[n->parent];
  if (n->kind == NODE_DOCTYPE) return STATUS_OK;
  if (n->kind == NODE_CONTENT) {
    v->nodes[row] = parent;
    return STATUS_OK;
  }
  xmlNodePtr node = new_node(v, row);
  if (!node) return STATUS_MEMORY;
  append_child(parent, node);
  node->_private = as_private(row);
  v->nodes[row] = node;
  return n->kind == NODE_ELEMENT ? add_attributes(v, node, n) : STATUS_OK;
}

/* What is counted of a parent's children so far: all of them, and how many that are
   no elements stand side by side at the end. */
typedef struct child_count {
  uint32_t children, run;
} child_count;

static status add_rows(xpath_view *v, child_count *counts) {
  if (v->page->node_count > XPATH_ROWS_MAX) return STATUS_LIMIT;
  for (uint32_t row = 1; row < v->page->node_count; row++) {
    const page_node *n = &v->page->nodes[row];
    child_count *count = &counts[n->parent];
    count->run = n->kind == NODE_ELEMENT ? 0 : count->run + 1;
    if (count->run > XPATH_RUN_MAX) return STATUS_LIMIT;
    if (++count->children > ORDERED_CHILDREN) v->wide = true;
    status code = add_row(v, row);
    if (code != STATUS_OK) return code;
  }
  return STATUS_OK;
}

static status build(xpath_view *v) {
  child_count *counts = calloc(v->page->node_count, sizeof *counts);
  v->nodes = calloc(v->page->node_count, sizeof *v->nodes);
  v->doc = xmlNewDoc((const xmlChar *)"1.0");
  status code = counts && v->nodes && v->doc ? STATUS_OK : STATUS_MEMORY;
  if (code == STATUS_OK) {
    v->doc->dict = xmlDictCreate(); /* names are kept once; NULL will do as well */
    v->doc->_private = as_private(0);
    v->nodes[0] = (xmlNodePtr)v->doc;
    code = add_rows(v, counts);
  }
  free(counts);
  return code;
}

/* The context */

static void unknown_function(xmlXPathParserContextPtr parser, int count) {
  (void)count;
  xmlXPathErr(parser, XPATH_UNKNOWN_FUNC_ERROR);
}

/* Asked first for every function. A name nobody knows gets the one above, since
   libxml2 itself would print it to standard error. */
static xmlXPathFunction look_up_function(void *data, const xmlChar *name, const xmlChar *space) {
  xmlXPathContextPtr context = data;
  xmlXPathFunction counted = space ? NULL : libxml_counted_function(name);
  if (counted) return counted;
  return xmlHashLookup2(context->funcHash, name, space) ? NULL : unknown_function;
}

static bool make_context(xpath_view *v) {
  v->context = xmlXPathNewContext(v->doc);
  if (!v->context) return false;
  v->context->extra = (void *)(uintptr_t)v->page;
  xmlXPathRegisterFuncLookup(v->context, look_up_function, v->context);
  return true;
}

xpath_view *xpath_view_new(const page *p, fault *error) {
  xpath_view *v = calloc(1, sizeof *v);
  status code = v ? STATUS_OK : STATUS_MEMORY;
  if (v) {
    v->page = p;
    code = build(v);
  }
  if (code == STATUS_OK && !make_context(v)) code = STATUS_MEMORY;
  if (code != STATUS_OK) {
    set_fault(error, code, code == STATUS_MEMORY ? "memory is out"
              : "the page has too many nodes for XPath", 0);
    xpath_view_free(v);
    return NULL;
  }
  if (v->wide) xmlXPathOrderDocElems(v->doc);
  return v;
}

void xpath_view_free(xpath_view *v) {
  if (!v) return;
  if (v->context) xmlXPathFreeContext(v->context);
  if (v->doc) xmlFreeDoc(v->doc);
  free(v->nodes);
  free(v);
}

/* Only expressions with "id(" need it; the first element of an id keeps it. */
static void know_ids(xpath_view *v) {
  if (v->ids) return;
  v->ids = true;
  for (uint32_t row = 1; row < v->page->node_count; row++) {
    if (v->page->nodes[row].kind != NODE_ELEMENT) continue;
    xmlAttrPtr attr = xmlHasProp(v->nodes[row], (const xmlChar *)"id");
    if (attr && attr->children->content[0]) xmlAddID(NULL, v->doc, attr->children->content, attr);
  }
}

/* Expressions */

static bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '_' || c == '-' || c == '.' || (unsigned char)c >= 0x80;
}

/* The literal that begins at `s`: its last quote, or its last byte. */
static const char *skip_literal(const char *s) {
  const char *end = strchr(s + 1, *s);
  return end ? end : s + strlen(s) - 1;
}

/* What xmlCheckUTF8 lets pass: sequences longer than they need be, surrogates, and what
   lies beyond Unicode (Unicode, table 3-7). */
static bool is_ill_formed(const unsigned char *s) {
  return s[0] == 0xC0 || s[0] == 0xC1 || s[0] >= 0xF5 || (s[0] == 0xE0 && s[1] < 0xA0) ||
         (s[0] == 0xED && s[1] > 0x9F) || (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F);
}

/* libxml2 prints characters that XML does not have to standard error, too. */
static bool check_characters(const char *expression, fault *error) {
  if (!xmlCheckUTF8((const xmlChar *)expression)) {
    set_fault(error, STATUS_SYNTAX, "the expression is no valid UTF-8", 0);
    return false;
  }
  for (const char *s = expression; *s; s++) {
    bool control = (unsigned char)*s < 0x20 && *s != '\t' && *s != '\n' && *s != '\r';
    bool odd = control || is_ill_formed((const unsigned char *)s);
    if (!odd && strncmp(s, "\xEF\xBF\xBE", 3) != 0 && strncmp(s, "\xEF\xBF\xBF", 3) != 0) continue;
    set_fault(error, STATUS_SYNTAX, "a character is not allowed", (size_t)(s - expression));
    return false;
  }
  return true;
}

/* libxml2 prints unbound variables and prefixes to standard error; nothing is ever
   bound here, so that they are found before it sees them. */
static bool check_bindings(const char *expression, fault *error) {
  const char *name = expression;
  for (const char *s = expression; *s; s++) {
    if (*s == '"' || *s == '\'') s = skip_literal(s);
    else if (*s == '$') {
      set_fault(error, STATUS_SYNTAX, "there are no variables here", (size_t)(s - expression));
      return false;
    } else if (*s == ':' && s[1] == ':') s++;
    else if (*s == ':' && !(s - name == 3 && strncmp(name, "xml", 3) == 0)) {
      set_fault(error, STATUS_SYNTAX, "the namespace prefix is not known", (size_t)(name - expression));
      return false;
    } else if (is_name_byte(*s)) continue;
    name = s + 1;
  }
  return true;
}

/* In the order of xmlXPathError. */
static const char *const messages[] = {
    "the expression is malformed", "the number is malformed", "the literal is not finished",
    "a literal is expected", "a variable's name is expected", "the variable is not known",
    "the predicate is malformed", "the expression is malformed", "a closing brace is missing",
    "the function is not known", "the operand does not fit", "the type does not fit",
    "the number of arguments does not fit", "the context size is not valid",
    "the context position is not valid", "memory is out", "the expression is malformed",
    "a resource is missing", "a resource is missing", "the namespace prefix is not known",
    "the expression is no valid UTF-8", "a character is not allowed", "the context is not valid",
    "the expression is malformed", "there are no variables here",
    "the expression takes too many steps on this page", "the expression is nested too deeply"};

static status status_of(int code) {
  if (code == XPATH_MEMORY_ERROR) return STATUS_MEMORY;
  return code == XPATH_OP_LIMIT_EXCEEDED || code == XPATH_RECURSION_LIMIT_EXCEEDED ? STATUS_LIMIT
                                                                                   : STATUS_SYNTAX;
}

/* The first error counts; later ones follow from it. */
static void keep_error(void *data, const xmlError *raised) {
  fault *error = data;
  if (error->code != STATUS_OK) return;
  if (raised->code == XML_ERR_NO_MEMORY) {
    set_fault(error, STATUS_MEMORY, "memory is out", 0);
    return;
  }
  int code = raised->code - XML_XPATH_EXPRESSION_OK;
  if (code < 0 || code >= (int)(sizeof messages / sizeof *messages)) code = 0;
  set_fault(error, status_of(code), messages[code], raised->int1 > 0 ? (size_t)raised->int1 : 0);
}

/* The handler's type lost a const in older versions. */
static void handle_error(void *data,
#if LIBXML_VERSION >= 21200
                         const xmlError *raised
#else
                         xmlErrorPtr raised
#endif
) {
  keep_error(data, raised);
}

/* Document order: an attribute comes after its element, before what is in that. */
static int compare_places(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

/* Row and attribute (index + 1, or 0) in one number that sorts. */
static uint64_t place_of(const xmlNode *node) {
  if (node->type != XML_ATTRIBUTE_NODE) return (uint64_t)as_row(node->_private) << 32;
  return (uint64_t)as_row(node->parent->_private) << 32 | (as_row(node->_private) + 1);
}

static bool push_place(xpath_result *out, uint64_t place) {
  uint32_t *row = row_list_push(&out->rows), *attr = row_list_push(&out->attrs);
  if (!row || !attr) return false;
  *row = (uint32_t)(place >> 32);
  *attr = (uint32_t)place;
  return true;
}

static status take_nodes(const xmlNodeSet *set, xpath_result *out) {
  size_t count = 0, all = set && set->nodeNr > 0 ? (size_t)set->nodeNr : 0;
  if (all == 0) return STATUS_OK;
  uint64_t *places = malloc(all * sizeof *places);
  if (!places) return STATUS_MEMORY;
  for (size_t i = 0; i < all; i++)
    if (set->nodeTab[i]->type != XML_NAMESPACE_DECL) places[count++] = place_of(set->nodeTab[i]);
  qsort(places, count, sizeof *places, compare_places);
  bool fits = true;
  for (size_t i = 0; i < count && fits; i++) fits = push_place(out, places[i]);
  free(places);
  return fits ? STATUS_OK : STATUS_MEMORY;
}

static status take_string(const xmlChar *string, xpath_result *out) {
  const char *text = string ? (const char *)string : "";
  size_t size = strlen(text) + 1;
  out->kind = XPATH_GIVES_STRING;
  out->string = malloc(size);
  if (!out->string) return STATUS_MEMORY;
  memcpy(out->string, text, size);
  return STATUS_OK;
}

static status take_result(xmlXPathObjectPtr object, xpath_result *out) {
  switch (object->type) {
    case XPATH_STRING: return take_string(object->stringval, out);
    case XPATH_NUMBER:
      out->kind = XPATH_GIVES_NUMBER;
      out->number = object->floatval;
      return STATUS_OK;
    case XPATH_BOOLEAN:
      out->kind = XPATH_GIVES_BOOLEAN;
      out->boolean = object->boolval != 0;
      return STATUS_OK;
    default: return take_nodes(object->nodesetval, out);
  }
}

static uint64_t default_operations(uint32_t rows) {
  uint64_t needed = (uint64_t)OPERATIONS_PER_ROW * rows, fair = OPERATIONS_TIMES_ROWS / rows;
  if (fair > OPERATIONS_MOST) fair = OPERATIONS_MOST;
  return fair > needed ? fair : needed;
}

static void enter_context(xpath_view *v, uint32_t row, uint64_t operations, fault *error) {
  xmlNodePtr node = v->nodes[row];
  if (operations == 0) operations = default_operations(v->page->node_count);
  xmlResetError(&v->context->lastError);
  v->context->node = node ? node : (xmlNodePtr)v->doc;
  v->context->error = handle_error;
  v->context->userData = error;
  v->context->opCount = 0;
  v->context->opLimit = operations < ULONG_MAX ? (unsigned long)operations : ULONG_MAX;
}

static xmlXPathObjectPtr run(xpath_view *v, const char *expression) {
  xmlXPathCompExprPtr compiled = xmlXPathCtxtCompile(v->context, (const xmlChar *)expression);
  xmlXPathObjectPtr object = compiled ? xmlXPathCompiledEval(compiled, v->context) : NULL;
  if (compiled) xmlXPathFreeCompExpr(compiled);
  return object;
}

status xpath_evaluate(xpath_view *v, const char *expression, uint32_t row,
                      uint64_t operations, xpath_result *out, fault *error) {
  *out = (xpath_result){0};
  *error = (fault){0};
  if (!check_characters(expression, error) || !check_bindings(expression, error)) return error->code;
  if (strstr(expression, "id")) know_ids(v);
  enter_context(v, row, operations, error);
  xmlXPathObjectPtr object = run(v, expression);
  out->operations = v->context->opCount;
  status code = object && error->code == STATUS_OK ? take_result(object, out) : error->code;
  if (object) xmlXPathFreeObject(object);
  else if (code == STATUS_OK) code = STATUS_SYNTAX;
  size_t length = strlen(expression);
  if (error->position > length) error->position = (uint32_t)length;
  if (code != error->code)
    set_fault(error, code, code == STATUS_MEMORY ? "memory is out" : messages[0], 0);
  return code;
}

void xpath_result_free(xpath_result *r) {
  free(r->rows.items);
  free(r->attrs.items);
  free(r->string);
  *r = (xpath_result){0};
}
