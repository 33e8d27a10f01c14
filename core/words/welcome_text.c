/* Every sentence follows from the present plan. */
#include "core/words/welcome_text.h"

#include <string.h>

#include "core/base/text.h"

/* The first reminder that counts sitting and has a card of its own, NULL for none. */
static const struct reminder *first_of_sitting(const struct plan *plan)
{
	for (const struct reminder *it = plan->reminders; it < plan->reminders + plan->count; it++)
		if (it->enabled && it->trigger == TRIGGER_SITTING && it->with < 0)
			return it;
	return NULL;
}

void welcome_text(const struct plan *plan, words_translate *translate, struct card_text *ret)
{
	const struct reminder *sitting = first_of_sitting(plan);
	char length[LENGTH_SIZE], line[SENTENCE_SIZE];
	*ret = (struct card_text){ .progress = -1 };
	words_fill(ret->title, sizeof(ret->title), tr(translate, N_("Limber is on")), NULL);
	/* What to do stands first: some servers show little more. */
	if (!plan->setup_done && !plan->discreet)
		card_text_line(
			ret, tr(translate,
				N_("Type in a terminal: limber setup. It asks what is not for you; "
				   "until then only a walk, a change of position and a short pause "
				   "come.")));
	if (sitting) {
		length_say(sitting->every, length);
		words_fill(line, sizeof(line),
			   tr(translate, N_("After {length} of sitting a card asks you to get up "
					    "for a moment.")),
			   "length", length, NULL);
		card_text_line(ret, line);
	}
	card_text_line(ret, tr(translate, N_("What comes next: limber. All commands: limber "
					     "help")));
}
