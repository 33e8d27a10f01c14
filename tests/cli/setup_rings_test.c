/*
 * What setup writes can ring: for all hours, evenings, plans and kinds of cramp here the planner
 * plays eight days, in which each reminder that is on has a card. And the short words of the
 * warning signs stand for all signs that are urgent.
 */
#include <string.h>

#include "cli/report/setup.h"
#include "cli/report/setup_signs.h"
#include "core/foresee/rings.h"
#include "tests/core/zones.h"
#include "tests/rows.h"

static const char *const hours[] = {
	"9-5",
	"08:00-20:00",
	"Mon-Fri 9:00-17:00",
	"06:00-14:00",
	"14:00-22:00",
	"22:00-06:00",
	"Mon..Fri 22:00-06:00",
	"18:00-02:00",
	"00:00-08:00",
	"05:00-09:00, 19:00-23:00",
	"Sat,Sun 10:00-16:00",
	"weekends 22:00-06:00",
	"Mon,Wed 22:00-06:00, Fri 8:00-16:00",
	"9-10",
	"9:00-9:30",
	"nothing",
};
static const char *const evenings[] = { "",      "21:30", "22:30", "00:30",
					"03:00", "07:30", "14:00", "no" };
static const struct {
	const char *plan, *when;
} plans[] = { { "sit", NULL },
	      { "night", NULL },
	      { "water", NULL },
	      { "questions", "sitting" },
	      { "questions", "night, sport, months" },
	      { "questions", "sweat, heat, strain" },
	      { "questions", "numb, back, night" } };

static struct command command;

static void begin(struct setup *setup)
{
	setup_init(setup, &command);
	setup->current.zone = berlin;
	/* Monday, 23 November 2026, 12:00. */
	setup->current.now.us = INT64_C(1795431600) * USEC_PER_SEC;
	setup->current.today = health_today(&berlin, setup->current.now);
}

static bool answer(struct setup *setup, enum option option, const char *text)
{
	char why[SETUP_WHY] = "";
	for (int i = 0; i < SETUP_QUESTIONS; i++) {
		const struct setup_question *question = &setup_questions[i];
		if (question->option == option)
			return question->take(setup, question->number, text, why);
	}
	return false;
}

/* The reminders that are on, not silenced by an answer, and have no card; "" for none. */
static void lost_write(struct setup *setup, char out[256])
{
	struct settings settings = { .count = 0 };
	struct config_errors errors = { 0 };
	setup_settings(setup, &settings);
	struct config *config = setup_try(setup, &settings, &errors);
	int length = snprintf(out, 256, "%s", config ? "" : "no configuration");
	const struct plan *plan = config ? config_plan(config) : NULL;
	uint64_t rings =
		plan ? rings_of(plan, &setup->current.zone, setup->current.now) : UINT64_MAX;
	for (int i = 0; plan && i < plan->count; i++)
		if (plan->reminders[i].enabled && !(rings >> i & 1) &&
		    !setup_is_silent(setup, plan, i))
			length += snprintf(out + length, 256 - (size_t)length, " %s",
					   plan->reminders[i].name);
	config_free(config);
	config_errors_finish(&errors);
}

static void one(struct rows *rows, size_t plan, const char *at, const char *evening)
{
	struct setup setup;
	char lost[256];
	begin(&setup);
	bool taken = answer(&setup, OPTION_PLAN, plans[plan].plan) &&
		     (!plans[plan].when || answer(&setup, OPTION_WHEN, plans[plan].when)) &&
		     answer(&setup, OPTION_HOURS, at) &&
		     (!evening[0] || answer(&setup, OPTION_BEDTIME, evening)) &&
		     answer(&setup, OPTION_HEALTH, "none");
	lost_write(&setup, lost);
	row_check(rows, taken && !lost[0], "%s %s, hours %s, evening %s: no card of%s",
		  plans[plan].plan, plans[plan].when ? plans[plan].when : "", at, evening,
		  taken ? lost : " it is no answer");
	setup_finish(&setup);
}

/* The settings of a night worker are the same when they are made again, as after "back". */
static void settings_are_made_anew(void **state)
{
	struct setup setup;
	struct settings first = { .count = 0 }, second = { .count = 0 };
	begin(&setup);
	assert_true(answer(&setup, OPTION_HOURS, "9-5"));
	assert_true(answer(&setup, OPTION_HOURS, "22-6"));
	setup_settings(&setup, &first);
	setup_settings(&setup, &second);
	assert_true(first.count >= 4);
	assert_int_equal(first.count, second.count);
	assert_int_equal(setup.move_count, 3);
	setup_finish(&setup);
}

/* Answers to what another plan does not ask do not count for it. */
static void another_plan_forgets(void **state)
{
	static const struct {
		const char *plan;
		bool bedtime;
	} cases[] = { { "sit", false }, { "water", false }, { "night", true } };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct setup setup;
		begin(&setup);
		bool taken = answer(&setup, OPTION_PLAN, "questions") &&
			     answer(&setup, OPTION_BEDTIME, "22:00") &&
			     answer(&setup, OPTION_WATER, "no") &&
			     answer(&setup, OPTION_PLAN, cases[i].plan);
		row_check(&rows,
			  taken && !setup.water_said &&
				  (setup.bedtime[0] != 0) == cases[i].bedtime &&
				  (setup.evening.count > 0) == cases[i].bedtime,
			  "%s: bedtime \"%s\", water %d", cases[i].plan, setup.bedtime,
			  setup.water_said);
		setup_finish(&setup);
	}
	rows_end(&rows);
}

static void every_reminder_rings(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t plan = 0; plan < ROWS(plans); plan++)
		for (size_t i = 0; i < ROWS(hours); i++)
			for (size_t k = 0; k < ROWS(evenings); k++)
				one(&rows, plan, hours[i], evenings[k]);
	rows_end(&rows);
}

static bool is_brief(const struct sign *sign, const char *id)
{
	char ids[32];
	for (size_t i = 0; i < brief_signs_count; i++) {
		snprintf(ids, sizeof(ids), " %s ", brief_signs[i].ids);
		if (strstr(ids, id) && brief_urgency(brief_signs[i].screen) == sign->urgency)
			return true;
	}
	return false;
}

static void every_urgent_sign_is_asked(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < signs_count; i++) {
		char id[16];
		snprintf(id, sizeof(id), " %s ", signs[i].id);
		row_check(&rows, signs[i].urgency == URGENCY_APPOINTMENT || is_brief(&signs[i], id),
			  "%s is on no screen of its urgency", signs[i].id);
	}
	rows_end(&rows);
}

static void words_are_answers(void **state)
{
	static const struct {
		enum option option;
		const char *text;
		bool is;
		uint32_t kinds;
	} cases[] = {
		{ OPTION_WHERE, "nothing", true, 1 << CRAMP_POSTURAL },
		{ OPTION_WHERE, "no", true, 1 << CRAMP_POSTURAL },
		{ OPTION_WHERE, "I only sit", true, 1 << CRAMP_POSTURAL },
		{ OPTION_WHERE, "foot, calf", true, 1 << CRAMP_POSTURAL },
		{ OPTION_WHERE, "Thigh", true, 1 << CRAMP_POSTURAL },
		{ OPTION_WHERE, "my calf at night", true,
		  1 << CRAMP_POSTURAL | 1 << CRAMP_NOCTURNAL },
		{ OPTION_WHERE, "back", true, 1 << CRAMP_POSTURAL | 1 << CRAMP_REFERRED },
		{ OPTION_WHERE, "elbow", false, 1 << CRAMP_POSTURAL },
		{ OPTION_WHEN, "none", true, 0 },
		{ OPTION_WHEN, "in bed", true, 1 << CRAMP_NOCTURNAL },
		{ OPTION_WHEN, "sitting and night", true,
		  1 << CRAMP_POSTURAL | 1 << CRAMP_NOCTURNAL },
		{ OPTION_PLAN, "2", true, 1 << CRAMP_NOCTURNAL },
		{ OPTION_PLAN, "Night", true, 1 << CRAMP_NOCTURNAL },
		{ OPTION_PLAN, "5", false, 1 << CRAMP_POSTURAL },
		{ OPTION_HEALTH, "nothing", true, 1 << CRAMP_POSTURAL },
		{ OPTION_HEALTH, "no", true, 1 << CRAMP_POSTURAL },
		{ OPTION_HEALTH, "", false, 1 << CRAMP_POSTURAL },
		{ OPTION_BEDTIME, "nothing", true, 1 << CRAMP_POSTURAL },
		{ OPTION_WATER, "none", true, 1 << CRAMP_POSTURAL },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct setup setup;
		begin(&setup);
		bool is = answer(&setup, cases[i].option, cases[i].text);
		row_check(&rows, is == cases[i].is && setup.kinds == cases[i].kinds, "%s: %d, %#x",
			  cases[i].text, is, setup.kinds);
		setup_finish(&setup);
	}
	rows_end(&rows);
}

static void times_are_understood(void **state)
{
	static const struct {
		enum option option;
		const char *text, *understood;
	} cases[] = {
		{ OPTION_HOURS, "9-5", "09:00-17:00" },
		{ OPTION_HOURS, "9am-5pm", "09:00-17:00" },
		{ OPTION_HOURS, "Mon-Fri 9:00-17:00", "Mon..Fri 09:00-17:00" },
		{ OPTION_HOURS, "weekdays 9-12, 1pm-5pm", "Mon..Fri 09:00-12:00, 13:00-17:00" },
		{ OPTION_HOURS, "10pm-6am", "22:00-06:00" },
		{ OPTION_HOURS, "noon-20:00", "12:00-20:00" },
		{ OPTION_HOURS,
		  "9\xe2\x80\x93"
		  "17",
		  "09:00-17:00" },
		{ OPTION_HOURS, "none", "00:00-24:00" },
		{ OPTION_HOURS, "all day", "00:00-24:00" },
		{ OPTION_HOURS, "from 9 to 5", "09:00-17:00" },
		{ OPTION_HOURS, "9am until 5pm", "09:00-17:00" },
		{ OPTION_HOURS, "Mon - Fri 9-5", "Mon..Fri 09:00-17:00" },
		{ OPTION_HOURS, "Monday to Thursday 9-5 and Fri 9-1",
		  "Mon..Thu 09:00-17:00, Fri 09:00-13:00" },
		{ OPTION_HOURS, "Mon-Fri: 9 a.m. - 5 p.m.", "Mon..Fri 09:00-17:00" },
		{ OPTION_HOURS, "Sat & Sun 10-4", "Sat,Sun 10:00-16:00" },
		{ OPTION_HOURS, "every day 9-12 and 1-5", "09:00-12:00, 13:00-17:00" },
		{ OPTION_HOURS, "9h-17h", "09:00-17:00" },
		{ OPTION_HOURS, "8-12, 13-17", "08:00-12:00, 13:00-17:00" },
		{ OPTION_HOURS, "22-2, 3-6", "22:00-02:00, 03:00-06:00" },
		{ OPTION_HOURS, "Mon..Fri 09:00-17:30,Sat 10:00-12:00",
		  "Mon..Fri 09:00-17:30, Sat 10:00-12:00" },
		{ OPTION_BEDTIME, "10", "22:00" },
		{ OPTION_BEDTIME, "22", "22:00" },
		{ OPTION_BEDTIME, "at 10 pm", "22:00" },
		{ OPTION_BEDTIME, "every day 21:30", "21:30" },
		{ OPTION_BEDTIME, "Sun..Thu 22:00, Fri,Sat 23:30",
		  "Mon..Thu,Sun 22:00, Fri,Sat 23:30" },
		{ OPTION_BEDTIME, "22:00, 23:00", "22:00, 23:00" },
		{ OPTION_BEDTIME, "Mon,Wed 22:00, 23:15", "Mon,Wed 22:00, 23:15" },
		{ OPTION_BEDTIME, "10pm", "22:00" },
		{ OPTION_BEDTIME, "22.30", "22:30" },
		{ OPTION_BEDTIME, "weekdays 9:30pm", "Mon..Fri 21:30" },
		{ OPTION_BEDTIME, "midnight", "00:00" },
		{ OPTION_BEDTIME, "10:30",
		  "10:30, in or just before your hours; back: another time" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct setup setup;
		begin(&setup);
		answer(&setup, cases[i].option, cases[i].text);
		row_check(&rows, strcmp(setup.understood, cases[i].understood) == 0, "%s: %s",
			  cases[i].text, setup.understood);
		setup_finish(&setup);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(settings_are_made_anew),
		cmocka_unit_test(another_plan_forgets),
		cmocka_unit_test(every_reminder_rings),
		cmocka_unit_test(every_urgent_sign_is_asked),
		cmocka_unit_test(words_are_answers),
		cmocka_unit_test(times_are_understood),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
