/* The commands of a story that write a part of the state into the transcript. */
#ifndef LIMBER_TESTS_TELLS_H
#define LIMBER_TESTS_TELLS_H

#include "core/policy/due.h"
#include "core/policy/hold.h"
#include "core/policy/ledger.h"
#include "core/policy/water.h"
#include "core/words/explain.h"
#include "core/words/silence_text.h"
#include "tests/core/story.h"

/* The words of one command; those that are not there are "". */
struct words {
	char word[8][32];
	int count;
};

enum { REST_SIZE = 256 };

/* Everything from word `first` on, with blanks: a time may have two words. */
static inline const char *script_rest(const struct words *words, int first, char out[REST_SIZE])
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

static inline void tell_holds(struct story *story, int index)
{
	struct hold holds[HOLDS_MAX];
	int count = holds_of(&story->plan.plan, &story->state, index, story->now, holds);
	for (int i = 0; i < count; i++)
		story_write(story, " %s", hold_word(holds[i].kind));
}

static inline void tell_ledger(struct story *story, int index)
{
	const struct plan *plan = &story->plan.plan;
	usec amount = ledger_read(&story->state.reminders[index].ledger,
				  story->plan.plan.reminders[index].every, plan,
				  &story->state.presence, story->now.boot);
	int seconds = (int)(amount / USEC_PER_SEC);
	story_write(story, " %d:%02d", seconds / 60, seconds % 60);
}

static inline void tell_last(struct story *story, int index)
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
static inline void tell_next(struct story *story, int index)
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

/* Why, in words. */
static inline void tell_explain(struct story *story, int index)
{
	struct reason reasons[REASONS_MAX];
	char sentence[SENTENCE_SIZE];
	int count = explain(&story->plan.plan, &story->state, index, story->now, reasons);
	for (int i = 0; i < count; i++) {
		reason_say(&reasons[i], &story->state, story->now.real, NULL, sentence);
		story_write(story, " %s", sentence);
	}
}

/* Whether no card was seen for days, and why. */
static inline void tell_silence(struct story *story, int index)
{
	char sentence[512] = "no";
	(void)index;
	if (silence_since(&story->state).us != 0)
		silence_say(&story->plan.plan, &story->state, story->now, "no server", NULL,
			    sentence, sizeof(sentence));
	story_write(story, " %s", sentence);
}

static inline void tell_about(struct story *story, int index)
{
	(void)index;
	story_write(story, " %s", story_name(story, story->result.reminder));
}

/* After which time missing input is to be reported, and whether a gap in it is. */
static inline void tell_watch(struct story *story, int index)
{
	(void)index;
	int seconds = (int)(story->result.idle_after / USEC_PER_SEC);
	story_write(story, " idle %d:%02d%s%s", seconds / 60, seconds % 60,
		    story->result.watch_input ? " gap" : "",
		    story->result.read_levels ? " levels" : "");
}

static inline void tell_water(struct story *story, int index)
{
	(void)index;
	story_write(story, " %d %d", water_today(&story->plan.plan, &story->state, story->now),
		    water_of_hour(&story->state, story->now.real));
}

static inline void tell_alarm(struct story *story, int index)
{
	static const char days[7][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	(void)index;
	struct realtime real = moment_real_of(story->now, story->result.wake);
	if (!story->result.armed || realtime_since(real, story->now.real) > 7 * USEC_PER_DAY) {
		story_write(story, " none");
		return;
	}
	int32_t day = civil_day(zone_civil(&story->state.zone, real));
	story_write(story, " %s ", days[civil_weekday(day)]);
	story_write_time(story, real);
}

/* Of one reminder, or of all. */
static inline void tell_today(struct story *story, int index)
{
	int32_t day = zone_day(&story->state.zone, story->now.real, story->plan.plan.day_starts);
	const struct today *kept =
		index == REMINDER_ANY ? &story->state.today : &story->state.reminders[index].today;
	struct today today = state_today(kept, day);
	story_write(story, " %d cards", today.cards);
	if (today.unasked > 0)
		story_write(story, " %d unasked", today.unasked);
	for (int i = 0; i < OUTCOME_COUNT; i++)
		if (today.outcomes[i] > 0)
			story_write(story, " %d %s", today.outcomes[i],
				    outcome_word((enum outcome)i));
}

static inline void tell_words(struct story *story, const struct words *words)
{
	static const struct {
		const char *word;
		void (*tell)(struct story *story, int index);
	} known[] = {
		{ "ledger", tell_ledger }, { "holds", tell_holds },     { "last", tell_last },
		{ "today", tell_today },   { "about", tell_about },     { "next", tell_next },
		{ "watch", tell_watch },   { "explain", tell_explain }, { "silence", tell_silence },
		{ "alarm", tell_alarm },   { "water", tell_water },
	};
	char rest[REST_SIZE];
	story_entry(story);
	story_write(story, "%s", script_rest(words, 0, rest));
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(words->word[0], known[i].word) == 0)
			known[i].tell(story, script_reminder(story, words->word[1]));
}

#endif
