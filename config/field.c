#include "config/field.h"

#include <string.h>

#include "config/source.h"
#include "core/base/text.h"

void field_text(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	value_text(setting, (size_t)field->least, (size_t)field->most, errors,
		   (const char **)((char *)into + field->offset));
}

void field_bool(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	value_bool(setting, errors, (bool *)((char *)into + field->offset));
}

void field_integer(const config_setting_t *setting, const struct field *field, void *into,
		   struct errors *errors)
{
	value_integer(setting, (int)field->least, (int)field->most, errors,
		      (int *)((char *)into + field->offset));
}

void field_length(const config_setting_t *setting, const struct field *field, void *into,
		  struct errors *errors)
{
	value_length(setting, field->least, field->most, errors,
		     (usec *)((char *)into + field->offset));
}

void field_word(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	value_word(setting, field->words, (size_t)field->most, field->help, errors,
		   (int *)((char *)into + field->offset));
}

const struct field *field_find(const struct field fields[], const char *name)
{
	for (; fields->name; fields++)
		if (strcmp(fields->name, name) == 0)
			return fields;
	return NULL;
}

/* Return the group with a member similar to `name`, such as "health" for "kidny"; set *ret to it.
 */
static const struct field *field_group(const struct field fields[], const char *name,
				       const char **ret)
{
	for (; fields->name; fields++)
		if (fields->form == FORM_GROUP && fields->words &&
		    (*ret = text_nearest(name, fields->words, (size_t)fields->most)))
			return fields;
	return NULL;
}

enum { KEYS_LISTED = 8 }; /* in the answer to a command */

/* Report an unknown name. One that resembles no key is private: it may be a misplaced health fact.
 */
static void field_unknown(const config_setting_t *setting, const struct field fields[],
			  struct errors *errors)
{
	const char *names[FIELDS_MAX], *name = config_setting_name(setting), *member;
	size_t count = 0;
	if (errors_full(errors)) {
		errors_at(errors, setting, "is not known here");
		return;
	}
	for (; count < FIELDS_MAX && fields[count].name; count++)
		names[count] = fields[count].name;
	size_t before = errors->count;
	if (fields[count].read)
		fields[count].read(setting, &fields[count], NULL, errors);
	if (errors->count > before)
		return;
	bool near = text_nearest(name, names, count);
	const struct field *group = near ? NULL : field_group(fields, name, &member);
	if (group)
		errors_at(errors, setting, "is not known here; the nearest is \"%s.%s\"",
			  group->name, member);
	else if (!near && source_of(setting)->unwritten && count > KEYS_LISTED)
		errors_at(errors, setting, "no such setting; all there are: man limber.conf");
	else
		errors_at(errors, setting, "is not known here%s",
			  hint_words(name, names, count).text);
	if (!near)
		errors_hide(errors);
}

void field_given(struct given *given, const config_setting_t *setting)
{
	if (given->is && !source_of(given->is)->built_in)
		given->was = given->is;
	given->is = setting;
	if (source_of(setting)->layer == 0)
		given->preset = setting;
}

/* True if both have the same type and text; false for groups. */
static bool same_setting(const config_setting_t *a, const config_setting_t *b)
{
	int count = config_setting_length(a);
	if (config_setting_type(a) != config_setting_type(b))
		return false;
	switch (config_setting_type(a)) {
	case CONFIG_TYPE_BOOL:
		return config_setting_get_bool(a) == config_setting_get_bool(b);
	case CONFIG_TYPE_INT:
		return config_setting_get_int(a) == config_setting_get_int(b);
	case CONFIG_TYPE_STRING:
		return strcmp(config_setting_get_string(a), config_setting_get_string(b)) == 0;
	case CONFIG_TYPE_ARRAY:
		break;
	default:
		return false;
	}
	if (count != config_setting_length(b))
		return false;
	for (unsigned i = 0; i < (unsigned)count; i++)
		if (!same_setting(config_setting_get_elem(a, i), config_setting_get_elem(b, i)))
			return false;
	return true;
}

/* True if a layer that is not built-in has a field, or, for a trigger, any trigger. */
static bool field_was_set(const struct field fields[], const struct given given[],
			  const struct field *field)
{
	for (int i = 0; fields[i].name; i++)
		if (given[i].is && !source_of(given[i].is)->built_in &&
		    (&fields[i] == field || (field->triggers && fields[i].triggers)))
			return true;
	return false;
}

/* True if a file written by hand only repeats the default: an uncommented line of it. */
static bool field_repeats(const struct field fields[], const struct given given[],
			  const struct field *field, const config_setting_t *setting)
{
	const config_setting_t *preset = given[field - fields].preset;
	return preset && source_of(setting)->by_hand && same_setting(preset, setting) &&
	       !field_was_set(fields, given, field);
}

void fields_read(const config_setting_t *group, const struct field fields[], void *into,
		 struct given given[], struct errors *errors)
{
	for (int i = 0; i < config_setting_length(group); i++) {
		const config_setting_t *setting = config_setting_get_elem(group, (unsigned)i);
		const struct field *field = field_find(fields, config_setting_name(setting));
		if (!field) {
			field_unknown(setting, fields, errors);
			continue;
		}
		if (given && field_repeats(fields, given, field, setting)) {
			given[field - fields].repeated = setting;
			continue;
		}
		field->read(setting, field, into, errors);
		if (given)
			field_given(&given[field - fields], setting);
	}
	for (; fields->name; fields++)
		if (fields->needed && !config_setting_get_member(group, fields->name))
			errors_at(errors, group, "%s is missing", fields->name);
}
