/*
 * Titles are those of cards, which are discreet where the user wants that; nothing else of a card
 * goes to everybody.
 */
#include "daemon/signals.h"

#include "core/base/contract.h"
#include "core/base/utf8.h"
#include "core/policy/play.h"
#include "core/words/card_text.h"
#include "daemon/adapters/dict.h"
#include "daemon/display.h"

enum { TITLE_SIZE = sizeof(((struct card_text *)0)->title) };

static void title_of_card(const struct app *app, char out[TITLE_SIZE])
{
	struct card_content content;
	display_content(app, &content);
	snprintf(out, TITLE_SIZE, "%s", content.text.title);
	utf8_clean(out);
}

static const char *name_of_card(const struct app *app)
{
	return app_plan(app)->reminders[app->state.card.reminder].name;
}

void signal_rang(const struct app *app)
{
	char title[TITLE_SIZE];
	if (!app->bus)
		return;
	title_of_card(app, title);
	(void)sd_bus_emit_signal(app->bus, LIMBER_PATH, LIMBER_MANAGER, "Rang", "sta{sv}",
				 name_of_card(app), app->state.card.id, 1, "Title", "s", title);
}

void signal_answered(const struct app *app, const struct record *record, uint64_t card)
{
	char title[TITLE_SIZE] = "";
	int index = plan_find(app_plan(app), record->reminder);
	if (!app->bus)
		return;
	if (index >= 0)
		snprintf(title, TITLE_SIZE, "%s",
			 reminder_card_title(app_plan(app), index,
					     config_item(app->config, record->item),
					     gettext_words));
	utf8_clean(title);
	(void)sd_bus_emit_signal(app->bus, LIMBER_PATH, LIMBER_MANAGER, "Answered", "stsa{sv}",
				 record->reminder, card, outcome_word(record->outcome), 1, "Title",
				 "s", title);
}

bool signal_step_began(const struct card *before, const struct card *after)
{
	return after->id != 0 && after->played && !after->hurt &&
	       (before->id != after->id || !before->played ||
		before->play.reported != after->play.reported);
}

void signal_stepped(const struct app *app)
{
	static const char *const sides[] = {
		[SIDE_NONE] = "", [SIDE_LEFT] = "left", [SIDE_RIGHT] = "right"
	};
	const struct card *card = &app->state.card;
	struct player player;
	char title[TITLE_SIZE];
	play_player(app_plan(app), card, &player);
	if (!app->bus || card->play.reported >= player.count)
		return;
	const struct player_part *part = &player.parts[card->play.reported];
	title_of_card(app, title);
	(void)sd_bus_emit_signal(app->bus, LIMBER_PATH, LIMBER_MANAGER, "Stepped", "sta{sv}",
				 name_of_card(app), card->id, 4, "Title", "s", title, "Step", "u",
				 (uint32_t)part->step + 1, "Steps", "u",
				 (uint32_t)player.parts[player.count - 1].step + 1, "Side", "s",
				 sides[part->side]);
}
