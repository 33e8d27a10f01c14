/*
 * Inhibitors of `limber inhibit`: each is a file descriptor, and no card comes until the last copy
 * of it is closed, at the latest when its holders exit. Inhibitors end with limberd.
 */
#ifndef LIMBER_INHIBIT_H
#define LIMBER_INHIBIT_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "core/base/limits.h"
#include "core/base/moment.h"

struct inhibit;

/* The most inhibitors of one client, and of all. */
enum { INHIBIT_CLIENT_MAX = 64, INHIBIT_MAX = 256 };

/* Called at each change, from the event loop or inhibit_take(). who: that of the newest inhibitor.
 */
struct inhibit_events {
	void (*changed)(void *user, bool on, const char *who);
};

int inhibit_new(struct inhibit **ret, sd_event *event, const struct inhibit_events *events,
		void *user);
struct inhibit *inhibit_free(struct inhibit *inhibit); /* NULL; without callbacks */

/*
 * client: its unique name on the bus; who: for people, truncated if too long. The caller closes
 * *fd. -EDQUOT: too many.
 */
int inhibit_take(struct inhibit *inhibit, const char *client, const char *who, int *fd);

int inhibit_count(const struct inhibit *inhibit);

/* The `who` of an inhibitor, the newest as 0, and since when; `index` is below inhibit_count(). */
const char *inhibit_asker(const struct inhibit *inhibit, int index, struct boottime *since);

#endif
