/*
 * Input by Wayland: ext-idle-notify-v1, or the older org_kde_kwin_idle if a compositor has only
 * that. The compositor counts from the time of the request, so an earlier absence is not known: an
 * idle watch is kept until the user is back, and the long one is always kept.
 *
 * Nothing here waits for a reply. The list of globals ends with the reply to a sync; a compositor
 * that hangs never sends it.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <wayland-client.h>

#include "core/base/try.h"
#include "gen/ext-idle-notify-v1.h"
#include "gen/kde-idle.h"
#include "idle/source.h"
#include "idle/wayland_screen.h"

struct wayland;

struct watch {
	struct wayland *wayland;
	enum idle_watch which;
	usec length;  /* 0: disabled */
	void *object; /* of the protocol in use */
	bool idled;
};

/* The two protocols. */
struct protocol {
	const char *name;
	void *(*create)(struct wayland *wayland, uint32_t milliseconds, struct watch *watch);
	void (*destroy)(void *object);
};

struct wayland {
	struct idle_source_events events;
	void *user;
	sd_event_source *io;
	struct wl_display *display;
	struct wl_registry *registry;
	struct wl_callback *listed;
	struct wl_seat *seat;
	uint32_t seat_name;
	struct ext_idle_notifier_v1 *ext;
	struct org_kde_kwin_idle *kde;
	const struct protocol *protocol; /* NULL: not ready */
	usec lengths[IDLE_WATCHES];
	struct watch watches[IDLE_WATCHES];
	struct wayland_screen *screen;        /* NULL: not watched */
	uint32_t screen_name;                 /* of the global for it, 0: there is none */
	enum screen_protocol screen_protocol; /* of that */
	int error;                            /* negative errno: fail after this dispatch */
};

/* ---- one watch ---- */

static void watch_stop(struct watch *watch)
{
	if (watch->object)
		watch->wayland->protocol->destroy(watch->object);
	watch->object = NULL;
	watch->length = 0;
	watch->idled = false;
}

static void watch_start(struct watch *watch, usec length)
{
	struct wayland *wayland = watch->wayland;
	watch_stop(watch);
	if (length == 0)
		return;
	watch->object = wayland->protocol->create(wayland, (uint32_t)(length / 1000), watch);
	watch->length = length;
	if (!watch->object)
		wayland->error = -ENOMEM;
}

/* Restart a watch if its length changed. One that reported idle is kept: only its object can report
 * that the user is back. */
static void watch_want(struct watch *watch)
{
	usec length = watch->wayland->lengths[watch->which];
	bool ends_an_absence = watch->idled && watch->which != IDLE_GAP;
	if (watch->length != length && !ends_an_absence)
		watch_start(watch, length);
}

static void watch_idled(struct watch *watch)
{
	struct wayland *wayland = watch->wayland;
	watch->idled = true;
	wayland->events.idle(wayland->user, watch->which, watch->length);
}

static void watch_resumed(struct watch *watch)
{
	struct wayland *wayland = watch->wayland;
	watch->idled = false;
	watch_want(watch);
	wayland->events.active(wayland->user);
}

/* ---- ext-idle-notify-v1 ---- */

static void ext_idled(void *user, struct ext_idle_notification_v1 *object)
{
	watch_idled(user);
}

static void ext_resumed(void *user, struct ext_idle_notification_v1 *object)
{
	watch_resumed(user);
}

static const struct ext_idle_notification_v1_listener ext_listener = {
	.idled = ext_idled,
	.resumed = ext_resumed,
};

/* Version 2 can report input alone; version 1 and the older protocol report nothing while an
 * application inhibits idle. */
static bool input_only(const struct wayland *wayland)
{
	return wayland->ext &&
	       ext_idle_notifier_v1_get_version(wayland->ext) >=
		       EXT_IDLE_NOTIFIER_V1_GET_INPUT_IDLE_NOTIFICATION_SINCE_VERSION;
}

static void *ext_create(struct wayland *wayland, uint32_t milliseconds, struct watch *watch)
{
	struct ext_idle_notification_v1 *object =
		input_only(wayland) ? ext_idle_notifier_v1_get_input_idle_notification(
					      wayland->ext, milliseconds, wayland->seat)
				    : ext_idle_notifier_v1_get_idle_notification(
					      wayland->ext, milliseconds, wayland->seat);
	if (object)
		ext_idle_notification_v1_add_listener(object, &ext_listener, watch);
	return object;
}

static void ext_destroy(void *object)
{
	ext_idle_notification_v1_destroy(object);
}

static const struct protocol ext = { "ext-idle-notify-v1", ext_create, ext_destroy };

/* ---- org_kde_kwin_idle ---- */

static void kde_idle(void *user, struct org_kde_kwin_idle_timeout *object)
{
	watch_idled(user);
}

static void kde_resumed(void *user, struct org_kde_kwin_idle_timeout *object)
{
	watch_resumed(user);
}

static const struct org_kde_kwin_idle_timeout_listener kde_listener = {
	.idle = kde_idle,
	.resumed = kde_resumed,
};

static void *kde_create(struct wayland *wayland, uint32_t milliseconds, struct watch *watch)
{
	struct org_kde_kwin_idle_timeout *object =
		org_kde_kwin_idle_get_idle_timeout(wayland->kde, wayland->seat, milliseconds);
	if (object)
		org_kde_kwin_idle_timeout_add_listener(object, &kde_listener, watch);
	return object;
}

static void kde_destroy(void *object)
{
	org_kde_kwin_idle_timeout_release(object);
}

static const struct protocol kde = { "org_kde_kwin_idle", kde_create, kde_destroy };

/* ---- what the compositor has ---- */

static void on_global(void *user, struct wl_registry *registry, uint32_t name,
		      const char *interface, uint32_t version)
{
	struct wayland *wayland = user;
	const uint32_t known = (uint32_t)ext_idle_notifier_v1_interface.version;
	if (strcmp(interface, wl_seat_interface.name) == 0 && !wayland->seat) {
		wayland->seat = wl_registry_bind(registry, name, &wl_seat_interface, 1);
		wayland->seat_name = name;
	} else if (strcmp(interface, ext_idle_notifier_v1_interface.name) == 0) {
		wayland->ext = wl_registry_bind(registry, name, &ext_idle_notifier_v1_interface,
						version < known ? version : known);
	} else if (strcmp(interface, org_kde_kwin_idle_interface.name) == 0) {
		wayland->kde = wl_registry_bind(registry, name, &org_kde_kwin_idle_interface, 1);
	} else if (screen_protocol_of(interface, version) < SCREEN_PROTOCOLS) {
		wayland->screen_name = name;
		wayland->screen_protocol = screen_protocol_of(interface, version);
	}
}

/* Fail if the seat was removed: no more events would arrive. The daemon starts again. */
static void on_global_gone(void *user, struct wl_registry *registry, uint32_t name)
{
	struct wayland *wayland = user;
	if (wayland->seat && name == wayland->seat_name)
		wayland->error = -ENODEV;
}

static const struct wl_registry_listener registry_listener = {
	.global = on_global,
	.global_remove = on_global_gone,
};

static void on_listed(void *user, struct wl_callback *callback, uint32_t serial)
{
	struct wayland *wayland = user;
	wl_callback_destroy(callback);
	wayland->listed = NULL;
	if (wayland->seat)
		wayland->protocol = wayland->ext ? &ext : wayland->kde ? &kde : NULL;
	if (wayland->protocol)
		wayland->events.ready(wayland->user, wayland->protocol->name, input_only(wayland));
	else
		wayland->error = -EOPNOTSUPP;
}

static const struct wl_callback_listener listed_listener = { .done = on_listed };

/* ---- the connection ---- */

static int socket_path(struct sockaddr_un *ret)
{
	const char *name = getenv("WAYLAND_DISPLAY"), *folder = getenv("XDG_RUNTIME_DIR");
	int length = -1;
	*ret = (struct sockaddr_un){ .sun_family = AF_UNIX };
	if (name && name[0] == '/')
		length = snprintf(ret->sun_path, sizeof(ret->sun_path), "%s", name);
	else if (name && folder)
		length = snprintf(ret->sun_path, sizeof(ret->sun_path), "%s/%s", folder, name);
	return length > 0 && (size_t)length < sizeof(ret->sun_path) ? 0 : -ENOENT;
}

static int socket_connect(void)
{
	struct sockaddr_un address;
	TRY(socket_path(&address));
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return -errno;
	if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
		return fd;
	int r = -errno;
	close(fd);
	return r;
}

/* Flush. What does not fit is sent with the next flush; a few requests fit into any socket. */
static int flush(struct wayland *wayland)
{
	return wl_display_flush(wayland->display) < 0 && errno != EAGAIN ? -errno : 0;
}

static int dispatch(struct wayland *wayland)
{
	struct wl_display *display = wayland->display;
	while (wl_display_prepare_read(display) < 0)
		if (wl_display_dispatch_pending(display) < 0)
			return -errno;
	if (wl_display_read_events(display) < 0)
		return -errno;
	if (wl_display_dispatch_pending(display) < 0)
		return -errno;
	return flush(wayland);
}

static int on_io(sd_event_source *io, int fd, uint32_t events, void *user)
{
	struct wayland *wayland = user;
	int r = dispatch(wayland);
	if (r >= 0)
		r = wayland->error;
	if (r < 0) {
		sd_event_source_set_enabled(wayland->io, SD_EVENT_OFF);
		wayland->events.failed(wayland->user, r);
	}
	return 0;
}

static int begin(struct wayland *wayland, sd_event *event)
{
	int fd = socket_connect();
	if (fd < 0)
		return fd;
	wayland->display = wl_display_connect_to_fd(fd); /* closes it when it fails */
	if (!wayland->display)
		return -ENOMEM;
	wayland->registry = wl_display_get_registry(wayland->display);
	wayland->listed = wl_display_sync(wayland->display);
	if (!wayland->registry || !wayland->listed)
		return -ENOMEM;
	wl_registry_add_listener(wayland->registry, &registry_listener, wayland);
	wl_callback_add_listener(wayland->listed, &listed_listener, wayland);
	int r = flush(wayland);
	return r < 0 ? r : sd_event_add_io(event, &wayland->io, fd, POLLIN, on_io, wayland);
}

static void wayland_free(void *source)
{
	struct wayland *wayland = source;
	wayland->io = sd_event_source_disable_unref(wayland->io);
	for (enum idle_watch i = 0; wayland->protocol && i < IDLE_WATCHES; i++)
		watch_stop(&wayland->watches[i]);
	wayland->screen = wayland_screen_free(wayland->screen);
	if (wayland->ext)
		ext_idle_notifier_v1_destroy(wayland->ext);
	if (wayland->kde)
		org_kde_kwin_idle_destroy(wayland->kde);
	if (wayland->seat)
		wl_seat_destroy(wayland->seat);
	if (wayland->listed)
		wl_callback_destroy(wayland->listed);
	if (wayland->registry)
		wl_registry_destroy(wayland->registry);
	if (wayland->display)
		wl_display_disconnect(wayland->display);
	free(wayland);
}

static int wayland_open(void **ret, sd_event *event, sd_bus *bus,
			const struct idle_source_events *events, void *user)
{
	struct wayland *wayland = calloc(1, sizeof(*wayland));
	if (!wayland)
		return -ENOMEM;
	wayland->events = *events;
	wayland->user = user;
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++)
		wayland->watches[i] = (struct watch){ .wayland = wayland, .which = i };
	int r = begin(wayland, event);
	if (r < 0) {
		wayland_free(wayland);
		return r;
	}
	*ret = wayland;
	return 0;
}

static void wayland_want(void *source, const usec lengths[IDLE_WATCHES])
{
	struct wayland *wayland = source;
	memcpy(wayland->lengths, lengths, sizeof(wayland->lengths));
	for (enum idle_watch i = 0; i < IDLE_WATCHES; i++)
		watch_want(&wayland->watches[i]);
	(void)flush(wayland);
}

static void on_fullscreen(void *user, bool on)
{
	const struct wayland *wayland = user;
	wayland->events.fullscreen(wayland->user, on);
}

static bool wayland_watch_screen(void *source, bool wanted)
{
	struct wayland *wayland = source;
	if (!wanted)
		wayland->screen = wayland_screen_free(wayland->screen);
	else if (!wayland->screen && wayland->screen_name)
		wayland->screen = wayland_screen_new(wayland->registry, wayland->screen_protocol,
						     wayland->screen_name, on_fullscreen, wayland);
	(void)flush(wayland);
	return wayland->screen;
}

__attribute__((visibility("default"))) extern const struct idle_source idle_source;

const struct idle_source idle_source = {
	.open = wayland_open,
	.want = wayland_want,
	.watch_screen = wayland_watch_screen,
	.free = wayland_free,
	.socket = socket_path,
};
