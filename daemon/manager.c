/* org.limberd.Limber1.Manager: decode, one call, encode. */
#include "daemon/manager.h"
#include "daemon/diary.h"

#include <errno.h>
#include <libintl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/base/utf8.h"
#include "core/codec/state_text.h"
#include "core/policy/due.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/display.h"
#include "daemon/reconfigure.h"
#include "daemon/request.h"
#include "daemon/status.h"

#define _(text) gettext(text)

static int on_reload(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	int r = app_reload(app);
	if (r == -EINVAL)
		return reconfigure_error(&app->config_errors, LIMBER_ERROR_BAD_CONFIGURATION,
					 _("Until that is right the old plan runs on."), error);
	return r < 0 ? r : sd_bus_reply_method_return(call, NULL);
}

/* The loop ends after this step; the reply is sent before the connection is closed. */
static int on_quit(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct app *app = user;
	int r = sd_bus_reply_method_return(call, NULL);
	return r < 0 ? r : sd_event_exit(app->event, 0);
}

static int on_set(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return request_set(call, user, NULL, error);
}

static int on_unset(sd_bus_message *call, void *user, sd_bus_error *error)
{
	return request_unset(call, user, NULL, error);
}

static int on_get_configuration(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const struct app *app = user;
	_cleanup_free_ char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return -ENOMEM;
	config_print(app->config, stream);
	if (fclose(stream) != 0)
		return -ENOMEM;
	utf8_clean(text);
	return sd_bus_reply_method_return(call, "s", text);
}

static int on_status(sd_bus_message *call, void *user, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	app_follow_store(user);
	(void)app_diary(user);
	TRY(sd_bus_message_new_method_return(call, &reply));
	TRY(status_append(reply, user));
	return sd_bus_send(NULL, reply, NULL);
}

/* The reply has no name and no reasons if no card is planned. */
static int on_explain(sd_bus_message *call, void *user, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	const struct app *app = user;
	const char *name;
	int index = due_first(app_plan(app), &app->state, clock_now());
	TRY(args_read(call, error, "s", &name));
	if (name[0] != '\0')
		TRY(request_reminder(user, name, &index, error));
	TRY(sd_bus_message_new_method_return(call, &reply));
	TRY(status_append_reasons(reply, user, index));
	return sd_bus_send(NULL, reply, NULL);
}

/* The texts of the state, each under its name in brackets. */
static int on_get_state(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	char part[STATE_TEXT_SIZE];
	_cleanup_free_ char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return -ENOMEM;
	state_print(&app->state, part);
	fprintf(stream, "[]\n%s", part);
	state_print_reported(&app->state, part);
	fputs(part, stream);
	for (int i = 0; i < app->state.count; i++) {
		state_print_reminder(&app->state.reminders[i], part);
		fprintf(stream, "[%s]\n%s", app->state.reminders[i].name, part);
	}
	if (fclose(stream) != 0)
		return -ENOMEM;
	utf8_clean(text);
	return sd_bus_reply_method_return(call, "s", text);
}

/* More than any variable needs, and small enough for the environment of a child. */
enum { ATTACH_VALUE_MAX = 4096 };

static int attach_too_long(const char *name, sd_bus_error *error)
{
	return error_say(error, LIMBER_ERROR_BAD_VALUE, _("%.40s has more than %d bytes."), name,
			 ATTACH_VALUE_MAX);
}

static int on_attach(sd_bus_message *call, void *user, sd_bus_error *error)
{
	const char *name, *value;
	int r = sd_bus_message_enter_container(call, 'a', "{ss}");
	while (r >= 0 && (r = args_read(call, error, "{ss}", &name, &value)) > 0)
		r = strlen(value) > ATTACH_VALUE_MAX ? attach_too_long(name, error)
						     : app_attach(name, value);
	if (r < 0)
		return r;
	app_attached(user);
	return sd_bus_reply_method_return(call, NULL);
}

static int on_register_display(sd_bus_message *call, void *user, sd_bus_error *error)
{
	uint64_t display;
	const char *client = sd_bus_message_get_sender(call);
	int r = app_add_display(user, client, &display);
	if (r == -EDQUOT)
		return error_say(error, LIMBER_ERROR_REFUSED,
				 _("There are %d displays already, and no more are possible."),
				 DISPLAYS_MAX);
	TRY(r);
	TRY(sd_bus_reply_method_return(call, "t", display));
	/* After the reply, so that a client knows its number before its first card. */
	display_registered(user, client);
	return 1;
}

static int on_answer(sd_bus_message *call, void *user, sd_bus_error *error)
{
	uint64_t card;
	const char *outcome, *until;
	int r = args_read(call, error, "tss", &card, &outcome, &until);
	return r < 0 ? r : request_answer(call, user, card, REMINDER_ANY, outcome, until, error);
}

static int get_store_path(sd_bus *bus, const char *path, const char *interface,
			  const char *property, sd_bus_message *reply, void *user,
			  sd_bus_error *error)
{
	const struct app *app = user;
	const char *store = app->store ? store_path(app->store) : "";
	/* A path that is not UTF-8 is not sent: cleaned it would name another file. */
	return sd_bus_message_append_basic(reply, 's', utf8_good(store) ? store : "");
}

static int get_holds(sd_bus *bus, const char *path, const char *interface, const char *property,
		     sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct moment now = clock_now();
	const struct app *app = user;
	return status_append_holds(reply, app, due_first(app_plan(app), &app->state, now), now);
}

static int get_sitting(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *user, sd_bus_error *error)
{
	const struct app *app = user;
	return sd_bus_message_append(reply, "b", app->state.presence.absences == 0);
}

/* Anyone on the user's own bus may call. */
#define METHOD(name, arguments, result, handler)                                                   \
	SD_BUS_METHOD_WITH_ARGS(name, SD_BUS_ARGS arguments, SD_BUS_RESULT result, handler,        \
				SD_BUS_VTABLE_UNPRIVILEGED)

const sd_bus_vtable manager_vtable[] = {
	SD_BUS_VTABLE_START(0),
	METHOD("Reload", (NULL), (NULL), on_reload),
	METHOD("Quit", (NULL), (NULL), on_quit),
	METHOD("Set", ("a{ss}", values, "b", runtime), ("a(sss)", changes, "as", notes), on_set),
	METHOD("Unset", ("as", keys, "b", runtime), ("a(sss)", changes, "as", notes), on_unset),
	METHOD("AddReminder", ("s", name, "a{ss}", values, "b", runtime),
	       ("a{sv}", outcome, "as", notes), request_add),
	METHOD("RemoveReminder", ("s", name, "b", runtime), ("a{sv}", outcome, "as", notes),
	       request_remove),
	METHOD("GetConfiguration", (NULL), ("s", text), on_get_configuration),
	METHOD("Begin", ("s", what), ("a{sv}", outcome), request_begin),
	METHOD("End", ("s", what), ("a{sv}", outcome), request_end),
	METHOD("Pause", ("s", until, "s", why), ("a{sv}", outcome), request_pause),
	METHOD("Resume", (NULL), ("a{sv}", outcome), request_resume),
	METHOD("Undo", (NULL), ("a{sv}", outcome), request_undo),
	METHOD("Status", (NULL), ("a{sv}", status), on_status),
	METHOD("GetState", (NULL), ("s", text), on_get_state),
	METHOD("Explain", ("s", reminder), ("s", name, "a(sa{sv}s)", reasons), on_explain),
	METHOD("Presence", ("s", what, "t", length), ("a{sv}", outcome), request_presence),
	METHOD("Attach", ("a{ss}", environment), (NULL), on_attach),
	METHOD("RegisterDisplay", ("as", features), ("t", display), on_register_display),
	METHOD("Answer", ("t", card, "s", outcome, "s", until), ("a{sv}", outcome), on_answer),
	METHOD("Inhibit", ("s", why), ("h", fd), request_inhibit),
	METHOD("Amend", ("t", sequence, "a{sv}", values), ("a{sv}", outcome), request_amend),
	METHOD("Record", ("s", kind, "a{sv}", values), ("a{sv}", outcome), request_record),
	METHOD("Play", ("t", card, "s", what), ("s", reminder), request_play),
	METHOD("Cues", ("s", item, "b", voice), ("s", cues, "s", why), request_cues),
	METHOD("Another", ("t", card), ("a{sv}", outcome), request_another),
	METHOD("Drink", ("s", amount), ("a{sv}", outcome), request_drink),
	SD_BUS_PROPERTY("Version", "s", NULL, offsetof(struct app, version),
			SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("StorePath", "s", get_store_path, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("Holds", "a(stts)", get_holds, 0,
			SD_BUS_VTABLE_PROPERTY_EMITS_INVALIDATION),
	SD_BUS_PROPERTY("Sitting", "b", get_sitting, 0, SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	SD_BUS_SIGNAL_WITH_ARGS("Rang", SD_BUS_ARGS("s", reminder, "t", card, "a{sv}", values), 0),
	SD_BUS_SIGNAL_WITH_ARGS(
		"Answered", SD_BUS_ARGS("s", reminder, "t", card, "s", outcome, "a{sv}", values),
		0),
	SD_BUS_SIGNAL_WITH_ARGS("Stepped", SD_BUS_ARGS("s", reminder, "t", card, "a{sv}", values),
				0),
	SD_BUS_SIGNAL_WITH_ARGS(
		"Noticed", SD_BUS_ARGS("s", event, "t", boottime, "t", realtime, "a{sv}", values),
		0),
	SD_BUS_SIGNAL_WITH_ARGS("CardShown", SD_BUS_ARGS("t", card, "a{sv}", content), 0),
	SD_BUS_SIGNAL_WITH_ARGS("CardChanged", SD_BUS_ARGS("t", card, "a{sv}", content), 0),
	SD_BUS_SIGNAL_WITH_ARGS("CardClosed", SD_BUS_ARGS("t", card, "s", outcome), 0),
	SD_BUS_VTABLE_END,
};
