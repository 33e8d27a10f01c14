/* One rule: that it was broken is kept, and what rules.h asks of the state by itself. */
#ifndef LIMBER_TESTS_RULE_H
#define LIMBER_TESTS_RULE_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/base/hours.h"
#include "core/policy/busy.h"
#include "core/policy/due.h"
#include "core/policy/gap.h"
#include "core/policy/hold.h"
#include "core/policy/ledger.h"
#include "core/policy/result.h"

struct rules {
	uint64_t card; /* up or on its way; 0: none */
	int on_card;   /* reminders on it: */
	char whose[CARD_MAX][NAME_SIZE];
	bool rider[CARD_MAX];
	uint64_t last_card, last_sequence;
	bool had_card; /* one was shown in this boot, at: */
	struct boottime shown;
	bool unasked;              /* the card that is up was: at `shown`; and those before it */
	struct boottime before[2]; /* 0: none */
	bool had_before;           /* had_card and shown without the card that is up */
	struct boottime shown_before;
	bool shows;               /* a display said so of the card that is up */
	uint32_t revisions[4096]; /* by sequence, modulo */
	int shows_count;
	bool welcome; /* the first words are up or on their way; a display said so, once, enough */
	bool welcome_shows, welcome_seen, welcome_over;
	int welcomes_count;
	char broken[200]; /* the first broken rule, "" for none */
};

__attribute__((format(printf, 3, 4))) static inline void rule_check(struct rules *rules, bool good,
								    const char *format, ...)
{
	if (good || rules->broken[0] != '\0')
		return;
	va_list list;
	va_start(list, format);
	vsnprintf(rules->broken, sizeof(rules->broken), format, list);
	va_end(list);
}

/* Whether a snooze asked for a reminder's card: the state's own word. */
static inline bool rules_snoozed(const struct state *state, const char *name)
{
	for (int i = 0; i < state->count; i++)
		if (strcmp(state->reminders[i].name, name) == 0)
			return state->reminders[i].snoozed;
	return false;
}

static inline bool rules_contain(const struct ranges *ranges, const struct state *state,
				 struct realtime real)
{
	return hours_contain(ranges->hours, ranges->count, &state->zone, real);
}

/* The user is there, sitting or standing. */
static inline bool rules_there(const struct plan *plan, const struct state *state,
			       struct moment now)
{
	uint32_t absences = state->presence.absences & ~(uint32_t)ABSENT_STANDING;
	return absences == 0 ||
	       (absences == ABSENT_IDLE && !presence_away(&state->presence, plan, now.boot));
}

/* Nobody is disturbed, and before a card it was looked whether there is a call. */
static inline void rules_busy(struct rules *rules, const struct plan *plan,
			      const struct state *state, struct moment now)
{
	static const uint32_t named[BUSY_COUNT] = { NEVER_CALL, NEVER_AWAKE, NEVER_DND,
						    NEVER_FULLSCREEN, 0 };
	for (int kind = 0; kind < BUSY_COUNT; kind++) {
		const struct busy_state *it = &state->busy[kind];
		bool old = (kind == BUSY_AWAKE || kind == BUSY_CALL) &&
			   boottime_since(now.boot, it->since) >= plan->awake_limit;
		bool stale = kind == BUSY_CALL && boottime_since(now.boot, it->read) > CALL_FRESH;
		bool holds = kind == BUSY_ASKED || (plan->never_during & named[kind]);
		rule_check(rules, !it->on || !holds || old || stale, "a card, but %d is on", kind);
		rule_check(rules, it->known || !it->on, "%d is on and not known", kind);
	}
	rule_check(rules, state->asks_until.us <= now.boot.us, "a card before anything was asked");
	const struct busy_state *call = &state->busy[BUSY_CALL];
	rule_check(rules,
		   !call->known || !(plan->never_during & NEVER_CALL) ||
			   boottime_since(now.boot, call->read) <= USEC_PER_SEC,
		   "a card without a look for calls");
}

/* Back from an absence that counted, and not for long. */
static inline bool rules_just_back(const struct plan *plan, const struct state *state,
				   struct moment now)
{
	return state->presence.returned &&
	       boottime_since(now.boot, state->presence.sitting_since) < plan->after_return;
}

/* Settings that hold cards that were not called for. */
static inline void rules_all(struct rules *rules, const struct plan *plan,
			     const struct state *state, struct moment now)
{
	rule_check(rules, rules_there(plan, state, now), "a card while away (%x)",
		   state->presence.absences);
	rule_check(rules, state->paused_until.us <= now.real.us, "a card in a pause");
	rules_busy(rules, plan, state, now);
}

#endif
