/*
 * Calls every method that limberd introspects, on every object, with hostile values and with
 * signatures that are not its own. Each call has to be answered, well or with an error, within
 * two seconds. The order is the same in each run.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <systemd/sd-bus.h>

#include "core/base/contract.h"
#include "tests/patience.h"

enum { ROUNDS = 300, LONG = 64 * 1024, MANY = 2000, CLIENTS = 60, OBJECTS_MAX = 16, DEEP = 20 };

#define ANSWER_WITHIN ((uint64_t)(2000000 * machine_busy()))

static sd_bus *bus;
static unsigned calls, failures, dice = 1;
static char long_text[LONG + 1], wide_text[LONG + 1];

static const char *const texts[] = {
	"",
	"\n\n",
	"\x01\x02\x7f\x1b[2J",
	"%s%n%n%x%99999999d",
	long_text,
	wide_text,
	"-1s",
	"99999999999999999999h",
	"0",
	"tomorrow 99:99",
	"monday monday",
	"1h30",
	"30d",
	"23:59",
	"done",
	"partly",
	"skipped",
	"snoozed",
	"not_shown",
	"natural",
	"away",
	"back",
	"standing",
	"desk",
	"bedtime",
	"Desk",
	"../../etc/passwd",
	"DISPLAY",
	"XAUTHORITY",
	"A=B=C",
	"\xf0\x9f\xa6\xb5",
	"'; DROP TABLE history; --",
	"{until}{why}{",
	"Ledger",
	LIMBER_MANAGER, /* NOLINT(bugprone-suspicious-missing-comma): names made of parts */
	LIMBER_REMINDER,
	"org.freedesktop.DBus.Properties",
};

static const uint64_t numbers[] = {
	0, 1, 2, 3, 255, 65535, INT32_MAX, UINT32_MAX, INT64_MAX, UINT64_MAX, UINT64_C(1) << 63,
};

static const char *const paths[] = {
	"/",
	LIMBER_PATH,
	LIMBER_PATH_REMINDERS "/desk",
	LIMBER_PATH_REMINDERS "/_",
};

/* Instead of what a method wants. */
static const char *const signatures[] = {
	"",      "s",         "t",          "sss", "tttt", "v", "as", "a{sv}",    "a{ss}",
	"aaaas", "(s(t(v)))", "ssssssssss", "o",   "g",    "d", "b",  "a{s(tv)}", "ay",
};

static unsigned roll(unsigned sides)
{
	dice = dice * 1103515245 + 12345;
	return (dice >> 16) % sides;
}

#define PICK(table) ((table)[roll(sizeof(table) / sizeof((table)[0]))])

static int append(sd_bus_message *call, const char *types, size_t length, int depth);

/* The bytes of the first complete type. */
static size_t type_length(const char *types)
{
	static const char opens[] = "({", closes[] = ")}";
	size_t at = 0;
	while (types[at] == 'a')
		at++;
	if (!strchr(opens, types[at]))
		return at + 1;
	int open = 0;
	do {
		open += strchr(opens, types[at]) != NULL;
		open -= strchr(closes, types[at]) != NULL;
		at++;
	} while (open > 0);
	return at;
}

static int append_basic(sd_bus_message *call, char type)
{
	uint64_t number = PICK(numbers);
	int flag = (int)roll(2), fd = 0;
	double real = (double)number * -1e300;
	switch (type) {
	case 's':
		return sd_bus_message_append_basic(call, type, PICK(texts));
	case 'o':
		return sd_bus_message_append_basic(call, type, PICK(paths));
	case 'g':
		return sd_bus_message_append_basic(call, type, PICK(signatures));
	case 'b':
		return sd_bus_message_append_basic(call, type, &flag);
	case 'd':
		return sd_bus_message_append_basic(call, type, &real);
	case 'h':
		return sd_bus_message_append_basic(call, type, &fd);
	default:
		return sd_bus_message_append_basic(call, type, &number);
	}
}

static int append_container(sd_bus_message *call, char kind, const char *types, size_t length,
			    unsigned times, int depth)
{
	char contents[64];
	snprintf(contents, sizeof(contents), "%.*s", (int)length, types);
	int r = sd_bus_message_open_container(call, kind, contents);
	for (unsigned i = 0; r >= 0 && i < times; i++)
		r = append(call, contents, length, depth + 1);
	return r < 0 ? r : sd_bus_message_close_container(call);
}

/* Few elements most often, for texts can be long; many of them now and then. */
static unsigned elements(int depth)
{
	if (depth > 1)
		return roll(2);
	return roll(8) == 0 ? MANY / 50 : roll(4);
}

/* Variants within variants, then some text. */
static int append_variant(sd_bus_message *call, int depth)
{
	return append_container(call, 'v', depth < DEEP && roll(4) ? "v" : "s", 1, 1, depth);
}

static int append_one(sd_bus_message *call, const char *type, size_t length, int depth)
{
	switch (type[0]) {
	case 'a':
		return append_container(call, 'a', type + 1, length - 1, elements(depth), depth);
	case '(':
		return append_container(call, 'r', type + 1, length - 2, 1, depth);
	case '{':
		return append_container(call, 'e', type + 1, length - 2, 1, depth);
	case 'v':
		return append_variant(call, depth);
	default:
		return append_basic(call, type[0]);
	}
}

static int append(sd_bus_message *call, const char *types, size_t length, int depth)
{
	int r = 0;
	for (size_t at = 0; r >= 0 && at < length;) {
		size_t one = type_length(types + at);
		r = append_one(call, types + at, one, depth);
		at += one;
	}
	return r;
}

struct method {
	const char *path, *interface, *name, *types;
};

static void complain(const struct method *method, const char *types, const char *why)
{
	printf("%s %s.%s(%s): %s\n", method->path, method->interface, method->name, types, why);
	failures++;
}

/* Cards and signals received meanwhile. */
static void drain(void)
{
	while (sd_bus_process(bus, NULL) > 0)
		continue;
}

static void call_with(const struct method *method, const char *types)
{
	static const char *const silent[] = {
		"org.freedesktop.DBus.Error.NoReply",
		"org.freedesktop.DBus.Error.Timeout",
		"org.freedesktop.DBus.Error.ServiceUnknown",
		"org.freedesktop.DBus.Error.NameHasNoOwner",
		"org.freedesktop.DBus.Error.Disconnected",
	};
	sd_bus_message *call = NULL;
	sd_bus_error error = SD_BUS_ERROR_NULL;
	int r = sd_bus_message_new_method_call(bus, &call, LIMBER_BUS_NAME, method->path,
					       method->interface, method->name);
	if (r >= 0)
		r = append(call, types, strlen(types), 0);
	if (r < 0)
		complain(method, types, strerror(-r));
	else if (sd_bus_call(bus, call, ANSWER_WITHIN, &error, NULL) < 0)
		for (size_t i = 0; i < sizeof(silent) / sizeof(silent[0]); i++)
			if (sd_bus_error_has_name(&error, silent[i]))
				complain(method, types, error.message);
	calls++;
	sd_bus_error_free(&error);
	sd_bus_message_unref(call);
	drain();
}

static void call_often(const struct method *method)
{
	int rounds = method->types[0] ? ROUNDS : 3;
	if (strcmp(method->name, "Quit") == 0) /* it ends the daemon that is tested */
		return;
	for (int i = 0; i < rounds; i++)
		call_with(method, method->types);
	for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++)
		call_with(method, signatures[i]);
}

/* The value of an attribute of the tag at `tag`, which ends with '>'. */
static char *attribute(const char *tag, const char *name)
{
	char pattern[32];
	const char *end = strchr(tag, '>');
	snprintf(pattern, sizeof(pattern), " %s=\"", name);
	const char *at = strstr(tag, pattern);
	if (!at || at > end)
		return NULL;
	at += strlen(pattern);
	return strndup(at, strcspn(at, "\""));
}

static bool is_tag(const char *tag, const char *name)
{
	return strncmp(tag, name, strlen(name)) == 0;
}

static char *objects[OBJECTS_MAX];
static size_t objects_count;

static void object_add(const char *parent, const char *name)
{
	if (objects_count < OBJECTS_MAX &&
	    asprintf(&objects[objects_count], "%s/%s", parent, name) > 0)
		objects_count++;
}

/* A method's tag and those of its arguments that go in. */
static void call_tag(const char *path, const char *interface, const char *tag)
{
	char types[64] = "";
	char *name = attribute(tag, "name");
	for (tag = strchr(tag, '>'); (tag = strchr(tag, '<')) && is_tag(tag, "<arg"); tag++) {
		char *type = attribute(tag, "type"), *direction = attribute(tag, "direction");
		if (type && direction && strcmp(direction, "in") == 0)
			strncat(types, type, sizeof(types) - strlen(types) - 1);
		free(type);
		free(direction);
	}
	call_often(&(struct method){ path, interface, name, types });
	free(name);
}

static void call_described(const char *path, const char *description)
{
	char *interface = NULL;
	for (const char *tag = description; (tag = strchr(tag, '<')); tag++) {
		if (is_tag(tag, "<interface")) {
			free(interface);
			interface = attribute(tag, "name");
		} else if (is_tag(tag, "<method ") && interface) {
			call_tag(path, interface, tag);
		} else if (is_tag(tag, "<node ")) {
			char *name = attribute(tag, "name");
			object_add(path, name);
			free(name);
		}
	}
	free(interface);
}

static int call_object(const char *path)
{
	sd_bus_message *reply = NULL;
	const char *description;
	int r = sd_bus_call_method(bus, LIMBER_BUS_NAME, path,
				   "org.freedesktop.DBus.Introspectable", "Introspect", NULL,
				   &reply, "");
	if (r >= 0)
		r = sd_bus_message_read_basic(reply, 's', &description);
	if (r >= 0)
		call_described(path, description);
	sd_bus_message_unref(reply);
	return r;
}

/* Displays that come and go, and never read what they are sent. */
static int crowd(void)
{
	sd_bus *clients[CLIENTS] = { NULL };
	int r = 0;
	for (int i = 0; i < CLIENTS && r >= 0; i++) {
		r = sd_bus_open_user(&clients[i]);
		for (int again = 0; again < 3 && r >= 0; again++)
			r = sd_bus_call_method(clients[i], LIMBER_BUS_NAME, LIMBER_PATH,
					       LIMBER_MANAGER, "RegisterDisplay", NULL, NULL, "as",
					       0);
	}
	call_with(&(struct method){ LIMBER_PATH_REMINDERS "/desk", LIMBER_REMINDER, "Ring", "" },
		  "");
	for (int i = 0; i < CLIENTS; i++)
		sd_bus_close_unref(clients[i]);
	return r;
}

int main(void)
{
	memset(long_text, 'a', LONG);
	for (size_t i = 0; i < LONG; i += 2)
		memcpy(wide_text + i, "\xc3\xa9", 2);
	int r = sd_bus_open_user(&bus);
	if (r >= 0)
		r = sd_bus_set_method_call_timeout(bus, ANSWER_WITHIN);
	objects[objects_count++] = strdup(LIMBER_PATH);
	for (size_t i = 0; r >= 0 && i < objects_count; i++)
		r = call_object(objects[i]);
	if (r >= 0)
		r = crowd();
	for (size_t i = 0; i < objects_count; i++)
		free(objects[i]);
	sd_bus_flush_close_unref(bus);
	printf("%zu objects, %u calls, %u not answered\n", objects_count, calls, failures);
	if (r < 0)
		printf("hostile: %s\n", strerror(-r));
	return r < 0 || failures > 0;
}
