/* Events as text: what is read prints in its normal form, and that reads to the same again. */
#include "core/codec/event_rows.h"
#include "tests/core/plans.h"
#include "tests/core/zones.h"
#include "tests/rows.h"

static struct test_plan plan;
static struct zone zone;
static struct event_place place;

static int set_up(void **state)
{
	(void)state;
	plan_make(&plan, "desk bedtime");
	zone = zone_berlin();
	/* Monday 2026-11-23, 14:00 */
	place = (struct event_place){ &plan.plan,
				      &zone,
				      { { 10 * USEC_PER_HOUR },
					{ INT64_C(1795438800) * USEC_PER_SEC } } };
	return 0;
}

/* Reads, prints and reads again; false where one of them cannot be read. */
static bool there_and_back(const char *text, char out[EVENT_TEXT_SIZE])
{
	struct event_read read, again;
	char second[EVENT_TEXT_SIZE];
	if (event_read(text, &place, &read) != EVENT_TEXT_OK)
		return false;
	/* The table of a zone is the reader's own to know. */
	struct zone named = zone;
	if (read.event.kind == EVENT_ZONE) {
		snprintf(named.name, sizeof(named.name), "%.63s", read.text);
		read.event.zone = &named;
	}
	event_print(&read.event, &plan.plan, out);
	if (event_read(out, &place, &again) != EVENT_TEXT_OK)
		return false;
	again.event.zone = read.event.kind == EVENT_ZONE ? &named : again.event.zone;
	event_print(&again.event, &plan.plan, second);
	return strcmp(out, second) == 0;
}

static void texts(void **state)
{
	static const struct {
		const char *text, *normal;
	} cases[] = {
		{ "start", "start" },
		{ "boot", "boot" },
		{ "stop", "stop" },
		{ "timer", "timer" },
		{ "plan", "plan" },
		{ "clock", "clock" },
		{ "zone Europe/Berlin", "zone Europe/Berlin" },
		{ "lock", "lock" },
		{ "  lock  ", "lock" },
		{ "lock 0", "lock" },
		{ "idle 180s", "idle 3min" },
		{ "away 1h", "away 1h" },
		{ "sleep 250ms", "sleep 250ms" },
		{ "unlock", "unlock" },
		{ "wake", "wake" },
		{ "back", "back" },
		{ "input", "input" },
		{ "standing", "standing" },
		{ "standing 20m", "standing 20min" },
		{ "sitting", "sitting" },
		{ "absent locked", "lock" },
		{ "absent asleep,locked 5min", "absent locked,asleep 5min" },
		{ "absent down", "absent down" },
		{ "present idle", "input" },
		{ "present idle,by_hand", "present by_hand,idle" },
		{ "source dates", "source dates" },
		{ "source on", "source on" },
		{ "source off", "source off" },
		{ "moment", "moment" },
		{ "call on (microphone)", "call on (microphone)" },
		{ "call off", "call off" },
		{ "awake on 5min (Firefox)", "awake on 5min (Firefox)" },
		{ "dnd gone", "dnd gone" },
		{ "inhibited on 1s", "inhibited on 1s" },
		{ "login", "login" },
		{ "workout", "workout" },
		{ "absent workout 5m", "absent workout 5min" },
		{ "present workout", "present workout" },
		{ "sat 10m", "sat 10min" },
		{ "stood 1h30", "stood 1h30min" },
		{ "display", "display" },
		{ "shown #3", "shown #3" },
		{ "not-shown", "not-shown" },
		{ "no-server", "no-server" },
		{ "no-server #3", "no-server #3" },
		{ "shown #9223372036854775806", "shown #9223372036854775806" }, /* WELCOME_CARD */
		{ "closed #18446744073709551615", NULL },
		{ "lost #12", "lost #12" },
		{ "done", "done" },
		{ "done desk", "done desk" },
		{ "done #2 desk", "done #2 desk" },
		{ "partly #2", "partly #2" },
		{ "skip bedtime", "skip bedtime" },
		{ "play start", "play start" },
		{ "play hurt #3", "play hurt #3" },
		{ "play easier", "play easier" },
		{ "play", NULL },
		{ "did walk-break 120s", "did walk-break 2min" },
		{ "did-partly hip 0s", "did-partly hip 0s" },
		{ "did calf-stretch 1min left", "did calf-stretch 1min left" },
		{ "did-partly calf-stretch 9s both", "did-partly calf-stretch 9s both" },
		{ "did calf-stretch 1min up", NULL },
		{ "did calf-stretch 1min left right", NULL },
		{ "drink 250ml", "drink 250ml" },
		{ "drink 2 glasses", "drink 500ml" },
		{ "drink 0.3l", "drink 300ml" },
		{ "drink 6l", NULL },
		{ "drink 0ml", NULL },
		{ "drink", NULL },
		{ "did Walk 2min", NULL },
		{ "did walk", NULL },
		{ "play louder", NULL },
		{ "snooze 20m", "snooze 20min" },
		{ "snooze desk 14:30", "snooze desk 30min" },
		{ "snooze #4 tomorrow 9:00", "snooze #4 19h" },
		{ "snooze desk until 14:00:01", NULL },
		{ "snooze open", "snooze open" },
		{ "snooze -5min", "snooze -5min" },
		{ "snooze 0s", "snooze 0s" },
		{ "pause until 15:00 (lunch (long))", "pause 1h (lunch (long))" },
		{ "pause 1h", "pause 1h" },
		{ "resume", "resume" },
		{ "try desk", "try desk" },
		{ "undo", "undo" },
		{ "", NULL },
		{ "locked", NULL },
		{ "lock now", NULL },
		{ "lock 5min more", NULL },
		{ "unlock 5min", NULL },
		{ "absent", NULL },
		{ "absent lost", NULL },
		{ "absent locked,", NULL },
		{ "source", NULL },
		{ "source maybe", NULL },
		{ "call", NULL },
		{ "call on microphone", NULL },
		{ "call on (microphone", NULL },
		{ "standing (up)", NULL },
		{ "sat", NULL },
		{ "sat down", NULL },
		{ "shown 3", NULL },
		{ "shown #", NULL },
		{ "shown #3x", NULL },
		{ "done lunch", NULL },
		{ "snooze", NULL },
		{ "snooze lunch 5min", NULL },
		{ "pause", NULL },
		{ "pause 1h lunch", NULL },
		{ "try", NULL },
		{ "try lunch", NULL },
		{ "zone", NULL },
		{ "zone Europe/Berlin now", NULL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char out[EVENT_TEXT_SIZE] = "";
		bool good = there_and_back(cases[i].text, out);
		row_check(&rows,
			  good == (cases[i].normal != NULL) &&
				  (!good || strcmp(out, cases[i].normal) == 0),
			  "\"%s\": %s \"%s\", want \"%s\"", cases[i].text, good ? "good" : "bad",
			  out, cases[i].normal ? cases[i].normal : "bad");
	}
	rows_end(&rows);
}

static void errors(void **state)
{
	static const struct {
		const char *text;
		enum event_text error;
		const char *form;
	} cases[] = {
		{ "lokc", EVENT_TEXT_NO_WORD, NULL },
		{ "snooze soon", EVENT_TEXT_BAD, "snooze [#CARD] [NAME] TIME" },
		{ "try dekc", EVENT_TEXT_NO_REMINDER, "try NAME" },
		{ "done dekc", EVENT_TEXT_NO_REMINDER, "done [#CARD] [NAME]" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct event_read read;
		enum event_text error = event_read(cases[i].text, &place, &read);
		bool same = cases[i].form ? read.form && strcmp(read.form, cases[i].form) == 0
					  : read.form == NULL;
		row_check(&rows, error == cases[i].error && same, "%s: %d, %s", cases[i].text,
			  (int)error, read.form ? read.form : "no form");
	}
	rows_end(&rows);
}

/* Values without a text: long words are cut, line feeds become blanks, a far time is open. */
static void events(void **state)
{
	struct rows rows = rows_begin(state);
	char out[EVENT_TEXT_SIZE], why[200] = "a\nb";
	struct event event = { .kind = EVENT_PAUSE, .now = place.now };
	event.pause.until.us = place.now.real.us + LENGTH_MAX + 1;
	event.pause.why = why;
	event_print(&event, &plan.plan, out);
	row_check(&rows, strcmp(out, "pause open (a b)") == 0, "%s", out);
	memset(why, 'x', 78);
	memcpy(why + 78, "äää", sizeof("äää"));
	event_print(&event, &plan.plan, out);
	row_check(&rows, strlen(out) == strlen("pause open ()") + 80, "%s", out);
	event = (struct event){ .kind = EVENT_SNOOZE, .now = place.now };
	event.snooze.until.us = 0;
	event.snooze.reminder = REMINDER_ANY;
	event_print(&event, &plan.plan, out);
	row_check(&rows, strcmp(out, "snooze -400days") == 0, "%s", out);
	rows_end(&rows);
}

/* Each kind of event has a word, and each word is found. */
static void all_kinds(void **state)
{
	struct rows rows = rows_begin(state);
	bool seen[EVENT_COUNT] = { false };
	for (int i = 0; i < EVENT_ROWS; i++) {
		row_check(&rows, event_rows[i].usage != NULL, "row %d of %d is empty", i,
			  (int)EVENT_ROWS);
		seen[event_rows[i].kind] = true;
	}
	for (int i = 0; i < EVENT_COUNT; i++)
		row_check(&rows, seen[i], "event %d has no word", i);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(texts, set_up),
		cmocka_unit_test_setup(errors, set_up),
		cmocka_unit_test_setup(events, set_up),
		cmocka_unit_test(all_kinds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
