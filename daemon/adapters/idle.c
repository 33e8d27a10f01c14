/* Joins the source in use with what it does not see: gamepads, and without one logind's hint. */
#include "daemon/adapters/idle.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "daemon/adapters/idle_choice.h"
#include "daemon/adapters/loop.h"
#include "daemon/adapters/rest.h"

/* A gap in the input of the keyboard is no good moment so soon after a gamepad's. */
#define TOUCH_FRESH (60 * USEC_PER_SEC)

struct idle {
	struct idle_events events;
	void *user;
	sd_event *event;
	struct idle_choice *choice;
	struct rest *rest;
	usec lengths[IDLE_WATCHES];
	bool screen_wanted, screen_seen;
	struct {
		bool known, idle;
		usec since; /* CLOCK_BOOTTIME */
	} hint;
};

/* ---- reports ---- */

static void on_rest(void *user, bool absent, usec ago)
{
	const struct idle *idle = user;
	if (absent)
		idle->events.absent(idle->user, ago);
	else
		idle->events.present(idle->user);
}

static void report_hint(struct idle *idle)
{
	if (idle_choice_used(idle->choice))
		return;
	if (!idle->hint.known || !idle->hint.idle)
		rest_end(idle->rest);
	else if (!rest_began(idle->rest))
		rest_begin(idle->rest, IDLE_LONG, loop_now(idle->event) - idle->hint.since);
}

/* ---- full screen ---- */

static void screen_watch(struct idle *idle)
{
	const struct source_used *used = idle_choice_used(idle->choice);
	bool was = idle->screen_seen;
	/* It may report within the call. */
	idle->screen_seen = used && idle->screen_wanted;
	if (used && !used->source->watch_screen(used->self, idle->screen_wanted))
		idle->screen_seen = false;
	if (was && !idle->screen_seen)
		idle->events.fullscreen(idle->user, false, false);
}

void idle_want_screen(struct idle *idle, bool wanted)
{
	if (idle->screen_wanted == wanted)
		return;
	idle->screen_wanted = wanted;
	screen_watch(idle);
}

bool idle_sees_screen(const struct idle *idle)
{
	return idle->screen_seen;
}

static void on_fullscreen(void *user, bool on)
{
	const struct idle *idle = user;
	if (idle->screen_seen)
		idle->events.fullscreen(idle->user, true, on);
}

/* ---- the source in use ---- */

/* Report first that the source is gone, so that `present` is not taken for input. */
static void on_none(void *user, bool was)
{
	struct idle *idle = user;
	screen_watch(idle);
	if (was)
		idle->events.known(idle->user, false);
	rest_end(idle->rest);
}

static void on_ready(void *user)
{
	struct idle *idle = user;
	const struct source_used *used = idle_choice_used(idle->choice);
	idle->events.known(idle->user, true);
	used->source->want(used->self, idle->lengths);
	screen_watch(idle);
}

static void on_tried(void *user)
{
	report_hint(user);
}

static void on_idle(void *user, enum idle_watch watch, usec ago)
{
	struct idle *idle = user;
	if (idle->lengths[watch] == 0)
		return;
	if (watch != IDLE_GAP)
		rest_begin(idle->rest, watch, ago);
	else if (!rest_is_fresh(idle->rest, TOUCH_FRESH))
		idle->events.moment(idle->user);
}

static void on_active(void *user)
{
	rest_end(((const struct idle *)user)->rest);
}

void idle_look(struct idle *idle)
{
	idle_choice_look(idle->choice);
}

void idle_want(struct idle *idle, const usec lengths[IDLE_WATCHES])
{
	const struct source_used *used = idle_choice_used(idle->choice);
	if (memcmp(idle->lengths, lengths, sizeof(idle->lengths)) == 0)
		return;
	memcpy(idle->lengths, lengths, sizeof(idle->lengths));
	rest_want(idle->rest, lengths);
	if (used)
		used->source->want(used->self, lengths);
}

void idle_touch(struct idle *idle)
{
	rest_touch(idle->rest);
}

void idle_hint(struct idle *idle, bool known, bool is_idle, usec ago)
{
	idle->hint.known = known;
	idle->hint.idle = is_idle;
	idle->hint.since = loop_now(idle->event) - ago;
	report_hint(idle);
}

const char *idle_name(const struct idle *idle)
{
	const struct source_used *used = idle_choice_used(idle->choice);
	return used ? used->name : idle->hint.known ? "logind" : "";
}

const char *idle_passed_over(const struct idle *idle, int which)
{
	return idle_choice_why(idle->choice, which);
}

bool idle_is_hint(const struct idle *idle)
{
	return !idle_choice_used(idle->choice) && idle->hint.known;
}

bool idle_dates(const struct idle *idle)
{
	const struct source_used *used = idle_choice_used(idle->choice);
	return used && used->source->dates;
}

bool idle_is_input_only(const struct idle *idle)
{
	const struct source_used *used = idle_choice_used(idle->choice);
	return used && used->input_only;
}

bool idle_waits(const struct idle *idle)
{
	return idle_choice_waits(idle->choice);
}

bool idle_is_choosing(const struct idle *idle)
{
	return idle_choice_is_open(idle->choice);
}

int idle_new(struct idle **ret, sd_event *event, sd_bus *bus, const char *plugins,
	     const struct idle_events *events, void *user)
{
	static const struct idle_choice_events choice_events = {
		.none = on_none,
		.ready = on_ready,
		.tried = on_tried,
		.idle = on_idle,
		.active = on_active,
		.fullscreen = on_fullscreen,
	};
	struct idle *idle = calloc(1, sizeof(*idle));
	if (!idle)
		return -ENOMEM;
	*idle = (struct idle){ .events = *events, .user = user, .event = sd_event_ref(event) };
	int r = rest_new(&idle->rest, event, on_rest, idle);
	if (r >= 0)
		r = idle_choice_new(&idle->choice, event, bus, plugins, &choice_events, idle);
	*ret = r < 0 ? idle_free(idle) : idle;
	return r < 0 ? r : 0;
}

struct idle *idle_free(struct idle *idle)
{
	if (!idle)
		return NULL;
	idle_choice_free(idle->choice);
	rest_free(idle->rest);
	sd_event_unref(idle->event);
	free(idle);
	return NULL;
}
