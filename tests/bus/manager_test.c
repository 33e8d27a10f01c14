/* Every member of the interface, well and badly called. */
#include "tests/bus/wire.h"

#include <stdio.h>

struct call {
	const char *reminder; /* NULL: the manager */
	const char *member;
	const char *types; /* of s and t: the arguments below, in order */
	const char *texts[3];
	uint64_t number;
	const char *error; /* the name's last part; NULL: it works */
	const char *says;  /* is somewhere in the error's sentence */
};

#define GOOD NULL, NULL

/* In this order, in one life of one daemon. */
static const struct call calls[] = {
	{ NULL, "Resume", "", { 0 }, 0, "Refused", "Nothing is paused" },
	{ NULL, "Undo", "", { 0 }, 0, "Refused", "nothing to take back" },
	{ NULL, "Pause", "ss", { "", "" }, 0, GOOD },
	{ NULL, "Pause", "ss", { "20m", "a talk" }, 0, GOOD },
	{ NULL, "Pause", "ss", { "until tomorrow", "" }, 0, GOOD },
	{ NULL, "Pause", "ss", { "soon", "" }, 0, "BadValue", "\"soon\"" },
	{ NULL, "Pause", "ss", { "0", "" }, 0, "BadValue", "\"0\"" },
	{ NULL, "Pause", "ss", { "10 years", "" }, 0, "BadValue", "10 years" },
	{ NULL, "Pause", "ss", { "\x01%s%n", "" }, 0, "BadValue", "" },
	{ NULL, "Resume", "", { 0 }, 0, GOOD },
	{ NULL, "Undo", "", { 0 }, 0, GOOD },
	{ NULL, "Undo", "", { 0 }, 0, "Refused", "nothing to take back" },
	{ NULL, "Resume", "", { 0 }, 0, GOOD },
	{ NULL, "Status", "", { 0 }, 0, GOOD },
	{ NULL, "GetState", "", { 0 }, 0, GOOD },
	{ NULL, "Explain", "s", { "" }, 0, GOOD },
	{ NULL, "Explain", "s", { "bedtime" }, 0, GOOD },
	{ NULL, "Explain", "s", { "bedtme" }, 0, "NoSuchReminder", "Did you mean \"bedtime\"" },
	{ NULL, "Explain", "s", { "../etc" }, 0, "NoSuchReminder", "not a name of a reminder" },
	{ NULL, "Presence", "st", { "away" }, 0, GOOD },
	{ NULL, "Presence", "st", { "back" }, 0, GOOD },
	{ NULL, "Presence", "st", { "back" }, 0, GOOD },
	{ NULL, "Presence", "st", { "gone" }, 0, "BadValue", "\"gone\"" },
	{ NULL, "Presence", "st", { "away" }, 5, "BadValue", "no length" },
	{ NULL, "End", "s", { "workout" }, 0, "Refused", "No workout was begun" },
	{ NULL, "Begin", "s", { "workout" }, 0, GOOD },
	{ NULL, "Presence", "st", { "back" }, 0, GOOD },
	{ NULL, "End", "s", { "workout" }, 0, GOOD },
	{ NULL, "End", "s", { "workout" }, 0, "Refused", "No workout was begun" },
	{ NULL, "Begin", "s", { "lunch" }, 0, "BadValue", "\"lunch\"" },
	{ NULL, "Answer", "tss", { "skipped", "" }, 0, "Refused", "no card to answer" },
	{ NULL, "Answer", "tss", { "done", "" }, 77, "Refused", "no card to answer" },
	{ NULL, "Answer", "tss", { "eaten", "" }, 0, "BadValue", "\"eaten\"" },
	{ NULL, "Answer", "tss", { "unanswered", "" }, 0, "BadValue", "\"unanswered\"" },
	{ NULL, "Answer", "tss", { "done", "" }, 0, GOOD },
	{ NULL, "Answer", "tss", { "snoozed", "1h" }, 0, GOOD },
	{ "desk", "Snooze", "s", { "" }, 0, GOOD },
	{ "desk", "Answer", "s", { "snoozed" }, 0, GOOD },
	{ "desk", "Snooze", "s", { "8days" }, 0, "Refused", "too far" },
	{ "bedtime", "Snooze", "s", { "10m" }, 0, "Refused", "health questions" },
	{ "bedtime", "Ring", "", { 0 }, 0, "Refused", "health questions" },
	{ "desk", "Answer", "s", { "skipped" }, 0, "Refused", "no card to answer" },
	{ "desk", "Answer", "s", { "done" }, 0, GOOD },
	{ "desk", "Answer", "s", { "" }, 0, "BadValue", "" },
	{ "nosuch", "Ring", "", { 0 }, 0, "UnknownObject", "" },
	{ NULL, "Reload", "", { 0 }, 0, GOOD },
	{ NULL, "Status", "", { 0 }, 0, GOOD },
};

static void fill(sd_bus_message *message, const struct call *call)
{
	int text = 0;
	for (const char *type = call->types; *type; type++) {
		if (*type == 't')
			assert_true(sd_bus_message_append_basic(message, 't', &call->number) >= 0);
		else
			assert_true(sd_bus_message_append_basic(message, 's',
								call->texts[text++]) >= 0);
	}
}

static bool answered_as_meant(sd_bus_message *reply, const struct call *call)
{
	const sd_bus_error *error = sd_bus_message_get_error(reply);
	if (!call->error || !error)
		return !call->error && !error;
	const char *dot = strrchr(error->name, '.');
	return dot && strcmp(dot + 1, call->error) == 0 && strstr(error->message, call->says);
}

static void members(void **state)
{
	struct rows rows = rows_begin(state);
	struct wire wire;
	wire_begin(&wire, NULL);
	for (size_t i = 0; i < ROWS(calls); i++) {
		sd_bus_message *message = wire_new(&wire, calls[i].reminder, calls[i].member);
		fill(message, &calls[i]);
		sd_bus_message *reply = wire_call(&wire, message);
		const sd_bus_error *error = sd_bus_message_get_error(reply);
		row_check(&rows, answered_as_meant(reply, &calls[i]), "%s(%s, %s): %s: %s",
			  calls[i].member, calls[i].texts[0] ? calls[i].texts[0] : "",
			  calls[i].texts[1] ? calls[i].texts[1] : "", error ? error->name : "fine",
			  error ? error->message : "");
		sd_bus_message_unref(reply);
	}
	wire_end(&wire);
	rows_end(&rows);
}

/* A call with types that differ from the interface is rejected before a handler is called. */
static void wrong_types(void **state)
{
	struct rows rows = rows_begin(state);
	struct wire wire;
	wire_begin(&wire, NULL);
	const char *const names[] = { "Pause", "Explain", "Presence", "Attach", "Answer" };
	for (size_t i = 0; i < ROWS(names); i++) {
		sd_bus_message *message = wire_new(&wire, NULL, names[i]);
		assert_true(sd_bus_message_append(message, "d", 1.5) >= 0);
		sd_bus_message *reply = wire_call(&wire, message);
		row_check(&rows, sd_bus_message_is_method_error(reply, NULL) > 0, "%s(d)",
			  names[i]);
		sd_bus_message_unref(reply);
	}
	wire_end(&wire);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members),
		cmocka_unit_test(wrong_types),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
