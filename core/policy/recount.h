/*
 * After `limber forget` or an import beside limberd: the counts of today are those of the rows that
 * are left, and the state keeps nothing of rows that are gone. How many cards were shown stays:
 * `cap` and `most` go on.
 */
#ifndef LIMBER_RECOUNT_H
#define LIMBER_RECOUNT_H

#include "core/policy/result.h"

/* Add a row of today and of this store; rows that were taken back are not counted. */
void recount_add(struct recount *recount, const struct plan *plan, const struct record *row);

event_handler recount;

#endif
