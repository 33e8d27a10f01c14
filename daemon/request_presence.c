/* Requests that report what limberd cannot see: away, standing, sat, stood, a workout. */
#include "daemon/request.h"

#include <libintl.h>
#include <string.h>

#include "core/base/contract.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

/* What keeps sitting from counting, of several the last row: what the user reported. */
static void still_say(uint32_t absences, char out[SENTENCE_SIZE])
{
	const char *why = "";
	for (int i = 0; i < ABSENCES; i++)
		if (absences & (uint32_t)absence_rows[i].bit)
			why = absence_rows[i].sentence;
	snprintf(out, SENTENCE_SIZE,
		 absences & ABSENT_STANDING
			 ? _("Sitting does not count yet: %s. To end that: limber sitting")
			 : _("Sitting does not count yet: %s."),
		 _(why));
}

/* length 0: no Length in the reply. */
static int send_and_reply(sd_bus_message *call, struct app *app, struct event *event,
			  const char *what, usec length, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct result result;
	TRY(request_send(app, event, &result, error));
	uint32_t absences = app->state.presence.absences;
	TRY(reply_begin(call, &reply));
	TRY(dict_string(reply, "What", what));
	TRY(dict_bool(reply, "Sitting", absences == 0));
	if (event->kind == EVENT_PRESENT && absences != 0) {
		char note[SENTENCE_SIZE];
		still_say(absences, note);
		TRY(dict_string(reply, "Note", note));
	}
	if (length != 0)
		TRY(dict_usec(reply, "Length", (uint64_t)length));
	return reply_end(reply);
}

/* The words of Presence, whether each takes a length, and its event. */
static const struct presence_word {
	const char *word;
	const char *instead; /* what undoes it; of stood and sat the length follows */
	bool needs_length, may_length;
	enum event_kind kind;
	uint32_t absences;
	int sat; /* EVENT_CORRECT: the sign of the length */
} presence_words[] = {
	{ "away", "back", false, false, EVENT_ABSENT, ABSENT_BY_HAND, 0 },
	{ "back", "away", false, false, EVENT_PRESENT, ABSENT_BY_HAND | ABSENT_IDLE, 0 },
	{ "standing", "sitting", false, true, EVENT_ABSENT, ABSENT_STANDING, 0 },
	{ "sitting", "standing", false, false, EVENT_PRESENT,
	  ABSENT_BY_HAND | ABSENT_STANDING | ABSENT_IDLE, 0 },
	{ "stood", "sat", true, true, EVENT_CORRECT, 0, -1 },
	{ "sat", "stood", true, true, EVENT_CORRECT, 0, 1 },
};

static const struct presence_word *presence_word(const char *what)
{
	for (size_t i = 0; i < sizeof(presence_words) / sizeof(presence_words[0]); i++)
		if (strcmp(presence_words[i].word, what) == 0)
			return &presence_words[i];
	return NULL;
}

static void presence_event(const struct presence_word *word, usec length, struct event *ret)
{
	ret->kind = word->kind;
	switch (word->kind) {
	case EVENT_ABSENT:
		ret->absent.why = (enum absence)word->absences;
		ret->absent.since = clock_now().boot;
		ret->absent.length = length;
		break;
	case EVENT_PRESENT:
		ret->present = (enum absence)word->absences;
		break;
	default:
		ret->sat = word->sat * length;
		break;
	}
}

/* The command that undoes it: "sitting", "sat 10min". */
static void instead_say(const struct presence_word *word, usec length, struct app *app)
{
	char text[LENGTH_SIZE] = "";
	if (word->needs_length)
		length_print(length, text);
	snprintf(app->undo_instead, sizeof(app->undo_instead), "%s%s%s", word->instead,
		 text[0] ? " " : "", text);
}

int request_presence(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	struct event event = { .kind = EVENT_WAKE };
	const char *what;
	uint64_t length;
	TRY(args_read(call, error, "st", &what, &length));
	const struct presence_word *word = presence_word(what);
	if (!word)
		return error_say(error, LIMBER_ERROR_BAD_VALUE,
				 _("\"%.60s\" is none of away, back, standing, sitting, "
				   "stood and sat."),
				 text_begin(what).text);
	if ((length == 0 && word->needs_length) || (length != 0 && !word->may_length) ||
	    length > (uint64_t)USEC_PER_DAY)
		return error_say(error, LIMBER_ERROR_BAD_VALUE,
				 word->may_length ? _("%s takes a length of at most a day.")
						  : _("%s takes no length: it must be 0."),
				 what);
	presence_event(word, (usec)length, &event);
	int r = send_and_reply(call, app, &event, what, (usec)length, error);
	if (r >= 0)
		instead_say(word, (usec)length, app);
	return r;
}

static int check_workout(sd_bus_message *call, sd_bus_error *error)
{
	const char *what;
	int r = args_read(call, error, "s", &what);
	if (r < 0 || strcmp(what, "workout") == 0)
		return r;
	return error_say(error, LIMBER_ERROR_BAD_VALUE,
			 _("\"%.60s\" can neither begin nor end: it must be workout."),
			 text_begin(what).text);
}

/* A workout is an absence: no cards, and the ledgers shrink. */
int request_begin(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct event event = { .kind = EVENT_ABSENT,
			       .absent = { .why = ABSENT_WORKOUT, .since = clock_now().boot } };
	int r = check_workout(call, error);
	return r < 0 ? r : send_and_reply(call, user, &event, "workout", 0, error);
}

int request_end(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct event back = { .kind = EVENT_PRESENT, .present = ABSENT_WORKOUT };
	struct event event = { .kind = EVENT_OCCASION, .occasion = ON_WORKOUT };
	struct result result;
	TRY(check_workout(call, error));
	TRY(request_send(user, &back, &result, error));
	return send_and_reply(call, user, &event, "workout", 0, error);
}
