/* What a fact, a kind, a warning sign and a clinician's word do to an item, one line a case. */
#include <string.h>

#include "core/words/health_text.h"
#include "tests/rows.h"

static const struct item_caution cautions[] = {
	{ FACT_KIDNEY, RULE_STOP, "The clinic's target." },
	{ FACT_ACUTE, RULE_STOP, "" },
	{ FACT_HIPREP, RULE_ASK, "A higher seat." },
	{ FACT_OP, RULE_ASK, "" },
	{ FACT_PREGNANT, RULE_SWAP, "On the side." },
	{ FACT_FALL, RULE_WARN, "" },
	{ FACT_FEVER, RULE_WARN, "Slowly." },
};

#define CRAMP(name) (1u << CRAMP_##name)

/* Items of the test: what they are for, and do. */
static const struct item items[] = {
	{ .id = "plain",
	  .kinds = { .is = CRAMP(POSTURAL) },
	  .cautions = cautions,
	  .caution_count = 7 },
	{ .id = "bend", .kinds = { .is = CRAMP(POSTURAL) }, .acts = ACT_EXERCISE },
	{ .id = "warm", .kinds = { .is = CRAMP(POSTURAL) }, .acts = ACT_HEAT },
	{ .id = "ice",
	  .kinds = { .is = CRAMP(POSTURAL) | CRAMP(ACUTE) },
	  .acts = ACT_COLD,
	  .not_for = CRAMP(ISCHEMIC) },
	{ .id = "roll", .kinds = { .is = CRAMP(POSTURAL) }, .acts = ACT_PRESSURE },
	{ .id = "breath", .kinds = { .is = CRAMP(ACUTE) | CRAMP(ISCHEMIC) | CRAMP(REFERRED) } },
	{ .id = "chair",
	  .kinds = { .is = CRAMP(POSTURAL) | CRAMP(REFERRED) | CRAMP(NEUROLOGICAL) },
	  .acts = ACT_EXERCISE },
	{ .id = "gate",
	  .acts = ACT_EXERCISE,
	  .kinds = { .is = CRAMP(POSTURAL) | CRAMP(REFERRED) | CRAMP(ACUTE),
		     .checked = CRAMP(REFERRED) | CRAMP(ACUTE) } },
	{ .id = "lock",
	  .kinds = { .is = CRAMP(REFERRED), .checked = CRAMP(REFERRED) },
	  .causes = { .is = 1u << CAUSE_SPINAL, .checked = 1u << CAUSE_SPINAL } },
	{ .id = "claim", .kinds = { .is = CRAMP(ELECTROLYTE), .claimed = CRAMP(ELECTROLYTE) } },
};

static const struct item *item_of(const char *id, size_t length)
{
	for (size_t i = 0; i < ROWS(items); i++)
		if (strlen(items[i].id) == length && strncmp(items[i].id, id, length) == 0)
			return &items[i];
	return NULL;
}

static int index_of(const char *word, size_t length, const char *const words[])
{
	for (int i = 0; words[i]; i++)
		if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0)
			return i;
	return -1;
}

static uint32_t bit_of(const char *word, size_t length, const char *const words[])
{
	int index = index_of(word, length, words);
	assert_true(index >= 0);
	return index >= 0 ? UINT32_C(1) << index : 0;
}

/* "kidney", "acute=2026-11-22", "+nocturnal" a kind, "!referred" checked, "?bend" agreed,
 * "warning"; with blanks between. Postural unless a kind is said. */
static void health_word(struct health *health, const char *word, size_t length)
{
	size_t name = strcspn(word, "= ");
	char date[DATE_SIZE] = "";
	if (word[0] == '+')
		health->kinds |= bit_of(word + 1, length - 1, item_cramp_kinds);
	else if (word[0] == '!' && index_of(word + 1, length - 1, item_cramp_kinds) >= 0)
		health->cleared_kinds |= bit_of(word + 1, length - 1, item_cramp_kinds);
	else if (word[0] == '!')
		health->cleared_causes |= bit_of(word + 1, length - 1, item_causes);
	else if (word[0] == '?')
		health->agreed[health->agreed_count++] = item_of(word + 1, length - 1);
	else if (strncmp(word, "warning", length) == 0)
		health->warning = 20000;
	if (strchr("+!?w", word[0]))
		return;
	int fact = index_of(word, name, item_facts);
	assert_true(fact >= 0);
	health->facts[fact].holds = true;
	if (length > name) {
		memcpy(date, word + name + 1, length - name - 1);
		assert_true(date_read(date, &health->facts[fact].day));
	}
}

static struct health health_make(const char *words)
{
	struct health health = { 0 };
	for (size_t length; *words; words += length + strspn(words + length, " ")) {
		length = strcspn(words, " ");
		health_word(&health, words, length);
	}
	if (health.kinds == 0)
		health.kinds = CRAMP(POSTURAL);
	return health;
}

/* The day is 2026-11-24, a Tuesday. */
static const struct {
	const char *item, *health, *wanted;
} verdicts[] = {
	{ "plain", "", "" },
	/* Its own rules. */
	{ "plain", "kidney", "stop because of kidney disease" },
	{ "plain", "hiprep", "ask not before a clinician agrees, because of a hip replacement" },
	{ "plain", "hiprep ?bend",
	  "ask not before a clinician agrees, because of a hip replacement" },
	{ "plain", "hiprep ?plain", "" },
	{ "plain", "hiprep kidney ?plain", "stop because of kidney disease" },
	{ "plain", "hiprep kidney", "stop because of kidney disease" },
	{ "plain", "pregnant", "" },
	{ "plain", "fall", "" },
	{ "plain", "thin", "" },
	/* What no file can leave out. */
	{ "plain", "fracture", "stop because of a bone that could be broken" },
	{ "breath", "fracture", "stop because of a bone that could be broken" },
	{ "breath", "fever", "" },
	{ "plain", "fever", "" },
	{ "bend", "fever", "stop because of a fever or infection" },
	{ "bend", "fever ?bend", "stop because of a fever or infection" },
	{ "warm", "fever", "stop because of a fever or infection" },
	{ "ice", "fever", "" },
	{ "roll", "fever", "stop because of a fever or infection" },
	/* A warning sign. */
	{ "plain", "warning", "" },
	{ "bend", "warning", "warning because of a warning sign (limber warnings)" },
	{ "warm", "warning", "warning because of a warning sign (limber warnings)" },
	{ "ice", "warning", "warning because of a warning sign (limber warnings)" },
	{ "roll", "warning", "warning because of a warning sign (limber warnings)" },
	{ "roll", "warning fracture", "stop because of a bone that could be broken" },
	/* Dates: the day itself, the third day after it, the fourth. */
	{ "plain", "acute=2026-11-24",
	  "stop because of a fresh strain or injury until 2026-11-28" },
	{ "plain", "acute=2026-11-21",
	  "stop because of a fresh strain or injury until 2026-11-25" },
	{ "plain", "acute=2026-11-20", "" },
	{ "plain", "acute=2026-12-01",
	  "stop because of a fresh strain or injury until 2026-12-05" },
	{ "plain", "op=2026-09-01",
	  "ask not before a clinician agrees, because of an operation "
	  "until 2026-11-25" },
	{ "plain", "op=2026-08-31", "" },
	{ "plain", "op=2026-09-01 hiprep",
	  "ask not before a clinician agrees, because of a hip replacement" },
	/* Kinds. */
	{ "bend", "+nocturnal", "" },
	{ "ice", "+ischemic +postural", "not_for not with ischemic cramps" },
	{ "ice", "+ischemic !ischemic", "not_for not with ischemic cramps" },
	{ "bend", "+ischemic +postural",
	  "check with ischemic cramps not before a clinician has checked them" },
	{ "bend", "+ischemic !ischemic", "" },
	{ "breath", "+ischemic", "" },
	{ "bend", "+neurological +chronic",
	  "check with neurological cramps not before a clinician has checked them" },
	{ "plain", "+neurological",
	  "check with neurological cramps not before a clinician has checked them" },
	{ "bend", "+neurological !neurological", "" },
	{ "chair", "+neurological +exertional", "" },
	{ "plain", "+referred", "" },
	{ "bend", "+referred",
	  "check with referred cramps not before a clinician has checked them" },
	{ "bend", "+referred +chronic",
	  "check with referred cramps not before a clinician has checked them" },
	{ "roll", "+referred",
	  "check with referred cramps not before a clinician has checked them" },
	{ "warm", "+referred", "" },
	{ "chair", "+referred", "" },
	{ "bend", "+referred !referred", "" },
	/* A fresh strain, whatever the kinds. */
	{ "bend", "+acute", "" },
	{ "bend", "+acute acute", "stop because of a fresh strain or injury" },
	{ "bend", "acute=2026-11-23", "stop because of a fresh strain or injury until 2026-11-27" },
	{ "bend", "+chronic acute=2026-11-23 ?bend",
	  "stop because of a fresh strain or injury until 2026-11-27" },
	{ "roll", "acute=2026-11-23", "stop because of a fresh strain or injury until 2026-11-27" },
	{ "chair", "acute=2026-11-23",
	  "stop because of a fresh strain or injury until 2026-11-27" },
	{ "bend", "+acute acute=2026-11-20", "" },
	{ "ice", "acute=2026-11-23", "" },
	{ "ice", "+acute acute=2026-11-23", "" },
	{ "breath", "acute=2026-11-23", "" },
	{ "claim", "acute=2026-11-23", "" },
	{ "bend", "+ischemic acute=2026-11-23",
	  "stop because of a fresh strain or injury until 2026-11-27" },
	/* Once it was checked. */
	{ "gate", "", "" },
	{ "gate", "+referred",
	  "check with referred cramps not before a clinician has checked them" },
	{ "gate", "+postural +referred",
	  "check with referred cramps not before a clinician has checked them" },
	{ "gate", "+referred !referred", "" },
	{ "gate", "+acute", "check with acute cramps not before a clinician has checked them" },
	{ "gate", "+acute acute=2026-11-20", "" },
	{ "gate", "+acute acute=2026-11-21",
	  "stop because of a fresh strain or injury until 2026-11-25" },
	{ "gate", "+acute !acute", "" },
	{ "lock", "", "check with referred cramps not before a clinician has checked them" },
	{ "lock", "!referred", "" },
	{ "lock", "!spinal", "" },
	{ "lock", "+referred !spinal", "" },
	{ "lock", "+neurological !spinal",
	  "check with neurological cramps not before a clinician has checked them" },
	{ "claim", "+electrolyte", "" },
};

static void every_verdict(void **state)
{
	struct rows rows = rows_begin(state);
	int32_t today = 0;
	assert_true(date_read("2026-11-24", &today));
	for (size_t i = 0; i < ROWS(verdicts); i++) {
		const struct item *item = item_of(verdicts[i].item, strlen(verdicts[i].item));
		struct health health = health_make(verdicts[i].health);
		struct verdict verdict = item_verdict(item, &health, today);
		char why[SENTENCE_SIZE], date[DATE_SIZE] = "", got[512] = "";
		ruling_say(&verdict, NULL, why);
		if (verdict.until != INT32_MAX)
			date_print(verdict.until, date);
		if (verdict.ruling != RULING_FOR_YOU)
			snprintf(got, sizeof(got), "%s %s%s%s", ruling_word(verdict.ruling), why,
				 *date ? " until " : "", date);
		row_check(&rows, strcmp(got, verdicts[i].wanted) == 0, "%s, %s: %s",
			  verdicts[i].item, verdicts[i].health, got);
	}
	rows_end(&rows);
}

static const struct {
	const char *health, *wanted;
} notes[] = {
	{ "", "" },
	{ "pregnant", "Safer for you: On the side.\n" },
	{ "pregnant=2026-11-20", "Safer for you: On the side.\n" },
	{ "pregnant=2026-01-20", "" },
	{ "fall fever pregnant", "Safer for you: On the side.\nTake care: unsteady feet or a "
				 "fall.\nTake care: Slowly.\n" },
	{ "hiprep ?plain", "Take care: A higher seat.\n" },
};

static void every_note(void **state)
{
	struct rows rows = rows_begin(state);
	int32_t today = 0;
	assert_true(date_read("2026-11-24", &today));
	for (size_t i = 0; i < ROWS(notes); i++) {
		struct health health = health_make(notes[i].health);
		const struct item_caution *found[FACT_COUNT];
		char got[512] = "", line[SENTENCE_SIZE];
		int count = item_notes(&items[0], &health, today, found);
		for (int j = 0; j < count; j++) {
			caution_say(found[j], NULL, line);
			strcat(strcat(got, line), "\n");
		}
		row_check(&rows, strcmp(got, notes[i].wanted) == 0, "%s: %s", notes[i].health, got);
	}
	rows_end(&rows);
}

static const struct {
	const char *health;
	bool wanted;
} forms[] = {
	{ "", false },
	{ "pregnant", true },
	{ "pregnant=2026-11-20", true },
	{ "pregnant=2026-01-20", false },
	{ "fall fever", false },
	{ "fall pregnant", true },
};

/* The easier form of an item, where it has one, and where not. */
static void every_form(void **state)
{
	static const struct item_step easier = { .text = "Less.", .times = 1, .title = "" };
	struct rows rows = rows_begin(state);
	int32_t today = 0;
	assert_true(date_read("2026-11-24", &today));
	for (size_t i = 0; i < ROWS(forms); i++) {
		struct health health = health_make(forms[i].health);
		struct item item = items[0];
		row_check(&rows, !item_only_easier(&item, &health, today), "%s: of none",
			  forms[i].health);
		item.easier = &easier;
		item.easier_count = 1;
		row_check(&rows, item_only_easier(&item, &health, today) == forms[i].wanted, "%s",
			  forms[i].health);
	}
	rows_end(&rows);
}

static const struct {
	const char *text;
	bool good;
} dates[] = {
	{ "2026-11-22", true },  { "2000-01-01", true },  { "2199-12-31", true },
	{ "2024-02-29", true },  { "2026-02-29", false }, { "2026-13-01", false },
	{ "2026-00-10", false }, { "2026-01-00", false }, { "1999-12-31", false },
	{ "2200-01-01", false }, { "2026-1-1", false },   { "2026-11-22 ", false },
	{ "", false },           { "2026", false },       { "2026-11-2x", false },
	{ "22.11.2026", false }, { "-026-11-22", false },
};

static void every_date(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(dates); i++) {
		char back[DATE_SIZE] = "";
		int32_t day = -1;
		bool good = date_read(dates[i].text, &day);
		if (good)
			date_print(day, back);
		row_check(&rows, good == dates[i].good, "%s", dates[i].text);
		row_check(&rows, good ? strcmp(back, dates[i].text) == 0 : day == -1, "%s: %s",
			  dates[i].text, back);
	}
	rows_end(&rows);
}

/* A second look after half a year, and none for who never answered. */
static void half_a_year(void **state)
{
	static const struct {
		int32_t asked, today;
		bool old;
	} cases[] = {
		{ 0, 20000, false },    { 20000, 20000, false }, { 20000, 20182, false },
		{ 20000, 20183, true }, { 20000, 21000, true },  { 20000, 19000, false },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct health health = { .asked = cases[i].asked };
		row_check(&rows, health_is_old(&health, cases[i].today) == cases[i].old,
			  "asked on day %d, today is %d", cases[i].asked, cases[i].today);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_verdict), cmocka_unit_test(every_form),
		cmocka_unit_test(every_note),    cmocka_unit_test(every_date),
		cmocka_unit_test(half_a_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
