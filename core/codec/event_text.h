/*
 * An event as a line of text: the signal Noticed, the lines of a recorded day, and what users
 * write by hand, limber-day(5).
 *
 *	lock | unlock | sleep | wake | away | back | idle 3min | input
 *	standing 20min | sitting | sat 10min | stood 10min
 *	source on | moment | login | workout
 *	call on (microphone) | awake on 5min (Firefox) | dnd off | inhibited gone
 *	shown #3 | not-shown #3 | closed #3 | lost #3 | display
 *	play start [#3] | play hurt | did walk-break 2min | did-partly calf-stretch 30s left
 *	done [#3] [desk] | partly | skip | snooze [#3] [desk] 20min | undo | try desk
 *	pause 14:00 (lunch) | resume
 *	start | boot | stop | timer | plan | zone Europe/Berlin | clock
 *
 * Not in the text, and set by the reader: when it happened, `saved` of a start, the table of a
 * zone. Ends further than LENGTH_MAX away become "open"; everything else is exact.
 */
#ifndef LIMBER_EVENT_TEXT_H
#define LIMBER_EVENT_TEXT_H

#include "core/model/event.h"

enum { EVENT_TEXT_SIZE = 256 }; /* with its final NUL */

/* Reminders by their names in `plan`; ends as lengths from event->now on. */
void event_print(const struct event *event, const struct plan *plan, char out[EVENT_TEXT_SIZE]);

/* The plan for names and for times such as "tomorrow". */
struct event_place {
	const struct plan *plan;
	const struct zone *zone;
	struct moment now;
};

enum event_text {
	EVENT_TEXT_OK,
	EVENT_TEXT_NO_WORD,     /* unknown first word */
	EVENT_TEXT_BAD,         /* invalid arguments */
	EVENT_TEXT_NO_REMINDER, /* the plan has no reminder of that name */
};

/* The result; not to be copied, because the event may point into it. */
struct event_read {
	struct event event; /* zone: NULL, `text` is its name */
	char text[WHY_SIZE];
	const char *form; /* of its word, "snooze [#CARD] [NAME] TIME"; NULL: EVENT_TEXT_NO_WORD */
};

enum event_text event_read(const char *text, const struct event_place *place,
			   struct event_read *ret);

enum { EVENT_WORDS_MAX = 64 };

/* The forms of all words, for an error message; returns their number. */
int event_words(const char *ret[EVENT_WORDS_MAX]);

#endif
