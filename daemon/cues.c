/* After a failure the rest of that card is silent; the next one is tried again. */
#include "daemon/cues.h"

#include <errno.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "core/codec/cue_wire.h"
#include "core/policy/play.h"
#include "core/words/cue_text.h"
#include "daemon/adapters/log.h"

#define _(text) gettext(text)

static void on_heard(void *user)
{
	struct app *app = user;
	free(app->unheard_why);
	app->unheard_why = NULL;
}

static void on_failed(void *user, const char *why)
{
	struct app *app = user;
	app->unheard_card = app->cue.card;
	if (app->unheard_why && strcmp(app->unheard_why, why) == 0)
		return;
	log_say(LOG_WARNING, NULL, "a routine cannot be heard: %s, ignoring", why);
	free(app->unheard_why);
	app->unheard_why = strdup(why);
}

const struct voice_events cues_events = { .heard = on_heard, .failed = on_failed };

static void cue_make(const struct app *app, struct cue *ret)
{
	const struct plan *plan = app_plan(app);
	const struct state *state = &app->state;
	struct player player;
	play_player(plan, &state->card, &player);
	*ret = (struct cue){ .cues = app->cue.cues,
			     .last = app->cue.hurt || app->cue.part == player.count };
	cue_say(plan, state, &app->cue, gettext_words, ret->say);
	if (!ret->last)
		player_clock(&player, &state->card.play, state->at.boot, &ret->clock);
}

void cues_follow(struct app *app)
{
	struct cue_place place;
	struct cue cue;
	cue_place(app_plan(app), &app->state, app->state.at, &place);
	if (!app->voice || cue_place_same(&place, &app->cue))
		return;
	app->cue = place;
	if (place.cues == CUES_OFF) {
		voice_end(app->voice);
		return;
	}
	if (app->unheard_card == place.card)
		return;
	cue_make(app, &cue);
	int r = voice_cue(app->voice, &cue);
	if (r < 0)
		on_failed(app, r == -ENOENT ? _("limber-voice is not installed") : strerror(-r));
}
