#include "config/values.h"

#include <stdio.h>
#include <string.h>

#include "config/source.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

/* Return a value as text for a message; for a group or list, only its type. */
static struct quoted value_found(const config_setting_t *setting)
{
	struct quoted found;
	switch (config_setting_type(setting)) {
	case CONFIG_TYPE_STRING:
		return quote(config_setting_get_string(setting));
	case CONFIG_TYPE_BOOL:
		strcpy(found.text, config_setting_get_bool(setting) ? "true" : "false");
		break;
	case CONFIG_TYPE_INT:
		snprintf(found.text, sizeof(found.text), "%d", config_setting_get_int(setting));
		break;
	case CONFIG_TYPE_INT64:
		snprintf(found.text, sizeof(found.text), "%lldL",
			 config_setting_get_int64(setting));
		break;
	case CONFIG_TYPE_FLOAT:
		snprintf(found.text, sizeof(found.text), "%g", config_setting_get_float(setting));
		break;
	default:
		snprintf(found.text, sizeof(found.text), "%s",
			 config_setting_is_group(setting) ? _("a group") : _("a list"));
		break;
	}
	return found;
}

/* Return a string; NULL with an error line. `wanted` is marked for gettext. */
static const char *value_string(const config_setting_t *setting, const char *wanted,
				struct errors *errors)
{
	const char *text = config_setting_get_string(setting);
	if (!text)
		errors_at(errors, setting, "found %s: write %s", value_found(setting).text,
			  _(wanted));
	return text;
}

bool value_text(const config_setting_t *setting, size_t least, size_t most, struct errors *errors,
		const char **ret)
{
	const char *end, *text = value_string(setting, N_("a text in double quotes"), errors);
	if (!text)
		return false;
	size_t count = utf8_count(text, &end);
	if (*end)
		errors_at(errors, setting, "%s holds a character that cannot be shown: \\x%02x",
			  quote(text).text, (unsigned char)*end);
	else if (count < least)
		errors_at(errors, setting, "is empty: write a text");
	else if (count > most)
		errors_at(errors, setting, "%s has %zu characters: at most %zu", quote(text).text,
			  count, most);
	else
		return *ret = text, true;
	return false;
}

/* True if superfluous quotes may be the fault: a value of a command has none. */
static bool without_quotes(const config_setting_t *setting)
{
	return config_setting_type(setting) == CONFIG_TYPE_STRING && !source_of(setting)->unwritten;
}

bool value_bool(const config_setting_t *setting, struct errors *errors, bool *ret)
{
	if (config_setting_type(setting) != CONFIG_TYPE_BOOL) {
		errors_at(errors, setting,
			  without_quotes(setting) ? "found %s: write true or false, without quotes"
						  : N_("found %s: write true or false"),
			  value_found(setting).text);
		return false;
	}
	*ret = config_setting_get_bool(setting);
	return true;
}

bool value_integer(const config_setting_t *setting, int least, int most, struct errors *errors,
		   int *ret)
{
	int value = config_setting_get_int(setting);
	if (config_setting_type(setting) != CONFIG_TYPE_INT)
		errors_at(errors, setting,
			  without_quotes(setting)
				  ? "found %s: write a number from %d to %d, without quotes"
				  : N_("found %s: write a number from %d to %d"),
			  value_found(setting).text, least, most);
	else if (value < least || value > most)
		errors_at(errors, setting, "%d is out of range: %d to %d", value, least, most);
	else
		return *ret = value, true;
	return false;
}

/* Suggest "50min" for "50", or an example if that is out of range. */
static void length_lacks_unit(const config_setting_t *setting, const char *text, usec least,
			      usec most, struct errors *errors)
{
	char minutes[32];
	usec length;
	snprintf(minutes, sizeof(minutes), "%.20smin", text);
	bool good = length_read(minutes, &length) == TEXT_OK && length >= least && length <= most;
	errors_at(errors, setting, "%s has no unit: write \"%s\"", quote(text).text,
		  good ? minutes : "10min");
}

void value_refused(const config_setting_t *setting, const char *text, enum text_error error,
		   struct errors *errors)
{
	const char *hint = text_hint(error, text);
	if (hint)
		errors_at(errors, setting, "%s %s; the nearest is \"%s\"", quote(text).text,
			  _(text_error_words(error)), hint);
	else
		errors_at(errors, setting, "%s %s", quote(text).text, _(text_error_words(error)));
}

bool value_length(const config_setting_t *setting, usec least, usec most, struct errors *errors,
		  usec *ret)
{
	const char *text =
		value_string(setting, N_("a length in quotes, such as \"10min\""), errors);
	char from[LENGTH_SIZE], to[LENGTH_SIZE];
	usec length = 0;
	if (!text)
		return false;
	enum text_error error = length_read(text, &length);
	length_print(least, from);
	length_print(most, to);
	if (error == TEXT_NO_UNIT)
		length_lacks_unit(setting, text, least, most, errors);
	else if (error == TEXT_RANGE || (error == TEXT_OK && (length < least || length > most)))
		errors_at(errors, setting, "%s is out of range: %s to %s", quote(text).text, from,
			  to);
	else if (error != TEXT_OK)
		value_refused(setting, text, error, errors);
	else
		return *ret = length, true;
	return false;
}

bool value_word(const config_setting_t *setting, const char *const words[], size_t count,
		const char *what, struct errors *errors, int *ret)
{
	const char *text = value_string(setting, N_("a word in double quotes"), errors);
	if (!text)
		return false;
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], text) == 0)
			return *ret = (int)i, true;
	errors_at(errors, setting, "%s is not a valid %s%s", quote(text).text, _(what),
		  hint_words(text, words, count).text);
	return false;
}

int value_list(const config_setting_t *setting, int most, struct errors *errors,
	       const config_setting_t *elements[])
{
	if (config_setting_type(setting) == CONFIG_TYPE_STRING)
		return elements[0] = setting, 1;
	if (!config_setting_is_array(setting) && !config_setting_is_list(setting)) {
		errors_at(errors, setting, "found %s: write \"TEXT\" or [ \"TEXT\", \"TEXT\" ]",
			  value_found(setting).text);
		return -1;
	}
	int count = config_setting_length(setting);
	if (count > most) {
		errors_at(errors, setting, "has %d entries: at most %d", count, most);
		return -1;
	}
	bool good = true;
	for (int i = 0; i < count; i++) {
		elements[i] = config_setting_get_elem(setting, (unsigned)i);
		if (!value_string(elements[i], N_("each entry in double quotes"), errors))
			good = false;
	}
	return good ? count : -1;
}

struct hint hint_words(const char *word, const char *const words[], size_t count)
{
	struct hint hint = { "" };
	const char *nearest = text_nearest(word, words, count);
	if (nearest) {
		snprintf(hint.text, sizeof(hint.text), _("; the nearest is \"%s\""), nearest);
		return hint;
	}
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(hint.text);
		snprintf(hint.text + length, sizeof(hint.text) - length, "%s%s",
			 i == 0 ? _("; there are ") : ", ", words[i]);
	}
	return hint;
}

int word_index(const char *text, const char *const words[])
{
	for (int i = 0; words[i]; i++)
		if (strcmp(words[i], text) == 0)
			return i;
	return -1;
}

size_t words_count(const char *const words[])
{
	size_t count = 0;
	while (words[count])
		count++;
	return count;
}
