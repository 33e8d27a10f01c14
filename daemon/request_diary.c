/*
 * Record of the kinds of the diary: a cramp, the score of a day, and that somebody was seen about
 * it. Nothing of it is logged or emitted.
 */
#include "daemon/request.h"

#include <libintl.h>
#include <stddef.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/model/ago.h"
#include "core/words/diary_text.h"
#include "daemon/adapters/dict.h"
#include "daemon/diary.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

#define NONE UINT32_MAX

/* The values of a call; unknown keys are ignored. */
struct values {
	const char *when, *where, *side, *kind;
	uint32_t strength, score; /* NONE: not given */
	int woke;
	uint32_t symptoms;
	char unknown[DIARY_WORD_SIZE]; /* a symptom that is none */
};

static int symptoms_read(sd_bus_message *call, void *values)
{
	struct values *ret = values;
	const char *id;
	int r = sd_bus_message_enter_container(call, 'v', "as");
	if (r >= 0)
		r = sd_bus_message_enter_container(call, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read_basic(call, 's', &id)) > 0) {
		const struct diary_word *word = diary_id(DIARY_SYMPTOM, id);
		if (word)
			ret->symptoms |= word->value;
		else {
			size_t length = text_fit(id, sizeof(ret->unknown));
			memcpy(ret->unknown, id, length);
			ret->unknown[length] = '\0';
		}
	}
	if (r >= 0)
		r = sd_bus_message_exit_container(call);
	return r < 0 ? r : sd_bus_message_exit_container(call);
}

static const struct dict_value value_rows[] = {
	{ "When", "s", offsetof(struct values, when), NULL },
	{ "Where", "s", offsetof(struct values, where), NULL },
	{ "Side", "s", offsetof(struct values, side), NULL },
	{ "Kind", "s", offsetof(struct values, kind), NULL },
	{ "Strength", "u", offsetof(struct values, strength), NULL },
	{ "Score", "u", offsetof(struct values, score), NULL },
	{ "Woke", "b", offsetof(struct values, woke), NULL },
	{ "Symptoms", NULL, 0, symptoms_read },
	{ .key = NULL },
};

/* `sentence`: what is wrong with it, translated. */
static int bad(sd_bus_error *error, const char *text, const char *sentence)
{
	return error_say(error, LIMBER_ERROR_BAD_VALUE, "\"%.60s\" %s", text_begin(text).text,
			 sentence);
}

static int when_read(const struct app *app, const char *text, struct realtime *ret,
		     sd_bus_error *error)
{
	const struct realtime now = clock_now().real;
	struct ago ago;
	enum text_error wrong = ago_read(text[0] ? text : "now", &ago);
	if (wrong != TEXT_OK)
		return error_say(error, LIMBER_ERROR_BAD_VALUE, "\"%.60s\" %s.",
				 text_begin(text).text, _(text_error_words(wrong)));
	*ret = ago_resolve(&ago, &app->state.zone, now);
	if (ret->us > now.us)
		return bad(error, text, _("is yet to come."));
	if (realtime_since(now, *ret) > DIARY_PAST)
		return bad(error, text, _("is more than seven days ago: too long for an entry."));
	return 0;
}

/* Fill a row of a cramp; the sequence stays 0. */
static int cramp_row(const struct app *app, const struct values *values, struct record *row,
		     sd_bus_error *error)
{
	const struct diary_word *place = diary_id(DIARY_PLACE, values->where);
	const struct diary_word *side = diary_id(DIARY_SIDE, values->side);
	const struct diary_word *kind = diary_id(DIARY_KIND, values->kind);
	if (values->where[0] && !place)
		return bad(error, values->where, _("is no place of a cramp: limber help cramp"));
	if (values->side[0] && !side)
		return bad(error, values->side, _("is no side: left, right or both."));
	if (values->kind[0] && !kind)
		return bad(error, values->kind, _("is no kind of cramp: limber kinds"));
	if (values->unknown[0])
		return bad(error, values->unknown,
			   _("is no symptom of the diary: limber help cramp"));
	*row = (struct record){ .kind = RECORD_CRAMP,
				.outcome = OUTCOME_DONE,
				.sides = side ? side->value : 0,
				.marks = values->symptoms | (values->woke ? DIARY_WOKE : 0) };
	if (place)
		memcpy(row->item, place->id, strlen(place->id));
	if (kind)
		row->marks |= diary_kind_bits((enum cramp)kind->value);
	if (values->strength != NONE) {
		row->amount = (int32_t)values->strength;
		row->marks |= DIARY_RATED;
	}
	return when_read(app, values->when, &row->ended, error);
}

static int append_texts(sd_bus_message *reply, const char *key, const char *const texts[],
			int count)
{
	TRY(dict_open(reply, key, "as"));
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	for (int i = 0; i < count; i++)
		TRY(text_append(reply, texts[i]));
	TRY(sd_bus_message_close_container(reply));
	return dict_close(reply);
}

static int append_see(sd_bus_message *reply, struct app *app)
{
	char said[DIARY_REASONS][DIARY_SAID];
	const char *texts[DIARY_REASONS];
	int count = diary_reasons_say(app_diary(app), gettext_words, said);
	for (int i = 0; i < count; i++)
		texts[i] = said[i];
	return append_texts(reply, "See", texts, count);
}

static int append_symptoms(sd_bus_message *reply, uint32_t marks)
{
	const char *ids[DIARY_SYMPTOMS + 1];
	int count = 0;
	for (size_t i = 0; i < diary_words_count; i++)
		if (diary_words[i].group == DIARY_SYMPTOM &&
		    diary_words[i].value & marks & DIARY_SYMPTOM_BITS)
			ids[count++] = diary_words[i].id;
	return append_texts(reply, "Symptoms", ids, count);
}

/* A kind of such cramps whose reminders may help and that is not on; CRAMP_COUNT: none. Of some
 * the first thing is a clinician. */
static enum cramp hint(const struct app *app, const struct record *row)
{
	enum cramp kind = diary_kind(row->marks);
	if (kind == CRAMP_COUNT && row->marks & DIARY_WOKE)
		kind = CRAMP_NOCTURNAL;
	bool apt = kind != CRAMP_COUNT && !cramp_see_first(kind) &&
		   !(app_plan(app)->health.kinds & UINT32_C(1) << kind);
	return apt ? kind : CRAMP_COUNT;
}

static int append_cramp(sd_bus_message *reply, struct app *app, const struct record *row)
{
	enum cramp kind = diary_kind(row->marks), help = hint(app, row);
	char what[DIARY_SAID];
	diary_row_say(row, gettext_words, what);
	TRY(dict_moment(reply, "At", row->ended));
	TRY(dict_string(reply, "What", what));
	TRY(dict_string(reply, "Where", row->item));
	TRY(dict_string(reply, "Side", row->sides ? diary_side(row->sides)->id : ""));
	TRY(dict_string(reply, "Kind", kind == CRAMP_COUNT ? "" : item_cramp_kinds[kind]));
	if (row->marks & DIARY_RATED)
		TRY(dict_number(reply, "Strength", (uint32_t)row->amount));
	TRY(dict_bool(reply, "Woke", row->marks & DIARY_WOKE));
	TRY(append_symptoms(reply, row->marks));
	if (row->marks & DIARY_WOKE)
		TRY(dict_number(reply, "Nights", (uint32_t)diary_nights(app_diary(app))));
	TRY(dict_string(reply, "Hint", help == CRAMP_COUNT ? "" : item_cramp_kinds[help]));
	return append_see(reply, app);
}

static int book(struct app *app, struct event *event, sd_bus_error *error)
{
	struct result result;
	return request_send(app, event, &result, error);
}

static int record_cramp(sd_bus_message *call, struct app *app, const struct values *values,
			sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct event event = { .kind = EVENT_BOOK };
	if (values->strength != NONE && values->strength > DIARY_MOST)
		return sd_bus_error_set(error, LIMBER_ERROR_BAD_VALUE,
					_("The strength of a cramp is from 0 to 10."));
	TRY(cramp_row(app, values, &event.book.row, error));
	TRY(book(app, &event, error));
	TRY(reply_begin(call, &reply));
	TRY(append_cramp(reply, app, &event.book.row));
	return reply_end(reply);
}

/* One score a day: a second one takes the place of the first. */
static int record_score(sd_bus_message *call, struct app *app, const struct values *values,
			sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct event event = { .kind = EVENT_BOOK };
	struct record *row = &event.book.row;
	struct realtime now = clock_now().real;
	int32_t day = state_day(app_plan(app), &app->state, now);
	if (values->score > DIARY_MOST)
		return sd_bus_error_set(error, LIMBER_ERROR_BAD_VALUE,
					_("The score of a day is from 0 to 10."));
	bool replaces = app_diary_score(app, day, &event.book.before);
	*row = replaces ? event.book.before
			: (struct record){ .kind = RECORD_SCORE,
					   .outcome = OUTCOME_DONE,
					   .ended = now };
	row->amount = (int32_t)values->score;
	TRY(book(app, &event, error));
	TRY(reply_begin(call, &reply));
	TRY(dict_number(reply, "Score", values->score));
	if (replaces)
		TRY(dict_number(reply, "Before", (uint32_t)event.book.before.amount));
	TRY(append_see(reply, app));
	return reply_end(reply);
}

static int record_seen(sd_bus_message *call, struct app *app, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	if (diary_reasons(app_diary(app)) == 0)
		return sd_bus_error_set(error, LIMBER_ERROR_REFUSED,
					_("Nothing in the diary asks for that now."));
	app_asked(app, false);
	app_send_plain(app, EVENT_SEEN);
	app->diary_known = false;
	TRY(request_kept(app, app->save_error, error));
	TRY(reply_begin(call, &reply));
	TRY(dict_moment(reply, "At", app->state.seen));
	return reply_end(reply);
}

int request_diary(sd_bus_message *call, struct app *app, const char *kind, sd_bus_error *error)
{
	struct values values = { "", "", "", "", NONE, NONE, 0, 0, "" };
	TRY(args_checked(dict_read(call, value_rows, &values), error));
	app_follow_store(app);
	if (strcmp(kind, "cramp") == 0)
		return record_cramp(call, app, &values, error);
	if (strcmp(kind, "score") == 0)
		return record_score(call, app, &values, error);
	return record_seen(call, app, error);
}
