/* The cause first, then the one remedy. */
#include "core/words/silence_text.h"

#include "core/base/ascii.h"
#include "core/policy/busy.h"
#include "core/policy/silence.h"

/* No display could show a card. */
static const struct busy_words no_display = {
	.cause = N_("nothing could show them"),
	.cause_by = N_("nothing could show them ({who})"),
	.remedy = N_("Read them here: limber watch"),
};

/* Causes that are not levels. */
static const struct busy_words others[] = {
	[0] = { /* SILENCE_QUIET */
		.cause = N_("quiet covers the hours in which you sit"),
		.remedy = N_("Another quiet: limber set quiet=FROM-UNTIL"),
	},
	[SILENCE_STANDING - SILENCE_QUIET] = {
		.cause = N_("you are taken to stand, by limber standing"),
		.remedy = N_("If you sit: limber sitting"),
	},
	[SILENCE_HEALTH - SILENCE_QUIET] = {
		.cause = N_("nothing that is due is for you now"),
		.remedy = N_("See why: limber explain"),
	},
};

/* The texts of a cause, and its level, BUSY_COUNT for none. */
static const struct busy_words *words_of(uint8_t why, enum busy *busy)
{
	unsigned other = why - (unsigned)SILENCE_QUIET;
	*busy = BUSY_COUNT;
	if (why >= SILENCE_QUIET && other < sizeof(others) / sizeof(others[0]))
		return &others[other];
	if (why < SILENCE_BUSY || why >= SILENCE_BUSY + (int)BUSY_COUNT)
		return &no_display;
	*busy = (enum busy)(why - SILENCE_BUSY);
	return &busy_words[*busy];
}

void silence_say(const struct plan *plan, const struct state *state, struct moment now,
		 const char *display, words_translate *translate, char *out, size_t size)
{
	const struct silence *silence = &state->silence;
	enum busy kind;
	const struct busy_words *words = words_of(silence->why, &kind);
	const struct busy_state *busy = kind != BUSY_COUNT ? &state->busy[kind] : NULL;
	bool over = busy && !busy_holds(plan, state, kind, now);
	const char *who = busy ? busy->who : display;
	const char *cause = who[0] && words->cause_by ? words->cause_by : words->cause;
	const char *remedy = over ? N_("See why: limber explain") : words->remedy;
	const char *pattern = silence->cards > 0
				      ? N_("NO CARD HAS BEEN SEEN SINCE {since}, though {cards} "
					   "were due: {cause}. {remedy}")
				      : N_("NO CARD HAS BEEN SEEN SINCE {since}, though you sat "
					   "long enough for one: {cause}. {remedy}");
	char since[WHEN_SIZE], on[WHEN_SIZE] = "", cards[21], said[SENTENCE_SIZE];
	if (over)
		cause = N_("they were held each time");
	words_when(silence->since, &state->zone, now.real, translate, since);
	if (busy)
		words_when(moment_real_of(now, busy->since), &state->zone, now.real, translate, on);
	ascii_put_number(cards, silence->cards);
	words_fill(said, sizeof(said), tr(translate, cause), "on", on, "who", who, NULL);
	words_fill(out, size, tr(translate, pattern), "since", since, "cards", cards, "cause", said,
		   "remedy", tr(translate, remedy), NULL);
}
