/* lua_page.h: pages and nodes as Lua sees them, in whichever state. */
#ifndef GALLEY_LUA_PAGE_H
#define GALLEY_LUA_PAGE_H

#include "block.h"
#include "block_features.h"
#include "libxml.h"
#include "lua_compat.h"
#include "page.h"

#pragma GCC visibility push(hidden)

/* A page with what is computed from it once, shared by the userdata of all states
   that hold it (the caller's and rule states'). Counted, not atomic: one thread. */
typedef struct page_ref {
  page *page;
  xpath_view *xpath;  /* NULL until asked for */
  block_list blocks;  /* found on first use */
  block_features features;
  bool blocks_found, features_found;
  unsigned refs;
} page_ref;

/* Owns one reference more; the page's memory goes with the last one. */
page_ref *page_ref_keep(page_ref *r);
void page_ref_drop(page_ref *r);
/* Finds the blocks if that has not been done: STATUS_OK or STATUS_MEMORY. */
status page_ref_blocks(page_ref *r);
/* The same for the features, and the blocks with them. */
status page_ref_features(page_ref *r);
/* The same for the xmlDoc. */
status page_ref_xpath(page_ref *r, fault *error);

/* Registers the metatables of page, node and selector in L, and adds parse,
   selector to the table on top of the stack. */
void lua_page_register(lua_State *L);
/* Only the metatables (a rule state gets no `parse`). */
void lua_page_metatables(lua_State *L);
/* The page at an argument; raises where it is none or closed. */
page_ref *lua_page_check(lua_State *L, int arg);
/* The same for a value that may be something else, or a closed page: NULL then. */
page_ref *lua_page_test(lua_State *L, int index);
/* Whether a page userdata, by its address, is still open. */
bool lua_page_is_open(const void *userdata);
/* Pushes a new page userdata that keeps a reference (may raise; leaks nothing). */
void lua_page_push(lua_State *L, page_ref *r);
/* Closes the page userdata at an index: later use raises "page is closed". */
void lua_page_close(lua_State *L, int index);

/* A node: row and page. lua_node_test returns NULL where the value is no node, or
   its page is closed. */
page_ref *lua_node_test(lua_State *L, int index, uint32_t *row);
/* Pushes a node of the page userdata at `page_index`, which it keeps alive. */
void lua_node_push(lua_State *L, int page_index, uint32_t row);
/* For methods that pages and nodes share: the page or node at argument 1. A node is
   replaced by its page there; a page's row is 0. Raises where the page is closed. */
page_ref *lua_page_self(lua_State *L, uint32_t *row);

/* A status as callers see it: "memory", "limit", "syntax", "encoding", "binary". */
const char *lua_status_code(status code);

#pragma GCC visibility pop
#endif
