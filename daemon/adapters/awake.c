/*
 * The name of the application is taken from the desktop before logind, where the desktop holds all
 * inhibitors under its own name.
 */
#include "daemon/adapters/awake.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/text.h"
#include "daemon/adapters/levels.h"

#define KDE "org.kde.Solid.PowerManagement.PolicyAgent"
#define KDE_PATH "/org/kde/Solid/PowerManagement/PolicyAgent"
#define KDE_SCREEN 4 /* powerdevil, PolicyAgent::ChangeScreenSettings */
#define GNOME "org.gnome.SessionManager"
#define GNOME_PATH "/org/gnome/SessionManager"
#define GNOME_IDLE 8 /* gnome-session, org.gnome.SessionManager.xml: Inhibit */
#define XFCE "org.freedesktop.PowerManagement.Inhibit"
#define XFCE_PATH "/org/freedesktop/PowerManagement/Inhibit"
#define LOGIND "org.freedesktop.login1"

static void who_set(struct level *level, const char *who)
{
	memset(level->who, 0, sizeof(level->who));
	memcpy(level->who, who, text_fit(who, sizeof(level->who)));
}

/* 1 while it is on: then the next question asks who holds it. */
static int read_on(sd_bus_message *answer, struct level *level)
{
	int on = 0;
	int r = sd_bus_message_read(answer, "b", &on);
	level->on = on;
	level->count = on;
	return r < 0 ? r : on;
}

/* Pairs of application and reason. The list has inhibitors of other kinds too, so it gives no
 * count, and a name only if it has one entry. */
static int read_pairs(sd_bus_message *answer, struct level *level)
{
	const char *who = "", *why;
	int count = 0;
	int r = sd_bus_message_enter_container(answer, 'a', "(ss)");
	while (r >= 0 && (r = sd_bus_message_read(answer, "(ss)", &who, &why)) > 0)
		count++;
	if (r >= 0 && count == 1)
		who_set(level, who);
	return r;
}

/* The names of the applications. */
static int read_names(sd_bus_message *answer, struct level *level)
{
	const char *who = "";
	int count = 0;
	int r = sd_bus_message_enter_container(answer, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read(answer, "s", &who)) > 0)
		count++;
	if (r >= 0 && count > 0)
		level->count = count;
	if (r >= 0 && count == 1)
		who_set(level, who);
	return r;
}

/* The objects of the inhibitors, of all kinds; if there is one, the next question asks it. */
static int read_objects(sd_bus_message *answer, struct level *level)
{
	const char *path = "";
	int count = 0;
	int r = sd_bus_message_enter_container(answer, 'a', "o");
	while (r >= 0 && (r = sd_bus_message_read(answer, "o", &path)) > 0)
		count++;
	if (r < 0 || count != 1 || strlen(path) >= sizeof(level->path))
		return r;
	strcpy(level->path, path);
	return 1;
}

static int read_name(sd_bus_message *answer, struct level *level)
{
	const char *who;
	int r = sd_bus_message_read(answer, "s", &who);
	if (r >= 0)
		who_set(level, who);
	return r < 0 ? r : 0;
}

static const struct level_row desktops[] = {
	/* powerdevil, daemon/org.kde.Solid.PowerManagement.PolicyAgent.xml */
	{ .name = "KDE",
	  .service = KDE,
	  .signals = "interface='" KDE "',member='InhibitionsChanged'",
	  .questions = { { .path = KDE_PATH,
			   .interface = KDE,
			   .member = "HasInhibition",
			   .number = KDE_SCREEN,
			   .read = read_on },
			 { .path = KDE_PATH,
			   .interface = KDE,
			   .member = "ListInhibitions",
			   .read = read_pairs } } },
	/* gnome-session, gnome-session/org.gnome.SessionManager.xml; also Cinnamon and MATE */
	{ .name = "GNOME",
	  .service = GNOME,
	  .signals = "interface='" GNOME "'",
	  .questions = { { .path = GNOME_PATH,
			   .interface = GNOME,
			   .member = "IsInhibited",
			   .number = GNOME_IDLE,
			   .read = read_on },
			 { .path = GNOME_PATH,
			   .interface = GNOME,
			   .member = "GetInhibitors",
			   .read = read_objects },
			 { .interface = GNOME ".Inhibitor",
			   .member = "GetAppId",
			   .read = read_name } } },
	/* xfce4-power-manager, src/org.freedesktop.PowerManagement.Inhibit.xml. KDE has the same
	 * interface for sleep only, hence the name that only Xfce owns. */
	{ .name = "Xfce",
	  .service = "org.xfce.PowerManager",
	  .signals = "interface='" XFCE "',member='HasInhibitChanged'",
	  .questions = { { .path = XFCE_PATH,
			   .interface = XFCE,
			   .member = "HasInhibit",
			   .read = read_on },
			 { .path = XFCE_PATH,
			   .interface = XFCE,
			   .member = "GetInhibitors",
			   .read = read_names } } },
};

/* "sleep:idle" has the word "idle". */
static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = words; at; at = strchr(at, ':')) {
		at += *at == ':';
		if (strncmp(at, word, length) == 0 && (at[length] == ':' || at[length] == '\0'))
			return true;
	}
	return false;
}

/* The inhibitors of all users: what, who, why, mode, user, process. */
static int read_inhibitors(sd_bus_message *answer, struct level *level)
{
	const char *what, *who, *why, *mode;
	uint32_t uid, pid;
	int r = sd_bus_message_enter_container(answer, 'a', "(ssssuu)");
	while (r >= 0 && (r = sd_bus_message_read(answer, "(ssssuu)", &what, &who, &why, &mode,
						  &uid, &pid)) > 0) {
		if (uid != getuid() || strcmp(mode, "block") != 0 || !has_word(what, "idle"))
			continue;
		level->on = true;
		level->count++;
		who_set(level, who);
	}
	return r < 0 ? r : 0;
}

/* org.freedesktop.login1(5). PropertiesChanged of BlockInhibited follows each change. */
static const struct level_row system_rows[] = {
	{ .name = "logind",
	  .service = LOGIND,
	  .signals = "path='/org/freedesktop/login1',interface='org.freedesktop.DBus.Properties',"
		     "member='PropertiesChanged',arg0='" LOGIND ".Manager'",
	  .questions = { { .path = "/org/freedesktop/login1",
			   .interface = LOGIND ".Manager",
			   .member = "ListInhibitors",
			   .read = read_inhibitors } } },
};

enum { DESKTOPS = sizeof(desktops) / sizeof(desktops[0]) };

struct awake {
	struct awake_events events;
	void *user;
	struct levels *session, *system;
	const char *source;    /* awake_source() */
	struct level reported; /* by the last call of events.changed */
};

/* Add a row to the sum of all. */
static void row_add(struct awake *awake, struct level *sum, const struct level_row *row,
		    const struct level *level)
{
	if (!level->known)
		return;
	if (!awake->source[0])
		awake->source = row->name;
	sum->known = true;
	sum->count += level->count;
	if (level->on && !sum->who[0])
		memcpy(sum->who, level->who, sizeof(sum->who));
	sum->on |= level->on;
}

static void on_changed(void *user)
{
	struct awake *awake = user;
	struct level sum = { 0 };
	awake->source = "";
	for (int i = 0; i < DESKTOPS; i++)
		row_add(awake, &sum, &desktops[i], levels_get(awake->session, i));
	row_add(awake, &sum, &system_rows[0], levels_get(awake->system, 0));
	if (memcmp(&sum, &awake->reported, sizeof(sum)) == 0)
		return;
	bool more = sum.on && sum.count > awake->reported.count;
	awake->reported = sum;
	awake->events.changed(
		awake->user, &(struct awake_level){ sum.known, sum.on, more, awake->reported.who });
}

int awake_session_up(struct awake *awake, sd_bus *bus)
{
	return levels_up(awake->session, bus);
}

int awake_system_up(struct awake *awake, sd_bus *bus)
{
	return levels_up(awake->system, bus);
}

void awake_system_down(struct awake *awake)
{
	levels_down(awake->system);
	on_changed(awake);
}

void awake_again(struct awake *awake)
{
	levels_reread(awake->session);
	levels_reread(awake->system);
}

const char *awake_source(const struct awake *awake)
{
	return awake->source;
}

int awake_new(struct awake **ret, const struct awake_events *events, void *user)
{
	struct awake *awake = calloc(1, sizeof(*awake));
	if (!awake)
		return -ENOMEM;
	awake->events = *events;
	awake->user = user;
	awake->source = "";
	int r = levels_new(&awake->session, desktops, DESKTOPS, on_changed, awake);
	if (r >= 0)
		r = levels_new(&awake->system, system_rows, 1, on_changed, awake);
	*ret = r < 0 ? awake_free(awake) : awake;
	return r < 0 ? r : 0;
}

struct awake *awake_free(struct awake *awake)
{
	if (!awake)
		return NULL;
	levels_free(awake->session);
	levels_free(awake->system);
	free(awake);
	return NULL;
}
