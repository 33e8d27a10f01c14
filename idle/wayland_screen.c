/* The compositor sends each window with its states; those of one that is in front count. */
#include "idle/wayland_screen.h"

#include <stdlib.h>

#include "gen/wlr-foreign-toplevel.h"

const char wayland_screen_global[] = "zwlr_foreign_toplevel_manager_v1";

struct window {
	struct wayland_screen *screen;
	struct zwlr_foreign_toplevel_handle_v1 *handle;
	bool coming, full; /* `coming` counts from the next `done` on */
	struct wl_list link;
};

struct wayland_screen {
	struct zwlr_foreign_toplevel_manager_v1 *manager;
	struct wl_list windows;
	void (*report)(void *user, bool on);
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
	screen->report(screen->user, on);
}

static void window_free(struct window *window)
{
	zwlr_foreign_toplevel_handle_v1_destroy(window->handle);
	wl_list_remove(&window->link);
	free(window);
}

/* ---- one window ---- */

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
	struct window *window = user;
	struct wayland_screen *screen = window->screen;
	window_free(window);
	update(screen);
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

/* ---- all of them ---- */

static void on_window(void *user, struct zwlr_foreign_toplevel_manager_v1 *manager,
		      struct zwlr_foreign_toplevel_handle_v1 *handle)
{
	struct wayland_screen *screen = user;
	struct window *window = calloc(1, sizeof(*window));
	if (!window) {
		zwlr_foreign_toplevel_handle_v1_destroy(handle);
		return;
	}
	*window = (struct window){ .screen = screen, .handle = handle };
	wl_list_insert(&screen->windows, &window->link);
	zwlr_foreign_toplevel_handle_v1_add_listener(handle, &window_listener, window);
}

static void on_finished(void *user, struct zwlr_foreign_toplevel_manager_v1 *manager)
{
}

static const struct zwlr_foreign_toplevel_manager_v1_listener listener = {
	.toplevel = on_window,
	.finished = on_finished,
};

struct wayland_screen *wayland_screen_new(struct wl_registry *registry, uint32_t name,
					  void (*report)(void *user, bool on), void *user)
{
	struct wayland_screen *screen = calloc(1, sizeof(*screen));
	if (!screen)
		return NULL;
	*screen = (struct wayland_screen){ .report = report, .user = user };
	wl_list_init(&screen->windows);
	screen->manager =
		wl_registry_bind(registry, name, &zwlr_foreign_toplevel_manager_v1_interface,
				 WAYLAND_SCREEN_VERSION);
	if (!screen->manager) {
		free(screen);
		return NULL;
	}
	zwlr_foreign_toplevel_manager_v1_add_listener(screen->manager, &listener, screen);
	report(user, false);
	return screen;
}

struct wayland_screen *wayland_screen_free(struct wayland_screen *screen)
{
	struct window *window, *next;
	if (!screen)
		return NULL;
	wl_list_for_each_safe(window, next, &screen->windows, link) window_free(window);
	zwlr_foreign_toplevel_manager_v1_stop(screen->manager);
	zwlr_foreign_toplevel_manager_v1_destroy(screen->manager);
	free(screen);
	return NULL;
}
