/* Whether the window in front fills its screen, by the properties that window managers set
 * (https://specifications.freedesktop.org/wm-spec/). Waits for nothing. */
#ifndef LIMBER_IDLE_X11_SCREEN_H
#define LIMBER_IDLE_X11_SCREEN_H

#include <stdbool.h>
#include <xcb/xcb.h>

struct x11_screen;

/* Reports the level at first and then each change. `number`: of the screen. NULL: no memory. Its
 * requests are sent by the next flush. */
struct x11_screen *x11_screen_new(xcb_connection_t *connection, int number,
				  void (*report)(void *user, bool on), void *user);
struct x11_screen *x11_screen_free(struct x11_screen *screen); /* NULL */

/* Takes a reply that has arrived; false: there is none. */
bool x11_screen_turn(struct x11_screen *screen);

/* Takes an event, whatever it is about. */
void x11_screen_take(struct x11_screen *screen, const xcb_generic_event_t *event);

#endif
