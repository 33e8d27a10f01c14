/*
 * Stories: a script of events for the step, and the transcript of its actions.
 *
 * A script is a list of commands separated by ";". It begins on Monday 2026-11-23 at 08:00 in
 * Berlin with a fresh state, unless `begin` names another time. A time advances the clocks up to
 * it, and the wakes that the step asked for are sent on the way:
 *
 *	Tue 09:00   09:00:30   +10m       the next such time; a length (s m h d)
 *	begin Mon 06:00 | begin 2026-03-28 22:00
 *	begin first Mon 08:00             the shell can show the welcome; else it cannot
 *	lock unlock sleep wake away back  absences; nothing is sent while the machine is asleep
 *	idle 3m / input                   no input since 3 minutes ago / input again
 *	stand [20m] / sit                 standing at the machine / sitting again
 *	train / trained                   a workout begins / ends; its occasion is `workout`
 *	stood 20m, sat 20m                corrections of the ledgers
 *	source on|dates|off, moment       of input; a gap in input
 *	call on|off|gone                  a signal of calls, and the result of readings from then on
 *	mic on|off|gone                   the result of readings only
 *	awake|dnd|asked [WHO] on|off|gone a signal of a level that holds cards
 *	awake on 40m                      the level began 40 minutes ago
 *	login, workout                    occasions
 *	done|partly|skip [NAME]           answers; done #1: of card 1
 *	drink [AMOUNT]                    water; without an amount a glass of 250 ml
 *	snooze [NAME] +10m|23:00|Tue 9:00, snooze #1 +10m, pause +1h, resume, undo, ring NAME
 *	close, lost                       the user closes the card; the server exits
 *	close welcome                     the user closes the welcome
 *	play [#1] KEY                     start, pause, back, next, easier or hurt
 *	did|did-partly ITEM LENGTH        an item was played elsewhere
 *	display good|fails|mute           the fate of the next cards; shown #1: a late report
 *	display comes|none                EVENT_DISPLAY | EVENT_NO_SERVER
 *	clock +20m | clock -3d            CLOCK_REALTIME is set
 *	zone 9                            hours east of UTC from now on
 *	crash 5m, stop 5m                 the daemon is killed or stopped, and starts 5 min later
 *	reboot 8h, halt 8h                the same with the machine
 *	plan NAMES SETTINGS, setup no, switch NAME off
 *					  another plan, see plans.h
 *	timer                             a wake that the step did not ask for
 *	ledger|holds|last|next NAME, today [NAME]
 *					  printed to the transcript
 *	water                             printed: the water of today and of the hour
 *	explain NAME, silence             printed as sentences
 *	about                             printed: the reminder of the last request
 *	alarm                             printed: the next wake; none within a week
 *	watch                             printed: which input is to be reported
 *	only shows                        from here on only cards shown are in the transcript
 *
 * The transcript: moments separated by "; ", each "[Day] HH:MM[:SS] action, action"; the day is
 * printed when it changes. The actions of a step are in the order close, row, show:
 *
 *	show desk walk | close | close stays | #1.2 desk walk done | no_card (an answer that is
 *	not OK) | read on|off|gone (the microphones, as requested) | welcome | close welcome
 *
 * A close without a row of the step has its outcome. The other contents of a card follow it,
 * "show desk walk + eyes blink & water glass slowed": merged reminders, riders, and the line
 * about back-off. "play 2", "play paused 2", "play end": an update, with the part of the
 * routine. A row of a card that was played has the seconds and the sides after its outcome,
 * "done 60s both".
 */
#ifndef LIMBER_TESTS_STORY_H
#define LIMBER_TESTS_STORY_H

#include "core/policy/step.h"
#include "tests/core/transcript.h"

static inline void story_send(struct story *story, struct event event);

static inline void story_busy(struct story *story, enum busy kind, const char *who,
			      const char *word, usec age)
{
	struct event event = { .kind = EVENT_BUSY };
	event.busy.since.us = age != 0 ? story->now.boot.us - age : 0;
	event.busy.kind = kind;
	event.busy.who = who;
	event.busy.on = strcmp(word, "on") == 0;
	event.busy.gone = strcmp(word, "gone") == 0;
	story_send(story, event);
}

/* The shell answers at once. What is looked at again and again while a card waits is written once.
 */
static inline void story_read(struct story *story)
{
	const struct busy_state *call = &story->state.busy[BUSY_CALL];
	bool again = boottime_since(story->now.boot, call->read) == CALL_AGAIN &&
		     call->on == (strcmp(story->mic, "on") == 0);
	if (!story->shows_only && !again) {
		story_entry(story);
		story_write(story, "read %s", story->mic);
	}
	story->depth++;
	story_busy(story, BUSY_CALL, "microphone", story->mic, 0);
	story->depth--;
}

static inline void story_send(struct story *story, struct event event)
{
	struct result result;
	memset(&result, 0x5a, sizeof(result)); /* the step sets what it means */
	event.now = story->now;
	step(&story->plan.plan, &story->state, &event, &result);
	story_write_result(story, &result);
	story->result = result;
	if (result.read_calls && story->depth < 8)
		story_read(story);
	for (int i = 0; i < result.count && story->depth < 8; i++) {
		const struct action *action = &result.actions[i];
		if (action->kind != ACTION_SHOW || story->display == DISPLAY_MUTE)
			continue;
		story->depth++;
		story_send(story,
			   (struct event){ .kind = story->display == DISPLAY_GOOD ? EVENT_SHOWN
										  : EVENT_NOT_SHOWN,
					   .card = action->card.id });
		story->depth--;
	}
}

static inline void story_pass(struct story *story, usec length)
{
	story->now.boot.us += length;
	story->now.real.us += length;
}

/* Let time pass, with the wakes on the way. */
static inline void story_go(struct story *story, usec length)
{
	struct boottime target = { story->now.boot.us + length };
	for (int tries = 0;
	     story->result.armed && !story->asleep && story->result.wake.us <= target.us; tries++) {
		if (tries == 100000) {
			story_write(story, "; wakes without end");
			return;
		}
		if (story->result.wake.us > story->now.boot.us)
			story_pass(story, story->result.wake.us - story->now.boot.us);
		story_send(story, (struct event){ .kind = EVENT_WAKE });
	}
	story_pass(story, target.us - story->now.boot.us);
}

/* "10m", "90s", "8h", "3d", with a sign or not; "" is none. */
static inline usec story_length(const char *text)
{
	char *unit;
	long number = strtol(text, &unit, 10);
	usec size = *unit == 'd'   ? USEC_PER_DAY
		    : *unit == 'h' ? USEC_PER_HOUR
		    : *unit == 'm' ? USEC_PER_MIN
				   : USEC_PER_SEC;
	return number * size;
}

/* "[Day] 21:30[:00]", the next one from now on; "2026-03-28 22:00"; or "+10m". */
static inline struct realtime story_time(const struct story *story, const char *text)
{
	static const char days[] = "MonTueWedThuFriSatSun";
	if (*text == '+' || *text == '-')
		return (struct realtime){ story->now.real.us + story_length(text) };
	struct civil at = zone_civil(&story->state.zone, story->now.real);
	int week = 0;
	if (strlen(text) > 10 && strchr(text, '-') == text + 4) {
		sscanf(text, "%d-%d-%d", &at.year, &at.month, &at.day);
		text += 11;
	} else if (*text > '9') {
		char day[4] = { text[0], text[1], text[2], '\0' };
		int wanted = (int)(strstr(days, day) - days) / 3;
		at.day += (wanted - civil_weekday(civil_day(at)) + 7) % 7;
		text += 4;
		week = 7;
	}
	at.second = 0;
	sscanf(text, "%d:%d:%d", &at.hour, &at.minute, &at.second);
	struct realtime real = zone_real(&story->state.zone, at);
	if (real.us >= story->now.real.us)
		return real;
	at.day += week;
	return zone_real(&story->state.zone, at);
}

#endif
