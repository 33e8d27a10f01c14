/*
 * peers FILE...: the same days for Limber and for three others, judged alike: how many of the cards
 * appeared to an empty chair, to somebody who had left (known with hindsight, from the first second
 * of an absence), in a call or under do-not-disturb, within two minutes after a return; how much
 * came due and was used up without appearing; and how long the user could sit, and on how many
 * days, without any card. What became moot, because the user got up before, is not lost.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/simulate/recording.h"
#include "tests/days/peers.h"
#include "tests/days/truth.h"

enum { CHANGES_MAX = 4096, CARDS_MAX = 4096 };

#define STEP (10 * USEC_PER_SEC)         /* for the longest sitting */
#define WORTH_A_CARD (50 * USEC_PER_MIN) /* sitting in 24 hours: a day without a card counts */

/* The user from a moment on. */
static struct change {
	struct boottime at;
	struct truth truth;
} changes[CHANGES_MAX];
static int change_count;
static struct truth truth;

static struct tally {
	const char *name;
	enum appears (*tick)(struct peer *peer, const struct second *second);
	struct boottime cards[CARDS_MAX]; /* of the day that is played */
	int count;
	int appeared, empty, gone, busy, back, lost, untrue;
	int days,
		bare; /* of 24 hours from the first event: with sitting; of these without a card */
	usec longest;
} tallies[] = {
	{ .name = "Limber" },
	{ .name = "Stretchly", .tick = stretchly },
	{ .name = "Safe Eyes", .tick = safe_eyes },
	{ .name = "Workrave", .tick = workrave },
};

enum { TALLIES = sizeof(tallies) / sizeof(tallies[0]) };

/* The change that holds at `now`. */
static int change_at(struct boottime now)
{
	int i = change_count - 1;
	while (i > 0 && changes[i].at.us > now.us)
		i--;
	return i;
}

/* Whether the user is away at `now`, or in a rest that becomes longer than STILL. */
static bool gone_at(int at)
{
	const struct truth *user = &changes[at].truth;
	if (user->away != 0)
		return true;
	if (!user->resting || user->busy[BUSY_CALL] || user->busy[BUSY_AWAKE])
		return false;
	int end = at;
	while (end + 1 < change_count && changes[end].truth.resting &&
	       changes[end].truth.resting_since.us == user->resting_since.us)
		end++;
	return boottime_since(changes[end].at, user->resting_since) > STILL;
}

static bool kept_busy(const struct truth *user)
{
	return user->busy[BUSY_CALL] || user->busy[BUSY_DND] || user->busy[BUSY_ASKED];
}

static void card_judge(struct tally *tally, struct boottime now)
{
	int at = change_at(now);
	const struct truth *user = &changes[at].truth;
	tally->appeared++;
	tally->gone += gone_at(at);
	if (!truth_there(user, now))
		tally->empty++;
	else if (kept_busy(user))
		tally->busy++;
	else if (truth_just_back(user, now))
		tally->back++;
}

/* Sitting without a card, and days without one. */
static void day_judge(struct tally *tally)
{
	struct boottime now = changes[0].at, end = changes[change_count - 1].at, day = now;
	usec free = 0, sat = 0;
	int card = 0, seen = 0;
	for (int at = 0; now.us < end.us; now.us += STEP) {
		while (at + 1 < change_count && changes[at + 1].at.us <= now.us)
			at++;
		bool sits = !gone_at(at) && !kept_busy(&changes[at].truth);
		free = gone_at(at) ? 0 : sits ? free + STEP : free;
		sat += sits ? STEP : 0;
		for (; card < tally->count && tally->cards[card].us <= now.us; card++, seen++)
			free = 0;
		tally->longest = free > tally->longest ? free : tally->longest;
		if (boottime_since(now, day) < USEC_PER_DAY && now.us + STEP < end.us)
			continue;
		tally->days += sat >= WORTH_A_CARD;
		tally->bare += sat >= WORTH_A_CARD && seen == 0;
		sat = 0;
		seen = 0;
		day = now;
	}
}

static void card_add(struct tally *tally, struct boottime now)
{
	if (tally->count < CARDS_MAX)
		tally->cards[tally->count++] = now;
}

/* A card that was asked for came at no bad moment; one that never came is lost. A break that was
 * taken by itself and was none: the user had not been away. */
static void follow_action(struct tally *tally, const struct action *action, uint32_t was_away,
			  struct boottime now)
{
	const struct record *row = &action->record;
	if (action->kind == ACTION_SHOW && !action->card.called)
		card_add(tally, now);
	if (action->kind != ACTION_RECORD)
		return;
	tally->lost += row->outcome == OUTCOME_NOT_SHOWN && row->revision == 1;
	bool away = (was_away | truth.away) != 0 || truth_just_back(&truth, now) ||
		    !truth_there(&truth, now);
	tally->untrue += row->outcome == OUTCOME_NATURAL && !away;
}

static void told(struct replay *replay, const struct event *event, const struct result *result,
		 void *user)
{
	uint32_t was_away = truth.away;
	(void)user;
	truth_follow(&truth, replay, event);
	if (change_count < CHANGES_MAX)
		changes[change_count++] = (struct change){ replay->now.boot, truth };
	for (int i = 0; i < result->count; i++)
		follow_action(&tallies[0], &result->actions[i], was_away, replay->now.boot);
}

static int seconds_since(struct boottime now, struct boottime since)
{
	return (int)(boottime_since(now, since) / USEC_PER_SEC);
}

static struct second second_of(const struct truth *user, struct boottime now)
{
	struct second second = { .locked = user->away != 0, .dnd = user->busy[BUSY_DND] };
	if (user->resting)
		second.idle = seconds_since(now, user->resting_since);
	return second;
}

static void run_peer(struct tally *tally)
{
	struct peer peer = { 0 };
	for (int i = 0; i + 1 < change_count; i++) {
		struct boottime now = changes[i].at;
		for (; now.us < changes[i + 1].at.us; now.us += USEC_PER_SEC) {
			const struct second second = second_of(&changes[i].truth, now);
			enum appears appears = tally->tick(&peer, &second);
			if (appears == BREAK)
				card_add(tally, now);
			tally->lost += appears == LOST;
		}
	}
}

static void judge_all(void)
{
	for (int i = 0; i < TALLIES; i++) {
		if (tallies[i].tick)
			run_peer(&tallies[i]);
		for (int card = 0; card < tallies[i].count; card++)
			card_judge(&tallies[i], tallies[i].cards[card]);
		day_judge(&tallies[i]);
		tallies[i].count = 0;
	}
}

static bool play(const char *path)
{
	static struct recording_play playing;
	struct recording day = { 0 };
	struct recording_error error;
	truth = (struct truth){ 0 };
	change_count = 0;
	bool good = truth_read(path, &day);
	playing = (struct recording_play){ .day = &day, .path = path };
	playing.replay.stepped = told;
	good = good && recording_play(&playing, &error) == 0 && change_count < CHANGES_MAX;
	if (good && change_count > 0)
		judge_all();
	recording_play_finish(&playing);
	recording_finish(&day);
	return good;
}

static double share(int part, int whole)
{
	return whole > 0 ? 100.0 * part / whole : 0;
}

static void tally_print(const struct tally *tally)
{
	int all = tally->appeared;
	printf("%-10s %5d %7.1f%% %6.1f%% %6.1f%% %6.1f%% %6.1f%% %8lld min %6d of %-3d",
	       tally->name, all, share(tally->empty, all), share(tally->gone, all),
	       share(tally->busy, all), share(tally->back, all),
	       share(tally->lost, all + tally->lost), (long long)(tally->longest / USEC_PER_MIN),
	       tally->bare, tally->days);
	if (tally->tick)
		puts("      -");
	else
		printf(" %6d\n", tally->untrue);
}

int main(int argc, char *argv[])
{
	for (int i = 1; i < argc; i++) {
		if (play(argv[i]))
			continue;
		printf("%s: cannot be played\n", argv[i]);
		return EXIT_FAILURE;
	}
	printf("%-10s %5s %8s %7s %7s %7s %7s %12s %13s %6s\n", "", "cards", "empty", "gone",
	       "busy", "back", "lost", "longest sit", "days without", "false");
	for (int i = 0; i < TALLIES; i++)
		tally_print(&tallies[i]);
	return EXIT_SUCCESS;
}
