/* The replies of Status and Explain: the state at one moment, encoded. */
#ifndef LIMBER_STATUS_H
#define LIMBER_STATUS_H

#include "daemon/app.h"

/* status.c: append the a{sv} of Status. */
int status_append(sd_bus_message *reply, const struct app *app);

/* status_reminder.c: append a(stts): the holds on the next card of a reminder; none for
 * REMINDER_ANY. */
int status_append_holds(sd_bus_message *reply, const struct app *app, int index, struct moment now);

/* status_explain.c: append the s and a(sa{sv}s) of Explain; REMINDER_ANY: no name and no reasons.
 */
int status_append_reasons(sd_bus_message *reply, const struct app *app, int index);

/* The moment of a status, and which reminder is described. */
struct status_view {
	const struct app *app;
	struct moment now;
	int index; /* REMINDER_ANY: the plan as a whole */
};

/* status_reminder.c: append the a{sv} of a reminder. */
int status_append_reminder(sd_bus_message *reply, const struct status_view *view);

/* Parts of both: what was counted today; outcomes of today, a{su}, where `user` is the view; a
 * moment to come, 0 for never.
 */
struct today status_today(const struct status_view *view);
int status_append_outcomes(sd_bus_message *reply, const void *user);
uint64_t status_moment(struct realtime moment);

#endif
