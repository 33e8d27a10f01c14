/* The reply of Status on an invented day, and changes of it, for tests of screens. */
#ifndef LIMBER_TESTS_STATUS_DAY_H
#define LIMBER_TESTS_STATUS_DAY_H

#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/status.h"

/* Tue 24 Nov 2026, 14:06 in Berlin. */
#define NOW UINT64_C(1795525560000000)
#define MINUTE UINT64_C(60000000)

static const struct status day = {
	.now = NOW,
	.zone = "Europe/Berlin",
	.version = "0.1.0",
	.sitting = true,
	.idle_source = "",
	.session_source = "logind",
	.sources = { { "lock", "", "missing", "No lock.", "" },
		     { "idle", "", "missing", "No input. When you get up: limber away", "" } },
	.source_count = 2,
	.paused_why = "",
	.next = "desk",
	.counted = "desk",
	.setup_done = true,
	.cards = 7,
	.outcomes = { [OUTCOME_DONE] = 3, [OUTCOME_SKIPPED] = 1, [OUTCOME_NATURAL] = 2 },
	.count = 2,
	.reminders = {
		{ .name = "desk", .title = "Walk two minutes", .item = "walk-break",
		  .trigger = "sitting", .with = "", .schedule = "every 50 min of sitting", .last_outcome = "",
		  .enabled = true, .every = 50 * MINUTE, .ledger = 38 * MINUTE,
		  .speaks = NOW + 12 * MINUTE, .cards = 7 },
		{ .name = "bedtime", .title = "Stretch in bed", .item = "bedtime-stretch",
		  .trigger = "at", .with = "", .schedule = "every day 21:30", .last_outcome = "",
		  .enabled = true, .speaks = NOW + 444 * MINUTE },
	},
};

static inline void as_it_is(struct status *status)
{
	(void)status;
}

static inline void due(struct status *status)
{
	status->reminders[0].ledger = 50 * MINUTE;
	status->reminders[0].due = NOW - 2 * MINUTE;
	status->reminders[0].holds = (struct status_holds){
		1, { { "gap", "the last card came at 13:51, the next not before 14:21", 0, 0 } }
	};
	status->reminders[0].speaks = NOW + 15 * MINUTE;
}

static inline void unasked(struct status *status)
{
	status->cards = 0;
	memset(status->outcomes, 0, sizeof(status->outcomes));
	status->outcomes[OUTCOME_DONE] = 1;
	status->reminders[0].cards = 0;
	status->reminders[1].most = 6;
	status->reminders[1].unasked = 1;
	status->reminders[1].outcomes[OUTCOME_DONE] = 1;
}

static inline void whole(struct status *status)
{
	struct status_reminder *water = &status->reminders[2];
	status->hours_end = NOW + 354 * MINUTE;
	status->cap = 10;
	status->cap_used = 7;
	status->count = 3;
	status->reminders[0].clears = 7 * MINUTE + MINUTE / 2;
	status->reminders[0].backed_off = true;
	*water = status->reminders[0];
	water->name = "water";
	water->title = "Drink a glass of water";
	water->schedule = "every 90 min, on the desk card";
	water->with = "desk";
	water->backed_off = false;
	water->most = 6;
	water->cards = 3;
}

static inline void long_words(struct status *status)
{
	status->zone = "America/Argentina/ComodRivadavia";
	status->paused_until = NOW + MINUTE * 30 * 24 * 60;
	status->sources[1] = (struct status_source){ "idle", "Mutter", "ok", "Not in films.", "" };
	status->reminders[0].name = "abcdefghijklmnopqrstuvwxyz-abcde";
	status->counted = status->reminders[0].name;
	status->reminders[0].schedule = "every 23 h 59 min of sitting";
	status->reminders[1].schedule = "Mon..Fri 12:30, Sat 10:00, Sun 11:00, Mon..Fri 16:30";
	status->reminders[1].title = "\xc3\x84ndern Sie die Haltung, und zwar m\xc3\xb6glichst "
				     "gleich und gr\xc3\xbcndlich";
	status->reminders[1].speaks = NOW + MINUTE * 30 * 24 * 60;
	status->next = "bedtime";
}

/* Whether no line of a screen is too long. */
static inline bool narrow(const char *screen)
{
	char copy[4096], *rest = copy, *line;
	snprintf(copy, sizeof(copy), "%s", screen);
	while ((line = strsep(&rest, "\n")))
		if (lines_width(line) > LINES_WIDTH)
			return false;
	return true;
}

#endif
