/*
 * limber watch: a display for cards in a terminal, or in a pipe. One loop waits for the bus, the
 * keys and the signals; it continues when limberd ends and starts.
 */
#include <string.h>

#include "cli/limber/card.h"
#include "cli/limber/verbs.h"
#include "cli/shared/bus.h"
#include "cli/shared/keys.h"
#include "cli/shared/loop.h"
#include "cli/shared/when.h"

struct watch {
	struct command *command;
	struct loop loop;
	struct keys keys;
	bool has_keys;
	uint64_t card; /* on the screen, 0: none */
	char title[128];
	const struct card_key *buttons[CARD_KEYS_MAX];
};

static void watch_show(struct watch *watch, const struct status_card *card)
{
	watch->card = card->card;
	snprintf(watch->title, sizeof(watch->title), "%s", card->title);
	card_keys_of(&card->buttons, watch->buttons);
	card_print(stdout, style_of(stdout), card, watch->has_keys, when_now());
}

static void watch_line(const char *line)
{
	puts(line);
	fflush(stdout);
}

/* Print the card that is up at the start, or the time of the next one. */
static void watch_greet(struct watch *watch, const struct status *status)
{
	const struct status_reminder *next = status_find(status, status->next);
	char when[WHEN_SIZE];
	if (status->card.card && status->card.card != watch->card) {
		watch_show(watch, &status->card);
		return;
	}
	if (!next)
		fputs(_("Watching. No card is planned."), stdout);
	else {
		status_when(status, next, when);
		printf(_("Watching. Next card: %s, %s."), next->name, when);
	}
	watch_line(watch->has_keys ? _(" Quit: q") : "");
}

static enum exit_code watch_register(struct watch *watch)
{
	STATUS_OWNED *status = NULL;
	BUS_MESSAGE *display = NULL;
	enum exit_code code = bus_call(watch->command, "RegisterDisplay", &display, "as", 0);
	if (code == EXIT_FINE)
		code = status_get(watch->command, &status);
	if (code == EXIT_FINE)
		watch_greet(watch, status);
	return code;
}

static int watch_owner(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct watch *watch = user;
	const char *name, *before, *after;
	if (sd_bus_message_read(message, "sss", &name, &before, &after) < 0)
		return 0;
	watch->card = 0;
	if (after[0])
		watch_register(watch);
	else
		watch_line(_("limberd has ended. Waiting for it; start it: limber on"));
	return 0;
}

static int watch_card(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct watch *watch = user;
	struct status_card card;
	uint64_t id;
	if (sd_bus_message_read_basic(message, 't', &id) < 0 ||
	    status_read_card(message, &card) < 0)
		return 0;
	bool again = sd_bus_message_is_signal(message, NULL, "CardShown") && id == watch->card;
	card.card = id;
	if (!again)
		watch_show(watch, &card);
	return 0;
}

static int watch_closed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct watch *watch = user;
	const char *outcome;
	uint64_t id;
	if (sd_bus_message_read(message, "ts", &id, &outcome) < 0 || id != watch->card)
		return 0;
	watch->card = 0;
	/* A card without buttons has no outcome. */
	if (!watch->buttons[0])
		return 0;
	card_print_closed(stdout, watch->title, outcome, when_now());
	return 0;
}

static int watch_answered(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct watch *watch = user;
	if (sd_bus_message_is_method_error(message, NULL))
		bus_complain(watch->command, -sd_bus_message_get_errno(message),
			     sd_bus_message_get_error(message));
	return 0;
}

static void watch_key(void *user, char pressed)
{
	struct watch *watch = user;
	const struct card_key *key = card_key(watch->buttons, pressed);
	if (pressed == 'q')
		sd_event_exit(watch->loop.event, 0);
	if (!key || !watch->card)
		return;
	const char *types = strcmp(key->method, "Play") == 0      ? "ts"
			    : strcmp(key->method, "Another") == 0 ? "t"
								  : "tss";
	sd_bus_call_method_async(watch->command->bus, NULL, LIMBER_BUS_NAME, LIMBER_PATH,
				 LIMBER_MANAGER, key->method, watch_answered, watch, types,
				 watch->card, key->word, "");
}

static int watch_listen(struct loop *loop, void *user)
{
	struct watch *watch = user;
	struct command *command = loop->command;
	TRY(bus_match_owner(command, watch_owner, watch));
	TRY(bus_match(command, "CardShown", watch_card, watch));
	TRY(bus_match(command, "CardChanged", watch_card, watch));
	TRY(bus_match(command, "CardClosed", watch_closed, watch));
	TRY(loop_follow_reader(loop));
	int r = keys_init(&watch->keys, loop->event, watch_key, watch);
	watch->has_keys = r > 0;
	return r;
}

static enum exit_code watch_begin(struct loop *loop, void *user)
{
	return watch_register(user);
}

enum exit_code verb_watch(struct command *command)
{
	struct watch watch = { .command = command };
	watch.loop = (struct loop){ command, NULL, watch_listen, watch_begin, &watch };
	enum exit_code code = loop_run(&watch.loop);
	keys_finish(&watch.keys);
	return code;
}
