/*
 * The desktop shows a card by a child, which reports later whether it is shown; a card that was
 * sent to a bus client counts as shown at once.
 */
#include "daemon/display.h"

#include <errno.h>
#include <libintl.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/policy/card.h"
#include "core/words/welcome_text.h"
#include "daemon/adapters/log.h"
#include "daemon/week.h"

#define _(text) gettext(text)

void display_content(const struct app *app, struct card_content *ret)
{
	const struct plan *plan = app_plan(app);
	const struct card *card = &app->state.card;
	const struct reminder *reminder = &plan->reminders[card->reminder];
	const char *actions[BUTTONS_MAX];
	memset(ret, 0, sizeof(*ret));
	ret->reminder = reminder->name;
	ret->item = card->item;
	ret->shown = card->shown.real;
	struct boottime ends;
	if (card_ends(plan, &app->state, &ends))
		ret->until = moment_real_of(app->state.at, ends);
	const struct item *item = config_item(app->config, card->item);
	card_text(plan, &app->state, item, gettext_words, &ret->text);
	week_add(app, &ret->text);
	card_buttons(plan, &app->state, item, actions);
	for (int i = 0; i < BUTTONS_MAX && actions[i]; i++) {
		ret->buttons[i].action = actions[i];
		card_button(actions[i], plan, card, gettext_words, ret->buttons[i].label);
	}
}

static void welcome_content(const struct app *app, struct card_content *ret)
{
	*ret = (struct card_content){ .reminder = "",
				      .item = WELCOME_ITEM,
				      .buttons = { { .action = LIMBER_BUTTON_CLOSE } },
				      .shown = app->state.at.real };
	welcome_text(app_plan(app), gettext_words, &ret->text);
	snprintf(ret->buttons[0].label, BUTTON_SIZE, "%s", _("OK"));
}

/* The content of a card that is up or being shown; false for another id. */
static bool content_of(const struct app *app, uint64_t card, struct card_content *ret)
{
	if (card == WELCOME_CARD && app->state.welcome.stage >= WELCOME_SENT)
		welcome_content(app, ret);
	else if (card_is(&app->state, card))
		display_content(app, ret);
	else
		return false;
	return true;
}

/* It is known that no server can show a card. */
#define NO_SERVER (-EHOSTDOWN)

static int desktop_show(struct app *app, uint64_t card, const struct card_content *content)
{
	if (notifier_absent(app->notifier))
		return NO_SERVER;
	return app->notifier ? notifier_show(app->notifier, card, &content->text, content->buttons)
			     : -ENOSYS;
}

static void desktop_change(struct app *app, uint64_t card, const struct card_content *content)
{
	if (app->notifier)
		notifier_update(app->notifier, card, &content->text, content->buttons);
}

static void desktop_close(struct app *app, uint64_t card, const char *outcome)
{
	if (app->notifier)
		notifier_close(app->notifier, card);
}

/* client NULL: all clients. */
static void client_show(struct app *app, const char *client, uint64_t card)
{
	struct card_content content;
	app_send_card(app, EVENT_SHOWN, card);
	/* That step may have ended a card whose time was over. */
	if (!content_of(app, card, &content))
		return;
	if (content.reminder[0] == '\0')
		content.buttons[0].action = NULL; /* a client has no answer to close it with */
	displays_show(app->displays, client, card, &content);
}

/* `content` is made again by client_show(), with `shown` set. */
static int clients_show(struct app *app, uint64_t card, const struct card_content *content)
{
	if (displays_count(app->displays) == 0)
		return -ENOTCONN;
	client_show(app, NULL, card);
	return 0;
}

static void clients_change(struct app *app, uint64_t card, const struct card_content *content)
{
	displays_change(app->displays, card, content);
}

static void clients_close(struct app *app, uint64_t card, const char *outcome)
{
	displays_close(app->displays, card, outcome);
}

static const struct display {
	/* 0: shown, or the display reports later that it is shown or has failed. */
	int (*show)(struct app *app, uint64_t card, const struct card_content *content);
	void (*change)(struct app *app, uint64_t card, const struct card_content *content);
	void (*close)(struct app *app, uint64_t card, const char *outcome);
} displays[] = {
	{ desktop_show, desktop_change, desktop_close },
	{ clients_show, clients_change, clients_close },
	{ NULL, NULL, NULL },
};

static void not_shown(struct app *app, uint64_t card, const char *reminder, int error)
{
	bool none = error == NO_SERVER;
	char why[128];
	snprintf(why, sizeof(why), "%s",
		 none ? _("there is no notification server") : strerror(-error));
	if (reminder[0] != '\0')
		app_no_card(app, reminder, why);
	notifier_look_again(app->notifier);
	app_send_card(app, none ? EVENT_NO_SERVER : EVENT_NOT_SHOWN, card);
}

void display_show(struct app *app, uint64_t card)
{
	struct card_content content;
	bool shown = false;
	int why = 0; /* the first error */
	if (!content_of(app, card, &content))
		return;
	for (const struct display *display = displays; display->show; display++) {
		int r = display->show(app, card, &content);
		shown = shown || r >= 0;
		why = why < 0 ? why : r;
	}
	if (!shown)
		not_shown(app, card, content.reminder, why);
}

void display_change(struct app *app, uint64_t card)
{
	struct card_content content;
	if (!content_of(app, card, &content))
		return;
	for (const struct display *display = displays; display->show; display++)
		display->change(app, card, &content);
}

void display_close(struct app *app, uint64_t card, const char *outcome)
{
	for (const struct display *display = displays; display->show; display++)
		display->close(app, card, outcome);
	malloc_trim(0); /* the memory of a card is not needed again soon */
}

void display_registered(struct app *app, const char *client)
{
	/* The welcome is shown once. */
	bool welcome = app->state.welcome.stage == WELCOME_SENT;
	uint64_t card = welcome ? WELCOME_CARD : app->state.card.id;
	if (card == 0)
		app_send_plain(app, EVENT_DISPLAY);
	else
		client_show(app, client, card);
}
