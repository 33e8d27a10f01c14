/*
 * One value in the text of the state, in both directions. A part of state_text.c.
 *
 * The text may be damaged on disk: every number is checked, and times are so small that sums and
 * differences cannot overflow.
 */
#ifndef LIMBER_STATE_FIELD_H
#define LIMBER_STATE_FIELD_H

#include <stddef.h>

#include "core/model/state.h"

enum field_type {
	FIELD_END,
	FIELD_FLAG, /* bool */
	FIELD_U8,
	FIELD_U16,
	FIELD_U32,
	FIELD_DAY,      /* int32_t */
	FIELD_COUNT,    /* int32_t, not negative */
	FIELD_ID,       /* uint64_t, at most INT64_MAX, for SQLite */
	FIELD_LENGTH,   /* usec, not negative */
	FIELD_TIME,     /* int64_t; "open" for that of REALTIME_OPEN */
	FIELD_REAL,     /* as FIELD_TIME, the second half of a moment: after a '/' */
	FIELD_NAME,     /* char[NAME_SIZE]; "-" for an empty one */
	FIELD_OUTCOME,  /* enum outcome */
	FIELD_REMINDER, /* int32_t, an index of struct state, by name: plans change. -1: unknown */
	FIELD_SET,      /* uint64_t, bit I: reminder I, by name, to the end of the line */
	FIELD_COUNTS,   /* uint16_t[OUTCOME_COUNT], to the end of the line */
	FIELD_WHY,      /* char[WHY_SIZE], to the end of the line */
	FIELD_WHO,      /* char[WHO_SIZE], to the end of the line */
	FIELD_STOPS,    /* uint32_t[STOPS_MAX] without zeros, to the end of the line */
};

struct state_field {
	enum field_type type;
	size_t offset; /* in the struct that holds it */
};

/*
 * Write a value with the blank or '/' before it; return the position of the NUL. `base` is the
 * struct with the member, struct state for FIELD_REMINDER and FIELD_SET.
 */
char *state_field_print(char *at, const struct state_field *field, const void *base);

/* Return the position after it; NULL for an error, after which *base may be partly set. */
const char *state_field_read(const char *at, const struct state_field *field, void *base);

/* The index of a reminder by name, -1 for none. */
int32_t state_field_reminder(const struct state *state, const char *name);

#endif
