/* What displays report of the card, and that a display is there. */
#ifndef LIMBER_SCREEN_H
#define LIMBER_SCREEN_H

#include "core/policy/result.h"

event_handler screen_shown, screen_not_shown, screen_no_server, screen_closed, screen_lost;

/* EVENT_DISPLAY: the card is sent at once, whatever failed before. */
event_handler screen_ready;

#endif
