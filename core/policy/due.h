/* When reminders fall due and which item they deal. */
#ifndef LIMBER_DUE_H
#define LIMBER_DUE_H

#include "core/model/state.h"

/*
 * When reminder `index` will next want to speak if nothing changes: since when, if it is due
 * already. REALTIME_OPEN: not foreseeable (switched off, or the user is away).
 */
struct realtime due_next(const struct plan *plan, const struct state *state, int index,
			 struct moment now);

/*
 * The same of a calendar reminder that is not due: the first of its times that was not dealt with
 * yet.
 */
struct realtime due_planned(const struct plan *plan, const struct state *state, int index);

/* The first time of a calendar reminder after a moment, on the days it is for; REALTIME_OPEN: none.
 */
struct realtime due_time_after(const struct plan *plan, const struct state *state, int index,
			       struct realtime after);

/*
 * Finds out what due_planned(), due_item() and their like would have to each time. To be called
 * when `state->at` has moved; nothing but their speed depends on it.
 */
void due_foresee(const struct plan *plan, struct state *state);

/* A time of the calendar is to come, but all of them are kept back (`quiet`) for longer than they
 * are valid. */
bool due_in_vain(const struct plan *plan, const struct state *state, int index, struct moment now);

/* due_next(), as people are told of it: REALTIME_OPEN for what would come in vain. */
struct realtime due_told(const struct plan *plan, const struct state *state, int index,
			 struct moment now);

/*
 * When its card is to be expected: due_next() put off to the end of what holds it then.
 * REALTIME_OPEN: not foreseeable.
 */
struct realtime due_speaks(const struct plan *plan, const struct state *state, int index,
			   struct moment now);

/* The reminder whose counted sitting is shown as that of the user: the first that counts it and has
 * cards of its own. REMINDER_ANY for none. */
int due_counted(const struct plan *plan, const struct state *state);

/*
 * The reminder whose card is to be expected first, or failing that falls due first, or failing
 * that is the first that may speak at all: index, REMINDER_ANY for none. What `limber status`,
 * `snooze` and `explain` mean by "next".
 */
int due_first(const struct plan *plan, const struct state *state, struct moment now);

/*
 * The item of its next card: the first from its place on that is for the user, by item_verdict() on
 * the day of the last step. NULL when it only says something, or has none (due_silent()). Before
 * the health questions are answered `desk` deals walk-break, posture-shift and micro-pause in turn,
 * whatever its items (design section 4).
 */
const struct item *due_item(const struct plan *plan, const struct state *state, int index);

/* The same, for a card that is made of it: its place is the item's from now on. */
const struct item *due_deal(const struct plan *plan, struct state *state, int index);

/* How many places on from its place the next item is that is for the user and is not called `id`;
 * -1: there is none. */
int due_other(const struct plan *plan, const struct state *state, int index, const char *id);

/* The same, for a card that gets it instead of its item. NULL: there is none. */
const struct item *due_deal_other(const struct plan *plan, struct state *state, int index,
				  const char *id);

/* Whether what it dealt last, at its place, is still for the user; also if it deals nothing. */
bool due_fits(const struct plan *plan, const struct state *state, int index);

/* The hours that bind it, and its quiet: its own where it has any, else the plan's. */
const struct ranges *due_hours(const struct plan *plan, int index);
const struct ranges *due_quiet(const struct plan *plan, int index);

/* The first moment from `real` on inside the hours that bind it, and not in its quiet;
 * REALTIME_OPEN: there is none, quiet covers them. */
struct realtime due_open_from(const struct plan *plan, const struct state *state, int index,
			      struct realtime real);

/* Whether `cap`, or its own `most`, allows no more of it today; and when that day begins and ends.
 */
bool due_capped(const struct plan *plan, const struct state *state, int index, struct moment now);
bool due_had_most(const struct plan *plan, const struct state *state, int index, struct moment now);
struct realtime due_day_begins(const struct plan *plan, const struct state *state,
			       struct moment now);
struct realtime due_day_ends(const struct plan *plan, const struct state *state, struct moment now);

/* The time of a calendar reminder within MERGE_WITHIN after `real` that will speak then: an
 * `every` reminder waits for it. REALTIME_OPEN for none. */
struct realtime due_soon(const struct plan *plan, const struct state *state, struct realtime real,
			 struct moment now);

/* When a length of time inside its hours is over, counted from a moment; REALTIME_OPEN: never. */
struct realtime due_elapsed(const struct plan *plan, const struct state *state, int index,
			    struct realtime from, usec length);

/* It wants to speak no more, and what was put off is not. */
void due_forget(struct reminder_state *its);

/* Its card comes at `until`, and stays valid after that. */
void due_put_off(const struct reminder *reminder, struct reminder_state *its,
		 struct realtime until);

/* Whether an item is in its deck now; before the health questions, in the one it then has. */
bool due_deals(const struct plan *plan, int index, const char *id);

/* An item it may deal, by id; NULL for none, or when it is in its deck no longer. */
const struct item *due_item_named(const struct plan *plan, int index, const char *id);

/* Whether it has items, and none of them may be shown: before the health questions are answered, or
 * because of the answers. */
bool due_silent(const struct plan *plan, const struct state *state, int index);

/* What speaks against the item at its place; RULING_FOR_YOU also before the questions. */
struct verdict due_verdict(const struct plan *plan, const struct state *state, int index);

#endif
