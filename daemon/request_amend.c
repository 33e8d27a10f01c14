/* limber log amend: a row of history of this store is changed by hand, in the bounds of its kind.
 */
#include "daemon/request.h"

#include <errno.h>
#include <libintl.h>
#include <stddef.h>
#include <string.h>

#include "core/base/amount.h"
#include "core/base/contract.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

/* Longer than a week nobody sits or plays. */
enum { SECONDS_MOST = 7 * 86400, RATED_MOST = 10 };

struct amended {
	const char *outcome, *side; /* NULL: unchanged */
	int64_t seconds, amount;    /* -1: unchanged */
};

static int number_read(sd_bus_message *call, int64_t *ret)
{
	uint32_t number = 0;
	int r = sd_bus_message_read(call, "v", "u", &number);
	*ret = number;
	return r;
}

static int seconds_read(sd_bus_message *call, void *amended)
{
	return number_read(call, &((struct amended *)amended)->seconds);
}

static int amount_read_number(sd_bus_message *call, void *amended)
{
	return number_read(call, &((struct amended *)amended)->amount);
}

static int refuse(sd_bus_message *call, void *amended)
{
	return -EINVAL;
}

/* Unknown keys are rejected, because their values would not be changed. */
static const struct dict_value amended_rows[] = {
	{ "Outcome", "s", offsetof(struct amended, outcome), NULL },
	{ "Side", "s", offsetof(struct amended, side), NULL },
	{ "Seconds", NULL, 0, seconds_read },
	{ "Amount", NULL, 0, amount_read_number },
	{ .key = NULL, .read = refuse },
};

static bool is_span(const struct record *row)
{
	return row->kind == RECORD_SITTING || row->kind == RECORD_AWAY;
}

static bool outcome_amend(const char *word, struct record *row)
{
	bool card = row->kind == RECORD_CARD || row->kind == RECORD_DRINK;
	enum outcome outcome = strcmp(word, "none") == 0 ? OUTCOME_NONE : outcome_read(word);
	if (outcome == OUTCOME_COUNT ||
	    (!card && outcome != OUTCOME_NONE && outcome != OUTCOME_DONE))
		return false;
	row->outcome = outcome;
	return true;
}

/* A span keeps its end. */
static bool seconds_amend(int64_t seconds, struct record *row)
{
	if (seconds > SECONDS_MOST || (!is_span(row) && row->kind != RECORD_CARD))
		return false;
	row->seconds = (int32_t)seconds;
	if (is_span(row))
		row->shown.us = row->ended.us - seconds * USEC_PER_SEC;
	return true;
}

static bool amount_amend(int64_t amount, struct record *row)
{
	bool drink = row->kind == RECORD_DRINK;
	bool rated = row->kind == RECORD_CRAMP || row->kind == RECORD_SCORE;
	if ((!drink && !rated) || amount > (drink ? DRINK_MOST : RATED_MOST) ||
	    (drink && amount < DRINK_LEAST))
		return false;
	row->amount = (int32_t)amount;
	return true;
}

static bool side_amend(const char *side, struct record *row)
{
	return (row->kind == RECORD_CARD || row->kind == RECORD_CRAMP) &&
	       sides_read(side, &row->sides);
}

/* Return the value that does not fit the row; NULL: all do. */
static const char *row_amend(const struct amended *amended, struct record *row)
{
	if (amended->outcome && !outcome_amend(amended->outcome, row))
		return "outcome";
	if (amended->seconds >= 0 && !seconds_amend(amended->seconds, row))
		return "seconds";
	if (amended->amount >= 0 && !amount_amend(amended->amount, row))
		return "amount";
	if (amended->side && !side_amend(amended->side, row))
		return "side";
	return NULL;
}

/* The newest revision may wait to be saved. */
static int row_find(const struct app *app, uint64_t sequence, struct record *ret)
{
	for (size_t i = app->unsaved_count; i > 0; i--) {
		if (app->unsaved[i - 1].sequence != sequence)
			continue;
		*ret = app->unsaved[i - 1];
		return 0;
	}
	return app->store ? store_row(app->store, sequence, ret) : -ENOENT;
}

static int reply_amended(sd_bus_message *call, const struct record *was, const struct record *row)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	TRY(reply_begin(call, &reply));
	TRY(dict_number(reply, "Row", (uint32_t)row->sequence));
	TRY(dict_string(reply, "Kind", record_word(row->kind)));
	TRY(dict_string(reply, "Reminder", row->reminder));
	TRY(dict_string(reply, "Item", row->item));
	TRY(dict_string(reply, "Outcome", outcome_word(row->outcome)));
	TRY(dict_string(reply, "Before", outcome_word(was->outcome)));
	TRY(dict_number(reply, "Seconds", (uint32_t)row->seconds));
	TRY(dict_number(reply, "Amount", (uint32_t)row->amount));
	TRY(dict_string(reply, "Side", sides_word(row->sides)));
	return reply_end(reply);
}

int request_amend(sd_bus_message *call, void *user, sd_bus_error *error)
{
	struct app *app = user;
	struct amended amended = { NULL, NULL, -1, -1 };
	struct event event = { .kind = EVENT_BOOK };
	struct record *was = &event.book.before, *row = &event.book.row;
	struct result result;
	uint64_t sequence;
	TRY(args_read(call, error, "t", &sequence));
	TRY(args_checked(dict_read(call, amended_rows, &amended), error));
	int r = row_find(app, sequence, was);
	if (r == -ENOENT)
		return error_say(error, LIMBER_ERROR_BAD_VALUE,
				 _("There is no row %ju of this machine: limber log"),
				 (uintmax_t)sequence);
	if (r < 0)
		return r;
	*row = *was;
	const char *wrong = row_amend(&amended, row);
	if (wrong)
		return error_say(error, LIMBER_ERROR_BAD_VALUE,
				 _("Row %ju is a %s: it cannot have this %s."), (uintmax_t)sequence,
				 _(record_word(row->kind)), wrong);
	if (was->outcome == OUTCOME_NONE && row->outcome == OUTCOME_NONE)
		return error_say(error, LIMBER_ERROR_BAD_VALUE, _("Row %ju is taken back already."),
				 (uintmax_t)sequence);
	TRY(request_send(app, &event, &result, error));
	return reply_amended(call, was, &app->state.undo.was);
}
