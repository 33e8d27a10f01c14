/*
 * Any bytes as what a command sets, KEY NUL VALUE NUL … with a first byte for the reminder: it is
 * made or refused, never both, and what was made reads back and can be taken back.
 */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "config/change.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool good)
{
	if (!good)
		abort();
}

/* The next text of the input; "" at its end. */
static char *take(const uint8_t **data, size_t *size)
{
	size_t length = strnlen((const char *)*data, *size);
	char *text = strndup((const char *)*data, length);
	check(text);
	length += length < *size;
	*data += length;
	*size -= length;
	return text;
}

static void check_made(struct config_layers *layers, struct config_changed *changed)
{
	struct config *config = NULL;
	struct config_changed undone;
	struct config_errors errors;
	check(changed->config);
	check(config_load(layers, &config, &errors) == 0);
	check(change_restore(layers, true, changed->before, changed->after, &undone, &errors) == 0);
	config_changed_finish(&undone);
	config_free(config);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { NULL, "desk", "bedtime", "new" };
	if (size == 0)
		return 0;
	struct config_layers layers = { 0 };
	struct config_change changes[4];
	struct config_changed changed = { .config = NULL };
	struct config_errors errors;
	char *texts[8];
	const char *name = names[*data++ % 4];
	size--;
	for (int i = 0; i < 8; i++)
		texts[i] = take(&data, &size);
	size_t count = 0;
	for (; count < 4 && *texts[2 * count]; count++)
		changes[count] =
			(struct config_change){ name, texts[2 * count], texts[2 * count + 1] };
	int r = change_set(&layers, true, changes, count, &changed, &errors);
	check(r == 0 ? errors.count == 0 : r == -EINVAL && errors.count > 0 && !layers.runtime);
	if (r == 0)
		check_made(&layers, &changed);
	for (int i = 0; i < 8; i++)
		free(texts[i]);
	config_errors_finish(&errors);
	config_changed_finish(&changed);
	config_layers_finish(&layers);
	return 0;
}
