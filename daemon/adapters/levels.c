/*
 * Each row has at most one pending call. A signal that comes meanwhile repeats the questions after
 * the last reply, so that a service that signals without end is read all the same. The earlier
 * level stays until all questions are answered, so that it does not flicker.
 */
#include "daemon/adapters/levels.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "daemon/adapters/cleanup.h"

struct row {
	const struct level_row *is;
	struct levels *levels;
	sd_bus_slot *signals, *owner;
	sd_bus_slot *asked; /* pending call */
	int question;       /* its index */
	bool again;         /* a signal came since */
	struct level level;
	struct level next; /* from the replies so far */
};

struct levels {
	levels_changed *changed;
	void *user;
	sd_bus *bus; /* NULL: not connected */
	int count;
	struct row rows[];
};

static void row_settle(struct row *row, const struct level *level)
{
	bool same = memcmp(&row->level, level, sizeof(*level)) == 0;
	row->level = *level;
	if (!same)
		row->levels->changed(row->levels->user);
}

static void row_unknown(struct row *row)
{
	row->asked = sd_bus_slot_unref(row->asked);
	row_settle(row, &(struct level){ .known = false });
}

static int append(sd_bus_message *call, const struct level_question *question)
{
	for (int i = 0; i < 2 && question->words[i]; i++)
		TRY(sd_bus_message_append_basic(call, 's', question->words[i]));
	return question->number ? sd_bus_message_append_basic(call, 'u', &question->number) : 0;
}

static int on_answer(sd_bus_message *answer, void *user, sd_bus_error *error);

static int row_ask(struct row *row, int number)
{
	const struct level_question *question = &row->is->questions[number];
	const char *path = question->path ? question->path : row->next.path;
	_cleanup_message_ sd_bus_message *call = NULL;
	row->asked = sd_bus_slot_unref(row->asked);
	row->question = number;
	TRY(sd_bus_message_new_method_call(row->levels->bus, &call, row->is->service, path,
					   question->interface, question->member));
	TRY(sd_bus_message_set_auto_start(call, false));
	TRY(append(call, question));
	return sd_bus_call_async(row->levels->bus, &row->asked, call, on_answer, row, 0);
}

static void row_begin(struct row *row)
{
	memset(&row->next, 0, sizeof(row->next));
	row->again = false;
	if (row_ask(row, 0) < 0)
		row_unknown(row);
}

static void row_answered(struct row *row)
{
	row->asked = sd_bus_slot_unref(row->asked);
	row->next.known = true;
	memset(row->next.path, 0, sizeof(row->next.path));
	row_settle(row, &row->next);
	if (row->again)
		row_begin(row);
}

/* An error of the first question makes the level unknown; one of a later question ends the
 * questions. */
static int on_answer(sd_bus_message *answer, void *user, sd_bus_error *error)
{
	struct row *row = user;
	const struct level_question *question = &row->is->questions[row->question];
	const sd_bus_error *failed = sd_bus_message_get_error(answer);
	int r = -EBADMSG;
	if (!failed)
		r = question->read(answer, &row->next);
	else if (row->is->off && strcmp(failed->name, row->is->off) == 0)
		r = 0;
	bool more = r > 0 && row->question + 1 < LEVEL_QUESTIONS;
	if (more && row_ask(row, row->question + 1) >= 0)
		return 0;
	if (r < 0 && row->question == 0) {
		row_unknown(row);
		return 0;
	}
	row_answered(row);
	return 0;
}

static int on_signal(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	struct row *row = user;
	if (row->asked)
		row->again = true;
	else
		row_begin(row);
	return 0;
}

/* The name has another owner, or none: its level is unknown. */
static int on_owner(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	const char *owner = "";
	if (sd_bus_message_read(signal, "sss", NULL, NULL, &owner) < 0)
		return 0;
	row_unknown(user);
	if (owner[0])
		row_begin(user);
	return 0;
}

/* The matches are sent before the first question, so no change is lost between them. */
static int row_up(struct row *row)
{
	char rule[512];
	snprintf(rule, sizeof(rule),
		 "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
		 "member='NameOwnerChanged',arg0='%s'",
		 row->is->service);
	TRY(sd_bus_add_match_async(row->levels->bus, &row->owner, rule, on_owner, NULL, row));
	snprintf(rule, sizeof(rule), "type='signal',sender='%s',%s",
		 row->is->sender ? row->is->sender : row->is->service, row->is->signals);
	int r = sd_bus_add_match_async(row->levels->bus, &row->signals, rule, on_signal, NULL, row);
	if (r >= 0)
		row_begin(row);
	return r;
}

int levels_up(struct levels *levels, sd_bus *bus)
{
	int r = 0;
	levels_down(levels);
	levels->bus = sd_bus_ref(bus);
	for (int i = 0; r >= 0 && i < levels->count; i++)
		r = row_up(&levels->rows[i]);
	return r;
}

void levels_down(struct levels *levels)
{
	for (int i = 0; i < levels->count; i++) {
		struct row *row = &levels->rows[i];
		row->owner = sd_bus_slot_unref(row->owner);
		row->signals = sd_bus_slot_unref(row->signals);
		row->asked = sd_bus_slot_unref(row->asked);
		memset(&row->level, 0, sizeof(row->level));
	}
	levels->bus = sd_bus_unref(levels->bus);
}

void levels_reread(struct levels *levels)
{
	for (int i = 0; levels->bus && i < levels->count; i++) {
		if (levels->rows[i].asked)
			levels->rows[i].again = true;
		else
			row_begin(&levels->rows[i]);
	}
}

const struct level *levels_get(const struct levels *levels, int index)
{
	return &levels->rows[index].level;
}

int levels_new(struct levels **ret, const struct level_row *rows, int count,
	       levels_changed *changed, void *user)
{
	struct levels *levels =
		calloc(1, sizeof(*levels) + (size_t)count * sizeof(levels->rows[0]));
	if (!levels)
		return -ENOMEM;
	levels->changed = changed;
	levels->user = user;
	levels->count = count;
	for (int i = 0; i < count; i++) {
		levels->rows[i].is = &rows[i];
		levels->rows[i].levels = levels;
	}
	*ret = levels;
	return 0;
}

struct levels *levels_free(struct levels *levels)
{
	if (!levels)
		return NULL;
	levels_down(levels);
	free(levels);
	return NULL;
}
