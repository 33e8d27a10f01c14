/*
 * The reply is a dictionary; tables map its keys to the fields of the struct. Unknown keys of a
 * newer limberd are skipped, fields that an older one lacks stay empty.
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/bus.h"
#include "cli/shared/status.h"

struct field {
	const char *key;
	const char *type;
	size_t offset;
	int (*read)(sd_bus_message *message, void *place); /* of a part, else NULL */
};

#define ROW(base, kind, member, key) { key, STATUS_BUS_TYPE_##kind, offsetof(base, member), NULL },
#define PART(base, member, key, type) { key, type, offsetof(base, member), read_##member },

/* Set all texts to "": they are printed, so none may be NULL. */
static void fields_clear(const struct field fields[], void *base)
{
	static const char empty[] = "";
	for (; fields->key; fields++)
		if (strcmp(fields->type, "s") == 0)
			*(const char **)(void *)((char *)base + fields->offset) = empty;
}

static int field_read(sd_bus_message *message, const struct field *field, void *base)
{
	void *place = (char *)base + field->offset;
	int r = sd_bus_message_enter_container(message, 'v', field->type);
	if (r < 0)
		return r;
	r = field->read ? field->read(message, place)
			: sd_bus_message_read_basic(message, field->type[0], place);
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

/* Whether the next value has the type of the field. */
static bool field_fits(sd_bus_message *message, const struct field *field)
{
	char type;
	const char *contents;
	return sd_bus_message_peek_type(message, &type, &contents) > 0 && type == 'v' &&
	       strcmp(contents, field->type) == 0;
}

static int entry_read(sd_bus_message *message, const struct field fields[], void *base)
{
	const char *key;
	int r = sd_bus_message_read_basic(message, 's', &key);
	if (r < 0)
		return r;
	while (fields->key && strcmp(fields->key, key) != 0)
		fields++;
	if (!fields->key || !field_fits(message, fields))
		return sd_bus_message_skip(message, "v");
	return field_read(message, fields, base);
}

/* A dictionary a{sv} into a struct. */
static int fields_read(sd_bus_message *message, const struct field fields[], void *base)
{
	fields_clear(fields, base);
	int r = sd_bus_message_enter_container(message, 'a', "{sv}");
	while (r >= 0 && (r = sd_bus_message_enter_container(message, 'e', "sv")) > 0) {
		r = entry_read(message, fields, base);
		if (r >= 0)
			r = sd_bus_message_exit_container(message);
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

static int texts_read(sd_bus_message *message, void *place)
{
	struct status_texts *texts = place;
	const char *text;
	int r = sd_bus_message_enter_container(message, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read_basic(message, 's', &text)) > 0)
		if (texts->count < HOLDS_MAX)
			texts->text[texts->count++] = text;
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

static int read_outcomes(sd_bus_message *message, void *place)
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

static int read_holds(sd_bus_message *message, void *place)
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

static int read_buttons(sd_bus_message *message, void *place)
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

#define CARD_FIELD(kind, member, key, help) ROW(struct status_card, kind, member, key)
#define CARD_PART(member, key, type, help) PART(struct status_card, member, key, type)
static const struct field card_fields[] = { STATUS_CARD_FIELDS(CARD_FIELD,
							       CARD_PART){ .key = NULL } };

int status_read_card(sd_bus_message *message, struct status_card *ret)
{
	*ret = (struct status_card){ 0 };
	return fields_read(message, card_fields, ret);
}

static int read_card(sd_bus_message *message, void *place)
{
	return status_read_card(message, place);
}

#define REMINDER_FIELD(kind, member, key, help) ROW(struct status_reminder, kind, member, key)
#define REMINDER_PART(member, key, type, help) PART(struct status_reminder, member, key, type)
static const struct field reminder_fields[] = { STATUS_REMINDER_FIELDS(
	REMINDER_FIELD, REMINDER_PART){ .key = NULL } };

/* The struct around a member. */
#define STATUS_OF(place, member)                                                                   \
	((struct status *)(void *)((char *)(place)-offsetof(struct status, member)))

/* Reminders beyond REMINDERS_MAX are skipped. */
static int read_reminders(sd_bus_message *message, void *place)
{
	struct status *status = STATUS_OF(place, reminders);
	int r = sd_bus_message_enter_container(message, 'a', "a{sv}");
	while (r >= 0 && (r = sd_bus_message_at_end(message, false)) == 0) {
		if (status->count == REMINDERS_MAX)
			r = sd_bus_message_skip(message, "a{sv}");
		else
			r = fields_read(message, reminder_fields,
					&status->reminders[status->count++]);
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

#define SOURCE_FIELD(kind, member, key, help) ROW(struct status_source, kind, member, key)
#define SOURCE_PART(member, key, type, help) PART(struct status_source, member, key, type)
static const struct field source_fields[] = { STATUS_SOURCE_FIELDS(SOURCE_FIELD,
								   SOURCE_PART){ .key = NULL } };

static int read_sources(sd_bus_message *message, void *place)
{
	struct status *status = STATUS_OF(place, sources);
	int r = sd_bus_message_enter_container(message, 'a', "a{sv}");
	while (r >= 0 && (r = sd_bus_message_at_end(message, false)) == 0) {
		if (status->source_count == STATUS_SOURCES_MAX)
			r = sd_bus_message_skip(message, "a{sv}");
		else
			r = fields_read(message, source_fields,
					&status->sources[status->source_count++]);
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

#define read_absences texts_read
#define read_problems texts_read
#define read_limits texts_read
#define read_see texts_read
#define read_kinds texts_read
#define STATUS_FIELD(kind, member, key, help) ROW(struct status, kind, member, key)
#define STATUS_PART(member, key, type, help) PART(struct status, member, key, type)
static const struct field status_fields[] = { STATUS_FIELDS(STATUS_FIELD,
							    STATUS_PART){ .key = NULL } };

int status_read(sd_bus_message *reply, struct status *ret)
{
	*ret = (struct status){ 0 };
	fields_clear(card_fields, &ret->card);
	return fields_read(reply, status_fields, ret);
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
	enum exit_code code = bus_call(command, "Status", &reply, "");
	if (code != EXIT_FINE)
		return code;
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
