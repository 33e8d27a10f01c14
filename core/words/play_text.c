/* Texts of sides and steps; the player computes which part is current. */
#include "core/words/play_text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/model/card.h"
#include "core/policy/play.h"

static const char *short_of(const struct item_step *step)
{
	return step->title[0] != '\0' ? step->title : step->text;
}

/* Fill a time into one of two patterns, the second for several repetitions. */
static void time_fill(const struct item_step *step, usec one, const char *const patterns[2],
		      words_translate *translate, char out[PLAY_TEXT_SIZE])
{
	char length[LENGTH_SIZE], times[24] = "";
	length_say(one, length);
	ascii_put_number(times, (uint64_t)step->times);
	words_fill(out, PLAY_TEXT_SIZE, one > 0 ? tr(translate, patterns[step->times > 1]) : "",
		   "length", length, "times", times, NULL);
}

/* " [10 s, 3 times]", to append to a text; "" for a step without a time. */
static void time_say(const struct item_step *step, words_translate *translate,
		     char out[PLAY_TEXT_SIZE])
{
	static const char *const patterns[] = { N_(" [{length}]"),
						N_(" [{length}, {times} times]") };
	time_fill(step, step->seconds * USEC_PER_SEC, patterns, translate, out);
}

static const char *part_pattern(enum player_side side)
{
	switch (side) {
	case SIDE_LEFT:
		return N_("{number} of {count}, left side: {text}{time}");
	case SIDE_RIGHT:
		return N_("{number} of {count}, right side: {text}{time}");
	case SIDE_NONE:
		break;
	}
	return N_("{number} of {count}: {text}{time}");
}

void play_part_say(const struct player *player, int part, bool discreet, words_translate *translate,
		   char out[PLAY_TEXT_SIZE])
{
	const struct player_part *its = &player->parts[part];
	const struct item_step *step = &player->steps[its->step];
	char number[24], count[24], time[PLAY_TEXT_SIZE];
	ascii_put_number(number, (uint64_t)its->step + 1);
	ascii_put_number(count, (uint64_t)player->parts[player->count - 1].step + 1);
	time_say(step, translate, time);
	words_fill(out, PLAY_TEXT_SIZE, tr(translate, part_pattern(its->side)), "number", number,
		   "count", count, "text", discreet ? "" : tr(translate, step->text), "time",
		   discreet && time[0] == ' ' ? time + 1 : time, NULL);
}

void play_next_say(const struct player *player, int part, bool discreet, words_translate *translate,
		   char out[PLAY_TEXT_SIZE])
{
	out[0] = '\0';
	if (part + 1 >= player->count)
		return;
	const struct player_part *next = &player->parts[part + 1];
	const struct item_step *step = &player->steps[next->step];
	if (next->side == SIDE_RIGHT || !discreet)
		words_fill(out, PLAY_TEXT_SIZE,
			   tr(translate, next->side == SIDE_RIGHT ? N_("Next: the right side.")
								  : N_("Next: {text}")),
			   "text", tr(translate, short_of(step)), NULL);
}

/* The text at the end: how long it took, and what to do if it hurts; the latter not on a discreet
 * card.
 */
static void end_say(const struct plan *plan, const struct state *state, words_translate *translate,
		    char lines[PLAY_LINES_MAX][PLAY_TEXT_SIZE])
{
	char length[LENGTH_SIZE];
	length_say(play_seconds(plan, &state->card, state->at) * USEC_PER_SEC, length);
	bool hurt = state->card.hurt, discreet = card_discreet(plan, &state->card);
	words_fill(lines[0], PLAY_TEXT_SIZE,
		   tr(translate,
		      !hurt      ? N_("That was it: {length}.")
		      : discreet ? N_("Leave it for today.")
				 : N_("Leave it for today. Next time do less, or leave it out.")),
		   "length", length, NULL);
	if (hurt && !discreet)
		words_fill(lines[1], PLAY_TEXT_SIZE,
			   tr(translate, N_("When to have somebody look at it: limber warnings")),
			   NULL);
}

/* "Left: {title}" */
static void side_say(enum player_side side, const char *title, words_translate *translate,
		     char out[PLAY_TEXT_SIZE])
{
	static const char *const patterns[] = { [SIDE_NONE] = "{title}",
						[SIDE_LEFT] = N_("Left: {title}"),
						[SIDE_RIGHT] = N_("Right: {title}") };
	const char *pattern = patterns[side];
	words_fill(out, PLAY_TEXT_SIZE, side == SIDE_NONE ? pattern : tr(translate, pattern),
		   "title", title, NULL);
}

/* The number of the step and its text; on a discreet card its side instead. */
static void step_say(const struct player *player, int part, bool discreet,
		     words_translate *translate, char out[PLAY_TEXT_SIZE])
{
	const struct player_part *its = &player->parts[part];
	char number[24], count[24], place[SENTENCE_SIZE];
	ascii_put_number(number, (uint64_t)its->step + 1);
	ascii_put_number(count, (uint64_t)player->parts[player->count - 1].step + 1);
	words_fill(discreet ? place : out, discreet ? sizeof(place) : PLAY_TEXT_SIZE,
		   tr(translate, discreet ? N_("{number} of {count}")
					  : N_("Step {number} of {count}: {text}")),
		   "number", number, "count", count, "text",
		   tr(translate, player->steps[its->step].text), NULL);
	if (discreet)
		side_say(its->side, place, translate, out);
}

/* The remaining seconds, or that it is paused. */
static void seconds_say(const struct card *card, const struct player *player,
			words_translate *translate, char out[PLAY_TEXT_SIZE])
{
	static const char *const patterns[2][2] = {
		{ N_("Paused: {length}"), N_("Paused: {length}, {times} times") },
		{ "{length}", N_("{length}, {times} times") },
	};
	const struct player_part *part = &player->parts[card->play.reported];
	const struct item_step *step = &player->steps[part->step];
	time_fill(step, part->length / (step->seconds > 0 ? step->times : 1),
		  patterns[card->play.runs != 0], translate, out);
}

void play_text(const struct plan *plan, const struct state *state, words_translate *translate,
	       struct play_text *ret)
{
	const struct card *card = &state->card;
	const bool discreet = card_discreet(plan, card);
	struct player player;
	int part = card->play.reported;
	memset(ret, 0, sizeof(*ret));
	play_player(plan, card, &player);
	if (card->hurt || part >= player.count) {
		end_say(plan, state, translate, ret->lines);
		return;
	}
	const struct item_step *step = &player.steps[player.parts[part].step];
	if (!discreet)
		side_say(player.parts[part].side, tr(translate, short_of(step)), translate,
			 ret->title);
	seconds_say(card, &player, translate, ret->lines[0]);
	step_say(&player, part, discreet, translate, ret->lines[1]);
	if (play_is_easier(plan, card) && !discreet)
		words_fill(ret->form, PLAY_TEXT_SIZE,
			   tr(translate, N_("These are the easier steps.")), NULL);
	play_next_say(&player, part, discreet, translate, ret->next);
}
