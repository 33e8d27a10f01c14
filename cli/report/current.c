/* A file with errors is skipped, as at the start of limberd. */
#include "cli/report/current.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/zones.h"
#include "cli/shared/bus.h"
#include "cli/shared/when.h"
#include "config/catalogue.h"
#include "config/change.h"
#include "core/base/text.h"
#include "store/store.h"

struct config *current_in_force(struct command *command, const struct config_layers *files)
{
	BUS_MESSAGE *reply = NULL;
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	const char *text = bus_text(command, "GetConfiguration", &reply);
	if (!text)
		return NULL;
	/* This text replaces all files. */
	struct config_layers layers = { .catalogue = files->catalogue, .runtime = strdup(text) };
	if (layers.runtime)
		config_load_start(&layers, &config, &errors);
	config_errors_finish(&errors);
	free(layers.runtime);
	return config;
}

/* The answers that limberd knew when it last saved its state. */
static void answers_known(struct answers *ret)
{
	struct store *store = NULL;
	char *folder = NULL;
	*ret = (struct answers){ 0 };
	if (store_folder(&folder) == 0 && store_open_to_read(folder, &store) == 0)
		(void)store_answers(store, ret);
	store_free(store);
	free(folder);
}

/* Load the files, and again with care where answers are missing. */
static int files_load(struct config_layers *layers, struct answers *lost, struct config **ret)
{
	struct config_errors errors = { 0 };
	struct answers known;
	*lost = (struct answers){ 0 };
	int r = config_layers_init(layers);
	if (r == 0)
		r = config_load_start(layers, ret, &errors);
	config_errors_finish(&errors);
	if (r < 0)
		return r;
	answers_known(&known);
	layers->careful = config_answers_lost(*ret, &known, lost);
	if (!layers->careful)
		return 0;
	*ret = config_free(*ret);
	r = config_load_start(layers, ret, &errors);
	config_errors_finish(&errors);
	return r;
}

int current_layers(struct config_layers *ret, struct answers *lost)
{
	struct config *config = NULL;
	struct answers missing;
	int r = files_load(ret, lost ? lost : &missing, &config);
	config_free(config);
	return r;
}

void current_init(struct current *ret, struct command *command)
{
	*ret = (struct current){ .now = { (int64_t)when_now() } };
	(void)files_load(&ret->layers, &ret->lost, &ret->kept);
	ret->config = current_in_force(command, &ret->layers);
	if (!ret->config)
		ret->config = ret->kept;
	zones_local(ret->now, &ret->zone);
	ret->today = health_today(&ret->zone, ret->now);
}

void current_finish(struct current *current)
{
	if (current->config != current->kept)
		config_free(current->config);
	config_free(current->kept);
	config_layers_finish(&current->layers);
}

static const struct health *health_of(const struct config *config)
{
	static const struct health nothing;
	return config ? &config_plan(config)->health : &nothing;
}

const struct health *current_health(const struct current *current)
{
	return health_of(current->config);
}

const struct health *current_kept(const struct current *current)
{
	return health_of(current->kept);
}

static bool is_done(const struct config *config)
{
	return config && config_plan(config)->setup_done;
}

bool current_setup_done(const struct current *current)
{
	return is_done(current->config);
}

bool current_setup_kept(const struct current *current)
{
	return is_done(current->kept);
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
	/* A copy, so that the next try starts from the current settings. */
	struct config_layers layers = current->layers;
	layers.runtime = layers.runtime ? strdup(layers.runtime) : NULL;
	int r = change_set(&layers, true, settings->list, settings->count, &changed, errors);
	free(layers.runtime);
	if (r < 0)
		return NULL;
	struct config *config = changed.config;
	changed.config = NULL;
	config_changed_finish(&changed);
	return config;
}
