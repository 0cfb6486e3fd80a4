/* letter.h: what characters are: letters with a case, digits, ends of sentences. */
#ifndef GALLEY_LETTER_H
#define GALLEY_LETTER_H

#include <stdbool.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

/* NONE: no letter, or one of a script that has no case. */
typedef enum letter_kind { LETTER_NONE, LETTER_UPPER, LETTER_LOWER } letter_kind;

/* The case of a letter, by Unicode. */
letter_kind letter_case(uint32_t c);
/* A decimal digit of the scripts that news are written in. */
bool letter_is_digit(uint32_t c);
/* A mark that ends a sentence, in any script. */
bool letter_is_terminal(uint32_t c);
/* A quotation mark or bracket that may stand behind such a mark. */
bool letter_is_closer(uint32_t c);
/* The character at `*at`, which is moved behind it. The text is valid UTF-8. */
uint32_t letter_next(const char *t, uint32_t *at, uint32_t stop);

#pragma GCC visibility pop

#endif
