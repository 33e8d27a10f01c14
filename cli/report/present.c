/* A bad file leaves the layers below it, as at the start of limberd. */
#include "cli/report/present.h"

#include <string.h>
#include <time.h>

#include "cli/shared/when.h"
#include "config/catalogue.h"
#include "config/change.h"
#include "core/base/zone_probe.h"

static int32_t offset_at(int64_t second)
{
	time_t time = (time_t)second;
	struct tm local = { 0 };
	localtime_r(&time, &local);
	return (int32_t)local.tm_gmtoff;
}

void present_init(struct present *ret)
{
	struct config_errors errors = { 0 };
	*ret = (struct present){ .now = { (int64_t)when_now() } };
	if (config_layers_init(&ret->layers) == 0)
		config_load_start(&ret->layers, &ret->config, &errors);
	config_errors_finish(&errors);
	zone_probe(&ret->zone, ret->now, offset_at);
	ret->today = health_today(&ret->zone, ret->now);
}

void present_finish(struct present *present)
{
	config_free(present->config);
	config_layers_finish(&present->layers);
}

const struct health *present_health(const struct present *present)
{
	static const struct health nothing;
	return present->config ? &config_plan(present->config)->health : &nothing;
}

bool present_setup_done(const struct present *present)
{
	return present->config && config_plan(present->config)->setup_done;
}

const struct item *present_item(const struct present *present, size_t index)
{
	if (index < catalogue_count)
		return &catalogue_items[index];
	return present->config ? config_own_item(present->config, index - catalogue_count) : NULL;
}

const struct item *present_item_find(const struct present *present, const char *id)
{
	return present->config ? config_item(present->config, id) : catalogue_find(id);
}

void config_value_say(const struct config *config, const char *reminder, const char *key,
		      char out[PRESENT_SIZE])
{
	const struct config_value *value = config_value_find(config, reminder, key);
	size_t length = 0;
	for (const char *at = value ? value->is.value : ""; *at; at++)
		if (!strchr("[]\"", *at) && (*at != ' ' || length > 0) && length + 1 < PRESENT_SIZE)
			out[length++] = *at;
	while (length > 0 && out[length - 1] == ' ')
		length--;
	out[length] = '\0';
}

void present_value(const struct present *present, const char *reminder, const char *key,
		   char out[PRESENT_SIZE])
{
	out[0] = '\0';
	if (present->config)
		config_value_say(present->config, reminder, key, out);
}

struct config *present_try(struct present *present, const struct settings *settings,
			   struct config_errors *errors)
{
	struct config_changed changed = { 0 };
	if (change_set(&present->layers, true, settings->list, settings->count, &changed, errors) <
	    0)
		return NULL;
	struct config *config = changed.config;
	changed.config = NULL;
	config_changed_finish(&changed);
	return config;
}
