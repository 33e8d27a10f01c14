/*
 * Whatever limberd decides stands in its status; here is only the arithmetic of time that passes,
 * so that an icon that fills needs no call. While nobody sits, and in a pause, it stands still.
 */
#include "tray/face.h"

#include <string.h>

#include "cli/shared/when.h"
#include "core/base/utf8.h"

#define MINUTE ((uint64_t)USEC_PER_MIN)

/* Minutes left are shown with two digits; a card that is farther away has its clock time. */
#define MINUTES_MOST ((uint64_t)99)

static bool is_moment(uint64_t when)
{
	return when > 0 && when < INT64_MAX;
}

static enum icon_state state_of(const struct status *status, const struct status_reminder *next)
{
	if (status->problems.count > 0 || status->silent_since)
		return ICON_UNWELL;
	if (status->card.card)
		return ICON_DUE;
	if (status->paused_until)
		return ICON_PAUSED;
	if (status->absences.count > 0)
		return ICON_AWAY;
	return next && next->due ? ICON_DUE : ICON_ON;
}

/* The sitting that is counted, and whether it grows from here on. */
static void sitting(struct face *face, const struct status *status)
{
	const struct status_reminder *its = status_find(status, status->counted);
	if (!its || its->every < MINUTE || its->every > (uint64_t)USEC_PER_DAY)
		return;
	uint64_t ledger = its->ledger < its->every ? its->ledger : its->every;
	face->every = its->every;
	face->icon.parts = (int)(ledger * ICON_PARTS / its->every);
	if (face->icon.state == ICON_ON && is_moment(its->full_at))
		face->full_at = its->full_at;
}

static void next_say(struct face *face, const struct status *status,
		     const struct status_reminder *next)
{
	char when[WHEN_SIZE] = "";
	if (face->paused) {
		when_say(status->paused_until, status->now, when);
		snprintf(face->next, FACE_NEXT, _("Paused until %s"), when);
	} else if (status->card.card) {
		snprintf(face->next, FACE_NEXT, "%s", status->card.title);
	} else if (next) {
		status_when(status, next, when);
		snprintf(face->next, FACE_NEXT, "%s  %s", when, next->title);
	} else {
		snprintf(face->next, FACE_NEXT, "%s",
			 status->absences.count > 0 ? _("Next card: when you are back")
						    : _("Nothing is planned"));
	}
	snprintf(face->when, FACE_LABEL, "%s", when);
	if (is_moment(status->next_at) || is_moment(status->paused_until))
		face->stale = when_midnight(status->now);
	if (face->icon.state == ICON_ON && strcmp(status->tray, "minutes") == 0 &&
	    is_moment(status->next_at))
		face->minutes_to = status->next_at;
}

void face_make(const struct status *status, struct face *ret)
{
	*ret = (struct face){ .icon = { .state = ICON_OFF } };
	if (!status) {
		snprintf(ret->next, FACE_NEXT, "%s", _("Limber is off"));
		status_add_line(ret->text, FACE_TEXT, "%s",
				_("limberd is not running, so nothing will be shown: limber on"));
		return;
	}
	const struct status_reminder *next = status_find(status, status->next);
	ret->icon.state = state_of(status, next);
	(void)!snprintf(ret->counted, NAME_SIZE, "%s",
			status->counted[0] ? status->counted : status->next);
	ret->card = status->card.card != 0;
	ret->paused = status->paused_until != 0;
	sitting(ret, status);
	next_say(ret, status, next);
	status_add_problems(status, ret->text, FACE_TEXT);
	status_add_today(status, ret->card ? NULL : next, ret->text, FACE_TEXT);
	/* A bus refuses what a cut has spoilt. */
	utf8_clean(ret->next);
	utf8_clean(ret->text);
	utf8_clean(ret->when);
	face_pass(ret, status->now);
}

static void sooner(struct face *face, uint64_t when)
{
	if (face->changes == 0 || when < face->changes)
		face->changes = when;
}

static void pass_sitting(struct face *face, uint64_t now)
{
	uint64_t left = face->full_at > now ? face->full_at - now : 0;
	if (face->full_at == 0 || face->every == 0)
		return;
	uint64_t sat = left < face->every ? face->every - left : 0;
	int parts = (int)(sat * ICON_PARTS / face->every);
	face->icon.parts = parts;
	if (parts < ICON_PARTS)
		sooner(face, face->full_at -
				     face->every * (uint64_t)(ICON_PARTS - parts - 1) / ICON_PARTS);
}

static void pass_minutes(struct face *face, uint64_t now)
{
	uint64_t left = face->minutes_to > now ? face->minutes_to - now : 0;
	uint64_t minutes = (left + MINUTE - 1) / MINUTE;
	if (minutes == 0 || minutes > MINUTES_MOST) {
		snprintf(face->label, FACE_LABEL, "%s", face->when);
		if (minutes > 0)
			sooner(face, face->minutes_to - MINUTES_MOST * MINUTE);
		return;
	}
	snprintf(face->label, FACE_LABEL, _("%u min"), (unsigned)minutes);
	sooner(face, face->minutes_to - (minutes - 1) * MINUTE);
}

void face_pass(struct face *face, uint64_t now)
{
	face->changes = 0;
	pass_sitting(face, now);
	pass_minutes(face, now);
}

bool face_same_icon(const struct face *a, const struct face *b)
{
	return a->icon.state == b->icon.state && a->icon.parts == b->icon.parts;
}

bool face_same_texts(const struct face *a, const struct face *b)
{
	return a->card == b->card && a->paused == b->paused && strcmp(a->label, b->label) == 0 &&
	       strcmp(a->next, b->next) == 0 && strcmp(a->text, b->text) == 0;
}
