/*
 * A bar is told when something changes and never asks by the clock: signals of limberd, its coming
 * and going, and one timer for the moment at which the line would say something else by itself. A
 * bar has no place for complaints, so a limberd that is not there is a line, too.
 */
#include "cli/limber/follow.h"

#include <time.h>

#include "cli/limber/loop.h"
#include "cli/limber/waybar.h"
#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"

struct follow {
	struct command *command;
	sd_event_source *timer, *soon; /* soon: after all signals that have come */
	struct waybar shown;
};

/* Asks, and tells when it differs from what the bar has. Returns the next moment to do so. */
static uint64_t follow_ask(struct follow *follow)
{
	STATUS_OWNED *status = status_try(follow->command);
	struct waybar now;
	waybar_make(status, &now);
	if (!follow->shown.class || !waybar_equal(&now, &follow->shown)) {
		struct json json = json_begin(stdout);
		waybar_print(&json, &now);
		fflush(stdout);
	}
	follow->shown = now;
	return status ? waybar_changes(status) : 0;
}

static int follow_timer(struct follow *follow, uint64_t when);

static int follow_soon(sd_event_source *source, void *user)
{
	struct follow *follow = user;
	return follow_timer(follow, follow_ask(follow));
}

static int follow_due(sd_event_source *source, uint64_t when, void *user)
{
	return follow_soon(source, user);
}

/* Not within a second, however often limberd should change its mind. */
static int follow_timer(struct follow *follow, uint64_t when)
{
	const uint64_t second = (uint64_t)USEC_PER_SEC;
	uint64_t least = when_now() + second;
	if (when == 0)
		return sd_event_source_set_enabled(follow->timer, SD_EVENT_OFF);
	int r = sd_event_source_set_time(follow->timer, when > least ? when : least);
	return r < 0 ? r : sd_event_source_set_enabled(follow->timer, SD_EVENT_ONESHOT);
}

static int follow_signal(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct follow *follow = user;
	return sd_event_source_set_enabled(follow->soon, SD_EVENT_ONESHOT);
}

static int follow_init(struct loop *loop, void *user)
{
	struct follow *follow = user;
	sd_event *event = loop->event;
	int r = bus_match_owner(follow->command, follow_signal, follow);
	if (r >= 0)
		r = bus_match_all(follow->command, follow_signal, follow);
	if (r >= 0)
		r = sd_event_add_time(event, &follow->timer, CLOCK_REALTIME, 0, 0, follow_due,
				      follow);
	if (r >= 0)
		r = sd_event_source_set_enabled(follow->timer, SD_EVENT_OFF);
	if (r >= 0)
		r = sd_event_add_defer(event, &follow->soon, follow_soon, follow);
	if (r >= 0)
		r = sd_event_source_set_priority(follow->soon, SD_EVENT_PRIORITY_IDLE);
	return r < 0 ? r : loop_follow_reader(loop);
}

enum exit_code follow_status(struct command *command)
{
	struct follow follow = { .command = command };
	enum exit_code code = EXIT_FINE;
	if (command_given(command, OPTION_FOLLOW)) {
		struct loop loop = { command, NULL, follow_init, NULL, &follow };
		code = loop_run(&loop);
		sd_event_source_unref(follow.timer);
		sd_event_source_unref(follow.soon);
		return code;
	}
	code = bus_open(command);
	if (code == EXIT_FINE)
		follow_ask(&follow);
	return code;
}
