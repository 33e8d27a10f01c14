/* Convert a value as typed on the command line into a setting. */
#ifndef LIMBER_CHANGE_VALUE_H
#define LIMBER_CHANGE_VALUE_H

#include "config/field.h"

/*
 * Set `name` in a group to `text`, converted to the form of its key (NULL: an unknown key, stored
 * as a string); `whole` is the key in errors. Replaces an existing value. The range is not checked
 * here; text that cannot be parsed is an error line. Return false if nothing was set.
 */
bool value_put(config_setting_t *group, const char *name, const struct field *key,
	       const char *whole, const char *text, struct errors *errors);

#endif
