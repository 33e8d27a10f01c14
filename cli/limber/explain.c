/* The reply has a sentence for each reason, so a reason that this program does not know is printed.
 */
#include "cli/limber/explain.h"

#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/values.h"
#include "core/base/try.h"

enum { EXPLAIN_INDENT = 2 };

static int explain_reason(FILE *out, sd_bus_message *reply)
{
	const char *sentence;
	int r = sd_bus_message_skip(reply, "sa{sv}");
	if (r >= 0)
		r = sd_bus_message_read_basic(reply, 's', &sentence);
	if (r < 0)
		return r;
	lines_indent(out, sentence, EXPLAIN_INDENT, 2 * EXPLAIN_INDENT);
	return 0;
}

int explain_print(FILE *out, sd_bus_message *reply)
{
	const char *name;
	TRY(sd_bus_message_read_basic(reply, 's', &name));
	fprintf(out, "%s\n", name[0] ? name : _("Nothing is planned."));
	int r = sd_bus_message_enter_container(reply, 'a', "(sa{sv}s)");
	while (r >= 0 && (r = sd_bus_message_enter_container(reply, 'r', "sa{sv}s")) > 0) {
		r = explain_reason(out, reply);
		if (r >= 0)
			r = sd_bus_message_exit_container(reply);
	}
	return r < 0 ? r : 0;
}

static int reason_json(struct json *json, sd_bus_message *reply)
{
	const char *code, *sentence;
	TRY(sd_bus_message_read_basic(reply, 's', &code));
	json_open(json, NULL, '{');
	json_text(json, "reason", code);
	int r = values_json(json, reply);
	if (r >= 0)
		r = sd_bus_message_read_basic(reply, 's', &sentence);
	if (r >= 0)
		json_text(json, "sentence", sentence);
	json_close(json, '}');
	return r;
}

int explain_json(FILE *out, sd_bus_message *reply)
{
	const char *name;
	TRY(sd_bus_message_read_basic(reply, 's', &name));
	struct json json = json_start(out);
	json_text(&json, "reminder", name);
	json_open(&json, "reasons", '[');
	int r = sd_bus_message_enter_container(reply, 'a', "(sa{sv}s)");
	while (r >= 0 && (r = sd_bus_message_enter_container(reply, 'r', "sa{sv}s")) > 0) {
		r = reason_json(&json, reply);
		if (r >= 0)
			r = sd_bus_message_exit_container(reply);
	}
	json_close(&json, ']');
	json_finish(&json);
	return r < 0 ? r : 0;
}
