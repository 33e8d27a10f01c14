/* Makes one hold of each inhibitor, from the single hold that the core has of all. */
#include "daemon/askers.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

static int asked_by(const struct app *app, const struct hold *hold)
{
	return hold->kind == HOLD_ASKED && app->inhibit ? inhibit_count(app->inhibit) : 0;
}

int askers_count(const struct app *app, const struct hold *hold)
{
	int count = asked_by(app, hold);
	return count > ASKERS_MAX ? ASKERS_MAX : count > 0 ? count : 1;
}

struct hold askers_one(const struct app *app, const struct hold *hold, int which, struct moment now)
{
	static char rest_who[WHO_SIZE];
	struct hold one = *hold;
	struct boottime since;
	int count = asked_by(app, hold), more = count - which;
	if (count == 0)
		return one;
	bool rest = which == ASKERS_MAX - 1 && more > 1;
	one.who = inhibit_asker(app->inhibit, rest ? count - 1 : which, &since);
	one.since = moment_real_of(now, since);
	if (!rest)
		return one;
	snprintf(rest_who, sizeof(rest_who),
		 ngettext("%d more program", "%d more programs", (unsigned long)more), more);
	one.who = rest_who;
	return one;
}
