/*
 * One block: the plan, its reminders, their strings. It is replaced as a whole at a reload, and
 * nothing in it can be left behind.
 */
#include "config/plan_build.h"

#include <stdlib.h>
#include <string.h>

#include "config/catalogue.h"

struct config {
	struct plan plan;
	struct reminder reminders[];
};

/* Reminders that are off and lack a time or a text have no place in a plan. */
static size_t plan_size(const struct draft *draft)
{
	size_t size = sizeof(struct config);
	for (int i = 0; i < draft->count; i++) {
		const struct draft_reminder *from = &draft->reminders[i];
		if (draft_complete(from))
			size += sizeof(from->reminder) + strlen(from->reminder.title) + 1 +
				strlen(from->reminder.say) + 1;
	}
	return size;
}

static const char *string_move(char **room, const char *text)
{
	char *at = *room;
	*room = stpcpy(at, text) + 1;
	return at;
}

static void plan_add_safe(struct plan *plan)
{
	for (size_t i = 0; i < catalogue_count && plan->safe_count < DECK_MAX; i++)
		if (catalogue_items[i].before_setup)
			plan->safe[plan->safe_count++] = &catalogue_items[i];
}

struct config *plan_build(const struct draft *draft)
{
	struct config *config = malloc(plan_size(draft));
	if (!config)
		return NULL;
	config->plan = draft->plan;
	config->plan.reminders = config->reminders;
	for (int i = 0; i < draft->count; i++)
		if (draft_complete(&draft->reminders[i]))
			config->reminders[config->plan.count++] = draft->reminders[i].reminder;
	char *room = (char *)&config->reminders[config->plan.count];
	for (int i = 0; i < config->plan.count; i++) {
		struct reminder *reminder = &config->reminders[i];
		reminder->title = string_move(&room, reminder->title);
		reminder->say = string_move(&room, reminder->say);
	}
	plan_add_safe(&config->plan);
	return config;
}

struct config *config_free(struct config *config)
{
	free(config);
	return NULL;
}

const struct plan *config_plan(const struct config *config)
{
	return &config->plan;
}
