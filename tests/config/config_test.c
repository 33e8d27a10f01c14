/* Checks of values and of the merged plan, and their error lines. */
#include "config/keys.h"
#include "tests/config/load_rows.h"

#define ALL_KEYS                                                                                   \
	"; there are hours, quiet, gap, cap, first_week, "                                         \
	"back_off, day_starts, still_sitting, pays_back, video, never_during, "                    \
	"awake_limit, after_return, sound, cues, card_time, later, discreet, pictures, tray, "     \
	"aim, glass, "                                                                             \
	"bottle, "                                                                                 \
	"units, keep, health, "                                                                    \
	"setup_done, health_asked, kinds, agreed, cleared, warning, emergency_number, hooks, "     \
	"reminders"
#define DESK(keys) "reminders : { desk : { " keys " }; };"
#define NEW(keys) "reminders : { new : { " keys " }; };"

static const struct row values[] = {
	{ "", "" },
	{ "# only a comment", "" },
	{ "gap = \"0\";", "" },
	{ "gap = \"24h\";", "" },
	{ "gap = \"25h\";", "f:1: gap: \"25h\" is out of range: 0s to 1day\n" },
	{ "gap = \"30\";", "f:1: gap: \"30\" has no unit: write \"30min\"\n" },
	{ "gap = 30;", "f:1: gap: found 30: write a length in quotes, such as \"10min\"\n" },
	{ "gap = \"\";", "f:1: gap: \"\" is empty\n" },
	{ "gap = \"soon\";",
	  "f:1: gap: \"soon\" does not begin with a number: write 50min or 1h30\n" },
	{ "gap = \"5 parsecs\";",
	  "f:1: gap: \"5 parsecs\" has an unknown unit: write s, min, h, days or weeks\n" },
	{ "gap = \"99999999999999999999h\";",
	  "f:1: gap: \"99999999999999999999h\" is out of range: 0s to 1day\n" },
	{ "gap = [ \"30min\" ];",
	  "f:1: gap: found a list: write a length in quotes, such as \"10min\"\n" },
	{ "gap : { };", "f:1: gap: found a group: write a length in quotes, such as \"10min\"\n" },
	{ "gap = true;", "f:1: gap: found true: write a length in quotes, such as \"10min\"\n" },
	{ "still_sitting = \"9s\";", "f:1: still_sitting: \"9s\" is out of range: 10s to 1h\n" },
	{ "still_sitting = \"180\";",
	  "f:1: still_sitting: \"180\" has no unit: write \"10min\"\n" },
	{ "pays_back = \"59s\";", "f:1: pays_back: \"59s\" is out of range: 1min to 1day\n" },
	{ "card_time = \"61min\";", "f:1: card_time: \"61min\" is out of range: 10s to 1h\n" },
	{ "later = \"1min\";", "" },
	{ "day_starts = \"23:59\";", "" },
	{ "day_starts = \"24:00\";",
	  "f:1: day_starts: \"24:00\" is out of range: 00:00 to 23:59\n" },
	{ "day_starts = \"4am\";", "" },
	{ "day_starts = \"14am\";",
	  "f:1: day_starts: \"14am\" is not a time of day: write 21:30\n" },
	/* Look-alike characters are accepted in times, and named in errors elsewhere. */
	{ "gap = \"31\xc2\xa0min\"; hours = \"weekdays 9\xe2\x80\x93"
	  "5\";",
	  "" },
	{ "gap = “31min”;", "f:1: \"gap = “31min”;\" holds curly quotes (U+201C) where only a "
			    "plain sign of the keyboard can stand\n" },
	{ "gap\xc2\xa0= \"31min\";",
	  "f:1: \"gap\xc2\xa0= \"31min\";\" holds a no-break space (U+00A0) where only a plain "
	  "sign of the keyboard can stand\n" },
	{ "first_week = \"half\xc2\xa0\";", "f:1: first_week: \"half\xc2\xa0\" is not a valid "
					    "first week; the nearest is \"half\" (it holds a "
					    "no-break space, U+00A0)\n" },
	{ "setup_done = TRUE;", "" },
	{ "setup_done = 1;", "f:1: setup_done: found 1: write true or false\n" },
	{ "setup_done = \"yes\";",
	  "f:1: setup_done: found \"yes\": write true or false, without quotes\n" },
	{ "hours = \"08:00-12:00\";", "" },
	{ "hours = ( \"08:00-12:00\", \"Mon..Fri 22:00-02:00\" );", "" },
	{ "hours = [ ];", "f:1: hours: is empty: \"00:00-24:00\" means always\n" },
	{ "hours = [ 8, 20 ];", "f:1: hours: found 8: write each entry in double quotes\n"
				"f:1: hours: found 20: write each entry in double quotes\n" },
	{ "hours = 8;", "f:1: hours: found 8: write \"TEXT\" or [ \"TEXT\", \"TEXT\" ]\n" },
	{ "hours = [\n\"08:00-12:00\",\n\"13:00\" ];",
	  "f:3: hours: \"13:00\" is not a range of times: write 08:00-20:00\n" },
	{ "hours = [ \"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", "
	  "\"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", "
	  "\"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", \"1:00-2:00\", "
	  "\"1:00-2:00\", \"1:00-2:00\" ];",
	  "f:1: hours: has 17 entries: at most 16\n" },
	{ "gpa = \"30min\";", "f:1: gpa: is not known here; the nearest is \"gap\"\n" },
	{ "foo = true;", "f:1: foo: is not known here" ALL_KEYS "\n" },
	{ "every = \"45min\";", "f:1: every: is a key of a reminder: write reminders : { desk : { "
				"every = … }; };\n" },
	{ "desk : { every = \"45min\"; };",
	  "f:1: desk: belongs into reminders: write reminders : { desk : { … }; };\n" },
	{ "kidny = true;", "f:1: kidny: is not known here; the nearest is \"health.kidney\"\n" },
	{ "\n\nx = [\n\"\"\n];\n gap = \"1\";\n\n",
	  "f:3: x: is not known here" ALL_KEYS "\nf:6: gap: \"1\" has no unit: write \"1min\"\n" },
	{ "quiet = [ ];", "" },
	{ "quiet = \"22:00\";",
	  "f:1: quiet: \"22:00\" is not a range of times: write 08:00-20:00\n" },
	{ "cap = 1;", "" },
	{ "cap = 0;", "f:1: cap: 0 is out of range: 1 to 100\n" },
	{ "cap = 101;", "f:1: cap: 101 is out of range: 1 to 100\n" },
	{ "cap = \"10\";",
	  "f:1: cap: found \"10\": write a number from 1 to 100, without quotes\n" },
	{ "cap = 1.5;", "f:1: cap: found 1.5: write a number from 1 to 100\n" },
	{ "cap = 10L;", "f:1: cap: found 10L: write a number from 1 to 100\n" },
	{ "first_week = \"full\";", "" },
	{ "first_week = \"hlaf\";",
	  "f:1: first_week: \"hlaf\" is not a valid first week; the nearest is \"half\"\n" },
	{ "first_week = true;", "f:1: first_week: found true: write a word in double quotes\n" },
	{ "back_off = \"no\";",
	  "f:1: back_off: found \"no\": write true or false, without quotes\n" },
	{ "video = \"frozen\";", "" },
	{ "video = \"stop\";", "f:1: video: \"stop\" is not a valid way to count a film; there are "
			       "sitting, away, frozen\n" },
	{ "never_during = [ ];", "" },
	{ "never_during = \"dnd\";", "" },
	{ "never_during = [ \"call\", \"locker\" ];",
	  "f:1: never_during: \"locker\" is not a valid occasion to be silent; the nearest is "
	  "\"locked\"\n" },
	{ "never_during = [ \"dnd\", \"dnd\", \"dnd\", \"dnd\", \"dnd\", \"dnd\" ];",
	  "f:1: never_during: has 6 entries: at most 5\n" },
	{ "awake_limit = \"30s\";", "f:1: awake_limit: \"30s\" is out of range: 1min to 1day\n" },
	{ "after_return = \"0\";", "" },
	{ "after_return = \"2h\";", "f:1: after_return: \"2h\" is out of range: 0s to 1h\n" },
	{ "sound = true; discreet = true;", "" },
	{ "health : { };", "" },
	{ "health : { kidney = false; };", "" },
	{ "health : { kidney = true; };", "" },
	{ "health : { acute = \"2026-11-22\"; op = \"2024-02-29\"; pregnant = \"\"; };", "" },
	{ "health : { kidney = \"2026-11-22\"; };",
	  "f:1: health.kidney: does not end by itself: write true or false\n" },
	{ "health : { acute = \"2026-02-29\"; };",
	  "f:1: health.acute: \"2026-02-29\" is not a date: write \"2026-11-22\"\n" },
	{ "health : { acute = \"22.11.2026\"; };",
	  "f:1: health.acute: \"22.11.2026\" is not a date: write \"2026-11-22\"\n" },
	{ "health : { kidny = true; };",
	  "f:1: health.kidny: is not a health fact; the nearest is \"kidney\"\n" },
	{ "health : { kidney = 1; };", "f:1: health.kidney: found 1: write true or false\n" },
	{ "health = \"kidney\";", "f:1: health: must be a group: health : { FACT = true; };\n" },
	{ "kinds = [ \"postural\" ];", "" },
	{ "kinds = [ ];", "f:1: kinds: is empty: write \"postural\"\n" },
	{ "kinds = [ \"nocturnal\", \"chronic\" ];", "" },
	{ "agreed = [ \"hip-flexor-stretch\" ]; cleared = [ \"referred\", \"spinal\" ];", "" },
	{ "agreed = \"hip-flexor\";",
	  "f:1: agreed: \"hip-flexor\" is not an item; the nearest is \"hip-flexor-stretch\"\n" },
	{ "cleared = \"postural\";",
	  "f:1: cleared: \"postural\" is not a valid kind or cause that waits for a check; there "
	  "are acute, "
	  "chronic, referred, ischemic, neurological, nerve-impingement, spinal\n" },
	{ "warning = \"2026-11-24\"; health_asked = \"2026-11-01\";", "" },
	{ "warning = \"\";", "" },
	{ "emergency_number = \"+1 555-0100\";", "" },
	{ "emergency_number = \"call 911\";",
	  "f:1: emergency_number: \"call 911\" is not a number to call: write \"112\"\n" },
	{ "warning = true;", "f:1: warning: found true: write a text in double quotes\n" },
	{ "kinds = [ \"noctural\" ];",
	  "f:1: kinds: \"noctural\" is not a valid kind of cramp; the nearest is \"nocturnal\"\n" },
};

static void values_are_checked(void **state)
{
	check_table(state, values, ROWS(values));
}

static const struct row reminders[] = {
	{ DESK("every = \"50\";"), "f:1: reminders.desk.every: \"50\" has no unit: write "
				   "\"50min\"\n" },
	{ DESK("every = \"30s\";"),
	  "f:1: reminders.desk.every: \"30s\" is out of range: 1min to 1day\n" },
	{ DESK("of = \"clock\";"), "" },
	{ DESK("of = \"clocks\";"), "f:1: reminders.desk.of: \"clocks\" is not a valid thing to "
				    "count; the nearest is \"clock\"\n" },
	{ DESK("evry = \"50min\";"),
	  "f:1: reminders.desk.evry: is not known here; the nearest is \"every\"\n" },
	{ DESK("every = \"50min\"; at = \"12:30\";"),
	  "f:1: reminders.desk: has every and at: keep one of them\n" },
	{ DESK("valid = \"1h\";"), "f:1: reminders.desk.valid: goes with at or on, and this "
				   "reminder comes by every\n" },
	{ DESK("at = \"12:30\"; of = \"sitting\";"),
	  "f:1: reminders.desk.of: goes with every, and this reminder comes by at\n" },
	{ DESK("at = \"12:30\"; valid = \"31days\";"),
	  "f:1: reminders.desk.valid: \"31days\" is out of range: 1min to 30days\n" },
	{ DESK("items = [ ];"), "f:1: reminders.desk: has nothing to say: write items or say\n" },
	{ "reminders : { bedtime : { every = \"1h\"; of = \"sitting\"; }; };", "" },
	{ DESK("items = [ ]; say = \"Up!\";"), "" },
	{ DESK("items = \"walk-brake\";"), "f:1: reminders.desk.items: \"walk-brake\" is not an "
					   "item; the nearest is \"walk-break\"\n" },
	{ DESK("items = \"yodel\";"), "f:1: reminders.desk.items: \"yodel\" is not an item; all "
				      "there are: limber catalogue\n" },
	{ NEW(""), "f:1: reminders.new: never comes: write every = \"50min\", at = \"12:30\" or on "
		   "= \"unlock\"\n" },
	{ NEW("say = \"Up!\";"), "f:1: reminders.new: never comes: write every = \"50min\", at = "
				 "\"12:30\" or on = \"unlock\"\n" },
	{ NEW("at = \"12:30\";"), "f:1: reminders.new: has nothing to say: write items or say\n" },
	{ NEW("at = \"12:30\"; say = \"\";"),
	  "f:1: reminders.new: has nothing to say: write items or say\n" },
	{ NEW("at = [ ]; say = \"Up!\";"),
	  "f:1: reminders.new.at: is empty: to switch a reminder off write enabled = false\n" },
	{ NEW("at = [ \"12:30\", \"25:00\" ]; say = \"Up!\";"),
	  "f:1: reminders.new.at: \"25:00\" is not a time of day: write 21:30\n" },
	{ NEW("at = \"12:30\"; say = \"a\\nb\";"),
	  "f:1: reminders.new.say: \"a\\x0ab\" holds a character that cannot be shown: \\x0a\n" },
	{ NEW("at = \"12:30\"; say = \"a\\xffb\";"),
	  "f:1: reminders.new.say: \"a\\xffb\" holds a character that cannot be shown: \\xff\n" },
	{ NEW("enabled = false;"), "" },
	{ "reminders : { bedtim : { enabled = false; }; };",
	  "f:1: reminders.bedtim: is switched off, but there is no such reminder; the nearest is "
	  "\"bedtime\"\n" },
	{ "reminders : { Desk : { enabled = false; }; };",
	  "f:1: reminders.Desk: \"Desk\" is not a name: write a small letter, then small letters, "
	  "digits or -, 32 characters at most\n" },
	{ "reminders : { desk = false; };",
	  "f:1: reminders.desk: must be a group: desk : { … };\n" },
	{ "reminders = ( );", "f:1: reminders: must be a group: reminders : { NAME : { … }; };\n" },
	{ "reminders : {\n desk : { every = \"1\"; };\n};\ngap = \"2\";\n",
	  "f:2: reminders.desk.every: \"1\" has no unit: write \"1min\"\n"
	  "f:4: gap: \"2\" has no unit: write \"2min\"\n" },
	{ DESK("enabled = false; items = [ ];"), "" },
	/* Joined reminders. */
	{ NEW("every = \"1h\"; say = \"Sip\"; with = \"bedtime\";"), "" },
	{ NEW("every = \"1h\"; say = \"Sip\"; with = \"desk\"; enabled = false;"), "" },
	{ DESK("enabled = false;"), "" },
	{ NEW("every = \"1h\"; say = \"Sip\"; with = \"\";"), "" },
	{ NEW("every = \"1h\"; say = \"Sip\"; with = \"new\";"),
	  "f:1: reminders.new.with: names the reminder itself: name another\n" },
	{ NEW("every = \"1h\"; say = \"Sip\"; with = \"dsk\";"),
	  "f:1: reminders.new.with: \"dsk\" is not a reminder; the nearest is \"desk\"\n" },
	{ NEW("every = \"1h\"; say = \"Sip\"; with = \"No such\";"),
	  "f:1: reminders.new.with: \"No such\" is not a name: write a small letter, then small "
	  "letters, digits or -, 32 characters at most\n" },
	{ NEW("every = \"1h\"; say = \"Sip\"; with = \"water\";"),
	  "f:1: reminders.new.with: \"water\" has no card of its own, it is a line on that of "
	  "\"desk\"\n" },
	{ DESK("with = \"bedtime\";"),
	  "f:1: reminders.desk.with: leaves no card to water, which is a line on that of desk\n"
	  "f:1: reminders.desk.with: leaves no card to shift, which is a line on that of desk\n" },
	{ DESK("with = \"water\";"),
	  "f:1: reminders.desk.with: \"water\" has no card of its own, it is a line on that of "
	  "\"desk\"\nf:1: reminders.desk.with: leaves no card to water, which is a line on that "
	  "of desk\nf:1: reminders.desk.with: leaves no card to shift, which is a line on that "
	  "of desk\n" },
	{ NEW("at = \"12:30\"; say = \"Sip\"; with = \"desk\";"),
	  "f:1: reminders.new.with: goes with every, and this reminder comes by at\n" },
	/* A reminder with errors is reported once, not again for those joined to it. */
	{ DESK("every = \"5\";"),
	  "f:1: reminders.desk.every: \"5\" has no unit: write \"5min\"\n" },
	/* Keys and triggers. */
	{ NEW("on = \"unlock\"; after = \"10min\"; valid = \"1h\"; say = \"Hi\";"), "" },
	{ NEW("on = \"lock\"; say = \"Hi\";"),
	  "f:1: reminders.new.on: \"lock\" is not a valid occasion; the nearest is \"unlock\"\n" },
	{ NEW("on = \"wake\"; say = \"Hi\"; of = \"clock\";"),
	  "f:1: reminders.new.of: goes with every, and this reminder comes by on\n" },
	{ NEW("on = \"wake\"; at = \"9:00\"; say = \"Hi\";"),
	  "f:1: reminders.new: has at and on: keep one of them\n" },
	{ NEW("at = \"9:00\"; after = \"1h\"; say = \"Hi\";"),
	  "f:1: reminders.new.after: goes with on, and this reminder comes by at\n" },
	{ NEW("at = \"9:00\"; hours = \"8:00-9:00\"; say = \"Hi\";"),
	  "f:1: reminders.new.hours: goes with every, and this reminder comes by at\n" },
	{ NEW("at = \"9:00\"; quiet = \"8:00-9:00\"; most = 2; repeat = 3; wait = \"0\"; say = "
	      "\"Hi\";"),
	  "" },
	{ DESK("hours = [ ]; quiet = [ ];"), "" },
	{ DESK("repeat = 11;"), "f:1: reminders.desk.repeat: 11 is out of range: 0 to 10\n" },
	{ DESK("most = -1;"), "f:1: reminders.desk.most: -1 is out of range: 0 to 100\n" },
	{ DESK("wait = \"25h\";"),
	  "f:1: reminders.desk.wait: \"25h\" is out of range: 0s to 1day\n" },
	/* Errors of the merged plan are sorted to the line of the reminder. */
	{ "reminders : {\n a : { at = \"1:00\"; };\n};\ngap = \"2\";\n",
	  "f:2: reminders.a: has nothing to say: write items or say\n"
	  "f:4: gap: \"2\" has no unit: write \"2min\"\n" },
};

static void reminders_are_checked(void **state)
{
	check_table(state, reminders, ROWS(reminders));
}

#define EAT(text) NEW("say = \"Up!\"; at = \"" text "\";")
#define WRONG_AT(text) "f:1: reminders.new.at: \"" text "\" "

static const struct row times[] = {
	{ EAT("Mon..Fri 12:30"), "" },
	{ EAT("Mon *-*-1..7 12:15"), "" },
	{ EAT("*-*~01 9..17/2:00"), "" },
	{ EAT("hourly"), "" },
	{ EAT("12:60"), WRONG_AT("12:60") "is not a time of day: write 21:30\n" },
	{ EAT("*:*/15"), WRONG_AT("*:*/15") "is not a time of day: write 21:30\n" },
	{ EAT("noon"), "" },
	{ EAT("Mon-Fri 9:00"), "" },
	{ EAT("noonish"),
	  WRONG_AT("noonish") "is not a time: write 21:30, Mon..Fri 12:30, or hourly, "
			      "daily, weekly, monthly, quarterly, yearly\n" },
	{ EAT("Mon--Fri 9:00"), WRONG_AT("Mon--Fri 9:00") "is not a day of the week: write Mon, "
							  "Mon..Fri or Sat,Sun\n" },
	{ EAT("Mon"),
	  WRONG_AT("Mon") "has no time of day: write it at the end, such as Mon 12:30\n" },
	{ EAT("*-*-32 9:00"), WRONG_AT("*-*-32 9:00") "has a wrong date before its time: write "
						      "*-*-01, 12-24, *-*~01 for the "
						      "last day of a month, or 2026-12-24\n" },
	{ EAT("*-02-30 9:00"), WRONG_AT("*-02-30 9:00") "never comes: no year has such a day\n" },
	{ EAT("*:*:*"),
	  WRONG_AT("*:*:*") "comes more than once a minute: write one second, or none\n" },
	{ EAT("9:00 UTC"),
	  WRONG_AT("9:00 UTC") "has something at its end that does not belong there\n" },
};

static void times_are_checked(void **state)
{
	check_table(state, times, ROWS(times));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_checked),
		cmocka_unit_test(reminders_are_checked),
		cmocka_unit_test(times_are_checked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
