/* The holds, each once: the reply lists them for each reminder. */
#include <string.h>

#include "cli/shared/status.h"

bool status_waits(const struct status_reminder *reminder)
{
	return reminder->enabled && !reminder->silent && !reminder->with[0];
}

/* The same hold of an earlier reminder. Two equal sentences of one reminder are two holds. */
static struct status_held *held_find(struct status_held held[], int count, uint64_t who,
				     const char *sentence)
{
	for (int i = 0; i < count; i++)
		if (!(held[i].who & who) && strcmp(held[i].hold->sentence, sentence) == 0)
			return &held[i];
	return NULL;
}

int status_held(const struct status *status, struct status_held ret[STATUS_HELD_MAX])
{
	int count = 0;
	for (int i = 0; i < status->count; i++) {
		const struct status_reminder *reminder = &status->reminders[i];
		for (int j = 0; status_waits(reminder) && j < reminder->holds.count; j++) {
			const struct status_hold *hold = &reminder->holds.hold[j];
			uint64_t who = UINT64_C(1) << i;
			struct status_held *held = held_find(ret, count, who, hold->sentence);
			if (!held && count < STATUS_HELD_MAX) {
				held = &ret[count++];
				*held = (struct status_held){ .hold = hold };
			}
			if (held)
				held->who |= who;
		}
	}
	return count;
}
