/*
 * In a file with a tree the members of the root are checked. In a file that cannot be parsed each
 * word outside comment lines counts, in doubt too many. One that is damaged, as by a crash, may
 * have held anything; so may the one that commands write, into which no hand has put the error.
 */
#include "config/lost.h"

#include <string.h>

#include "config/keys.h"
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

static const char *const health_keys[] = { "health", "kinds", "warning", NULL };

static bool value_about_health(const char *name, const config_setting_t *setting)
{
	const char *text = config_setting_get_string(setting);
	bool good = true;
	if (strcmp(name, "kinds") == 0)
		return key_kinds_of(setting, &good) != 1u << CRAMP_POSTURAL || !good;
	if (strcmp(name, "warning") == 0)
		return !text || *text;
	return !config_setting_is_group(setting) || config_setting_length(setting) > 0;
}

/* An unknown name may be a mistyped health key, or a health fact outside its group. */
static bool unknown_about_health(const char *name)
{
	const char *names[FIELDS_MAX];
	size_t count = 0;
	for (; count < FIELDS_MAX && keys_plan[count].name; count++)
		names[count] = keys_plan[count].name;
	const char *near = text_nearest(name, names, count);
	return !near || word_index(near, health_keys) >= 0;
}

static bool member_about_health(const config_setting_t *setting)
{
	const char *name = config_setting_name(setting);
	if (word_index(name, health_keys) >= 0)
		return value_about_health(name, setting);
	return !field_find(keys_plan, name) && unknown_about_health(name);
}

static bool is_letter(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '_' || c == '-';
}

static bool line_has(const char *line, size_t length, const char *const words[])
{
	for (size_t at = 0; at < length;) {
		size_t end = at;
		while (end < length && is_letter(line[end]))
			end++;
		for (int i = 0; words[i]; i++)
			if (strlen(words[i]) == end - at &&
			    strncmp(line + at, words[i], end - at) == 0)
				return true;
		at = end + 1;
	}
	return false;
}

static bool text_about_health(const char *text)
{
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		const char *first = text + strspn(text, " \t\r\f");
		if (*first != '#' &&
		    (line_has(text, length, health_keys) || line_has(text, length, item_facts)))
			return true;
	}
	return false;
}

/* True for bytes that no editor leaves in a text: NUL, other control characters, not UTF-8. */
static bool is_damaged(const struct source *source)
{
	const char *at = source->text, *end = at + source->length;
	while (at < end && *at && (strchr("\t\n\r\f", *at) || utf8_printable(at) > 0))
		at += strchr("\t\n\r\f", *at) ? 1 : utf8_printable(at);
	return at < end;
}

static bool is_change_file(const struct source *source)
{
	const char *slash = strrchr(source->path, '/');
	return slash && strcmp(slash + 1, CHANGE_FILE) == 0;
}

bool lost_may_hold_health(const struct source *source)
{
	const config_setting_t *root = source_root(source);
	if (!root)
		return !source->text || is_damaged(source) || is_change_file(source) ||
		       text_about_health(source->text);
	for (int i = 0; i < config_setting_length(root); i++)
		if (member_about_health(config_setting_get_elem(root, (unsigned)i)))
			return true;
	return false;
}
