/* The commands of a story, see story.h. */
#ifndef LIMBER_TESTS_SCRIPT_H
#define LIMBER_TESTS_SCRIPT_H

#include "tests/core/story.h"
#include "tests/rows.h"

/* The words of one command; those that are not there are "". */
struct words {
	char word[4][24];
	int count;
};

/* Everything from word `first` on, with blanks: a time may have two words. */
static inline const char *script_rest(const struct words *words, int first, char out[80])
{
	out[0] = '\0';
	for (int i = first; i < words->count; i++) {
		strcat(out, i > first ? " " : "");
		strcat(out, words->word[i]);
	}
	return out;
}

static inline int script_reminder(const struct story *story, const char *name)
{
	return *name == '\0' ? REMINDER_ANY : plan_find(&story->plan.plan, name);
}

/* done, partly, skip; the first word after it may be a reminder or "#CARD". */
static inline void script_answer(struct story *story, const struct words *words)
{
	struct event event = { .kind = EVENT_ANSWER };
	const char *about = words->word[1];
	event.answer.outcome = words->word[0][0] == 'd'   ? OUTCOME_DONE
			       : words->word[0][0] == 'p' ? OUTCOME_PARTLY
							  : OUTCOME_SKIPPED;
	event.answer.card = *about == '#' ? (uint64_t)atoi(about + 1) : 0;
	event.answer.reminder = *about == '#' ? REMINDER_ANY : script_reminder(story, about);
	story_send(story, event);
}

static inline void script_snooze(struct story *story, const struct words *words)
{
	char rest[80];
	struct event event = { .kind = EVENT_SNOOZE };
	const char *about = words->word[1];
	bool named = *about == '#' || plan_find(&story->plan.plan, about) >= 0;
	event.snooze.card = *about == '#' ? (uint64_t)atoi(about + 1) : 0;
	event.snooze.reminder =
		!named || *about == '#' ? REMINDER_ANY : script_reminder(story, about);
	event.snooze.until = story_time(story, script_rest(words, named ? 2 : 1, rest));
	story_send(story, event);
}

static inline void script_pause(struct story *story, const struct words *words)
{
	char rest[80];
	struct event event = { .kind = EVENT_PAUSE };
	event.pause.until = story_time(story, script_rest(words, 1, rest));
	event.pause.why = "lunch";
	story_send(story, event);
}

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
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(words->word[0], known[i].word) != 0)
			continue;
		struct event event = { .kind = known[i].kind };
		if (event.kind == EVENT_PRESENT)
			event.present = known[i].why;
		else
			event.absent.why = known[i].why;
		if (event.kind == EVENT_ABSENT)
			event.absent.since.us = story->now.boot.us - story_length(words->word[1]);
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
		{ "close", EVENT_CLOSED },  { "lost", EVENT_LOST }, { "shown", EVENT_SHOWN },
		{ "resume", EVENT_RESUME }, { "undo", EVENT_UNDO }, { "timer", EVENT_WAKE },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(words->word[0], known[i].word) != 0)
			continue;
		struct event event = { .kind = known[i].kind, .card = story->state.card.id };
		if (words->word[1][0] == '#')
			event.card = (uint64_t)atoi(words->word[1] + 1);
		story_send(story, event);
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

/* The state goes through its text, as in a new process. */
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
	story_pass(story, story_length(words->word[1]));
	if (!event.start.same_boot)
		story->now.boot.us = 30 * USEC_PER_SEC;
	script_reload(story);
	story->asleep = false;
	story_send(story, event);
}

static inline void script_plan(struct story *story, const struct words *words)
{
	char rest[80];
	bool setup = words->word[0][0] == 's';
	if (setup)
		story->plan.plan.setup_done = words->word[1][0] == 'y';
	else
		plan_make(&story->plan, script_rest(words, 1, rest));
	story_send(story, (struct event){ .kind = EVENT_PLAN });
}

/* switch NAME on|off */
static inline void script_switch(struct story *story, const struct words *words)
{
	int index = script_reminder(story, words->word[1]);
	story->plan.reminders[index].enabled = strcmp(words->word[2], "on") == 0;
	story_send(story, (struct event){ .kind = EVENT_PLAN });
}

static inline void script_holds(struct story *story, int index)
{
	struct hold holds[HOLDS_MAX];
	int count = holds_of(&story->plan.plan, &story->state, index, story->now, holds);
	for (int i = 0; i < count; i++)
		story_write(story, " %s", hold_word(holds[i].kind));
}

static inline void script_ledger(struct story *story, int index)
{
	const struct plan *plan = &story->plan.plan;
	usec amount = ledger_read(&story->state.reminders[index].ledger, &plan->reminders[index],
				  plan, &story->state.presence, story->now.boot);
	int seconds = (int)(amount / USEC_PER_SEC);
	story_write(story, " %d:%02d", seconds / 60, seconds % 60);
}

static inline void script_last(struct story *story, int index)
{
	const struct record *last = &story->state.reminders[index].last;
	const struct realtime times[] = { last->due, last->shown, last->ended };
	static const char *const words[] = { " due ", " shown ", " ended " };
	for (int i = 0; i < 3; i++) {
		story_write(story, "%s", words[i]);
		if (times[i].us == 0)
			story_write(story, "never");
		else
			story_write_time(story, times[i]);
	}
}

/* When it is due, and when its card is to be expected. */
static inline void script_next(struct story *story, int index)
{
	const struct plan *plan = &story->plan.plan;
	const struct realtime times[] = {
		due_next(plan, &story->state, index, story->now),
		due_speaks(plan, &story->state, index, story->now),
	};
	for (int i = 0; i < 2; i++) {
		story_write(story, " ");
		if (times[i].us == REALTIME_OPEN.us)
			story_write(story, "open");
		else
			story_write_time(story, times[i]);
	}
}

static inline void script_about(struct story *story, int index)
{
	(void)index;
	story_write(story, " %s", story_name(story, story->about));
}

/* Of one reminder, or of all. */
static inline void script_today(struct story *story, int index)
{
	int32_t day = zone_day(&story->state.zone, story->now.real, story->plan.plan.day_starts);
	const struct today *kept =
		index == REMINDER_ANY ? &story->state.today : &story->state.reminders[index].today;
	struct today today = state_today(kept, day);
	story_write(story, " %d cards", today.cards);
	for (int i = 0; i < OUTCOME_COUNT; i++)
		if (today.outcomes[i] > 0)
			story_write(story, " %d %s", today.outcomes[i],
				    outcome_word((enum outcome)i));
}

static inline void script_tell(struct story *story, const struct words *words)
{
	static const struct {
		const char *word;
		void (*tell)(struct story *story, int index);
	} known[] = {
		{ "ledger", script_ledger }, { "holds", script_holds }, { "last", script_last },
		{ "today", script_today },   { "about", script_about }, { "next", script_next },
	};
	char rest[80];
	story_entry(story);
	story_write(story, "%s", script_rest(words, 0, rest));
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(words->word[0], known[i].word) == 0)
			known[i].tell(story, script_reminder(story, words->word[1]));
}

static inline void script_only(struct story *story, const struct words *words)
{
	story->shows_only = strcmp(words->word[1], "shows") == 0;
}

static inline void script_begin(struct story *story, const struct words *words)
{
	char rest[80];
	story->zone = zone_berlin();
	story->state.zone = story->zone;
	story->now.boot.us = USEC_PER_HOUR;
	story->now.real.us = INT64_C(1795388400) * USEC_PER_SEC; /* Monday 2026-11-23, midnight */
	story->now.real = story_time(story, script_rest(words, 1, rest));
	story->day = civil_day(zone_civil(&story->zone, story->now.real));
	memset(&story->state, 0x5a, sizeof(story->state));
	state_init(&story->state, &story->plan.plan, &story->zone, story->now);
	story_send(story, (struct event){ .kind = EVENT_START });
}

typedef void script_command(struct story *story, const struct words *words);

static inline bool script_do(struct story *story, const struct words *words)
{
	static const struct {
		const char *word;
		script_command *command;
	} known[] = {
		{ "begin", script_begin },    { "lock", script_absence },
		{ "unlock", script_absence }, { "sleep", script_absence },
		{ "wake", script_absence },   { "away", script_absence },
		{ "back", script_absence },   { "idle", script_absence },
		{ "input", script_absence },  { "done", script_answer },
		{ "partly", script_answer },  { "skip", script_answer },
		{ "snooze", script_snooze },  { "pause", script_pause },
		{ "resume", script_simple },  { "undo", script_simple },
		{ "ring", script_ring },      { "close", script_simple },
		{ "lost", script_simple },    { "shown", script_simple },
		{ "timer", script_simple },   { "display", script_display },
		{ "clock", script_clock },    { "zone", script_zone },
		{ "crash", script_restart },  { "stop", script_restart },
		{ "reboot", script_restart }, { "halt", script_restart },
		{ "plan", script_plan },      { "setup", script_plan },
		{ "ledger", script_tell },    { "holds", script_tell },
		{ "last", script_tell },      { "today", script_tell },
		{ "next", script_tell },      { "about", script_tell },
		{ "only", script_only },      { "switch", script_switch },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(words->word[0], known[i].word) != 0)
			continue;
		known[i].command(story, words);
		return true;
	}
	char rest[80];
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
