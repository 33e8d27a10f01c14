/*
 * limber hooks, run by limber-hooks.service: outside the sandbox of limberd, so that commands may
 * do what the user may. What they are comes from files alone, never from the bus, on which any
 * program of the session may talk. It stays when limberd comes and goes, and does not start it.
 */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>

#include "cli/report/hook_run.h"
#include "cli/report/hooks.h"
#include "cli/report/report.h"
#include "cli/shared/bus.h"
#include "cli/shared/loop.h"
#include "cli/shared/values.h"
#include "core/model/outcome.h"

enum sits { SITS_UNKNOWN, SITS_NOT, SITS };

struct follower {
	struct command *command;
	struct hooks *hooks;
	enum sits sits;
};

/* A file with errors is left out, as limberd leaves it out at its start. */
static int follow_files(struct follower *follower)
{
	struct config_layers layers;
	struct config_errors errors = { 0 };
	struct config *config = NULL;
	int count, r = config_layers_init(&layers);
	if (r == 0)
		r = config_load_start(&layers, &config, &errors);
	config_errors_finish(&errors);
	config_layers_finish(&layers);
	if (r < 0)
		return r;
	count = hooks_set(follower->hooks, config);
	config_free(config);
	return count;
}

/* ---- what limberd sends ---- */

/* The words of an event, with the texts of its numbers. */
struct told {
	struct hook_event event;
	char numbers[HOOK_WORDS][24];
	enum sits sits; /* of a change of the manager's properties */
};

static void tell_number(struct told *told, enum hook_word word, uint64_t number)
{
	snprintf(told->numbers[word], sizeof(told->numbers[word]), "%" PRIu64, number);
	told->event.words[word] = told->numbers[word];
}

static void tell_value(struct told *told, const char *name, const struct value *value)
{
	static const struct {
		const char *name;
		enum hook_word word;
	} known[] = { { "Title", HOOK_WORD_TITLE },
		      { "Step", HOOK_WORD_STEP },
		      { "Steps", HOOK_WORD_STEPS },
		      { "Side", HOOK_WORD_SIDE } };
	if (strcmp(name, "Sitting") == 0)
		told->sits = value->number ? SITS : SITS_NOT;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(name, known[i].name) != 0)
			continue;
		if (value->type == 's')
			told->event.words[known[i].word] = value->text;
		else if (value->type)
			tell_number(told, known[i].word, value->number);
	}
}

static void tell_values(struct told *told, sd_bus_message *message)
{
	const char *name;
	struct value value;
	if (sd_bus_message_enter_container(message, 'a', "{sv}") > 0)
		while (values_next(message, &name, &value) > 0)
			tell_value(told, name, &value);
}

/* A signal about a card; `outcome`: with what became of it. */
static void on_card(struct follower *follower, sd_bus_message *message, enum hook hook,
		    bool outcome)
{
	struct told told = { .event.hook = hook };
	const char **words = told.event.words;
	uint64_t card;
	int r = sd_bus_message_read(message, "st", &words[HOOK_WORD_REMINDER], &card);
	if (r >= 0 && outcome)
		r = sd_bus_message_read(message, "s", &words[HOOK_WORD_OUTCOME]);
	if (r < 0 ||
	    (outcome && strcmp(words[HOOK_WORD_OUTCOME], outcome_word(OUTCOME_OFFERED)) == 0))
		return;
	tell_number(&told, HOOK_WORD_CARD, card);
	tell_values(&told, message);
	hooks_take(follower->hooks, &told.event);
}

static void on_rang(struct follower *follower, sd_bus_message *message)
{
	on_card(follower, message, HOOK_CARD, false);
}

static void on_answered(struct follower *follower, sd_bus_message *message)
{
	on_card(follower, message, HOOK_ANSWER, true);
}

static void on_stepped(struct follower *follower, sd_bus_message *message)
{
	on_card(follower, message, HOOK_STEP, false);
}

static void on_changed(struct follower *follower, sd_bus_message *message)
{
	struct told told = { .sits = SITS_UNKNOWN };
	const char *interface;
	if (sd_bus_message_read(message, "s", &interface) < 0 ||
	    strcmp(interface, LIMBER_MANAGER) != 0)
		return;
	tell_values(&told, message);
	if (told.sits == SITS_UNKNOWN || told.sits == follower->sits)
		return;
	told.event.hook = told.sits == SITS ? HOOK_BACK : HOOK_AWAY;
	if (follower->sits != SITS_UNKNOWN)
		hooks_take(follower->hooks, &told.event);
	follower->sits = told.sits;
}

static void on_noticed(struct follower *follower, sd_bus_message *message)
{
	const char *event;
	if (sd_bus_message_read(message, "s", &event) >= 0 && strcmp(event, "plan") == 0)
		(void)follow_files(follower);
}

static int on_signal(sd_bus_message *message, void *user, sd_bus_error *error)
{
	static const struct {
		const char *member;
		void (*take)(struct follower *follower, sd_bus_message *message);
	} signals[] = {
		{ "Rang", on_rang },       { "Answered", on_answered },
		{ "Stepped", on_stepped }, { "PropertiesChanged", on_changed },
		{ "Noticed", on_noticed },
	};
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		if (sd_bus_message_is_signal(message, NULL, signals[i].member))
			signals[i].take(user, message);
	return 0;
}

/* ---- the loop ---- */

/* What was before limberd came is nobody's leaving or coming back. */
static void sits_ask(struct follower *follower)
{
	static const struct member get = { LIMBER_BUS_NAME, LIMBER_PATH,
					   "org.freedesktop.DBus.Properties", "Get" };
	BUS_MESSAGE *reply = NULL;
	int sits;
	follower->sits = SITS_UNKNOWN;
	if (bus_try(follower->command->bus, &get, NULL, &reply, "ss", LIMBER_MANAGER, "Sitting") >=
		    0 &&
	    sd_bus_message_read(reply, "v", "b", &sits) > 0)
		follower->sits = sits ? SITS : SITS_NOT;
}

static int on_owner(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct follower *follower = user;
	follower->sits = SITS_UNKNOWN;
	(void)follow_files(follower);
	sits_ask(follower);
	return 0;
}

static int hooks_listen(struct loop *loop, void *user)
{
	struct follower *follower = user;
	TRY(sd_event_add_signal(loop->event, NULL, SIGTERM, NULL, NULL));
	TRY(sd_event_add_signal(loop->event, NULL, SIGINT, NULL, NULL));
	TRY(hooks_new(loop->event, &follower->hooks));
	TRY(bus_match_owner(loop->command, on_owner, follower));
	return bus_match_all(loop->command, on_signal, follower);
}

static enum exit_code hooks_begin(struct loop *loop, void *user)
{
	struct follower *follower = user;
	int r = sd_bus_request_name(loop->command->bus, HOOKS_BUS_NAME, 0);
	if (r == -EEXIST || r == -EALREADY)
		return complain(loop->command, EXIT_REFUSED, _("limber hooks runs already."));
	int count = r < 0 ? r : follow_files(follower);
	if (count < 0)
		return complain(loop->command, EXIT_REFUSED, "%s", strerror(-count));
	if (count == 0)
		fprintf(stderr, "%s\n",
			_("No command is set yet: limber.conf(5), HOOKS. Waiting for one."));
	sits_ask(follower);
	return EXIT_FINE;
}

enum exit_code report_hooks(struct command *command)
{
	struct follower follower = { .command = command };
	struct loop loop = { command, NULL, hooks_listen, hooks_begin, &follower };
	sigset_t ours;
	sigemptyset(&ours);
	sigaddset(&ours, SIGCHLD);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	sigprocmask(SIG_BLOCK, &ours, NULL);
	enum exit_code code = loop_run(&loop);
	hooks_free(follower.hooks);
	return code;
}
