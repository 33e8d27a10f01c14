/* What limberd knows of the diary: its last four weeks, read from the store. */
#ifndef LIMBER_DAEMON_DIARY_H
#define LIMBER_DAEMON_DIARY_H

#include "daemon/app.h"

/* The sums since somebody was seen. Read again after an entry, on another day or in another
 * night, and after app_follow_store() found rows of another program. */
const struct diary_sum *app_diary(struct app *app);

/* The score of a day. False: it has none. */
bool app_diary_score(struct app *app, int32_t day, struct record *ret);

#endif
