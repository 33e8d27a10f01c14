/* The state as text: every stored field is read back, and an invalid text changes nothing. */
#include "tests/rows.h"

#include "core/codec/state_text.h"
#include "tests/core/random_state.h"

static bool text_read_back(const struct state *state, struct state *ret)
{
	char text[STATE_TEXT_SIZE];
	memset(ret, 0, sizeof(*ret));
	for (int i = 0; i < state->count; i++) {
		state_print_reminder(&state->reminders[i], text);
		if (!state_read_reminder(ret, state->reminders[i].name, text))
			return false;
	}
	state_print(state, text);
	return state_read(ret, text);
}

static void random_states_come_back(void **state)
{
	struct rows rows = rows_begin(state);
	for (uint64_t seed = 1; seed <= 500; seed++) {
		struct dice dice = { seed * UINT64_C(0x9e3779b97f4a7c15) };
		static struct state is, read;
		random_state(&dice, &is);
		bool good = text_read_back(&is, &read);
		const char *field = good ? state_differs(&is, &read) : "the whole";
		row_check(&rows, !field, "seed %d: %s differs", (int)seed, field);
	}
	rows_end(&rows);
}

/* The longest texts there can be; a sanitizer or valgrind sees a byte over. */
static void the_longest_fits(void **state)
{
	(void)state;
	static struct state is;
	memset(&is, 0, sizeof(is));
	const int64_t far = -(INT64_C(1) << 60);
	is.presence = (struct presence){
		.absences = UINT32_MAX,
		.absent_since = { far },
		.sitting_since = { far },
		.standing_ends = { far },
		.returned = true,
		.long_back = { far },
		.frozen = true,
		.counts = true,
		.stands_open = true,
		.left = { far },
		.workout = { far },
	};
	is.work = (struct work){ INT32_MIN, far, { far } };
	is.first_start.us = far;
	is.welcomed = true;
	is.paused_until.us = is.display_retry.us = is.spacing.last_card.us = far;
	memset(is.paused_why, '\\', WHY_SIZE - 1);
	memset(is.session, '\\', WHO_SIZE - 1);
	is.display_tries = UINT8_MAX;
	is.next_card = is.next_sequence = is.card.id = INT64_MAX - 1;
	is.today.day = INT32_MIN;
	is.today.cards = is.today.every = UINT16_MAX;
	memset(is.today.outcomes, 0xff, sizeof(is.today.outcomes));
	is.card.called = is.card.played = is.card.hurt = is.card.easier = is.card.rested =
		is.card.stops = INT32_MAX;
	is.card.longer = INT64_C(1) << 60;
	memset(is.stops, 0xff, sizeof(is.stops));
	is.card.play = (struct play){ INT64_C(1) << 60, INT64_C(1) << 60, { far },
				      INT32_MAX,        UINT32_MAX,       INT32_MAX };
	is.card.due.us = is.card.shown.boot.us = is.card.shown.real.us = is.card.sat = far;
	memset(is.card.item, 'i', NAME_MAX_CHARS);
	struct reminder_state *reminder = &is.reminders[0];
	memset(reminder->name, 'r', NAME_MAX_CHARS);
	reminder->ledger = (struct ledger){ far, { far } };
	reminder->had = reminder->planned.us = reminder->due.us = reminder->valid_until.us = far;
	reminder->snoozed_until.us = reminder->seen.us = reminder->unheld_since.us = far;
	reminder->asked = reminder->in_a_row = reminder->well = reminder->slow = UINT8_MAX;
	reminder->place = INT32_MAX;
	reminder->last = (struct record){ .sequence = INT64_MAX - 1,
					  .revision = UINT32_MAX,
					  .kind = RECORD_SCORE,
					  .outcome = OUTCOME_UNANSWERED,
					  .due = { far },
					  .shown = { far },
					  .ended = { far },
					  .day = INT32_MIN,
					  .zone = -INT32_MAX,
					  .seconds = INT32_MAX,
					  .amount = INT32_MAX,
					  .sides = UINT32_MAX };
	is.spans = (struct spans){ { far }, { far }, { far }, { 0 }, UINT32_MAX, true };
	memset(reminder->last.reminder, 'r', NAME_MAX_CHARS);
	memset(reminder->last.item, 'i', NAME_MAX_CHARS);
	reminder->today = is.today;
	reminder->today.every = 0; /* not kept of one */
	is.count = CARD_MAX;
	is.card.merged = (1 << CARD_MAX) - 2;
	for (int i = 1; i < CARD_MAX; i++) {
		is.reminders[i] = *reminder;
		is.reminders[i].name[NAME_MAX_CHARS - 1] = (char)('0' + i);
	}
	char *text = malloc(STATE_TEXT_SIZE);
	assert_non_null(text);
	state_print(&is, text);
	assert_true(strlen(text) < STATE_TEXT_SIZE);
	state_print_reminder(reminder, text);
	assert_true(strlen(text) < STATE_TEXT_SIZE);
	free(text);
	static struct state read;
	assert_true(text_read_back(&is, &read));
	assert_null(state_differs(&is, &read));
}

static void bad_texts_change_nothing(void **state)
{
	static const char *const bad[] = {
		"next 5 6", /* cut short */
		"next 5\n",
		"next 5 6 7\n",
		"next  5 6\n",
		"next 5 6 \n",
		"next\n",
		" next 5 6\n",
		"\n",
		"next 5 6\n\n",
		"next -1 6\n",
		"next 5 9223372036854775807\n",
		"next 5 18446744073709551617\n",
		"next 5 99999999999999999999999999999999999999999999\n",
		"next 5 0x6\n",
		"next five six\n",
		"next - 6\n",
		"next open 6\n",
		"last-card 2 0\n",
		"last-card 1 1152921504606846977\n",
		"last-card 1 -1152921504606846977\n",
		"last-card 1 -9223372036854775808\n",
		"last-card 1 9223372036854775807\n",
		"last-card 1 -open\n",
		"last-card 1 opened\n",
		"presence 4294967296 0 0\n",
		"presence -1 0 0\n",
		"display 1 256 0\n",
		"today 2147483648 0\n",
		"today 0 65536\n",
		"today 0 1 done\n",
		"today 0 1 done 65536\n",
		"today 0 1 done x\n",
		"today 0 1  1\n",
		"pause 0\n",
		"pause 0 back\\slash\n",
		"pause 0 \\\n",
		("pause 0 01234567890123456789012345678901234567890123456789012345678901234567890"
		 "123456789x\n"),
		"card 1 desk 0 - 0 0 0 0\n",
		"card 1 desk 0 - 0 0/0\n",
		"card 1 Desk 0 - 0 0/0 0\n",
		"card 1 desk -1 - 0 0/0 0\n",
		"card 1 desk 0 two words 0 0/0 0\n",
		"card 1 desk 0 a2345678901234567890123456789012x 0 0/0 0\n",
		"card 1 desk 0  0 0/0 0\n",
		"tomorrow 5", /* an unknown key, cut short */
	};
	struct rows rows = rows_begin(state);
	struct dice dice = { 7 };
	static struct state is, was;
	random_state(&dice, &is);
	for (size_t i = 0; i < ROWS(bad); i++) {
		char text[256];
		snprintf(text, sizeof(text), "last-card 1 77\n%s", bad[i]);
		was = is;
		row_check(&rows, !state_read(&is, text), "taken: %s", bad[i]);
		row_check(&rows, !state_differs(&is, &was), "changed the state: %s", bad[i]);
		is = was;
	}
	rows_end(&rows);
}

static void bad_reminders_change_nothing(void **state)
{
	static const struct {
		const char *name, *text;
	} bad[] = {
		{ "desk", "place -1\n" },
		{ "desk", "place 2147483648\n" },
		{ "desk", "ledger 1\n" },
		{ "desk", "snooze true 0\n" },
		{ "desk", "last 1 1 desk walk-break well 0 0 0\n" },
		{ "desk", "last 1 4294967296 desk walk-break done 0 0 0\n" },
		{ "desk", "last 1 1 desk walk-break done 0 0\n" },
		{ "", "place 1\n" },
		{ "Desk", "place 1\n" },
		{ "-", "place 1\n" },
		{ "a2345678901234567890123456789012x", "place 1\n" },
	};
	struct rows rows = rows_begin(state);
	static struct state is;
	is.count = 1;
	strcpy(is.reminders[0].name, "desk");
	for (size_t i = 0; i < ROWS(bad); i++) {
		bool taken = state_read_reminder(&is, bad[i].name, bad[i].text);
		row_check(&rows, !taken && is.count == 1 && is.reminders[0].place == 0,
			  "\"%s\": %s", bad[i].name, bad[i].text);
	}
	rows_end(&rows);
}

/* An older program reads a newer text, and a newer one an older. */
static void other_versions_are_read(void **state)
{
	(void)state;
	static struct state is;
	memset(&is, 0, sizeof(is));
	is.next_card = 3;
	is.display = true;
	assert_true(state_read(&is, "mood 1 fine\nnext 5 6\nmood\n"
				    "today 4 2 invented 9 done 1\n"));
	assert_int_equal(is.next_card, 5);
	assert_int_equal(is.today.outcomes[OUTCOME_DONE], 1);
	assert_true(is.display);
	assert_true(state_read(&is, ""));
	assert_int_equal(is.next_card, 5);
	/* The counts of a day are those in the line, not those before as well. */
	assert_true(state_read(&is, "today 5 1\n"));
	assert_int_equal(is.today.outcomes[OUTCOME_DONE], 0);
}

/* A play of a program that knew no easier form. */
static void an_older_play_is_read(void **state)
{
	(void)state;
	static struct state is;
	memset(&is, 0, sizeof(is));
	assert_true(state_read_reminder(&is, "desk", ""));
	assert_true(state_read(&is, "card 9 desk 0 walk-break 1 2/3 4\nplay 1 0 5 6 7 1 2\n"));
	assert_int_equal(is.card.played, 1);
	assert_int_equal(is.card.play.reported, 2);
	assert_int_equal(is.card.easier, 0);
	assert_true(state_read(&is, "easier 1\n"));
	assert_int_equal(is.card.easier, 1);
}

static void reminders_go_by_name(void **state)
{
	(void)state;
	static struct state is;
	memset(&is, 0, sizeof(is));
	assert_true(state_read_reminder(&is, "desk", "place 1\n"));
	assert_true(state_read_reminder(&is, "bedtime", "place 2\n"));
	assert_true(state_read_reminder(&is, "desk", "place 3\n"));
	assert_int_equal(is.count, 2);
	assert_int_equal(is.reminders[0].place, 3);
	assert_string_equal(is.reminders[1].name, "bedtime");
	assert_true(state_read(&is, "card 9 bedtime 0 walk-break 1 2/3 4\n"));
	assert_int_equal(is.card.id, 9);
	assert_int_equal(is.card.reminder, 1);
	/* A card of a reminder that is not there can not be on the screen. */
	assert_true(state_read(&is, "card 9 water 0 water-glass 1 2/3 4\n"));
	assert_int_equal(is.card.id, 0);
	assert_int_equal(is.card.reminder, 0);
}

static void there_is_room_for_so_many(void **state)
{
	(void)state;
	static struct state is;
	memset(&is, 0, sizeof(is));
	char name[NAME_SIZE];
	for (int i = 0; i < REMINDERS_MAX; i++) {
		snprintf(name, sizeof(name), "r%d", i);
		assert_true(state_read_reminder(&is, name, ""));
	}
	assert_false(state_read_reminder(&is, "one-more", ""));
	assert_true(state_read_reminder(&is, "r63", "place 5\n"));
	assert_int_equal(is.count, REMINDERS_MAX);
}

/* All in one text, with what sources report again: the format of GetState. */
static void parts_come_back(void **state)
{
	(void)state;
	static struct state is, read;
	static char text[64 * STATE_TEXT_SIZE], part[STATE_TEXT_SIZE];
	struct dice dice = { 7 };
	random_state(&dice, &is);
	is.at = (struct moment){ { 5 }, { 6 } };
	is.input = true;
	is.busy[BUSY_AWAKE] = (struct busy_state){ true, true, "Fire\\fox", { 1 }, { 2 }, { 3 } };
	state_print(&is, part);
	size_t length = (size_t)sprintf(text, "[]\n%s", part);
	state_print_reported(&is, part);
	length += (size_t)sprintf(text + length, "%s", part);
	for (int i = 0; i < is.count; i++) {
		state_print_reminder(&is.reminders[i], part);
		length += (size_t)sprintf(text + length, "[%s]\n%s", is.reminders[i].name, part);
	}
	assert_true(state_read_parts(&read, text));
	assert_null(state_differs(&is, &read));
	assert_memory_equal(&is.at, &read.at, sizeof(is.at));
	assert_memory_equal(is.busy, read.busy, sizeof(is.busy));
	assert_true(read.input);
	assert_false(state_read_parts(&read, "[]\nnext 5 6"));
	assert_false(state_read_parts(&read, "next 5 6\n"));
	assert_false(state_read_parts(&read, "[desk\n"));
	assert_true(state_read_parts(&read, ""));
}

/* The longest text of state_print_reported(). */
static void the_longest_told_fits(void **state)
{
	(void)state;
	static struct state is;
	char *text = malloc(STATE_TEXT_SIZE);
	const int64_t far = -(INT64_C(1) << 60);
	assert_non_null(text);
	is.at = (struct moment){ { far }, { far } };
	for (int i = 0; i < BUSY_COUNT; i++) {
		is.busy[i].since.us = is.busy[i].ended.us = is.busy[i].read.us = far;
		memset(is.busy[i].who, '\\', WHO_SIZE - 1);
	}
	state_print_reported(&is, text);
	assert_true(strlen(text) < STATE_TEXT_SIZE);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_states_come_back),
		cmocka_unit_test(the_longest_fits),
		cmocka_unit_test(bad_texts_change_nothing),
		cmocka_unit_test(bad_reminders_change_nothing),
		cmocka_unit_test(other_versions_are_read),
		cmocka_unit_test(an_older_play_is_read),
		cmocka_unit_test(reminders_go_by_name),
		cmocka_unit_test(there_is_room_for_so_many),
		cmocka_unit_test(parts_come_back),
		cmocka_unit_test(the_longest_told_fits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
