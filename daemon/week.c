/* The store is read once, when the card is put up: its text is made again with each change. */
#include "daemon/week.h"

#include <string.h>

#include "core/policy/card.h"
#include "core/policy/week_card.h"
#include "core/words/week_text.h"
#include "daemon/adapters/log.h"

enum { WEEKS_BACK = 4 };

/* The same day of an earlier week, the last of them that had cards. */
static int same_day_read(const struct app *app, int32_t day, struct day *ret)
{
	int r = 0;
	*ret = (struct day){ 0 };
	for (int i = 1; i <= WEEKS_BACK && r == 0 && day_asked(ret) == 0; i++)
		r = store_days_sum(app->store, day - 7 * i, day - 7 * i, ret);
	return r;
}

static int lines_read(struct app *app, const struct week *week)
{
	const struct reminder *reminder = &app_plan(app)->reminders[app->state.card.reminder];
	struct day is, before;
	char line[SENTENCE_SIZE];
	int r = store_days_sum(app->store, week->first, week->first + 6, &is);
	if (r == 0)
		r = store_days_sum(app->store, week->first - 7, week->first - 1, &before);
	if (r < 0)
		return r;
	week_say(&is, &before, gettext_words, line);
	if (line[0])
		words_fill(app->week.line, sizeof(app->week.line),
			   gettext_words(N_("This week: {line}")), "line", line, NULL);
	(void)week_offer(reminder, week->first, &is, &before, gettext_words, app->week.offer);
	return 0;
}

void week_read(struct app *app)
{
	const struct plan *plan = app_plan(app);
	struct day before;
	if (!app->store || app->week.card == app->state.card.id || !week_card(plan, &app->state))
		return;
	int32_t day = state_day(plan, &app->state, app->state.at.real);
	struct week week = week_of(plan, day);
	int r = app->week.day == day ? 0 : same_day_read(app, day, &before);
	if (r < 0 || app->week.day == day || !week_card_last(plan, &app->state, &before))
		return;
	app->week.line[0] = app->week.offer[0] = '\0';
	r = lines_read(app, &week);
	if (r < 0)
		log_say(LOG_WARNING, NULL, "the sums of the week cannot be read: %s", strerror(-r));
	app->week.card = app->state.card.id;
	app->week.day = day;
}

void week_add(const struct app *app, struct card_text *ret)
{
	const struct card *card = &app->state.card;
	if (card->id != app->week.card || card->played || card_discreet(app_plan(app), card))
		return;
	card_text_line(ret, app->week.line);
	card_text_line(ret, app->week.offer);
}
