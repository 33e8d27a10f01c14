/* "Problems" of Status. */
#ifndef LIMBER_PROBLEMS_H
#define LIMBER_PROBLEMS_H

#include "daemon/app.h"

/* Append "Problems" of Status(), as: sentences, the worst first. */
int problems_append(sd_bus_message *reply, const struct app *app);

#endif
