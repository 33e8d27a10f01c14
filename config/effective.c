/*
 * The text and place of each value are kept with the plan (a few KiB), because the trees are freed
 * after a load. The draft is walked twice in the same order, once to write all strings into one
 * block and once to point into it.
 */
#include "config/effective.h"

#include <errno.h>
#include <limits.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>

#include "config/draft_read.h"
#include "config/keys.h"
#include "config/plan_build.h"
#include "config/print.h"

struct walk {
	const struct draft *draft;
	const struct stack *stack;
	FILE *stream; /* first walk: receives the strings */
	char *cursor; /* second walk: the next string */
	struct config_value *values;
	const char *files[CONFIG_LAYERS_MAX];
	size_t count;
};

/* Write a string to the block, or return it from there. */
static const char *walk_string(struct walk *walk, const char *text)
{
	const char *at = walk->cursor;
	if (walk->stream) {
		fputs(text, walk->stream);
		fputc('\0', walk->stream);
		return NULL;
	}
	walk->cursor += strlen(walk->cursor) + 1;
	return at;
}

static const char *walk_value(struct walk *walk, const config_setting_t *setting)
{
	if (walk->stream)
		print_value(setting, walk->stream);
	return walk_string(walk, "");
}

static struct config_place walk_place(struct walk *walk, const struct field *key,
				      const config_setting_t *setting)
{
	const struct source *source = source_of(setting);
	return (struct config_place){
		.file = walk->files[source->layer],
		.line = source->built_in ? 0 : config_setting_source_line(setting),
		.key = key->name,
		.value = walk_value(walk, setting),
	};
}

/* Add the value of a key or its default; nothing if it has neither. */
static void walk_key(struct walk *walk, const char *reminder, const struct field *key,
		     const struct given *given, uint8_t triggers, const struct field *was)
{
	const char *preset = key_preset(key, triggers);
	struct config_value value = { .reminder = reminder };
	if (key->form == FORM_GROUP || (!given->is && !preset))
		return;
	if (given->is)
		value.is = walk_place(walk, key, given->is);
	else
		value.is = (struct config_place){ LAYER_BUILT_IN, 0, key->name, preset };
	if (given->is && given->was)
		value.was = walk_place(walk, was, given->was);
	if (walk->values)
		walk->values[walk->count] = value;
	walk->count++;
}

/* Add the trigger of a reminder; it overrides a different one in a file below. */
static void walk_trigger(struct walk *walk, const struct draft_reminder *reminder, const char *name,
			 const struct field *by)
{
	struct given given = reminder->given[by - keys_reminder];
	const struct field *was = draft_trigger_key(reminder, source_of(given.is)->layer);
	const config_setting_t *other = was ? reminder->given[was - keys_reminder].is : NULL;
	if (other && (!given.was || source_of(other)->layer > source_of(given.was)->layer))
		given.was = source_of(other)->built_in ? NULL : other;
	else
		was = by;
	walk_key(walk, name, by, &given, by->triggers, was);
}

static void walk_reminder(struct walk *walk, const struct draft_reminder *reminder)
{
	const char *name = walk_string(walk, reminder->reminder.name);
	const struct field *by = draft_trigger_key(reminder, INT_MAX);
	for (const struct field *key = keys_reminder; key->name; key++) {
		if (key == by)
			walk_trigger(walk, reminder, name, by);
		else if (!key->triggers &&
			 (!key->valid_with || (by && key->valid_with & by->triggers)))
			walk_key(walk, name, key, &reminder->given[key - keys_reminder],
				 draft_triggers(reminder, by), key);
	}
}

/* Add what a group of the top level sets, by the keys of commands: "health.kidney". */
static void walk_member(struct walk *walk, const char *group, const char *member,
			const struct given *given)
{
	char name[40];
	snprintf(name, sizeof(name), "%s.%s", group, member);
	struct field key = { .name = walk_string(walk, name) };
	walk_key(walk, NULL, &key, given, 0, &key);
}

static void walk_all(struct walk *walk)
{
	for (int i = 0; i < walk->stack->count; i++)
		walk->files[i] = walk_string(walk, walk->stack->paths[i]);
	for (const struct field *key = keys_plan; key->name; key++)
		walk_key(walk, NULL, key, &walk->draft->given[key - keys_plan], 0, key);
	for (int i = 0; i < FACT_COUNT; i++)
		walk_member(walk, "health", item_facts[i], &walk->draft->facts[i]);
	for (int i = 0; i < HOOK_KEYS; i++)
		walk_member(walk, "hooks", keys_hooks[i].name, &walk->draft->hooks[i]);
	for (int i = 0; i < walk->draft->count; i++)
		walk_reminder(walk, &walk->draft->reminders[i]);
}

/* Return all strings, one after the other, to be freed; NULL: out of memory. */
static char *walk_write(struct walk *walk)
{
	char *strings = NULL;
	size_t size;
	walk->stream = open_memstream(&strings, &size);
	if (!walk->stream)
		return NULL;
	__fsetlocking(walk->stream, FSETLOCKING_BYCALLER); /* a lock for each character adds up */
	walk_all(walk);
	bool bad = ferror(walk->stream);
	if (fclose(walk->stream) == EOF || bad) {
		free(strings);
		return NULL;
	}
	walk->stream = NULL;
	return strings;
}

/* The settings that repeat the default, the first few by name. */
struct repeats {
	FILE *stream;
	int count;
};

enum { REPEATS_NAMED = 3 };

static void repeats_add(struct repeats *repeats, const char *reminder,
			const config_setting_t *setting)
{
	if (!setting)
		return;
	if (repeats->count == 0)
		fprintf(repeats->stream, "%s:%u: ", source_of(setting)->path,
			config_setting_source_line(setting));
	if (repeats->count < REPEATS_NAMED)
		fprintf(repeats->stream, "%s%s%s%s", repeats->count > 0 ? ", " : "",
			reminder ? reminder : "", reminder ? "." : "",
			config_setting_name(setting));
	repeats->count++;
}

static void repeats_add_all(struct repeats *repeats, const struct draft *draft)
{
	for (const struct field *key = keys_plan; key->name; key++)
		repeats_add(repeats, NULL, draft->given[key - keys_plan].repeated);
	for (int i = 0; i < draft->count; i++)
		for (const struct field *key = keys_reminder; key->name; key++)
			repeats_add(repeats, draft->reminders[i].reminder.name,
				    draft->reminders[i].given[key - keys_reminder].repeated);
}

static int repeats_build(struct config *config, const struct draft *draft)
{
	size_t size;
	struct repeats repeats = { .stream = open_memstream(&config->repeats, &size) };
	if (!repeats.stream)
		return -ENOMEM;
	repeats_add_all(&repeats, draft);
	if (repeats.count > REPEATS_NAMED)
		fprintf(repeats.stream, _(" and %d more"), repeats.count - REPEATS_NAMED);
	if (repeats.count > 0)
		fputs(_(": the built-in default again, not counted as yours"), repeats.stream);
	bool bad = ferror(repeats.stream);
	return fclose(repeats.stream) == EOF || bad ? -ENOMEM : 0;
}

const char *config_repeats(const struct config *config)
{
	return config->repeats && *config->repeats ? config->repeats : NULL;
}

int effective_build(struct config *config, const struct draft *draft, const struct stack *stack)
{
	struct walk walk = { .draft = draft, .stack = stack };
	config->strings = walk_write(&walk);
	config->value_count = walk.count;
	config->values = calloc(walk.count + 1, sizeof(*config->values));
	if (!config->strings || !config->values)
		return -ENOMEM;
	walk.values = config->values;
	walk.cursor = config->strings;
	walk.count = 0;
	walk_all(&walk);
	return repeats_build(config, draft);
}
