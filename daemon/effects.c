/* What the old plan made of the day is compared with what the new one makes of it. */
#include "daemon/effects.h"

#include <libintl.h>
#include <string.h>

#include "core/foresee/forecast.h"
#include "core/policy/gap.h"
#include "core/words/health_text.h"
#include "core/words/never_text.h"

#define _(text) gettext(text)

const struct config_change *change_of(const struct change *change, const char *key)
{
	for (size_t i = 0; i < change->count; i++)
		if (!change->list[i].reminder && strcmp(change->list[i].key, key) == 0)
			return &change->list[i];
	return NULL;
}

/* "About 9 cards a day." */
static void pace(const struct app *app, char out[SENTENCE_SIZE])
{
	struct moment now = clock_now();
	bool first_week = realtime_since(now.real, app->state.first_start) < FIRST_WEEK;
	forecast_say(app_plan(app), &app->state.zone, now.real, first_week, gettext_words, out);
}

static int limits(const struct app *app, char out[LIMITS_SAID][SENTENCE_SIZE])
{
	return limits_say(app_plan(app), &app->state.zone, clock_now().real, gettext_words, out);
}

/* Note the cards a day, where they are others now. */
static void note_pace(const struct app *app, const struct outlook *before,
		      struct config_errors *notes)
{
	char after[SENTENCE_SIZE];
	pace(app, after);
	if (strcmp(before->pace, after) != 0)
		config_errors_add(notes, after);
}

/* Note effects of gap and cap that the old plan did not have. */
static void note_limits(const struct app *app, const struct outlook *before,
			struct config_errors *notes)
{
	char after[LIMITS_SAID][SENTENCE_SIZE];
	int said = limits(app, after);
	for (int i = 0; i < said; i++) {
		bool known = false;
		for (int j = 0; j < before->limits_count; j++)
			known |= strcmp(before->limits[j], after[i]) == 0;
		if (!known)
			config_errors_add(notes, after[i]);
	}
}

/* Note each item of a new deck that the health answers leave out. */
static void note_left_out(const struct app *app, const struct reminder *reminder,
			  struct config_errors *notes)
{
	int32_t today = health_today(&app->state.zone, app->state.at.real);
	for (int i = 0; i < reminder->item_count; i++) {
		const struct item *item = reminder->items[i];
		struct verdict verdict = item_verdict(item, &app_plan(app)->health, today);
		char why[SENTENCE_SIZE], note[SENTENCE_SIZE];
		bool again = false;
		for (int j = 0; j < i; j++)
			again |= reminder->items[j] == item;
		if (again || verdict.ruling == RULING_FOR_YOU)
			continue;
		ruling_say(&verdict, gettext_words, why);
		words_fill(note, sizeof(note), _("{item} is left out for now: {why}"), "item",
			   item->id, "why", why, NULL);
		config_errors_add(notes, note);
	}
}

static void note_decks(const struct app *app, const struct change *change,
		       struct config_errors *notes)
{
	const struct plan *plan = app_plan(app);
	for (size_t i = 0; i < change->count; i++) {
		const struct config_change *its = &change->list[i];
		bool deck = its->reminder && strcmp(its->key, "items") == 0;
		int index = deck ? plan_find(plan, its->reminder) : -1;
		if (index >= 0)
			note_left_out(app, &plan->reminders[index], notes);
	}
}

static bool is_about(const struct change *change, const char *name)
{
	for (size_t i = 0; i < change->count; i++) {
		const struct config_change *its = &change->list[i];
		if (its->reminder ? strcmp(its->reminder, name) == 0
				  : strcmp(its->key, "quiet") == 0)
			return true;
	}
	return false;
}

/* Note calendar times that have passed, or that quiet covers for longer than they are valid. */
static void note_never(const struct app *app, const struct change *change,
		       struct config_errors *notes)
{
	const struct plan *plan = app_plan(app);
	struct moment now = clock_now();
	for (int i = 0; i < plan->count; i++) {
		char note[SENTENCE_SIZE];
		if (is_about(change, plan->reminders[i].name) &&
		    never_say(plan, &app->state, i, now, gettext_words, note))
			config_errors_add(notes, note);
	}
}

/* The kind `acute` alone holds nothing back: only the fact does, and that has its day. */
static void note_strain(const struct app *app, const struct change *change,
			struct config_errors *notes)
{
	const struct health *health = &app_plan(app)->health;
	int32_t until, today = health_today(&app->state.zone, clock_now().real);
	if (change_of(change, "kinds") && health->kinds & UINT32_C(1) << CRAMP_ACUTE &&
	    !fact_holds(health, FACT_ACUTE, today, &until))
		config_errors_add(notes, _("The day of the strain is not known, so nothing is held "
					   "back for it: limber health acute=yes, or its day."));
}

/* The reminders that have the longer gaps of the first week now. */
static uint64_t first_weeks(const struct app *app)
{
	const struct plan *plan = app_plan(app);
	uint64_t ret = 0;
	for (int i = 0; i < plan->count; i++)
		if (plan->reminders[i].enabled && gap_first_week(plan, &app->state, i, clock_now()))
			ret |= UINT64_C(1) << i;
	return ret;
}

/* Note each reminder that a new interval takes out of the first week. */
static void note_first_week(const struct app *app, uint64_t before, struct config_errors *notes)
{
	uint64_t ended = before & ~first_weeks(app);
	for (int i = 0; i < app_plan(app)->count; i++) {
		const struct reminder *reminder = &app_plan(app)->reminders[i];
		char note[SENTENCE_SIZE];
		if (!(ended & UINT64_C(1) << i) || !reminder->enabled || !reminder->set)
			continue;
		words_fill(note, sizeof(note),
			   _("The longer gaps of the first week no longer apply to {name}."),
			   "name", reminder->name, NULL);
		config_errors_add(notes, note);
	}
}

void outlook_note(const struct app *app, struct outlook *ret)
{
	pace(app, ret->pace);
	ret->limits_count = limits(app, ret->limits);
	ret->young = first_weeks(app);
}

void change_notes(const struct app *app, const struct change *change, const struct outlook *before,
		  struct config_errors *notes)
{
	note_pace(app, before, notes);
	if (change->kind == CHANGE_SET)
		note_first_week(app, before->young, notes);
	note_limits(app, before, notes);
	if (change->kind != CHANGE_SET && change->kind != CHANGE_ADD)
		return;
	note_decks(app, change, notes);
	note_never(app, change, notes);
	note_strain(app, change, notes);
}
