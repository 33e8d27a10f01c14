/* Requests about the item of a card: to play it, another one, and what was played elsewhere. */
#include "daemon/request.h"

#include <libintl.h>
#include <stddef.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/base/text.h"
#include "core/policy/answer.h"
#include "core/policy/cue.h"
#include "core/policy/play.h"
#include "core/policy/record.h"
#include "core/words/cue_text.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

static int reply_name(sd_bus_message *call, const struct app *app, int index)
{
	return sd_bus_reply_method_return(call, "s", app_plan(app)->reminders[index].name);
}

int request_play(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_PLAY };
	struct result result;
	const char *what;
	TRY(args_read(call, error, "ts", &event.play.card, &what));
	event.play.key = play_key_read(what);
	if (event.play.key == PLAY_KEY_COUNT)
		return error_say(error, LIMBER_ERROR_BAD_VALUE,
				 _("\"%.60s\" is none of start, pause, back, next, "
				   "easier, voice and hurt."),
				 text_begin(what).text);
	TRY(request_send(user, &event, &result, error));
	return reply_name(call, user, result.reminder);
}

int request_another(sd_bus_message *call, void *user, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct app *app = user;
	struct event event = { .kind = EVENT_ANOTHER };
	struct result result;
	char before[NAME_SIZE];
	TRY(args_read(call, error, "t", &event.card));
	name_copy(before, app->state.card.item);
	TRY(request_send(app, &event, &result, error));
	TRY(reply_begin(call, &reply));
	TRY(reply_reminder(reply, app, result.reminder));
	TRY(dict_string(reply, "Before", before));
	return reply_end(reply);
}

/* The a{sv} of Record; unknown keys are ignored. */
struct played {
	const char *item, *outcome, *side;
	uint32_t seconds;
};

static const struct dict_value played_values[] = {
	{ "Item", "s", offsetof(struct played, item), NULL },
	{ "Outcome", "s", offsetof(struct played, outcome), NULL },
	{ "Side", "s", offsetof(struct played, side), NULL },
	{ "Seconds", "u", offsetof(struct played, seconds), NULL },
	{ .key = NULL },
};

/* False for an invalid value. */
static bool played_event(const struct played *played, struct event *ret)
{
	enum outcome outcome = outcome_read(played->outcome);
	*ret = (struct event){ .kind = EVENT_PLAYED_ELSEWHERE };
	if ((outcome != OUTCOME_DONE && outcome != OUTCOME_PARTLY) || played->seconds > INT32_MAX ||
	    !sides_read(played->side, &ret->played_elsewhere.sides) ||
	    name_read(played->item, strlen(played->item)) != TEXT_OK)
		return false;
	memcpy(ret->played_elsewhere.item, played->item, strlen(played->item) + 1);
	ret->played_elsewhere.outcome = outcome;
	ret->played_elsewhere.seconds = (int32_t)played->seconds;
	return true;
}

int request_record(sd_bus_message *call, void *user, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct app *app = user;
	struct played played = { "", "", "", 0 };
	struct event event;
	struct result result;
	const char *kind;
	TRY(args_read(call, error, "s", &kind));
	if (strcmp(kind, "cramp") == 0 || strcmp(kind, "score") == 0 || strcmp(kind, "seen") == 0)
		return request_diary(call, user, kind, error);
	TRY(args_checked(dict_read(call, played_values, &played), error));
	if (strcmp(kind, "item") != 0 || !played_event(&played, &event))
		return sd_bus_error_set(
			error, LIMBER_ERROR_BAD_VALUE,
			_("That cannot be recorded: it must be \"item\", with Item, "
			  "Outcome (done or partly), Seconds and Side (left, right or both)."));
	TRY(request_send(app, &event, &result, error));
	TRY(reply_begin(call, &reply));
	TRY(dict_string(reply, "Reminder", app_plan(app)->reminders[result.reminder].name));
	TRY(dict_string(reply, "Item", event.played_elsewhere.item));
	TRY(dict_string(reply, "Outcome", outcome_word(event.played_elsewhere.outcome)));
	return reply_end(reply);
}

int request_cues(sd_bus_message *call, void *user, sd_bus_error *error)
{
	static const char *const words[CUES_COUNT] = { "off", "tone", "voice" };
	struct app *app = user;
	const char *item;
	enum hold_kind why;
	int voice;
	TRY(args_read(call, error, "sb", &item, &voice));
	app_read_calls(app);
	const struct plan *plan = app_plan(app);
	enum cues cues = cue_of(plan, &app->state, answer_owner(plan, &app->state, item), voice,
				clock_now(), &why);
	return sd_bus_reply_method_return(call, "ss", words[cues], gettext_words(cue_silence(why)));
}
