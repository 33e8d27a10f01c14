/* Reasons come with their sentence, so a reason this program has never heard of is told, too. */
#include "cli/explain.h"

#include <string.h>

#include "cli/lines.h"
#include "cli/say.h"

enum { EXPLAIN_INDENT = 2 };

static int explain_reason(FILE *out, sd_bus_message *reply)
{
	const char *sentence;
	int r = sd_bus_message_skip(reply, "sa{sv}");
	if (r >= 0)
		r = sd_bus_message_read_basic(reply, 's', &sentence);
	if (r < 0)
		return r;
	fprintf(out, "%*s", EXPLAIN_INDENT, "");
	lines_wrap(out, sentence, EXPLAIN_INDENT, 2 * EXPLAIN_INDENT);
	return 0;
}

int explain_print(FILE *out, sd_bus_message *reply)
{
	const char *name;
	int r = sd_bus_message_read_basic(reply, 's', &name);
	if (r < 0)
		return r;
	fprintf(out, "%s\n", name[0] ? name : _("Nothing is planned."));
	r = sd_bus_message_enter_container(reply, 'a', "(sa{sv}s)");
	while (r >= 0 && (r = sd_bus_message_enter_container(reply, 'r', "sa{sv}s")) > 0) {
		r = explain_reason(out, reply);
		if (r >= 0)
			r = sd_bus_message_exit_container(reply);
	}
	return r < 0 ? r : 0;
}

/* The types that stand for a number of microseconds, a text and a truth; others are left out. */
static int argument_json(struct json *json, const char *key, sd_bus_message *reply)
{
	const char *type, *text;
	uint64_t number;
	int truth, r = sd_bus_message_peek_type(reply, NULL, &type);
	if (r < 0)
		return r;
	if (strcmp(type, "s") == 0 && (r = sd_bus_message_read(reply, "v", "s", &text)) >= 0)
		json_text(json, key, text);
	else if (strcmp(type, "t") == 0 && (r = sd_bus_message_read(reply, "v", "t", &number)) >= 0)
		json_moment(json, key, number);
	else if (strcmp(type, "b") == 0 && (r = sd_bus_message_read(reply, "v", "b", &truth)) >= 0)
		json_bool(json, key, truth);
	else if (r >= 0)
		r = sd_bus_message_skip(reply, "v");
	return r;
}

/* "Since" on the bus is "since" here: every name of ours is small. */
static const char *key_of(const char *name, char out[32])
{
	snprintf(out, 32, "%s", name);
	if (out[0] >= 'A' && out[0] <= 'Z')
		out[0] = (char)(out[0] - 'A' + 'a');
	return out;
}

static int arguments_json(struct json *json, sd_bus_message *reply)
{
	int r = sd_bus_message_enter_container(reply, 'a', "{sv}");
	while (r >= 0 && (r = sd_bus_message_enter_container(reply, 'e', "sv")) > 0) {
		const char *key;
		char small[32];
		r = sd_bus_message_read_basic(reply, 's', &key);
		if (r >= 0)
			r = argument_json(json, key_of(key, small), reply);
		if (r >= 0)
			r = sd_bus_message_exit_container(reply);
	}
	return r < 0 ? r : sd_bus_message_exit_container(reply);
}

static int reason_json(struct json *json, sd_bus_message *reply)
{
	const char *code, *sentence;
	int r = sd_bus_message_read_basic(reply, 's', &code);
	if (r < 0)
		return r;
	json_open(json, NULL, '{');
	json_text(json, "reason", code);
	r = arguments_json(json, reply);
	if (r >= 0)
		r = sd_bus_message_read_basic(reply, 's', &sentence);
	if (r >= 0)
		json_text(json, "sentence", sentence);
	json_close(json, '}');
	return r;
}

int explain_json(struct json *json, sd_bus_message *reply)
{
	const char *name;
	int r = sd_bus_message_read_basic(reply, 's', &name);
	if (r < 0)
		return r;
	json_open(json, NULL, '{');
	json_text(json, "reminder", name);
	json_open(json, "reasons", '[');
	r = sd_bus_message_enter_container(reply, 'a', "(sa{sv}s)");
	while (r >= 0 && (r = sd_bus_message_enter_container(reply, 'r', "sa{sv}s")) > 0) {
		r = reason_json(json, reply);
		if (r >= 0)
			r = sd_bus_message_exit_container(reply);
	}
	json_close(json, ']');
	json_close(json, '}');
	json_end(json);
	return r < 0 ? r : 0;
}
