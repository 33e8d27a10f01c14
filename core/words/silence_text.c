/* The cause first, then the one remedy. */
#include "core/words/silence_text.h"

#include "core/base/ascii.h"
#include "core/policy/busy.h"

/* Where no display could show a card. */
static const struct busy_words no_display = {
	.cause = N_("nothing could show them"),
	.cause_by = N_("nothing could show them ({who})"),
	.remedy = N_("Read them here: limber watch"),
};

void silence_say(const struct plan *plan, const struct state *state, struct moment now,
		 const char *display, words_translate *translate, char *out, size_t size)
{
	const struct silence *silence = &state->silence;
	int why = silence->why <= BUSY_COUNT ? silence->why : 0;
	const struct busy_state *busy = why > 0 ? &state->busy[why - 1] : NULL;
	const struct busy_words *words = why > 0 ? &busy_words[why - 1] : &no_display;
	bool over = busy && !busy_holds(plan, state, (enum busy)(why - 1), now);
	const char *who = busy ? busy->who : display;
	const char *cause = who[0] ? words->cause_by : words->cause;
	const char *remedy = over ? N_("See why: limber explain") : words->remedy;
	const char *pattern = N_("NO CARD HAS BEEN SEEN SINCE {since}, though {cards} were due: "
				 "{cause}. {remedy}");
	char since[WHEN_SIZE], on[WHEN_SIZE] = "", cards[21], said[SENTENCE_SIZE];
	if (over)
		cause = N_("they were held each time");
	words_when(silence->since, &state->zone, now.real, translate, since);
	if (busy)
		words_when(moment_real_of(now, busy->since), &state->zone, now.real, translate, on);
	ascii_put_number(cards, silence->cards);
	words_fill(said, sizeof(said), translate ? translate(cause) : cause,
		   (const struct word[]){ { "on", on }, { "who", who }, { NULL, NULL } });
	words_fill(out, size, translate ? translate(pattern) : pattern,
		   (const struct word[]){ { "since", since },
					  { "cards", cards },
					  { "cause", said },
					  { "remedy", translate ? translate(remedy) : remedy },
					  { NULL, NULL } });
}
