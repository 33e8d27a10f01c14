/* A value as a person types it -> a setting. */
#ifndef LIMBER_CHANGE_VALUE_H
#define LIMBER_CHANGE_VALUE_H

#include "config/field.h"

/*
 * Put `text` into a group under `name`, in place of what was there, in the form of its key (NULL:
 * an unknown one, a text). Whether it is a good value is not asked here; a text that is no value at
 * all is an error line. False: it could not be put there.
 */
bool value_put(config_setting_t *group, const char *name, const struct field *key, const char *text,
	       struct errors *errors);

#endif
