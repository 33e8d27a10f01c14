/* The supervision of helpers, whatever they do, and of the cards they show. */
#include "tests/bus/desk.h"

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
	{ "error caf\xe9 a\xef\xbf\xbf"
	  "b|wait",
	  1, "failed: caf? a???b", IN_TIME },
	{ "exit 3", 1, "failed: limber-notify ended before it answered (exit status 3)", IN_TIME },
	{ "die", 1, "failed: limber-notify ended before it answered (signal 9)", IN_TIME },
	{ "hang", 1, "failed: limber-notify did not answer in time", SOON },
	{ "card|wait", 1, "failed: limber-notify did not answer in time", SOON },
	{ "action done|wait", 1, "failed: limber-notify had an answer to a card that was not shown",
	  IN_TIME },
	{ "closed user|wait", 1, "failed: limber-notify had an answer to a card that was not shown",
	  IN_TIME },
	{ " no key|wait", 1, "failed: limber-notify does not keep to the wire", IN_TIME },
	{ "card|heir|die", 1, "failed: limber-notify did not answer in time", SOON },
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
	/* Each end of a line takes two bytes of the wire. */
	static struct card_text lines = { .title = "Walk", .progress = -1 };
	memset(lines.body, '\n', sizeof(lines.body) - 1);
	desk_begin(&desk, "wait");
	assert_int_equal(notifier_show(desk.notifier, 7, &lines, buttons), -EMSGSIZE);
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
	assert_int_equal(setenv("DESK", "two=2", 1), 0);
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

static void nothing_to_free(void **state)
{
	(void)state;
	assert_null(notifier_free(NULL));
	assert_null(notifier_child_free(NULL));
}

int main(void)
{
	int r = desk_main();
	if (r != 0)
		return r;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(helpers_live),       cmocka_unit_test(close_is_the_last_word),
		cmocka_unit_test(card_follows_card),  cmocka_unit_test(card_from_a_callback),
		cmocka_unit_test(free_leaves_nobody), cmocka_unit_test(missing_helper),
		cmocka_unit_test(too_long),           cmocka_unit_test(surroundings),
		cmocka_unit_test(nothing_to_free),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	private_bus_finish(&private_bus);
	return failed;
}
