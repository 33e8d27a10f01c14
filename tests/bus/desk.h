/*
 * A notifier with its bus and its loop, and helpers that are good, silent, lying, flooding or
 * dying: the helper is the test's own program, which with $FAKE set follows that script, steps
 * divided by '|'.
 */
#ifndef LIMBER_DESK_H
#define LIMBER_DESK_H

#include "tests/rows.h"

#include <dirent.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>

#include "daemon/adapters/notifier.h"
#include "daemon/adapters/notifier_child.h"
#include "tests/bus/loop.h"
#include "tests/bus/private_bus.h"

static struct private_bus private_bus;
static char self[PATH_MAX];

/* ---- the helper ---- */

static inline void put(const char *text)
{
	if (write(STDOUT_FILENO, text, strlen(text)) < 0)
		_exit(99);
}

static inline void say(const char *words)
{
	char message[512];
	snprintf(message, sizeof(message), "%s\n\n", words);
	put(message);
}

/* The card that this test sends is the only one, so its end is that of the input so far. */
static inline void take_card(void)
{
	char card[WIRE_MAX + 1] = "";
	size_t length = 0;
	while (!strstr(card, "\n\n")) {
		ssize_t n = read(STDIN_FILENO, card + length, WIRE_MAX - length);
		if (n <= 0)
			_exit(98);
		length += (size_t)n;
	}
	if (strcmp(card, "title Walk\nbody 51 min\\nsitting\nbutton done Done\n"
			 "button later Later (10 min)\n\n") != 0)
		say("error the card is another one");
}

static inline void wait_for_end(void)
{
	char byte;
	while (read(STDIN_FILENO, &byte, 1) > 0)
		;
	_exit(0);
}

/* A child of its own that keeps the wire open. */
static inline void leave_heir(void)
{
	if (fork() == 0)
		wait_for_end();
}

static inline int count_files(void)
{
	int count = 0;
	DIR *folder = opendir("/proc/self/fd");
	while (readdir(folder))
		count++;
	closedir(folder);
	return count - 3; /* ".", ".." and the folder's own */
}

static inline void say_surroundings(void)
{
	char words[256];
	sigset_t blocked;
	struct sigaction pipe;
	sigprocmask(SIG_BLOCK, NULL, &blocked);
	sigaction(SIGPIPE, NULL, &pipe);
	const char *desk = getenv("DESK"), *home = getenv("HOME");
	snprintf(words, sizeof(words), "action %d files, %s, %s, DESK=%s, %s", count_files(),
		 sigismember(&blocked, SIGTERM) ? "TERM blocked" : "TERM open",
		 pipe.sa_handler == SIG_IGN ? "PIPE ignored" : "PIPE open", desk ? desk : "",
		 home ? "home" : "no home");
	say(words);
}

static inline void fake_step(const char *step)
{
	if (strcmp(step, "card") == 0)
		take_card();
	else if (strcmp(step, "wait") == 0)
		wait_for_end();
	else if (strcmp(step, "die") == 0)
		kill(getpid(), SIGKILL);
	else if (strcmp(step, "hang") == 0)
		for (;;)
			pause();
	else if (strcmp(step, "heir") == 0)
		leave_heir();
	else if (strcmp(step, "surroundings") == 0)
		say_surroundings();
	else if (strcmp(step, "bytes") == 0)
		for (;;)
			put("x");
	else if (strcmp(step, "words") == 0)
		for (;;)
			say("shown 1");
	else if (strncmp(step, "exit ", 5) == 0)
		_exit(atoi(step + 5));
	else
		say(step);
}

static inline void fake(char *script)
{
	for (char *step = strtok(script, "|"); step; step = strtok(NULL, "|"))
		fake_step(step);
	_exit(0);
}

/* ---- the daemon's side ---- */

struct desk {
	sd_event *event;
	sd_bus *bus;
	struct notifier *notifier;
	char told[1024]; /* what the notifier told, joined by "; " */
	int count;
	bool again; /* show the next card from within the callback */
};

static const struct card_text walk = { .title = "Walk", .body = "51 min\nsitting", .progress = -1 };
static const struct card_button buttons[] = { { "done", "Done" },
					      { "later", "Later (10 min)" },
					      { .action = NULL } };

static inline void tell(struct desk *desk, uint64_t card, const char *what, const char *text)
{
	size_t length = strlen(desk->told);
	snprintf(desk->told + length, sizeof(desk->told) - length, "%s%s%s%s%s", length ? "; " : "",
		 card == 7 || card == 0 ? "" : "other ", what, *text ? ": " : "", text);
	desk->count++;
}

static inline void on_shown(void *user, uint64_t card)
{
	tell(user, card, "shown", "");
}

static inline void on_action(void *user, uint64_t card, const char *name)
{
	tell(user, card, "action", name);
}

static inline void on_closed(void *user, uint64_t card)
{
	tell(user, card, "closed", "");
	struct desk *desk = user;
	if (desk->again)
		assert_int_equal(notifier_show(desk->notifier, 8, &walk, buttons), 0);
	desk->again = false;
}

static inline void on_lost(void *user, uint64_t card)
{
	tell(user, card, "lost", "");
}

static inline void on_failed(void *user, uint64_t card, const char *why)
{
	tell(user, card, "failed", why);
}

static inline void on_server(void *user)
{
	tell(user, 0, "server", "");
}

static const struct notifier_events events = {
	.shown = on_shown,
	.action = on_action,
	.closed = on_closed,
	.lost = on_lost,
	.failed = on_failed,
	.server = on_server,
};

static inline void desk_begin(struct desk *desk, const char *script)
{
	*desk = (struct desk){ 0 };
	assert_int_equal(sd_event_new(&desk->event), 0);
	assert_true(private_bus_connect(&private_bus, &desk->bus) >= 0);
	assert_true(sd_bus_attach_event(desk->bus, desk->event, 0) >= 0);
	assert_int_equal(notifier_new(&desk->notifier, desk->event, desk->bus, self, &events, desk),
			 0);
	assert_true(sd_bus_call_method(desk->bus, "org.freedesktop.DBus", "/",
				       "org.freedesktop.DBus", "GetId", NULL, NULL,
				       NULL) >= 0); /* its match is in force */
	assert_int_equal(setenv("FAKE", script, 1), 0);
}

static inline bool has_children(void)
{
	siginfo_t info;
	return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/* Until every child is reaped. */
static inline bool desk_alone(struct desk *desk)
{
	struct patience patience = patience_begin(LOOP_PATIENCE);
	while (has_children())
		if (!patience_lasts(&patience) || sd_event_run(desk->event, LOOP_TURN) < 0)
			return false;
	return true;
}

static inline void desk_end(struct desk *desk)
{
	desk->notifier = notifier_free(desk->notifier);
	assert_null(desk->notifier);
	sd_bus_flush_close_unref(desk->bus);
	sd_event_unref(desk->event);
}

/* The first thing of a test's main(): the helper's double goes its own way here. Returns the exit
 * code when there can be no test, else 0. */
static inline int desk_main(void)
{
	char *script = getenv("FAKE");
	if (script)
		fake(script);
	if (readlink("/proc/self/exe", self, sizeof(self) - 1) < 0)
		return 1;
	if (!private_bus_init(&private_bus)) {
		printf("SKIPPED: no private bus: %s\n", private_bus.address);
		return 77;
	}
	return 0;
}

#endif
