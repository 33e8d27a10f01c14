/*
 * A row for each word: its event, the value that the word stands for, and the form of the
 * arguments. An absence without a word of its own, such as two reasons that end at once, is
 * `absent` or `present`; these rows come after those of single reasons.
 */
#include "core/codec/event_rows.h"

#include <stddef.h>

#define BUSY_ROW(name, word)                                                                       \
	{ word " on|off|gone [AGO] [(WHO)]", EVENT_BUSY, BUSY_##name, FORM_BUSY },

const struct event_row event_rows[EVENT_ROWS] = {
	{ "start", EVENT_START, true, FORM_START },
	{ "boot", EVENT_START, false, FORM_START },
	{ "stop", EVENT_STOP, 0, FORM_NONE },
	{ "timer", EVENT_WAKE, 0, FORM_NONE },
	{ "plan", EVENT_PLAN, 0, FORM_NONE },
	{ "zone NAME", EVENT_ZONE, 0, FORM_ZONE },
	{ "clock", EVENT_CLOCK_SET, 0, FORM_NONE },
	{ "lock [AGO]", EVENT_ABSENT, ABSENT_LOCKED, FORM_ABSENT },
	{ "unlock", EVENT_PRESENT, ABSENT_LOCKED, FORM_PRESENT },
	{ "sleep [AGO]", EVENT_ABSENT, ABSENT_ASLEEP, FORM_ABSENT },
	{ "wake", EVENT_PRESENT, ABSENT_ASLEEP, FORM_PRESENT },
	{ "away [AGO]", EVENT_ABSENT, ABSENT_BY_HAND, FORM_ABSENT },
	{ "back", EVENT_PRESENT, ABSENT_BY_HAND, FORM_PRESENT },
	{ "idle [AGO]", EVENT_ABSENT, ABSENT_IDLE, FORM_ABSENT },
	{ "input", EVENT_PRESENT, ABSENT_IDLE, FORM_PRESENT },
	{ "standing [LENGTH]", EVENT_ABSENT, ABSENT_STANDING, FORM_STANDING },
	{ "sitting", EVENT_PRESENT, ABSENT_STANDING, FORM_PRESENT },
	{ "absent REASON,REASON [AGO]", EVENT_ABSENT, 0, FORM_ABSENCES },
	{ "present REASON,REASON", EVENT_PRESENT, 0, FORM_REASONS },
	{ "source on|dates|off", EVENT_INPUT, 0, FORM_SWITCH },
	{ "moment", EVENT_INPUT_GAP, 0, FORM_NONE },
	{ "login", EVENT_OCCASION, ON_LOGIN, FORM_OCCASION },
	{ "workout", EVENT_OCCASION, ON_WORKOUT, FORM_OCCASION },
	{ "sat LENGTH", EVENT_CORRECT, 0, FORM_SAT },
	{ "stood LENGTH", EVENT_CORRECT, 0, FORM_STOOD },
	{ "display", EVENT_DISPLAY, 0, FORM_NONE },
	{ "shown [#CARD]", EVENT_SHOWN, 0, FORM_CARD },
	{ "not-shown [#CARD]", EVENT_NOT_SHOWN, 0, FORM_CARD },
	{ "no-server [#CARD]", EVENT_NO_SERVER, 0, FORM_CARD },
	{ "closed [#CARD]", EVENT_CLOSED, 0, FORM_CARD },
	{ "lost [#CARD]", EVENT_LOST, 0, FORM_CARD },
	{ "done [#CARD] [NAME]", EVENT_ANSWER, OUTCOME_DONE, FORM_ANSWER },
	{ "partly [#CARD] [NAME]", EVENT_ANSWER, OUTCOME_PARTLY, FORM_ANSWER },
	{ "skip [#CARD] [NAME]", EVENT_ANSWER, OUTCOME_SKIPPED, FORM_ANSWER },
	{ "play start|pause|back|next|hurt [#CARD]", EVENT_PLAY, 0, FORM_PLAY },
	{ "another [#CARD]", EVENT_ANOTHER, 0, FORM_CARD },
	{ "did ITEM LENGTH", EVENT_PLAYED_ELSEWHERE, OUTCOME_DONE, FORM_DID },
	{ "did-partly ITEM LENGTH", EVENT_PLAYED_ELSEWHERE, OUTCOME_PARTLY, FORM_DID },
	{ "drink AMOUNT", EVENT_DRINK, 0, FORM_DRINK },
	{ "booked", EVENT_BOOK, 0, FORM_NONE },
	{ "seen", EVENT_SEEN, 0, FORM_NONE },
	{ "recounted", EVENT_RECOUNT, 0, FORM_NONE },
	{ "snooze [#CARD] [NAME] TIME", EVENT_SNOOZE, 0, FORM_SNOOZE },
	{ "pause TIME [(WHY)]", EVENT_PAUSE, 0, FORM_PAUSE },
	{ "resume", EVENT_RESUME, 0, FORM_NONE },
	{ "try NAME", EVENT_RING, 0, FORM_NAME },
	{ "undo", EVENT_UNDO, 0, FORM_NONE },
	BUSY_KINDS(BUSY_ROW)
};

_Static_assert(sizeof(enum absence) == sizeof(int) && sizeof(enum outcome) == sizeof(int) &&
		       sizeof(enum busy) == sizeof(int) && sizeof(enum occasion) == sizeof(int),
	       "the values of rows are copied as int");

size_t event_row_place(const struct event_row *row)
{
	static const uint8_t places[] = {
		[FORM_ABSENT] = offsetof(struct event, absent.why),
		[FORM_STANDING] = offsetof(struct event, absent.why),
		[FORM_PRESENT] = offsetof(struct event, present),
		[FORM_BUSY] = offsetof(struct event, busy.kind),
		[FORM_OCCASION] = offsetof(struct event, occasion),
		[FORM_ANSWER] = offsetof(struct event, answer.outcome),
		[FORM_DID] = offsetof(struct event, played_elsewhere.outcome),
		[FORM_ZONE] = 0,
	};
	return places[row->form];
}
