/*
 * While the source reports input, other input changes nothing. Once a watch of the source has
 * passed, the absence begins when its length has passed since the last other input, too; a timer
 * waits for that.
 */
#include "daemon/adapters/rest.h"

#include <errno.h>
#include <stdlib.h>

#include "daemon/adapters/loop.h"

struct rest {
	rest_reports *reports;
	void *user;
	sd_event *event;
	sd_event_source *timer;
	usec lengths[IDLE_WATCHES];
	unsigned passed; /* bits of the watches that the source reported */
	usec source;     /* last input that the source knows of, CLOCK_BOOTTIME */
	usec touched;    /* last other input, CLOCK_BOOTTIME; 0: never */
	bool absent;     /* reported */
};

static void report_absent(struct rest *rest, usec ago)
{
	rest->absent = true;
	rest->reports(rest->user, true, ago);
}

static void report_present(struct rest *rest)
{
	if (!rest->absent)
		return;
	rest->absent = false;
	rest->reports(rest->user, false, 0);
}

/* The shortest length of the watches that passed; 0: none did. */
static usec shortest(const struct rest *rest, usec longer_than)
{
	usec shortest = 0;
	for (enum idle_watch i = 0; i < IDLE_GAP; i++)
		if ((rest->passed & 1U << i) && rest->lengths[i] > longer_than &&
		    (shortest == 0 || rest->lengths[i] < shortest))
			shortest = rest->lengths[i];
	return shortest;
}

static void settle(struct rest *rest)
{
	usec ago = loop_now(rest->event) - rest->touched, first = shortest(rest, 0);
	usec next = shortest(rest, ago);
	(void)sd_event_source_set_enabled(rest->timer, SD_EVENT_OFF);
	if (next != 0) {
		(void)sd_event_source_set_time(rest->timer, (uint64_t)(rest->touched + next));
		(void)sd_event_source_set_enabled(rest->timer, SD_EVENT_ONESHOT);
	}
	if (first != 0 && first <= ago)
		report_absent(rest, ago);
}

static int on_timer(sd_event_source *timer, uint64_t at, void *user)
{
	settle(user);
	return 0;
}

void rest_want(struct rest *rest, const usec lengths[IDLE_WATCHES])
{
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++)
		rest->lengths[i] = lengths[i];
}

void rest_begin(struct rest *rest, enum idle_watch watch, usec ago)
{
	rest->passed |= 1U << watch;
	rest->source = loop_now(rest->event) - ago;
	if (rest->touched > rest->source)
		settle(rest);
	else
		report_absent(rest, ago);
}

void rest_end(struct rest *rest)
{
	rest->passed = 0;
	(void)sd_event_source_set_enabled(rest->timer, SD_EVENT_OFF);
	report_present(rest);
}

bool rest_began(const struct rest *rest)
{
	return rest->passed != 0;
}

void rest_touch(struct rest *rest)
{
	rest->touched = loop_now(rest->event);
	if (rest->passed == 0)
		return;
	report_present(rest);
	settle(rest);
}

bool rest_is_fresh(const struct rest *rest, usec length)
{
	return rest->touched != 0 && loop_now(rest->event) - rest->touched < length;
}

int rest_new(struct rest **ret, sd_event *event, rest_reports *reports, void *user)
{
	struct rest *rest = calloc(1, sizeof(*rest));
	if (!rest)
		return -ENOMEM;
	*rest = (struct rest){ .reports = reports, .user = user, .event = sd_event_ref(event) };
	int r = sd_event_add_time(event, &rest->timer, CLOCK_BOOTTIME, 0, 10000, on_timer, rest);
	if (r >= 0)
		r = sd_event_source_set_enabled(rest->timer, SD_EVENT_OFF);
	*ret = r < 0 ? rest_free(rest) : rest;
	return r < 0 ? r : 0;
}

struct rest *rest_free(struct rest *rest)
{
	if (!rest)
		return NULL;
	sd_event_source_disable_unref(rest->timer);
	sd_event_unref(rest->event);
	free(rest);
	return NULL;
}
