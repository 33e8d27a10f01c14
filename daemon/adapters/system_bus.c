/*
 * sd-bus connects and authenticates in the background, so opening never blocks. A lost connection
 * is reported by a signal on the local path.
 */
#include "daemon/adapters/system_bus.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

#include "daemon/adapters/cleanup.h"

struct system_bus {
	struct system_bus_events events;
	void *user;
	sd_bus *bus; /* NULL: not connected */
	sd_bus_slot *disconnected;
	sd_event_source *timer; /* opens it; on while there is no connection */
	uint64_t delay;         /* of the next try; 0: the first try */
};

static void bus_close(struct system_bus *system_bus)
{
	system_bus->disconnected = sd_bus_slot_unref(system_bus->disconnected);
	system_bus->bus = sd_bus_close_unref(system_bus->bus);
}

static int open_later(struct system_bus *system_bus)
{
	int r = sd_event_source_set_time_relative(system_bus->timer, system_bus->delay);
	if (r >= 0)
		r = sd_event_source_set_enabled(system_bus->timer, SD_EVENT_ONESHOT);
	system_bus->delay *= 2;
	if (system_bus->delay > SYSTEM_BUS_RETRY_MOST)
		system_bus->delay = SYSTEM_BUS_RETRY_MOST;
	return r;
}

static int on_disconnected(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct system_bus *system_bus = user;
	system_bus->events.down(system_bus->user);
	bus_close(system_bus);
	return open_later(system_bus);
}

static int bus_open(struct system_bus *system_bus, sd_event *event)
{
	TRY(sd_bus_open_system(&system_bus->bus));
	TRY(sd_bus_attach_event(system_bus->bus, event, SD_EVENT_PRIORITY_NORMAL));
	return sd_bus_match_signal_async(
		system_bus->bus, &system_bus->disconnected, NULL, "/org/freedesktop/DBus/Local",
		"org.freedesktop.DBus.Local", "Disconnected", on_disconnected, NULL, system_bus);
}

static int on_timer(sd_event_source *source, uint64_t now, void *user)
{
	struct system_bus *system_bus = user;
	bool first = system_bus->delay == 0;
	if (first)
		system_bus->delay = SYSTEM_BUS_RETRY;
	int r = bus_open(system_bus, sd_event_source_get_event(source));
	if (r >= 0) {
		system_bus->delay = SYSTEM_BUS_RETRY;
		system_bus->events.up(system_bus->user, system_bus->bus);
		return 0;
	}
	bus_close(system_bus);
	return first ? 0 : open_later(system_bus);
}

int system_bus_new(struct system_bus **ret, sd_event *event, const struct system_bus_events *events,
		   void *user)
{
	struct system_bus *system_bus = calloc(1, sizeof(*system_bus));
	if (!system_bus)
		return -ENOMEM;
	system_bus->events = *events;
	system_bus->user = user;
	int r = sd_event_add_time(event, &system_bus->timer, CLOCK_MONOTONIC, 0, 10000, on_timer,
				  system_bus);
	*ret = r < 0 ? system_bus_free(system_bus) : system_bus;
	return r < 0 ? r : 0;
}

struct system_bus *system_bus_free(struct system_bus *system_bus)
{
	if (!system_bus)
		return NULL;
	bus_close(system_bus);
	sd_event_source_disable_unref(system_bus->timer);
	free(system_bus);
	return NULL;
}
