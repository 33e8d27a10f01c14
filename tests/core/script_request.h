/* The commands of a story by which the user asks for something, see story.h. */
#ifndef LIMBER_TESTS_SCRIPT_REQUEST_H
#define LIMBER_TESTS_SCRIPT_REQUEST_H

#include "core/base/amount.h"
#include "tests/core/tells.h"

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
	char rest[REST_SIZE];
	struct event event = { .kind = EVENT_SNOOZE };
	const char *about = words->word[1];
	bool named = *about == '#' || plan_find(&story->plan.plan, about) >= 0;
	event.snooze.card = *about == '#' ? (uint64_t)atoi(about + 1) : 0;
	event.snooze.reminder =
		!named || *about == '#' ? REMINDER_ANY : script_reminder(story, about);
	event.snooze.until = story_time(story, script_rest(words, named ? 2 : 1, rest));
	story_send(story, event);
}

static inline void script_player(struct story *story, const struct words *words)
{
	bool named = words->word[1][0] == '#';
	struct event event = { .kind = EVENT_PLAY };
	event.play.card = named ? (uint64_t)atoi(words->word[1] + 1) : 0;
	event.play.key = play_key_read(words->word[named ? 2 : 1]);
	story_send(story, event);
}

static inline void script_another(struct story *story, const struct words *words)
{
	const char *about = words->word[1];
	story_send(story, (struct event){ .kind = EVENT_ANOTHER,
					  .card = *about == '#' ? (uint64_t)atoi(about + 1) : 0 });
}

/* drink [AMOUNT] */
static inline void script_drink(struct story *story, const struct words *words)
{
	struct amount amount;
	const char *text = words->count > 1 ? words->word[1] : "glass";
	plan_must(amount_read(text, &amount) == TEXT_OK, text);
	story_send(story, (struct event){ .kind = EVENT_DRINK,
					  .drink = amount_ml(&amount, story->plan.plan.glass,
							     story->plan.plan.bottle) });
}

/* did ITEM LENGTH [SIDES], did-partly ITEM LENGTH [SIDES] */
static inline void script_did(struct story *story, const struct words *words)
{
	struct event event = { .kind = EVENT_PLAYED_ELSEWHERE };
	memcpy(event.played_elsewhere.item, words->word[1], sizeof(words->word[1]));
	event.played_elsewhere.outcome = words->word[0][3] == '\0' ? OUTCOME_DONE : OUTCOME_PARTLY;
	event.played_elsewhere.seconds = (int32_t)(story_length(words->word[2]) / USEC_PER_SEC);
	(void)sides_read(words->word[3], &event.played_elsewhere.sides);
	story_send(story, event);
}

static inline void script_pause(struct story *story, const struct words *words)
{
	char rest[REST_SIZE];
	struct event event = { .kind = EVENT_PAUSE };
	event.pause.until = story_time(story, script_rest(words, 1, rest));
	event.pause.why = "lunch";
	story_send(story, event);
}

#endif
