/*
 * limberd sends PropertiesChanged with each change of its state, and nothing while nothing
 * happens; its status is then read, one call at a time. A limberd that goes or comes is seen by
 * the owner of its name. Calls start nobody: after `limber off` it stays off.
 */
#include <stdlib.h>

#include "cli/shared/when.h"
#include "tray/tray.h"

static const uint64_t second = (uint64_t)USEC_PER_SEC;

static int ask(struct tray *tray);

/* Sets the one timer, at least a second ahead. */
static int timer_set(struct tray *tray)
{
	const struct face *face = &tray->face;
	uint64_t when = face->changes, least = when_now() + second;
	if (face->stale > 0 && (when == 0 || face->stale < when))
		when = face->stale;
	if (when == 0)
		return sd_event_source_set_enabled(tray->timer, SD_EVENT_OFF);
	int r = sd_event_source_set_time(tray->timer, when > least ? when : least);
	return r < 0 ? r : sd_event_source_set_enabled(tray->timer, SD_EVENT_ONESHOT);
}

static int shown(struct tray *tray, const struct face *before)
{
	TRY(item_changed(tray, before));
	TRY(menu_changed(tray, before));
	return timer_set(tray);
}

/* NULL: limberd is not there. */
static int show(struct tray *tray, const struct status *status)
{
	struct face before = tray->face;
	face_make(status, &tray->face);
	return shown(tray, &before);
}

static int on_timer(sd_event_source *source, uint64_t when, void *user)
{
	struct tray *tray = user;
	struct face before = tray->face;
	if (before.stale > 0 && when_now() >= before.stale)
		return ask(tray);
	face_pass(&tray->face, when_now());
	return shown(tray, &before);
}

static int on_status(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct tray *tray = user;
	struct status *status = NULL;
	tray->asking = sd_bus_slot_unref(tray->asking);
	if (!sd_bus_message_is_method_error(reply, NULL)) {
		status = malloc(sizeof(*status));
		if (!status || status_read(reply, status) < 0) {
			free(status);
			return 0;
		}
	}
	int r = show(tray, status);
	free(status);
	if (r >= 0 && tray->again)
		r = ask(tray);
	return r;
}

static int ask(struct tray *tray)
{
	BUS_MESSAGE *call = NULL;
	tray->again = tray->asking != NULL;
	if (tray->again)
		return 0;
	TRY(sd_bus_message_new_method_call(tray->bus, &call, LIMBER_BUS_NAME, LIMBER_PATH,
					   LIMBER_MANAGER, "Status"));
	TRY(sd_bus_message_set_auto_start(call, false));
	return sd_bus_call_async(tray->bus, &tray->asking, call, on_status, tray, 0);
}

static int on_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	return ask(user);
}

static int on_owner(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct tray *tray = user;
	const char *after;
	int r = sd_bus_message_read(message, "sss", NULL, NULL, &after);
	if (r < 0)
		return 0;
	tray->asking = sd_bus_slot_unref(tray->asking);
	return after[0] ? ask(tray) : show(tray, NULL);
}

int limberd_begin(struct tray *tray)
{
	TRY(sd_event_add_time(tray->event, &tray->timer, CLOCK_REALTIME, 0, second, on_timer,
			      tray));
	TRY(sd_event_source_set_enabled(tray->timer, SD_EVENT_OFF));
	TRY(sd_bus_add_match(tray->bus, NULL,
			     "type='signal',sender='org.freedesktop.DBus',"
			     "member='NameOwnerChanged',arg0='" LIMBER_BUS_NAME "'",
			     on_owner, tray));
	TRY(sd_bus_match_signal(tray->bus, NULL, LIMBER_BUS_NAME, LIMBER_PATH,
				"org.freedesktop.DBus.Properties", "PropertiesChanged", on_changed,
				tray));
	face_make(NULL, &tray->face);
	return ask(tray);
}
