/* A card that is played. The item of "floor" is the lunge: 30 s, then 4 + 20 s, and 4 + 20 s for
 * the right. */
#include "core/base/contract.h"
#include "core/words/card_button.h"
#include "core/words/card_text.h"
#include "core/words/play_text.h"
#include "tests/core/script.h"

#define UP "08:50 show floor lunge; "

static void parts(void **state)
{
	static const struct row cases[] = {
		{ "from part to part, and done after card_time", "floor",
		  "08:51; play start; 08:56",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:54:18 close, #1.1 floor lunge done 78s both" },
		{ "done at once at the end", "floor", "08:51; play start; 08:53; done",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:53 close, #1.1 floor lunge done 78s both" },
		{ "closed at the end: it was done", "floor", "08:51; play start; 08:53; close",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:53 close, #1.1 floor lunge done 78s both" },
		{ "done early, with the seconds", "floor", "08:51; play start; 08:51:10; done",
		  UP "08:51 play 1; 08:51:10 close, #1.1 floor lunge done 10s" },
		{ "stopped half-way", "floor", "08:51; play start; 08:51:40; close",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left" },
		{ "half-way, sitting is halved", "floor",
		  "08:51; play start; 08:51:40; close; ledger floor",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left, "
		     "ledger floor 25:00" },
		{ "a pause takes no time of it", "floor",
		  "08:51; play start; +10s; play pause; +5m; play start; 09:00",
		  UP "08:51 play 1; 08:51:10 play paused 1; 08:56:10 play 1; 08:56:30 play 2; "
		     "08:56:54 play 3; 08:57:18 play end; "
		     "08:59:18 close, #1.1 floor lunge done 78s both" },
		{ "paused for too long", "floor", "08:51; play start; +40s; play pause; 09:05",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 play paused 2; "
		     "09:01:40 close, #1.1 floor lunge partly 40s left" },
		{ "back and next", "floor",
		  "08:51; play start; +20s; play next; play back; play next; play next; +1s; "
		  "play next; play next; done",
		  UP "08:51 play 1; 08:51:20 play 2, play 1, play 2, play 2; 08:51:21 play 3, "
		     "play 3, close, #1.1 floor lunge done 21s" },
		{ "start goes on", "floor", "08:51; play start; +10s; play start; +5s; close",
		  UP "08:51 play 1; 08:51:10 play 1; 08:51:15 close, "
		     "#1.1 floor lunge partly 15s" },
		{ "by the card's number", "floor", "08:51; play #1 start; play #2 pause; close",
		  UP "08:51 play 1, no_card_up, close, #1.1 floor lunge partly" },
		{ "late wakes lose nothing", "floor",
		  "08:51; play start; +10s; source on; 08:51:45; timer; timer; close",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:45 close, "
		     "#1.1 floor lunge partly 45s left" },
	};
	script_rows(state, cases, ROWS(cases));
}

#define MAT "08:50 show mat bend; "

/* The item of "mat" is the bend: 30 s, 4 + 20 s; easier 10 s, 4 + 8 s, and 4 + 8 s for the right.
 */
static void forms(void **state)
{
	static const struct row cases[] = {
		{ "easier from the begin", "mat", "08:51; play easier; 08:54",
		  MAT "08:51 play easier 1; 08:51:10 play easier 2; 08:51:22 play easier 3; "
		      "08:51:34 play easier end; 08:53:34 close, #1.1 mat bend done 34s both" },
		{ "easier half-way: from the begin of the same step", "mat",
		  "08:51; play start; +35s; play easier; +5s; close",
		  MAT "08:51 play 1; 08:51:30 play 2; 08:51:35 play easier 2; "
		      "08:51:40 close, #1.1 mat bend partly 40s" },
		{ "again is harmless", "mat", "08:51; play easier; +5s; play easier; +1s; done",
		  MAT "08:51 play easier 1; 08:51:05 play easier 1; "
		      "08:51:06 close, #1.1 mat bend done 6s" },
		{ "start stays with it", "mat", "08:51; play easier; play pause; play start; close",
		  MAT "08:51 play easier 1, play easier paused 1, play easier 1, close, "
		      "#1.1 mat bend partly" },
		{ "it goes on out of a pause", "mat",
		  "08:51; play start; +5s; play pause; +1m; play easier; +5s; close",
		  MAT "08:51 play 1; 08:51:05 play paused 1; 08:52:05 play easier 1; "
		      "08:52:10 close, #1.1 mat bend partly 10s" },
		{ "over is over", "mat", "08:51; play start; 08:52; play easier; close",
		  MAT "08:51 play 1; 08:51:30 play 2; 08:51:54 play end; 08:52 play easier end, "
		      "close, #1.1 mat bend done 54s" },
		{ "there is none", "floor", "08:51; play easier; play start; play easier",
		  UP "08:51 no_easier, play 1, no_easier" },
		{ "the next card has the steps again", "mat",
		  "08:51; play easier; close; 09:21; play start",
		  MAT "08:51 play easier 1, close, #1.1 mat bend partly; 09:20 show mat bend; "
		      "09:21 play 1" },
		{ "health asks for it", "mat pregnant=yes", "08:51; play start; +15s; close",
		  MAT "08:51 play easier 1; 08:51:10 play easier 2; 08:51:15 close, "
		      "#1.1 mat bend partly 15s" },
		{ "told while it is played: from the same step", "mat",
		  "08:51; play start; +35s; plan mat pregnant=yes; +5s; close",
		  MAT "08:51 play 1; 08:51:30 play 2; 08:51:35 play easier 2; "
		      "08:51:40 close, #1.1 mat bend partly 40s" },
		{ "told after its end", "mat",
		  "08:51; play start; 08:52; plan mat pregnant=yes; close",
		  MAT "08:51 play 1; 08:51:30 play 2; 08:51:54 play end; 08:52 play easier end, "
		      "close, #1.1 mat bend done 54s" },
		{ "taken back: it stays easier", "mat pregnant=yes",
		  "08:51; play start; +5s; plan mat; +1s; close",
		  MAT "08:51 play easier 1; 08:51:06 close, #1.1 mat bend partly 6s" },
		{ "an item without such steps", "floor pregnant=yes", "08:51; play start; close",
		  UP "08:51 play 1, close, #1.1 floor lunge partly" },
		{ "a kill does not forget it", "mat", "08:51; play easier; +20s; crash 1m",
		  MAT "08:51 play easier 1; 08:51:10 play easier 2; "
		      "08:52:20 close, #1.1 mat bend partly 10s" },
	};
	script_rows(state, cases, ROWS(cases));
}

static void hurts(void **state)
{
	static const struct row cases[] = {
		{ "at the end", "floor", "08:51; play start; 08:53; play hurt; 08:56",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:53 play hurt end; 08:55 close, #1.1 floor lunge partly 78s both" },
		{ "half-way, and it stops there", "floor",
		  "08:51; play start; +40s; play hurt; play start; play next; 08:56",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 play hurt 2; "
		     "08:53:40 close, #1.1 floor lunge partly 40s left" },
		{ "and closed", "floor", "08:51; play start; 08:53; play hurt; close",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:53 play hurt end, close, #1.1 floor lunge partly 78s both" },
		{ "a kill loses no word of it", "floor",
		  "08:51; play start; 08:53; play hurt; crash 1s",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:53 play hurt end; 08:53:01 close, #1.1 floor lunge partly 78s both" },
	};
	script_rows(state, cases, ROWS(cases));
}

/* What else happens meanwhile. */
static void meanwhile(void **state)
{
	static const struct row cases[] = {
		{ "away from the keys is no answer", "floor",
		  "source on; 08:51; play start; +5s; watch; idle 3s; 08:52:10; input; close",
		  UP "08:51 play 1; 08:51:05 watch idle 3:00; 08:51:30 play 2; 08:51:54 play 3; "
		     "08:52:10 close, #1.1 floor lunge partly 70s both" },
		{ "neither is `limber away`", "floor", "08:51; play start; away; 08:52; done",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; "
		     "08:52 close, #1.1 floor lunge done 60s left" },
		{ "the screen is locked", "floor", "08:51; play start; +40s; lock; 08:55; unlock",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left" },
		{ "locked at the end: it was done", "floor", "08:51; play start; 08:53; lock",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:53 close, #1.1 floor lunge done 78s both" },
		{ "the machine sleeps", "floor", "08:51; play start; +40s; sleep",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left" },
		{ "cards are paused", "floor", "08:51; play start; +40s; pause +1h",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left" },
		{ "put off: shown again from its begin", "floor",
		  "08:51; play start; +40s; snooze +10m; 09:02; play start; close",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge snoozed "
		     "40s left; 09:01:40 show floor lunge; 09:02 play 1, close, "
		     "#2.1 floor lunge partly" },
		{ "another is called for", "floor eyes", "08:51; play start; +40s; ring eyes",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left, "
		     "show eyes blink" },
		{ "the server goes", "floor", "08:51; play start; +40s; lost",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left" },
		{ "limberd ends", "floor", "08:51; play start; +40s; stop 1m",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:40 close, #1.1 floor lunge partly 40s "
		     "left" },
		{ "limberd is killed: what was saved is known", "floor",
		  "08:51; play start; +40s; crash 1m",
		  UP "08:51 play 1; 08:51:30 play 2; 08:52:40 close, #1.1 floor lunge partly 30s" },
		{ "the machine is", "floor", "08:51; play start; +40s; reboot 8h; 17:00",
		  UP "08:51 play 1; 08:51:30 play 2; 16:51:40 close, #1.1 floor lunge partly 30s" },
		{ "the clock is put back", "floor",
		  "08:51; play start; +40s; clock -3h; 05:55; ledger floor",
		  UP "08:51 play 1; 08:51:30 play 2; 05:51:54 play 3; 05:52:18 play end; "
		     "05:54:18 close, #1.1 floor lunge done 78s both; 05:55 ledger floor 0:42" },
		{ "another plan with it", "floor",
		  "08:51; play start; +10s; plan floor lunch; 08:56",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:54:18 close, #1.1 floor lunge done 78s both" },
		{ "another without it", "floor", "08:51; play start; +10s; plan lunch; 08:56",
		  UP "08:51 play 1; 08:51:10 close, #1.1 floor lunge partly 10s" },
		{ "one without it at its end: it was done", "floor lunch",
		  "08:51; play start; 08:53; plan lunch; 08:56",
		  UP "08:51 play 1; 08:51:30 play 2; 08:51:54 play 3; 08:52:18 play end; "
		     "08:53 close, #1.1 floor lunge done 78s both" },
		{ "it is switched off", "floor", "08:51; play start; +10s; switch floor off",
		  UP "08:51 play 1; 08:51:10 close, #1.1 floor lunge partly 10s" },
		{ "its item goes from the deck", "floor",
		  "08:51; play start; +10s; plan floor floor.items=walk; 08:56",
		  UP "08:51 play 1; 08:51:10 close, #1.1 floor lunge partly 10s" },
		{ "others on the card have no seconds of it", "floor eyes eyes.every=50m",
		  "08:51; play start; +10s; done",
		  "08:50 show floor lunge + eyes blink; 08:51 play 1; 08:51:10 close, "
		  "#1.1 floor lunge done 10s, #2.1 eyes blink done" },
		{ "the card's own item is meant", "floor lunch lunch.at=08:50",
		  "08:51; play start; +10s; done; 08:52",
		  "08:50 show lunch + floor lunge; 08:51 no_steps; 08:51:10 close, #1.1 lunch "
		  "done, "
		  "#2.1 floor lunge done" },
	};
	script_rows(state, cases, ROWS(cases));
}

/* A kill, and then a plan without it: nobody knows how far it would have gone. */
static void of_no_plan(void **state)
{
	static struct test_plan made;
	struct moment now = { { USEC_PER_HOUR }, { USEC_PER_DAY } };
	struct card card = { .id = 1, .item = "gone", .played = true, .shown = now };
	(void)state;
	plan_make(&made, "floor");
	assert_int_equal(play_outcome(&made.plan, &card, OUTCOME_NONE, now), OUTCOME_PARTLY);
}

static void refusals(void **state)
{
	static const struct row cases[] = {
		{ "no card", "floor", "play start", "08:00 no_card_up" },
		{ "one that nobody sees yet", "floor", "display mute; 08:51; play start",
		  UP "08:51 no_card_up" },
		{ "one without steps", "desk", "08:51; play start",
		  "08:50 show desk walk; 08:51 no_steps" },
		{ "one that only says something", "lunch", "12:31; play start",
		  "12:30 show lunch; 12:31 no_steps" },
		{ "not started", "floor", "08:51; play pause; play hurt",
		  UP "08:51 not_played, not_played" },
		{ "about it", "lunch floor", "08:51; play start; about",
		  UP "08:51 play 1, about floor" },
		{ "undone: as if nobody had said it", "floor",
		  "08:51; play start; +10s; done; undo",
		  UP "08:51 play 1; 08:51:10 close, #1.1 floor lunge done 10s, "
		     "#1.2 floor lunge taken_back 10s, show floor lunge" },
	};
	script_rows(state, cases, ROWS(cases));
}

/* In a terminal. */
static void elsewhere(void **state)
{
	static const struct row cases[] = {
		{ "without a card", "desk floor",
		  "08:20; did lunge 70s both; about; ledger floor; "
		  "ledger desk",
		  "08:20 #1.1 floor lunge done 70s both, about floor, ledger floor 0:00, "
		  "ledger desk 20:00" },
		{ "partly", "floor", "08:20; did-partly lunge 30s; ledger floor",
		  "08:20 #1.1 floor lunge partly 30s, ledger floor 10:00" },
		{ "of the card that is up", "floor", "08:51; did lunge 70s both",
		  UP "08:51 close, #1.1 floor lunge done 70s both" },
		{ "the next of a deck: another comes", "desk", "08:20; did walk 2m; 09:11",
		  "08:20 #1.1 desk walk done 120s; 09:10 show desk hip" },
		{ "another of a deck: the next one stays it", "desk", "08:20; did hip 2m; 09:11",
		  "08:20 #1.1 desk hip done 120s; 09:10 show desk walk" },
		{ "whose next it is", "desk long", "08:20; did hip 2m; about",
		  "08:20 #1.1 long hip done 120s, about long" },
		{ "before the health questions", "desk floor",
		  "setup no; 08:20; did roam 2m; did lunge 70s",
		  "08:20 #1.1 desk roam done 120s, in_no_deck" },
		{ "of nobody's deck", "floor", "did walk 2m", "08:00 in_no_deck" },
		{ "of nobody's deck: its time is not sat", "desk",
		  "08:34; did lunge 4m; ledger desk", "08:34 in_no_deck, ledger desk 10:00" },
		{ "of nobody's deck, while away", "desk",
		  "08:30; away; 08:34; did lunge 4m; back; ledger desk",
		  "08:34 in_no_deck, ledger desk 10:00" },
		{ "of what is switched off", "off", "did blink 2m", "08:00 in_no_deck" },
		{ "undone", "floor", "08:20; did lunge 70s both; undo; ledger floor",
		  "08:20 #1.1 floor lunge done 70s both, #1.2 floor lunge taken_back 70s both, "
		  "ledger floor 20:00" },
	};
	script_rows(state, cases, ROWS(cases));
}

/* The steps of a discreet card have no words: there is nothing to start. */
static void discreet_offers_no_start(void **state)
{
	static struct story story;
	const char *buttons[BUTTONS_MAX] = { NULL };
	(void)state;
	assert_true(script_play(&story, "floor", "08:51"));
	card_buttons(&story.plan.plan, &story.state, &item_lunge, buttons);
	assert_string_equal(buttons[0], LIMBER_BUTTON_START);
	story.plan.plan.discreet = true;
	card_buttons(&story.plan.plan, &story.state, &item_lunge, buttons);
	assert_string_equal(buttons[0], LIMBER_BUTTON_DONE);
}

/* Who looks over a shoulder reads nothing of health, also where it hurt. */
static void discreet(void **state)
{
	static struct story story;
	static struct play_text text;
	char label[BUTTON_SIZE];
	(void)state;
	assert_true(script_play(&story, "floor", "08:51; play start; 08:51:40"));
	story.plan.plan.discreet = true;
	card_button(LIMBER_BUTTON_HURT, &story.plan.plan, &story.state.card, NULL, label);
	assert_string_equal(label, "Not for me");
	play_text(&story.plan.plan, &story.state, NULL, &text);
	assert_string_equal(text.title, "");
	assert_string_equal(text.lines[0], "10 s, 2 times");
	assert_string_equal(text.lines[1], "Left: 2 of 2");
	assert_string_equal(text.form, "");
	story.state.card.hurt = true;
	play_text(&story.plan.plan, &story.state, NULL, &text);
	assert_string_equal(text.lines[0], "Leave it for today.");
	assert_string_equal(text.lines[1], "");
	story.plan.plan.discreet = false;
	play_text(&story.plan.plan, &story.state, NULL, &text);
	assert_string_equal(text.lines[1], "When to have somebody look at it: limber warnings");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts),
		cmocka_unit_test(hurts),
		cmocka_unit_test(forms),
		cmocka_unit_test(meanwhile),
		cmocka_unit_test(refusals),
		cmocka_unit_test(elsewhere),
		cmocka_unit_test(of_no_plan),
		cmocka_unit_test(discreet),
		cmocka_unit_test(discreet_offers_no_start),
	};
	return cmocka_run_group_tests_name("play", tests, NULL, NULL);
}
