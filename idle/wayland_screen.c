/* The compositor sends each window with its states; those of one that is in front count. */
#include "idle/wayland_screen.h"

#include <stdlib.h>
#include <string.h>

#include "gen/plasma-window.h"
#include "gen/wlr-foreign-toplevel.h"

struct window {
	struct wayland_screen *screen;
	void *handle;
	bool coming, full; /* `coming` counts from the next `done` of wlr on */
	struct wl_list link;
};

static const struct protocol {
	const struct wl_interface *interface;
	uint32_t version; /* the least, and the one that is used */
	int (*listen)(struct wayland_screen *screen);
	void (*window_destroy)(void *handle);
	void (*destroy)(void *manager);
} protocols[SCREEN_PROTOCOLS];

struct wayland_screen {
	const struct protocol *protocol;
	void *manager;
	struct wl_list windows;
	void (*tell)(void *user, bool on);
	void *user;
	bool on;
};

static void update(struct wayland_screen *screen)
{
	bool on = false;
	struct window *window;
	wl_list_for_each(window, &screen->windows, link) on |= window->full;
	if (on == screen->on)
		return;
	screen->on = on;
	screen->tell(screen->user, on);
}

/* NULL: no memory; then the handle is destroyed. */
static struct window *window_new(struct wayland_screen *screen, void *handle)
{
	struct window *window = handle ? calloc(1, sizeof(*window)) : NULL;
	if (!window) {
		if (handle)
			screen->protocol->window_destroy(handle);
		return NULL;
	}
	*window = (struct window){ .screen = screen, .handle = handle };
	wl_list_insert(&screen->windows, &window->link);
	return window;
}

static void window_free(struct window *window)
{
	window->screen->protocol->window_destroy(window->handle);
	wl_list_remove(&window->link);
	free(window);
}

static void window_close(struct window *window)
{
	struct wayland_screen *screen = window->screen;
	window_free(window);
	update(screen);
}

/* ---- wlr-foreign-toplevel-management ---- */

static void on_state(void *user, struct zwlr_foreign_toplevel_handle_v1 *handle,
		     struct wl_array *states)
{
	struct window *window = user;
	bool front = false, full = false;
	const uint32_t *state;
	for (state = states->data; (const char *)state < (char *)states->data + states->size;
	     state++) {
		front |= *state == ZWLR_FOREIGN_TOPLEVEL_HANDLE_V1_STATE_ACTIVATED;
		full |= *state == ZWLR_FOREIGN_TOPLEVEL_HANDLE_V1_STATE_FULLSCREEN;
	}
	window->coming = front && full;
}

static void on_done(void *user, struct zwlr_foreign_toplevel_handle_v1 *handle)
{
	struct window *window = user;
	window->full = window->coming;
	update(window->screen);
}

static void on_closed(void *user, struct zwlr_foreign_toplevel_handle_v1 *handle)
{
	window_close(user);
}

static void on_text(void *user, struct zwlr_foreign_toplevel_handle_v1 *handle, const char *text)
{
}

static void on_output(void *user, struct zwlr_foreign_toplevel_handle_v1 *handle,
		      struct wl_output *output)
{
}

static const struct zwlr_foreign_toplevel_handle_v1_listener window_listener = {
	.title = on_text,
	.app_id = on_text,
	.output_enter = on_output,
	.output_leave = on_output,
	.state = on_state,
	.done = on_done,
	.closed = on_closed,
};

static void on_window(void *user, struct zwlr_foreign_toplevel_manager_v1 *manager,
		      struct zwlr_foreign_toplevel_handle_v1 *handle)
{
	struct window *window = window_new(user, handle);
	if (window)
		zwlr_foreign_toplevel_handle_v1_add_listener(handle, &window_listener, window);
}

static void on_finished(void *user, struct zwlr_foreign_toplevel_manager_v1 *manager)
{
}

static const struct zwlr_foreign_toplevel_manager_v1_listener listener = {
	.toplevel = on_window,
	.finished = on_finished,
};

static int wlr_listen(struct wayland_screen *screen)
{
	return zwlr_foreign_toplevel_manager_v1_add_listener(screen->manager, &listener, screen);
}

static void wlr_window_destroy(void *handle)
{
	zwlr_foreign_toplevel_handle_v1_destroy(handle);
}

static void wlr_destroy(void *manager)
{
	zwlr_foreign_toplevel_manager_v1_stop(manager);
	zwlr_foreign_toplevel_manager_v1_destroy(manager);
}

/* ---- plasma-window-management ---- */

static void on_flags(void *user, struct org_kde_plasma_window *handle, uint32_t flags)
{
	const uint32_t both = ORG_KDE_PLASMA_WINDOW_MANAGEMENT_STATE_ACTIVE |
			      ORG_KDE_PLASMA_WINDOW_MANAGEMENT_STATE_FULLSCREEN;
	struct window *window = user;
	window->full = (flags & both) == both;
	update(window->screen);
}

static void on_unmapped(void *user, struct org_kde_plasma_window *handle)
{
	window_close(user);
}

static void on_plasma_text(void *user, struct org_kde_plasma_window *handle, const char *text)
{
}

static void on_plasma_desktop(void *user, struct org_kde_plasma_window *handle, int32_t number)
{
}

static void on_plasma_done(void *user, struct org_kde_plasma_window *handle)
{
}

static void on_plasma_parent(void *user, struct org_kde_plasma_window *handle,
			     struct org_kde_plasma_window *parent)
{
}

static void on_plasma_place(void *user, struct org_kde_plasma_window *handle, int32_t x, int32_t y,
			    uint32_t width, uint32_t height)
{
}

static void on_plasma_menu(void *user, struct org_kde_plasma_window *handle, const char *service,
			   const char *path)
{
}

static void on_plasma_number(void *user, struct org_kde_plasma_window *handle, uint32_t number)
{
}

static const struct org_kde_plasma_window_listener plasma_window_listener = {
	.title_changed = on_plasma_text,
	.app_id_changed = on_plasma_text,
	.state_changed = on_flags,
	.virtual_desktop_changed = on_plasma_desktop,
	.themed_icon_name_changed = on_plasma_text,
	.unmapped = on_unmapped,
	.initial_state = on_plasma_done,
	.parent_window = on_plasma_parent,
	.geometry = on_plasma_place,
	.icon_changed = on_plasma_done,
	.pid_changed = on_plasma_number,
	.virtual_desktop_entered = on_plasma_text,
	.virtual_desktop_left = on_plasma_text,
	.application_menu = on_plasma_menu,
	.activity_entered = on_plasma_text,
	.activity_left = on_plasma_text,
	.resource_name_changed = on_plasma_text,
};

static void on_desktop_shown(void *user, struct org_kde_plasma_window_management *manager,
			     uint32_t state)
{
}

static void on_stacking(void *user, struct org_kde_plasma_window_management *manager,
			struct wl_array *ids)
{
}

static void on_stacking_text(void *user, struct org_kde_plasma_window_management *manager,
			     const char *ids)
{
}

static void on_plasma_window(void *user, struct org_kde_plasma_window_management *manager,
			     uint32_t id)
{
	struct window *window =
		window_new(user, org_kde_plasma_window_management_get_window(manager, id));
	if (window)
		org_kde_plasma_window_add_listener(window->handle, &plasma_window_listener, window);
}

static const struct org_kde_plasma_window_management_listener plasma_listener = {
	.show_desktop_changed = on_desktop_shown,
	.window = on_plasma_window,
	.stacking_order_changed = on_stacking,
	.stacking_order_uuid_changed = on_stacking_text,
};

static int plasma_listen(struct wayland_screen *screen)
{
	return org_kde_plasma_window_management_add_listener(screen->manager, &plasma_listener,
							     screen);
}

static void plasma_window_destroy(void *handle)
{
	org_kde_plasma_window_destroy(handle);
}

static void plasma_destroy(void *manager)
{
	org_kde_plasma_window_management_destroy(manager);
}

/* ---- either ---- */

/* Of Plasma's, a version without places, so that a window that moves wakes nobody. */
static const struct protocol protocols[SCREEN_PROTOCOLS] = {
	[SCREEN_WLR] = { &zwlr_foreign_toplevel_manager_v1_interface, 2, wlr_listen,
			 wlr_window_destroy, wlr_destroy },
	[SCREEN_PLASMA] = { &org_kde_plasma_window_management_interface, 4, plasma_listen,
			    plasma_window_destroy, plasma_destroy },
};

enum screen_protocol screen_protocol_of(const char *interface, uint32_t version)
{
	enum screen_protocol i = 0;
	while (i < SCREEN_PROTOCOLS && (strcmp(interface, protocols[i].interface->name) != 0 ||
					version < protocols[i].version))
		i++;
	return i;
}

struct wayland_screen *wayland_screen_new(struct wl_registry *registry,
					  enum screen_protocol protocol, uint32_t name,
					  void (*tell)(void *user, bool on), void *user)
{
	struct wayland_screen *screen = calloc(1, sizeof(*screen));
	if (!screen)
		return NULL;
	*screen = (struct wayland_screen){ &protocols[protocol], .tell = tell, .user = user };
	wl_list_init(&screen->windows);
	screen->manager = wl_registry_bind(registry, name, screen->protocol->interface,
					   screen->protocol->version);
	if (!screen->manager) {
		free(screen);
		return NULL;
	}
	(void)screen->protocol->listen(screen);
	tell(user, false);
	return screen;
}

struct wayland_screen *wayland_screen_free(struct wayland_screen *screen)
{
	struct window *window, *next;
	if (!screen)
		return NULL;
	wl_list_for_each_safe(window, next, &screen->windows, link) window_free(window);
	screen->protocol->destroy(screen->manager);
	free(screen);
	return NULL;
}
