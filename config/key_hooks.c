/* The types of the group `hooks`. What a shell would read in a text is an error: here none does. */
#include <string.h>

#include "config/draft.h"
#include "config/keys.h"

void key_hooks(const config_setting_t *setting, const struct field *field, void *into,
	       struct errors *errors)
{
	if (config_setting_is_group(setting))
		fields_read(setting, keys_hooks, into, ((struct draft *)into)->hooks, errors);
	else
		errors_at(errors, setting,
			  "must be a group: hooks : { on_card = [ \"PROGRAM\", \"WORD\" ]; };");
}

void key_time_limit(const config_setting_t *setting, const struct field *field, void *into,
		    struct errors *errors)
{
	usec limit;
	(void)value_length(setting, field->least, field->most, errors, &limit);
}

/* Report what a shell would read in a text that only blanks divide. */
static void command_text(const config_setting_t *setting, const char *text, size_t most,
			 struct errors *errors)
{
	size_t words = 0;
	for (const char *at = text + strspn(text, " "); *at; at += strspn(at, " ")) {
		at += strcspn(at, " ");
		words++;
	}
	if (strpbrk(text, "\"'`\\$|&;<>*?"))
		errors_at(errors, setting,
			  "%s is divided at its blanks, and no shell reads it: write a list of "
			  "words",
			  quote(text).text);
	else if (words > most)
		errors_at(errors, setting, "has %zu words: at most %zu", words, most);
}

void key_command(const config_setting_t *setting, const struct field *field, void *into,
		 struct errors *errors)
{
	const config_setting_t *elements[COMMAND_WORDS];
	bool one = config_setting_type(setting) == CONFIG_TYPE_STRING;
	int count = value_list(setting, (int)field->most, errors, elements);
	for (int i = 0; i < count; i++) {
		const char *text;
		if (!value_text(elements[i], i == 0 && !one, CONFIG_FILE_MAX, errors, &text))
			continue;
		if (one)
			command_text(elements[i], text, (size_t)field->most, errors);
	}
}
