/* Sentences about the effects of a change of settings, for the reply to it. */
#ifndef LIMBER_CHANGE_NOTES_H
#define LIMBER_CHANGE_NOTES_H

#include "core/foresee/limits_text.h"
#include "daemon/reconfigure.h"

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
