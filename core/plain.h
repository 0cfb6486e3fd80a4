/* plain.h: the front end for flat text: every line that is not blank becomes a
   `p` in an implied html and body, without tag spans. */
#ifndef GALLEY_PLAIN_H
#define GALLEY_PLAIN_H

#include "page.h"

#pragma GCC visibility push(hidden)

/* Takes the source over, as html_parse does. Lines end at LF, CRLF or CR. */
page *plain_parse(source *s, fault *error);

#pragma GCC visibility pop

#endif
