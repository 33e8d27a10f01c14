/* The second side of a step is announced without the text, which was heard half a minute ago. */
#include "core/words/cue_text.h"

#include "core/base/ascii.h"
#include "core/model/card.h"
#include "core/policy/play.h"

/* Whole minutes from two on, else seconds. */
static void length_spell(int seconds, words_translate *translate, char out[SENTENCE_SIZE])
{
	bool minutes = seconds >= 120 && seconds % 60 == 0;
	char number[24];
	ascii_put_number(number, (uint64_t)(minutes ? seconds / 60 : seconds));
	words_fill(out, SENTENCE_SIZE,
		   tr(translate, minutes        ? N_("{number} minutes.")
				 : seconds == 1 ? N_("1 second.")
						: N_("{number} seconds.")),
		   "number", number, NULL);
}

static void time_spell(const struct player_part *part, const struct item_step *step,
		       words_translate *translate, char out[SENTENCE_SIZE])
{
	char length[SENTENCE_SIZE] = "", times[24];
	if (step->seconds > 0)
		length_spell(step->seconds, translate, length);
	ascii_put_number(times, (uint64_t)step->times);
	words_fill(out, SENTENCE_SIZE,
		   part->waits ? tr(translate, N_("In your own time: n when you are done."))
		   : step->seconds > 0 && step->times > 1
			   ? tr(translate, N_("{times} times {length}"))
			   : "{length}",
		   "length", length, "times", times, NULL);
}

void cue_part_say(const struct player *player, int part, bool discreet, words_translate *translate,
		  char out[PLAY_TEXT_SIZE])
{
	static const char *const patterns[] = {
		[SIDE_NONE] = N_("Step {number} of {count}. {text} {time}"),
		[SIDE_LEFT] = N_("Step {number} of {count}, left side. {text} {time}"),
		[SIDE_RIGHT] = N_("Now the right side. {time}"),
	};
	static const char *const discreets[] = {
		[SIDE_NONE] = N_("Step {number} of {count}. {time}"),
		[SIDE_LEFT] = N_("Step {number} of {count}, left side. {time}"),
		[SIDE_RIGHT] = N_("Now the right side. {time}"),
	};
	const struct player_part *its = &player->parts[part];
	const struct item_step *step = &player->steps[its->step];
	char number[24], count[24], time[SENTENCE_SIZE];
	ascii_put_number(number, (uint64_t)its->step + 1);
	ascii_put_number(count, (uint64_t)player->parts[player->count - 1].step + 1);
	time_spell(its, step, translate, time);
	words_fill(out, PLAY_TEXT_SIZE, tr(translate, (discreet ? discreets : patterns)[its->side]),
		   "number", number, "count", count, "text", tr(translate, step->text), "time",
		   time, NULL);
}

const char *cue_paused(void)
{
	return N_("Paused.");
}

const char *cue_over(void)
{
	return N_("Done. That was it.");
}

void cue_say(const struct plan *plan, const struct state *state, const struct cue_place *place,
	     words_translate *translate, char out[PLAY_TEXT_SIZE])
{
	const bool discreet = card_discreet(plan, &state->card);
	const char *text;
	struct player player;
	play_player(plan, &state->card, &player);
	if (place->hurt)
		text = discreet ? N_("Leave it for today.")
				: N_("Leave it for today. Next time do less, or leave it out.");
	else if (place->part >= player.count)
		text = cue_over();
	else if (!place->runs)
		text = cue_paused();
	else {
		cue_part_say(&player, place->part, discreet, translate, out);
		return;
	}
	words_fill(out, PLAY_TEXT_SIZE, tr(translate, text), NULL);
}

const char *cue_silence(enum hold_kind why)
{
	switch (why) {
	case HOLD_CALL:
		return N_("a microphone is in use");
	case HOLD_QUIET:
		return N_("it is quiet time");
	case HOLD_LOCKED:
		return N_("the screen is locked");
	case HOLD_COUNT:
		return "";
	default:
		return N_("a film, do-not-disturb or a program asks for silence");
	}
}
