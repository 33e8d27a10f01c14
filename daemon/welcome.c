/* Every sentence follows from the present plan. */
#include "daemon/welcome.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/base/text.h"
#include "core/policy/due.h"

#define _(text) gettext(text)

/* The first reminder that counts sitting and has a card of its own, -1 for none. */
static int first_of_sitting(const struct plan *plan)
{
	for (int i = 0; i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		if (reminder->enabled && reminder->trigger == TRIGGER_SITTING && reminder->with < 0)
			return i;
	}
	return -1;
}

static void add(struct card_text *text, const char *pattern, const char *length)
{
	size_t used = strlen(text->body);
	if (used > 0 && used + 1 < sizeof(text->body))
		text->body[used++] = '\n';
	words_fill(text->body + used, sizeof(text->body) - used, pattern, "length", length, NULL);
}

void welcome_content(const struct app *app, struct card_content *ret)
{
	const struct plan *plan = app_plan(app);
	int index = first_of_sitting(plan);
	char length[LENGTH_SIZE] = "";
	struct card_text *text = &ret->text;
	*ret = (struct card_content){ .reminder = "", .item = "", .shown = app->state.at.real };
	text->progress = -1;
	snprintf(text->title, sizeof(text->title), "%s", _("Limber is on"));
	/* What to do stands first: some servers show little more. */
	if (!plan->setup_done && !plan->discreet)
		add(text,
		    _("Type in a terminal: limber setup. It asks what is not for you; until then "
		      "only a walk, a change of position and a short pause come."),
		    "");
	if (index >= 0) {
		length_say(plan->reminders[index].every, length);
		add(text, _("After {length} of sitting a card asks you to get up for a moment."),
		    length);
	}
	add(text, _("What comes next: limber. All commands: limber help"), "");
	ret->actions[0] = LIMBER_BUTTON_CLOSE;
	snprintf(ret->labels[0], sizeof(ret->labels[0]), "%s", _("OK"));
}
