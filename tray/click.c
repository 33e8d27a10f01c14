/*
 * Most entries are one call to limberd, sent without waiting: the change of its state brings the
 * new icon. Calls start nobody.
 */
#include "tray/click.h"

#include <stdarg.h>
#include <stdlib.h>

#include "cli/shared/bus.h"
#include "tray/launch.h"
#include "tray/notice.h"
#include "tray/tray.h"

void notice(struct tray *tray, const char *text)
{
	(void)sd_bus_call_method_async(
		tray->bus, NULL, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
		"org.freedesktop.Notifications", "Notify", NULL, NULL, "susssasa{sv}i", "Limber", 0,
		"limber", "Limber", text, 0, 1, "desktop-entry", "s", "limber", -1);
}

void notice_no_terminal(struct tray *tray)
{
	notice(tray, _("No terminal could be opened: set TERMINAL to the program that is one."));
}

static int on_reply(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	const sd_bus_error *failed = sd_bus_message_get_error(reply);
	if (failed)
		notice(user, failed->message ? failed->message : failed->name);
	return 0;
}

/* A call to an object of limberd. */
static int call(struct tray *tray, const char *path, const char *interface, const char *method,
		sd_bus_message_handler_t answered, const char *types, ...)
{
	BUS_MESSAGE *message = NULL;
	va_list list;
	TRY(sd_bus_message_new_method_call(tray->bus, &message, LIMBER_BUS_NAME, path, interface,
					   method));
	TRY(sd_bus_message_set_auto_start(message, false));
	va_start(list, types);
	int r = types[0] ? sd_bus_message_appendv(message, types, list) : 0;
	va_end(list);
	TRY(r);
	return sd_bus_call_async(tray->bus, NULL, message, answered, tray, 0);
}

#define CALL(method, answered, ...)                                                                \
	call(tray, LIMBER_PATH, LIMBER_MANAGER, method, answered, __VA_ARGS__)

/* An item without timed steps has nothing to play: then its card is up, and that is all. */
static int on_rung(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct tray *tray = user;
	if (sd_bus_message_is_method_error(reply, NULL))
		return on_reply(reply, user, error);
	return CALL("Play", NULL, "ts", (uint64_t)0, "start");
}

/* What the card that is up asks for, or else a card of the reminder whose sitting is shown. */
static int start_stretch(struct tray *tray)
{
	char *path = NULL;
	if (tray->face.card)
		return CALL("Play", on_reply, "ts", (uint64_t)0, "start");
	int r = sd_bus_path_encode(LIMBER_PATH_REMINDERS, tray->face.counted, &path);
	if (r >= 0)
		r = call(tray, path, LIMBER_REMINDER, "Ring", on_rung, "");
	free(path);
	return r;
}

static int open_terminal(struct tray *tray, const char *words)
{
	if (launch_terminal(tray, words) < 0)
		notice_no_terminal(tray);
	return 0;
}

int click_do(struct tray *tray, enum click what)
{
	switch (what) {
	case CLICK_DONE:
		return CALL("Answer", on_reply, "tss", (uint64_t)0, "done", "");
	case CLICK_LATER:
		return CALL("Answer", on_reply, "tss", (uint64_t)0, "snoozed", "");
	case CLICK_START:
		return start_stretch(tray);
	case CLICK_PAUSE_HOUR:
		return CALL("Pause", on_reply, "ss", "1h", "");
	case CLICK_PAUSE_DAY:
		return CALL("Pause", on_reply, "ss", "tomorrow", "");
	case CLICK_RESUME:
		return CALL("Resume", on_reply, "");
	case CLICK_ON:
		return launch_on(tray);
	case CLICK_TODAY:
		return open_terminal(tray, "status");
	case CLICK_SETTINGS:
		return open_terminal(tray, "config edit");
	case CLICK_DOCTOR:
		return open_terminal(tray, "doctor");
	case CLICK_NONE:
	case CLICK_COUNT:
		break;
	}
	return 0;
}
