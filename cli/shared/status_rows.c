/* A table for each struct. */
#include "cli/shared/status_rows.h"

#include <stddef.h>
#include <string.h>

#define ROW(kind, member, key, help)                                                               \
	{ #member, key, STATUS_BUS_TYPE_##kind, STATUS_##kind, offsetof(struct BASE, member) },

#define BASE status
const struct status_row status_rows[] = { STATUS_FIELDS(ROW, ROW){ .name = NULL } };
#undef BASE
#define BASE status_reminder
const struct status_row status_reminder_rows[] = { STATUS_REMINDER_FIELDS(ROW,
									  ROW){ .name = NULL } };
#undef BASE
#define BASE status_card
const struct status_row status_card_rows[] = { STATUS_CARD_FIELDS(ROW, ROW){ .name = NULL } };
#undef BASE
#define BASE status_source
const struct status_row status_source_rows[] = { STATUS_SOURCE_FIELDS(ROW, ROW){ .name = NULL } };

const struct status_row *status_row_find(const struct status_row rows[], const char *name,
					 size_t length)
{
	for (; rows->name; rows++)
		if (strlen(rows->name) == length && strncmp(rows->name, name, length) == 0)
			return rows;
	return NULL;
}
