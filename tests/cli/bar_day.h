/* A status on an invented day, and changes of it, for tests of what a bar or a tray shows of it. */
#ifndef LIMBER_TESTS_BAR_DAY_H
#define LIMBER_TESTS_BAR_DAY_H

#include "cli/shared/status.h"

/* Tue 24 Nov 2026, 14:06 in Berlin. */
#define NOW UINT64_C(1795525560000000)
#define MINUTE UINT64_C(60000000)

static const struct status day = {
	.now = NOW,
	.sitting = true,
	.next = "desk",
	.next_at = NOW + 12 * MINUTE,
	.counted = "desk",
	.counted_percent = 75,
	.tray = "time",
	.cards = 7,
	.outcomes = { [OUTCOME_DONE] = 3 },
	.count = 1,
	.reminders = {
		{ .name = "desk", .title = "Walk", .trigger = "sitting", .with = "",
		  .enabled = true, .every = 48 * MINUTE, .ledger = 36 * MINUTE,
		  .full_at = NOW + 12 * MINUTE, .speaks = NOW + 12 * MINUTE },
	},
};

static inline void as_it_is(struct status *status)
{
	(void)status;
}

static inline void paused(struct status *status)
{
	status->paused_until = NOW + 84 * MINUTE;
	status->next_at = status->reminders[0].speaks = NOW + 84 * MINUTE;
}

static inline void away(struct status *status)
{
	status->sitting = false;
	status->absences = (struct status_texts){ 1, { "locked" } };
	status->next_at = status->reminders[0].speaks = status->reminders[0].full_at = 0;
}

static inline void due(struct status *status)
{
	status->reminders[0].due = NOW - MINUTE;
	status->reminders[0].ledger = 48 * MINUTE;
	status->reminders[0].full_at = NOW - MINUTE;
	status->next_at = status->reminders[0].speaks = 0;
	status->reminders[0].holds =
		(struct status_holds){ 1, { { "call", "a call since 14:01", 0, 0 } } };
}

static inline void card(struct status *status)
{
	status->card = (struct status_card){ .card = 7, .reminder = "desk", .title = "Walk" };
}

static inline void unwell(struct status *status)
{
	status->problems = (struct status_texts){ 1, { "No card since Monday." } };
}

static inline void nothing(struct status *status)
{
	status->next = status->counted = "";
	status->next_at = 0;
	status->count = 0;
}

#endif
