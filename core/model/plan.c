/* Lookups in the plan, which config/ makes. */
#include "core/model/plan.h"

#include <string.h>

int plan_find(const struct plan *plan, const char *name)
{
	for (int i = 0; i < plan->count; i++)
		if (strcmp(plan->reminders[i].name, name) == 0)
			return i;
	return -1;
}

const struct ranges *plan_hours(const struct plan *plan, int index)
{
	const struct ranges *own = &plan->reminders[index].hours;
	return own->count > 0 ? own : &plan->hours;
}

const struct ranges *plan_quiet(const struct plan *plan, int index)
{
	const struct ranges *own = &plan->reminders[index].quiet;
	return own->count > 0 ? own : &plan->quiet;
}

bool plan_bound(const struct plan *plan, int index)
{
	enum trigger trigger = plan->reminders[index].trigger;
	return trigger == TRIGGER_SITTING || trigger == TRIGGER_CLOCK;
}

bool plan_capped(const struct plan *plan, int index)
{
	return plan_bound(plan, index) && !plan->reminders[index].own;
}

bool plan_internal(const struct plan *plan, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	return reminder->trigger == TRIGGER_ON && reminder->on == ON_STANDING && !reminder->own;
}

int32_t keep_days(enum keep keep)
{
	static const int32_t days[KEEP_COUNT] = { [KEEP_3_MONTHS] = 92,
						  [KEEP_1_YEAR] = 366,
						  [KEEP_2_YEARS] = 731,
						  [KEEP_5_YEARS] = 1827 };
	return days[keep];
}
