/*
 * The reply is a dictionary; which key goes where stands in tables. What a newer limberd adds
 * is passed over, what an older one lacks stays empty.
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/bus.h"
#include "cli/shared/status.h"

struct field {
	const char *key;
	const char *type; /* s, t, b or u where `read` is NULL */
	size_t offset;
	int (*read)(sd_bus_message *message, void *place);
};

#define STATUS(member) offsetof(struct status, member)
#define REMINDER(member) offsetof(struct status_reminder, member)
#define SOURCE(member) offsetof(struct status_source, member)
#define CARD(member) offsetof(struct status_card, member)

/* Texts first: a shell prints them, so none may be NULL. */
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

/* Whether the value that follows is of this type. */
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

static int outcomes_read(sd_bus_message *message, void *place)
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

static int holds_read(sd_bus_message *message, void *place)
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

static int buttons_read(sd_bus_message *message, void *place)
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

static const struct field card_fields[] = {
	{ "Card", "t", CARD(card), NULL },
	{ "Reminder", "s", CARD(reminder), NULL },
	{ "Item", "s", CARD(item), NULL },
	{ "Title", "s", CARD(title), NULL },
	{ "Body", "s", CARD(body), NULL },
	{ "Shown", "t", CARD(shown), NULL },
	{ "Buttons", "a(ss)", CARD(buttons), buttons_read },
	{ NULL, NULL, 0, NULL },
};

int status_read_card(sd_bus_message *message, struct status_card *ret)
{
	*ret = (struct status_card){ 0 };
	return fields_read(message, card_fields, ret);
}

static int card_read(sd_bus_message *message, void *place)
{
	return status_read_card(message, place);
}

static const struct field reminder_fields[] = {
	{ "Name", "s", REMINDER(name), NULL },
	{ "Title", "s", REMINDER(title), NULL },
	{ "Item", "s", REMINDER(item), NULL },
	{ "Enabled", "b", REMINDER(enabled), NULL },
	{ "Trigger", "s", REMINDER(trigger), NULL },
	{ "With", "s", REMINDER(with), NULL },
	{ "Schedule", "s", REMINDER(schedule), NULL },
	{ "Every", "t", REMINDER(every), NULL },
	{ "Ledger", "t", REMINDER(ledger), NULL },
	{ "FullAt", "t", REMINDER(full_at), NULL },
	{ "Clears", "t", REMINDER(clears), NULL },
	{ "Due", "t", REMINDER(due), NULL },
	{ "BackedOff", "b", REMINDER(backed_off), NULL },
	{ "Most", "u", REMINDER(most), NULL },
	{ "NextDue", "t", REMINDER(next_due), NULL },
	{ "Speaks", "t", REMINDER(speaks), NULL },
	{ "Holds", "a(stts)", REMINDER(holds), holds_read },
	{ "Silent", "b", REMINDER(silent), NULL },
	{ "Cards", "u", REMINDER(cards), NULL },
	{ "Outcomes", "a{su}", REMINDER(outcomes), outcomes_read },
	{ "LastOutcome", "s", REMINDER(last_outcome), NULL },
	{ "LastEnded", "t", REMINDER(last_ended), NULL },
	{ NULL, NULL, 0, NULL },
};

/* `place` is the whole struct. More than a plan can hold are passed over. */
static int reminders_read(sd_bus_message *message, void *place)
{
	struct status *status = place;
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

static const struct field source_fields[] = {
	{ "Kind", "s", SOURCE(kind), NULL },     { "Name", "s", SOURCE(name), NULL },
	{ "State", "s", SOURCE(state), NULL },   { "Note", "s", SOURCE(note), NULL },
	{ "Others", "s", SOURCE(others), NULL }, { NULL, NULL, 0, NULL },
};

/* `place` is the whole struct. */
static int sources_read(sd_bus_message *message, void *place)
{
	struct status *status = place;
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

static const struct field status_fields[] = {
	{ "Now", "t", STATUS(now), NULL },
	{ "Zone", "s", STATUS(zone), NULL },
	{ "Version", "s", STATUS(version), NULL },
	{ "Started", "t", STATUS(started), NULL },
	{ "Sitting", "b", STATUS(sitting), NULL },
	{ "SittingSince", "t", STATUS(sitting_since), NULL },
	{ "Absences", "as", STATUS(absences), texts_read },
	{ "AbsentSince", "t", STATUS(absent_since), NULL },
	{ "IdleSource", "s", STATUS(idle_source), NULL },
	{ "SessionSource", "s", STATUS(session_source), NULL },
	{ "PausedUntil", "t", STATUS(paused_until), NULL },
	{ "PausedWhy", "s", STATUS(paused_why), NULL },
	{ "Card", "a{sv}", STATUS(card), card_read },
	{ "HoursEnd", "t", STATUS(hours_end), NULL },
	{ "SilentSince", "t", STATUS(silent_since), NULL },
	{ "Cap", "u", STATUS(cap), NULL },
	{ "CapUsed", "u", STATUS(cap_used), NULL },
	{ "Cards", "u", STATUS(cards), NULL },
	{ "Outcomes", "a{su}", STATUS(outcomes), outcomes_read },
	{ "Next", "s", STATUS(next), NULL },
	{ "Problems", "as", STATUS(problems), texts_read },
	{ "StoreTrouble", "s", STATUS(store_trouble), NULL },
	{ "WatchTrouble", "s", STATUS(watch_trouble), NULL },
	{ "Sources", "aa{sv}", 0, sources_read },
	{ "SetupDone", "b", STATUS(setup_done), NULL },
	{ "HealthOld", "b", STATUS(health_old), NULL },
	{ "Reminders", "aa{sv}", 0, reminders_read },
	{ NULL, NULL, 0, NULL },
};

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

/* Takes the reply over, also after a failure. */
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
	static const struct member get = { LIMBER_BUS_NAME, LIMBER_PATH, LIMBER_MANAGER, "Status" };
	sd_bus_message *reply = NULL;
	struct status *status = NULL;
	if (bus_connect(command) >= 0 && bus_try(command->bus, &get, NULL, &reply, "") >= 0)
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
