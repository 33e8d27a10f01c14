/* Sides and steps in words. Which part is on is the player's to say; here it is only read. */
#include "core/words/play_text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/model/card.h"
#include "core/policy/play.h"

static const char *tr(words_translate *translate, const char *english)
{
	return translate && english[0] != '\0' ? translate(english) : english;
}

/* "[10 s, 3 times]" as a pattern's words; repetitions only where there are several. */
static void time_say(const struct item_step *step, words_translate *translate,
		     char out[SENTENCE_SIZE])
{
	char length[LENGTH_SIZE], times[24] = "";
	length_say(step->seconds * USEC_PER_SEC, length);
	ascii_put_number(times, (uint64_t)step->times);
	const struct word words[] = { { "length", length }, { "times", times }, { NULL, NULL } };
	const char *pattern =
		step->times > 1 ? N_(" [{length}, {times} times]") : N_(" [{length}]");
	words_fill(out, SENTENCE_SIZE, step->seconds > 0 ? tr(translate, pattern) : "", words);
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
	char number[24], count[24], time[SENTENCE_SIZE];
	ascii_put_number(number, (uint64_t)its->step + 1);
	ascii_put_number(count, (uint64_t)player->parts[player->count - 1].step + 1);
	time_say(step, translate, time);
	const struct word words[] = {
		{ "number", number },
		{ "count", count },
		{ "text", discreet ? "" : tr(translate, step->text) },
		/* It keeps its distance from a text. */
		{ "time", discreet && time[0] == ' ' ? time + 1 : time },
		{ NULL, NULL },
	};
	words_fill(out, PLAY_TEXT_SIZE, tr(translate, part_pattern(its->side)), words);
}

void play_next_say(const struct player *player, int part, bool discreet, words_translate *translate,
		   char out[PLAY_TEXT_SIZE])
{
	out[0] = '\0';
	if (part + 1 >= player->count)
		return;
	const struct player_part *next = &player->parts[part + 1];
	const struct word words[] = {
		{ "text", tr(translate, player->steps[next->step].text) },
		{ NULL, NULL },
	};
	if (next->side == SIDE_RIGHT)
		words_fill(out, PLAY_TEXT_SIZE, tr(translate, N_("Next: the right side.")), words);
	else if (!discreet)
		words_fill(out, PLAY_TEXT_SIZE, tr(translate, N_("Next: {text}")), words);
}

/* Its end: how long it took, and what to do when it hurts; of that no word where it is discreet. */
static void end_say(const struct plan *plan, const struct state *state, words_translate *translate,
		    char lines[PLAY_LINES_MAX][PLAY_TEXT_SIZE])
{
	char length[LENGTH_SIZE];
	length_say(play_seconds(plan, &state->card, state->at) * USEC_PER_SEC, length);
	const struct word words[] = { { "length", length }, { NULL, NULL } };
	if (!state->card.hurt) {
		words_fill(lines[0], PLAY_TEXT_SIZE, tr(translate, N_("That was it: {length}.")),
			   words);
		return;
	}
	if (card_discreet(plan, &state->card)) {
		words_fill(lines[0], PLAY_TEXT_SIZE, tr(translate, N_("Leave it for today.")),
			   words);
		return;
	}
	words_fill(lines[0], PLAY_TEXT_SIZE,
		   tr(translate, N_("Leave it for today. Next time do less, or leave it out.")),
		   words);
	words_fill(lines[1], PLAY_TEXT_SIZE,
		   tr(translate, N_("When to have somebody look at it: limber warnings")), words);
}

void play_text(const struct plan *plan, const struct state *state, words_translate *translate,
	       char lines[PLAY_LINES_MAX][PLAY_TEXT_SIZE])
{
	const struct card *card = &state->card;
	const bool discreet = card_discreet(plan, card);
	struct player player;
	memset(lines, 0, PLAY_LINES_MAX * PLAY_TEXT_SIZE);
	play_player(plan, card, &player);
	if (card->hurt || card->play.told >= player.count) {
		end_say(plan, state, translate, lines);
		return;
	}
	const struct word none[] = { { NULL, NULL } };
	if (!card->play.runs)
		words_fill(lines[0], PLAY_TEXT_SIZE, tr(translate, N_("Paused.")), none);
	if (play_is_easier(plan, card) && !discreet)
		words_fill(lines[1], PLAY_TEXT_SIZE,
			   tr(translate, N_("These are the easier steps.")), none);
	play_part_say(&player, card->play.told, discreet, translate, lines[2]);
	play_next_say(&player, card->play.told, discreet, translate, lines[3]);
}
