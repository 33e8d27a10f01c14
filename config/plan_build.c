/*
 * The plan, its reminders and their strings are one block, which a reload replaces as a whole.
 */
#include "config/plan_build.h"

#include <stdlib.h>
#include <string.h>

#include "config/catalogue.h"

static size_t plan_size(const struct draft *draft, int *ret_count)
{
	size_t size = sizeof(struct config);
	*ret_count = 0;
	for (int i = 0; i < draft->count; i++) {
		const struct draft_reminder *from = &draft->reminders[i];
		if (!from->placed)
			continue;
		size += sizeof(from->reminder) + strlen(from->reminder.title) + 1 +
			strlen(from->reminder.say) + 1;
		++*ret_count;
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
	int count;
	struct config *config = malloc(plan_size(draft, &count));
	if (!config)
		return NULL;
	config->values = NULL;
	config->value_count = 0;
	config->strings = NULL;
	config->own = NULL;
	config->skipped = NULL;
	config->repeats = NULL;
	config->careful = false;
	config->plan = draft->plan;
	config->plan.reminders = config->reminders;
	char *room = (char *)&config->reminders[count];
	for (int i = 0; i < draft->count; i++) {
		const struct reminder *from = &draft->reminders[i].reminder;
		if (!draft->reminders[i].placed)
			continue;
		struct reminder *reminder = &config->reminders[config->plan.count++];
		*reminder = *from;
		reminder->title = string_move(&room, from->title);
		reminder->say = string_move(&room, from->say);
	}
	plan_add_safe(&config->plan);
	return config;
}

struct config *config_free(struct config *config)
{
	if (!config)
		return NULL;
	free(config->values);
	free(config->strings);
	own_free(config->own);
	free(config->skipped);
	free(config->repeats);
	free(config);
	return NULL;
}

const char *config_skipped(const struct config *config)
{
	return config->skipped ? config->skipped : "";
}

bool config_is_careful(const struct config *config)
{
	return config->careful;
}

const struct config_errors *config_left_out(const struct config *config)
{
	static const struct config_errors none;
	return config->own ? &config->own->errors : &none;
}

const struct item *config_item(const struct config *config, const char *id)
{
	return own_find(config->own, id);
}

const struct item *config_own_item(const struct config *config, size_t index)
{
	bool there = config->own && index < (size_t)config->own->count;
	return there ? &config->own->items[index]->draft.item : NULL;
}

const struct plan *config_plan(const struct config *config)
{
	return &config->plan;
}
