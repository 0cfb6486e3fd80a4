/* formula.h: what a rule computes of every block or every box of a page, in a small
   language: statements over the columns of block_features.h and those computed before.

     local chars = chars - 1.6 * link_chars
     if chars <= 0 or level > 0 then return 0 end
     if own_tags & P ~= 0 then chars = chars * 1.3 end
     return chars * box_share[box]

   All values are numbers, and what is 0 is false: comparisons, `not`, `and` and `or`
   give 1 or 0. A column's name alone is its value in this row; in brackets stands the
   number of another row, and where there is none, 0. `row` is this row's number,
   `blocks` and `boxes` how many there are, $name a number that the caller gives for
   one run, NAME a number known when it is compiled. `self` is the column that is being
   made: its rows are seen once they are done, self[i] = v sets one, `return` this one.
   min(a, b), max(a, b); matches(LIST): whether the block's text fits a pattern.
   There are no loops: a run takes a time that its text and the rows decide. */
#ifndef GALLEY_FORMULA_H
#define GALLEY_FORMULA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

#pragma GCC visibility push(hidden)

enum {
  FORMULA_OPS = 1024,    /* instructions of a formula */
  FORMULA_COLUMNS = 64,  /* columns that it names */
  FORMULA_PARAMS = 16,   /* numbers that are given for a run */
  FORMULA_LOCALS = 16,
  FORMULA_STACK = 24,    /* values that wait while others are computed */
  FORMULA_BATCH = 64,    /* rows that are gone through at once */
  FORMULA_PADDING = 3,   /* cells behind a column's last that there must be: they are read, and do not count */
  FORMULA_NAME = 32,     /* bytes of a name, its zero included */
  FOLD_ROW_BEFORE = FORMULA_COLUMNS
};

typedef struct formula_op {
  uint8_t code, then;    /* what is done with the result of a test of a column: THEN_… */
  uint8_t slot;
  uint8_t height;        /* of the stack before it */
  uint16_t target;       /* of a jump; or the column that names a row; 1 of OP_SET: the local is new */
  uint8_t joins;         /* whether jumps lead to it: JOINS_… */
  double value;
} formula_op;

typedef enum formula_rows { FORMULA_BLOCKS, FORMULA_BOXES } formula_rows;

/* One piece of memory without pointers: it may be copied. */
typedef struct formula {
  formula_rows rows;     /* what it goes through */
  bool ordered;          /* it reads or sets the column that is made, so that each row waits for the one before */
  uint8_t fold;          /* or OP_ADD or OP_BITS_OR where it is simpler than that: see formula_fold */
  uint8_t fold_column;   /* the column that names the row before, or FOLD_ROW_BEFORE */
  bool whole;            /* it is not ordered, and all that it returns is whole numbers of 32 bits */
  uint32_t op_count, column_count, param_count;
  uint32_t height;       /* of the stack at most */
  char columns[FORMULA_COLUMNS][FORMULA_NAME];
  uint64_t hashes[FORMULA_COLUMNS]; /* of those names */
  uint16_t known[FORMULA_COLUMNS];  /* their numbers in block_features.h, from 1; 0 for one that is added */
  char params[FORMULA_PARAMS][FORMULA_NAME];
  formula_op ops[];
} formula;

/* What a name in capitals means: a number, or a list of patterns by its number. */
typedef enum formula_meaning { MEANS_NOTHING, MEANS_NUMBER, MEANS_LIST } formula_meaning;
typedef formula_meaning formula_resolve(void *context, const char *name, double *value);

/* Bytes that any formula fits in; where to compile one. */
#define FORMULA_ROOM (sizeof(formula) + FORMULA_OPS * sizeof(formula_op))
/* Compiles `text` into `out`, which has FORMULA_ROOM bytes. STATUS_SYNTAX with `error`
   filled in, its position a byte of the text. */
status formula_compile(const char *text, size_t size, formula_rows rows, formula_resolve *resolve,
                       void *context, formula *out, fault *error);
/* The last step of it: shorter jumps, and `fold`. */
void formula_finish(formula *f);
/* The bytes of it that are in use. */
size_t formula_size(const formula *f);
/* A hash of a column's name. */
uint64_t formula_hash(const char *name);
/* Whether a column of this name has a row for each box. */
static inline bool formula_is_box_name(const char *name) {
  return name[0] == 'b' && name[1] == 'o' && name[2] == 'x' && name[3] == '_';
}

/* A column: whole numbers where it is one of block_features.h or was made by a formula that is whole,
   else reals; `rows` of them: all that the formula goes through, where it has a row for each of those,
   and FORMULA_PADDING. */
typedef struct formula_column {
  const void *cells;
  uint32_t rows;
  bool whole;
} formula_column;

/* Where cells are written: reals, or whole numbers. */
typedef struct formula_cells {
  double *reals;
  uint32_t *wholes;
} formula_cells;

/* What a run reads and writes. */
typedef struct formula_run {
  const formula *formula;
  formula_column columns[FORMULA_COLUMNS]; /* by the formula's numbers for them */
  double params[FORMULA_PARAMS];
  formula_cells self;                      /* whole numbers for a formula that is whole; NULL: none is made */
  uint32_t self_rows, blocks, boxes;
  /* Whether the text of a block fits a pattern of a list. */
  bool (*matches)(void *context, unsigned list, uint32_t block);
  void *context;
} formula_run;

/* What the formula returns for a row, counted from 1. `returned` (may be NULL) tells a
   formula that does not from one that returns 0. */
double formula_value(const formula_run *r, uint32_t row, bool *returned);
/* The same for `count` rows, at most FORMULA_BATCH, from `first` on, of a formula that is not
   ordered: what it returns goes to `values`, which are 0 before. Gives a bit for each row for which
   it returns; without any `values`, for each for which it returns something else than 0. One that folds
   returns what is still to be joined to another row. */
uint64_t formula_batch(const formula_run *r, uint32_t first, uint32_t count, formula_cells values);
/* A formula folds that returns, if anything, self[row - 1] or self[a column] joined by `+` or `|`
   to a value in which `self` does not stand. Its rows need an order only for that last step:
   this does it, and sets the cells of the column that is made, which has a row for each of them. */
void formula_fold(const formula_run *r, uint32_t first, uint32_t count, formula_cells values, uint64_t returned);

/* The instructions, for formula_compile and those that run them. A jump's condition is popped; the
   operands of `and` and `or` stay where they decide. */
enum formula_code {
  OP_NUMBER, OP_COLUMN, OP_ADDED, OP_INDEX, OP_ADDED_INDEX, /* _ADDED: a column that a rule added */
  OP_ROW, OP_BLOCKS, OP_BOXES, OP_PARAM, OP_LOCAL, OP_SET,
  OP_SELF, OP_STORE,
  OP_ADD, OP_SUBTRACT, OP_MULTIPLY, OP_DIVIDE, OP_BITS_AND, OP_BITS_OR, OP_MIN, OP_MAX,
  OP_EQUAL, OP_UNEQUAL, OP_LESS, OP_LESS_EQUAL, OP_GREATER, OP_GREATER_EQUAL,
  OP_NEGATE, OP_NOT, OP_BITS_NOT, OP_TRUTH,
  OP_JUMP, OP_JUMP_FALSE, OP_JUMP_TRUE, OP_AND, OP_OR,
  OP_MATCHES, OP_RETURN, OP_END,
  OP_COLUMN_INDEX, OP_ADDED_COLUMN_INDEX, /* a column in the row that another, `target`, names */
  OP_SELF_BEFORE,                        /* self[row - 1] */
  OP_COLUMN_BITS,                        /* a column & a number */
  OP_COLUMN_EQUAL, OP_COLUMN_UNEQUAL, OP_COLUMN_LESS, OP_COLUMN_LESS_EQUAL,
  OP_COLUMN_GREATER, OP_COLUMN_GREATER_EQUAL
};
/* A test of a column and the jump behind it are one instruction. */
enum formula_then { THEN_PUSH, THEN_JUMP_FALSE, THEN_JUMP_TRUE, THEN_AND, THEN_OR };
/* Jumps to an instruction may bring a truth along, on top of the stack. */
enum formula_joins { JOINS_NONE, JOINS_ROWS, JOINS_TRUTHS };

#pragma GCC visibility pop

#endif
