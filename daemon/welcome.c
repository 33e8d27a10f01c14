/* All that it says holds for the plan as it is: an interval is told as it is in these days. */
#include "daemon/welcome.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "core/contract.h"
#include "core/due.h"
#include "core/text.h"

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
	words_fill(text->body + used, sizeof(text->body) - used, pattern,
		   (const struct word[]){ { "length", length }, { NULL, NULL } });
}

static void welcome_text(const struct app *app, struct card_text *ret)
{
	const struct plan *plan = app_plan(app);
	int index = first_of_sitting(plan);
	char length[LENGTH_SIZE] = "";
	memset(ret, 0, sizeof(*ret));
	ret->progress = -1;
	snprintf(ret->title, sizeof(ret->title), "%s", _("Limber is on"));
	if (index >= 0) {
		length_say(due_every(plan, &app->state, index, app->state.at), length);
		add(ret, _("After {length} of sitting a card asks you to get up for a moment."),
		    length);
	}
	if (!plan->setup_done && !plan->discreet)
		add(ret,
		    _("First, in a terminal: limber setup. It asks what is not for you; until then "
		      "only a walk, a change of position and a short pause come."),
		    "");
	add(ret, _("How it stands: limber. All else: limber help"), "");
}

void welcome_try(struct app *app)
{
	const char *const buttons[][2] = { { LIMBER_BUTTON_CLOSE, _("OK") }, { NULL, NULL } };
	struct card_content content = { .reminder = "", .item = "", .shown = app->state.at.real };
	if (app->welcome != WELCOME_DUE || app->state.card.id != 0 ||
	    app->state.presence.absences != 0)
		return;
	welcome_text(app, &content.text);
	app->welcome = WELCOME_FAILED;
	if (app->notifier && notifier_show(app->notifier, WELCOME_ID, &content.text, buttons) >= 0)
		app->welcome = WELCOME_UP;
	if (displays_count(app->displays) == 0)
		return;
	displays_show(app->displays, NULL, WELCOME_ID, &content);
	welcome_seen(app);
}

void welcome_seen(struct app *app)
{
	app->welcome = WELCOME_UP;
	if (app->state.welcomed)
		return;
	app->state.welcomed = true;
	app_keep(app);
}

void welcome_again(struct app *app)
{
	/* The desktop may still be busy failing. */
	if (app->welcome != WELCOME_OVER && !app->state.welcomed)
		app->welcome = WELCOME_DUE;
}

void welcome_over(struct app *app)
{
	if (app->welcome == WELCOME_UP && app->notifier)
		notifier_close(app->notifier, WELCOME_ID);
	if (app->welcome == WELCOME_UP)
		displays_close(app->displays, WELCOME_ID, "");
	app->welcome = WELCOME_OVER;
}

void welcome_failed(struct app *app)
{
	if (!app->state.welcomed)
		app->welcome = WELCOME_FAILED;
}

void welcome_make_room(struct app *app)
{
	if (app->welcome != WELCOME_OVER)
		welcome_over(app);
}
