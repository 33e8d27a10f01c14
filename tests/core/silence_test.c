/* Days without a card though some were due: counted once a day, reported from the second on. */
#include <string.h>

#include "core/policy/silence.h"
#include "core/policy/step.h"
#include "tests/core/script.h"

#define NOON_OF(day) ((day)*USEC_PER_DAY + 12 * USEC_PER_HOUR)

static const struct reminder lunch = {
	.name = "lunch",
	.enabled = true,
	.trigger = TRIGGER_AT,
	.title = "",
	.say = "Eat.",
	.at = { { 0 } },
	.at_count = 1,
	.valid = USEC_PER_HOUR,
	.with = -1,
};

static struct moment noon(int day)
{
	return (struct moment){ { NOON_OF(day) }, { NOON_OF(20000 + day) } };
}

struct day {
	const char *name;
	int day;
	bool shown; /* by a display; else by none */
	bool told;  /* then */
	int since;  /* the day it is told from */
};

static void days(void **state)
{
	static const struct day cases[] = {
		{ "seen", 1, true, false, 0 },
		{ "the first day", 2, false, false, 0 },
		{ "the same day", 2, false, false, 0 },
		{ "the second", 3, false, true, 2 },
		{ "after a weekend", 6, false, true, 2 },
		{ "seen again", 7, true, false, 0 },
		{ "and anew", 8, false, false, 0 },
	};
	struct rows rows = rows_begin(state);
	static struct state it;
	struct reminder reminder = lunch;
	struct plan plan = { .setup_done = true,
			     .card_time = 2 * USEC_PER_MIN,
			     .still_sitting = 3 * USEC_PER_MIN,
			     .pays_back = 10 * USEC_PER_MIN,
			     .count = 1,
			     .reminders = &reminder };
	struct zone utc = { .name = "UTC", .until = REALTIME_OPEN };
	struct result result;
	assert_int_equal(calendar_read("12:00", &reminder.at[0]), TEXT_OK);
	struct moment start = noon(0);
	start.real.us += USEC_PER_HOUR;
	start.boot.us += USEC_PER_HOUR;
	state_init(&it, &plan, &utc, start);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct moment now = noon(cases[i].day);
		struct event again = { .kind = EVENT_DISPLAY, .now = now };
		step(&plan, &it, &again, &result);
		struct event event = { .kind = cases[i].shown ? EVENT_SHOWN : EVENT_NOT_SHOWN,
				       .now = now,
				       .card = it.card.id };
		step(&plan, &it, &event, &result);
		struct realtime since = silence_since(&it);
		row_check(&rows,
			  (since.us != 0) == cases[i].told &&
				  (!cases[i].told || since.us == noon(cases[i].since).real.us),
			  "%s: since day %d", cases[i].name,
			  since.us != 0 ? (int)(since.us / USEC_PER_DAY - 20000) : 0);
	}
	rows_end(&rows);
}

/* What holds every card back is named. */
static void causes(void **state)
{
	static const struct row rows[] = {
		{ "do-not-disturb", "desk",
		  "only shows; dnd GNOME on; 20:00; silence; away; Tue 08:00; back; 09:00; "
		  "silence; dnd off; silence",
		  "20:00 silence no; Tue 09:00 silence NO CARD HAS BEEN SEEN SINCE yesterday "
		  "08:50, "
		  "though 2 were due: do-not-disturb (GNOME) is on since yesterday 08:00. Turn it "
		  "off, "
		  "or take \"dnd\" out of never_during., show desk walk, silence no" },
		{ "it ended, and something else holds", "desk",
		  "only shows; dnd GNOME on; 20:00; away; Tue 08:00; back; 09:00; asked demo on; "
		  "dnd off; "
		  "silence; pause +1h; asked off; silence",
		  "Tue 09:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 08:50, though 2 were "
		  "due: demo asked for silence, since 09:00. End that program., silence NO"
		  " CARD HAS BEEN SEEN SINCE yesterday 08:50, though 2 were due: they were held "
		  "each time. See why: limber explain" },
		{ "each card is counted once", "lunch bedtime",
		  "only shows; dnd on; Wed 08:00; silence",
		  "Wed 08:00 silence NO CARD HAS BEEN SEEN SINCE Mon 23 Nov 12:30, though 4 were "
		  "due: do-not-disturb is on since Mon 23 Nov 08:00. Turn it off, or take \"dnd\" "
		  "out of never_during." },
		{ "a call", "desk awake_limit=30h",
		  "only shows; call off; mic on; 20:00; away; Tue 08:00; back; 09:00; silence",
		  "Tue 09:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 08:50, though 2 were "
		  "due: there is a call since yesterday 08:50 (microphone). If there is none, take "
		  "\"call\" "
		  "out of never_during." },
		{ "asked for", "desk",
		  "only shows; asked demo on; 20:00; away; Tue 08:00; back; 09:00; silence",
		  "Tue 09:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 08:50, though 2 were "
		  "due: demo asked for silence, since yesterday 08:00. End that program." },
		{ "asked for by a name of one letter", "desk",
		  "only shows; asked R on; 20:00; away; Tue 08:00; back; 09:00; silence",
		  "Tue 09:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 08:50, though 2 were "
		  "due: R asked for silence, since yesterday 08:00. End that program." },
		{ "kept awake", "desk awake_limit=12h",
		  "only shows; awake Caffeine on; 19:00; away; Tue 08:00; back; awake Caffeine "
		  "off; awake "
		  "Caffeine on; 09:00; silence",
		  "Tue 09:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 08:50, though 2 were "
		  "due: Caffeine keeps the screen awake since 08:00. Close that, or take \"awake\" "
		  "out of never_during." },
		{ "no display", "lunch", "only shows; display fails; 12:40; Tue 12:40; silence",
		  "12:30 show lunch; 12:31 show lunch; 12:33 show lunch; 12:37 show lunch; 12:45 "
		  "show lunch; 13:01 show lunch; 13:31 show lunch; Tue 12:30 show lunch; 12:40 "
		  "silence NO CARD HAS BEEN SEEN SINCE yesterday 12:30, though 2 were due: "
		  "nothing could show them (no server). Read them here: limber watch" },
		{ "a day with a card is well", "desk",
		  "only shows; 09:00; dnd on; 20:00; away; Tue 08:00; back; 09:00; silence",
		  "08:50 show desk walk; Tue 09:00 silence no" },
		{ "who is away is not there to see", "lunch",
		  "only shows; dnd on; away; Wed 18:00; silence", "Wed 18:00 silence no" },
		{ "who has paused wants none", "lunch",
		  "only shows; dnd on; pause +3d; Wed 18:00; silence", "Wed 18:00 silence no" },
		{ "quiet over the hours", "desk hours=22:00-03:00 quiet=21:00-07:00",
		  "begin Mon 21:30; only shows; Tue 02:00; away; 21:30; back; 23:00; silence",
		  "Tue 23:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 22:20, though 2 were "
		  "due: quiet covers the hours in which you sit. Another quiet: limber set "
		  "quiet=FROM-UNTIL" },
		{ "quiet in the evening is no matter while there are cards by day",
		  "desk quiet=18:00-07:00",
		  "only shows; 08:51; done; 19:30; away; Tue 08:00; back; 08:40; silence",
		  "08:50 show desk walk; 09:41 show desk hip; 10:33 show desk stand; 11:25 show "
		  "desk walk; 12:17 show desk hip; 13:09 show desk stand; 14:01 show desk walk; "
		  "14:53 show desk hip; 15:45 show desk stand; 16:37 show desk walk; 17:29 show "
		  "desk hip; Tue 08:40 silence no" },
		{ "a server that drops what it accepts", "desk",
		  "only shows; display mute; 08:50; shown; close; 08:51; shown; close; 08:52; "
		  "lost; "
		  "away; silence; Tue 08:00; back; 08:50; shown; close; silence; display good; "
		  "display comes; silence",
		  "08:50 show desk walk; 08:51 show desk walk; 08:52 silence no; Tue 08:50 show "
		  "desk walk, silence NO CARD HAS BEEN SEEN SINCE yesterday 08:50, though 2 were "
		  "due: nothing could show them (no server). Read them here: limber watch, show "
		  "desk walk, silence no" },
		{ "standing for days", "desk",
		  "only shows; stand 3d; timer; 12:00; timer; Tue 12:00; timer; silence",
		  "Tue 12:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 12:00, though you sat "
		  "long enough for one: you are taken to stand, by limber standing. If you sit: "
		  "limber sitting" },
		{ "nothing for the user", "eyes",
		  "only shows; setup no; 12:00; away; 12:30; Tue 08:00; back; 12:00; timer; "
		  "silence",
		  "Tue 12:00 silence NO CARD HAS BEEN SEEN SINCE yesterday 12:00, though you sat "
		  "long enough for one: nothing that is due is for you now. See why: limber "
		  "explain" },
		{ "who put it off wants none", "desk",
		  "only shows; dnd on; snooze desk +3d; Tue 12:00; silence",
		  "Tue 12:00 silence no" },
		{ "a try says nothing of what holds", "desk",
		  "only shows; dnd on; 12:00; ring desk; away; Tue 08:00; back; 09:00; silence",
		  "12:00 show desk walk; Tue 09:00 silence NO CARD HAS BEEN SEEN SINCE yesterday "
		  "08:50, though 2 were due: do-not-disturb is on since yesterday 08:00. Turn it "
		  "off, or take \"dnd\" out of never_during." },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(days), cmocka_unit_test(causes) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
