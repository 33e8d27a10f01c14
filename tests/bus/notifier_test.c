/*
 * The supervision of helpers that are good, silent, lying, flooding or dying. The helper is this
 * program itself: with $FAKE set it follows that script, steps divided by '|'.
 */
#include "tests/rows.h"

#include <dirent.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>

#include "daemon/notifier_child.h"
#include "tests/bus/loop.h"
#include "tests/bus/private_bus.h"

#define SERVER "org.freedesktop.Notifications"

static struct private_bus private_bus;
static char self[PATH_MAX];

/* ---- the helper ---- */

static void put(const char *text)
{
	if (write(STDOUT_FILENO, text, strlen(text)) < 0)
		_exit(99);
}

static void say(const char *words)
{
	char message[512];
	snprintf(message, sizeof(message), "%s\n\n", words);
	put(message);
}

/* The card that this test sends is the only one, so its end is that of the input so far. */
static void take_card(void)
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

static void wait_for_end(void)
{
	char byte;
	while (read(STDIN_FILENO, &byte, 1) > 0)
		;
	_exit(0);
}

/* A child of its own that keeps the wire open. */
static void leave_heir(void)
{
	if (fork() == 0)
		wait_for_end();
}

static int count_files(void)
{
	int count = 0;
	DIR *folder = opendir("/proc/self/fd");
	while (readdir(folder))
		count++;
	closedir(folder);
	return count - 3; /* ".", ".." and the folder's own */
}

static void say_surroundings(void)
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

static void fake_step(const char *step)
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

static void fake(char *script)
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

static const struct card_text walk = { .title = "Walk", .body = "51 min\nsitting" };
static const char *const buttons[][2] = { { "done", "Done" },
					  { "later", "Later (10 min)" },
					  { NULL, NULL } };

static void tell(struct desk *desk, uint64_t card, const char *what, const char *text)
{
	size_t length = strlen(desk->told);
	snprintf(desk->told + length, sizeof(desk->told) - length, "%s%s%s%s%s", length ? "; " : "",
		 card == 7 || card == 0 ? "" : "other ", what, *text ? ": " : "", text);
	desk->count++;
}

static void on_shown(void *user, uint64_t card)
{
	tell(user, card, "shown", "");
}

static void on_action(void *user, uint64_t card, const char *name)
{
	tell(user, card, "action", name);
}

static void on_closed(void *user, uint64_t card)
{
	tell(user, card, "closed", "");
	struct desk *desk = user;
	if (desk->again)
		assert_int_equal(notifier_show(desk->notifier, 8, &walk, buttons), 0);
	desk->again = false;
}

static void on_lost(void *user, uint64_t card)
{
	tell(user, card, "lost", "");
}

static void on_failed(void *user, uint64_t card, const char *why)
{
	tell(user, card, "failed", why);
}

static void on_server(void *user)
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

static void desk_begin(struct desk *desk, const char *script)
{
	char assignment[512];
	*desk = (struct desk){ 0 };
	assert_int_equal(sd_event_new(&desk->event), 0);
	assert_true(private_bus_connect(&private_bus, &desk->bus) >= 0);
	assert_true(sd_bus_attach_event(desk->bus, desk->event, 0) >= 0);
	assert_int_equal(notifier_new(&desk->notifier, desk->event, desk->bus, self, &events, desk),
			 0);
	assert_true(sd_bus_call_method(desk->bus, "org.freedesktop.DBus", "/",
				       "org.freedesktop.DBus", "GetId", NULL, NULL,
				       NULL) >= 0); /* its match is in force */
	snprintf(assignment, sizeof(assignment), "FAKE=%s", script);
	assert_int_equal(notifier_set_environment(desk->notifier, assignment), 0);
}

static bool has_children(void)
{
	siginfo_t info;
	return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/* Until every child is reaped. */
static bool desk_alone(struct desk *desk)
{
	uint64_t start, now;
	sd_event_now(desk->event, CLOCK_MONOTONIC, &start);
	do {
		if (!has_children())
			return true;
		sd_event_run(desk->event, LOOP_PATIENCE);
		sd_event_now(desk->event, CLOCK_MONOTONIC, &now);
	} while (now - start < LOOP_PATIENCE);
	return false;
}

static void desk_end(struct desk *desk)
{
	desk->notifier = notifier_free(desk->notifier);
	assert_null(desk->notifier);
	sd_bus_flush_close_unref(desk->bus);
	sd_event_unref(desk->event);
}

/* ---- cases ---- */

#define IN_TIME 0
#define SOON (USEC_PER_SEC / 5)

static const struct {
	const char *script;
	int count;
	const char *told;
	usec deadline;
} lives[] = {
	{ "card|shown 1|action done|action later|closed user|wait", 4,
	  "shown; action: done; action: later; closed", IN_TIME },
	{ "card|shown 1|closed expired|wait", 2, "shown; lost", IN_TIME },
	{ "card|shown 1|closed unknown|exit 0", 2, "shown; lost", IN_TIME },
	{ "card|shown 1|exit 0", 2, "shown; lost", IN_TIME },
	{ "card|shown 1|die", 2, "shown; lost", IN_TIME },
	{ "card|shown 1|error the update failed|hang", 2, "shown; lost", IN_TIME },
	{ "card|shown 1|shown 1|colour blue|action done|closed user|wait", 3,
	  "shown; action: done; closed", IN_TIME },
	{ "card|error no notification server|exit 1", 1, "failed: no notification server",
	  IN_TIME },
	{ "error two\\nlines|wait", 1, "failed: two lines", IN_TIME },
	{ "exit 3", 1, "failed: limber-notify ended before it had shown the card (exit status 3)",
	  IN_TIME },
	{ "die", 1, "failed: limber-notify ended before it had shown the card (signal 9)",
	  IN_TIME },
	{ "hang", 1, "failed: limber-notify did not show the card in time", SOON },
	{ "card|wait", 1, "failed: limber-notify did not show the card in time", SOON },
	{ "action done|wait", 1, "failed: limber-notify had an answer to a card that was not shown",
	  IN_TIME },
	{ "closed user|wait", 1, "failed: limber-notify had an answer to a card that was not shown",
	  IN_TIME },
	{ " no key|wait", 1, "failed: limber-notify does not keep to the wire", IN_TIME },
	{ "card|heir|die", 1, "failed: limber-notify did not show the card in time", SOON },
	{ "bytes", 1, "failed: limber-notify does not keep to the wire", IN_TIME },
	{ "shown 1|bytes", 2, "shown; lost", IN_TIME },
	{ "words", 2, "shown; lost", IN_TIME },
};

static void helpers_live(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(lives); i++) {
		struct desk desk;
		int files = count_files();
		desk_begin(&desk, lives[i].script);
		if (lives[i].deadline != IN_TIME)
			notifier_set_deadline(desk.notifier, lives[i].deadline);
		int r = notifier_show(desk.notifier, 7, &walk, buttons);
		row_check(&rows, r == 0, "%s: not started: %d", lives[i].script, r);
		loop_until(desk.event, &desk.count, lives[i].count);
		row_check(&rows, desk_alone(&desk), "%s: a child stays", lives[i].script);
		row_check(&rows, strcmp(desk.told, lives[i].told) == 0, "%s: \"%s\"",
			  lives[i].script, desk.told);
		desk_end(&desk);
		row_check(&rows, count_files() == files, "%s: %d files more", lives[i].script,
			  count_files() - files);
	}
	rows_end(&rows);
}

static void close_is_the_last_word(void **state)
{
	(void)state;
	struct desk desk;
	desk_begin(&desk, "card|shown 1|action done|wait");
	assert_int_equal(notifier_show(desk.notifier, 7, &walk, buttons), 0);
	assert_int_equal(notifier_show(desk.notifier, 8, &walk, buttons), -EBUSY);
	assert_true(loop_until(desk.event, &desk.count, 1));
	notifier_close(desk.notifier, 6);
	assert_int_equal(notifier_show(desk.notifier, 8, &walk, buttons), -EBUSY);
	notifier_close(desk.notifier, 7);
	notifier_close(desk.notifier, 7);
	assert_true(desk_alone(&desk));
	assert_memory_equal(desk.told, "shown", 5);
	assert_null(strstr(desk.told, "lost"));
	desk_end(&desk);
}

/* The next card does not wait for the one that is going. */
static void card_follows_card(void **state)
{
	(void)state;
	struct desk desk;
	desk_begin(&desk, "card|shown 1|wait");
	assert_int_equal(notifier_show(desk.notifier, 7, &walk, buttons), 0);
	notifier_close(desk.notifier, 7);
	assert_int_equal(notifier_show(desk.notifier, 8, &walk, buttons), 0);
	assert_true(loop_until(desk.event, &desk.count, 1));
	assert_string_equal(desk.told, "other shown");
	notifier_close(desk.notifier, 8);
	assert_true(desk_alone(&desk));
	desk_end(&desk);
}

static void card_from_a_callback(void **state)
{
	(void)state;
	struct desk desk;
	desk_begin(&desk, "card|shown 1|closed user|wait");
	desk.again = true;
	assert_int_equal(notifier_show(desk.notifier, 7, &walk, buttons), 0);
	assert_true(loop_until(desk.event, &desk.count, 4));
	assert_string_equal(desk.told, "shown; closed; other shown; other closed");
	assert_true(desk_alone(&desk));
	desk_end(&desk);
}

/* They are bounded in number, and those that do not go are killed with the daemon's end. */
static void free_leaves_nobody(void **state)
{
	(void)state;
	struct desk desk;
	int files = count_files(), started = 0;
	desk_begin(&desk, "card|shown 1|hang");
	while (notifier_show(desk.notifier, 7, &walk, buttons) == 0) {
		notifier_close(desk.notifier, 7);
		assert_true(++started < 100);
	}
	assert_true(started > 1);
	desk_end(&desk);
	assert_false(has_children());
	assert_int_equal(count_files(), files);
	assert_int_equal(desk.count, 0);
}

static void missing_helper(void **state)
{
	(void)state;
	struct desk desk;
	int files = count_files();
	desk_begin(&desk, "");
	notifier_free(desk.notifier);
	assert_int_equal(notifier_new(&desk.notifier, desk.event, desk.bus, "/nowhere/notify",
				      &events, &desk),
			 0);
	if (notifier_show(desk.notifier, 7, &walk, buttons) == 0) { /* valgrind: heard later */
		assert_true(loop_until(desk.event, &desk.count, 1));
		assert_non_null(strstr(desk.told, "exit status 127"));
		assert_true(desk_alone(&desk));
	} else {
		assert_int_equal(notifier_show(desk.notifier, 7, &walk, buttons), -ENOENT);
	}
	assert_false(has_children());
	desk_end(&desk);
	assert_int_equal(count_files(), files);
}

static void too_long(void **state)
{
	(void)state;
	struct desk desk;
	char label[300];
	memset(label, 'x', sizeof(label));
	label[sizeof(label) - 1] = '\0';
	const char *const wide[][2] = { { "done", label }, { NULL, NULL } };
	desk_begin(&desk, "wait");
	assert_int_equal(notifier_show(desk.notifier, 7, &walk, wide), -EMSGSIZE);
	assert_false(has_children());
	desk_end(&desk);
}

/* Of ours the helper gets the environment, its wire and stderr: no other file, no signal mask. */
static void surroundings(void **state)
{
	(void)state;
	struct desk desk;
	sigset_t term, before;
	sigemptyset(&term);
	sigaddset(&term, SIGTERM);
	sigprocmask(SIG_BLOCK, &term, &before);
	signal(SIGPIPE, SIG_IGN);
	int leaky = dup(STDERR_FILENO);
	desk_begin(&desk, "card|shown 1|surroundings|wait");
	assert_int_equal(notifier_set_environment(desk.notifier, "DESK=1"), 0);
	assert_int_equal(notifier_set_environment(desk.notifier, "DESKTOP=x"), 0);
	assert_int_equal(notifier_set_environment(desk.notifier, "DESK=two=2"), 0);
	assert_int_equal(notifier_set_environment(desk.notifier, "DESK"), -EINVAL);
	assert_int_equal(notifier_set_environment(desk.notifier, "=1"), -EINVAL);
	assert_int_equal(notifier_show(desk.notifier, 7, &walk, buttons), 0);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_string_equal(desk.told, "shown; action: 3 files, TERM open, PIPE open, DESK=two=2, "
				       "home");
	notifier_close(desk.notifier, 7);
	assert_true(desk_alone(&desk));
	desk_end(&desk);
	close(leaky);
	signal(SIGPIPE, SIG_DFL);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

/* Each step of the server's life, seen with a card up or while it is being shown. */
static void server_comes_and_goes(struct desk *desk, sd_bus *server)
{
	assert_true(sd_bus_request_name(server, SERVER, SD_BUS_NAME_ALLOW_REPLACEMENT) >= 0);
	assert_true(loop_until(desk->event, &desk->count, 1));
	assert_int_equal(notifier_show(desk->notifier, 7, &walk, buttons), 0);
	if (strcmp(desk->told, "server") != 0)
		fail_msg("%s", desk->told);
}

static sd_bus *connect_server(void)
{
	sd_bus *server = NULL;
	assert_true(private_bus_connect(&private_bus, &server) >= 0);
	return server;
}

static void server_ends(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *server = connect_server();
	desk_begin(&desk, "card|shown 1|wait");
	server_comes_and_goes(&desk, server);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_true(sd_bus_release_name(server, SERVER) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 3));
	assert_true(desk_alone(&desk));
	assert_true(sd_bus_request_name(server, SERVER, 0) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 4));
	assert_string_equal(desk.told, "server; shown; lost; server");
	desk_end(&desk);
	sd_bus_flush_close_unref(server);
}

static void server_is_replaced(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *old = connect_server(), *new = connect_server();
	desk_begin(&desk, "card|shown 1|wait");
	server_comes_and_goes(&desk, old);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_true(sd_bus_request_name(new, SERVER, SD_BUS_NAME_REPLACE_EXISTING) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 4));
	assert_string_equal(desk.told, "server; shown; lost; server");
	assert_true(desk_alone(&desk));
	desk_end(&desk);
	sd_bus_flush_close_unref(old);
	sd_bus_flush_close_unref(new);
}

static void server_ends_too_early(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *server = connect_server();
	desk_begin(&desk, "card|hang");
	server_comes_and_goes(&desk, server);
	sd_bus_flush_close_unref(server);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_string_equal(desk.told, "server; failed: the notification server went away");
	assert_true(desk_alone(&desk));
	desk_end(&desk);
}

/* Another name's owner is none of its business. */
static void other_names(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *server = connect_server();
	desk_begin(&desk, "card|shown 1|wait");
	assert_int_equal(notifier_show(desk.notifier, 7, &walk, buttons), 0);
	assert_true(loop_until(desk.event, &desk.count, 1));
	assert_true(sd_bus_request_name(server, SERVER ".Other", 0) >= 0);
	assert_true(sd_bus_release_name(server, SERVER ".Other") >= 0);
	assert_true(sd_bus_request_name(server, SERVER, 0) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_string_equal(desk.told, "shown; server");
	desk_end(&desk);
	sd_bus_flush_close_unref(server);
}

static void nothing_to_free(void **state)
{
	(void)state;
	assert_null(notifier_free(NULL));
	assert_null(notifier_child_free(NULL));
}

int main(void)
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
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(helpers_live),
		cmocka_unit_test(close_is_the_last_word),
		cmocka_unit_test(card_follows_card),
		cmocka_unit_test(card_from_a_callback),
		cmocka_unit_test(free_leaves_nobody),
		cmocka_unit_test(missing_helper),
		cmocka_unit_test(too_long),
		cmocka_unit_test(surroundings),
		cmocka_unit_test(server_ends),
		cmocka_unit_test(server_is_replaced),
		cmocka_unit_test(server_ends_too_early),
		cmocka_unit_test(other_names),
		cmocka_unit_test(nothing_to_free),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	private_bus_finish(&private_bus);
	return failed;
}
