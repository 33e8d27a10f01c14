/* The rows are in the order of `limber doctor`. */
#include "daemon/sources.h"

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/codec/status_fields.h"
#include "daemon/adapters/candidate.h"
#include "daemon/adapters/dict.h"
#include "daemon/app.h"

#define _(text) gettext(text)

enum { OTHERS_SIZE = 512 };

static struct source ok(const char *name)
{
	return (struct source){ SOURCE_OK, name, "" };
}

static struct source missing(const char *note)
{
	return (struct source){ SOURCE_MISSING, "", note };
}

static struct source describe_idle(const struct app *app)
{
	const char *name = app->idle ? idle_name(app->idle) : "";
	if (name[0] && !idle_is_hint(app->idle))
		return (struct source){
			SOURCE_OK, name,
			idle_is_input_only(app->idle)
				? ""
				: _("While a film plays it does not report that you "
				    "went. When you get up then: limber away")
		};
	if (name[0])
		return (struct source){ SOURCE_LIMITED, name,
					_("Only your desktop's own word that you are idle, which "
					  "comes late or never. When you get up: limber away") };
	if (app->idle && idle_waits(app->idle))
		return missing(_("Your display server does not answer: Limber counts you "
				 "as sitting while the screen is unlocked."));
	if (!app->has_session && !(app->lock && lock_source(app->lock)[0]))
		return missing(_("Keyboard and screen lock cannot be seen here: Limber "
				 "counts you as sitting. When you leave: limber away"));
	return missing(
		_("Keyboard and mouse cannot be seen here: Limber counts you as sitting while the "
		  "screen is unlocked. When you get up: limber away"));
}

static struct source describe_gamepad(const struct app *app)
{
	static char name[32];
	if (app->pads && pads_count(app->pads) > 0) {
		snprintf(name, sizeof(name), "%d", pads_count(app->pads));
		return ok(name);
	}
	if (!app->pads || pads_denied(app->pads) == 0)
		return (struct source){ SOURCE_UNUSED, "", "" };
	return missing(_("This session may not read the gamepad, so a game counts as an "
			 "absence. After it: limber sat 1h"));
}

/* The better sources and why they are not used: "Wayland: …; GNOME: …". */
static const char *idle_others(const struct app *app)
{
	static char others[OTHERS_SIZE];
	size_t length = 0;
	others[0] = '\0';
	for (int i = 0; app->idle && i < CANDIDATES; i++) {
		const char *why = idle_passed_over(app->idle, i);
		if (why && length < sizeof(others))
			length += (size_t)snprintf(others + length, sizeof(others) - length, "%s%s",
						   length > 0 ? "; " : "", why);
	}
	return others;
}

static struct source describe_lock(const struct app *app)
{
	static char both[64];
	const char *locker = app->lock ? lock_source(app->lock) : "";
	snprintf(both, sizeof(both), "logind, %s", locker);
	if (locker[0] || app->has_session)
		return ok(!locker[0] ? "logind" : app->has_session ? both : locker);
	return missing(_("A locked screen cannot be seen. When you go: limber away"));
}

static struct source describe_sleep(const struct app *app)
{
	if (app->logind && logind_delays(app->logind))
		return ok("logind");
	return missing(_("Sleep is not announced; it is noticed at the wake-up."));
}

static struct source describe_call(const struct app *app)
{
	const char *server = app->recorders ? recorders_source(app->recorders) : "";
	if (server[0])
		return (struct source){ SOURCE_OK, server, "" };
	if (app->state.busy[BUSY_CALL].known)
		return (struct source){ SOURCE_LIMITED, _("microphone"),
					_("Bluetooth headsets are not seen. In such a call: "
					  "limber pause") };
	return missing(_("There is no sound card, so calls are not seen. In one: "
			 "limber pause"));
}

static struct source describe_awake(const struct app *app)
{
	const char *name = app->awake ? awake_source(app->awake) : "";
	if (name[0])
		return ok(name);
	return missing(_("Videos and the like are not seen: without input you are away."));
}

static struct source describe_dnd(const struct app *app)
{
	const char *name = app->dnd ? dnd_source(app->dnd) : "";
	if (name[0])
		return ok(name);
	return missing(_("The desktop's do-not-disturb is not seen. For time without "
			 "cards: limber pause"));
}

static struct source describe_fullscreen(const struct app *app)
{
	if (!(app_plan(app)->never_during & NEVER_FULLSCREEN))
		return (struct source){ SOURCE_UNUSED, "", "" };
	if (app->idle && idle_sees_screen(app->idle))
		return ok(idle_name(app->idle));
	return missing(_("Your desktop does not report whether a window fills the screen. "
			 "For time without cards: limber pause"));
}

/* A notification server that has to be started, and limber-notify, need a display. */
static struct source describe_display(const struct app *app)
{
	static const char *const names[] = { "WAYLAND_DISPLAY", "DISPLAY" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);
		if (value && value[0])
			return ok(value);
	}
	return (struct source){
		SOURCE_LIMITED, "",
		_("limberd knows no display of your session. In it: limber attach")
	};
}

static const struct {
	const char *kind;
	struct source (*describe)(const struct app *app);
	const char *(*others)(const struct app *app); /* NULL: there are none */
} sources[] = {
	{ "idle", describe_idle, idle_others }, { "gamepad", describe_gamepad, NULL },
	{ "lock", describe_lock, NULL },        { "sleep", describe_sleep, NULL },
	{ "call", describe_call, NULL },        { "awake", describe_awake, NULL },
	{ "dnd", describe_dnd, NULL },          { "fullscreen", describe_fullscreen, NULL },
	{ "display", describe_display, NULL },
};

static const char *const states[] = {
	[SOURCE_MISSING] = "missing",
	[SOURCE_LIMITED] = "limited",
	[SOURCE_OK] = "ok",
};

struct source_values {
	STATUS_SOURCE_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
};

#define FIELD(kind, member, key, help)                                                             \
	{ key, STATUS_BUS_TYPE_##kind, offsetof(struct source_values, member), NULL },
static const struct dict_field fields[] = { STATUS_SOURCE_FIELDS(FIELD,
								 STATUS_NO_MEMBER){ .key = NULL } };

int sources_append(sd_bus_message *reply, const struct app *app)
{
	TRY(sd_bus_message_open_container(reply, 'a', "a{sv}"));
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
		struct source source = sources[i].describe(app);
		if (source.state == SOURCE_UNUSED)
			continue;
		struct source_values values = {
			.kind = sources[i].kind,
			.name = source.name,
			.state = states[source.state],
			.note = source.note,
			.others = sources[i].others ? sources[i].others(app) : "",
		};
		TRY(dict_fields(reply, fields, &values, NULL));
	}
	return sd_bus_message_close_container(reply);
}
