/* The commands of a story, see story.h. */
#ifndef LIMBER_TESTS_SCRIPT_H
#define LIMBER_TESTS_SCRIPT_H

#include "core/codec/state_text.h"
#include "tests/core/script_request.h"
#include "tests/rows.h"

/* Parts of transcripts: the first card of "desk", seen by nobody, done; that of "bedtime". */
#define WALK "08:50 show desk walk"
#define WALK_ENDS "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered"
#define WALK_DONE "08:50 show desk walk; 08:51 close, #1.1 desk walk done"
#define CALF "21:30 show bedtime calf"

static inline void script_absence(struct story *story, const struct words *words)
{
	static const struct {
		const char *word;
		enum event_kind kind;
		enum absence why;
	} known[] = {
		{ "lock", EVENT_ABSENT, ABSENT_LOCKED },
		{ "unlock", EVENT_PRESENT, ABSENT_LOCKED },
		{ "sleep", EVENT_ABSENT, ABSENT_ASLEEP },
		{ "wake", EVENT_PRESENT, ABSENT_ASLEEP },
		{ "away", EVENT_ABSENT, ABSENT_BY_HAND },
		{ "back", EVENT_PRESENT, ABSENT_BY_HAND },
		{ "idle", EVENT_ABSENT, ABSENT_IDLE },
		{ "input", EVENT_PRESENT, ABSENT_IDLE },
		{ "stand", EVENT_ABSENT, ABSENT_STANDING },
		{ "sit", EVENT_PRESENT, ABSENT_STANDING },
		{ "train", EVENT_ABSENT, ABSENT_WORKOUT },
		{ "trained", EVENT_PRESENT, ABSENT_WORKOUT },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(words->word[0], known[i].word) != 0)
			continue;
		struct event event = { .kind = known[i].kind };
		if (event.kind == EVENT_PRESENT)
			event.present = known[i].why;
		else
			event.absent.why = known[i].why;
		usec length = story_length(words->word[1]);
		if (event.kind == EVENT_ABSENT)
			event.absent.since.us =
				story->now.boot.us - (known[i].why == ABSENT_IDLE ? length : 0);
		if (known[i].why == ABSENT_STANDING && event.kind == EVENT_ABSENT)
			event.absent.length = length;
		if (known[i].why == ABSENT_ASLEEP)
			story->asleep = event.kind == EVENT_ABSENT;
		story_send(story, event);
	}
}

static inline void script_simple(struct story *story, const struct words *words)
{
	static const struct {
		const char *word;
		enum event_kind kind;
	} known[] = {
		{ "close", EVENT_CLOSED },     { "lost", EVENT_LOST }, { "shown", EVENT_SHOWN },
		{ "resume", EVENT_RESUME },    { "undo", EVENT_UNDO }, { "timer", EVENT_WAKE },
		{ "moment", EVENT_INPUT_GAP },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(words->word[0], known[i].word) != 0)
			continue;
		struct event event = { .kind = known[i].kind, .card = story->state.card.id };
		if (words->word[1][0] == '#')
			event.card = (uint64_t)atoi(words->word[1] + 1);
		if (strcmp(words->word[1], "welcome") == 0)
			event.card = WELCOME_CARD;
		story_send(story, event);
	}
}

static inline void script_occasion(struct story *story, const struct words *words)
{
	bool login = words->word[0][0] == 'l';
	story_send(story, (struct event){ .kind = EVENT_OCCASION,
					  .occasion = login ? ON_LOGIN : ON_WORKOUT });
}

static inline void script_correct(struct story *story, const struct words *words)
{
	usec length = story_length(words->word[1]);
	bool sat = strcmp(words->word[0], "sat") == 0;
	story_send(story, (struct event){ .kind = EVENT_CORRECT, .sat = sat ? length : -length });
}

static inline void script_source(struct story *story, const struct words *words)
{
	bool dates = strcmp(words->word[1], "dates") == 0;
	bool on = dates || strcmp(words->word[1], "on") == 0;
	story_send(story, (struct event){ .kind = EVENT_INPUT, .input = on, .dates = dates });
}

static inline void script_busy(struct story *story, const struct words *words)
{
	static const char *const kinds[BUSY_COUNT] = { "call", "awake", "dnd", "full", "asked" };
	static const char *const found[] = { "on", "off", "gone" };
	for (int i = 1; i < words->count; i++) {
		int word = 0, kind = 0;
		while (word < 3 && strcmp(found[word], words->word[i]) != 0)
			word++;
		while (kind < BUSY_COUNT && strcmp(kinds[kind], words->word[0]) != 0)
			kind++;
		if (word == 3)
			continue;
		if (kind == BUSY_CALL || kind == BUSY_COUNT)
			story->mic = found[word];
		if (kind < BUSY_COUNT)
			story_busy(story, (enum busy)kind, i == 2 ? words->word[1] : "",
				   found[word], story_length(words->word[i + 1]));
		return;
	}
}

static inline void script_ring(struct story *story, const struct words *words)
{
	struct event event = { .kind = EVENT_RING };
	event.ring = script_reminder(story, words->word[1]);
	story_send(story, event);
}

static inline void script_display(struct story *story, const struct words *words)
{
	const char *what = words->word[1];
	story->display = *what == 'f' ? DISPLAY_FAILS : *what == 'm' ? DISPLAY_MUTE : DISPLAY_GOOD;
	if (*what == 'c')
		story_send(story, (struct event){ .kind = EVENT_DISPLAY });
	if (*what == 'n')
		story_send(story, (struct event){ .kind = EVENT_NO_SERVER });
}

static inline void script_clock(struct story *story, const struct words *words)
{
	story->now.real.us += story_length(words->word[1]);
	story_send(story, (struct event){ .kind = EVENT_CLOCK_SET });
}

static inline void script_zone(struct story *story, const struct words *words)
{
	story->zone = zone_fixed(atoi(words->word[1]));
	story_send(story, (struct event){ .kind = EVENT_ZONE, .zone = &story->zone });
}

/* Print and read the state, as for a new process. */
static inline void script_reload(struct story *story)
{
	char text[STATE_TEXT_SIZE];
	struct state old = story->state;
	memset(&story->state, 0x5a, sizeof(story->state));
	state_init(&story->state, &story->plan.plan, &old.zone, story->now);
	state_print(&old, text);
	if (!state_read(&story->state, text))
		story_write(story, "; a bad state: %s", text);
	for (int i = 0; i < old.count; i++) {
		const struct reminder_state *reminder = &old.reminders[i];
		state_print_reminder(reminder, text);
		if (!state_read_reminder(&story->state, reminder->name, text))
			story_write(story, "; a bad reminder: %s", text);
	}
	state_adopt(&story->state, &story->plan.plan, story->now);
}

/* crash, stop, reboot, halt: LENGTH of real time later another process starts. */
static inline void script_restart(struct story *story, const struct words *words)
{
	char how = words->word[0][0];
	if (how == 's' || how == 'h')
		story_send(story, (struct event){ .kind = EVENT_STOP });
	struct event event = { .kind = EVENT_START };
	event.start.saved = story->state.at;
	event.start.same_boot = how == 'c' || how == 's';
	event.start.welcomes = story->welcomes;
	story_pass(story, story_length(words->word[1]));
	if (!event.start.same_boot)
		story->now.boot.us = 30 * USEC_PER_SEC;
	script_reload(story);
	story->asleep = false;
	story_send(story, event);
}

/* A copy of the plan, which is about to be changed in its place. */
static inline const struct plan *script_old_plan(const struct story *story)
{
	static struct test_plan old;
	old = story->plan;
	old.plan.reminders = old.reminders;
	return &old.plan;
}

static inline void script_plan(struct story *story, const struct words *words)
{
	char rest[REST_SIZE];
	bool setup = words->word[0][0] == 's';
	const struct plan *old = script_old_plan(story);
	if (setup)
		story->plan.plan.setup_done = words->word[1][0] == 'y';
	else
		plan_make(&story->plan, script_rest(words, 1, rest));
	story_send(story, (struct event){ .kind = EVENT_PLAN, .old = old });
}

/* switch NAME on|off */
static inline void script_switch(struct story *story, const struct words *words)
{
	int index = script_reminder(story, words->word[1]);
	const struct plan *old = script_old_plan(story);
	story->plan.reminders[index].enabled = strcmp(words->word[2], "on") == 0;
	story_send(story, (struct event){ .kind = EVENT_PLAN, .old = old });
}

static inline void script_only(struct story *story, const struct words *words)
{
	story->shows_only = strcmp(words->word[1], "shows") == 0;
	story->spans_only = strcmp(words->word[1], "spans") == 0;
}

static inline void script_begin(struct story *story, const struct words *words)
{
	char rest[REST_SIZE];
	struct event event = { .kind = EVENT_START };
	event.start.welcomes = story->welcomes = strcmp(words->word[1], "first") == 0;
	story->zone = zone_berlin();
	story->state.zone = story->zone;
	story->now.boot.us = USEC_PER_HOUR;
	story->now.real.us = INT64_C(1795388400) * USEC_PER_SEC; /* Monday 2026-11-23, midnight */
	story->now.real = story_time(story, script_rest(words, story->welcomes ? 2 : 1, rest));
	story->day = civil_day(zone_civil(&story->zone, story->now.real));
	memset(&story->state, 0x5a, sizeof(story->state));
	state_init(&story->state, &story->plan.plan, &story->zone, story->now);
	story_send(story, event);
}

typedef void script_command(struct story *story, const struct words *words);

static inline bool script_do(struct story *story, const struct words *words)
{
	static const struct {
		const char *word;
		script_command *command;
	} known[] = {
		{ "begin", script_begin },     { "lock", script_absence },
		{ "unlock", script_absence },  { "sleep", script_absence },
		{ "wake", script_absence },    { "away", script_absence },
		{ "back", script_absence },    { "idle", script_absence },
		{ "input", script_absence },   { "done", script_answer },
		{ "partly", script_answer },   { "skip", script_answer },
		{ "snooze", script_snooze },   { "pause", script_pause },
		{ "resume", script_simple },   { "undo", script_simple },
		{ "ring", script_ring },       { "close", script_simple },
		{ "lost", script_simple },     { "shown", script_simple },
		{ "timer", script_simple },    { "display", script_display },
		{ "clock", script_clock },     { "zone", script_zone },
		{ "crash", script_restart },   { "stop", script_restart },
		{ "reboot", script_restart },  { "halt", script_restart },
		{ "plan", script_plan },       { "setup", script_plan },
		{ "ledger", tell_words },      { "holds", tell_words },
		{ "last", tell_words },        { "today", tell_words },
		{ "next", tell_words },        { "about", tell_words },
		{ "only", script_only },       { "switch", script_switch },
		{ "stand", script_absence },   { "sit", script_absence },
		{ "train", script_absence },   { "trained", script_absence },
		{ "stood", script_correct },   { "sat", script_correct },
		{ "source", script_source },   { "moment", script_simple },
		{ "login", script_occasion },  { "workout", script_occasion },
		{ "watch", tell_words },       { "call", script_busy },
		{ "mic", script_busy },        { "awake", script_busy },
		{ "dnd", script_busy },        { "asked", script_busy },
		{ "explain", tell_words },     { "silence", tell_words },
		{ "alarm", tell_words },       { "play", script_player },
		{ "did", script_did },         { "did-partly", script_did },
		{ "another", script_another }, { "drink", script_drink },
		{ "water", tell_words },       { "full", script_busy },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(words->word[0], known[i].word) != 0)
			continue;
		known[i].command(story, words);
		return true;
	}
	char rest[REST_SIZE];
	if (words->word[0][0] != '+' && strchr(script_rest(words, 0, rest), ':') == NULL)
		return false;
	struct realtime until = story_time(story, script_rest(words, 0, rest));
	story_go(story, realtime_since(until, story->now.real));
	return true;
}

/* One command's words; returns what follows its ";". */
static inline const char *script_words(const char *text, struct words *ret)
{
	*ret = (struct words){ .count = 0 };
	while (*text != ';' && *text != '\0') {
		text += strspn(text, " \t\n");
		size_t length = strcspn(text, " \t\n;");
		if (length == 0 || length >= sizeof(ret->word[0]) || ret->count == 4)
			break;
		memcpy(ret->word[ret->count++], text, length);
		text += length;
	}
	return *text == ';' ? text + 1 : text;
}

/* Plays a script; false, with the command in the transcript, where one cannot be read. */
static inline bool script_play(struct story *story, const char *plan, const char *script)
{
	*story = (struct story){ .display = DISPLAY_GOOD };
	plan_make(&story->plan, plan);
	struct words words = { .word = { "begin", "Mon", "08:00" }, .count = 3 };
	if (strncmp(script, "begin", 5) != 0)
		script_do(story, &words);
	while (*script != '\0') {
		const char *rest = script_words(script, &words);
		if (words.count == 0 || !script_do(story, &words)) {
			story_write(story, "; not a command: %s", script);
			return false;
		}
		script = rest + strspn(rest, " \t\n");
	}
	return true;
}

/* A story and what should come of it. */
struct row {
	const char *name, *plan, *script, *transcript;
};

static inline void script_rows(void **state, const struct row rows[], size_t count)
{
	struct rows tried = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < count; i++) {
		bool good = script_play(&story, rows[i].plan, rows[i].script) &&
			    strcmp(story.text, rows[i].transcript) == 0;
		row_check(&tried, good, "%s\n\t%s\n\twant %s\n\tgot  %s", rows[i].name,
			  rows[i].script, rows[i].transcript, story.text);
	}
	rows_end(&tried);
}

#endif
