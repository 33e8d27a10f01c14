/*
 * Candidates are tried in the order of their table, each in an iteration of the loop of its own: a
 * source reports its failure from within its own code, and a plug-in may be unloaded only when none
 * of its code runs.
 */
#include "daemon/adapters/idle.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "daemon/adapters/candidate.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/idle_mutter.h"
#include "daemon/adapters/idle_retry.h"
#include "daemon/adapters/rest.h"

/* A source that is lost so soon is not tried again at once. */
#define BRIEF (10 * USEC_PER_SEC)

/* A gap in the input of the keyboard is no good moment so soon after a gamepad's. */
#define TOUCH_FRESH (60 * USEC_PER_SEC)

/* A source that is used, or tried. */
struct attempt {
	struct idle *idle;
	int which;
	char *where; /* the value of what it needs */
	const struct idle_source *source;
	void *self;
	const char *name; /* NULL: not ready yet */
	bool input_only;
	usec since; /* when it was ready, CLOCK_BOOTTIME */
};

struct idle {
	struct idle_events events;
	void *user;
	sd_event *event;
	sd_bus *bus;
	sd_bus_slot *mutter; /* match for an owner of Mutter's name */
	char *folder;
	void *plugins[CANDIDATES]; /* loaded */
	struct attempt *used, *tried;
	int errors[CANDIDATES];    /* of the last try of each */
	int next;                  /* candidate to try */
	sd_event_source *deferred; /* tries the next candidates */
	struct idle_retry *retry;
	usec lengths[IDLE_WATCHES];
	struct rest *rest;
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

static usec now(const struct idle *idle)
{
	uint64_t now = 0;
	(void)sd_event_now(idle->event, CLOCK_BOOTTIME, &now);
	return (usec)now;
}

static void report_hint(struct idle *idle)
{
	if (idle->used)
		return;
	if (!idle->hint.known || !idle->hint.idle)
		rest_end(idle->rest);
	else if (!rest_began(idle->rest))
		rest_begin(idle->rest, IDLE_LONG, now(idle) - idle->hint.since);
}

static void plugins_unload(struct idle *idle)
{
	for (int i = 0; i < CANDIDATES; i++)
		if (!(idle->used && idle->used->which == i) &&
		    !(idle->tried && idle->tried->which == i))
			candidate_unload(&idle->plugins[i]);
}

/* ---- full screen ---- */

static void screen_watch(struct idle *idle)
{
	struct attempt *used = idle->used;
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
	const struct attempt *attempt = user;
	if (attempt == attempt->idle->used && attempt->idle->screen_seen)
		attempt->idle->events.fullscreen(attempt->idle->user, true, on);
}

/* ---- one attempt ---- */

static struct attempt *attempt_free(struct attempt *attempt)
{
	if (!attempt)
		return NULL;
	if (attempt->self)
		attempt->source->free(attempt->self);
	free(attempt->where);
	free(attempt);
	return NULL;
}

static void choose_later(struct idle *idle)
{
	(void)sd_event_source_set_enabled(idle->deferred, SD_EVENT_ONESHOT);
}

/* Report first that the source is gone, so that `present` is not taken for input. */
static void used_drop(struct idle *idle)
{
	bool knew = idle->used;
	idle->used = attempt_free(idle->used);
	screen_watch(idle);
	if (knew)
		idle->events.known(idle->user, false);
	rest_end(idle->rest);
}

static void on_ready(void *user, const char *name, bool input_only)
{
	struct attempt *attempt = user;
	struct idle *idle = attempt->idle;
	attempt->name = name;
	attempt->input_only = input_only;
	attempt->since = now(idle);
	used_drop(idle);
	idle->used = attempt;
	idle->tried = NULL;
	idle->events.known(idle->user, true);
	attempt->source->want(attempt->self, idle->lengths);
	screen_watch(idle);
	choose_later(idle);
}

static void choose_again(struct idle *idle)
{
	idle->tried = attempt_free(idle->tried);
	idle->next = 0;
	idle_retry_begin(idle->retry);
	choose_later(idle);
}

/* One that fails right after it was ready would do so again at once: try the others first. */
static void used_lost(struct idle *idle, int error)
{
	int which = idle->used->which;
	bool brief = now(idle) - idle->used->since < BRIEF;
	used_drop(idle);
	if (!brief) {
		idle_look(idle);
		return;
	}
	idle->errors[which] = error;
	idle->next = which + 1;
	idle_retry_later(idle->retry);
	choose_later(idle);
}

static void try_failed(struct idle *idle, const struct idle_source *source, int error)
{
	idle->errors[idle->next++] = error;
	if (error == -EOPNOTSUPP || error == -ELIBACC)
		return;
	idle_retry_add(idle->retry, source);
}

static void on_failed(void *user, int error)
{
	struct attempt *attempt = user;
	struct idle *idle = attempt->idle;
	if (attempt == idle->used) {
		used_lost(idle, error);
		return;
	}
	try_failed(idle, attempt->source, error);
	idle->tried = attempt_free(attempt);
	choose_later(idle);
}

static void on_idle(void *user, enum idle_watch watch, usec ago)
{
	const struct attempt *attempt = user;
	struct idle *idle = attempt->idle;
	if (idle->lengths[watch] == 0)
		return;
	if (watch != IDLE_GAP)
		rest_begin(idle->rest, watch, ago);
	else if (!rest_is_fresh(idle->rest, TOUCH_FRESH))
		idle->events.moment(idle->user);
}

static void on_active(void *user)
{
	rest_end(((const struct attempt *)user)->idle->rest);
}

static const struct idle_source_events source_events = {
	.ready = on_ready,
	.failed = on_failed,
	.idle = on_idle,
	.active = on_active,
	.fullscreen = on_fullscreen,
};

static void attempt_begin(struct idle *idle, int which)
{
	const char *where = candidate_where(which);
	bool possible = candidate_is_possible(which);
	idle->errors[which] = 0;
	struct attempt *attempt = possible ? calloc(1, sizeof(*attempt)) : NULL;
	if (!attempt) {
		try_failed(idle, NULL, possible ? -ENOMEM : -EOPNOTSUPP);
		return;
	}
	*attempt = (struct attempt){ .idle = idle, .which = which };
	attempt->where = where ? strdup(where) : NULL;
	attempt->source = candidate_load(which, idle->folder, &idle->plugins[which]);
	int r = attempt->source ? attempt->source->open(&attempt->self, idle->event, idle->bus,
							&source_events, attempt)
				: -ELIBACC;
	if (r >= 0) {
		idle->tried = attempt;
		return;
	}
	try_failed(idle, attempt->source, r);
	attempt_free(attempt);
}

/* ---- choosing ---- */

/* The number of candidates to try: those before the one in use, and that one if its display is
 * another now. */
static int candidates_left(const struct idle *idle)
{
	const struct attempt *used = idle->used;
	if (!used)
		return CANDIDATES;
	const char *where = candidate_where(used->which);
	return used->which + (where && strcmp(where, used->where ? used->where : "") != 0);
}

static int on_deferred(sd_event_source *source, void *user)
{
	struct idle *idle = user;
	idle_retry_unwatch(idle->retry);
	while (!idle->tried && idle->next < candidates_left(idle))
		attempt_begin(idle, idle->next);
	plugins_unload(idle);
	if (!idle->tried && !idle->used)
		idle_retry_watch(idle->retry);
	report_hint(idle);
	return 0;
}

static void on_retry(void *user)
{
	choose_again(user);
}

static int on_mutter(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	const char *owner;
	if (sd_bus_message_read(signal, "sss", NULL, NULL, &owner) >= 0 && owner[0])
		idle_look(user);
	return 0;
}

void idle_look(struct idle *idle)
{
	idle_retry_reset(idle->retry);
	choose_again(idle);
}

void idle_want(struct idle *idle, const usec lengths[IDLE_WATCHES])
{
	if (memcmp(idle->lengths, lengths, sizeof(idle->lengths)) == 0)
		return;
	memcpy(idle->lengths, lengths, sizeof(idle->lengths));
	rest_want(idle->rest, lengths);
	if (idle->used)
		idle->used->source->want(idle->used->self, lengths);
}

void idle_touch(struct idle *idle)
{
	rest_touch(idle->rest);
}

void idle_hint(struct idle *idle, bool known, bool is_idle, usec ago)
{
	idle->hint.known = known;
	idle->hint.idle = is_idle;
	idle->hint.since = now(idle) - ago;
	report_hint(idle);
}

const char *idle_name(const struct idle *idle)
{
	return idle->used ? idle->used->name : idle->hint.known ? "logind" : "";
}

const char *idle_passed_over(const struct idle *idle, int which)
{
	bool better = !idle->used || which < idle->used->which;
	return better ? candidate_why(which, idle->errors[which]) : NULL;
}

bool idle_is_hint(const struct idle *idle)
{
	return !idle->used && idle->hint.known;
}

bool idle_dates(const struct idle *idle)
{
	return idle->used && idle->used->source->dates;
}

bool idle_is_input_only(const struct idle *idle)
{
	return idle->used && idle->used->input_only;
}

bool idle_waits(const struct idle *idle)
{
	return !idle->used && idle->tried;
}

bool idle_is_choosing(const struct idle *idle)
{
	int enabled = SD_EVENT_OFF;
	(void)sd_event_source_get_enabled(idle->deferred, &enabled);
	return !idle->used && (idle->tried || enabled != SD_EVENT_OFF);
}

static int idle_init(struct idle *idle)
{
	TRY(rest_new(&idle->rest, idle->event, on_rest, idle));
	TRY(sd_event_add_defer(idle->event, &idle->deferred, on_deferred, idle));
	TRY(idle_retry_new(&idle->retry, idle->event, on_retry, idle));
	if (!idle->bus)
		return 0;
	return sd_bus_add_match_async(
		idle->bus, &idle->mutter,
		"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',"
		"arg0='" MUTTER_IDLE "'",
		on_mutter, NULL, idle);
}

int idle_new(struct idle **ret, sd_event *event, sd_bus *bus, const char *plugins,
	     const struct idle_events *events, void *user)
{
	struct idle *idle = calloc(1, sizeof(*idle));
	if (!idle)
		return -ENOMEM;
	*idle = (struct idle){ .events = *events, .user = user, .folder = strdup(plugins) };
	idle->event = sd_event_ref(event);
	idle->bus = sd_bus_ref(bus);
	int r = idle->folder ? idle_init(idle) : -ENOMEM;
	*ret = r < 0 ? idle_free(idle) : idle;
	return r < 0 ? r : 0;
}

struct idle *idle_free(struct idle *idle)
{
	if (!idle)
		return NULL;
	idle->used = attempt_free(idle->used);
	idle->tried = attempt_free(idle->tried);
	plugins_unload(idle);
	sd_event_source_disable_unref(idle->deferred);
	idle_retry_free(idle->retry);
	rest_free(idle->rest);
	sd_bus_slot_unref(idle->mutter);
	sd_bus_unref(idle->bus);
	sd_event_unref(idle->event);
	free(idle->folder);
	free(idle);
	return NULL;
}
