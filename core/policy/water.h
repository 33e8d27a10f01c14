/* Water: which answers are drinks, and what was drunk today and in the last hour. */
#ifndef LIMBER_WATER_H
#define LIMBER_WATER_H

#include "core/model/state.h"

/* The reminder that `limber drink` books on. */
#define WATER_REMINDER "water"

/*
 * Set kind and amount of a row by its outcome. A row is a drink where the user has done a prompt
 * to drink, or WATER_REMINDER has no item: of the row's amount, if it has one, else a glass;
 * partly is half of that.
 */
void water_fill(const struct plan *plan, int index, struct record *row);

/* Count so many millilitres as drunk now; negative: take them back, the latest first. */
void water_count(const struct plan *plan, struct state *state, int32_t ml, struct moment now);

/* What was drunk today; and by `now` in the last hour, or up to a WATER_SLOT longer. */
int32_t water_today(const struct plan *plan, const struct state *state, struct moment now);
int32_t water_of_hour(const struct state *state, struct realtime now);

#endif
