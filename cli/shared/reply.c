/* The message is read from its start for each value: there are few, and nothing is copied. */
#include "cli/shared/reply.h"

#include <ctype.h>
#include <string.h>

#include "cli/shared/json.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"

static bool enter(sd_bus_message *reply, char type, const char *contents)
{
	return sd_bus_message_enter_container(reply, type, contents) > 0;
}

/* Enter the value of a key. */
static bool find(sd_bus_message *reply, const char *key, const char *type)
{
	const char *name;
	sd_bus_message_rewind(reply, true);
	if (!enter(reply, 'a', "{sv}"))
		return false;
	while (enter(reply, 'e', "sv") && sd_bus_message_read_basic(reply, 's', &name) > 0) {
		if (strcmp(name, key) == 0)
			return enter(reply, 'v', type);
		if (sd_bus_message_skip(reply, "v") < 0 || sd_bus_message_exit_container(reply) < 0)
			return false;
	}
	return false;
}

const char *reply_text(sd_bus_message *reply, const char *key)
{
	const char *text = "";
	if (find(reply, key, "s"))
		sd_bus_message_read_basic(reply, 's', &text);
	return text;
}

uint64_t reply_number(sd_bus_message *reply, const char *key)
{
	uint64_t number = 0;
	if (find(reply, key, "t"))
		sd_bus_message_read_basic(reply, 't', &number);
	return number;
}

bool reply_has(sd_bus_message *reply, const char *key)
{
	return find(reply, key, "t");
}

bool reply_count(sd_bus_message *reply, const char *key, uint32_t *ret)
{
	return find(reply, key, "u") && sd_bus_message_read_basic(reply, 'u', ret) > 0;
}

bool reply_has_texts(sd_bus_message *reply, const char *key)
{
	return find(reply, key, "as") && enter(reply, 'a', "s") &&
	       sd_bus_message_at_end(reply, false) == 0;
}

bool reply_changes(sd_bus_message *reply)
{
	sd_bus_message_rewind(reply, true);
	return enter(reply, 'a', "(sss)");
}

bool reply_change(sd_bus_message *reply, struct reply_change *ret)
{
	return sd_bus_message_read(reply, "(sss)", &ret->key, &ret->was, &ret->is) > 0;
}

void reply_notes_print(sd_bus_message *reply, const char *shown)
{
	const char *note;
	sd_bus_message_rewind(reply, true);
	if (sd_bus_message_skip(reply, NULL) < 0 || !enter(reply, 'a', "s"))
		return;
	while (sd_bus_message_read_basic(reply, 's', &note) > 0)
		if (!shown || strcmp(note, shown) != 0)
			lines_wrap_each(stdout, note, 0);
}

/* "PausedUntil" -> "paused_until". */
static void key_json(const char *key, char out[32])
{
	size_t length = 0;
	for (; *key && length < 30; key++) {
		if (isupper((unsigned char)*key) && length > 0)
			out[length++] = '_';
		out[length++] = (char)tolower((unsigned char)*key);
	}
	out[length] = '\0';
}

static void number_json(struct json *json, const char *key, uint64_t number)
{
	if (strcmp(key, "card") == 0)
		json_number(json, key, (int64_t)number);
	else if (strcmp(key, "ledger") == 0 || strcmp(key, "length") == 0)
		json_length(json, key, number);
	else
		json_moment(json, key, number);
}

static void setting_json(struct json *json, const char *key, const char *value)
{
	if (*value)
		json_text(json, key, value);
	else
		json_null(json, key);
}

static void list_json(struct json *json, const char *key, sd_bus_message *reply, bool changes)
{
	const char *text;
	struct reply_change change;
	json_open(json, key, '[');
	while (changes ? reply_change(reply, &change)
		       : sd_bus_message_read_basic(reply, 's', &text) > 0) {
		if (!changes) {
			json_text(json, NULL, text);
			continue;
		}
		json_open(json, NULL, '{');
		json_text(json, "key", change.key);
		setting_json(json, "was", change.was);
		setting_json(json, "is", change.is);
		json_close(json, '}');
	}
	json_close(json, ']');
	sd_bus_message_exit_container(reply);
}

/* Print a value; skip one of an unknown type. */
static void value_json(struct json *json, const char *key, sd_bus_message *reply)
{
	char type;
	const char *contents, *text;
	uint64_t number;
	uint32_t count;
	int truth;
	if (sd_bus_message_peek_type(reply, &type, &contents) <= 0)
		return;
	if (type == 's' && sd_bus_message_read_basic(reply, type, &text) > 0)
		json_text(json, key, text);
	else if (type == 'b' && sd_bus_message_read_basic(reply, type, &truth) > 0)
		json_bool(json, key, truth);
	else if (type == 'u' && sd_bus_message_read_basic(reply, type, &count) > 0)
		json_number(json, key, count);
	else if (type == 't' && sd_bus_message_read_basic(reply, type, &number) > 0)
		number_json(json, key, number);
	else if (type == 'a' && (strcmp(contents, "s") == 0 || strcmp(contents, "(sss)") == 0) &&
		 enter(reply, type, contents))
		list_json(json, key, reply, contents[0] == '(');
	else
		sd_bus_message_skip(reply, NULL);
}

static void entries_json(struct json *json, sd_bus_message *reply)
{
	const char *name, *contents;
	char key[32];
	while (enter(reply, 'e', "sv") && sd_bus_message_read_basic(reply, 's', &name) > 0 &&
	       sd_bus_message_peek_type(reply, NULL, &contents) > 0 &&
	       enter(reply, 'v', contents)) {
		key_json(name, key);
		value_json(json, key, reply);
		sd_bus_message_exit_container(reply);
		sd_bus_message_exit_container(reply);
	}
	sd_bus_message_exit_container(reply);
}

bool reply_json(const struct command *command, sd_bus_message *reply)
{
	char type;
	const char *contents;
	if (!command->json)
		return false;
	struct json json = json_start(say_document());
	sd_bus_message_rewind(reply, true);
	while (sd_bus_message_peek_type(reply, &type, &contents) > 0)
		if (type == 's')
			value_json(&json, "reminder", reply); /* of Play */
		else if (enter(reply, 'a', "{sv}"))
			entries_json(&json, reply);
		else
			value_json(&json, strcmp(contents, "s") == 0 ? "notes" : "changes", reply);
	json_finish(&json);
	return true;
}

void reply_unchanged(const struct command *command)
{
	if (!command->json)
		return;
	struct json json = json_start(say_document());
	json_open(&json, "changes", '[');
	json_close(&json, ']');
	json_open(&json, "notes", '[');
	json_close(&json, ']');
	json_finish(&json);
}
