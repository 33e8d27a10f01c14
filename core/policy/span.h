/* Book spans of sitting, and the absences that end them. */
#ifndef LIMBER_SPAN_BOOK_H
#define LIMBER_SPAN_BOOK_H

#include "core/policy/result.h"

/* A shorter span of sitting is not booked. */
#define SPAN_LEAST USEC_PER_MIN

/*
 * At the end of each step. A span of sitting is booked when the absence after it counts, the
 * absence when the user returns: so limberd may stop at any time between.
 */
void span_follow(const struct plan *plan, struct state *state, struct result *ret);

/* The user stood for `length` until now, unseen: the sitting before it, and that, are booked. */
void span_stood(const struct plan *plan, struct state *state, usec length, struct result *ret);

#endif
