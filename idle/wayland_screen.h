/*
 * Whether the window in front fills its screen, by one of two protocols:
 *
 *	wlr-foreign-toplevel-management   sway, labwc, Hyprland and others
 *	plasma-window-management          KWin, which offers it to programs whose desktop file names
 *	                                  it: limberd.desktop, in X-KDE-Wayland-Interfaces
 */
#ifndef LIMBER_IDLE_WAYLAND_SCREEN_H
#define LIMBER_IDLE_WAYLAND_SCREEN_H

#include <stdbool.h>
#include <stdint.h>
#include <wayland-client.h>

struct wayland_screen;

enum screen_protocol { SCREEN_WLR, SCREEN_PLASMA, SCREEN_PROTOCOLS };

/* The protocol of a global; SCREEN_PROTOCOLS: none of these, or a version without full screen. */
enum screen_protocol screen_protocol_of(const char *interface, uint32_t version);

/* Reports the level at first, within the call, and then each change. `name`: of the global. NULL:
 * no memory. */
struct wayland_screen *wayland_screen_new(struct wl_registry *registry,
					  enum screen_protocol protocol, uint32_t name,
					  void (*tell)(void *user, bool on), void *user);
struct wayland_screen *wayland_screen_free(struct wayland_screen *screen); /* NULL */

#endif
