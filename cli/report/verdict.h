/* Whether an item is for the user, in words, by the rules that choose items. */
#ifndef LIMBER_VERDICT_H
#define LIMBER_VERDICT_H

#include "cli/report/current.h"
#include "cli/shared/json.h"

enum { VERDICT_SIZE = 1024 };

/* One or two sentences: yes, and the form; or no, why, and what would change that. */
void verdict_say(const struct item *item, const struct current *current, char out[VERDICT_SIZE]);

/* A short mark for a list, "" if the item is for the user. */
const char *verdict_mark(const struct item *item, const struct current *current);

/* An object: the ruling, and its fact or kind. */
void verdict_json(struct json *json, const char *key, const struct item *item,
		  const struct current *current);

#endif
