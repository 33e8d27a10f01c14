/*
 * A report is kept with its moment, and its validity is computed when it is read, so that no wake
 * is needed when it expires.
 */
#include "core/policy/busy.h"

#include <string.h>

#include "core/base/text.h"
#include "core/base/translate.h"

const struct busy_words busy_words[BUSY_COUNT] = {
	[BUSY_CALL] = {
		.word = "call",
		.label = N_("call"),
		.never = NEVER_CALL,
		.held = N_("in a call since {since}: the card comes when it ends"),
		.held_by = N_("in a call since {since} ({who}): the card comes when it ends"),
		.ended = N_("when the call ended"),
		.cause = N_("there is a call since {on}"),
		.cause_by = N_("there is a call since {on} ({who})"),
		.remedy = N_("If there is none, take \"call\" out of never_during."),
	},
	[BUSY_AWAKE] = {
		.word = "awake",
		.label = N_("awake"),
		.never = NEVER_AWAKE,
		.held = N_("the screen is kept awake since {since}: not after {until}"),
		.held_by = N_("{who} keeps the screen awake since {since}: not after {until}"),
		.ended = N_("when the screen was no longer kept awake"),
		.cause = N_("the screen is kept awake since {on}"),
		.cause_by = N_("{who} keeps the screen awake since {on}"),
		.remedy = N_("Close that, or take \"awake\" out of never_during."),
	},
	[BUSY_DND] = {
		.word = "dnd",
		.label = N_("dnd"),
		.never = NEVER_DND,
		.held = N_("do-not-disturb is on since {since}: the card comes when it ends"),
		.held_by = N_("do-not-disturb ({who}) is on since {since}: the card comes when it "
			  "ends"),
		.ended = N_("when do-not-disturb ended"),
		.cause = N_("do-not-disturb is on since {on}"),
		.cause_by = N_("do-not-disturb ({who}) is on since {on}"),
		.remedy = N_("Turn it off, or take \"dnd\" out of never_during."),
	},
	[BUSY_FULLSCREEN] = {
		.word = "fullscreen",
		.label = N_("fullscreen"),
		.never = NEVER_FULLSCREEN,
		.held = N_("a window fills the screen since {since}: the card comes when it does "
			   "not"),
		.held_by = N_("{who} fills the screen since {since}: the card comes when it does "
			      "not"),
		.ended = N_("when no window filled the screen any more"),
		.cause = N_("a window fills the screen since {on}"),
		.cause_by = N_("{who} fills the screen since {on}"),
		.remedy = N_("Take \"fullscreen\" out of never_during."),
	},
	[BUSY_ASKED] = {
		.word = "inhibited",
		.label = N_("inhibited"),
		.held = N_("a program asks for silence, since {since}: the card comes when that ends"),
		.held_by = N_("asked for by {who}, since {since}: the card comes when that ends"),
		.ended = N_("when the silence that was asked for ended"),
		.cause = N_("a program asked for silence, since {on}"),
		.cause_by = N_("{who} asked for silence, since {on}"),
		.remedy = N_("End that program."),
	},
};

/* A report within this time is the reply to result.read_calls. */
#define READ_AGAIN USEC_PER_SEC

void busy_forget(struct state *state)
{
	memset(state->busy, 0, sizeof(state->busy));
}

/* Until when it is known to have been on; a call for CALL_FRESH after the last reading. */
static struct boottime known_until(const struct state *state, enum busy kind, struct boottime now)
{
	struct boottime fresh = { state->busy[kind].read.us + CALL_FRESH };
	return kind == BUSY_CALL && fresh.us < now.us ? fresh : now;
}

static void begin(struct busy_state *it, bool goes_on, const struct event *event)
{
	struct boottime since = event->busy.since, now = event->now.boot;
	if (since.us == 0 || since.us > now.us)
		since = goes_on ? it->since : now;
	it->since = since;
	it->ended.us = 0;
}

void busy_take(const struct plan *plan, struct state *state, const struct event *event)
{
	enum busy kind = event->busy.kind;
	struct busy_state *it = &state->busy[kind];
	const char *who = event->busy.who ? event->busy.who : "";
	bool on = event->busy.on && !event->busy.gone;
	struct boottime until = known_until(state, kind, event->now.boot);
	if (on)
		begin(it, it->on && boottime_since(event->now.boot, it->read) < plan->awake_limit,
		      event);
	else if (it->on)
		it->ended = until;
	memset(it->who, 0, sizeof(it->who));
	if (on)
		memcpy(it->who, who, text_fit(who, sizeof(it->who)));
	it->on = on;
	it->known = !event->busy.gone;
	it->read = event->now.boot;
}

/* Whether it no longer counts after awake_limit. */
static bool is_limited(enum busy kind)
{
	return kind == BUSY_CALL || kind == BUSY_AWAKE;
}

bool busy_counts(const struct plan *plan, const struct state *state, enum busy kind,
		 struct moment now)
{
	const struct busy_state *it = &state->busy[kind];
	if (!it->on || known_until(state, kind, now.boot).us < now.boot.us)
		return false;
	return !is_limited(kind) || boottime_since(now.boot, it->since) < plan->awake_limit;
}

bool busy_holds(const struct plan *plan, const struct state *state, enum busy kind,
		struct moment now)
{
	uint32_t never = (uint32_t)busy_words[kind].never;
	return (never == 0 || (plan->never_during & never)) && busy_counts(plan, state, kind, now);
}

struct realtime busy_until(const struct plan *plan, const struct state *state, enum busy kind,
			   struct moment now)
{
	struct boottime limit = { state->busy[kind].since.us + plan->awake_limit };
	return is_limited(kind) ? moment_real_of(now, limit) : REALTIME_OPEN;
}

static void add_spell(struct spell *spell, const struct plan *plan, const struct state *state,
		      enum busy kind, struct moment now)
{
	const struct busy_state *it = &state->busy[kind];
	struct boottime limit = { it->since.us + plan->awake_limit };
	struct boottime until = it->on ? known_until(state, kind, now.boot) : it->ended;
	bool lapsed = limit.us <= until.us;
	if (lapsed)
		until = limit;
	if (it->on && !lapsed && until.us == now.boot.us) {
		if (!spell->lasts || it->since.us < spell->since.us)
			spell->since = it->since;
		spell->lasts = true;
	}
	if (spell->until.us >= until.us)
		return;
	spell->until = until;
	spell->lapsed = lapsed;
}

struct spell busy_awake(const struct plan *plan, const struct state *state, struct moment now)
{
	struct spell spell = { 0 };
	add_spell(&spell, plan, state, BUSY_CALL, now);
	add_spell(&spell, plan, state, BUSY_AWAKE, now);
	return spell;
}

bool busy_unread(const struct state *state, struct moment now)
{
	const struct busy_state *call = &state->busy[BUSY_CALL];
	return call->known && boottime_since(now.boot, call->read) > READ_AGAIN;
}

struct boottime busy_next_reading(const struct state *state)
{
	const struct busy_state *call = &state->busy[BUSY_CALL];
	usec age = boottime_since(call->read, call->since) / USEC_PER_MIN;
	int minutes = age < 1 ? 1 : age < 3 ? 2 : age < 7 ? 4 : 5;
	return (struct boottime){ call->read.us + minutes * USEC_PER_MIN };
}
