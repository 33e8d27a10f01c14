/* Whether the window in front fills its screen, by wlr-foreign-toplevel-management: sway, labwc,
 * Hyprland and others have it. */
#ifndef LIMBER_IDLE_WAYLAND_SCREEN_H
#define LIMBER_IDLE_WAYLAND_SCREEN_H

#include <stdbool.h>
#include <stdint.h>
#include <wayland-client.h>

struct wayland_screen;

/* The global, and the version that knows of full screen. */
extern const char wayland_screen_global[];
enum { WAYLAND_SCREEN_VERSION = 2 };

/* Reports the level at first, within the call, and then each change. `name`: of the global. NULL:
 * no memory. */
struct wayland_screen *wayland_screen_new(struct wl_registry *registry, uint32_t name,
					  void (*report)(void *user, bool on), void *user);
struct wayland_screen *wayland_screen_free(struct wayland_screen *screen); /* NULL */

#endif
