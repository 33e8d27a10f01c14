/*
 * limber monitor: the signals of limberd, a line each, for people who look for a cause and for
 * scripts that wait for an event. It continues when limberd ends and starts.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/limber/recorder.h"
#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/loop.h"
#include "cli/shared/say.h"
#include "cli/shared/values.h"
#include "cli/shared/when.h"

struct monitor {
	struct command *command;
	struct json json;
};

/* Begin a line: the time, and the event. */
static void line_begin(struct monitor *monitor, const char *event)
{
	char clock[WHEN_SIZE];
	if (monitor->command->json) {
		monitor->json = json_start(stdout);
		json_moment(&monitor->json, "at", when_now());
		json_text(&monitor->json, "event", event);
	} else {
		when_clock(when_now(), clock);
		printf("%s  %s", clock, event);
	}
}

static void line_text(struct monitor *monitor, const char *key, const char *value)
{
	if (monitor->command->json)
		json_text(&monitor->json, key, value);
	else
		values_put(stdout, key, value);
}

static void line_number(struct monitor *monitor, const char *key, uint64_t value)
{
	if (monitor->command->json)
		json_number(&monitor->json, key, (int64_t)value);
	else
		printf(" %s=%ju", key, (uintmax_t)value);
}

static void line_values(struct monitor *monitor, sd_bus_message *message)
{
	if (monitor->command->json)
		values_json(&monitor->json, message);
	else
		values_print(stdout, message);
}

static void line_end(struct monitor *monitor)
{
	if (monitor->command->json) {
		json_finish(&monitor->json);
	} else {
		putchar('\n');
	}
	fflush(stdout);
}

/* Print the reminder of a path; the path of the manager has none. */
static void line_reminder(struct monitor *monitor, const char *path)
{
	BUS_CLEANUP(bus_free) char *reminder = NULL;
	if (sd_bus_path_decode(path, LIMBER_PATH_REMINDERS, &reminder) > 0)
		line_text(monitor, "reminder", reminder);
}

static const struct signal {
	const char *member, *event;
	const char *types;    /* of the arguments */
	const char *names[3]; /* to print them with; NULL: not printed */
	bool values;          /* an a{sv} follows */
} signals[] = {
	{ "Rang", "rang", "st", { "reminder", "card" }, true },
	{ "Stepped", "stepped", "st", { "reminder", "card" }, true },
	{ "Answered", "answered", "sts", { "reminder", "card", "outcome" }, true },
	{ "Noticed", "noticed", "stt", { "what" }, true },
	{ "PropertiesChanged", "changed", "s", { NULL }, true },
	{ "InterfacesAdded", "added", "o", { "reminder" }, false },
	{ "InterfacesRemoved", "removed", "o", { "reminder" }, false },
};

static void line_argument(struct monitor *monitor, sd_bus_message *message, char type,
			  const char *name)
{
	union {
		const char *text;
		uint64_t number;
	} value;
	if (sd_bus_message_read_basic(message, type, &value) < 0 || !name)
		return;
	if (type == 'o')
		line_reminder(monitor, value.text);
	else if (type == 't')
		line_number(monitor, name, value.number);
	else
		line_text(monitor, name, value.text);
}

static void signal_print(struct monitor *monitor, sd_bus_message *message,
			 const struct signal *signal)
{
	line_begin(monitor, signal->event);
	line_reminder(monitor, sd_bus_message_get_path(message));
	for (int i = 0; signal->types[i]; i++)
		line_argument(monitor, message, signal->types[i], signal->names[i]);
	if (signal->values)
		line_values(monitor, message);
	line_end(monitor);
}

/* A signal with unexpected arguments is skipped. */
static int on_signal(sd_bus_message *message, void *user, sd_bus_error *error)
{
	const char *types = sd_bus_message_get_signature(message, true);
	for (size_t i = 0; types && i < sizeof(signals) / sizeof(signals[0]); i++)
		if (sd_bus_message_is_signal(message, NULL, signals[i].member) &&
		    strncmp(types, signals[i].types, strlen(signals[i].types)) == 0)
			signal_print(user, message, &signals[i]);
	return 0;
}

static int on_owner(sd_bus_message *message, void *user, sd_bus_error *error)
{
	const char *name, *before, *after;
	if (sd_bus_message_read(message, "sss", &name, &before, &after) < 0)
		return 0;
	line_begin(user, after[0] ? "started" : "ended");
	line_end(user);
	return 0;
}

static int monitor_listen(struct loop *loop, void *user)
{
	TRY(bus_match_owner(loop->command, on_owner, user));
	TRY(bus_match_all(loop->command, on_signal, user));
	return loop_follow_reader(loop);
}

static enum exit_code monitor_begin(struct loop *loop, void *user)
{
	if (bus_owner(loop->command->bus) == 0)
		return bus_not_running(loop->command);
	line_begin(user, "listening");
	line_end(user);
	return EXIT_FINE;
}

/* ---- --record ---- */

/* A write error ends the recording. */
static int on_noticed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct recording *recording = user;
	int r = recording_add(recording, message);
	if (r < 0)
		(void)sd_event_exit(sd_bus_get_event(sd_bus_message_get_bus(message)),
				    EXIT_SUCCESS);
	return 0;
}

static int record_listen(struct loop *loop, void *user)
{
	const struct recording *recording = user;
	int r = bus_match(loop->command, "Noticed", on_noticed, user);
	return r < 0 || recording->out != stdout ? r : loop_follow_reader(loop);
}

static enum exit_code record_begin(struct loop *loop, void *user)
{
	if (bus_owner(loop->command->bus) == 0)
		return bus_not_running(loop->command);
	enum exit_code code = recording_begin(user);
	if (code == EXIT_FINE)
		lines_wrap_each(stderr,
				_("The recording holds your settings, health answers among them, "
				  "and paths: read it before you hand it on. Ctrl-C ends it."),
				0);
	return code;
}

/* Open a file readable by its owner only, also an existing one: it will hold health answers. */
static FILE *record_open(const char *path)
{
	struct stat status;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
	if (fd < 0)
		return NULL;
	bool file = fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
	if (file && status.st_mode & (S_IRWXG | S_IRWXO) && fchmod(fd, S_IRUSR | S_IWUSR) < 0) {
		close(fd);
		return NULL;
	}
	FILE *out = fdopen(fd, "w");
	if (!out)
		close(fd);
	return out;
}

static enum exit_code monitor_record(struct command *command, const char *path)
{
	bool given = strcmp(path, "-") == 0;
	struct recording recording = { .command = command,
				       .out = given ? stdout : record_open(path) };
	struct loop loop = { command, NULL, record_listen, record_begin, &recording };
	if (!recording.out)
		return complain(command, EXIT_REFUSED, _("%s cannot be written: %s"), path,
				strerror(errno));
	enum exit_code code = loop_run(&loop);
	bool lost = ferror(recording.out) != 0;
	if (!given && fclose(recording.out) != 0)
		lost = true;
	return lost ? complain(command, EXIT_REFUSED, _("%s could not be written."), path) : code;
}

enum exit_code verb_monitor(struct command *command)
{
	const char *path = command_given(command, OPTION_RECORD);
	if (path)
		return monitor_record(command, path);
	struct monitor monitor = { .command = command };
	struct loop loop = { command, NULL, monitor_listen, monitor_begin, &monitor };
	return loop_run(&loop);
}
