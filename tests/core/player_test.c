/*
 * Routines played by a script. The steps are "seconds[xtimes][b]" ("b": both sides); behind "/"
 * those of the easier form. A command is a length of time that passes, or what is pressed: go,
 * pause, back, skip, easier (and back to the first form). After each the transcript has the place:
 * "2L" part's step and side, "~" in its change-over, "#3" of several repetitions, what is left of
 * it, and behind "/" the seconds spent.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/model/player.h"
#include "tests/rows.h"

struct script {
	struct item_step steps[2][ITEM_STEPS_MAX];
	struct item item;
	bool easier, waits;
	struct player player;
	struct play play;
	struct boottime now;
	char text[1024];
};

/* Their number. */
static int steps_read(struct item_step steps[ITEM_STEPS_MAX], const char **at)
{
	const char *text = *at;
	int count = 0;
	while (*text != '\0' && *text != '/') {
		char *end;
		struct item_step *step = &steps[count++];
		*step = (struct item_step){ .text = "Do it.", .times = 1, .title = "" };
		step->seconds = (int)strtol(text, &end, 10);
		if (*end == 'x')
			step->times = (int)strtol(end + 1, &end, 10);
		step->both_sides = *end == 'b';
		text = end + step->both_sides;
		text += strspn(text, " ");
	}
	*at = text;
	return count;
}

static void item_read(struct script *script, const char *text)
{
	script->item.steps = script->steps[0];
	script->item.step_count = steps_read(script->steps[0], &text);
	text += strspn(text, "/ ");
	script->item.easier = script->steps[1];
	script->item.easier_count = steps_read(script->steps[1], &text);
}

static void begin_form(struct script *script, bool easier)
{
	script->easier = easier;
	player_init_item(&script->player, &script->item, easier, script->waits);
}

/* The clock of the part, of which a display computes the same place. */
static void check_clock(const struct script *script, const struct player_place *place)
{
	struct player_clock clock;
	struct player_place its;
	player_clock(&script->player, &script->play, script->now, &clock);
	assert_int_equal(clock.length > 0, script->play.runs &&
						   script->player.parts[place->part].length > 0 &&
						   !script->player.parts[place->part].waits);
	if (clock.length == 0)
		return;
	assert_int_equal(player_clock_place(&clock, 0, &its),
			 player_progress(&script->player, place->at));
	assert_int_equal(its.left, place->left);
	assert_int_equal(its.changing, place->changing);
	assert_int_equal(its.time, place->time);
	assert_int_equal(player_clock_place(&clock, 2 * script->player.total, &its),
			 100 * (clock.begins + clock.change + clock.length) / clock.total);
	assert_int_equal(its.part, 1);
}

static void write_place(struct script *script)
{
	static const char *const sides[] = { "", "L", "R" };
	char *at = script->text + strlen(script->text);
	size_t size = sizeof(script->text) - strlen(script->text);
	struct player_place place;
	player_place(&script->player, &script->play, script->now, &place);
	usec played = player_spent(&script->player, &script->play, script->now);
	long spent = (long)(played / USEC_PER_SEC);
	if (!script->player.steps || place.part == script->player.count) {
		snprintf(at, size, "%send/%ld", *script->text ? " " : "", spent);
		return;
	}
	check_clock(script, &place);
	const struct player_part *part = &script->player.parts[place.part];
	char time[16] = "";
	if (script->player.steps[part->step].times > 1)
		snprintf(time, sizeof(time), "#%d", place.time);
	snprintf(at, size, "%s%d%s%s%s %ld/%ld", *script->text ? " " : "", part->step + 1,
		 sides[part->side], place.changing ? "~" : "", time,
		 (long)(place.left / USEC_PER_SEC), spent);
}

static void change_form(struct script *script)
{
	struct player before = script->player;
	begin_form(script, !script->easier);
	player_change_form(&before, &script->player, &script->play, script->now);
}

static void play_word(struct script *script, const char *word)
{
	const struct player *player = &script->player;
	struct play *play = &script->play;
	if (strcmp(word, "go") == 0)
		player_run(player, play, true, script->now);
	else if (strcmp(word, "pause") == 0)
		player_run(player, play, false, script->now);
	else if (strcmp(word, "back") == 0)
		player_back(player, play, script->now);
	else if (strcmp(word, "skip") == 0)
		player_skip(player, play, script->now);
	else if (strcmp(word, "easier") == 0)
		change_form(script);
	else
		script->now.us += atoi(word) * USEC_PER_SEC;
	write_place(script);
}

static void play_words(struct script *script, const char *words)
{
	while (*words != '\0') {
		char word[16] = "";
		size_t length = strcspn(words, " ");
		memcpy(word, words, length < sizeof(word) ? length : sizeof(word) - 1);
		play_word(script, word);
		words += length + strspn(words + length, " ");
	}
}

static void scripts(void **state)
{
	static const struct {
		const char *name, *steps, *words, *transcript;
		bool waits;
	} cases[] = {
		{ "from step to step", "30 10", "go 29 1 3 1 10 5",
		  "1 30/0 1 1/29 2~ 4/30 2~ 1/33 2 10/34 end/44 end/44", false },
		{ "left, then right", "10b", "go 10 4 10", "1L 10/0 1R~ 4/10 1R 10/14 end/24",
		  false },
		{ "repetitions are one part", "6x10", "go 5 1 48 5 1",
		  "1#1 60/0 1#1 55/5 1#2 54/6 1#10 6/54 1#10 1/59 end/60", false },
		{ "repetitions of each side", "10x2b", "go 10 10 4 19",
		  "1L#1 20/0 1L#2 10/10 1R~#1 4/20 1R#1 20/24 1R#2 1/43", false },
		{ "nothing runs before the start", "30", "5 go 1", "1 30/0 1 30/0 1 29/1", false },
		{ "a pause takes no time", "30", "go 10 pause 1000 go 5",
		  "1 30/0 1 20/10 1 20/10 1 20/10 1 20/10 1 15/15", false },
		{ "twice is once", "30", "go 10 go 5 pause 1 pause 1",
		  "1 30/0 1 20/10 1 20/10 1 15/15 1 15/15 1 15/15 1 15/15 1 15/15", false },
		{ "a pause in a change-over", "10 10", "go 12 pause 60 go 2",
		  "1 10/0 2~ 2/12 2~ 2/12 2~ 2/12 2~ 2/12 2 10/14", false },
		{ "back to the begin of the part", "30", "go 20 back 5",
		  "1 30/0 1 10/20 1 30/20 1 25/25", false },
		{ "back to the one before", "10 10", "go 15 back", "1 10/0 2 9/15 1 10/15", false },
		{ "back from a change-over", "10 10", "go 12 back", "1 10/0 2~ 2/12 1 10/12",
		  false },
		{ "back from the middle: with its change-over", "10 10", "go 20 back",
		  "1 10/0 2 4/20 2~ 4/20", false },
		{ "back at the first", "10", "go 1 back back", "1 10/0 1 9/1 1 10/1 1 10/1",
		  false },
		{ "back from the end", "10 10", "go 30 back", "1 10/0 end/24 2~ 4/24", false },
		{ "skip to the next change-over, and out of it", "10 10", "go 3 skip skip 1",
		  "1 10/0 1 7/3 2~ 4/3 2 10/3 2 9/4", false },
		{ "skip the last one", "10", "go 3 skip skip 5", "1 10/0 1 7/3 end/3 end/3 end/3",
		  false },
		{ "skip in a pause", "10 10", "go 3 pause skip 9 go 1",
		  "1 10/0 1 7/3 1 7/3 2~ 4/3 2~ 4/3 2~ 4/3 2~ 3/4", false },
		{ "no time of its own", "0 10", "go 14 1", "1 15/0 1 1/14 2~ 4/15", false },
		{ "it waits", "0 10", "go 14 100 skip 5", "1 0/0 1 0/14 1 0/114 2~ 4/114 2 9/119",
		  true },
		{ "it waits in the middle", "10 0 10", "go 13 100 skip",
		  "1 10/0 2~ 1/13 2 0/113 3~ 4/113", true },
		{ "back to one that waits", "0 0", "go 5 skip 100 back 9",
		  "1 0/0 1 0/5 2~ 4/5 2 0/105 2~ 4/105 2 0/114", true },
		{ "no steps", "", "go 1", "end/0 end/0", false },
		{ "easier from the begin", "30 / 5 6", "easier go 4", "1 5/0 1 5/0 1 1/4", false },
		{ "easier in its first step", "30 20 / 10 5", "go 7 easier 1",
		  "1 30/0 1 23/7 1 10/7 1 9/8", false },
		{ "easier in a later one, with its change-over", "30 20 9 / 10 5 6",
		  "go 40 easier 4", "1 30/0 2 14/40 2~ 4/40 2 5/44", false },
		{ "and back to the same step", "30 20 / 10 5", "go 40 easier 5 easier 1",
		  "1 30/0 2 14/40 2~ 4/40 2 4/45 2~ 4/45 2~ 3/46", false },
		{ "twice is where it was, from the begin of the step", "30 20 / 10 5",
		  "go 9 easier easier", "1 30/0 1 21/9 1 10/9 1 30/9", false },
		{ "the right side: the step from its left", "10b / 5b", "go 16 easier",
		  "1L 10/0 1R 8/16 1L 5/16", false },
		{ "into one with sides", "10 10 / 5 5b 5", "go 16 easier 4",
		  "1 10/0 2 8/16 2L~ 4/16 2L 5/20", false },
		{ "fewer steps: the last one", "5 5 5 / 9 8b", "go 20 easier",
		  "1 5/0 3 3/20 2L~ 4/20", false },
		{ "more steps: not behind them", "5 5 / 9 8 7", "go 10 easier",
		  "1 5/0 2 4/10 2~ 4/10", false },
		{ "in a pause it stands still", "30 / 10", "go 5 pause easier 60 go 1",
		  "1 30/0 1 25/5 1 25/5 1 10/5 1 10/5 1 10/5 1 9/6", false },
		{ "over is over", "10 / 5 5", "go 20 easier 5", "1 10/0 end/10 end/10 end/10",
		  false },
		{ "out of a step that waits", "0 5 / 0 5", "go 90 easier 9 skip",
		  "1 0/0 1 0/90 1 0/90 1 0/99 2~ 4/99", true },
		{ "without an easier form it begins the step anew", "30", "go 5 easier",
		  "1 30/0 1 25/5 1 30/5", false },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct script script = { .now = { USEC_PER_HOUR }, .waits = cases[i].waits };
		item_read(&script, cases[i].steps);
		begin_form(&script, false);
		play_words(&script, cases[i].words);
		row_check(&rows, strcmp(script.text, cases[i].transcript) == 0,
			  "%s: %s\n\twant %s\n\tgot  %s", cases[i].name, cases[i].words,
			  cases[i].transcript, script.text);
	}
	rows_end(&rows);
}

/* A side counts once three seconds of a part of it were held, or all of a shorter one. */
static void sides(void **state)
{
	static const struct {
		const char *name, *steps, *words, *sides;
	} cases[] = {
		{ "both", "10b", "go 24", "both" },
		{ "the second is not over", "10b", "go 17", "both" },
		{ "the second has just begun", "10b", "go 16", "left" },
		{ "only its change-over", "10b", "go 13", "left" },
		{ "the first was skipped", "10b", "go 2 skip 4 5", "right" },
		{ "the second was skipped", "10b", "go 8 skip skip skip", "left" },
		{ "all was skipped", "10b", "go skip skip skip", "" },
		{ "in two halves, with a pause", "10b", "go 2 pause 60 go 1 pause", "left" },
		{ "played, and back to its begin", "10b", "go 9 back", "left" },
		{ "a short one", "2b", "go 2", "left" },
		{ "of two steps one side each", "10b 10b", "go 5 skip skip skip skip skip 8",
		  "both" },
		{ "before the form was changed", "10b / 10", "go 5 easier 10", "left" },
		{ "no sides", "10 10", "go 30", "" },
		{ "not begun", "10b", "30", "" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct script script = { .now = { USEC_PER_HOUR } };
		item_read(&script, cases[i].steps);
		begin_form(&script, false);
		play_words(&script, cases[i].words);
		const char *got =
			sides_word(player_sides(&script.player, &script.play, script.now));
		row_check(&rows, strcmp(got, cases[i].sides) == 0, "%s: want %s, got %s",
			  cases[i].name, cases[i].sides, got);
	}
	rows_end(&rows);
}

/* Woken at each change that is foretold, and late each time: no change is missed, none drifts. */
static void no_drift(void **state)
{
	(void)state;
	const struct item_step steps[] = { { "One.", 30, 2, true, "" },
					   { "Two.", 10, 3, true, "" } };
	struct play play = { 0 };
	struct player player;
	struct boottime now = { 0 }, next, due = { 0 };
	player_init(&player, steps, 2, false);
	player_run(&player, &play, true, now);
	for (int i = 0; i < player.count; i++) {
		assert_true(player_next_change(&player, &play, now, &next));
		due.us += player.parts[i].change + player.parts[i].length;
		assert_int_equal(next.us, due.us);
		now.us = next.us + 7000;
		if (i == 2) {
			player_run(&player, &play, false, now);
			now.us += USEC_PER_MIN;
			due.us += USEC_PER_MIN;
			assert_false(player_next_change(&player, &play, now, &next));
			player_run(&player, &play, true, now);
		}
	}
	assert_false(player_next_change(&player, &play, now, &next));
	assert_int_equal(player_spent(&player, &play, now), player.total);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scripts),
		cmocka_unit_test(sides),
		cmocka_unit_test(no_drift),
	};
	return cmocka_run_group_tests_name("player", tests, NULL, NULL);
}
