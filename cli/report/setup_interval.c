/* Shorten intervals that are longer than the hours: their reminders would never be due. */
#include "cli/report/setup.h"
#include "core/foresee/quiet.h"
#include "core/foresee/rings.h"

/* Whether a built-in interval is too long: no answer silences the reminder and it still has no
 * card. */
static bool is_too_long(const struct setup *setup, const struct plan *plan, int index,
			uint64_t rings)
{
	const struct reminder *reminder = &plan->reminders[index];
	bool hosted = reminder->with < 0 || rings >> reminder->with & 1;
	return reminder->enabled && reminder->every > 0 && !reminder->own && !reminder->set &&
	       hosted && !(rings >> index & 1) && !setup_is_silent(setup, plan, index);
}

static uint64_t rings_with(struct setup *setup, const struct settings *settings)
{
	struct config *config = setup_tried(setup, settings);
	uint64_t rings =
		config ? rings_of(config_plan(config), &setup->current.zone, setup->current.now)
		       : 0;
	config_free(config);
	return rings;
}

/* Set the interval to the largest fraction of the hours that gives a card; false: none does. */
static bool interval_fit(struct setup *setup, const struct reminder *reminder, int index,
			 int minutes, struct settings *settings)
{
	enum { LEAST = 5, GRAIN = 5, PARTS = 6 };
	for (int part = 2; part <= PARTS; part++) {
		char was[LENGTH_SIZE], is[LENGTH_SIZE];
		int every = minutes / part - minutes / part % GRAIN;
		if (every < LEAST || every * USEC_PER_MIN >= reminder->every)
			continue;
		struct settings tried = *settings;
		length_print(every * USEC_PER_MIN, is);
		length_print(reminder->every, was);
		settings_add(&tried, reminder->name, "every", "%s", is);
		if (!(rings_with(setup, &tried) >> index & 1))
			continue;
		settings_add(settings, reminder->name, "every", "%s", is);
		setup_move_note(setup, reminder->name, was, is);
		return true;
	}
	return false;
}

/* Shorten one interval; false: none is left to shorten. */
static bool interval_settings_one(struct setup *setup, struct settings *settings)
{
	struct config *config = setup_tried(setup, settings);
	const struct plan *plan = config ? config_plan(config) : NULL;
	uint64_t rings = plan ? rings_of(plan, &setup->current.zone, setup->current.now) : 0;
	bool fits = false;
	for (int i = 0; plan && i < plan->count && !fits; i++)
		fits = is_too_long(setup, plan, i, rings) &&
		       interval_fit(setup, &plan->reminders[i], i, quiet_longest(&plan->hours),
				    settings);
	config_free(config);
	return fits;
}

/* Hosts first: riders are shown on the card of their host only. */
void setup_fit_intervals(struct setup *setup, struct settings *settings)
{
	int most = REMINDERS_MAX;
	while (most-- > 0 && interval_settings_one(setup, settings))
		;
}
