/*
 * tray: the icon in the panel, on and off at each login, and whether it is seen. The service
 * manager has a unit of it; without one, or without the unit, an autostart file of the user does.
 */
#include "cli/limber/tray.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/limber/exec.h"
#include "cli/limber/verbs.h"
#include "cli/shared/autostart.h"
#include "cli/shared/bus.h"
#include "cli/shared/json.h"
#include "cli/shared/say.h"
#include "cli/shared/unit.h"
#include "core/base/moment.h"

#define WATCHER "org.kde.StatusNotifierWatcher"
#define UNIT_TRAY "limber-tray.service"
/* As the unit has it: the thread's own cache of freed memory gains nothing here. */
#define TUNABLES "GLIBC_TUNABLES=glibc.malloc.tcache_count=0"
/* It starts and ends in milliseconds. */
#define TRAY_PATIENCE (5 * USEC_PER_SEC)

/* ---- who is there ---- */

#define DRIVER(method)                                                                             \
	(&(const struct member){ "org.freedesktop.DBus", "/org/freedesktop/DBus",                  \
				 "org.freedesktop.DBus", method })

/* The process that has this name on the bus, 0 for none. */
static uint32_t owner_of(sd_bus *bus, const char *name)
{
	BUS_MESSAGE *reply = NULL;
	uint32_t pid = 0;
	if (bus_try(bus, DRIVER("GetConnectionUnixProcessID"), NULL, &reply, "s", name) >= 0)
		sd_bus_message_read_basic(reply, 'u', &pid);
	return pid;
}

static void name_of(uint32_t pid, char out[32])
{
	char path[64];
	(void)!snprintf(path, sizeof(path), "/proc/%u/comm", pid);
	FILE *file = fopen(path, "re");
	if (!file || !fgets(out, 32, file))
		(void)!snprintf(out, 32, "%u", pid);
	out[strcspn(out, "\n")] = '\0';
	if (file)
		fclose(file);
}

/* Whether an item is ours: ":1.7/StatusNotifierItem", ":1.7@/StatusNotifierItem" and the like. */
static bool names(const char *item, const char *unique)
{
	size_t length = strlen(unique);
	return length > 0 && strncmp(item, unique, length) == 0 &&
	       strchr("/@", item[length]); /* or its end */
}

/* Whether a panel draws icons, and has been given ours. */
static bool is_shown(sd_bus *bus)
{
	BUS_MESSAGE *items = NULL;
	BUS_MESSAGE *owner = NULL;
	const char *item, *unique = "";
	bool host = false, ours = false;
	int yes = 0;
	static const char path[] = "/StatusNotifierWatcher";
	if (sd_bus_get_property_trivial(bus, WATCHER, path, WATCHER,
					"IsStatusNotifierHostRegistered", NULL, 'b', &yes) >= 0)
		host = yes;
	if (bus_try(bus, DRIVER("GetNameOwner"), NULL, &owner, "s", LIMBER_TRAY_NAME) >= 0)
		sd_bus_message_read_basic(owner, 's', &unique);
	if (!host || sd_bus_get_property(bus, WATCHER, path, WATCHER,
					 "RegisteredStatusNotifierItems", NULL, &items, "as") < 0)
		return false;
	if (sd_bus_message_enter_container(items, 'a', "s") < 0)
		return false;
	while (sd_bus_message_read_basic(items, 's', &item) > 0)
		ours |= names(item, unique);
	return ours;
}

/* ---- on and off ---- */

/* Waits until limber-tray is there, or is not; the match comes first. */
static int on_owner(sd_bus_message *message, void *user, sd_bus_error *error)
{
	return 0;
}

static bool wait_until(sd_bus *bus, bool there)
{
	for (int turns = 0; (owner_of(bus, LIMBER_TRAY_NAME) != 0) != there; turns++) {
		int r = sd_bus_process(bus, NULL);
		if (r < 0 || turns > 100)
			return false;
		if (r == 0 && sd_bus_wait(bus, (uint64_t)TRAY_PATIENCE) <= 0)
			return false;
	}
	return true;
}

static int owner_match(sd_bus *bus, sd_bus_slot **slot)
{
	return sd_bus_add_match(bus, slot,
				"type='signal',sender='org.freedesktop.DBus',"
				"member='NameOwnerChanged',arg0='" LIMBER_TRAY_NAME "'",
				on_owner, NULL);
}

static void spawn(const char *program)
{
	pid_t pid = fork();
	if (pid != 0)
		return;
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	setsid();
	putenv((char[]){ TUNABLES });
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		dup2(null, fd); /* a pipe for our output ends with us */
	execl(program, program, (char *)NULL);
	_exit(EXIT_FAILURE);
}

/* Without a service manager: now, and at each login of a desktop that reads autostart files. */
static enum exit_code on_by_hand(struct command *command)
{
	char program[PATH_MAX];
	BUS_CLEANUP(sd_bus_slot_unrefp) sd_bus_slot *slot = NULL;
	if (!exec_find("limber-tray", program))
		return complain(command, EXIT_REFUSED,
				_("%s cannot be run (%s): install Limber again."), program,
				strerror(errno));
	int r = autostart_write(AUTOSTART_TRAY, "env " TUNABLES " ", program, "");
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("The autostart file of the icon could not be written: %s"),
				strerror(-r));
	if (owner_of(command->bus, LIMBER_TRAY_NAME))
		return EXIT_FINE;
	if (owner_match(command->bus, &slot) >= 0)
		spawn(program);
	return wait_until(command->bus, true)
		       ? EXIT_FINE
		       : complain(command, EXIT_REFUSED, _("%s does not start."), program);
}

static enum exit_code tray_on(struct command *command)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	if (unit_enable(command->bus, UNIT_TRAY, &error) < 0)
		return on_by_hand(command);
	(void)autostart_remove(AUTOSTART_TRAY);
	int r = owner_of(command->bus, LIMBER_TRAY_NAME)
			? 0
			: unit_start(command->bus, UNIT_TRAY, &error);
	if (r < 0)
		return complain(command, EXIT_REFUSED,
				_("limber-tray could not be started: %s.\n"
				  "What it said: journalctl --user -u limber-tray"),
				unit_why(r, &error));
	return EXIT_FINE;
}

static enum exit_code tray_off(struct command *command)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	BUS_CLEANUP(sd_bus_slot_unrefp) sd_bus_slot *slot = NULL;
	int r = unit_stop(command->bus, UNIT_TRAY, &error);
	if (r >= 0 || bus_absent(&error))
		r = autostart_remove(AUTOSTART_TRAY);
	if (r < 0)
		return complain(command, EXIT_REFUSED, _("The icon is not off for good: %s"),
				unit_why(r, &error));
	uint32_t pid = owner_of(command->bus, LIMBER_TRAY_NAME);
	if (!pid)
		return EXIT_FINE;
	if (owner_match(command->bus, &slot) < 0 || kill((pid_t)pid, SIGTERM) < 0 ||
	    !wait_until(command->bus, false))
		return complain(command, EXIT_REFUSED,
				_("limber-tray does not end. End it:  kill %u"), pid);
	return EXIT_FINE;
}

/* ---- what is so ---- */

static enum exit_code tray_say(struct command *command)
{
	sd_bus *bus = command->bus;
	bool on = unit_enabled(bus, UNIT_TRAY) || autostart_exists(AUTOSTART_TRAY);
	bool runs = owner_of(bus, LIMBER_TRAY_NAME) != 0, shown = runs && is_shown(bus);
	uint32_t panel = owner_of(bus, WATCHER);
	char name[32] = "";
	if (panel)
		name_of(panel, name);
	if (command->json) {
		struct json json = json_begin(stdout);
		json_open(&json, NULL, '{');
		json_bool(&json, "on", on);
		json_bool(&json, "runs", runs);
		json_bool(&json, "shown", shown);
		json_text(&json, "panel", name);
		json_close(&json, '}');
		json_end(&json);
	} else if (!on && !runs) {
		say_wrapped(_("The icon in the panel is off. On: limber tray on"));
	} else if (!runs) {
		say_wrapped(
			_("The icon in the panel is on, but limber-tray does not run now. Start "
			  "it: limber tray on"));
	} else if (shown) {
		say_wrapped(_("The icon in the panel is on, and shown by %s."), name);
	} else {
		say_wrapped(_("The icon is on, but nothing here shows it. It appears as soon as a "
			      "panel with a tray does, such as waybar (module tray), xfce4-panel "
			      "(Status Tray Plugin), Plasma, or GNOME with the extension "
			      "AppIndicator."));
	}
	return EXIT_FINE;
}

enum exit_code verb_tray(struct command *command)
{
	static const struct {
		const char *word;
		enum exit_code (*run)(struct command *command);
	} words[] = { { "on", tray_on }, { "off", tray_off } };
	enum exit_code code = command->count == 0 ? bus_open(command) : EXIT_USAGE;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && command->count > 0; i++)
		if (strcmp(words[i].word, command->words[0]) == 0) {
			code = bus_open(command);
			if (code == EXIT_FINE)
				code = words[i].run(command);
		}
	if (code == EXIT_USAGE)
		return command_misused(command);
	return code == EXIT_FINE ? tray_say(command) : code;
}

void tray_attach(struct command *command)
{
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	if (unit_enabled(command->bus, UNIT_TRAY))
		(void)unit_start(command->bus, UNIT_TRAY, &error);
}
