/*
 * Models of three other programs by their published rules, with their default settings, as far as
 * they determine when something appears; each rule cites the file of its project, as read in 2026.
 * Their input, second by second, is the time without input, the lock of the screen, and
 * do-not-disturb. None of them detects calls on Linux.
 *
 * Read generously: a lock or a sleep is always noticed, do-not-disturb of any desktop is, and a
 * break that appears is always taken, at once. Not in it: what appears before a break, postponing,
 * full-screen windows, daily limits. And the days were written to try Limber's rules: what the
 * others are good at is not looked for.
 */
#ifndef LIMBER_TESTS_PEERS_H
#define LIMBER_TESTS_PEERS_H

#include <stdbool.h>

/* One second of a user. */
struct second {
	int idle; /* seconds without input */
	bool locked, dnd;
};

enum appears { NOTHING, BREAK, LOST };

struct peer {
	int left;   /* seconds to the next break */
	int count;  /* breaks since the last long one */
	int idle;   /* in the second before */
	int active; /* seconds, of a second timer */
	bool held;  /* nothing is counted */
};

/*
 * Stretchly: a break every 10 min, 20 s long, each third one 5 min (app/utils/defaultSettings.js).
 * 5 min without input (app/utils/naturalBreaksManager.js) or do-not-disturb
 * (app/utils/dndManager.js) stop it, and a whole new interval begins when that is over
 * (app/breaksPlanner.js); so does the end of a lock (app/main.js). Calls are looked for on another
 * system only (app/utils/callAndScreenShareManager.js).
 */
static inline enum appears stretchly(struct peer *peer, const struct second *second)
{
	const int interval = 600, natural = 300;
	bool held = second->idle >= natural || second->dnd || second->locked;
	if (held || peer->held || peer->left == 0) {
		peer->held = held;
		peer->left = interval;
		peer->count = 0;
		return NOTHING;
	}
	if (--peer->left > 0)
		return NOTHING;
	peer->count = (peer->count + 1) % 3;
	peer->left = interval + (peer->count == 0 ? 300 : 20);
	return BREAK;
}

/*
 * Safe Eyes: a break every 15 min (safeeyes/config/safeeyes.json). 5 s without input stop the
 * clock, and what was left goes on at the return; after more than an interval a new one begins
 * (safeeyes/plugins/smartpause/plugin.py). Under do-not-disturb the break that is due is used up
 * (safeeyes/plugins/donotdisturb/plugin.py, safeeyes/core.py).
 */
static inline enum appears safe_eyes(struct peer *peer, const struct second *second)
{
	const int interval = 900;
	int idle = second->locked ? peer->idle + 1 : second->idle;
	if (peer->left == 0 || (idle == 0 && peer->idle > interval))
		peer->left = interval;
	peer->idle = idle;
	if (idle >= 5 || --peer->left > 0)
		return NOTHING;
	peer->left = interval;
	return second->dnd ? LOST : BREAK;
}

/*
 * Workrave: a pause after 3 min of activity, cleared by 30 s without; a rest after 45 min, cleared
 * by 10 min; 5 s without input are no activity (libs/core/src/org.workrave.gschema.xml.in,
 * Timer.cc, LocalActivityMonitor.cc). Do-not-disturb is not looked at.
 */
static inline enum appears workrave(struct peer *peer, const struct second *second)
{
	int idle = second->locked ? peer->idle + 1 : second->idle;
	bool active = idle < 5;
	peer->idle = idle;
	peer->count = idle >= 30 ? 0 : peer->count + active;
	peer->active = idle >= 600 ? 0 : peer->active + active;
	bool rest = peer->active >= 45 * 60;
	if (!rest && peer->count < 3 * 60)
		return NOTHING;
	peer->count = 0;
	peer->active = rest ? 0 : peer->active;
	return BREAK;
}

#endif
