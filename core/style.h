/* style.h: what an element's inline style and the class names of its type declare. Style sheets are not read. */
#ifndef GALLEY_STYLE_H
#define GALLEY_STYLE_H

#include <stdbool.h>

#include "page.h"

#pragma GCC visibility push(hidden)

/* True for a declaration `property: value…` that begins at `at`. */
bool style_declares(const char *style, size_t size, size_t at, const char *property, const char *value);
/* Where the next declaration begins; `size` behind the last. */
size_t style_next(const char *style, size_t size, size_t at);

typedef enum type_weight { WEIGHT_INHERITED, WEIGHT_NORMAL, WEIGHT_BOLD } type_weight;

/* How heavy the type of an element of HTML is, by its style, or the class of a span or paragraph. */
type_weight style_weight(const page *p, uint32_t row);

#pragma GCC visibility pop

#endif
