/*
 * A table of fields: the members that a group may have, of what type, and where their values go
 * in a struct. Reminders, items and the top level are read by their tables.
 */
#ifndef LIMBER_FIELD_H
#define LIMBER_FIELD_H

#include <stdint.h>

#include "config/values.h"

enum { FIELDS_MAX = 40 }; /* rows of a table */

struct field;

/* Reads a setting into the struct. What is wrong is an error line, after which nobody may rely on
 * the struct's part any more. */
typedef void field_read(const config_setting_t *setting, const struct field *field, void *into,
			struct errors *errors);

struct field {
	const char *name;
	field_read *read; /* its type */
	size_t offset;    /* where in the struct, for the types below */
	int64_t least, most;
	const char *const *words; /* of field_word, or a group's members: `most` of them */
	const char *help;         /* a few words on what it is; marked for gettext where
				     an error names it */
	/* For the keys of a configuration; see keys.h. */
	const char *preset;          /* what holds where no layer says; as in a file */
	const char *preset_at;       /* the same of a reminder by `at`, if it differs */
	const char *preset_check_in; /* and of one whose items are check-ins */
	bool (*entry)(const char *); /* whether a text is one entry of the list, commas and all */
	enum field_form {
		FORM_TEXT, /* in double quotes */
		FORM_LIST,
		FORM_BOOL,
		FORM_INTEGER,
		FORM_GROUP,
	} form;
	uint8_t makes; /* enum come: what the key makes a reminder come by */
	uint8_t goes;  /* enum come: what it has a meaning with; 0: anything */
	bool needed;
};

/* Where a field was given: in the last layer that has it, and in the one before. */
struct given {
	const config_setting_t *is;
	const config_setting_t *was; /* NULL also where that is the built-in layer */
};

/* Types. least and most: characters; -; number; microseconds; -, number of words. */
field_read field_text;    /* const char * */
field_read field_bool;    /* bool */
field_read field_integer; /* int */
field_read field_length;  /* usec */
field_read field_word;    /* an enum, the index of the word; help says what it is */

/* The row of a name, NULL for none. Tables end with a row without a name. */
const struct field *field_find(const struct field fields[], const char *name);

/* One more layer gives a field. */
void field_given(struct given *given, const config_setting_t *setting);

/* All members of a group; needed ones must be there. `given`: by row, or NULL. */
void fields_read(const config_setting_t *group, const struct field fields[], void *into,
		 struct given given[], struct errors *errors);

#endif
