#include "config/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void source_init(struct source *source, const char *path, int layer)
{
	*source = (struct source){ .path = path, .layer = layer };
}

void source_empty(struct source *source)
{
	if (source->parsed)
		config_destroy(&source->tree);
	free(source->text);
	source->text = NULL;
	source->length = 0;
	source->parsed = false;
}

void source_finish(struct source *source)
{
	if (!source)
		return;
	source_empty(source);
	source_init(source, source->path, source->layer);
}

int source_set_text(struct source *source, const char *text, size_t length)
{
	source->text = malloc(length + 2);
	if (!source->text)
		return -ENOMEM;
	memcpy(source->text, text, length);
	source->length = length;
	/* libconfig reports a syntax error for a comment without a line feed at the end. */
	memcpy(source->text + length, "\n", 2);
	return 0;
}

const config_setting_t *source_root(const struct source *source)
{
	return source->parsed ? config_root_setting(&source->tree) : NULL;
}

const struct source *source_of(const config_setting_t *setting)
{
	while (!config_setting_is_root(setting))
		setting = config_setting_parent(setting);
	return config_setting_get_hook(setting);
}
