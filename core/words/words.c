/*
 * Texts about times and reasons, the same for cards, commands and the journal. Patterns are English
 * keys for gettext, filled from data.
 */
#include "core/words/words.h"

#include <stdarg.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/policy/busy.h"
#include "core/policy/water.h"
#include "core/words/health_text.h"

enum { NUMBER_SIZE = 21 }; /* what ascii_put_number() writes at most */

struct text {
	char *out;
	size_t size, length;
};

static void put(struct text *text, const char *bytes, size_t count)
{
	for (size_t i = 0; i < count && text->length + 1 < text->size; i++)
		text->out[text->length++] = bytes[i];
}

/* Remove a truncated character at the end. */
static void trim_character(struct text *text)
{
	size_t start = text->length;
	while (start > 0 && ((unsigned char)text->out[start - 1] & 0xc0) == 0x80)
		start--;
	if (start == 0 || (unsigned char)text->out[start - 1] < 0xc0)
		return;
	unsigned char lead = (unsigned char)text->out[start - 1];
	size_t whole = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	if (text->length - (start - 1) < whole)
		text->length = start - 1;
}

/* The value of a name in a list of names and values; NULL: it is not there. */
static const char *value_of(va_list words, const char *name, size_t length)
{
	for (const char *word; (word = va_arg(words, const char *)) != NULL;) {
		const char *value = va_arg(words, const char *);
		if (strlen(word) == length && strncmp(word, name, length) == 0)
			return value;
	}
	return NULL;
}

size_t words_fill(char *out, size_t size, const char *pattern, ...)
{
	struct text text = { out, size, 0 };
	for (const char *at = pattern; *at;) {
		const char *end = *at == '{' ? strchr(at, '}') : NULL;
		va_list words;
		va_start(words, pattern);
		const char *value = end ? value_of(words, at + 1, (size_t)(end - at) - 1) : NULL;
		va_end(words);
		if (value) {
			put(&text, value, strlen(value));
			at = end + 1;
		} else {
			put(&text, at++, 1);
		}
	}
	trim_character(&text);
	if (size > 0)
		text.out[text.length] = '\0';
	return text.length;
}

void words_tenths(int64_t tenths, words_translate *translate, char out[TENTHS_SIZE])
{
	char whole[NUMBER_SIZE], tenth[NUMBER_SIZE];
	uint64_t number = tenths > 0 ? (uint64_t)tenths : 0;
	ascii_put_number(whole, number / 10);
	ascii_put_number(tenth, number % 10);
	/* A decimal number, with the mark of the language between both parts. */
	words_fill(out, TENTHS_SIZE, tr(translate, N_("{whole}.{tenth}")), "whole", whole, "tenth",
		   tenth, NULL);
}

static const char *const months[] = {
	N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
	N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

const char *month_short(int month)
{
	return months[month - 1];
}

static const char *when_pattern(int32_t days, bool this_year)
{
	if (days == 0)
		return N_("{time}");
	if (days == 1)
		return N_("tomorrow {time}");
	if (days == -1)
		return N_("yesterday {time}");
	return this_year ? N_("{weekday} {day} {month} {time}") : N_("{day} {month} {year}");
}

void words_when(struct realtime when, const struct zone *zone, struct realtime now,
		words_translate *translate, char out[WHEN_SIZE])
{
	char time[CLOCK_SIZE], day[NUMBER_SIZE], year[NUMBER_SIZE];
	if (when.us == REALTIME_OPEN.us) {
		memcpy(out, "…", sizeof("…"));
		return;
	}
	struct civil civil = zone_civil(zone, when);
	int32_t number = zone_wall(zone, when).day, days = number - zone_wall(zone, now).day;
	clock_print(civil.hour * 60 + civil.minute, time);
	ascii_put_number(day, (uint64_t)civil.day);
	ascii_put_number(year, civil.year > 0 ? (uint64_t)civil.year : 0);
	bool this_year = days > -300 && days < 300;
	words_fill(out, WHEN_SIZE, tr(translate, when_pattern(days, this_year)), "time", time,
		   "day", day, "year", year, "month", tr(translate, month_short(civil.month)),
		   "weekday", tr(translate, weekday_short(civil_weekday(number))), NULL);
}

static const char *const hold_patterns[HOLD_COUNT] = {
	[HOLD_PAUSED] = N_("paused until {until}"),
	[HOLD_SNOOZED] = N_("put off until {until}"),
	[HOLD_LOCKED] = N_("the screen is locked"),
	[HOLD_ASLEEP] = N_("the machine is asleep"),
	[HOLD_AWAY] = N_("you have been away since {since}"),
	[HOLD_WORKOUT] = N_("a workout since {since}; at its end: limber stop workout"),
	[HOLD_CARD_UP] = N_("another card is up"),
	[HOLD_QUIET] = N_("quiet until {until}"),
	[HOLD_CAP] = N_("the cap of cards a day is reached: again {until}"),
	[HOLD_MOST] = N_("its own limit a day is reached: again {until}"),
	[HOLD_RETURNING] = N_("you are just back: not before {until}"),
	[HOLD_WORK] = N_("a check-in comes after half an hour of work: {until}"),
	[HOLD_TURN] = N_("after days away one check-in a day: {until}"),
	[HOLD_SOON] = N_("it joins the card of {until}"),
	[HOLD_CHAIR] = N_("you may be away from the machine: the card comes with your next key"),
	[HOLD_WAITING] = N_("a pause in your typing, or {until}"),
	[HOLD_HOURS] = N_("outside its hours, which begin {until}"),
	[HOLD_GAP] = N_("the last card came at {since}, the next not before {until}"),
	[HOLD_HOUR] = N_("two cards came within an hour: not before {until}"),
	[HOLD_FIRST_WEEK] = N_("cards come less often in the first week: not before {until}"),
	[HOLD_SPREAD] = N_("the cap of cards a day is spread over the hours: not before {until}"),
	[HOLD_BACK_OFF] = N_("several in a row were not answered: not before {until}"),
	[HOLD_HEALTH] = N_("the health questions are not answered yet: limber health"),
	[HOLD_NO_DISPLAY] = N_("nothing could show the card; next try {until}"),
	[HOLD_STARTING] =
		N_("limberd has just started, and first looks whether a call or a film is on"),
};

static const char *hold_pattern(const struct hold *hold)
{
	enum busy busy = busy_of_hold(hold->kind);
	if (busy == BUSY_COUNT)
		return hold_patterns[hold->kind];
	return hold->who[0] != '\0' ? busy_words[busy].held_by : busy_words[busy].held;
}

void words_hold(const struct hold *hold, const struct state *state, struct realtime now,
		words_translate *translate, char out[SENTENCE_SIZE])
{
	char since[WHEN_SIZE], until[WHEN_SIZE], verdict[SENTENCE_SIZE];
	const char *pattern = hold_pattern(hold);
	bool judged = hold->kind == HOLD_HEALTH && hold->verdict.ruling != RULING_FOR_YOU;
	ruling_say(&hold->verdict, translate, verdict);
	words_when(hold->since, &state->zone, now, translate, since);
	words_when(hold->until, &state->zone, now, translate, until);
	if (hold->kind == HOLD_PAUSED && state->paused_why[0] != '\0')
		pattern = N_("paused until {until} ({why})");
	if (hold->kind == HOLD_NO_DISPLAY && hold->until.us == REALTIME_OPEN.us)
		pattern = N_("there is no notification server; it comes when there is one, or "
			     "here: limber watch");
	if (judged)
		pattern = hold->until.us == REALTIME_OPEN.us
				  ? N_("nothing of it is for you now: {verdict}")
				  : N_("nothing of it is for you before {until}: {verdict}");
	words_fill(out, SENTENCE_SIZE, tr(translate, pattern), "since", since, "until", until,
		   "why", state->paused_why, "who", hold->who, "verdict", verdict, NULL);
}

static const char *days_pattern(const struct calendar *at)
{
	static const char *const nth[] = { N_("last {weekday}"),  NULL,
					   N_("first {weekday}"), N_("second {weekday}"),
					   N_("third {weekday}"), N_("fourth {weekday}") };
	return calendar_daily(at) ? N_("every day") : nth[calendar_nth(at) + 1];
}

/* "every day 21:30", "first Mon 12:15"; else as in the file, with the names of days that it has. */
static void time_print(const struct calendar *at, words_translate *translate, struct text *text)
{
	char one[CALENDAR_SIZE], days[WHEN_SIZE] = "";
	const char *pattern = days_pattern(at), *clock = one;
	calendar_print(at, one);
	if (pattern) {
		const char *weekday = weekday_short(__builtin_ctz(at->weekdays));
		words_fill(days, sizeof(days), tr(translate, pattern), "weekday",
			   tr(translate, weekday), NULL);
		put(text, days, strlen(days));
		put(text, " ", 1);
		for (const char *space = one; (space = strchr(space, ' '));)
			clock = ++space;
	}
	put(text, clock, strlen(clock));
}

/* Several calendar times: "Mon..Fri 12:30, Sat 10:00". */
static void at_print(const struct reminder *reminder, words_translate *translate,
		     char out[SENTENCE_SIZE])
{
	struct text text = { out, SENTENCE_SIZE, 0 };
	for (int i = 0; i < reminder->at_count; i++) {
		put(&text, ", ", i > 0 ? 2 : 0);
		time_print(&reminder->at[i], translate, &text);
	}
	trim_character(&text);
	out[text.length] = '\0';
}

static const char *const occasions[OCCASION_COUNT] = {
	[ON_UNLOCK] = N_("when you unlock"),
	[ON_WAKE] = N_("when the machine wakes"),
	[ON_LOGIN] = N_("at login"),
	[ON_WORKOUT] = N_("after a workout"),
	[ON_STANDING] = N_("when a time of standing is over"),
};

static const char *schedule_pattern(const struct reminder *reminder, bool aims)
{
	if (aims)
		return reminder->with < 0 ? N_("by the aim of the day")
					  : N_("by the aim of the day, on the {host} card");
	switch (reminder->trigger) {
	case TRIGGER_SITTING:
		return reminder->with < 0 ? N_("every {length} of sitting")
					  : N_("every {length} of sitting, on the {host} card");
	case TRIGGER_CLOCK:
		return reminder->with < 0 ? N_("every {length}")
					  : N_("every {length}, on the {host} card");
	case TRIGGER_AT:
		return reminder->with < 0 ? N_("{times}") : N_("{times}, on the {host} card");
	case TRIGGER_ON:
		break;
	}
	return occasions[reminder->on];
}

/* Its own hours, behind its schedule: ", 09:00-12:00". */
static void own_hours_print(const struct reminder *reminder, char out[SENTENCE_SIZE])
{
	struct text text = { out, SENTENCE_SIZE, strlen(out) };
	for (int i = 0; i < reminder->hours.count; i++) {
		char hours[HOURS_SIZE];
		hours_print(&reminder->hours.hours[i], hours);
		put(&text, ", ", 2);
		put(&text, hours, strlen(hours));
	}
	trim_character(&text);
	out[text.length] = '\0';
}

/* "every day 18:00, on the days 0 to 3 of acute". */
static void add_days(const struct fact_window *days, words_translate *translate,
		     char out[SENTENCE_SIZE])
{
	char times[SENTENCE_SIZE], from[24], to[24];
	memcpy(times, out, SENTENCE_SIZE);
	ascii_put_number(from, (uint64_t)days->from);
	ascii_put_number(to, (uint64_t)days->to);
	words_fill(out, SENTENCE_SIZE,
		   tr(translate, days->from == days->to
					 ? N_("{times}, on day {from} of {fact}")
					 : N_("{times}, on the days {from} to {to} of {fact}")),
		   "times", times, "from", from, "to", to, "fact", item_facts[days->fact], NULL);
}

void words_schedule(const struct plan *plan, const struct state *state, int index,
		    words_translate *translate, char out[SENTENCE_SIZE])
{
	const struct reminder *reminder = &plan->reminders[index];
	char length[LENGTH_SIZE], times[SENTENCE_SIZE];
	length_say(reminder->every, length);
	at_print(reminder, translate, times);
	words_fill(out, SENTENCE_SIZE,
		   tr(translate, schedule_pattern(reminder, water_leads(plan, state, index))),
		   "length", length, "times", times, "host",
		   reminder->with < 0 ? "" : plan->reminders[reminder->with].name, NULL);
	own_hours_print(reminder, out);
	if (reminder->days.given)
		add_days(&reminder->days, translate, out);
}

static const char *const answers[ANSWER_COUNT] = {
	[ANSWER_OK] = "",
	[ANSWER_NO_CARD] =
		N_("There is no card to answer: none is up, and none of the last 30 minutes."),
	[ANSWER_NO_REMINDER] =
		N_("No card is up and none comes that soon. What comes: limber next"),
	[ANSWER_OFF] = N_("This reminder is switched off (enabled = false in limber.conf)."),
	[ANSWER_PAST] = N_("That moment is over already."),
	[ANSWER_OUTLIVED] = N_("By then it is too late for it, and nothing was changed. A card "
			       "that is up is left out by: limber skip"),
	[ANSWER_TOO_FAR] =
		N_("That is too far away: at most 7 days for a snooze, 400 for a pause."),
	[ANSWER_NOT_PAUSED] = N_("Nothing is paused."),
	[ANSWER_NOTHING_TO_UNDO] = N_("There is nothing to take back."),
	[ANSWER_HEALTH] = N_("This reminder stays silent until the health questions are answered: "
			     "limber health"),
	[ANSWER_NOT_FOR_YOU] = N_("None of its items is for you now. Why: limber explain"),
	[ANSWER_LOCKED] = N_("The screen is locked: nothing is shown on a locked screen."),
	[ANSWER_NO_CARD_UP] = N_("No card is up. To play an item here: limber start ITEM"),
	[ANSWER_NO_STEPS] = N_("This card has no steps that could be played."),
	[ANSWER_NO_OTHER] =
		N_("Nothing else in this reminder is for you now. To leave it out: limber skip"),
	[ANSWER_HURT] = N_("It hurt, so no other exercise comes now. To end this one: limber done"),
	[ANSWER_IN_NO_DECK] =
		N_("No reminder has this item, so the log has no row of it. Its time does not "
		   "count as sitting."),
	[ANSWER_NO_EASIER] = N_("This item has no easier form."),
	[ANSWER_NO_WORKOUT] = N_("No workout was begun: limber start workout"),
	[ANSWER_NOT_PLAYED] = N_("This card is not being played: limber start"),
};

const char *words_answer(enum answer answer)
{
	return answer < ANSWER_COUNT ? answers[answer] : "";
}

const char *words_undone(enum undo_kind undone)
{
	static const char *const words[] = {
		[UNDO_NOTHING] = "",
		[UNDO_ANSWER] = N_("the answer"),
		[UNDO_SNOOZE] = N_("the snooze"),
		[UNDO_PAUSE] = N_("the pause"),
		[UNDO_RESUME] = N_("the end of the pause"),
		[UNDO_BACK_OFF] = N_("the longer gap"),
		[UNDO_BOOK] = N_("the entry in the diary"),
		[UNDO_AMEND] = N_("the change in the log"),
	};
	return words[undone];
}
