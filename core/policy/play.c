/* The card has the state of its play; the player computes the position at a moment. */
#include "core/policy/play.h"

#include <string.h>

#include "core/model/health.h"
#include "core/policy/deck.h"
#include "core/policy/record.h"

static const char *const key_words[PLAY_KEY_COUNT] = {
	[PLAY_START] = "start", [PLAY_PAUSE] = "pause", [PLAY_BACK] = "back",
	[PLAY_NEXT] = "next",   [PLAY_HURT] = "hurt",   [PLAY_EASIER] = "easier",
	[PLAY_VOICE] = "voice",
};

const char *play_key_word(enum play_key key)
{
	return key_words[key];
}

enum play_key play_key_read(const char *word)
{
	int key = 0;
	while (key < PLAY_KEY_COUNT && strcmp(key_words[key], word) != 0)
		key++;
	return (enum play_key)key;
}

static const struct item *item_of(const struct plan *plan, const struct card *card)
{
	return deck_named(plan, card->reminder, card->item);
}

void play_player(const struct plan *plan, const struct card *card, struct player *ret)
{
	player_init_item(ret, item_of(plan, card), card->easier, false);
}

bool play_is_easier(const struct plan *plan, const struct card *card)
{
	const struct item *item = item_of(plan, card);
	return card->easier && item && item->easier_count > 0;
}

void play_place(const struct plan *plan, const struct card *card, struct boottime at,
		struct player_place *ret)
{
	struct player player;
	play_player(plan, card, &player);
	player_place(&player, &card->play, at, ret);
}

static void update(const struct plan *plan, struct state *state, struct moment now,
		   struct result *ret)
{
	struct player_place place;
	play_place(plan, &state->card, now.boot, &place);
	state->card.play.reported = place.part;
	result_add(ret, ACTION_UPDATE)->card = state->card;
}

static bool only_easier(const struct plan *plan, const struct state *state, struct moment now)
{
	const struct item *item = item_of(plan, &state->card);
	return item && item_only_easier(item, &plan->health, health_today(&state->zone, now.real));
}

/* *player becomes that of the easier form. */
static void make_easier(const struct plan *plan, struct card *card, struct player *player,
			struct boottime now)
{
	struct player before = *player;
	card->easier = true;
	play_player(plan, card, player);
	player_change_form(&before, player, &card->play, now);
}

static enum answer refusal(const struct plan *plan, const struct card *card,
			   const struct player *player, const struct event *event)
{
	bool easier = event->play.key == PLAY_EASIER;
	if (card->id == 0 || card->shown.real.us == 0 ||
	    (event->play.card != 0 && event->play.card != card->id))
		return ANSWER_NO_CARD_UP;
	if (player->count == 0)
		return ANSWER_NO_STEPS;
	if (easier && item_of(plan, card)->easier_count == 0)
		return ANSWER_NO_EASIER;
	return card->played || easier || event->play.key == PLAY_START ||
			       event->play.key == PLAY_VOICE
		       ? ANSWER_OK
		       : ANSWER_NOT_PLAYED;
}

static void press(struct card *card, const struct player *player, enum play_key key,
		  struct boottime now)
{
	switch (key) {
	case PLAY_VOICE:
		card->voice = true;
		/* fall through */
	case PLAY_START:
	case PLAY_EASIER:
	case PLAY_PAUSE:
		player_run(player, &card->play, key != PLAY_PAUSE, now);
		break;
	case PLAY_BACK:
		player_back(player, &card->play, now);
		break;
	case PLAY_NEXT:
		player_skip(player, &card->play, now);
		break;
	case PLAY_HURT:
		player_run(player, &card->play, false, now);
		card->hurt = true;
		break;
	case PLAY_KEY_COUNT:
		break;
	}
}

void play_press(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret)
{
	struct card *card = &state->card;
	struct player player = { .count = 0 };
	if (card->id != 0)
		play_player(plan, card, &player);
	ret->answer = refusal(plan, card, &player, event);
	if (ret->answer != ANSWER_OK)
		return;
	ret->reminder = card->reminder;
	/* A play that was stopped because it hurt stays stopped. */
	if (card->hurt)
		return;
	card->played = true;
	if (!card->easier &&
	    (event->play.key == PLAY_EASIER || only_easier(plan, state, event->now)))
		make_easier(plan, card, &player, event->now.boot);
	press(card, &player, event->play.key, event->now.boot);
	update(plan, state, event->now, ret);
}

bool play_goes_on(const struct plan *plan, const struct state *state)
{
	int index = plan_find(plan, state->reminders[state->card.reminder].name);
	return index >= 0 && plan->reminders[index].enabled &&
	       deck_named(plan, index, state->card.item);
}

void play_turn(const struct plan *plan, struct state *state, struct moment now, struct result *ret)
{
	struct player_place place;
	if (!state->card.played || state->card.hurt)
		return;
	if (!state->card.easier && only_easier(plan, state, now)) {
		struct player player;
		play_player(plan, &state->card, &player);
		make_easier(plan, &state->card, &player, now.boot);
		update(plan, state, now, ret);
	}
	play_place(plan, &state->card, now.boot, &place);
	if (place.part != state->card.play.reported)
		update(plan, state, now, ret);
}

bool play_next_turn(const struct plan *plan, const struct state *state, struct moment now,
		    struct boottime *ret)
{
	struct player player;
	if (!state->card.played)
		return false;
	play_player(plan, &state->card, &player);
	return player_next_change(&player, &state->card.play, now.boot, ret);
}

struct boottime play_ends(const struct plan *plan, const struct card *card)
{
	const struct play *play = &card->play;
	struct player player;
	play_player(plan, card, &player);
	usec left = play->at < player.total ? player.total - play->at : 0;
	if (card->hurt)
		left = 0;
	else if (left > 0 && !play->runs)
		return (struct boottime){ play->since.us + PLAY_PAUSE_MOST };
	return (struct boottime){ play->since.us + left + plan->card_time };
}

struct moment play_ended(const struct plan *plan, const struct card *card, struct moment now)
{
	struct boottime ends = play_ends(plan, card);
	if (ends.us >= now.boot.us)
		return now;
	return (struct moment){ ends, moment_real_of(now, ends) };
}

enum outcome play_outcome(const struct plan *plan, const struct card *card, enum outcome otherwise,
			  struct moment now)
{
	struct player player;
	struct player_place place;
	if (!card->played)
		return otherwise;
	play_player(plan, card, &player);
	player_place(&player, &card->play, now.boot, &place);
	bool over = player.count > 0 && place.part == player.count;
	return over && !card->hurt ? OUTCOME_DONE : OUTCOME_PARTLY;
}

int32_t play_seconds(const struct plan *plan, const struct card *card, struct moment now)
{
	struct player player;
	if (!card->played)
		return 0;
	play_player(plan, card, &player);
	usec seconds = player_spent(&player, &card->play, now.boot) / USEC_PER_SEC;
	return seconds < 0 ? 0 : seconds > INT32_MAX ? INT32_MAX : (int32_t)seconds;
}

uint32_t play_sides(const struct plan *plan, const struct card *card, struct moment now)
{
	struct player player;
	if (!card->played)
		return 0;
	play_player(plan, card, &player);
	return player_sides(&player, &card->play, now.boot);
}
