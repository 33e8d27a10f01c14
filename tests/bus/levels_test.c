/*
 * Do-not-disturb, inhibitors of idleness and the lock, from invented services on a private bus,
 * which reply by the rows. Rows also check that a reply of the wrong type changes nothing.
 */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "daemon/adapters/awake.h"
#include "daemon/adapters/dnd.h"
#include "daemon/adapters/lock.h"
#include "tests/bus/loop.h"
#include "tests/bus/private_bus.h"

/* What a service answers to a member: one value, in words. */
struct reply {
	const char *member, *type, *value;
};

struct fixture {
	sd_event *event;
	sd_bus *bus, *service;
	struct levels *dnd;
	struct awake *awake;
	struct levels *lock;
	const struct reply *replies;
	const char *name; /* the service has it now */
	int asked, told;
	char said[128];
};

static struct private_bus private_bus;

static void on_dnd(void *user)
{
	struct fixture *f = user;
	const char *who = dnd_who(f->dnd);
	bool known = dnd_source(f->dnd)[0];
	snprintf(f->said, sizeof(f->said), "dnd %s", !known ? "gone" : who[0] ? who : "off");
	f->told++;
}

static void on_awake(void *user, const struct awake_level *level)
{
	struct fixture *f = user;
	snprintf(f->said, sizeof(f->said), "awake %s%s%s%s",
		 !level->known ? "gone"
		 : level->on   ? "on"
			       : "off",
		 level->more ? " more" : "", level->who[0] ? " " : "", level->who);
	f->told++;
}

static void on_lock(void *user)
{
	struct fixture *f = user;
	const char *source = lock_source(f->lock);
	snprintf(f->said, sizeof(f->said), "lock %s%s", lock_is_on(f->lock) ? "on " : "",
		 source[0] ? source : "gone");
	f->told++;
}

/* "idle block me" is an inhibitor of logind, "App" an application, "/a" an object. */
static int append_words(sd_bus_message *reply, const char *type, const char *value)
{
	char text[256], *rest = text, *word;
	snprintf(text, sizeof(text), "%s", value);
	sd_bus_message_open_container(reply, 'a', type + 1);
	while ((word = strsep(&rest, ",")) && word[0]) {
		char what[64] = "", mode[64] = "", who[64] = "";
		sscanf(word, "%63s %63s %63s", what, mode, who);
		if (strcmp(type, "a(ssssuu)") == 0)
			sd_bus_message_append(reply, "(ssssuu)", what, who, "why", mode,
					      strcmp(who, "other") == 0 ? getuid() + 1 : getuid(),
					      1);
		else if (strcmp(type, "a(ss)") == 0)
			sd_bus_message_append(reply, "(ss)", word, "why");
		else
			sd_bus_message_append(reply, type + 1, word);
	}
	return sd_bus_message_close_container(reply);
}

static int append(sd_bus_message *reply, const struct reply *with)
{
	if (with->type[0] == 'a')
		return append_words(reply, with->type, with->value);
	if (strcmp(with->type, "vb") == 0)
		return sd_bus_message_append(reply, "v", "b", with->value[0] == '1');
	if (strcmp(with->type, "vvb") == 0)
		return sd_bus_message_append(reply, "v", "v", "b", with->value[0] == '1');
	if (strncmp(with->type, "va", 2) == 0) {
		int r = sd_bus_message_open_container(reply, 'v', with->type + 1);
		if (r >= 0)
			r = append_words(reply, with->type + 1, with->value);
		return r < 0 ? r : sd_bus_message_close_container(reply);
	}
	if (strcmp(with->type, "vs") == 0)
		return sd_bus_message_append(reply, "v", "s", with->value);
	if (strcmp(with->type, "b") == 0)
		return sd_bus_message_append(reply, "b", with->value[0] == '1');
	return sd_bus_message_append(reply, with->type, with->value);
}

static int on_call(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct fixture *f = user;
	sd_bus_message *reply = NULL;
	const char *member = sd_bus_message_get_member(call);
	if (!f->replies || sd_bus_message_is_method_call(call, NULL, NULL) <= 0)
		return 0;
	f->asked++;
	for (const struct reply *at = f->replies; at->member; at++) {
		if (strcmp(at->member, member) != 0)
			continue;
		if (strcmp(at->type, "error") == 0)
			return sd_bus_reply_method_errorf(call, at->value, "no");
		assert_true(sd_bus_message_new_method_return(call, &reply) >= 0);
		assert_true(append(reply, at) >= 0);
		assert_true(sd_bus_send(NULL, reply, NULL) >= 0);
		sd_bus_message_unref(reply);
		return 1;
	}
	(void)error;
	return sd_bus_reply_method_errorf(call, SD_BUS_ERROR_UNKNOWN_METHOD, "no");
}

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define KDE "org.kde.Solid.PowerManagement.PolicyAgent"
#define GNOME "org.gnome.SessionManager"
#define PORTAL "org.freedesktop.portal.Desktop"

static const struct {
	const char *name; /* of the service */
	struct reply replies[4];
	const char *said;
} cases[] = {
	{ NOTIFICATIONS, { { "Get", "vb", "1" } }, "dnd KDE" },
	{ NOTIFICATIONS, { { "Get", "vb", "0" } }, "dnd off" },
	{ NOTIFICATIONS, { { "Get", "vas", "default" } }, "dnd off" },
	{ NOTIFICATIONS, { { "Get", "vas", "default,do-not-disturb" } }, "dnd mako" },
	{ NOTIFICATIONS, { { "Get", "vas", "dnd" } }, "dnd mako" },
	{ NOTIFICATIONS, { { "ListModes", "as", "dnd" } }, "" },
	{ NOTIFICATIONS, { { "Get", "vs", "1" } }, "" },
	{ NOTIFICATIONS, { { "Get", "b", "1" } }, "" },
	{ NOTIFICATIONS, { { "Get", "s", "" } }, "" },
	{ NOTIFICATIONS, { { "Get", "vao", "/dnd" } }, "" },
	{ NOTIFICATIONS, { { "Nothing", "b", "1" } }, "" },
	{ "org.erikreider.swaync.cc", { { "GetDnd", "b", "1" } }, "dnd swaync" },
	{ "org.erikreider.swaync.cc", { { "GetDnd", "b", "0" } }, "dnd off" },
	{ "org.xfce.Xfconf", { { "GetProperty", "vb", "1" } }, "dnd Xfce" },
	{ "org.xfce.Xfconf",
	  { { "GetProperty", "error", "org.xfce.Xfconf.Error.PropertyNotFound" } },
	  "dnd off" },
	{ "org.xfce.Xfconf", { { "GetProperty", "error", SD_BUS_ERROR_FAILED } }, "" },
	{ PORTAL, { { "Read", "vvb", "0" } }, "dnd GNOME" },
	{ PORTAL, { { "Read", "vvb", "1" } }, "dnd off" },
	{ PORTAL, { { "Read", "vb", "0" } }, "dnd GNOME" },
	{ PORTAL, { { "Read", "vs", "0" } }, "" },
	{ PORTAL, { { "Read", "error", "org.freedesktop.portal.Error.NotFound" } }, "" },
	{ "org.gnome.Shell", { { "Ping", "", "" } }, "dnd off" },
	{ KDE, { { "HasInhibition", "b", "0" } }, "awake off" },
	{ KDE,
	  { { "HasInhibition", "b", "1" }, { "ListInhibitions", "a(ss)", "Firefox" } },
	  "awake on more Firefox" },
	{ KDE,
	  { { "HasInhibition", "b", "1" }, { "ListInhibitions", "a(ss)", "Firefox,VLC" } },
	  "awake on more" },
	{ KDE,
	  { { "HasInhibition", "b", "1" }, { "ListInhibitions", "b", "1" } },
	  "awake on more" },
	{ KDE, { { "HasInhibition", "b", "1" } }, "awake on more" },
	{ KDE, { { "HasInhibition", "s", "1" } }, "" },
	{ GNOME, { { "IsInhibited", "b", "0" } }, "awake off" },
	{ GNOME,
	  { { "IsInhibited", "b", "1" },
	    { "GetInhibitors", "ao", "/a" },
	    { "GetAppId", "s", "totem" } },
	  "awake on more totem" },
	{ GNOME,
	  { { "IsInhibited", "b", "1" }, { "GetInhibitors", "ao", "/a,/b" } },
	  "awake on more" },
	{ GNOME,
	  { { "IsInhibited", "b", "1" }, { "GetInhibitors", "as", "/a" } },
	  "awake on more" },
	{ "org.xfce.PowerManager",
	  { { "HasInhibit", "b", "1" }, { "GetInhibitors", "as", "mpv" } },
	  "awake on more mpv" },
	{ "org.freedesktop.login1",
	  { { "ListInhibitors", "a(ssssuu)", "sleep delay limberd" } },
	  "awake off" },
	{ "org.freedesktop.login1",
	  { { "ListInhibitors", "a(ssssuu)", "sleep:idle block mpv,shutdown block x" } },
	  "awake on more mpv" },
	{ "org.freedesktop.login1",
	  { { "ListInhibitors", "a(ssssuu)", "idle delay x,idles block y,idle block other" } },
	  "awake off" },
	{ "org.freedesktop.login1", { { "ListInhibitors", "as", "idle" } }, "" },
	{ "org.gnome.ScreenSaver", { { "GetActive", "b", "1" } }, "lock on GNOME" },
	{ "org.gnome.ScreenSaver", { { "GetActive", "b", "0" } }, "lock GNOME" },
	{ "org.gnome.ScreenSaver", { { "GetActive", "s", "1" } }, "" },
	{ "org.cinnamon.ScreenSaver", { { "GetActive", "b", "1" } }, "lock on Cinnamon" },
	{ "org.mate.ScreenSaver", { { "GetActive", "b", "1" } }, "lock on MATE" },
	{ "org.xfce.ScreenSaver", { { "GetActive", "b", "1" } }, "lock on Xfce" },
	{ "org.freedesktop.ScreenSaver", { { "GetActive", "b", "1" } }, "lock on freedesktop" },
	{ "org.freedesktop.ScreenSaver", { { "Inhibit", "b", "1" } }, "" },
};

static void connect_bus(sd_bus **ret, sd_event *event)
{
	assert_true(private_bus_connect(&private_bus, ret) >= 0);
	assert_true(sd_bus_attach_event(*ret, event, 0) >= 0);
}

static void service_begin(struct fixture *f, const char *name, const struct reply *replies)
{
	f->replies = replies;
	f->name = name;
	f->asked = f->told = 0;
	f->said[0] = '\0';
	assert_true(sd_bus_request_name(f->service, name, 0) >= 0);
}

static void service_end(struct fixture *f)
{
	assert_true(sd_bus_release_name(f->service, f->name) >= 0);
	loop_settle(f->event, 5000);
	f->replies = NULL;
}

static int fixture_init(void **state)
{
	static const struct awake_events awake_events = { on_awake };
	struct fixture *f = calloc(1, sizeof(*f));
	assert_true(sd_event_new(&f->event) >= 0);
	connect_bus(&f->bus, f->event);
	connect_bus(&f->service, f->event);
	assert_true(sd_bus_add_filter(f->service, NULL, on_call, f) >= 0);
	assert_int_equal(dnd_new(&f->dnd, on_dnd, f), 0);
	assert_int_equal(awake_new(&f->awake, &awake_events, f), 0);
	assert_int_equal(lock_new(&f->lock, on_lock, f), 0);
	assert_true(levels_up(f->lock, f->bus) >= 0);
	assert_true(levels_up(f->dnd, f->bus) >= 0);
	assert_true(awake_session_up(f->awake, f->bus) >= 0);
	assert_true(awake_system_up(f->awake, f->bus) >= 0);
	loop_settle(f->event, 20000);
	assert_int_equal(f->told, 0);
	*state = f;
	return 0;
}

static int fixture_finish(void **state)
{
	struct fixture *f = *state;
	levels_free(f->dnd);
	awake_free(f->awake);
	levels_free(f->lock);
	sd_bus_flush_close_unref(f->bus);
	sd_bus_flush_close_unref(f->service);
	sd_event_unref(f->event);
	free(f);
	return 0;
}

/* How many questions were asked is no measure: some replies have no second one. */
static void dialects(void **state)
{
	struct fixture *f = *state;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		const char *said = cases[i].said;
		service_begin(f, cases[i].name, cases[i].replies);
		loop_until(f->event, said[0] ? &f->told : &f->asked, 1);
		loop_settle(f->event, 5000);
		row_check(&rows, strcmp(f->said, said) == 0, "%s: \"%s\", not \"%s\"",
			  cases[i].name, f->said, said);
		service_end(f);
		row_check(&rows, !said[0] || strstr(f->said, " gone"), "%s went: \"%s\"",
			  cases[i].name, f->said);
	}
	rows_end(&rows);
}

/* A signal is a reason to ask, and its own words are not believed. */
static void signals(void **state)
{
	static const struct reply off[] = { { "GetDnd", "b", "0" }, { NULL, NULL, NULL } };
	static const struct reply on[] = { { "GetDnd", "b", "1" }, { NULL, NULL, NULL } };
	struct fixture *f = *state;
	service_begin(f, "org.erikreider.swaync.cc", off);
	assert_true(loop_until(f->event, &f->told, 1));
	assert_string_equal(dnd_source(f->dnd), "swaync");
	f->replies = on;
	for (int i = 0; i < 50; i++)
		assert_true(sd_bus_emit_signal(f->service, "/org/erikreider/swaync/cc",
					       "org.erikreider.swaync.cc", "Subscribe", "s",
					       "rubbish") >= 0);
	assert_true(loop_until(f->event, &f->told, 2));
	loop_settle(f->event, 5000);
	assert_string_equal(f->said, "dnd swaync");
	assert_int_equal(f->told, 2);
	service_end(f);
	assert_string_equal(f->said, "dnd gone");
	assert_string_equal(dnd_source(f->dnd), "");
}

/* A change without a signal is found by levels_reread(). */
static void asked_again(void **state)
{
	static const struct reply off[] = { { "GetDnd", "b", "0" }, { NULL, NULL, NULL } };
	static const struct reply on[] = { { "GetDnd", "b", "1" }, { NULL, NULL, NULL } };
	struct fixture *f = *state;
	service_begin(f, "org.erikreider.swaync.cc", on);
	assert_true(loop_until(f->event, &f->told, 1));
	assert_string_equal(f->said, "dnd swaync");
	f->replies = off;
	levels_reread(f->dnd);
	assert_true(loop_until(f->event, &f->told, 2));
	levels_reread(f->dnd);
	loop_settle(f->event, 5000);
	assert_int_equal(f->told, 2);
	service_end(f);
	assert_string_equal(f->said, "dnd gone");
}

/* Two lockers: the screen is locked while one reports it; a locker that exits does not. */
static void lockers(void **state)
{
	static const struct reply on[] = { { "GetActive", "b", "1" }, { NULL, NULL, NULL } };
	static const struct reply off[] = { { "GetActive", "b", "0" }, { NULL, NULL, NULL } };
	struct fixture *f = *state;
	service_begin(f, "org.freedesktop.ScreenSaver", on);
	assert_true(loop_until(f->event, &f->told, 1));
	assert_true(lock_is_on(f->lock));
	service_begin(f, "org.mate.ScreenSaver", off);
	assert_true(loop_until(f->event, &f->told, 1));
	assert_string_equal(f->said, "lock on MATE");
	assert_true(sd_bus_release_name(f->service, "org.freedesktop.ScreenSaver") >= 0);
	assert_true(loop_until(f->event, &f->told, 2));
	assert_string_equal(f->said, "lock MATE");
	f->replies = on;
	assert_true(sd_bus_emit_signal(f->service, "/org/mate/ScreenSaver", "org.mate.ScreenSaver",
				       "ActiveChanged", "b", 0) >= 0);
	assert_true(loop_until(f->event, &f->told, 3));
	assert_string_equal(f->said, "lock on MATE");
	service_end(f);
	assert_string_equal(f->said, "lock gone");
}

/* A signal of somebody else is no reason to ask. */
static void strangers(void **state)
{
	static const struct reply off[] = { { "GetDnd", "b", "0" }, { NULL, NULL, NULL } };
	struct fixture *f = *state;
	sd_bus *stranger;
	connect_bus(&stranger, f->event);
	service_begin(f, "org.erikreider.swaync.cc", off);
	assert_true(loop_until(f->event, &f->told, 1));
	f->asked = 0;
	assert_true(sd_bus_emit_signal(stranger, "/org/erikreider/swaync/cc",
				       "org.erikreider.swaync.cc", "Subscribe", "") >= 0);
	assert_true(sd_bus_flush(stranger) >= 0);
	loop_settle(f->event, 20000);
	assert_int_equal(f->asked, 0);
	service_end(f);
	sd_bus_flush_close_unref(stranger);
}

#define test(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
	const struct CMUnitTest tests[] = { test(dialects), test(signals), test(asked_again),
					    test(lockers), test(strangers) };
	if (!private_bus_init(&private_bus)) {
		print_message("%s\n", private_bus.address);
		return 1;
	}
	int r = cmocka_run_group_tests(tests, NULL, NULL);
	private_bus_finish(&private_bus);
	return r;
}
