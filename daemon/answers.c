/* The state keeps the union of what the files give and what is missing of before. */
#include "daemon/answers.h"

#include "daemon/adapters/log.h"

/* Load again with or without care; without memory for it the configuration stays as it is. */
static void load_again(struct app *app, bool careful, struct config **config)
{
	struct config *again = NULL;
	struct config_errors errors = { 0 };
	app->layers.careful = careful;
	if (config_load_start(&app->layers, &again, &errors) == 0) {
		config_free(*config);
		*config = again;
	}
	config_errors_finish(&errors);
}

void answers_compare(struct app *app, struct config **config)
{
	struct answers *had = &app->state.answers, lost, given;
	bool missing = config_answers_lost(*config, had, &lost);
	config_answers(*config, &given);
	*had = given;
	answers_add(had, &lost);
	if (missing == app->layers.careful)
		return;
	load_again(app, missing, config);
	if (missing)
		log_say(LOG_ERR, NULL,
			"answers to the health questions are gone from the files, so only what "
			"comes before these questions is shown: limber status");
	else
		log_say(LOG_NOTICE, NULL, "the answers to the health questions are there again");
}

void answers_changed(struct app *app, const struct config_change changes[], size_t count)
{
	struct answers lost;
	config_answers_lost(app->config, &app->state.answers, &lost);
	for (size_t i = 0; i < count; i++)
		if (!changes[i].reminder)
			answers_settle(&lost, changes[i].key);
	app->state.answers = lost;
}

void answers_say(const struct app *app, char out[ANSWERS_SIZE])
{
	struct answers lost;
	out[0] = '\0';
	if (config_answers_lost(app->config, &app->state.answers, &lost))
		answers_lost_say(&lost, out);
}

size_t answers_unset(struct app *app, const struct config_change changes[], size_t count,
		     struct config_change rest[])
{
	struct answers lost;
	size_t left = 0;
	config_answers_lost(app->config, &app->state.answers, &lost);
	for (size_t i = 0; i < count; i++)
		if (changes[i].reminder || !answers_settle(&lost, changes[i].key))
			rest[left++] = changes[i];
	return left;
}
