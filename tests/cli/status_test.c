/* The screen of limber status in invented situations: the day of status_day.h with changes. */
#include "tests/cli/status_day.h"

#include <time.h>

static void paused(struct status *status)
{
	status->paused_until = NOW + 84 * MINUTE;
	status->paused_why = "dentist";
	status->reminders[0].speaks = NOW + 84 * MINUTE;
	status->cards = 1;
	memset(status->outcomes, 0, sizeof(status->outcomes));
}

static void locked(struct status *status)
{
	status->sitting = false;
	status->absences = (struct status_texts){ 2, { "locked", "by_hand" } };
	status->absent_since = NOW - 5 * MINUTE;
	status->reminders[0].speaks = 0;
	status->reminders[1].speaks = 0;
	status->reminders[1].next_due = NOW + 444 * MINUTE;
}

static void standing(struct status *status)
{
	status->sitting = false;
	status->absences = (struct status_texts){ 1, { "standing" } };
	status->absent_since = NOW - 5 * MINUTE;
	status->reminders[0].clears = MINUTE;
}

static void works_out(struct status *status)
{
	standing(status);
	status->absences.text[0] = "workout";
}

/* Nothing is due, and two holds apply to the next card. */
static void held(struct status *status)
{
	const struct status_holds holds = {
		3,
		{ { "dnd", "do-not-disturb (dunst) is on since 13:20: the card comes when it ends",
		    0, STATUS_OPEN },
		  { "inhibited", "asked for by sleep: demo", 0, STATUS_OPEN },
		  { "gap", "the last card came at 13:51, the next not before 14:21", 0, 0 } }
	};
	status->reminders[0].holds = holds;
	status->reminders[1].holds = holds;
}

static void due_and_held(struct status *status)
{
	held(status);
	due(status);
}

static void held_by_much(struct status *status)
{
	static const char *const callers[] = { "a", "b", "c", "d", "e" };
	for (int i = 0; i < 5; i++)
		status->reminders[0].holds.hold[i] =
			(struct status_hold){ "inhibited", callers[i], 0, STATUS_OPEN };
	status->reminders[0].holds.count = 5;
}

static void before_setup(struct status *status)
{
	status->setup_done = false;
	status->sources[1] = (struct status_source){ "idle", "logind", "limited", "A hint.", "" };
	status->reminders[1].silent = true;
}

static void answered_long_ago(struct status *status)
{
	status->health_old = true;
}

static void not_for_you(struct status *status)
{
	status->reminders[1].silent = true;
}

static void opens(struct status *status)
{
	status->reminders[0].opens = true;
}

static void card_up(struct status *status)
{
	status->card = (struct status_card){ .card = 7,
					     .reminder = "desk",
					     .item = "walk-break",
					     .title = "Walk two minutes",
					     .body = "",
					     .shown = NOW - 2 * MINUTE };
}

/* No display has it yet. */
static void card_coming(struct status *status)
{
	card_up(status);
	status->card.shown = 0;
}

static void unwell(struct status *status)
{
	setenv("HOME", "/home/a", 1);
	status->problems = (struct status_texts){
		2,
		{ "The last card could not be shown: no notification server is on the bus, so "
		  "read the cards here: limber watch",
		  "/home/a/.config/limber/limber.conf:3: hour: no such key; meant: hours" }
	};
}

static void nothing(struct status *status)
{
	status->counted = "";
	status->next = "";
	status->cards = 0;
	memset(status->outcomes, 0, sizeof(status->outcomes));
	status->reminders[0].enabled = false;
	status->reminders[1].enabled = false;
	status->reminders[0].cards = 0;
}

/* Who is a line on the card of one that is off waits for no card. */
static void host_off(struct status *status)
{
	whole(status);
	status->counted = "";
	status->reminders[0].enabled = false;
	status->next = "bedtime";
}

static void crowded_head(struct status *status)
{
	status->zone = "America/Argentina/Buenos_Aires_and_more";
	status->hours_end = NOW + 354 * MINUTE;
}

static void wordy(struct status *status)
{
	status->reminders[1].schedule = "Mon..Fri 12:30, Sat 10:00, Sun 11:00, Mon..Fri 16:30, "
					"Mon *-*-1..7 12:15, Tue *-*-1..7 12:15, "
					"Wed *-*-1..7 12:15, Thu *-*-1..7 12:15, "
					"Fri *-*-1..7 12:15, Sat *-*-1..7 12:15, Sun 9:00";
}

/* Names and schedules of any length, with nothing but the name of the host behind them. */
static void no_room(struct status *status)
{
	long_words(status);
	status->counted = "";
	status->reminders[0].with = "host-of-a-name-that-is-very-long";
	status->reminders[1].name = "host-of-a-name-that-is-very-long";
	status->reminders[1].enabled = false;
}

#define HEAD "Limber is on.  Tue 24 Nov, 14:06 (Europe/Berlin)\n\n"
#define SITTING "  Sitting   38 of 50 min     ###############.....\n"
#define COUNTED "  Counted   No input. When you get up: limber away\n"
#define NEXT "  Next      about 14:18      desk: Walk two minutes\n"
#define TODAY "\n  Today     7 cards, 3 done, 1 skipped, 2 up on your own\n\n"
#define CAPPED "\n  Today     7 cards, 3 done, 1 skipped, 2 up on your own; cap: 7 of 10\n\n"
#define TITLES "  REMINDER  WHEN                     NEXT   TODAY\n"
#define DESK "  desk      every 50 min of sitting  14:18      7\n"
#define BEDTIME "  bedtime   every day 21:30          21:30      -\n"
#define LATE_HINTS "\n  Quiet: limber pause 1h    Why: limber explain\n"
#define HINTS "\n  Later: limber snooze 1h    Quiet: limber pause 1h    Why: limber explain\n"

static const struct {
	const char *name;
	void (*change)(struct status *status);
	const char *screen;
} cases[] = {
	{ "as it is", as_it_is, HEAD SITTING COUNTED NEXT TODAY TITLES DESK BEDTIME HINTS },
	{ "paused", paused,
	  "Limber is paused until 15:30.  Tue 24 Nov, 14:06 (Europe/Berlin)\n\n"
	  "  Paused    dentist\n" SITTING COUNTED
	  "  Next      about 15:30      desk: Walk two minutes\n"
	  "\n  Today     1 card\n\n" TITLES
	  "  desk      every 50 min of sitting  15:30      7\n" BEDTIME
	  "\n  End the pause: limber resume    Why: limber explain\n" },
	{ "locked", locked,
	  HEAD "  Away      since 14:01: the screen is locked, limber away\n" SITTING COUNTED
	       "  Next      when you sit     desk: Walk two minutes\n" TODAY
	       "  REMINDER  WHEN                     NEXT          TODAY\n"
	       "  desk      every 50 min of sitting  when you sit      7\n"
	       "  bedtime   every day 21:30          21:30             -\n"
	       "\n  Here again: limber back    Why: limber explain\n" },
	{ "standing", standing,
	  HEAD "  Standing  since 14:01: you work standing\n" SITTING COUNTED NEXT TODAY TITLES DESK
		  BEDTIME "\n  On the chair again: limber sitting    Why: limber explain\n" },
	{ "a workout", works_out,
	  HEAD "  Away      since 14:01: a workout\n" SITTING COUNTED NEXT TODAY TITLES DESK BEDTIME
	       "\n  At its end: limber stop workout    Why: limber explain\n" },
	{ "due", due,
	  HEAD "  Sitting   50 of 50 min     ####################\n" COUNTED
	       "  Next      about 14:21      desk: Walk two minutes\n"
	       "  Waiting   the last card came at 13:51, the next not before 14:21\n" TODAY TITLES
	       "  desk      every 50 min of sitting  14:21      7\n" BEDTIME HINTS },
	{ "held", held,
	  HEAD SITTING COUNTED NEXT
	  "  Waiting   do-not-disturb (dunst) is on since 13:20: the card comes when it\n"
	  "            ends\n"
	  "            asked for by sleep: demo\n" TODAY TITLES DESK BEDTIME HINTS },
	{ "due and held", due_and_held,
	  HEAD "  Sitting   50 of 50 min     ####################\n" COUNTED
	       "  Next      about 14:21      desk: Walk two minutes\n"
	       "  Waiting   the last card came at 13:51, the next not before 14:21\n"
	       "            do-not-disturb (dunst) is on since 13:20: the card comes when it\n"
	       "            ends\n"
	       "            asked for by sleep: demo\n" TODAY TITLES
	       "  desk      every 50 min of sitting  14:21      7\n" BEDTIME HINTS },
	{ "held by much", held_by_much,
	  HEAD SITTING COUNTED NEXT
	  "  Waiting   a\n            b\n            c\n            d\n"
	  "            and more: limber holds\n" TODAY TITLES DESK BEDTIME HINTS },
	{ "before setup, with a hint of idleness", before_setup,
	  HEAD SITTING
	  "  Counted   A hint.\n" NEXT
	  "  Health    questions not answered (limber health): only walks, changes of\n"
	  "            position and pauses; silent: bedtime\n" TODAY
	  "  REMINDER  WHEN                     NEXT    TODAY\n"
	  "  desk      every 50 min of sitting  14:18       7\n"
	  "  bedtime   every day 21:30          silent      -\n" HINTS },
	{ "nothing of it is for you", not_for_you,
	  HEAD SITTING COUNTED NEXT
	  "  Health    nothing is for you now of bedtime: limber explain NAME\n" TODAY
	  "  REMINDER  WHEN                     NEXT    TODAY\n"
	  "  desk      every 50 min of sitting  14:18       7\n"
	  "  bedtime   every day 21:30          silent      -\n" HINTS },
	{ "answered long ago", answered_long_ago,
	  HEAD SITTING COUNTED NEXT
	  "  Health    your answers are over six months old; still so? limber health\n" TODAY
	  "  REMINDER  WHEN                     NEXT   TODAY\n"
	  "  desk      every 50 min of sitting  14:18      7\n"
	  "  bedtime   every day 21:30          21:30      -\n" HINTS },
	{ "card up", card_up,
	  HEAD "  Card      Walk two minutes (desk), up since 14:04\n" SITTING COUNTED
	       "  Next      its card is up   desk: Walk two minutes\n" TODAY
	       "  REMINDER  WHEN                     NEXT            TODAY\n"
	       "  desk      every 50 min of sitting  its card is up      7\n"
	       "  bedtime   every day 21:30          21:30               -\n"
	       "\n  Did it: limber done    Later: limber snooze    Not now: limber skip\n" },
	{ "card coming", card_coming,
	  HEAD "  Card      Walk two minutes (desk), about to be shown\n" SITTING COUNTED
	       "  Next      its card is up   desk: Walk two minutes\n" TODAY
	       "  REMINDER  WHEN                     NEXT            TODAY\n"
	       "  desk      every 50 min of sitting  its card is up      7\n"
	       "  bedtime   every day 21:30          21:30               -\n"
	       "\n  Did it: limber done    Later: limber snooze    Not now: limber skip\n" },
	{ "unwell", unwell,
	  "Limber is on, but not well.  Tue 24 Nov, 14:06 (Europe/Berlin)\n"
	  "  The last card could not be shown: no notification server is on the bus, so\n"
	  "    read the cards here: limber watch\n"
	  "  ~/.config/limber/limber.conf:3: hour: no such key; meant: hours\n\n" SITTING COUNTED
		  NEXT TODAY TITLES DESK BEDTIME HINTS },
	{ "when the hours begin", opens,
	  HEAD SITTING COUNTED
	  "  Next      from 14:18       desk: Walk two minutes\n" TODAY TITLES DESK BEDTIME HINTS },
	{ "done without a card", unasked,
	  HEAD SITTING COUNTED NEXT "\n  Today     1 done\n\n"
				    "  REMINDER  WHEN                     NEXT    TODAY\n"
				    "  desk      every 50 min of sitting  14:18       -\n"
				    "  bedtime   every day 21:30          21:30  1 of 6\n" HINTS },
	{ "nothing planned", nothing,
	  HEAD COUNTED "  Next      nothing is planned\n\n  Today     no card yet\n\n"
		       "  REMINDER  WHEN                     NEXT  TODAY\n"
		       "  desk      every 50 min of sitting  off       -\n"
		       "  bedtime   every day 21:30          off       -\n" LATE_HINTS },
	{ "whole", whole,
	  "Limber is on.  Tue 24 Nov, 14:06 (Europe/Berlin)           desk cards till 20:00\n\n"
	  "  Sitting   38 of 50 min     ###############.....  8 min on your feet clears "
	  "it\n" COUNTED NEXT
	  "  Slower    desk comes less often, as its cards were closed or left unanswered;\n"
	  "            two answers change that back\n" CAPPED
	  "  REMINDER  WHEN                            NEXT                 TODAY\n"
	  "  desk      every 50 min of sitting         14:18                    7\n"
	  "  bedtime   every day 21:30                 21:30                    -\n"
	  "  water     every 90 min, on the desk card  with the next card  3 of 6\n" HINTS },
	{ "its host is off", host_off,
	  HEAD COUNTED
	  "  Next      21:30            bedtime: Stretch in bed\n" CAPPED
	  "  REMINDER  WHEN                            NEXT          TODAY\n"
	  "  desk      every 50 min of sitting         off               7\n"
	  "  bedtime   every day 21:30                 21:30             -\n"
	  "  water     every 90 min, on the desk card  desk is off  3 of 6\n" LATE_HINTS },
	{ "no room for the hours", crowded_head,
	  "Limber is on.  Tue 24 Nov, 14:06 (America/Argentina/Buenos_Aires_and_more)\n\n" SITTING
		  COUNTED NEXT TODAY TITLES DESK BEDTIME HINTS },
	{ "wordy", wordy,
	  HEAD SITTING COUNTED NEXT TODAY
	  "  REMINDER  WHEN                                                    NEXT   TODAY\n"
	  "  desk      every 50 min of sitting                                 14:18      7\n"
	  "  bedtime   Mon..Fri 12:30, Sat 10:00, Sun 11:00, Mon..Fri 16:30,   21:30      -\n"
	  "            Mon *-*-1..7 12:15, Tue *-*-1..7 12:15, Wed *-*-1..7\n"
	  "            12:15, Thu *-*-1..7 12:15, Fri *-*-1..7 12:15, Sat\n"
	  "            *-*-1..7 12:15, Sun 9:00\n" HINTS },
	{ "no room", no_room,
	  "Limber is paused until Thu 24 Dec 14:06.  Tue 24 Nov, 14:06\n\n"
	  "  Next      nothing is planned\n" TODAY
	  "  REMINDER                          NEXT                      TODAY\n"
	  "  abcdefghijklmnopqrstuvwxyz-abcde  host-of-a-name-that-i...      7\n"
	  "                                    every 23 h 59 min of sitting\n"
	  "  host-of-a-name-that-is-very-long  off                           -\n"
	  "                                    Mon..Fri 12:30, Sat 10:00, Sun 11:00,\n"
	  "                                    Mon..Fri 16:30\n"
	  "\n  End the pause: limber resume    Why: limber explain\n" },
	{ "long words", long_words,
	  "Limber is paused until Thu 24 Dec 14:06.  Tue 24 Nov, 14:06\n\n" SITTING
	  "  Next      Thu 24 Dec 14:06  bedtime: \xc3\x84ndern Sie die Haltung, und zwar\n"
	  "                              m\xc3\xb6glichst gleich und gr\xc3\xbcndlich\n" TODAY
	  "  REMINDER                          NEXT              TODAY\n"
	  "  abcdefghijklmnopqrstuvwxyz-abcde  14:18                 7\n"
	  "                                    every 23 h 59 min of sitting\n"
	  "  bedtime                           Thu 24 Dec 14:06      -\n"
	  "                                    Mon..Fri 12:30, Sat 10:00, Sun 11:00,\n"
	  "                                    Mon..Fri 16:30\n"
	  "\n  End the pause: limber resume    Why: limber explain\n" },
};

static char *screen_of(void (*change)(struct status *status))
{
	static struct status status;
	char *out = NULL;
	size_t size;
	FILE *stream = open_memstream(&out, &size);
	status = day;
	change(&status);
	status_print(stream, &style_none, &status);
	fclose(stream);
	return out;
}

static void screens(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char *screen = screen_of(cases[i].change);
		row_check(&rows, strcmp(screen, cases[i].screen) == 0, "%s:\n%s", cases[i].name,
			  screen);
		row_check(&rows, narrow(screen), "%s is too wide", cases[i].name);
		free(screen);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(screens) };
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
