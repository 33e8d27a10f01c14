/* The cause first, then the one remedy. */
#include "core/words/silence_text.h"

#include "core/base/ascii.h"
#include "core/policy/busy.h"

/* What goes on, of whom, and what to do; of displays first. */
static const struct {
	const char *cause, *whose, *remedy;
} causes[1 + BUSY_COUNT] = {
	[0] = { N_("nothing could show them"), N_("nothing could show them ({who})"),
		N_("Read them here: limber watch") },
	[1 + BUSY_CALL] = { N_("there is a call since {on}"),
			    N_("there is a call since {on} ({who})"),
			    N_("If there is none, take \"call\" out of never_during.") },
	[1 + BUSY_AWAKE] = { N_("the screen is kept awake since {on}"),
			     N_("{who} keeps the screen awake since {on}"),
			     N_("Close that, or take \"awake\" out of never_during.") },
	[1 + BUSY_DND] = { N_("do-not-disturb is on since {on}"),
			   N_("do-not-disturb ({who}) is on since {on}"),
			   N_("Turn it off, or take \"dnd\" out of never_during.") },
	[1 + BUSY_ASKED] = { N_("silence was asked for, since {on}"),
			     N_("silence was asked for by {who}, since {on}"),
			     N_("End that program.") },
};

void silence_say(const struct plan *plan, const struct state *state, struct moment now,
		 const char *display, words_translate *translate, char *out, size_t size)
{
	const struct silence *silence = &state->silence;
	int why = silence->why <= BUSY_COUNT ? silence->why : 0;
	const struct busy_state *busy = why > 0 ? &state->busy[why - 1] : NULL;
	bool over = busy && !busy_holds(plan, state, (enum busy)(why - 1), now);
	const char *who = busy ? busy->who : display;
	const char *cause = who[0] ? causes[why].whose : causes[why].cause;
	const char *remedy = over ? N_("See why: limber explain") : causes[why].remedy;
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
