/*
 * peers FILE...: the same days for Limber and for three others, and a table of what appeared at a
 * bad time, judged alike for all: to an empty chair, in a call or under do-not-disturb, within
 * two minutes after a return; or came due and was used up without appearing. What became moot,
 * because the user got up before, is not lost.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/simulate/day.h"
#include "tests/days/peers.h"
#include "tests/days/truth.h"

enum { CHANGES_MAX = 4096 };

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
	int appeared, empty, busy, back, lost;
} tallies[] = {
	{ .name = "Limber" },
	{ .name = "Stretchly", .tick = stretchly },
	{ .name = "Safe Eyes", .tick = safe_eyes },
	{ .name = "Workrave", .tick = workrave },
};

enum { TALLIES = sizeof(tallies) / sizeof(tallies[0]) };

static void judge(struct tally *tally, const struct truth *user, struct boottime now)
{
	tally->appeared++;
	if (!truth_there(user, now))
		tally->empty++;
	else if (user->busy[BUSY_CALL] || user->busy[BUSY_DND] || user->busy[BUSY_ASKED])
		tally->busy++;
	else if (truth_just_back(user, now))
		tally->back++;
}

/* A card that was asked for came at no bad moment; one that never came is lost. */
static void judge_action(struct tally *tally, const struct action *action, struct boottime now)
{
	if (action->kind == ACTION_SHOW && !action->card.called)
		judge(tally, &truth, now);
	tally->lost += action->kind == ACTION_RECORD &&
		       action->record.outcome == OUTCOME_NOT_SHOWN && action->record.revision == 1;
}

static void told(struct replay *replay, const struct event *event, const struct result *result,
		 void *user)
{
	(void)user;
	truth_follow(&truth, replay, event);
	if (change_count < CHANGES_MAX)
		changes[change_count++] = (struct change){ replay->now.boot, truth };
	for (int i = 0; i < result->count; i++)
		judge_action(&tallies[0], &result->actions[i], replay->now.boot);
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
				judge(tally, &changes[i].truth, now);
			tally->lost += appears == LOST;
		}
	}
}

static bool play(const char *path)
{
	static struct day_play playing;
	struct day day = { 0 };
	struct day_error error;
	truth = (struct truth){ 0 };
	change_count = 0;
	bool good = truth_read(path, &day);
	playing = (struct day_play){ .day = &day, .path = path };
	playing.replay.told = told;
	good = good && day_play(&playing, &error) == 0 && change_count < CHANGES_MAX;
	for (int i = 1; i < TALLIES && good; i++)
		run_peer(&tallies[i]);
	day_play_finish(&playing);
	day_finish(&day);
	return good;
}

int main(int argc, char *argv[])
{
	for (int i = 1; i < argc; i++) {
		if (play(argv[i]))
			continue;
		printf("%s: cannot be played\n", argv[i]);
		return EXIT_FAILURE;
	}
	printf("%-12s %8s %12s %12s %12s %8s\n", "default", "appeared", "empty chair",
	       "call or dnd", "just back", "lost");
	for (int i = 0; i < TALLIES; i++)
		printf("%-12s %8d %12d %12d %12d %8d\n", tallies[i].name, tallies[i].appeared,
		       tallies[i].empty, tallies[i].busy, tallies[i].back, tallies[i].lost);
	return EXIT_SUCCESS;
}
