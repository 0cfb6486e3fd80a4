/* text_field.c: learns the weights of a linear-chain conditional random field by stochastic gradient with AdaGrad,
   the same on every run. spec/tools/text_field.lua writes its input and reads its output.

   Input, numbers with white space between: roles, traits, pages; for each page its worth and the number of its lines;
   for each line how many roles it may have and which, how many traits and which, all from 0. A line may have one of
   several roles where its own is in doubt: then what counts is that one of them is found.
   Output: a line of weights, one for each role, for every trait, then for every role before, then for the start.
   What is learned is the mean over the later epochs of several runs, each with the pages in an order of its own. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROLES = 32, RUNS = 3, EPOCHS = 12, EPOCHS_WILD = 4 };

static const double RATE = 0.05, DECAY = 0.003;
static const double SLOPE_LEAST = 1e-4; /* lesser ones change nothing */
static const double UNIT = 30;          /* lines of a page that counts for what it is worth */

/* One number for each role: the weight now, its slopes' squares added up, the weights of epochs added up. */
typedef struct cell {
  double now, squares, sum;
} cell;

typedef struct line {
  uint32_t roles; /* a bit for each that it may have */
  size_t first, count;
} line;

typedef struct page {
  double worth;
  size_t first, count;
} page;

typedef struct field {
  size_t roles, traits, pages, lines, rows;
  cell *weights; /* of the traits, of the steps from each role, of the start: a row of roles each */
  page *page;
  line *line;
  size_t *trait;
} field;

/* What learning from one page needs: rows of roles for each of its lines. */
typedef struct sums {
  double (*own)[ROLES], (*ahead)[ROLES], (*behind)[ROLES], (*right_ahead)[ROLES], (*right_behind)[ROLES];
} sums;

static void fail(const char *message) {
  fprintf(stderr, "text_field: %s\n", message);
  exit(1);
}

static void *room(size_t count, size_t size) {
  void *found = calloc(count ? count : 1, size);
  if (!found) fail("out of memory");
  return found;
}

static void *more_room(void *list, size_t used, size_t *held, size_t size) {
  if (used < *held) return list;
  *held = *held ? *held * 2 : 1024;
  list = realloc(list, *held * size);
  if (!list) fail("out of memory");
  return list;
}

static size_t read_number(size_t less_than) {
  unsigned long n;
  if (scanf("%lu", &n) != 1 || n >= less_than) fail("bad input");
  return n;
}

static void read_line(field *f, size_t *held) {
  line *l = &f->line[f->lines++];
  l->roles = 0;
  for (size_t n = read_number(ROLES + 1); n > 0; n--) l->roles |= UINT32_C(1) << read_number(f->roles);
  l->first = f->rows;
  l->count = read_number(1000);
  for (size_t k = 0; k < l->count; k++) {
    f->trait = more_room(f->trait, f->rows, held, sizeof *f->trait);
    f->trait[f->rows++] = read_number(f->traits);
  }
}

static void read_pages(field *f) {
  size_t held_lines = 0, held_traits = 0;
  f->roles = read_number(ROLES + 1);
  f->traits = read_number(1000000);
  f->pages = read_number(1000000);
  f->page = room(f->pages, sizeof *f->page);
  for (size_t i = 0; i < f->pages; i++) {
    page *p = &f->page[i];
    if (scanf("%lf", &p->worth) != 1) fail("bad input");
    p->first = f->lines;
    p->count = read_number(100000);
    for (size_t k = 0; k < p->count; k++) {
      f->line = more_room(f->line, f->lines, &held_lines, sizeof *f->line);
      read_line(f, &held_traits);
    }
  }
}

static cell *step_row(const field *f, size_t role) { return f->weights + (f->traits + role) * f->roles; }
static cell *start_row(const field *f) { return step_row(f, f->roles); }

static void climb(cell *c, double slope) {
  if (fabs(slope) <= SLOPE_LEAST) return;
  slope -= DECAY * c->now;
  c->squares += slope * slope;
  c->now += RATE * slope / (sqrt(c->squares) + 1e-6);
}

/* exp of what a line's weights come to for each role, the greatest made 1. */
static void potentials(const field *f, const line *l, double *own) {
  double most = -INFINITY;
  memset(own, 0, ROLES * sizeof *own);
  for (size_t k = 0; k < l->count; k++) {
    const cell *row = f->weights + f->trait[l->first + k] * f->roles;
    for (size_t r = 0; r < f->roles; r++) own[r] += row[r].now;
  }
  for (size_t r = 0; r < f->roles; r++) most = fmax(most, own[r]);
  for (size_t r = 0; r < f->roles; r++) own[r] = exp(own[r] - most) + 1e-20;
}

static void exponentials(const field *f, double steps[ROLES + 1][ROLES]) {
  for (size_t q = 0; q <= f->roles; q++)
    for (size_t r = 0; r < f->roles; r++) steps[q][r] = exp(step_row(f, q)[r].now);
}

static void make_sum_one(double *row, size_t roles, double of) {
  double sum = 0;
  for (size_t r = 0; r < roles; r++) sum += row[r];
  for (size_t r = 0; r < roles; r++) row[r] *= of / sum;
}

static double worth_of(const line *l, const double *own, size_t role, bool right) {
  return right && !(l->roles >> role & 1) ? 0 : own[role];
}

/* Sums over the rows of roles up to each line and from it on; with `right`, of those it may have. */
static void add_up(const field *f, const page *p, sums *s, double steps[ROLES + 1][ROLES], bool right) {
  double(*ahead)[ROLES] = right ? s->right_ahead : s->ahead, (*behind)[ROLES] = right ? s->right_behind : s->behind;
  const line *l = f->line + p->first;
  for (size_t i = 0; i < p->count; i++) {
    for (size_t r = 0; r < f->roles; r++) {
      double sum = i ? 0 : steps[f->roles][r];
      for (size_t q = 0; i && q < f->roles; q++) sum += ahead[i - 1][q] * steps[q][r];
      ahead[i][r] = sum * worth_of(&l[i], s->own[i], r, right);
    }
    make_sum_one(ahead[i], f->roles, 1);
  }
  for (size_t r = 0; r < f->roles; r++) behind[p->count - 1][r] = 1;
  for (size_t i = p->count - 1; i-- > 0;) {
    double after[ROLES];
    for (size_t r = 0; r < f->roles; r++) after[r] = worth_of(&l[i + 1], s->own[i + 1], r, right) * behind[i + 1][r];
    for (size_t q = 0; q < f->roles; q++) {
      behind[i][q] = 0;
      for (size_t r = 0; r < f->roles; r++) behind[i][q] += steps[q][r] * after[r];
    }
    make_sum_one(behind[i], f->roles, 1);
  }
}

/* Adds how often each step is to be expected, times `scale`. */
static void add_steps(const field *f, const page *p, const sums *s, double steps[ROLES + 1][ROLES], bool right,
                      double scale, double slopes[ROLES][ROLES]) {
  for (size_t i = 1; i < p->count; i++) {
    const double *before = right ? s->right_ahead[i - 1] : s->ahead[i - 1];
    const double *behind = right ? s->right_behind[i] : s->behind[i];
    double after[ROLES], sum = 0;
    for (size_t r = 0; r < f->roles; r++)
      after[r] = worth_of(&f->line[p->first + i], s->own[i], r, right) * behind[r];
    for (size_t q = 0; q < f->roles; q++)
      for (size_t r = 0; r < f->roles; r++) sum += before[q] * steps[q][r] * after[r];
    for (size_t q = 0; q < f->roles; q++)
      for (size_t r = 0; r < f->roles; r++) slopes[q][r] += before[q] * steps[q][r] * after[r] * scale / sum;
  }
}

static void climb_line(field *f, const line *l, const double *slope) {
  for (size_t k = 0; k < l->count; k++) {
    cell *row = f->weights + f->trait[l->first + k] * f->roles;
    for (size_t r = 0; r < f->roles; r++) climb(&row[r], slope[r]);
  }
}

static void learn_page(field *f, const page *p, sums *s) {
  double steps[ROLES + 1][ROLES], slopes[ROLES][ROLES] = { { 0 } };
  double scale = p->worth * sqrt(UNIT / (double)p->count); /* a long page counts for more, but not by its length */
  exponentials(f, steps);
  for (size_t i = 0; i < p->count; i++) potentials(f, &f->line[p->first + i], s->own[i]);
  add_up(f, p, s, steps, true);
  add_up(f, p, s, steps, false);
  add_steps(f, p, s, steps, true, scale, slopes);
  add_steps(f, p, s, steps, false, -scale, slopes);
  for (size_t i = 0; i < p->count; i++) {
    double right[ROLES], said[ROLES];
    for (size_t r = 0; r < f->roles; r++) {
      right[r] = s->right_ahead[i][r] * s->right_behind[i][r];
      said[r] = s->ahead[i][r] * s->behind[i][r];
    }
    make_sum_one(right, f->roles, scale);
    make_sum_one(said, f->roles, scale);
    for (size_t r = 0; r < f->roles; r++) right[r] -= said[r];
    climb_line(f, &f->line[p->first + i], right);
    for (size_t r = 0; i == 0 && r < f->roles; r++) climb(&start_row(f)[r], right[r]);
  }
  for (size_t q = 0; q < f->roles; q++)
    for (size_t r = 0; r < f->roles; r++) climb(&step_row(f, q)[r], slopes[q][r]);
}

/* A number less than n (a linear congruential generator: the same everywhere). */
static size_t throw_dice(uint64_t *seed, size_t n) {
  *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (size_t)(*seed >> 33) % n;
}

static void run(field *f, sums *s, size_t *order, uint64_t *seed) {
  size_t cells = (f->traits + f->roles + 1) * f->roles;
  for (size_t k = 0; k < cells; k++) f->weights[k].now = f->weights[k].squares = 0;
  for (int epoch = 1; epoch <= EPOCHS; epoch++) {
    for (size_t i = f->pages; i-- > 1;) {
      size_t j = throw_dice(seed, i + 1), held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    for (size_t i = 0; i < f->pages; i++)
      if (f->page[order[i]].count > 0) learn_page(f, &f->page[order[i]], s);
    for (size_t k = 0; epoch > EPOCHS_WILD && k < cells; k++) f->weights[k].sum += f->weights[k].now;
  }
}

static void print_weights(const field *f) {
  for (size_t k = 0; k <= f->traits + f->roles; k++)
    for (size_t r = 0; r < f->roles; r++)
      printf("%.5f%c", f->weights[k * f->roles + r].sum / (RUNS * (EPOCHS - EPOCHS_WILD)),
             r + 1 < f->roles ? ' ' : '\n');
}

static sums sums_for(const field *f) {
  size_t most = 0;
  for (size_t i = 0; i < f->pages; i++) most = f->page[i].count > most ? f->page[i].count : most;
  sums s;
  s.own = room(most, sizeof *s.own);
  s.ahead = room(most, sizeof *s.ahead);
  s.behind = room(most, sizeof *s.behind);
  s.right_ahead = room(most, sizeof *s.right_ahead);
  s.right_behind = room(most, sizeof *s.right_behind);
  return s;
}

static void free_sums(sums *s) {
  free(s->own);
  free(s->ahead);
  free(s->behind);
  free(s->right_ahead);
  free(s->right_behind);
}

static void free_field(field *f) {
  free(f->page);
  free(f->line);
  free(f->trait);
  free(f->weights);
}

int main(void) {
  field f = {0};
  uint64_t seed = 1;
  read_pages(&f);
  sums s = sums_for(&f);
  f.weights = room((f.traits + f.roles + 1) * f.roles, sizeof *f.weights);
  size_t *order = room(f.pages, sizeof *order);
  for (size_t i = 0; i < f.pages; i++) order[i] = i;
  for (int n = 0; n < RUNS; n++) run(&f, &s, order, &seed);
  print_weights(&f);
  free(order);
  free_sums(&s);
  free_field(&f);
  return 0;
}
