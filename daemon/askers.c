/* Words for a hold come from the state, which has room for one: so each gets a state of its own. */
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

const struct state *askers_one(const struct app *app, const struct hold *hold, int which,
			       struct moment now, struct hold *ret)
{
	static struct state named; /* no more of it than there is; a stack would grow by all */
	struct boottime since;
	int count = asked_by(app, hold), more = count - which;
	*ret = *hold;
	if (count == 0)
		return &app->state;
	memcpy(&named, &app->state, state_size(&app->state));
	char *who = named.busy[BUSY_ASKED].who;
	bool rest = which == ASKERS_MAX - 1 && more > 1;
	snprintf(who, WHO_SIZE, "%s",
		 inhibit_asker(app->inhibit, rest ? count - 1 : which, &since));
	if (rest)
		snprintf(who, WHO_SIZE,
			 ngettext("%d more program", "%d more programs", (unsigned long)more),
			 more);
	ret->since = moment_real_of(now, since);
	return &named;
}
