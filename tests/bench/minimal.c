/*
 * The least that a command could do: one call over sd-bus, its answer read.
 *
 * usage: minimal status | minimal snooze, which puts desk off by an hour
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <systemd/sd-bus.h>

static int status(sd_bus *bus, sd_bus_message **answer)
{
	int r = sd_bus_call_method(bus, "org.limberd.Limber1", "/org/limberd/Limber1",
				   "org.limberd.Limber1.Manager", "Status", NULL, answer, "");
	return r < 0 ? r : sd_bus_message_skip(*answer, "a{sv}");
}

static int snooze(sd_bus *bus, sd_bus_message **answer)
{
	int r = sd_bus_call_method(bus, "org.limberd.Limber1", "/org/limberd/Limber1/reminder/desk",
				   "org.limberd.Limber1.Reminder", "Snooze", NULL, answer, "s",
				   "1h");
	return r < 0 ? r : sd_bus_message_skip(*answer, "a{sv}");
}

int main(int argc, char *argv[])
{
	sd_bus *bus = NULL;
	sd_bus_message *answer = NULL;
	bool snoozes = argc == 2 && strcmp(argv[1], "snooze") == 0;
	int r = sd_bus_open_user(&bus);
	if (r >= 0)
		r = snoozes ? snooze(bus, &answer) : status(bus, &answer);
	if (r < 0)
		fprintf(stderr, "minimal: no answer: %s\n", strerror(-r));
	sd_bus_message_unref(answer);
	sd_bus_flush_close_unref(bus);
	return r < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
