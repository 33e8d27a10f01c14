/* limber holds: what keeps cards back now. What keeps all of them back is told once. */
#include <stdio.h>
#include <string.h>

#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/status.h"

/* Riders come with the card of another, and what is off or silent waits for nothing. */
static bool may_wait(const struct status_reminder *reminder)
{
	return reminder->enabled && !reminder->silent && !reminder->with[0];
}

static bool is_held(const struct status_reminder *reminder, const char *sentence)
{
	for (int i = 0; i < reminder->holds.count; i++)
		if (strcmp(reminder->holds.hold[i].sentence, sentence) == 0)
			return true;
	return false;
}

/* Whether none before this reminder has it. */
static bool is_first(const struct status *status, const struct status_reminder *reminder,
		     const char *sentence)
{
	for (const struct status_reminder *at = status->reminders; at < reminder; at++)
		if (may_wait(at) && is_held(at, sentence))
			return false;
	return true;
}

typedef void hold_say(void *to, const struct status *status, const struct status_hold *hold);

/* Each hold once; returns how many there are. */
static int holds_each(const struct status *status, hold_say *say, void *to)
{
	int count = 0;
	for (int i = 0; i < status->count; i++) {
		const struct status_reminder *reminder = &status->reminders[i];
		for (int j = 0; may_wait(reminder) && j < reminder->holds.count; j++) {
			const struct status_hold *hold = &reminder->holds.hold[j];
			if (!is_first(status, reminder, hold->sentence))
				continue;
			say(to, status, hold);
			count++;
		}
	}
	return count;
}

static bool holds_all(const struct status *status, const char *sentence)
{
	for (int i = 0; i < status->count; i++)
		if (may_wait(&status->reminders[i]) && !is_held(&status->reminders[i], sentence))
			return false;
	return true;
}

/* "desk, bedtime: outside its hours, …"; without names where it is about all. */
static void say_line(void *to, const struct status *status, const struct status_hold *hold)
{
	char line[REMINDERS_MAX * (NAME_SIZE + 2) + SENTENCE_SIZE] = "";
	bool all = holds_all(status, hold->sentence);
	int at = 0;
	for (int i = 0; !all && i < status->count; i++)
		if (may_wait(&status->reminders[i]) &&
		    is_held(&status->reminders[i], hold->sentence))
			at += snprintf(line + at, sizeof(line) - (size_t)at, "%s%s", at ? ", " : "",
				       status->reminders[i].name);
	snprintf(line + at, sizeof(line) - (size_t)at, "%s%s", at ? ": " : "", hold->sentence);
	lines_wrap(to, line, 0, 2);
}

static void say_json(void *to, const struct status *status, const struct status_hold *hold)
{
	struct json *json = to;
	json_open(json, NULL, '{');
	json_text(json, "hold", hold->word);
	json_moment(json, "since", hold->since);
	json_moment(json, "until", hold->until);
	json_text(json, "sentence", hold->sentence);
	json_open(json, "reminders", '[');
	for (int i = 0; i < status->count; i++)
		if (may_wait(&status->reminders[i]) &&
		    is_held(&status->reminders[i], hold->sentence))
			json_text(json, NULL, status->reminders[i].name);
	json_close(json, ']');
	json_close(json, '}');
}

enum exit_code verb_holds(struct command *command)
{
	STATUS_OWNED *status = NULL;
	enum exit_code code = status_get(command, &status);
	if (code != EXIT_FINE)
		return code;
	struct json json = json_begin(stdout);
	if (command->json) {
		json_open(&json, NULL, '{');
		json_open(&json, "holds", '[');
		holds_each(status, say_json, &json);
		json_close(&json, ']');
		json_close(&json, '}');
		json_end(&json);
	} else if (holds_each(status, say_line, stdout) == 0) {
		puts(_("Nothing holds a card back."));
	}
	return EXIT_FINE;
}
