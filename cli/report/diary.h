/* The last four weeks of the diary, for the monthly check. */
#ifndef LIMBER_REPORT_DIARY_H
#define LIMBER_REPORT_DIARY_H

#include "cli/report/current.h"
#include "cli/shared/json.h"
#include "core/model/diary_sum.h"

/* Whether an item is shown with them. */
bool diary_is_for(const struct item *item);

/* Read them from limberd's store. A failure is reported, and nothing is read. */
enum exit_code diary_weeks_read(struct command *command, const struct current *current,
				struct diary_sum *ret);

/* Five lines: a head and a line for each week, the last one first; or one that there is nothing. */
void diary_weeks_print(FILE *out, const struct diary_sum *sum);

void diary_weeks_json(struct json *json, const struct diary_sum *sum);

#endif
