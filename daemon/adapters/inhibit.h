/*
 * Silence that programs ask for: each gets a file descriptor, and no card comes until its last
 * copy is closed, at the latest when its holders end. Nothing of it outlives limberd.
 */
#ifndef LIMBER_INHIBIT_H
#define LIMBER_INHIBIT_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "core/base/limits.h"
#include "core/base/moment.h"

struct inhibit;

/* How many one client may hold at a time, and all of them together. */
enum { INHIBIT_CLIENT_MAX = 64, INHIBIT_MAX = 256 };

/* At each change, only from the event loop or inhibit_take(). who: the last one that asked, of
 * those who hold. */
struct inhibit_events {
	void (*changed)(void *user, bool on, const char *who);
};

int inhibit_new(struct inhibit **ret, sd_event *event, const struct inhibit_events *events,
		void *user);
struct inhibit *inhibit_free(struct inhibit *inhibit); /* NULL; without a word */

/*
 * client: its unique name on the bus; who: for people, cut where it is too long. *fd is the
 * caller's to close. -EDQUOT: that would be too many.
 */
int inhibit_take(struct inhibit *inhibit, const char *client, const char *who, int *fd);

int inhibit_count(const struct inhibit *inhibit);

/* Who asked, the last one as number 0, and since when; `index` is below inhibit_count(). */
const char *inhibit_asker(const struct inhibit *inhibit, int index, struct boottime *since);

#endif
