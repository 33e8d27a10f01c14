/*
 * The reply is a dictionary; the rows map its keys to the fields of the struct. Unknown keys of a
 * newer limberd are skipped, fields that an older one lacks stay empty.
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/bus.h"
#include "cli/shared/status_rows.h"
#include "core/base/try.h"

/* Set all texts to "": they are printed, so none may be NULL. */
static void fields_clear(const struct status_row rows[], void *base)
{
	static const char empty[] = "";
	for (; rows->name; rows++)
		if (rows->kind == STATUS_TEXT)
			*(const char **)(void *)((char *)base + rows->offset) = empty;
}

typedef int part_reader(sd_bus_message *message, const struct status_row *row, void *place);
static part_reader *const readers[STATUS_KINDS];

static int field_read(sd_bus_message *message, const struct status_row *row, void *base)
{
	void *place = (char *)base + row->offset;
	TRY(sd_bus_message_enter_container(message, 'v', row->type));
	int r = row->kind >= STATUS_TEXTS ? readers[row->kind](message, row, place)
					  : sd_bus_message_read_basic(message, row->type[0], place);
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

/* Whether the next value has the type of the field. */
static bool field_fits(sd_bus_message *message, const struct status_row *row)
{
	char type;
	const char *contents;
	return sd_bus_message_peek_type(message, &type, &contents) > 0 && type == 'v' &&
	       strcmp(contents, row->type) == 0;
}

static int entry_read(sd_bus_message *message, const struct status_row rows[], void *base)
{
	const char *key;
	TRY(sd_bus_message_read_basic(message, 's', &key));
	while (rows->name && strcmp(rows->key, key) != 0)
		rows++;
	if (!rows->name || !field_fits(message, rows))
		return sd_bus_message_skip(message, "v");
	return field_read(message, rows, base);
}

/* A dictionary a{sv} into a struct. */
static int fields_read(sd_bus_message *message, const struct status_row rows[], void *base)
{
	fields_clear(rows, base);
	int r = sd_bus_message_enter_container(message, 'a', "{sv}");
	while (r >= 0 && (r = sd_bus_message_enter_container(message, 'e', "sv")) > 0) {
		r = entry_read(message, rows, base);
		if (r >= 0)
			r = sd_bus_message_exit_container(message);
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

static int read_texts(sd_bus_message *message, const struct status_row *row, void *place)
{
	struct status_texts *texts = place;
	const char *text;
	int r = sd_bus_message_enter_container(message, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read_basic(message, 's', &text)) > 0)
		if (texts->count < HOLDS_MAX)
			texts->text[texts->count++] = text;
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

static int read_outcomes(sd_bus_message *message, const struct status_row *row, void *place)
{
	uint32_t *outcomes = place, count;
	const char *word;
	int r = sd_bus_message_enter_container(message, 'a', "{su}");
	while (r >= 0 && (r = sd_bus_message_read(message, "{su}", &word, &count)) > 0) {
		enum outcome outcome = outcome_read(word);
		if (outcome != OUTCOME_COUNT)
			outcomes[outcome] = count;
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

static int read_holds(sd_bus_message *message, const struct status_row *row, void *place)
{
	struct status_holds *holds = place;
	struct status_hold hold;
	int r = sd_bus_message_enter_container(message, 'a', "(stts)");
	while (r >= 0 && (r = sd_bus_message_read(message, "(stts)", &hold.word, &hold.since,
						  &hold.until, &hold.sentence)) > 0)
		if (holds->count < STATUS_HOLDS_MAX)
			holds->hold[holds->count++] = hold;
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

static int read_buttons(sd_bus_message *message, const struct status_row *row, void *place)
{
	struct status_buttons *buttons = place;
	const char *action, *text;
	int r = sd_bus_message_enter_container(message, 'a', "(ss)");
	while (r >= 0 && (r = sd_bus_message_read(message, "(ss)", &action, &text)) > 0) {
		if (buttons->count == STATUS_BUTTONS_MAX)
			continue;
		buttons->action[buttons->count] = action;
		buttons->label[buttons->count++] = text;
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

int status_read_card(sd_bus_message *message, struct status_card *ret)
{
	*ret = (struct status_card){ 0 };
	return fields_read(message, status_card_rows, ret);
}

static int read_card(sd_bus_message *message, const struct status_row *row, void *place)
{
	return status_read_card(message, place);
}

/* The reminders or the sources; those for which there is no room are skipped. */
static int read_structs(sd_bus_message *message, const struct status_row *row, void *place)
{
	struct status *status = (struct status *)(void *)((char *)place - row->offset);
	bool sources = row->kind == STATUS_SOURCES;
	int *count = sources ? &status->source_count : &status->count;
	int r = sd_bus_message_enter_container(message, 'a', "a{sv}");
	while (r >= 0 && (r = sd_bus_message_at_end(message, false)) == 0) {
		if (*count == (sources ? STATUS_SOURCES_MAX : REMINDERS_MAX))
			r = sd_bus_message_skip(message, "a{sv}");
		else if (sources)
			r = fields_read(message, status_source_rows, &status->sources[(*count)++]);
		else
			r = fields_read(message, status_reminder_rows,
					&status->reminders[(*count)++]);
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

static part_reader *const readers[STATUS_KINDS] = {
	[STATUS_TEXTS] = read_texts,     [STATUS_OUTCOMES] = read_outcomes,
	[STATUS_HOLDS] = read_holds,     [STATUS_BUTTONS] = read_buttons,
	[STATUS_CARD] = read_card,       [STATUS_REMINDERS] = read_structs,
	[STATUS_SOURCES] = read_structs,
};

int status_read(sd_bus_message *reply, struct status *ret)
{
	*ret = (struct status){ 0 };
	fields_clear(status_card_rows, &ret->card);
	return fields_read(reply, status_rows, ret);
}

void status_done(struct status **status)
{
	if (*status)
		sd_bus_message_unref((*status)->reply);
	free(*status);
	*status = NULL;
}

/* Take ownership of the reply, also after an error. */
static int status_new(sd_bus_message *reply, struct status **ret)
{
	*ret = malloc(sizeof(**ret));
	int r = *ret ? status_read(reply, *ret) : -ENOMEM;
	if (*ret)
		(*ret)->reply = reply;
	else
		sd_bus_message_unref(reply);
	if (r < 0)
		status_done(ret);
	return r;
}

enum exit_code status_get(struct command *command, struct status **ret)
{
	sd_bus_message *reply = NULL;
	status_done(ret);
	TRY_EXIT(bus_call(command, "Status", &reply, ""));
	int r = status_new(reply, ret);
	return r < 0 ? bus_complain(command, r, &SD_BUS_ERROR_NULL) : EXIT_FINE;
}

struct status *status_try(struct command *command)
{
	sd_bus_message *reply = NULL;
	struct status *status = NULL;
	if (bus_connect(command) >= 0 &&
	    bus_try(command->bus, MANAGER_METHOD("Status"), NULL, &reply, "") >= 0)
		(void)status_new(reply, &status);
	return status;
}

const struct status_reminder *status_find(const struct status *status, const char *name)
{
	for (int i = 0; i < status->count; i++)
		if (strcmp(status->reminders[i].name, name) == 0)
			return &status->reminders[i];
	return NULL;
}
