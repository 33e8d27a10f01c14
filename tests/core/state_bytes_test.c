/* The bytes of the state as text, which other machines and versions read. */
#include "tests/rows.h"

#include <string.h>

#include "core/codec/state_text.h"

/*
 * The stored bytes, written out: a store goes from one machine to another, so they follow neither
 * the size of a long, nor the sign of a char, nor how a struct is laid out.
 */
static void the_text_is_the_same_everywhere(void **state)
{
	(void)state;
	static struct state is;
	static char text[STATE_TEXT_SIZE];
	const int64_t far = INT64_C(1) << 60;
	is.presence = (struct presence){ .absences = UINT32_MAX - 1,
					 .absent_since = { -5 },
					 .sitting_since = { INT64_C(4294967297) },
					 .standing_ends = { 2 },
					 .returned = true,
					 .frozen = true,
					 .counts = true,
					 .stands_open = true,
					 .left = { 5 },
					 .workout = { 3 },
					 .long_back = { 4 } };
	is.work = (struct work){ 20000, 6, { 7 } };
	is.spans = (struct spans){ { 24 }, { 25 }, { 26 }, { 0 }, 27, true };
	is.first_start.us = INT64_C(1767225600000000);
	strcpy(is.session, "c2");
	is.welcomed = true;
	is.paused_until = REALTIME_OPEN;
	strcpy(is.paused_why, "Z\xfcrich? Z\xc3\xbcrich!\n\\");
	is.display = true;
	is.display_tries = 255;
	is.display_retry.us = far;
	is.spacing.had_card = true;
	is.spacing.last_card.us = -far;
	is.spacing.last_every.us = 17;
	is.spacing.unasked[0].us = 18;
	is.spacing.unasked[1].us = 19;
	is.next_card = INT64_MAX - 1;
	is.next_sequence = INT64_C(4294967296);
	is.today = (struct today){ -1, 65535, 3, 4, { 0, 5, 6, 0, 0, 0, 0, 0, 65534 }, 0 };
	is.water = (struct water){ -1, INT32_MAX, 7, { 8, UINT16_MAX, 9, 10, 11, 12, 13 } };
	is.silence = (struct silence){ { 8 }, INT32_MIN, 255, 9, 65533 };
	is.answers = (struct answers){ 20000, UINT32_MAX, 1023, true };
	is.count = 3;
	strcpy(is.reminders[0].name, "desk");
	strcpy(is.reminders[1].name, "water");
	strcpy(is.reminders[2].name, "r23456789012345678901234567890");
	is.card = (struct card){ .id = 77,
				 .reminder = 2,
				 .called = 1,
				 .item = "hip-flexor-stretch",
				 .due = { 10 },
				 .shown = { { 11 }, { 12 } },
				 .sat = 13,
				 .merged = 1,
				 .riders = 2,
				 .played = 1,
				 .hurt = 1,
				 .easier = 1,
				 .rested = 1,
				 .play = { 14, 15, { 16 }, 1, SIDES_LEFT, INT32_MAX } };
	is.card.stops = 1;
	is.card.longer = 20;
	is.stops[0] = 6;
	is.seen.us = 27;
	is.seen_row = 28;
	is.stops[1] = UINT32_MAX;
	state_print(&is, text);
	assert_string_equal(text, "presence 4294967294 -5 4294967297\n"
				  "spans 24 25 26 27 1\n"
				  "long-back 4\n"
				  "work 20000 6 7\n"
				  "standing 2\n"
				  "workout 3\n"
				  "returned 1\n"
				  "frozen 1\n"
				  "counts 1 1 5\n"
				  "first-start 1767225600000000\n"
				  "session c2\n"
				  "welcomed 1\n"
				  "pause open Z\xfcrich? Z\xc3\xbcrich!\\n\\\\\n"
				  "display 1 255 1152921504606846976\n"
				  "last-card 1 -1152921504606846976\n"
				  "last-every 17\n"
				  "unasked 18 19\n"
				  "card 77 r23456789012345678901234567890 1 hip-flexor-stretch"
				  " 10 11/12 13\n"
				  "play 1 1 14 15 16 1 2147483647\n"
				  "play-sides 1\n"
				  "easier 1\n"
				  "rested 1\n"
				  "stays 1 20\n"
				  "merged desk\n"
				  "riders water\n"
				  "next 9223372036854775806 4294967296\n"
				  "today -1 65535 done 5 partly 6 not_shown 65534\n"
				  "water -1 2147483647\n"
				  "water-hour 7 8 65535 9 10 11 12 13\n"
				  "silence 8 -2147483648 255\n"
				  "silence-why 9 65533\n"
				  "today-every 3\n"
				  "answers 20000 4294967295 1023 1\n"
				  "stops 6 4294967295\n"
				  "seen 27 28\n");
}

static void the_text_of_a_reminder_is_the_same_everywhere(void **state)
{
	(void)state;
	static char text[STATE_TEXT_SIZE];
	const struct reminder_state is = {
		.name = "desk",
		.trigger = 255,
		.snoozed = true,
		.called = true,
		.ledger = { INT64_C(-4294967297), { 1 } },
		.planned = { 2 },
		.due = { 3 },
		.valid_until = { 4 },
		.snoozed_until = REALTIME_OPEN,
		.seen = { 5 },
		.unheld = true,
		.unheld_since = { 6 },
		.asked = 128,
		.in_a_row = 129,
		.well = 130,
		.slow = 131,
		.spoke = { 13 },
		.came = 200,
		.in_vain = true,
		.slowed = true,
		.place = INT32_MAX,
		.last = { .sequence = 7,
			  .revision = UINT32_MAX,
			  .kind = RECORD_DRINK,
			  .reminder = "desk",
			  .outcome = OUTCOME_NOT_SHOWN,
			  .due = { 8 },
			  .shown = { 9 },
			  .ended = { 10 },
			  .day = 20000,
			  .zone = -3600,
			  .seconds = 11,
			  .amount = 250,
			  .sides = SIDES_RIGHT },
		.had = 12,
		.closed = true,
		.mark = { 21 },
		.marked = { 22 },
		.today = { 20000, 3, 0, 768, { [OUTCOME_DONE] = 2 }, 5 },
	};
	state_print_reminder(&is, text);
	assert_string_equal(text, "trigger 255\n"
				  "ledger -4294967297 1\n"
				  "planned 2\n"
				  "mark 21 22\n"
				  "due 3 4\n"
				  "snooze 1 open\n"
				  "called 1\n"
				  "place 2147483647\n"
				  "wait 1 6\n"
				  "seen 5\n"
				  "asked 128\n"
				  "spoke 13\n"
				  "came 200\n"
				  "in-vain 1\n"
				  "back-off 129 130 131 1\n"
				  "last 7 4294967295 desk - not_shown 8 9 10\n"
				  "had 12\n"
				  "closed 1\n"
				  "played 11\n"
				  "last-row 3 20000 -3600 250 2\n"
				  "today 20000 3 done 2\n"
				  "today-called 768\n"
				  "today-unasked 5\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_text_is_the_same_everywhere),
		cmocka_unit_test(the_text_of_a_reminder_is_the_same_everywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
