/* Whether an item is for the user, in words, by the rule that deals it. */
#ifndef LIMBER_VERDICT_H
#define LIMBER_VERDICT_H

#include "cli/report/current.h"
#include "cli/shared/json.h"

enum { VERDICT_SIZE = 1024 };

/* One sentence or two: yes, in what form; or no, why, and what would change that. */
void verdict_say(const struct item *item, const struct current *current, char out[VERDICT_SIZE]);

/* Two words for a list, "" where it is for the user. */
const char *verdict_mark(const struct item *item, const struct current *current);

/* An object: ruling, and what it is about. */
void verdict_json(struct json *json, const char *key, const struct item *item,
		  const struct current *current);

#endif
