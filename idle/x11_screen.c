/* One request at a time: the atoms, then which window is in front, then its state. */
#include "idle/x11_screen.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <xcb/xcbext.h>

enum { ACTIVE, STATE, FULLSCREEN, ATOMS };

/* What the reply that is awaited is about. */
enum step { STEP_ATOM, STEP_ACTIVE, STEP_STATE, STEP_NONE };

struct x11_screen {
	xcb_connection_t *connection;
	void (*report)(void *user, bool on);
	void *user;
	xcb_window_t root, front; /* front 0: there is none */
	xcb_atom_t atoms[ATOMS];
	int known; /* atoms */
	enum step step;
	unsigned sequence;
	bool again; /* something has changed since the request */
	bool reported, on;
};

static void report(struct x11_screen *screen, bool on)
{
	if (screen->reported && screen->on == on)
		return;
	screen->reported = true;
	screen->on = on;
	screen->report(screen->user, on);
}

static void await(struct x11_screen *screen, enum step step, unsigned sequence)
{
	screen->step = step;
	screen->sequence = sequence;
}

static void ask_atom(struct x11_screen *screen)
{
	static const char *const names[ATOMS] = { "_NET_ACTIVE_WINDOW", "_NET_WM_STATE",
						  "_NET_WM_STATE_FULLSCREEN" };
	const char *name = names[screen->known];
	await(screen, STEP_ATOM,
	      xcb_intern_atom(screen->connection, 0, (uint16_t)strlen(name), name).sequence);
}

/* An error, for example that the window is gone, is an event that is ignored. */
static void listen(const struct x11_screen *screen, xcb_window_t window, uint32_t events)
{
	if (window)
		xcb_change_window_attributes(screen->connection, window, XCB_CW_EVENT_MASK,
					     &events);
}

static void ask_active(struct x11_screen *screen)
{
	screen->again = false;
	await(screen, STEP_ACTIVE,
	      xcb_get_property(screen->connection, 0, screen->root, screen->atoms[ACTIVE],
			       XCB_GET_PROPERTY_TYPE_ANY, 0, 1)
		      .sequence);
}

static void ask_state(struct x11_screen *screen)
{
	enum { STATES_MOST = 64 };
	await(screen, STEP_STATE,
	      xcb_get_property(screen->connection, 0, screen->front, screen->atoms[STATE],
			       XCB_GET_PROPERTY_TYPE_ANY, 0, STATES_MOST)
		      .sequence);
}

static void on_atom(struct x11_screen *screen, const xcb_intern_atom_reply_t *reply)
{
	screen->atoms[screen->known++] = reply ? reply->atom : XCB_ATOM_NONE;
	if (screen->known < ATOMS) {
		ask_atom(screen);
		return;
	}
	listen(screen, screen->root, XCB_EVENT_MASK_PROPERTY_CHANGE);
	ask_active(screen);
}

static void on_active(struct x11_screen *screen, const xcb_get_property_reply_t *reply)
{
	xcb_window_t front = 0;
	if (reply && reply->format == 32 && xcb_get_property_value_length(reply) >= 4)
		memcpy(&front, xcb_get_property_value(reply), sizeof(front));
	if (front != screen->front) {
		listen(screen, screen->front, 0);
		screen->front = front;
		listen(screen, front,
		       XCB_EVENT_MASK_PROPERTY_CHANGE | XCB_EVENT_MASK_STRUCTURE_NOTIFY);
	}
	if (front)
		ask_state(screen);
	else
		report(screen, false);
}

static void on_state(struct x11_screen *screen, const xcb_get_property_reply_t *reply)
{
	bool on = false;
	int size = reply && reply->format == 32 ? xcb_get_property_value_length(reply) : 0;
	const xcb_atom_t *states = size > 0 ? xcb_get_property_value(reply) : NULL;
	for (int i = 0; states && i < size / (int)sizeof(states[0]); i++)
		on |= states[i] == screen->atoms[FULLSCREEN];
	report(screen, on);
}

bool x11_screen_turn(struct x11_screen *screen)
{
	xcb_generic_error_t *error = NULL;
	void *reply = NULL;
	enum step step = screen->step;
	if (step == STEP_NONE ||
	    !xcb_poll_for_reply(screen->connection, screen->sequence, &reply, &error))
		return false;
	screen->step = STEP_NONE;
	if (step == STEP_ATOM)
		on_atom(screen, reply);
	else if (step == STEP_ACTIVE)
		on_active(screen, reply);
	else
		on_state(screen, reply);
	if (screen->step == STEP_NONE && screen->again)
		ask_active(screen);
	free(reply);
	free(error);
	return true;
}

/* Some window managers still name a window in front that is gone. */
static bool matters(const struct x11_screen *screen, const xcb_generic_event_t *event)
{
	const xcb_property_notify_event_t *property = (const xcb_property_notify_event_t *)event;
	const xcb_destroy_notify_event_t *gone = (const xcb_destroy_notify_event_t *)event;
	if ((event->response_type & 0x7f) == XCB_DESTROY_NOTIFY)
		return gone->window == screen->front;
	if ((event->response_type & 0x7f) != XCB_PROPERTY_NOTIFY)
		return false;
	return (property->window == screen->root && property->atom == screen->atoms[ACTIVE]) ||
	       (property->window == screen->front && property->atom == screen->atoms[STATE]);
}

void x11_screen_take(struct x11_screen *screen, const xcb_generic_event_t *event)
{
	if (!matters(screen, event))
		return;
	if (screen->step == STEP_NONE)
		ask_active(screen);
	else
		screen->again = true;
}

struct x11_screen *x11_screen_new(xcb_connection_t *connection, int number,
				  void (*reports)(void *user, bool on), void *user)
{
	struct x11_screen *screen = calloc(1, sizeof(*screen));
	xcb_screen_iterator_t at = xcb_setup_roots_iterator(xcb_get_setup(connection));
	if (!screen)
		return NULL;
	while (at.rem > 1 && number-- > 0)
		xcb_screen_next(&at);
	*screen = (struct x11_screen){
		.connection = connection, .report = reports, .user = user, .root = at.data->root
	};
	ask_atom(screen);
	return screen;
}

struct x11_screen *x11_screen_free(struct x11_screen *screen)
{
	if (!screen)
		return NULL;
	if (screen->step != STEP_NONE)
		xcb_discard_reply(screen->connection, screen->sequence);
	listen(screen, screen->root, 0);
	listen(screen, screen->front, 0);
	free(screen);
	return NULL;
}
