/* limber log amend: limberd changes the row, and takes the change back by limber undo. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/log.h"
#include "cli/shared/reply.h"
#include "cli/shared/say.h"
#include "cli/shared/verbs.h"
#include "config/config.h"
#include "core/base/amount.h"
#include "core/base/text.h"

struct amendment {
	uint64_t row;
	const char *outcome, *side;
	uint32_t seconds, amount;
	bool has_seconds, has_amount;
};

static enum exit_code bad_value(const struct command *command, const char *word)
{
	char near[SAMPLE_SIZE];
	placeholder_nearest("NEW", word, near);
	if (near[0] && strcmp(near, word) != 0)
		return complain(command, EXIT_USAGE, _("\"%s\" is no change. Did you mean \"%s\"?"),
				word, near);
	return complain(command, EXIT_USAGE,
			_("\"%s\" is no change: write outcome=skipped, seconds=40, amount=300, "
			  "side=left, or remove."),
			word);
}

static bool number_of(const char *text, uint32_t *ret)
{
	char *end;
	unsigned long number = strtoul(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end != '\0' || number > INT32_MAX)
		return false;
	*ret = (uint32_t)number;
	return true;
}

/* A number of seconds, or a length. */
static bool seconds_of(const char *text, uint32_t *ret)
{
	usec length;
	if (number_of(text, ret))
		return true;
	if (length_read(text, &length) != TEXT_OK)
		return false;
	*ret = (uint32_t)(length / USEC_PER_SEC);
	return true;
}

/* A number, or an amount such as 250ml. */
static bool amount_of(const char *text, uint32_t *ret)
{
	struct amount amount;
	if (number_of(text, ret))
		return true;
	if (amount_read(text, &amount) != TEXT_OK || amount.unit > AMOUNT_OUNCE)
		return false;
	*ret = (uint32_t)amount_ml(&amount, 0, 0);
	return true;
}

static bool word_take(const char *word, struct amendment *ret)
{
	static const char *const keys[] = { "outcome=", "side=", "seconds=", "amount=" };
	if (strcmp(word, "remove") == 0) {
		ret->outcome = "none";
		return true;
	}
	int key = 0;
	while (key < 4 && strncmp(word, keys[key], strlen(keys[key])) != 0)
		key++;
	const char *value = key < 4 ? word + strlen(keys[key]) : "";
	switch (key) {
	case 0:
		ret->outcome = value;
		return strcmp(value, "none") == 0 || outcome_read(value) != OUTCOME_COUNT;
	case 1:
		ret->side = value;
		return sides_read(value, &(uint32_t){ 0 });
	case 2:
		return ret->has_seconds = seconds_of(value, &ret->seconds);
	case 3:
		return ret->has_amount = amount_of(value, &ret->amount);
	}
	return false;
}

static int text_append(sd_bus_message *call, const char *key, const char *text)
{
	return text ? sd_bus_message_append(call, "{sv}", key, "s", text) : 0;
}

static int append(sd_bus_message *call, void *user)
{
	const struct amendment *new = user;
	int r = sd_bus_message_append(call, "t", new->row);
	if (r >= 0)
		r = sd_bus_message_open_container(call, 'a', "{sv}");
	if (r >= 0)
		r = text_append(call, "Outcome", new->outcome);
	if (r >= 0)
		r = text_append(call, "Side", new->side);
	if (r >= 0 && new->has_seconds)
		r = sd_bus_message_append(call, "{sv}", "Seconds", "u", new->seconds);
	if (r >= 0 && new->has_amount)
		r = sd_bus_message_append(call, "{sv}", "Amount", "u", new->amount);
	return r < 0 ? r : sd_bus_message_close_container(call);
}

static void amended_tell(sd_bus_message *reply, uint64_t row)
{
	enum outcome outcome = outcome_read(reply_text(reply, "Outcome"));
	const char *reminder = reply_text(reply, "Reminder");
	say_wrapped(_("Changed: row %" PRIu64 ", %s: %s. Undo: limber undo"), row,
		    reminder[0] ? reminder : reply_text(reply, "Kind"),
		    outcome == OUTCOME_COUNT ? "" : _(outcome_say(outcome)));
}

enum exit_code log_amend(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	struct amendment new = { 0 };
	char *end = NULL;
	if (command->count < 3)
		return complain(
			command, EXIT_USAGE,
			_("Written so: limber log amend ROW outcome=skipped; limber log has "
			  "the number of a row."));
	new.row = strtoull(command->words[1] + (command->words[1][0] == '#'), &end, 10);
	if (*end != '\0' || new.row == 0 || new.row > INT64_MAX)
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not the number of a row of this machine: limber log"),
				command->words[1]);
	for (int i = 2; i < command->count; i++)
		if (!word_take(command->words[i], &new))
			return bad_value(command, command->words[i]);
	enum exit_code code = bus_call_with(command, NULL, "Amend", &reply, append, &new);
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	amended_tell(reply, new.row);
	return EXIT_FINE;
}
