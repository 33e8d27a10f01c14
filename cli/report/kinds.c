/* limber kinds: the kinds of cramp that are on, and the reminders that follow from them. */
#include <string.h>

#include "cli/report/cramps.h"
#include "cli/report/current.h"
#include "cli/report/report.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "config/values.h"

#define BIT(index) (UINT32_C(1) << (index))

static void kinds_json(uint32_t kinds)
{
	struct json json = json_start(stdout);
	json_open(&json, "kinds", '[');
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++) {
		json_open(&json, NULL, '{');
		json_text(&json, "kind", item_cramp_kinds[cramp]);
		json_text(&json, "text", _(cramp_texts[cramp]));
		json_bool(&json, "on", kinds & BIT(cramp));
		json_bool(&json, "see_first", cramp_see_first(cramp));
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_finish(&json);
}

static void kinds_print(uint32_t kinds)
{
	enum { ON = 4, NAME = 14, TEXT = 2 + ON + NAME };
	lines_wrap(stdout, _("Kinds of cramp: they choose the reminders and their items."), 0, 0);
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++) {
		char text[256];
		snprintf(text, sizeof(text), "%s%s", _(cramp_texts[cramp]),
			 cramp_see_first(cramp) ? _("; see someone first") : "");
		fputs("  ", stdout);
		lines_pad(stdout, kinds & BIT(cramp) ? _("on") : "-", ON);
		lines_pad(stdout, item_cramp_kinds[cramp], NAME);
		lines_wrap(stdout, text, TEXT, TEXT);
	}
	const char *more =
		item_cramp_kinds[kinds & BIT(CRAMP_NOCTURNAL) ? CRAMP_CHRONIC : CRAMP_NOCTURNAL];
	char hints[256];
	snprintf(hints, sizeof(hints),
		 _("\nOne more: limber kinds add %s\nIts items: limber catalogue --kind %s\n"),
		 more, more);
	lines_wrap_each(stdout, hints, 0);
}

/* List the reminders that are on in one plan and not in the other. */
static void reminders_print(const char *what, const struct plan *plan, const struct plan *other)
{
	char text[1024] = "";
	for (int i = 0; i < plan->count; i++) {
		int at = plan_find(other, plan->reminders[i].name);
		if (plan->reminders[i].enabled && !(at >= 0 && other->reminders[at].enabled))
			say_append(text, sizeof(text), "%s %s", text[0] ? "," : what,
				   plan->reminders[i].name);
	}
	if (text[0])
		lines_wrap(stdout, text, 0, 2);
}

static void change_print(const struct plan *before, const struct plan *after)
{
	reminders_print(_("New reminders:"), after, before);
	reminders_print(_("No longer there:"), before, after);
}

static void seen_first_print(uint32_t kinds)
{
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++) {
		if (!(kinds & BIT(cramp)) || !cramp_first(cramp))
			continue;
		printf("%s: ", item_cramp_kinds[cramp]);
		lines_wrap(stdout, _(cramp_first(cramp)), lines_width(item_cramp_kinds[cramp]) + 2,
			   2);
	}
}

/* A strain is also a health fact, with its day. False: the fact holds already. */
static bool strain_add(struct settings *settings, const struct current *current)
{
	int32_t until;
	if (fact_holds(current_health(current), FACT_ACUTE, current->today, &until))
		return false;
	settings_add_day(settings, "health.acute", current->today);
	return true;
}

static enum exit_code kinds_write(struct command *command, struct current *current, uint32_t before,
				  uint32_t kinds)
{
	struct settings settings = { .count = 0 };
	struct config_errors errors = { 0 };
	cramps_add(&settings, kinds);
	bool strain = kinds & ~before & BIT(CRAMP_ACUTE) && strain_add(&settings, current);
	seen_first_print(kinds & ~before);
	struct config *config = current_try(current, &settings, &errors);
	enum exit_code code = settings_write(command, &settings);
	if (code == EXIT_FINE && config && current->config)
		change_print(config_plan(current->config), config_plan(config));
	if (code == EXIT_FINE)
		puts(_("Set. Undo: limber undo"));
	if (code == EXIT_FINE && strain)
		say_wrapped(_("The strain counts from today, for 72 hours. Another day: limber "
			      "health acute=YYYY-MM-DD"));
	config_errors_finish(&errors);
	config_free(config);
	return code;
}

static enum exit_code kinds_read(const struct command *command, uint32_t *ret)
{
	uint32_t kinds = 0;
	for (int i = 1; i < command->count; i++) {
		const char *word = command->words[i];
		int cramp = word_index(word, item_cramp_kinds);
		if (cramp < 0)
			return complain(command, EXIT_USAGE, _("\"%s\" is not a kind of cramp%s"),
					word, hint_words(word, item_cramp_kinds, CRAMP_COUNT).text);
		kinds |= BIT(cramp);
	}
	*ret = kinds;
	return EXIT_FINE;
}

static enum exit_code kinds_change(struct command *command, struct current *current)
{
	uint32_t before = current_health(current)->kinds, kinds = 0;
	bool add = strcmp(command->words[0], "add") == 0;
	if ((!add && strcmp(command->words[0], "remove") != 0) || command->count < 2)
		return command_misused(command);
	TRY_EXIT(kinds_read(command, &kinds));
	kinds = add ? before | kinds : before & ~kinds;
	if (kinds == before)
		return settings_same(command);
	if (kinds == 0 && before == BIT(CRAMP_POSTURAL))
		return complain(command, EXIT_REFUSED,
				_("One kind has to stay: add another one first, such as\n"
				  "limber kinds add %s"),
				item_cramp_kinds[CRAMP_NOCTURNAL]);
	if (kinds == 0) {
		kinds = BIT(CRAMP_POSTURAL);
		puts(_("One kind has to stay: it is postural now, from sitting."));
	}
	return kinds_write(command, current, before, kinds);
}

enum exit_code report_kinds(struct command *command)
{
	BUS_CLEANUP(current_finish) struct current current;
	current_init(&current, command);
	if (command->count > 0) {
		say_aside(command);
		return kinds_change(command, &current);
	}
	if (command->json)
		kinds_json(current_health(&current)->kinds);
	else
		kinds_print(current_health(&current)->kinds);
	return EXIT_FINE;
}
