/*
 * The programs that record, as the sound server reports them: through a limber-calls child, at each
 * change. It is started where there is a server, and again after it ended.
 */
#ifndef LIMBER_RECORDERS_H
#define LIMBER_RECORDERS_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "core/base/moment.h"

struct recorders;

/* For the first reply, and from one start of a child to the next. */
#define RECORDERS_DEADLINE (10 * USEC_PER_SEC)
#define RECORDERS_AGAIN USEC_PER_MIN

/* What the functions below return may have changed. From the event loop only. */
typedef void recorders_changed(void *user);

/* helper: path of limber-calls, which need not exist. */
int recorders_new(struct recorders **ret, sd_event *event, const char *helper,
		  recorders_changed *changed, void *user);
struct recorders *recorders_free(struct recorders *recorders); /* NULL; without callbacks */

/* Start the child unless it runs, no server has a socket, or it was started within
 * RECORDERS_AGAIN. */
void recorders_look(struct recorders *recorders);

/* The server that reports: "PipeWire"; "" for none. */
const char *recorders_source(const struct recorders *recorders);

/* Whether a program records; its name as it gave it, "" for none. */
bool recorders_on(const struct recorders *recorders);
const char *recorders_who(const struct recorders *recorders);

#endif
