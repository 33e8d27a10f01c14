/* What Status and Explain answer: the state at one moment, encoded. */
#ifndef LIMBER_STATUS_H
#define LIMBER_STATUS_H

#include "daemon/app.h"

/* Append Status()'s a{sv}. */
int status_append(sd_bus_message *reply, const struct app *app);

/* Append a(stts): the holds of a reminder that bear on its next card; none for REMINDER_ANY. */
int status_append_holds(sd_bus_message *reply, const struct app *app, int index, struct moment now);

/* Append Explain()'s s and a(sa{sv}s); REMINDER_ANY: no name and no reasons. */
int status_append_reasons(sd_bus_message *reply, const struct app *app, int index);

#endif
