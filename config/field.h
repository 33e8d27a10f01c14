/*
 * A table of fields: the members that a group may have, their types, and where their values are
 * stored in a struct. Reminders, items and the top level each have a table.
 */
#ifndef LIMBER_FIELD_H
#define LIMBER_FIELD_H

#include <stdint.h>

#include "config/values.h"

enum { FIELDS_MAX = 40 }; /* rows of a table */

struct field;

/* Parse a setting into the struct. A fault is an error line; the member is then undefined. */
typedef void field_read(const config_setting_t *setting, const struct field *field, void *into,
			struct errors *errors);

struct field {
	const char *name;
	field_read *read; /* its type */
	size_t offset;    /* of the member in the struct, for the types below */
	int64_t least, most;
	const char *const *words; /* for field_word, or a group's members: `most` of them */
	const char *help;         /* a short description; marked for gettext where an error
				     prints it */
	/* For the keys of a configuration; see keys.h. */
	const char *preset;          /* the default, as in a file; NULL: none */
	const char *preset_at;       /* the default for a reminder by `at`, if it differs */
	const char *preset_check_in; /* the default for one whose items are check-ins */
	bool (*entry)(const char *); /* true if a text, commas included, is one entry */
	enum field_form {
		FORM_TEXT, /* in double quotes */
		FORM_LIST,
		FORM_BOOL,
		FORM_INTEGER,
		FORM_GROUP,
	} form;
	uint8_t triggers;   /* enum trigger_set: the trigger that the key sets */
	uint8_t valid_with; /* enum trigger_set: the triggers it is valid with; 0: all */
	bool needed;
};

/* The setting of a field in the last layer that has it, and in the one before. */
struct given {
	const config_setting_t *is;
	const config_setting_t *was;      /* NULL if that layer is built-in, too */
	const config_setting_t *preset;   /* in the built-in default; NULL: none */
	const config_setting_t *repeated; /* the same again in a file written by hand: it has no
					     effect, so that it does not override a kind of cramp */
};

/* Types. Units of least and most: characters; unused; the number; microseconds; most: words. */
field_read field_text;    /* const char * */
field_read field_bool;    /* bool */
field_read field_integer; /* int */
field_read field_length;  /* usec */
field_read field_word;    /* an enum, the index of the word; help names the type */

/* Return the row of a name; NULL if there is none. A row without a name ends a table; its `read` is
 * asked first about an unknown member, and adds an error line where it knows better. */
const struct field *field_find(const struct field fields[], const char *name);

/* Record that a further layer has a field. */
void field_given(struct given *given, const config_setting_t *setting);

/* Parse all members of a group. Unknown members and missing `needed` ones are errors. `given`: by
 * row of the table, or NULL. */
void fields_read(const config_setting_t *group, const struct field fields[], void *into,
		 struct given given[], struct errors *errors);

#endif
