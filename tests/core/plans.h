/*
 * Small plans for the tests of the step: invented items and reminders, and the zone of Berlin
 * from 2026 to 2028 as a table. A plan is named by its reminders: "desk bedtime".
 */
#ifndef LIMBER_TESTS_PLANS_H
#define LIMBER_TESTS_PLANS_H

#include <string.h>

#include "core/plan.h"
#include "core/zone.h"

static const struct item item_walk = { .id = "walk", .title = "Walk", .cue = "Walk." };
static const struct item item_hip = { .id = "hip", .title = "Hips", .cue = "Stretch." };
static const struct item item_stand = { .id = "stand", .title = "Stand", .cue = "Stand." };
static const struct item item_blink = { .id = "blink", .title = "Blink", .cue = "Blink." };
static const struct item item_calf = { .id = "calf", .title = "Calves", .cue = "Stretch." };
static const struct item item_roam = {
	.id = "roam", .title = "Roam", .cue = "Roam.", .before_setup = true
};
static const struct item item_shift = {
	.id = "shift", .title = "Shift", .cue = "Shift.", .before_setup = true
};

#define EVERY(minutes) .trigger = TRIGGER_SITTING, .every = (minutes)*USEC_PER_MIN
/* calendar_at(), as a constant */
#define AT_TIME(hour, min)                                                                         \
	{                                                                                          \
		.years = CALENDAR_EACH_YEAR, .months = CALENDAR_EACH_MONTH,                        \
		.days = CALENDAR_EACH_DAY, .weekdays = DAYS_ALL, .hours = UINT32_C(1) << (hour),   \
		.minutes = UINT64_C(1) << (min)                                                    \
	}
#define AT_DATE(in_months, on_days, on_weekdays, hour)                                             \
	{                                                                                          \
		.years = CALENDAR_EACH_YEAR, .months = (in_months), .days = (on_days),             \
		.weekdays = (on_weekdays), .hours = UINT32_C(1) << (hour), .minutes = 1            \
	}
#define AT(hour, min)                                                                              \
	.trigger = TRIGGER_AT, .at = { AT_TIME(hour, min) }, .at_count = 1,                        \
	.valid = 90 * USEC_PER_MIN

/*
 * "off" is switched off; "meals" has two times; "monthly" comes on the first Monday of a month at
 * 12:00, "yearly" on the first of October.
 */
static const struct reminder reminders_known[] = {
	{ .name = "desk",
	  .enabled = true,
	  .title = "",
	  .say = "",
	  EVERY(50),
	  .item_count = 3,
	  .items = { &item_walk, &item_hip, &item_stand } },
	{ .name = "eyes",
	  .enabled = true,
	  .title = "",
	  .say = "",
	  EVERY(60),
	  .item_count = 1,
	  .items = { &item_blink } },
	{ .name = "lunch", .enabled = true, .title = "", .say = "Eat.", AT(12, 30) },
	{ .name = "bedtime",
	  .enabled = true,
	  .title = "",
	  .say = "",
	  AT(21, 30),
	  .item_count = 1,
	  .items = { &item_calf } },
	{ .name = "night",
	  .enabled = true,
	  .title = "",
	  .say = "",
	  AT(2, 30),
	  .item_count = 1,
	  .items = { &item_calf } },
	{ .name = "meals",
	  .enabled = true,
	  .title = "",
	  .say = "Eat.",
	  .trigger = TRIGGER_AT,
	  .at = { AT_TIME(12, 30), AT_TIME(13, 0) },
	  .at_count = 2,
	  .valid = 90 * USEC_PER_MIN },
	{ .name = "monthly",
	  .enabled = true,
	  .title = "",
	  .say = "Look back.",
	  .trigger = TRIGGER_AT,
	  .at = { AT_DATE(CALENDAR_EACH_MONTH, 0xfe, 1 << MONDAY, 12) },
	  .at_count = 1,
	  .valid = 3 * USEC_PER_DAY },
	{ .name = "yearly",
	  .enabled = true,
	  .title = "",
	  .say = "Look back.",
	  .trigger = TRIGGER_AT,
	  .at = { AT_DATE(1 << 10, 1 << 1, DAYS_ALL, 12) },
	  .at_count = 1,
	  .valid = 3 * USEC_PER_DAY },
	{ .name = "off",
	  .enabled = false,
	  .title = "",
	  .say = "",
	  EVERY(50),
	  .item_count = 1,
	  .items = { &item_blink } },
};

enum { KNOWN = sizeof(reminders_known) / sizeof(reminders_known[0]) };

struct test_plan {
	struct plan plan;
	struct reminder reminders[KNOWN];
};

/* `names`: of reminders_known, with blanks between. The plan points into *ret: do not copy it. */
static inline void plan_make(struct test_plan *ret, const char *names)
{
	*ret = (struct test_plan){
		.plan = {
			.hours = { { .days = DAYS_ALL, .from = 8 * 60, .to = 20 * 60 } },
			.hours_count = 1,
			.gap = 30 * USEC_PER_MIN,
			.day_starts = 4 * USEC_PER_HOUR,
			.still_sitting = 3 * USEC_PER_MIN,
			.pays_back = 10 * USEC_PER_MIN,
			.card_time = 2 * USEC_PER_MIN,
			.later = 10 * USEC_PER_MIN,
			.setup_done = true,
			.safe = { &item_roam, &item_shift },
			.safe_count = 2,
		},
	};
	ret->plan.reminders = ret->reminders;
	for (const char *name = names; *name != '\0';) {
		size_t length = strcspn(name, " ");
		for (int i = 0; i < KNOWN; i++)
			if (strlen(reminders_known[i].name) == length &&
			    memcmp(reminders_known[i].name, name, length) == 0)
				ret->reminders[ret->plan.count++] = reminders_known[i];
		name += length + strspn(name + length, " ");
	}
}

/* Summer time from the last Sunday of March to that of October, at 01:00 UTC. */
static inline struct zone zone_berlin(void)
{
	static const int64_t changes[] = { 1774746000, 1792890000, 1806195600, 1824944400 };
	struct zone zone = { .name = "Europe/Berlin", .offset = 3600 };
	for (int i = 0; i < 4; i++)
		zone.changes[zone.count++] =
			(struct zone_change){ .at = { changes[i] * USEC_PER_SEC },
					      .offset = i % 2 == 0 ? 7200 : 3600 };
	zone.until = (struct realtime){ INT64_C(1830294000) * USEC_PER_SEC }; /* 2028 */
	return zone;
}

/* The same hours east of UTC all the year. */
static inline struct zone zone_fixed(int hours)
{
	return (struct zone){ .name = "Invented/Fixed",
			      .offset = hours * 3600,
			      .until = { INT64_C(1830294000) * USEC_PER_SEC } };
}

#endif
