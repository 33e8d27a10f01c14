/* The reply of Explain: why the next card of a reminder comes when it does. */
#include "core/policy/good.h"
#include "core/words/explain.h"
#include "daemon/adapters/dict.h"
#include "daemon/askers.h"
#include "daemon/status.h"

static int append_reason(sd_bus_message *reply, const struct state *state,
			 const struct reason *reason, struct moment now)
{
	char sentence[SENTENCE_SIZE];
	reason_say(reason, state, now.real, gettext_words, sentence);
	TRY(sd_bus_message_open_container(reply, 'r', "sa{sv}s"));
	TRY(sd_bus_message_append_basic(reply, 's', reason_word(reason->code)));
	TRY(sd_bus_message_open_container(reply, 'a', "{sv}"));
	if (reason->code == REASON_HELD) {
		TRY(dict_string(reply, "Hold", hold_word(reason->hold.kind)));
		TRY(dict_moment(reply, "Since", reason->hold.since));
		TRY(dict_moment(reply, "Until", reason->hold.until));
	} else {
		TRY(dict_moment(reply, "Since", reason->since));
		TRY(dict_moment(reply, "Until", reason->until));
		TRY(dict_usec(reply, "Amount", (uint64_t)reason->amount));
		TRY(dict_usec(reply, "Every", (uint64_t)reason->every));
		TRY(dict_string(reply, "Outcome",
				reason->code == REASON_LAST ? outcome_word(reason->outcome) : ""));
		if (reason->code == REASON_CAME)
			TRY(dict_string(reply, "Moment", good_word(reason->moment)));
	}
	TRY(sd_bus_message_close_container(reply));
	TRY(text_append(reply, sentence));
	return sd_bus_message_close_container(reply);
}

/* A hold that several programs asked for is several reasons. */
static int append_held(sd_bus_message *reply, const struct app *app, const struct reason *reason,
		       struct moment now)
{
	struct reason one = *reason;
	for (int i = 0; i < askers_count(app, &reason->hold); i++) {
		one.hold = askers_one(app, &reason->hold, i, now);
		TRY(append_reason(reply, &app->state, &one, now));
	}
	return 0;
}

int status_append_reasons(sd_bus_message *reply, const struct app *app, int index)
{
	struct moment now = clock_now();
	struct reason reasons[REASONS_MAX];
	bool none = index == REMINDER_ANY;
	int count = none ? 0 : explain(app_plan(app), &app->state, index, now, reasons);
	const char *name = none ? "" : app_plan(app)->reminders[index].name;
	TRY(sd_bus_message_append_basic(reply, 's', name));
	TRY(sd_bus_message_open_container(reply, 'a', "(sa{sv}s)"));
	for (int i = 0; i < count; i++)
		TRY(reasons[i].code == REASON_HELD
			    ? append_held(reply, app, &reasons[i], now)
			    : append_reason(reply, &app->state, &reasons[i], now));
	return sd_bus_message_close_container(reply);
}
