/* How long a step takes, with 1 and with 64 reminders of all kinds; and one with one card due. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/policy/step.h"

enum { STEPS = 20000 };

static const struct item walk = { .id = "walk", .title = "Walk", .cue = "Walk.", .seconds = 110 };

static void reminder_fill(struct reminder *reminder, int index)
{
	static const enum trigger triggers[] = { TRIGGER_SITTING, TRIGGER_AT, TRIGGER_SITTING,
						 TRIGGER_CLOCK };
	memset(reminder, 0, sizeof(*reminder));
	snprintf(reminder->name, sizeof(reminder->name), "r%d", index);
	reminder->enabled = true;
	reminder->title = reminder->say = "";
	reminder->trigger = triggers[index % 4];
	reminder->every = (50 + index) * USEC_PER_MIN;
	reminder->valid = 90 * USEC_PER_MIN;
	reminder->with = -1;
	reminder->items[0] = &walk;
	reminder->item_count = 1;
	if (reminder->trigger == TRIGGER_AT) {
		char text[16];
		snprintf(text, sizeof(text), "%02d:30", index % 24);
		calendar_read(text, &reminder->at[0]);
		reminder->at_count = 1;
	}
}

static double ns_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static void measure(int count)
{
	static struct reminder reminders[REMINDERS_MAX];
	static struct state state;
	struct plan plan = { .setup_done = true,
			     .gap = 30 * USEC_PER_MIN,
			     .cap = 10,
			     .still_sitting = 3 * USEC_PER_MIN,
			     .pays_back = 10 * USEC_PER_MIN,
			     .card_time = 2 * USEC_PER_MIN,
			     .count = count,
			     .reminders = reminders };
	struct zone zone = { .name = "UTC", .until = REALTIME_OPEN };
	struct moment now = { { 0 }, { INT64_C(1792890000000000) } };
	struct result result;
	for (int i = 0; i < count; i++)
		reminder_fill(&reminders[i], i);
	state_init(&state, &plan, &zone, now);
	double start = ns_now();
	for (int i = 0; i < STEPS; i++) {
		struct event event = { .kind = EVENT_WAKE, .now = now };
		step(&plan, &state, &event, &result);
		now.boot.us += USEC_PER_SEC / 10;
		now.real.us += USEC_PER_SEC / 10;
	}
	printf("a step with %2d reminders  %8.2f us\n", count,
	       (ns_now() - start) / (int)STEPS / 1e3);
}

int main(void)
{
	measure(1);
	measure(4);
	measure(REMINDERS_MAX);
	return 0;
}
