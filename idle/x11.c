/*
 * Input by X11: the server's IDLETIME counter and alarms on it (the SYNC extension). An alarm for
 * the counter to reach a length reports its value, so the idle time is known at once; an alarm for
 * it to fall reports input. Each fires once and is then set again, so that there are no wake-ups
 * while the user stays active or away.
 *
 * xcb_connect() blocks until the server answers. So a probe connection sends a setup request first:
 * any reply, even a refusal, shows that the server responds. All later replies are awaited in the
 * event loop.
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xcb/sync.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include "core/base/try.h"
#include "idle/source.h"
#include "idle/x11_screen.h"

struct x11;

/* Handle the awaited reply. Return 0, or negative errno to fail. */
typedef int handler(struct x11 *x11, void *reply);

struct x11 {
	struct idle_source_events events;
	void *user;
	sd_event *event;
	sd_event_source *io;
	sd_event_source *soon; /* dispatches what arrived during a flush */
	int probe;             /* the first connection, -1: closed */
	xcb_connection_t *connection;
	handler *stage;    /* NULL: no reply is awaited */
	unsigned sequence; /* of its request */
	uint8_t first_event;
	xcb_sync_counter_t counter; /* IDLETIME */
	xcb_sync_alarm_t back;      /* fires on input */
	xcb_sync_alarm_t alarms[IDLE_WATCHES];
	usec lengths[IDLE_WATCHES];
	bool fired[IDLE_WATCHES];
	struct x11_screen *screen; /* NULL: not watched */
	int number;                /* of the screen */
};

static int flush(struct x11 *x11)
{
	if (xcb_flush(x11->connection) <= 0)
		return -ECONNRESET;
	return sd_event_source_set_enabled(x11->soon, SD_EVENT_ONESHOT);
}

/* ---- alarms ---- */

static xcb_sync_int64_t to_int64(int64_t value)
{
	return (xcb_sync_int64_t){ .hi = (int32_t)(value >> 32), .lo = (uint32_t)value };
}

static int64_t from_int64(xcb_sync_int64_t value)
{
	return (int64_t)((uint64_t)(uint32_t)value.hi << 32 | value.lo);
}

/* Create or replace an alarm. `value`: milliseconds. */
static void alarm_set(struct x11 *x11, xcb_sync_alarm_t *alarm, xcb_sync_testtype_t test,
		      int64_t value)
{
	const uint32_t parts = XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE | XCB_SYNC_CA_VALUE |
			       XCB_SYNC_CA_TEST_TYPE | XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS;
	const xcb_sync_create_alarm_value_list_t values = {
		.counter = x11->counter,
		.valueType = XCB_SYNC_VALUETYPE_ABSOLUTE,
		.value = to_int64(value),
		.testType = test,
		.delta = to_int64(0),
		.events = 1,
	};
	if (*alarm)
		xcb_sync_destroy_alarm(x11->connection, *alarm);
	*alarm = xcb_generate_id(x11->connection);
	xcb_sync_create_alarm_aux(x11->connection, *alarm, parts, &values);
}

static void watch_set(struct x11 *x11, enum idle_watch watch)
{
	x11->fired[watch] = false;
	if (x11->lengths[watch] > 0)
		alarm_set(x11, &x11->alarms[watch], XCB_SYNC_TESTTYPE_POSITIVE_COMPARISON,
			  x11->lengths[watch] / 1000);
	else if (x11->alarms[watch])
		xcb_sync_destroy_alarm(x11->connection, x11->alarms[watch]);
	if (x11->lengths[watch] == 0)
		x11->alarms[watch] = 0;
}

static void on_back(struct x11 *x11)
{
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++)
		if (x11->fired[i])
			watch_set(x11, i);
	x11->events.active(x11->user);
}

/* Compare the value instead of waiting for a transition: one before the request would be missed. */
static void on_fired(struct x11 *x11, enum idle_watch watch, int64_t idle)
{
	x11->fired[watch] = true;
	alarm_set(x11, &x11->back, XCB_SYNC_TESTTYPE_NEGATIVE_COMPARISON, idle - 1);
	x11->events.idle(x11->user, watch, idle * 1000);
}

/* Events of replaced alarms may still arrive; their ids are ignored. */
static void on_alarm(struct x11 *x11, const xcb_sync_alarm_notify_event_t *alarm)
{
	if (alarm->state == XCB_SYNC_ALARMSTATE_DESTROYED)
		return;
	if (alarm->alarm == x11->back)
		on_back(x11);
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++)
		if (alarm->alarm == x11->alarms[i])
			on_fired(x11, i, from_int64(alarm->counter_value));
}

/* ---- requests, one at a time ---- */

static void wait_for(struct x11 *x11, unsigned sequence, handler *stage)
{
	x11->sequence = sequence;
	x11->stage = stage;
}

/* Its name follows its length; xcb_sync_systemcounter_name() (1.15) skips the padding of C too. */
static bool is_idletime(const xcb_sync_systemcounter_t *counter)
{
	static const char name[] = "IDLETIME";
	const char *its = (const char *)&counter->name_len + sizeof(counter->name_len);
	return counter->name_len == sizeof(name) - 1 && memcmp(its, name, sizeof(name) - 1) == 0;
}

static int on_counters(struct x11 *x11, void *reply)
{
	xcb_sync_systemcounter_iterator_t at =
		xcb_sync_list_system_counters_counters_iterator(reply);
	for (; at.rem > 0; xcb_sync_systemcounter_next(&at))
		if (is_idletime(at.data))
			x11->counter = at.data->counter;
	if (!x11->counter)
		return -EOPNOTSUPP;
	x11->events.ready(x11->user, "XSync", true);
	return 0;
}

/* The reply about the extension arrived before this one, so that no call below blocks. */
static int on_extension(struct x11 *x11, void *reply)
{
	const xcb_query_extension_reply_t *sync =
		xcb_get_extension_data(x11->connection, &xcb_sync_id);
	if (!sync || !sync->present)
		return -EOPNOTSUPP;
	x11->first_event = sync->first_event;
	xcb_discard_reply(
		x11->connection,
		xcb_sync_initialize(x11->connection, XCB_SYNC_MAJOR_VERSION, XCB_SYNC_MINOR_VERSION)
			.sequence);
	wait_for(x11, xcb_sync_list_system_counters(x11->connection).sequence, on_counters);
	return flush(x11);
}

static int next_reply(struct x11 *x11)
{
	xcb_generic_error_t *error = NULL;
	void *reply = NULL;
	if (!x11->stage || !xcb_poll_for_reply(x11->connection, x11->sequence, &reply, &error))
		return 0;
	handler *stage = x11->stage;
	x11->stage = NULL;
	int r = reply ? stage(x11, reply) : -EOPNOTSUPP;
	free(reply);
	free(error);
	return r < 0 ? r : 1;
}

static int next_event(struct x11 *x11)
{
	xcb_generic_event_t *event = xcb_poll_for_event(x11->connection);
	if (!event)
		return 0;
	if (x11->counter &&
	    (event->response_type & 0x7f) == x11->first_event + XCB_SYNC_ALARM_NOTIFY)
		on_alarm(x11, (const xcb_sync_alarm_notify_event_t *)event);
	if (x11->screen)
		x11_screen_take(x11->screen, event);
	free(event);
	return 1;
}

/* Handle all that has arrived. */
static int dispatch(struct x11 *x11)
{
	int r;
	while ((r = next_reply(x11)) > 0)
		;
	while (r >= 0 && next_event(x11) > 0)
		;
	while (r >= 0 && x11->screen && x11_screen_turn(x11->screen))
		;
	if (r >= 0 &&
	    (xcb_connection_has_error(x11->connection) || xcb_flush(x11->connection) <= 0))
		r = -ECONNRESET;
	return r;
}

static void fail(struct x11 *x11, int error)
{
	x11->io = sd_event_source_disable_unref(x11->io);
	sd_event_source_set_enabled(x11->soon, SD_EVENT_OFF);
	x11->events.failed(x11->user, error);
}

static int on_io(sd_event_source *io, int fd, uint32_t events, void *user)
{
	int r = dispatch(user);
	if (r < 0)
		fail(user, r);
	return 0;
}

static int on_soon(sd_event_source *soon, void *user)
{
	return on_io(soon, -1, 0, user);
}

/* ---- the connection ---- */

static int connect_server(struct x11 *x11)
{
	x11->connection = xcb_connect(NULL, &x11->number);
	if (xcb_connection_has_error(x11->connection))
		return -EACCES;
	int fd = xcb_get_file_descriptor(x11->connection);
	TRY(sd_event_add_io(x11->event, &x11->io, fd, POLLIN, on_io, x11));
	xcb_prefetch_extension_data(x11->connection, &xcb_sync_id);
	wait_for(x11, xcb_get_input_focus(x11->connection).sequence, on_extension);
	return flush(x11);
}

static void probe_end(struct x11 *x11)
{
	if (x11->probe >= 0)
		close(x11->probe);
	x11->probe = -1;
}

static int on_answered(sd_event_source *io, int fd, uint32_t events, void *user)
{
	struct x11 *x11 = user;
	char byte;
	bool there = read(fd, &byte, 1) == 1;
	x11->io = sd_event_source_disable_unref(x11->io);
	int r = there ? connect_server(x11) : -ECONNREFUSED;
	/* Closed only now: a server may reset when its last client disconnects. */
	probe_end(x11);
	if (r < 0)
		fail(x11, r);
	return 0;
}

/* Set *ret to the socket of a local display; the input of others is on another machine. */
static int socket_path(struct sockaddr_un *ret)
{
	char *host = NULL;
	int display, r;
	if (!xcb_parse_display(NULL, &host, &display, NULL))
		return -EINVAL;
	*ret = (struct sockaddr_un){ .sun_family = AF_UNIX };
	snprintf(ret->sun_path, sizeof(ret->sun_path), "/tmp/.X11-unix/X%d", display);
	r = host[0] == '\0' || strcmp(host, "unix") == 0 ? 0 : -EOPNOTSUPP;
	free(host);
	return r;
}

/* Send a setup request: version 11.0, no authorization. */
static int probe(struct x11 *x11)
{
	static const uint16_t one = 1;
	unsigned char words[12] = { 0 };
	words[0] = *(const unsigned char *)&one ? 'l' : 'B';
	memcpy(words + 2, &(uint16_t){ 11 }, 2);
	struct sockaddr_un address;
	TRY(socket_path(&address));
	x11->probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (x11->probe < 0 ||
	    connect(x11->probe, (struct sockaddr *)&address, sizeof(address)) < 0 ||
	    write(x11->probe, words, sizeof(words)) < 0)
		return -errno;
	return sd_event_add_io(x11->event, &x11->io, x11->probe, POLLIN, on_answered, x11);
}

static void x11_free(void *source)
{
	struct x11 *x11 = source;
	x11->io = sd_event_source_disable_unref(x11->io);
	probe_end(x11);
	x11->soon = sd_event_source_disable_unref(x11->soon);
	x11->screen = x11_screen_free(x11->screen);
	if (x11->connection)
		xcb_disconnect(x11->connection);
	sd_event_unref(x11->event);
	free(x11);
}

static int x11_open(void **ret, sd_event *event, sd_bus *bus,
		    const struct idle_source_events *events, void *user)
{
	struct x11 *x11 = calloc(1, sizeof(*x11));
	if (!x11)
		return -ENOMEM;
	*x11 = (struct x11){ .events = *events, .user = user, .probe = -1 };
	x11->event = sd_event_ref(event);
	int r = sd_event_add_defer(event, &x11->soon, on_soon, x11);
	if (r >= 0)
		r = sd_event_source_set_enabled(x11->soon, SD_EVENT_OFF);
	if (r >= 0)
		r = probe(x11);
	if (r < 0) {
		x11_free(x11);
		return r;
	}
	*ret = x11;
	return 0;
}

static void x11_want(void *source, const usec lengths[IDLE_WATCHES])
{
	struct x11 *x11 = source;
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++) {
		if (x11->lengths[i] == lengths[i])
			continue;
		x11->lengths[i] = lengths[i];
		watch_set(x11, i);
	}
	(void)flush(x11);
}

static void on_fullscreen(void *user, bool on)
{
	const struct x11 *x11 = user;
	x11->events.fullscreen(x11->user, on);
}

static bool x11_watch_screen(void *source, bool wanted)
{
	struct x11 *x11 = source;
	if (!wanted)
		x11->screen = x11_screen_free(x11->screen);
	else if (!x11->screen)
		x11->screen = x11_screen_new(x11->connection, x11->number, on_fullscreen, x11);
	(void)flush(x11);
	return x11->screen;
}

__attribute__((visibility("default"))) extern const struct idle_source idle_source;

const struct idle_source idle_source = {
	.open = x11_open,
	.want = x11_want,
	.watch_screen = x11_watch_screen,
	.free = x11_free,
	.socket = socket_path,
	.dates = true,
};
