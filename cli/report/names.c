/* The names of items and keys, for completions. */
#include <string.h>

#include "cli/report/report.h"
#include "cli/shared/say.h"
#include "config/keys.h"

static void names_items(struct command *command)
{
	struct current current;
	const struct item *item;
	current_init(&current, command);
	for (size_t i = 0; (item = current_item(&current, i)); i++)
		printf("%s\t%s\n", item->id, _(item->title));
	current_finish(&current);
}

static void names_values(const struct field *key)
{
	static const char *const bools[] = { "true", "false", NULL };
	const char *const *words = key->form == FORM_BOOL   ? bools
				   : key->form == FORM_TEXT ? key->words
							    : NULL;
	if (!words)
		printf("%s=\t%s\n", key->name, key->help ? key->help : "");
	for (; words && *words; words++)
		printf("%s=%s\t%s\n", key->name, *words, key->help ? key->help : "");
}

/* Keys, or with `are_settings` each with "=" and the words that its value may be. */
static void names_keys(const struct field keys[], bool are_settings)
{
	for (; keys->name; keys++)
		if (keys->form == FORM_GROUP)
			continue;
		else if (are_settings)
			names_values(keys);
		else
			printf("%s\t%s\n", keys->name, keys->help ? keys->help : "");
}

/*
 * items, keys or settings; keys and settings of the top level, or of the reminder named after them.
 * A key is not a name: `limber unset gap` is followed by keys of the top level.
 */
enum exit_code report_names(struct command *command)
{
	const char *what = command->count > 0 ? command->words[0] : "items";
	bool named = command->count > 1 && !field_find(keys_plan, command->words[1]);
	if (strcmp(what, "items") == 0)
		names_items(command);
	else
		names_keys(named ? keys_reminder : keys_plan, strcmp(what, "settings") == 0);
	return EXIT_FINE;
}
