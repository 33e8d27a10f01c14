/*
 * The daemon's objects over a pair of sockets: no bus daemon, both ends turned in one thread.
 */
#ifndef LIMBER_TEST_WIRE_H
#define LIMBER_TEST_WIRE_H

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <systemd/sd-bus.h>

#include "core/base/contract.h"
#include "daemon/app.h"
#include "daemon/bus.h"
#include "tests/rows.h"

struct wire {
	struct app app;
	sd_bus *server, *client;
};

/* An app with the built-in default (or a file of one's own) and no adapters at all. */
static inline void wire_begin_app(struct wire *wire, const char *path)
{
	struct zone utc = { .name = "UTC", .until = REALTIME_OPEN };
	memset(wire, 0, sizeof(*wire));
	wire->app.version = "0";
	wire->app.layers.user = path ? strdup(path) : NULL;
	assert_int_equal(app_load(&wire->app), 0);
	state_init(&wire->app.state, app_plan(&wire->app), &utc, clock_now());
}

static inline void wire_begin(struct wire *wire, const char *path)
{
	int ends[2];
	sd_id128_t id;
	wire_begin_app(wire, path);
	assert_int_equal(sd_id128_randomize(&id), 0);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends),
			 0);
	assert_true(sd_bus_new(&wire->server) >= 0 &&
		    sd_bus_set_fd(wire->server, ends[0], ends[0]) >= 0 &&
		    sd_bus_set_server(wire->server, 1, id) >= 0 &&
		    sd_bus_set_anonymous(wire->server, 1) >= 0);
	assert_true(bus_export(wire->server, &wire->app) >= 0 && sd_bus_start(wire->server) >= 0);
	assert_true(sd_bus_new(&wire->client) >= 0 &&
		    sd_bus_set_fd(wire->client, ends[1], ends[1]) >= 0 &&
		    sd_bus_set_anonymous(wire->client, 1) >= 0 && sd_bus_start(wire->client) >= 0);
}

static inline void wire_end(struct wire *wire)
{
	sd_bus_flush_close_unref(wire->client);
	sd_bus_flush_close_unref(wire->server);
	app_finish(&wire->app);
}

static inline int wire_keep(sd_bus_message *message, void *user, sd_bus_error *error)
{
	(void)error;
	*(sd_bus_message **)user = sd_bus_message_ref(message);
	return 1;
}

/* Send a call and turn both ends until its reply is here. The caller unrefs it. */
static inline sd_bus_message *wire_call(struct wire *wire, sd_bus_message *call)
{
	sd_bus_message *reply = NULL;
	assert_true(sd_bus_call_async(wire->client, NULL, call, wire_keep, &reply, 0) >= 0);
	while (!reply) {
		int served = sd_bus_process(wire->server, NULL);
		int got = sd_bus_process(wire->client, NULL);
		assert_true(served >= 0 && got >= 0);
		if (served == 0 && got == 0 && !reply)
			sd_bus_wait(wire->client, 1000);
	}
	sd_bus_message_unref(call);
	return reply;
}

/* A new call to the manager, or with a name to that reminder. */
static inline sd_bus_message *wire_new(struct wire *wire, const char *reminder, const char *member)
{
	sd_bus_message *call = NULL;
	char path[256] = LIMBER_PATH;
	if (reminder)
		snprintf(path, sizeof(path), "%s/%s", LIMBER_PATH_REMINDERS, reminder);
	assert_true(sd_bus_message_new_method_call(wire->client, &call, NULL, path,
						   reminder ? LIMBER_REMINDER : LIMBER_MANAGER,
						   member) >= 0);
	return call;
}

#endif
