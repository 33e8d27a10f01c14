/*
 * What a configuration costs from its files to the first wake, beside libconfig's own parse of the
 * same texts: read, checked, built, and a step of the core taken. At most 1.6 times is wanted.
 */
#include <libconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "config/layers.h"
#include "core/policy/step.h"

enum { ROUNDS = 2000 };

static const char users[] =
	"setup_done = true;\n"
	"reminders : {\n"
	"\tlunch  : { at = [ \"Mon..Fri 12:30\" ]; say = \"Eat away from it\"; };\n"
	"\teyes   : { every = \"70min\"; of = \"sitting\"; say = \"Look far\"; };\n"
	"\tair    : { every = \"2h\"; of = \"clock\"; say = \"Air\"; };\n"
	"\tlegs   : { every = \"3h\"; items = [ \"core-strength\" ]; };\n"
	"\treview : { at = [ \"Mon 9:00\" ]; say = \"Look at last week\"; };\n"
	"\tposture : { on = \"unlock\"; say = \"Sit well\"; };\n"
	"};\n";

static double us_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static bool parse(const char *text)
{
	config_t config;
	config_init(&config);
	bool good = config_read_string(&config, text) == CONFIG_TRUE;
	config_destroy(&config);
	return good;
}

static bool parse_all(void)
{
	return parse(config_default_text) && parse(config_kind_texts[CRAMP_POSTURAL]) &&
	       parse(users);
}

static bool load_and_arm(void)
{
	static struct state state;
	struct config *config;
	struct config_errors errors;
	struct zone zone = { .name = "UTC", .until = REALTIME_OPEN };
	struct event start = { .kind = EVENT_START,
			       .now = { { 0 }, { INT64_C(1792890000000000) } } };
	struct result result;
	int r = config_load_text(NULL, "limber.conf", users, sizeof(users) - 1, &config, &errors);
	config_errors_finish(&errors);
	if (r < 0)
		return false;
	state_init(&state, config_plan(config), &zone, start.now);
	step(config_plan(config), &state, &start, &result);
	config_free(config);
	return result.armed;
}

/* Microseconds a round; they are taken in turn, so that both meet the same machine. */
int main(void)
{
	double parsed = 0, loaded = 0;
	for (int i = 0; i < ROUNDS; i++) {
		double begin = us_now();
		bool good = parse_all();
		double middle = us_now();
		good = load_and_arm() && good;
		if (!good) {
			fputs("load: the texts are not good\n", stderr);
			return EXIT_FAILURE;
		}
		parsed += middle - begin;
		loaded += us_now() - middle;
	}
	printf("load, check, arm 10 reminders: %.0f us, libconfig's parse of them %.0f us, ratio "
	       "%.2f\n",
	       loaded / (int)ROUNDS, parsed / (int)ROUNDS, loaded / parsed);
	return EXIT_SUCCESS;
}
