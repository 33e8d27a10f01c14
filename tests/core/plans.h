/*
 * Small plans for the tests of the step: invented items and reminders, and the zone of Berlin
 * from 2026 to 2028 as a table. A plan is named by its reminders, and what differs from the
 * plain values in plan_make() stands behind them: "desk lunch cap=3 desk.wait=10m".
 */
#ifndef LIMBER_TESTS_PLANS_H
#define LIMBER_TESTS_PLANS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/text.h"
#include "core/base/zone.h"
#include "core/model/plan.h"
#include "tests/core/items.h"

/*
 * "off" is switched off; "meals" has two times; "soon" falls due 8 min after "desk"; "monthly"
 * comes on the first Monday of a month at 12:00, "yearly" on the first of October; "review" and
 * "visit" are check-ins, "warm" and "bedtime" of the evening.
 */
static const struct known reminders_known[] = {
	{ "desk", TRIGGER_SITTING, .every = 50, .items = { &item_walk, &item_hip, &item_stand } },
	{ "soon", TRIGGER_SITTING, .every = 58, .items = { &item_calf } },
	{ "eyes", TRIGGER_SITTING, .every = 71, .items = { &item_blink } },
	{ "long", TRIGGER_SITTING, .every = 50, .items = { &item_hip } },
	{ "floor", TRIGGER_SITTING, .every = 50, .items = { &item_lunge } },
	{ "mat", TRIGGER_SITTING, .every = 50, .items = { &item_bend } },
	{ "off", TRIGGER_SITTING, .every = 50, .items = { &item_blink } },
	{ "lunch", TRIGGER_AT, .at = "12:30", .say = "Eat." },
	{ "meals", TRIGGER_AT, .at = "12:30,13:00", .say = "Eat." },
	{ "bedtime", TRIGGER_AT, .at = "21:30", .items = { &item_calf } },
	{ "night", TRIGGER_AT, .at = "02:30", .items = { &item_calf } },
	{ "monthly", TRIGGER_AT, .at = "Mon *-*-1..7 12:00", .say = "Look back.",
	  .valid = 3 * USEC_PER_DAY },
	{ "yearly", TRIGGER_AT, .at = "*-10-1 12:00", .say = "Look back.",
	  .valid = 3 * USEC_PER_DAY },
	{ "review", TRIGGER_AT, .at = "12:15", .items = { &item_look }, .valid = 3 * USEC_PER_DAY },
	{ "visit", TRIGGER_AT, .at = "17:00", .items = { &item_visit }, .valid = 3 * USEC_PER_DAY },
	{ "warm", TRIGGER_AT, .at = "20:15", .items = { &item_stand } },
	{ "round", TRIGGER_CLOCK, .every = 60, .items = { &item_stand } },
	{ "hello", TRIGGER_ON, .on = ON_UNLOCK, .say = "Hello." },
	{ "rise", TRIGGER_ON, .on = ON_WAKE, .say = "Rise." },
	{ "enter", TRIGGER_ON, .on = ON_LOGIN, .say = "Enter." },
	{ "stood", TRIGGER_ON, .on = ON_STANDING, .say = "Sit or walk." },
	{ "train", TRIGGER_ON, .on = ON_WORKOUT, .say = "Train." },
	{ "water", TRIGGER_SITTING, .every = 90, .with = "desk", .items = { &item_glass } },
	{ "air", TRIGGER_SITTING, .every = 30, .with = "desk", .say = "Open a window." },
};

enum { KNOWN = sizeof(reminders_known) / sizeof(reminders_known[0]) };

struct test_plan {
	struct plan plan;
	struct reminder reminders[KNOWN];
};

/* A value in a row that cannot be read is the row's fault: it must not pass. */
static inline void plan_must(bool good, const char *what)
{
	if (good)
		return;
	fprintf(stderr, "a test's plan says \"%s\"\n", what);
	abort();
}

/* "10m", "90s", "2h", "3d" */
static inline usec plan_length(const char *text)
{
	usec length = 0;
	plan_must(length_read(text, &length) == TEXT_OK, text);
	return length;
}

/* "08:00-20:00,22:00-23:00", "Sat.00:00-24:00"; "none" */
static inline struct ranges plan_ranges(const char *text)
{
	struct ranges ranges = { .count = 0 };
	while (*text != '\0' && strcmp(text, "none") != 0) {
		char one[32] = "";
		size_t length = strcspn(text, ",");
		plan_must(length < sizeof(one), text);
		memcpy(one, text, length);
		if (one[3] == '.')
			one[3] = ' ';
		plan_must(hours_read(one, &ranges.hours[ranges.count++]) == TEXT_OK, one);
		text += length + strspn(text + length, ",");
	}
	return ranges;
}

static inline void plan_at(struct reminder *reminder, const char *text)
{
	reminder->at_count = 0;
	while (*text != '\0') {
		char one[32] = "";
		size_t length = strcspn(text, ",");
		plan_must(length < sizeof(one), text);
		memcpy(one, text, length);
		if (one[3] == '.')
			one[3] = ' ';
		plan_must(calendar_read(one, &reminder->at[reminder->at_count++]) == TEXT_OK, one);
		text += length + strspn(text + length, ",");
	}
}

static inline void plan_add(struct test_plan *ret, const struct known *known)
{
	struct reminder *reminder = &ret->reminders[ret->plan.count++];
	*reminder = (struct reminder){
		.enabled = strcmp(known->name, "off") != 0,
		.trigger = known->trigger,
		.on = known->on,
		.title = "",
		.say = known->say ? known->say : "",
		.every = known->every * USEC_PER_MIN,
		.valid = known->valid ? known->valid : 90 * USEC_PER_MIN,
		.with = -1,
	};
	memcpy(reminder->name, known->name, strlen(known->name));
	plan_at(reminder, known->at ? known->at : "");
	while (reminder->item_count < 3 && known->items[reminder->item_count]) {
		reminder->items[reminder->item_count] = known->items[reminder->item_count];
		reminder->item_count++;
	}
}

static inline const struct item *plan_item(const char *id)
{
	for (int i = 0; i < KNOWN; i++)
		for (int k = 0; k < 3 && reminders_known[i].items[k]; k++)
			if (strcmp(reminders_known[i].items[k]->id, id) == 0)
				return reminders_known[i].items[k];
	return NULL;
}

/* Its deck is this one: "calf,walk", items of the reminders above. */
static inline void plan_items(struct reminder *reminder, const char *text)
{
	reminder->item_count = 0;
	while (*text != '\0') {
		char one[NAME_SIZE] = "";
		size_t length = strcspn(text, ",");
		plan_must(length < sizeof(one), text);
		memcpy(one, text, length);
		const struct item *item = plan_item(one);
		plan_must(item != NULL, one);
		reminder->items[reminder->item_count++] = item;
		text += length + strspn(text + length, ",");
	}
}

/* "0..3": of the fact acute */
static inline struct fact_window plan_days(const char *text)
{
	struct fact_window days = { .given = true, .fact = FACT_ACUTE };
	plan_must(sscanf(text, "%d..%d", &days.from, &days.to) == 2, text);
	return days;
}

static inline enum cues plan_cues(const char *text)
{
	return text[0] == 'v' ? CUES_VOICE : text[0] == 't' ? CUES_TONE : CUES_OFF;
}

static inline bool plan_set_reminder(struct reminder *its, const char *key, const char *value)
{
	if (strcmp(key, "wait") == 0)
		its->wait = plan_length(value);
	else if (strcmp(key, "valid") == 0)
		its->valid = plan_length(value);
	else if (strcmp(key, "after") == 0)
		its->after = plan_length(value);
	else if (strcmp(key, "every") == 0)
		its->every = plan_length(value);
	else if (strcmp(key, "most") == 0)
		its->most = atoi(value);
	else if (strcmp(key, "repeat") == 0)
		its->repeat = atoi(value);
	else if (strcmp(key, "cues") == 0)
		its->cues = (int)plan_cues(value) + 1;
	else if (strcmp(key, "insist") == 0)
		its->insist = strcmp(value, "yes") == 0;
	else if (strcmp(key, "hours") == 0)
		its->hours = plan_ranges(value);
	else if (strcmp(key, "quiet") == 0)
		its->quiet = plan_ranges(value);
	else if (strcmp(key, "at") == 0)
		plan_at(its, value);
	else if (strcmp(key, "own") == 0)
		its->own = strcmp(value, "yes") == 0;
	else if (strcmp(key, "set") == 0)
		its->set = strcmp(value, "yes") == 0;
	else if (strcmp(key, "items") == 0)
		plan_items(its, value);
	else if (strcmp(key, "days") == 0)
		its->days = plan_days(value);
	else
		return false;
	return true;
}

/* "call,dnd"; "none" */
static inline uint32_t plan_never(const char *text)
{
	static const char *const words[] = { "call", "awake", "dnd", "locked", "full" };
	uint32_t never = 0;
	for (int i = 0; i < 5; i++)
		if (strstr(text, words[i]))
			never |= UINT32_C(1) << i;
	plan_must(never != 0 || strcmp(text, "none") == 0, text);
	return never;
}

static inline bool plan_set_all(struct plan *plan, const char *key, const char *value)
{
	if (strcmp(key, "hours") == 0)
		plan->hours = plan_ranges(value);
	else if (strcmp(key, "cues") == 0)
		plan->cues = plan_cues(value);
	else if (strcmp(key, "quiet") == 0)
		plan->quiet = plan_ranges(value);
	else if (strcmp(key, "gap") == 0)
		plan->gap = plan_length(value);
	else if (strcmp(key, "cap") == 0)
		plan->cap = atoi(value);
	else if (strcmp(key, "first_week") == 0)
		plan->first_week_half = strcmp(value, "half") == 0;
	else if (strcmp(key, "back_off") == 0)
		plan->back_off = strcmp(value, "yes") == 0;
	else if (strcmp(key, "after_return") == 0)
		plan->after_return = plan_length(value);
	else if (strcmp(key, "never_during") == 0)
		plan->never_during = plan_never(value);
	else if (strcmp(key, "day_starts") == 0)
		plan->day_starts = plan_length(value);
	else if (strcmp(key, "aim") == 0)
		plan->aim = atoi(value);
	else if (strcmp(key, "glass") == 0)
		plan->glass = atoi(value);
	else if (strcmp(key, "kidney") == 0)
		plan->health.facts[FACT_KIDNEY].holds = strcmp(value, "yes") == 0;
	else if (strcmp(key, "fluid") == 0)
		plan->health.facts[FACT_FLUID].holds = strcmp(value, "yes") == 0;
	else if (strcmp(key, "pregnant") == 0)
		plan->health.facts[FACT_PREGNANT].holds = strcmp(value, "yes") == 0;
	else if (strcmp(key, "acute") == 0)
		plan->health.facts[FACT_ACUTE].holds =
			date_read(value, &plan->health.facts[FACT_ACUTE].day) ||
			strcmp(value, "yes") == 0;
	else if (strcmp(key, "awake_limit") == 0)
		plan->awake_limit = plan_length(value);
	else if (strcmp(key, "video") == 0)
		plan->video = value[0] == 's'   ? VIDEO_SITTING
			      : value[0] == 'a' ? VIDEO_AWAY
						: VIDEO_FROZEN;
	else
		return false;
	return true;
}

/* "cap=3", "desk.wait=10m"; "wait=10m" is for every reminder named before it. */
static inline void plan_set(struct test_plan *ret, const char *setting)
{
	char key[64] = "", *value, *of;
	plan_must(strlen(setting) < sizeof(key), setting);
	memcpy(key, setting, strlen(setting));
	value = strchr(key, '=');
	*value++ = '\0';
	of = strchr(key, '.');
	if (!of && plan_set_all(&ret->plan, key, value))
		return;
	bool good = false;
	for (int i = 0; i < ret->plan.count; i++) {
		struct reminder *its = &ret->reminders[i];
		size_t length = of ? (size_t)(of - key) : 0;
		if (of && (strlen(its->name) != length || memcmp(its->name, key, length) != 0))
			continue;
		good = plan_set_reminder(its, of ? of + 1 : key, value);
	}
	plan_must(good, setting);
}

/* The riders find their places when all names are known. */
static inline void plan_join(struct test_plan *ret)
{
	for (int i = 0; i < ret->plan.count; i++)
		for (int k = 0; k < KNOWN; k++)
			if (reminders_known[k].with &&
			    strcmp(reminders_known[k].name, ret->reminders[i].name) == 0)
				ret->reminders[i].with =
					plan_find(&ret->plan, reminders_known[k].with);
}

static inline void plan_word(struct test_plan *ret, const char *word)
{
	if (strchr(word, '=')) {
		plan_set(ret, word);
		return;
	}
	int i = 0;
	while (i < KNOWN && strcmp(reminders_known[i].name, word) != 0)
		i++;
	plan_must(i < KNOWN, word);
	plan_add(ret, &reminders_known[i]);
}

/*
 * `words`: names of reminders_known and settings, with blanks between. What First light did not
 * have is switched off unless a setting says otherwise. The plan points into *ret: do not copy it.
 */
static inline void plan_make(struct test_plan *ret, const char *words)
{
	*ret = (struct test_plan){
		.plan = {
			.hours = plan_ranges("08:00-20:00"),
			.gap = 30 * USEC_PER_MIN,
			.cap = 100,
			.day_starts = 4 * USEC_PER_HOUR,
			.still_sitting = 3 * USEC_PER_MIN,
			.pays_back = 10 * USEC_PER_MIN,
			.never_during = NEVER_CALL | NEVER_AWAKE | NEVER_DND | NEVER_LOCKED,
			.awake_limit = 3 * USEC_PER_HOUR,
			.card_time = 2 * USEC_PER_MIN,
			.later = 10 * USEC_PER_MIN,
			.glass = 250,
			.bottle = 500,
			.setup_done = true,
			.safe = { &item_roam, &item_shift },
			.safe_count = 2,
		},
	};
	ret->plan.reminders = ret->reminders;
	while (*words != '\0') {
		char word[64] = "";
		size_t length = strcspn(words, " ");
		plan_must(length < sizeof(word), words);
		memcpy(word, words, length);
		plan_word(ret, word);
		words += length + strspn(words + length, " ");
	}
	plan_join(ret);
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
