/*
 * A day begins with the configuration and the state of limberd; each event is a line, with the time
 * since the line before. Signals older than the moment of the state are part of it already.
 */
#include "cli/limber/recorder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "cli/shared/status.h"
#include "cli/shared/when.h"
#include "core/base/text.h"
#include "core/base/try.h"

/* A smaller difference is not a step of the clock but its slow correction. */
#define CLOCK_STEP (10 * INT64_C(1000))

/* Print each line of a text after a word. */
static void record_lines(FILE *out, const char *word, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		if (length > 0)
			fprintf(out, "%s %.*s\n", word, (int)length, text);
		text += length + (text[length] == '\n');
	}
}

/* Call a method without arguments that returns a text; NULL: an error, reported. */
static const char *record_ask(struct recording *recording, const char *member,
			      sd_bus_message **reply)
{
	const char *text;
	if (bus_call(recording->command, member, reply, "") != EXIT_FINE ||
	    sd_bus_message_read_basic(*reply, 's', &text) < 0)
		return NULL;
	return text;
}

/* The name of a zone of the database, else the current offset. */
static void record_zone(const struct recording *recording, const char *name)
{
	time_t now = time(NULL);
	struct tm local = { 0 };
	if (name[0]) {
		fprintf(recording->out, "zone %s\n", name);
		return;
	}
	localtime_r(&now, &local);
	long minutes = labs(local.tm_gmtoff) / 60;
	fprintf(recording->out, "zone %c%ld:%02ld\n", local.tm_gmtoff < 0 ? '-' : '+', minutes / 60,
		minutes % 60);
}

static bool record_at(const char *state, struct moment *ret)
{
	const char *line = strstr(state, "\nat ");
	char *end;
	if (!line)
		return false;
	ret->boot.us = strtoll(line + strlen("\nat "), &end, 10);
	if (*end != '/')
		return false;
	ret->real.us = strtoll(end + 1, &end, 10);
	return *end == '\n';
}

enum exit_code recording_begin(struct recording *recording)
{
	STATUS_OWNED *status = NULL;
	BUS_MESSAGE *configuration = NULL, *state = NULL;
	char when[WHEN_SIZE];
	TRY_EXIT(status_get(recording->command, &status));
	const char *text = record_ask(recording, "GetConfiguration", &configuration);
	const char *parts = text ? record_ask(recording, "GetState", &state) : NULL;
	if (!parts)
		return EXIT_REFUSED;
	if (!record_at(parts, &recording->last))
		return complain(
			recording->command, EXIT_REFUSED,
			_("The limberd that runs is older: it does not report its whole state."));
	when_day((uint64_t)recording->last.real.us, when);
	fprintf(recording->out, "# %s\nrecorded\n", when);
	record_zone(recording, status->zone);
	record_lines(recording->out, "config", text);
	record_lines(recording->out, "state", parts);
	fflush(recording->out);
	return EXIT_FINE;
}

static void record_length(FILE *out, char sign, usec length)
{
	char text[LENGTH_SIZE];
	length_print(length, text);
	fprintf(out, "%c%s", sign, text);
}

/* How far the clock was set since the last line; 0: it was not set. */
static usec record_step(const struct recording *recording, struct moment now)
{
	usec step = realtime_since(now.real, recording->last.real) -
		    boottime_since(now.boot, recording->last.boot);
	return step > -CLOCK_STEP && step < CLOCK_STEP ? 0 : step;
}

/* Print the time, and a step of the clock: the event itself is then a second line. */
static void record_time(const struct recording *recording, struct moment now, bool clock)
{
	usec length = boottime_since(now.boot, recording->last.boot);
	usec step = record_step(recording, now);
	record_length(recording->out, '+', length > 0 ? length : 0);
	if (step == 0 && !clock)
		return;
	fputs(" clock ", recording->out);
	record_length(recording->out, step < 0 ? '-' : '+', step < 0 ? -step : step);
	fputs(clock ? "\n" : "\n+0s", recording->out);
}

/* The text in the values; "" for none. */
static const char *record_text(sd_bus_message *noticed)
{
	const char *key, *text = "";
	if (sd_bus_message_enter_container(noticed, 'a', "{sv}") < 0)
		return text;
	while (sd_bus_message_enter_container(noticed, 'e', "sv") > 0) {
		if (sd_bus_message_read(noticed, "s", &key) < 0)
			break;
		if (strcmp(key, "Text") == 0)
			(void)sd_bus_message_read(noticed, "v", "s", &text);
		else
			(void)sd_bus_message_skip(noticed, "v");
		(void)sd_bus_message_exit_container(noticed);
	}
	return text;
}

int recording_add(struct recording *recording, sd_bus_message *noticed)
{
	const char *event;
	uint64_t boot, real;
	TRY(sd_bus_message_read(noticed, "stt", &event, &boot, &real));
	struct moment now = { { (int64_t)boot }, { (int64_t)real } };
	bool clock = strcmp(event, "clock") == 0;
	/* Timers are left out: a simulation sets its own. */
	if (now.boot.us <= recording->last.boot.us && strcmp(event, "boot") != 0)
		return 0;
	if (strcmp(event, "timer") == 0 && record_step(recording, now) == 0)
		return 0;
	record_time(recording, now, clock);
	const char *text = record_text(noticed);
	if (!clock)
		fprintf(recording->out, " %s%s%s\n", event, text[0] ? " " : "", text);
	if (strcmp(event, "plan") == 0) {
		BUS_MESSAGE *reply = NULL;
		const char *configuration = record_ask(recording, "GetConfiguration", &reply);
		record_lines(recording->out, "config", configuration ? configuration : "");
	}
	recording->last = now;
	return fflush(recording->out) == 0 ? 0 : -errno;
}
