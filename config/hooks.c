/*
 * A command is kept as the text of its value, like all values, and taken apart when it is wanted:
 * limberd, which never runs one, keeps nothing else of it.
 */
#include "config/hooks.h"

#include <stdlib.h>
#include <string.h>

#include "config/errors.h"
#include "config/keys.h"
#include "config/source.h"
#include "core/base/text.h"

const char *hook_key(enum hook hook)
{
	return keys_hooks[hook].name;
}

/* The text of a value, parsed as the only setting of a file. False: none is set. */
static bool value_parse(const struct config *config, const char *key, struct source *ret)
{
	char name[40], *line = NULL;
	struct errors errors;
	snprintf(name, sizeof(name), "hooks.%s", key);
	const struct config_value *value = config_value_find(config, NULL, name);
	int length = value ? asprintf(&line, "it = %s;", value->is.value) : -1;
	source_init(ret, "", 0);
	if (length < 0)
		return false;
	errors_init(&errors);
	if (source_set_text(ret, line, (size_t)length) == 0)
		source_parse(ret, &errors);
	errors_finish(&errors);
	free(line);
	return source_root(ret) && config_setting_length(source_root(ret)) == 1;
}

/* Words behind their pointers, in one block. */
static char **words_new(const char *const words[], int count)
{
	size_t size = 0;
	for (int i = 0; i < count; i++)
		size += strlen(words[i]) + 1;
	char **ret = malloc((size_t)(count + 1) * sizeof(*ret) + size);
	char *at = ret ? (char *)&ret[count + 1] : NULL;
	for (int i = 0; ret && i < count; i++) {
		ret[i] = at;
		at = stpcpy(at, words[i]) + 1;
	}
	if (ret)
		ret[count] = NULL;
	if (ret && strncmp(ret[0], "~/", 2) == 0)
		ret[0][0] = '.';
	return ret;
}

static char **words_of_text(const char *text)
{
	const char *words[COMMAND_WORDS];
	char *copy = strdup(text), *rest = copy, *word;
	int count = 0;
	while (copy && (word = strsep(&rest, " ")))
		if (*word && count < COMMAND_WORDS)
			words[count++] = word;
	char **ret = count > 0 ? words_new(words, count) : NULL;
	free(copy);
	return ret;
}

static char **words_of_list(const config_setting_t *setting)
{
	const char *words[COMMAND_WORDS];
	int count = config_setting_length(setting);
	if (count > COMMAND_WORDS)
		return NULL;
	for (int i = 0; i < count; i++)
		words[i] = config_setting_get_string_elem(setting, i);
	return count > 0 ? words_new(words, count) : NULL;
}

char **hook_words(const struct config *config, enum hook hook)
{
	struct source source;
	char **ret = NULL;
	if (value_parse(config, hook_key(hook), &source)) {
		const config_setting_t *value = config_setting_get_elem(source_root(&source), 0);
		ret = config_setting_type(value) == CONFIG_TYPE_STRING
			      ? words_of_text(config_setting_get_string(value))
			      : words_of_list(value);
	}
	source_finish(&source);
	return ret;
}

usec hook_time_limit(const struct config *config)
{
	struct source source;
	usec limit = HOOK_TIME_LIMIT;
	if (value_parse(config, keys_hooks[HOOK_COUNT].name, &source)) {
		const config_setting_t *value = config_setting_get_elem(source_root(&source), 0);
		(void)length_read(config_setting_get_string(value), &limit);
	}
	source_finish(&source);
	return limit;
}
