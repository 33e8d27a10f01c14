/*
 * rules FILE...: plays days and checks rules against the facts in the file: whether the user was at
 * the machine, in a call, or not to be disturbed; and the rules of tests/core/rules.h, by which no
 * due reminder is lost. Prints the violations.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/simulate/recording.h"
#include "tests/core/rules.h"
#include "tests/days/truth.h"

static struct truth truth;
static struct rules rules;
static struct state before;
static int cards;

/* A card that nobody called for. */
static void judge(const struct replay *replay, const struct card *card)
{
	struct boottime now = replay->now.boot;
	bool on = replay->plan->reminders[card->reminder].trigger == TRIGGER_ON;
	usec limit = replay->plan->awake_limit;
	cards++;
	rule_check(&rules, truth_there(&truth, now), "a card to an empty chair");
	rule_check(&rules, !truth_listens(&truth, BUSY_CALL, limit, now), "a card in a call");
	rule_check(&rules, !truth.busy[BUSY_DND], "a card under do-not-disturb");
	rule_check(&rules, !truth.busy[BUSY_ASKED], "a card in asked-for silence");
	rule_check(&rules, !truth_listens(&truth, BUSY_AWAKE, limit, now), "a card over a film");
	rule_check(&rules, on || !truth_just_back(&truth, now), "a card right after the return");
}

static void told(struct replay *replay, const struct event *event, const struct result *result,
		 void *user)
{
	(void)user;
	truth_follow(&truth, replay, event);
	for (int i = 0; i < result->count; i++)
		if (result->actions[i].kind == ACTION_SHOW && !result->actions[i].card.called)
			judge(replay, &result->actions[i].card);
	rules_watch(&rules, replay->plan, &before, &replay->state, event, result);
	before = replay->state;
}

static bool play(const char *path)
{
	static struct recording_play playing;
	struct recording day = { 0 };
	truth = (struct truth){ 0 };
	rules = (struct rules){ 0 };
	cards = 0;
	bool good = truth_read(path, &day);
	playing = (struct recording_play){ .day = &day, .path = path };
	playing.replay.stepped = told;
	struct recording_error error;
	if (!good || recording_play(&playing, &error) < 0) {
		printf("%s: cannot be played\n", path);
		good = false;
	} else if (rules.broken[0] || cards == 0) {
		printf("%s: %s\n", path, cards == 0 ? "no card" : rules.broken);
		good = false;
	}
	recording_play_finish(&playing);
	recording_finish(&day);
	return good;
}

int main(int argc, char *argv[])
{
	bool good = argc > 1;
	for (int i = 1; i < argc; i++)
		good = play(argv[i]) && good;
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
