/*
 * cards: show Limber's cards in this terminal, and answer them by words.
 *
 *	cc cards.c -o cards $(pkg-config --cflags --libs libsystemd)
 *	./cards
 *
 * A place for cards (a display) is a client of the session bus that has called RegisterDisplay of
 * limberd. From then on limberd sends it CardShown, CardChanged and CardClosed, until the client
 * leaves the bus; nothing is polled. The whole interface: man org.limberd.Limber1
 *
 * A word that is typed (done, partly, skipped or snoozed) is the answer to the card that is up. All
 * displays share a card: the first answer counts, and the others get CardClosed.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>
#include <unistd.h>

#define NAME "org.limberd.Limber1"
#define PATH "/org/limberd/Limber1"
#define MANAGER "org.limberd.Limber1.Manager"

/* The signature of each is "ta{sv}": the number of the card and what it says. */
static int on_card(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	uint64_t card;
	const char *key, *text;
	int r = sd_bus_message_read(signal, "t", &card);
	if (r >= 0)
		r = sd_bus_message_enter_container(signal, 'a', "{sv}");
	while (r >= 0 && sd_bus_message_enter_container(signal, 'e', "sv") > 0) {
		r = sd_bus_message_read(signal, "s", &key);
		if (r >= 0 && (strcmp(key, "Title") == 0 || strcmp(key, "Body") == 0)) {
			r = sd_bus_message_read(signal, "v", "s", &text);
			if (r >= 0 && text[0])
				printf("%s\n", text);
		} else if (r >= 0) {
			/* More keys may come with a later version. */
			r = sd_bus_message_skip(signal, "v");
		}
		if (r >= 0)
			r = sd_bus_message_exit_container(signal);
	}
	fflush(stdout);
	return 0;
}

/* The outcome is empty where the reminder stays due and its card comes again. */
static int on_closed(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	uint64_t card;
	const char *outcome;
	if (sd_bus_message_read(signal, "ts", &card, &outcome) >= 0)
		printf("[%s]\n", outcome[0] ? outcome : "closed");
	fflush(stdout);
	return 0;
}

static int display_register(sd_bus *bus)
{
	sd_bus_error error = SD_BUS_ERROR_NULL;
	int r = sd_bus_call_method(bus, NAME, PATH, MANAGER, "RegisterDisplay", &error, NULL, "as",
				   0);
	if (r < 0)
		fprintf(stderr, "cards: %s\n", error.message ? error.message : strerror(-r));
	sd_bus_error_free(&error);
	return r;
}

/* A limberd that starts anew knows no display. The arguments: name, old owner, new owner. */
static int on_owner(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	const char *owner;
	if (sd_bus_message_skip(signal, "ss") >= 0 &&
	    sd_bus_message_read(signal, "s", &owner) >= 0 && owner[0])
		(void)display_register(user);
	return 0;
}

/* Card 0 is the one that is up. The reply tells which reminder was meant, and what follows; the
 * error is a sentence for people. */
static void answer(sd_bus *bus, const char *word)
{
	sd_bus_error error = SD_BUS_ERROR_NULL;
	int r = sd_bus_call_method(bus, NAME, PATH, MANAGER, "Answer", &error, NULL, "tss",
				   (uint64_t)0, word, "");
	if (r < 0)
		fprintf(stderr, "cards: %s\n", error.message ? error.message : strerror(-r));
	sd_bus_error_free(&error);
}

static int on_line(sd_event_source *source, int fd, uint32_t events, void *user)
{
	char line[64];
	if (!fgets(line, sizeof(line), stdin))
		return sd_event_exit(sd_event_source_get_event(source), 0);
	line[strcspn(line, "\n")] = '\0';
	if (line[0])
		answer(user, line);
	return 0;
}

static int cards_run(sd_bus *bus, sd_event *event)
{
	int r = sd_bus_match_signal(bus, NULL, NAME, PATH, MANAGER, "CardShown", on_card, NULL);
	if (r >= 0)
		r = sd_bus_match_signal(bus, NULL, NAME, PATH, MANAGER, "CardChanged", on_card,
					NULL);
	if (r >= 0)
		r = sd_bus_match_signal(bus, NULL, NAME, PATH, MANAGER, "CardClosed", on_closed,
					NULL);
	if (r >= 0)
		r = sd_bus_add_match(bus, NULL,
				     "type='signal',sender='org.freedesktop.DBus',"
				     "member='NameOwnerChanged',arg0='" NAME "'",
				     on_owner, bus);
	if (r >= 0)
		r = sd_event_add_io(event, NULL, STDIN_FILENO, EPOLLIN, on_line, bus);
	if (r >= 0)
		r = display_register(bus);
	return r < 0 ? r : sd_event_loop(event);
}

int main(void)
{
	sd_event *event = NULL;
	sd_bus *bus = NULL;
	/* Unbuffered, so that a line is never read before its event. */
	setvbuf(stdin, NULL, _IONBF, 0);
	int r = sd_event_default(&event);
	if (r >= 0)
		r = sd_bus_open_user(&bus);
	if (r >= 0)
		r = sd_bus_attach_event(bus, event, SD_EVENT_PRIORITY_NORMAL);
	if (r >= 0)
		r = cards_run(bus, event);
	if (r < 0)
		fprintf(stderr, "cards: %s\n", strerror(-r));
	sd_bus_flush_close_unref(bus);
	sd_event_unref(event);
	return r < 0;
}
