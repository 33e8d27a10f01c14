/* limber holds: what holds cards now. A hold of several reminders is printed once. */
#include <stdio.h>

#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/status.h"

/* "desk, bedtime: outside its hours, …"; without names where it holds all. */
static void held_print(const struct status *status, const struct status_held *held)
{
	char line[REMINDERS_MAX * (NAME_SIZE + 2) + SENTENCE_SIZE] = "";
	bool all = true;
	for (int i = 0; i < status->count; i++)
		all = all && (!status_waits(&status->reminders[i]) || held->who >> i & 1);
	for (int i = 0; !all && i < status->count; i++)
		if (held->who >> i & 1)
			say_list(line, sizeof(line), status->reminders[i].name);
	say_append(line, sizeof(line), "%s%s", line[0] ? ": " : "", held->hold->sentence);
	lines_wrap(stdout, line, 0, 2);
}

static void held_json(struct json *json, const struct status *status,
		      const struct status_held *held)
{
	json_open(json, NULL, '{');
	json_text(json, "hold", held->hold->word);
	json_moment(json, "since", held->hold->since);
	json_moment(json, "until", held->hold->until);
	json_text(json, "sentence", held->hold->sentence);
	json_open(json, "reminders", '[');
	for (int i = 0; i < status->count; i++)
		if (held->who >> i & 1)
			json_text(json, NULL, status->reminders[i].name);
	json_close(json, ']');
	json_close(json, '}');
}

static void holds_json(const struct status *status, const struct status_held held[], int count)
{
	struct json json = json_start(stdout);
	json_open(&json, "holds", '[');
	for (int i = 0; i < count; i++)
		held_json(&json, status, &held[i]);
	json_close(&json, ']');
	json_finish(&json);
}

enum exit_code verb_holds(struct command *command)
{
	STATUS_OWNED *status = NULL;
	struct status_held held[STATUS_HELD_MAX];
	TRY_EXIT(status_get(command, &status));
	int count = status_held(status, held);
	if (command->json) {
		holds_json(status, held, count);
		return EXIT_FINE;
	}
	for (int i = 0; i < count; i++)
		held_print(status, &held[i]);
	if (count == 0)
		puts(_("Nothing holds a card back."));
	return EXIT_FINE;
}
