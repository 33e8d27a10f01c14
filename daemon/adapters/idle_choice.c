/*
 * Candidates are tried in the order of their table, each in an iteration of the loop of its own: a
 * source reports its failure from within its own code, and a plug-in may be unloaded only when none
 * of its code runs.
 */
#include "daemon/adapters/idle_choice.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/try.h"
#include "daemon/adapters/candidate.h"
#include "daemon/adapters/idle_mutter.h"
#include "daemon/adapters/idle_retry.h"
#include "daemon/adapters/loop.h"

/* A source that is lost so soon is not tried again at once. */
#define BRIEF (10 * USEC_PER_SEC)

/* A source that is used, or tried. */
struct attempt {
	struct source_used used; /* name NULL: not ready yet */
	struct idle_choice *choice;
	int which;
	char *where; /* the value of what it needs */
	usec since;  /* when it was ready, CLOCK_BOOTTIME */
};

struct idle_choice {
	struct idle_choice_events events;
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
};

static void plugins_unload(struct idle_choice *choice)
{
	for (int i = 0; i < CANDIDATES; i++)
		if (!(choice->used && choice->used->which == i) &&
		    !(choice->tried && choice->tried->which == i))
			candidate_unload(&choice->plugins[i]);
}

/* ---- one attempt ---- */

static struct attempt *attempt_free(struct attempt *attempt)
{
	if (!attempt)
		return NULL;
	if (attempt->used.self)
		attempt->used.source->free(attempt->used.self);
	free(attempt->where);
	free(attempt);
	return NULL;
}

static void try_later(struct idle_choice *choice)
{
	(void)sd_event_source_set_enabled(choice->deferred, SD_EVENT_ONESHOT);
}

static void used_drop(struct idle_choice *choice)
{
	bool was = choice->used;
	choice->used = attempt_free(choice->used);
	choice->events.none(choice->user, was);
}

static void on_ready(void *user, const char *name, bool input_only)
{
	struct attempt *attempt = user;
	struct idle_choice *choice = attempt->choice;
	attempt->used.name = name;
	attempt->used.input_only = input_only;
	attempt->since = loop_now(choice->event);
	used_drop(choice);
	choice->used = attempt;
	choice->tried = NULL;
	choice->events.ready(choice->user);
	try_later(choice);
}

static void choose_again(struct idle_choice *choice)
{
	choice->tried = attempt_free(choice->tried);
	choice->next = 0;
	idle_retry_begin(choice->retry);
	try_later(choice);
}

/* One that fails right after it was ready would do so again at once: try the others first. */
static void used_lost(struct idle_choice *choice, int error)
{
	int which = choice->used->which;
	bool brief = loop_now(choice->event) - choice->used->since < BRIEF;
	used_drop(choice);
	if (!brief) {
		idle_choice_look(choice);
		return;
	}
	choice->errors[which] = error;
	choice->next = which + 1;
	idle_retry_later(choice->retry);
	try_later(choice);
}

static void try_failed(struct idle_choice *choice, const struct idle_source *source, int error)
{
	choice->errors[choice->next++] = error;
	if (error != -EOPNOTSUPP && error != -ELIBACC)
		idle_retry_add(choice->retry, source);
}

static void on_failed(void *user, int error)
{
	struct attempt *attempt = user;
	struct idle_choice *choice = attempt->choice;
	if (attempt == choice->used) {
		used_lost(choice, error);
		return;
	}
	try_failed(choice, attempt->used.source, error);
	choice->tried = attempt_free(attempt);
	try_later(choice);
}

static void on_idle(void *user, enum idle_watch watch, usec ago)
{
	const struct attempt *attempt = user;
	attempt->choice->events.idle(attempt->choice->user, watch, ago);
}

static void on_active(void *user)
{
	const struct attempt *attempt = user;
	attempt->choice->events.active(attempt->choice->user);
}

static void on_fullscreen(void *user, bool on)
{
	const struct attempt *attempt = user;
	if (attempt == attempt->choice->used)
		attempt->choice->events.fullscreen(attempt->choice->user, on);
}

static const struct idle_source_events source_events = {
	.ready = on_ready,
	.failed = on_failed,
	.idle = on_idle,
	.active = on_active,
	.fullscreen = on_fullscreen,
};

static void attempt_begin(struct idle_choice *choice, int which)
{
	const char *where = candidate_where(which);
	bool possible = candidate_is_possible(which);
	choice->errors[which] = 0;
	struct attempt *attempt = possible ? calloc(1, sizeof(*attempt)) : NULL;
	if (!attempt) {
		try_failed(choice, NULL, possible ? -ENOMEM : -EOPNOTSUPP);
		return;
	}
	*attempt = (struct attempt){ .choice = choice, .which = which };
	attempt->where = where ? strdup(where) : NULL;
	const struct idle_source *source =
		candidate_load(which, choice->folder, &choice->plugins[which]);
	attempt->used.source = source;
	int r = source ? source->open(&attempt->used.self, choice->event, choice->bus,
				      &source_events, attempt)
		       : -ELIBACC;
	if (r >= 0) {
		choice->tried = attempt;
		return;
	}
	try_failed(choice, source, r);
	attempt_free(attempt);
}

/* ---- choosing ---- */

/* The number of candidates to try: those before the one in use, and that one if its display is
 * another now. */
static int candidates_left(const struct idle_choice *choice)
{
	const struct attempt *used = choice->used;
	if (!used)
		return CANDIDATES;
	const char *where = candidate_where(used->which);
	return used->which + (where && strcmp(where, used->where ? used->where : "") != 0);
}

static int on_deferred(sd_event_source *source, void *user)
{
	struct idle_choice *choice = user;
	idle_retry_unwatch(choice->retry);
	while (!choice->tried && choice->next < candidates_left(choice))
		attempt_begin(choice, choice->next);
	plugins_unload(choice);
	if (!choice->tried && !choice->used)
		idle_retry_watch(choice->retry);
	choice->events.tried(choice->user);
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
		idle_choice_look(user);
	return 0;
}

void idle_choice_look(struct idle_choice *choice)
{
	idle_retry_reset(choice->retry);
	choose_again(choice);
}

const struct source_used *idle_choice_used(const struct idle_choice *choice)
{
	return choice->used ? &choice->used->used : NULL;
}

const char *idle_choice_why(const struct idle_choice *choice, int which)
{
	bool better = !choice->used || which < choice->used->which;
	return better ? candidate_why(which, choice->errors[which]) : NULL;
}

bool idle_choice_waits(const struct idle_choice *choice)
{
	return !choice->used && choice->tried;
}

bool idle_choice_is_open(const struct idle_choice *choice)
{
	int enabled = SD_EVENT_OFF;
	(void)sd_event_source_get_enabled(choice->deferred, &enabled);
	return !choice->used && (choice->tried || enabled != SD_EVENT_OFF);
}

static int idle_choice_init(struct idle_choice *choice)
{
	TRY(sd_event_add_defer(choice->event, &choice->deferred, on_deferred, choice));
	TRY(idle_retry_new(&choice->retry, choice->event, on_retry, choice));
	if (!choice->bus)
		return 0;
	return sd_bus_add_match_async(
		choice->bus, &choice->mutter,
		"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',"
		"arg0='" MUTTER_IDLE "'",
		on_mutter, NULL, choice);
}

int idle_choice_new(struct idle_choice **ret, sd_event *event, sd_bus *bus, const char *plugins,
		    const struct idle_choice_events *events, void *user)
{
	struct idle_choice *choice = calloc(1, sizeof(*choice));
	if (!choice)
		return -ENOMEM;
	*choice =
		(struct idle_choice){ .events = *events, .user = user, .folder = strdup(plugins) };
	choice->event = sd_event_ref(event);
	choice->bus = sd_bus_ref(bus);
	int r = choice->folder ? idle_choice_init(choice) : -ENOMEM;
	*ret = r < 0 ? idle_choice_free(choice) : choice;
	return r < 0 ? r : 0;
}

struct idle_choice *idle_choice_free(struct idle_choice *choice)
{
	if (!choice)
		return NULL;
	choice->used = attempt_free(choice->used);
	choice->tried = attempt_free(choice->tried);
	plugins_unload(choice);
	sd_event_source_disable_unref(choice->deferred);
	idle_retry_free(choice->retry);
	sd_bus_slot_unref(choice->mutter);
	sd_bus_unref(choice->bus);
	sd_event_unref(choice->event);
	free(choice->folder);
	free(choice);
	return NULL;
}
