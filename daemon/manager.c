/* org.limberd.Limber1.Manager: decode, one call, encode. */
#include "daemon/manager.h"

#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/contract.h"
#include "core/state_text.h"
#include "daemon/cleanup.h"
#include "daemon/dict.h"
#include "daemon/request.h"
#include "daemon/status.h"

#define _(text) gettext(text)

#define PAUSE_LENGTH USEC_PER_HOUR /* of a pause without an end */

static int on_reload(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	int r = app_reload(app);
	if (r == -EINVAL)
		return sd_bus_error_setf(error, LIMBER_ERROR_BAD_CONFIGURATION,
					 _("%s (%zu errors; the old plan runs on)"),
					 app->config_errors.lines[0], app->config_errors.count);
	return r < 0 ? r : sd_bus_reply_method_return(call, NULL);
}

static int on_pause(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_PAUSE };
	struct result result;
	const char *until;
	int r = sd_bus_message_read(call, "ss", &until, &event.pause.why);
	if (r >= 0)
		r = request_until(user, until, PAUSE_LENGTH, &event.pause.until, error);
	struct realtime ends = event.pause.until;
	if (r >= 0)
		r = request_send(user, &event, &result, error);
	return r < 0 ? r : sd_bus_reply_method_return(call, "t", moment_out(ends));
}

static int send_and_reply(sd_bus_message *call, struct app *app, struct event *event,
			  sd_bus_error *error)
{
	struct result result;
	int r = request_send(app, event, &result, error);
	return r < 0 ? r : sd_bus_reply_method_return(call, NULL);
}

static int on_resume(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_RESUME };
	return send_and_reply(call, user, &event, error);
}

/* "desk: the snooze", or only "the pause". */
static int on_undo(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	struct event event = { .kind = EVENT_UNDO };
	struct result result;
	char what[128];
	int r = request_send(app, &event, &result, error);
	if (r < 0)
		return r;
	bool of_one = result.reminder != REMINDER_ANY;
	snprintf(what, sizeof(what), "%s%s%s",
		 of_one ? app_plan(app)->reminders[result.reminder].name : "", of_one ? ": " : "",
		 _(words_undone(result.undone)));
	return sd_bus_reply_method_return(call, "s", what);
}

static int on_status(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)error;
	_cleanup_message_ sd_bus_message *reply = NULL;
	int r = sd_bus_message_new_method_return(call, &reply);
	if (r >= 0)
		r = status_append(reply, user);
	return r < 0 ? r : sd_bus_send(NULL, reply, NULL);
}

static int on_explain(sd_bus_message *call, void *user, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	const char *name;
	int index = status_next(user, clock_now());
	int r = sd_bus_message_read(call, "s", &name);
	if (r >= 0 && name[0] != '\0')
		r = request_reminder(user, name, &index, error);
	if (r < 0)
		return r;
	if (index == REMINDER_ANY)
		index = 0;
	r = sd_bus_message_new_method_return(call, &reply);
	if (r >= 0)
		r = status_append_reasons(reply, user, index);
	return r < 0 ? r : sd_bus_send(NULL, reply, NULL);
}

/* The parts of the state, each under its name. */
static int on_get_state(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)error;
	struct app *app = user;
	char part[STATE_TEXT_SIZE];
	_cleanup_free_ char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return -ENOMEM;
	state_print(&app->state, part);
	fprintf(stream, "[]\n%s", part);
	for (int i = 0; i < app->state.count; i++) {
		state_print_reminder(&app->state.reminders[i], part);
		fprintf(stream, "[%s]\n%s", app->state.reminders[i].name, part);
	}
	if (fclose(stream) != 0)
		return -ENOMEM;
	return sd_bus_reply_method_return(call, "s", text);
}

static int on_presence(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_PRESENT, .present = ABSENT_BY_HAND };
	const char *what;
	uint64_t length;
	int r = sd_bus_message_read(call, "st", &what, &length);
	if (r < 0)
		return r;
	if (length != 0)
		return sd_bus_error_set(error, LIMBER_ERROR_BAD_VALUE,
					_("Away and back have no length: it must be 0."));
	if (strcmp(what, "away") == 0) {
		event.kind = EVENT_ABSENT;
		event.absent.why = ABSENT_BY_HAND;
		event.absent.since = clock_now().boot;
	} else if (strcmp(what, "back") != 0) {
		return sd_bus_error_setf(error, LIMBER_ERROR_BAD_VALUE,
					 _("\"%.60s\" is neither away nor back."), what);
	}
	return send_and_reply(call, user, &event, error);
}

static const char *const attach_names[] = { LIMBER_SESSION_VARIABLES };

static bool is_attach_name(const char *name)
{
	for (size_t i = 0; i < sizeof(attach_names) / sizeof(attach_names[0]); i++)
		if (strcmp(name, attach_names[i]) == 0)
			return true;
	return false;
}

static int on_attach(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)error;
	const char *name, *value;
	int r = sd_bus_message_enter_container(call, 'a', "{ss}");
	while (r >= 0 && (r = sd_bus_message_read(call, "{ss}", &name, &value)) > 0)
		if (is_attach_name(name))
			r = app_attach(user, name, value);
	if (r < 0)
		return r;
	app_attached(user);
	return sd_bus_reply_method_return(call, NULL);
}

static int on_register_display(sd_bus_message *call, void *user, sd_bus_error *error)
{
	(void)error;
	uint64_t display;
	const char *client = sd_bus_message_get_sender(call);
	int r = app_add_display(user, client, &display);
	if (r >= 0)
		r = sd_bus_reply_method_return(call, "t", display);
	/* After the reply: a display knows that it is one when its first card comes. */
	if (r >= 0)
		app_display_came(user, client);
	return r;
}

static int on_answer(sd_bus_message *call, void *user, sd_bus_error *error)
{
	uint64_t card;
	const char *outcome, *until;
	int r = sd_bus_message_read(call, "tss", &card, &outcome, &until);
	if (r >= 0)
		r = request_answer(user, card, REMINDER_ANY, outcome, until, error);
	return r < 0 ? r : sd_bus_reply_method_return(call, NULL);
}

static int get_version(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *user, sd_bus_error *error)
{
	(void)bus, (void)path, (void)interface, (void)property, (void)error;
	const struct app *app = user;
	return sd_bus_message_append_basic(reply, 's', app->version);
}

static int get_store_path(sd_bus *bus, const char *path, const char *interface,
			  const char *property, sd_bus_message *reply, void *user,
			  sd_bus_error *error)
{
	(void)bus, (void)path, (void)interface, (void)property, (void)error;
	const struct app *app = user;
	return sd_bus_message_append_basic(reply, 's', app->store ? store_path(app->store) : "");
}

static int get_holds(sd_bus *bus, const char *path, const char *interface, const char *property,
		     sd_bus_message *reply, void *user, sd_bus_error *error)
{
	(void)bus, (void)path, (void)interface, (void)property, (void)error;
	struct moment now = clock_now();
	return status_append_holds(reply, user, status_next(user, now), now);
}

static int get_sitting(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *user, sd_bus_error *error)
{
	(void)bus, (void)path, (void)interface, (void)property, (void)error;
	const struct app *app = user;
	return sd_bus_message_append(reply, "b", app->state.presence.absences == 0);
}

/* Anyone on the user's own bus may call. */
#define CALLABLE SD_BUS_VTABLE_UNPRIVILEGED

const sd_bus_vtable manager_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD_WITH_ARGS("Reload", SD_BUS_NO_ARGS, SD_BUS_NO_RESULT, on_reload, CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Pause", SD_BUS_ARGS("s", until, "s", why),
				SD_BUS_RESULT("t", ends), on_pause, CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Resume", SD_BUS_NO_ARGS, SD_BUS_NO_RESULT, on_resume, CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Undo", SD_BUS_NO_ARGS, SD_BUS_RESULT("s", what), on_undo,
				CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Status", SD_BUS_NO_ARGS, SD_BUS_RESULT("a{sv}", status), on_status,
				CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("GetState", SD_BUS_NO_ARGS, SD_BUS_RESULT("s", text), on_get_state,
				CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Explain", SD_BUS_ARGS("s", reminder),
				SD_BUS_RESULT("s", name, "a(sa{sv}s)", reasons), on_explain,
				CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Presence", SD_BUS_ARGS("s", what, "t", length), SD_BUS_NO_RESULT,
				on_presence, CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Attach", SD_BUS_ARGS("a{ss}", environment), SD_BUS_NO_RESULT,
				on_attach, CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("RegisterDisplay", SD_BUS_ARGS("as", features),
				SD_BUS_RESULT("t", display), on_register_display, CALLABLE),
	SD_BUS_METHOD_WITH_ARGS("Answer", SD_BUS_ARGS("t", card, "s", outcome, "s", until),
				SD_BUS_NO_RESULT, on_answer, CALLABLE),
	SD_BUS_PROPERTY("Version", "s", get_version, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("StorePath", "s", get_store_path, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("Holds", "a(stts)", get_holds, 0, 0),
	SD_BUS_PROPERTY("Sitting", "b", get_sitting, 0, 0),
	SD_BUS_SIGNAL_WITH_ARGS("Rang", SD_BUS_ARGS("s", reminder, "t", card), 0),
	SD_BUS_SIGNAL_WITH_ARGS("Answered", SD_BUS_ARGS("s", reminder, "t", card, "s", outcome), 0),
	SD_BUS_SIGNAL_WITH_ARGS("CardShown", SD_BUS_ARGS("t", card, "a{sv}", content), 0),
	SD_BUS_SIGNAL_WITH_ARGS("CardClosed", SD_BUS_ARGS("t", card, "s", outcome), 0),
	SD_BUS_VTABLE_END,
};
