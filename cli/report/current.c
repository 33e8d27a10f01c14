/* A bad file leaves the layers below it, as at the start of limberd. */
#include "cli/report/current.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/shared/when.h"
#include "config/catalogue.h"
#include "config/change.h"
#include "core/base/text.h"
#include "core/base/zone_probe.h"

static int32_t offset_at(int64_t second)
{
	time_t time = (time_t)second;
	struct tm local = { 0 };
	localtime_r(&time, &local);
	return (int32_t)local.tm_gmtoff;
}

void current_init(struct current *ret)
{
	struct config_errors errors = { 0 };
	*ret = (struct current){ .now = { (int64_t)when_now() } };
	if (config_layers_init(&ret->layers) == 0)
		config_load_start(&ret->layers, &ret->config, &errors);
	config_errors_finish(&errors);
	zone_probe(&ret->zone, ret->now, offset_at);
	ret->today = health_today(&ret->zone, ret->now);
}

void current_finish(struct current *current)
{
	config_free(current->config);
	config_layers_finish(&current->layers);
}

const struct health *current_health(const struct current *current)
{
	static const struct health nothing;
	return current->config ? &config_plan(current->config)->health : &nothing;
}

bool current_setup_done(const struct current *current)
{
	return current->config && config_plan(current->config)->setup_done;
}

const struct item *current_item(const struct current *current, size_t index)
{
	if (index < catalogue_count)
		return &catalogue_items[index];
	return current->config ? config_own_item(current->config, index - catalogue_count) : NULL;
}

const struct item *current_item_find(const struct current *current, const char *id)
{
	return current->config ? config_item(current->config, id) : catalogue_find(id);
}

void config_value_say(const struct config *config, const char *reminder, const char *key,
		      char out[CURRENT_SIZE])
{
	char *text = config_value_text(config_value_find(config, reminder, key));
	bool empty = !text || strcmp(text, "\"\"") == 0;
	snprintf(out, CURRENT_SIZE, "%.*s", empty ? 0 : (int)text_fit(text, CURRENT_SIZE),
		 empty ? "" : text);
	free(text);
}

void current_value(const struct current *current, const char *reminder, const char *key,
		   char out[CURRENT_SIZE])
{
	out[0] = '\0';
	if (current->config)
		config_value_say(current->config, reminder, key, out);
}

struct config *current_try(struct current *current, const struct settings *settings,
			   struct config_errors *errors)
{
	struct config_changed changed = { 0 };
	if (change_set(&current->layers, true, settings->list, settings->count, &changed, errors) <
	    0)
		return NULL;
	struct config *config = changed.config;
	changed.config = NULL;
	config_changed_finish(&changed);
	return config;
}
