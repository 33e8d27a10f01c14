/* Entries that only a day has: keys, cards that fail, a clock that is set, a daemon that is killed.
 * All others are events in the format of core/codec/event_text. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/report/simulate/recording.h"
#include "cli/report/zones.h"
#include "cli/shared/say.h"
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/try.h"
#include "core/codec/event_text.h"
#include "core/codec/state_text.h"

/* The most that a time without a day may be ahead. */
#define PAST_MIDNIGHT (12 * USEC_PER_HOUR)

struct playing {
	struct recording_play *play;
	struct recording_error *error;
	unsigned line;
	struct zone zone; /* of the last `zone` */
};

#define wrong(playing, ...) recording_wrong((playing)->error, (playing)->line, __VA_ARGS__)

/* ---- when ---- */

/* "14:00", "14:00:30", as seconds. */
static bool clock_seconds(const char *text, int *ret)
{
	char clock[16];
	int minutes;
	int64_t seconds = 0;
	const char *colon = strchr(text, ':');
	const char *end = colon ? strchrnul(colon + 1, ':') : text;
	snprintf(clock, sizeof(clock), "%.*s", (int)(end - text), text);
	if (clock_read(clock, &minutes) != TEXT_OK)
		return false;
	if (*end == ':') {
		const char *digits = end + 1;
		end = ascii_number(digits, 59, &seconds);
		if (end != digits + 2 || seconds > 59)
			return false;
	}
	*ret = minutes * 60 + (int)seconds;
	return *end == '\0';
}

/* Read a date or a day of the week before the time, if any; *text moves past it. *again: after how
 * many days it repeats; 0: never. */
static bool day_of(const char **text, int32_t today, int32_t *ret, int *again)
{
	size_t length = (size_t)(strchrnul(*text, ' ') - *text);
	int weekday;
	*ret = today;
	*again = 1;
	if ((*text)[length] == '\0')
		return true;
	if (weekday_read(*text, length, &weekday) == TEXT_OK) {
		*ret = today + (weekday - civil_weekday(today) + 7) % 7;
		*again = 7;
	} else {
		char date[16];
		snprintf(date, sizeof(date), "%.*s", (int)length, *text);
		*again = 0;
		if (date_read(date, ret) == false)
			return false;
	}
	*text = ascii_skip(*text + length);
	return true;
}

/* The next moment of a time from `now` on. */
static int time_of(struct playing *playing, const char *text, const struct zone *zone,
		   struct realtime now, struct realtime *ret)
{
	const char *at = text;
	int32_t day;
	int again, seconds;
	if (!day_of(&at, zone_wall(zone, now).day, &day, &again) || !clock_seconds(at, &seconds))
		return wrong(playing,
			     _("\"%s\" is not a time: write 14:00, 14:00:30, Tue 14:00, "
			       "2026-11-24 14:00 or +10min."),
			     text);
	*ret = zone_time(zone, day, seconds * USEC_PER_SEC);
	if (ret->us >= now.us)
		return 0;
	*ret = zone_time(zone, day + again, seconds * USEC_PER_SEC);
	/* A line out of order must not become the next day. */
	if (again == 0 || (again == 1 && realtime_since(*ret, now) > PAST_MIDNIGHT))
		return wrong(playing, _("%s is earlier than the line before: write the day, too."),
			     text);
	return 0;
}

static int pass_to(struct playing *playing, const char *when)
{
	struct replay *replay = &playing->play->replay;
	struct realtime until = { 0 };
	usec length = 0;
	if (*when == '+') {
		if (length_read(when + 1, &length) != TEXT_OK)
			return wrong(playing, _("\"%s\" is not a length: write +10min or +90s."),
				     when);
		until.us = replay->now.real.us + length;
	} else {
		TRY(time_of(playing, when, &replay->state.zone, replay->now.real, &until));
	}
	replay_until(replay, moment_boot_of(replay->now, until));
	return 0;
}

/* ---- entries of a day ---- */

static int do_rest(struct playing *playing, const char *text)
{
	struct replay *replay = &playing->play->replay;
	usec length;
	replay_rest(replay);
	if (*text == '\0')
		return 0;
	if (length_read(text, &length) != TEXT_OK)
		return wrong(playing, _("\"rest %s\": write rest, or rest 10s."), text);
	replay_until(replay, (struct boottime){ replay->now.boot.us + length });
	replay_move(replay);
	return 0;
}

static int do_type(struct playing *playing, const char *text)
{
	if (*text)
		return wrong(playing, _("Nothing follows \"type\"."));
	replay_move(&playing->play->replay);
	return 0;
}

static int do_clock(struct playing *playing, const char *text)
{
	struct replay *replay = &playing->play->replay;
	usec length = 0;
	if ((*text != '+' && *text != '-') || length_read(text + 1, &length) != TEXT_OK)
		return wrong(playing, _("\"clock %s\": write clock +1h or clock -20min."), text);
	replay->now.real.us += *text == '-' ? -length : length;
	replay_send(replay, (struct event){ .kind = EVENT_CLOCK_SET });
	return 0;
}

static int do_cards(struct playing *playing, const char *text)
{
	struct replay *replay = &playing->play->replay;
	bool fail = strcmp(text, "fail") == 0;
	if (!fail && strcmp(text, "shown") != 0)
		return wrong(playing, _("\"cards %s\": write cards shown or cards fail."), text);
	replay->shell = fail ? REPLAY_FAILS : REPLAY_SHOWS;
	return 0;
}

static int do_killed(struct playing *playing, const char *text)
{
	if (*text)
		return wrong(playing, _("Nothing follows \"killed\"."));
	playing->play->replay.stopped = true;
	return 0;
}

static int do_end(struct playing *playing, const char *text)
{
	return *text ? wrong(playing, _("Nothing follows \"end\".")) : 0;
}

static const struct verb_of_day {
	const char *word;
	int (*run)(struct playing *playing, const char *text);
} verbs_of_day[] = {
	{ "rest", do_rest },   { "type", do_type },     { "clock", do_clock },
	{ "cards", do_cards }, { "killed", do_killed }, { "end", do_end },
};

enum { VERBS_OF_DAY = sizeof(verbs_of_day) / sizeof(verbs_of_day[0]) };

/* ---- events ---- */

static int no_such_word(struct playing *playing, const char *what)
{
	const char *words[EVENT_WORDS_MAX + VERBS_OF_DAY];
	char known[EVENT_WORDS_MAX + VERBS_OF_DAY][16], word[32];
	int count = event_words(words);
	for (int i = 0; i < VERBS_OF_DAY; i++)
		words[count++] = verbs_of_day[i].word;
	for (int i = 0; i < count; i++) {
		snprintf(known[i], sizeof(known[i]), "%.*s", (int)strcspn(words[i], " "), words[i]);
		words[i] = known[i];
	}
	snprintf(word, sizeof(word), "%.*s", (int)strcspn(what, " "), what);
	const char *near = text_nearest(word, words, (size_t)count);
	if (near)
		return wrong(playing, _("\"%s\" is nothing that happens. Did you mean \"%s\"?"),
			     word, near);
	return wrong(playing, _("\"%s\" is nothing that happens: see limber-day(5)."), word);
}

static int complain_of(struct playing *playing, enum event_text error, const char *what,
		       const struct event_read *read)
{
	switch (error) {
	case EVENT_TEXT_NO_WORD:
		return no_such_word(playing, what);
	case EVENT_TEXT_NO_REMINDER:
		return wrong(playing, _("\"%.60s\": there is no such reminder."),
			     text_begin(what).text);
	default:
		return wrong(playing, _("\"%.60s\" is not written: %s"), text_begin(what).text,
			     read->form);
	}
}

/* Complete an event by what its text does not have. */
static int complete(struct playing *playing, struct event_read *read)
{
	struct replay *replay = &playing->play->replay;
	struct event *event = &read->event;
	switch (event->kind) {
	case EVENT_SHOWN:
	case EVENT_NOT_SHOWN:
	case EVENT_CLOSED:
	case EVENT_LOST:
		if (event->card == 0)
			event->card = replay->state.card.id;
		return 0;
	case EVENT_START:
		if (!event->start.same_boot)
			replay->now.boot.us = 30 * USEC_PER_SEC;
		return 0;
	case EVENT_ZONE:
		event->zone = &playing->zone;
		if (!zones_named(read->text, replay->now.real, &playing->zone))
			return wrong(playing,
				     _("There is no zone \"%s\": write Europe/Berlin or +9:00."),
				     read->text);
		return 0;
	default:
		return 0;
	}
}

static int load_config(struct recording_play *play, const char *own, struct config **ret)
{
	const char *path = play->config_text ? play->config_path : play->path;
	const char *text = play->config_text ? play->config_text : own;
	return config_load_text(play->catalogue, path, text, strlen(text), ret, &play->errors);
}

/* Replace the configuration. */
static int replan(struct playing *playing, const char *text)
{
	struct recording_play *play = playing->play;
	struct config *old = play->config;
	TRY(text && !play->config_text ? load_config(play, text, &play->config) : 0);
	replay_send(&play->replay, (struct event){ .kind = EVENT_WAKE });
	play->replay.plan = config_plan(play->config);
	replay_send(&play->replay, (struct event){ .kind = EVENT_PLAN, .old = config_plan(old) });
	if (play->config != old)
		config_free(old);
	return 0;
}

static int do_event(struct playing *playing, const struct recording_entry *entry)
{
	struct replay *replay = &playing->play->replay;
	const struct event_place place = { replay->plan, &replay->state.zone, replay->now };
	struct event_read read;
	enum event_text error = event_read(entry->what, &place, &read);
	if (error != EVENT_TEXT_OK)
		return complain_of(playing, error, entry->what, &read);
	if (read.event.kind == EVENT_PLAN)
		return replan(playing, entry->config);
	int r = complete(playing, &read);
	if (r == 0)
		replay_send(replay, read.event);
	return r;
}

static int do_entry(struct playing *playing, const struct recording_entry *entry)
{
	playing->line = entry->line;
	TRY(pass_to(playing, entry->when));
	size_t length = strcspn(entry->what, " ");
	for (int i = 0; i < VERBS_OF_DAY; i++)
		if (strlen(verbs_of_day[i].word) == length &&
		    strncmp(entry->what, verbs_of_day[i].word, length) == 0)
			return verbs_of_day[i].run(playing, ascii_skip(entry->what + length));
	return do_event(playing, entry);
}

/* ---- the beginning ---- */

static int begin_zone(struct playing *playing, struct realtime from)
{
	const char *name = playing->play->day->zone;
	playing->line = playing->play->day->zone_line;
	if (!name)
		zones_local(from, &playing->zone);
	else if (!zones_named(name, from, &playing->zone))
		return wrong(playing, _("There is no zone \"%s\": write Europe/Berlin or +9:00."),
			     name);
	return 0;
}

/* Begin with a recorded state, at its moment. */
static int begin_recorded(struct playing *playing)
{
	struct replay *replay = &playing->play->replay;
	state_init(&replay->state, replay->plan, &playing->zone, replay->now);
	if (!state_read_parts(&replay->state, playing->play->day->state))
		return wrong(playing, _("The state is not one that limberd writes."));
	replay->now = replay->state.at;
	int r = begin_zone(playing, replay->now.real);
	replay->state.zone = playing->zone;
	state_adopt(&replay->state, replay->plan, replay->now);
	if (r == 0)
		replay_send(replay, (struct event){ .kind = EVENT_WAKE });
	return r;
}

/* Begin with a first start. The zone table is probed around a date, which depends on the zone. */
static int begin_fresh(struct playing *playing)
{
	const struct recording *day = playing->play->day;
	struct replay *replay = &playing->play->replay;
	struct realtime real = { 0 };
	const struct zone utc = { .until = REALTIME_OPEN };
	playing->line = day->begin_line;
	if (!day->begin)
		return wrong(playing, _("When does it begin? Write: begin 2026-11-24 08:00"));
	int r = time_of(playing, day->begin, &utc, (struct realtime){ 0 }, &real);
	if (r == 0)
		r = begin_zone(playing, real);
	playing->line = day->begin_line;
	if (r == 0)
		r = time_of(playing, day->begin, &playing->zone, (struct realtime){ 0 }, &real);
	if (r < 0)
		return r;
	replay->now = (struct moment){ { USEC_PER_HOUR }, real };
	replay_begin(replay, &playing->zone);
	return 0;
}

int recording_play(struct recording_play *play, struct recording_error *error)
{
	struct playing playing = { .play = play, .error = error };
	const struct recording *day = play->day;
	*error = (struct recording_error){ 0 };
	TRY(load_config(play, day->config, &play->config));
	play->replay.plan = config_plan(play->config);
	play->replay.shell = day->recorded ? REPLAY_RECORDED : REPLAY_SHOWS;
	int r = day->state[0] ? begin_recorded(&playing) : begin_fresh(&playing);
	for (size_t i = 0; i < day->count && r == 0; i++)
		r = do_entry(&playing, &day->entries[i]);
	return r;
}

void recording_play_finish(struct recording_play *play)
{
	play->config = config_free(play->config);
	config_errors_finish(&play->errors);
}
