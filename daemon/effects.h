/* A change of settings, and sentences about its effects for the reply to it. */
#ifndef LIMBER_EFFECTS_H
#define LIMBER_EFFECTS_H

#include "core/foresee/limits_text.h"
#include "daemon/app.h"

enum change_kind { CHANGE_SET, CHANGE_UNSET, CHANGE_ADD, CHANGE_REMOVE };

/* A change to make. Its strings must not belong to the plan, which is replaced. */
struct change {
	enum change_kind kind;
	const char *reminder; /* the one to change, add or remove; NULL: settings of the plan */
	bool runtime;
	const struct config_change *list;
	size_t count;
};

/* What it makes of a key of the plan; NULL: nothing. */
const struct config_change *change_of(const struct change *change, const char *key);

/* What the old plan made of the day. */
struct outlook {
	char pace[SENTENCE_SIZE];
	char limits[LIMITS_SAID][SENTENCE_SIZE];
	int limits_count;
	uint64_t young; /* bit I: reminder I had the longer gaps of the first week */
};

/* Call before the new plan is taken over. */
void outlook_note(const struct app *app, struct outlook *ret);

/* Add the notes about a change that was made. */
void change_notes(const struct app *app, const struct change *change, const struct outlook *before,
		  struct config_errors *notes);

#endif
