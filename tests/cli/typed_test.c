/* What may be typed in the languages of po/. */
#include "cli/report/setup.h"
#include "cli/report/setup_plain.h"
#include "core/base/synonym.h"
#include "core/model/diary_read.h"
#include "tests/languages.h"
#include "tests/rows.h"

static void words_become_signs(void **state)
{
	static const struct {
		const char *language, *text, *plain;
	} cases[] = {
		{ "en", "from 9 to 5", "9-5" },
		{ "en", "Mon - Fri: 9-5", "mon-fri 9-5" },
		{ "en", "Mon, 9-5", "mon 9-5" },
		{ "en", "Monday to Friday, 9h30 - 17 h 05", "mon-fri 9:30-17:05" },
		{ "en", "22:00 and 23:00", "22:00, 23:00" },
		{ "en", "daily at 10 pm", "10 pm" },
		{ "en", "noon until 5", "noon-5" },
		{ "de", "Mo bis Fr 8 bis 16 Uhr", "mon-fri 8-16" },
		{ "de", "werktags von 9 Uhr 30 bis 17 Uhr", "weekdays 9:30-17" },
		{ "de", "täglich um 22 Uhr", "22" },
		{ "de", "Samstag und Sonntag 10-4", "sat,sun 10-4" },
		{ "de", "Montag, 9-17", "mon 9-17" },
		{ "en", "Mon, noon-5", "mon noon-5" },
		{ "de", "from 9 to 5", "9-5" },
		{ "de", "Mo bis - Fr", "mon-fri" },
		{ "fr", "lun-ven 9h30-17h", "mon-fri 9:30-17" },
		{ "fr", "du lundi au vendredi, de 9 h 30 à 17 h", "mon-fri 9:30-17" },
		{ "fr", "de 9h jusqu'à 17h", "9-17" },
		{ "fr", "en semaine de 9h à midi et de 14h à 18h", "weekdays 9-noon,14-18" },
		{ "fr", "samedi et dimanche 10-16", "sat,sun 10-16" },
		{ "fr", "lundi, à 22 h", "mon 22" },
		{ "fr", "lundi à midi", "mon noon" },
		{ "fr", "tous les jours à 22h30", "22:30" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char plain[TIMES_PLAIN];
		bool english = strcmp(cases[i].language, "en") == 0;
		language_set(cases[i].language);
		if (!english && strcmp(gettext("Done"), "Done") == 0) {
			printf("SKIPPED: no locale here has %s\n", cases[i].language);
			continue;
		}
		times_plain(cases[i].text, language_words, plain);
		row_check(&rows, strcmp(plain, cases[i].plain) == 0, "%s: \"%s\": \"%s\"",
			  cases[i].language, cases[i].text, plain);
	}
	rows_end(&rows);
}

/* What people read of the diary they may type, and a mistyped word has a suggestion. */
static void diary_check(void *user, const char *language)
{
	struct diary_entry entry;
	struct diary_fault fault;
	for (size_t i = 0; i < diary_words_count; i++) {
		const struct diary_word *word = &diary_words[i], *found;
		char said[DIARY_WORD_SIZE];
		diary_say(word, language_words, said);
		found = diary_find(said, strlen(said), language_words);
		row_check(user,
			  found && found->group == word->group &&
				  (found == word || word->group == DIARY_TIME ||
				   word->group == DIARY_FILLER),
			  "%s: %s: %s", language, said, found ? found->id : "");
		row_check(user, diary_find(word->id, strlen(word->id), language_words) == word,
			  "%s: %s", language, word->id);
	}
	diary_read((const char *const[]){ "dehydratd" }, 1, language_words, &entry, &fault);
	row_check(user, strcmp(fault.near, "dehydrated") == 0, "%s: near \"%s\"", language,
		  fault.near);
}

static void the_diary_is_typed(void **state)
{
	struct rows rows = rows_begin(state);
	languages_each(diary_check, &rows);
	if (rows.count == 0)
		skip(); /* each language has printed why */
	rows_end(&rows);
}

/* The words that setup shows are as many as in English, and each stands for what its place does. */
static void setup_check(void *user, const char *language)
{
	static const char *const shown[] = {
		"hip, thigh, calf, foot, back, numb, walking, nothing",
		"sitting, night, sport, strain, months, sweat, heat, nothing",
	};
	static struct command command;
	for (int number = 1; number <= 2; number++) {
		const char *english = shown[number - 1], *local = gettext(english);
		char word[SETUP_WORD], own[SETUP_WORD], why[SETUP_WHY];
		for (setup_word(&english, word); word[0]; setup_word(&english, word)) {
			struct setup first, second;
			setup_word(&local, own);
			setup_init(&first, &command);
			setup_init(&second, &command);
			bool read = setup_words_take(&first, number, word, why) &&
				    setup_words_take(&second, number, own, why);
			row_check(user, read && first.kinds == second.kinds, "%s: %s: \"%s\"",
				  language, word, own);
			setup_finish(&first);
			setup_finish(&second);
		}
		row_check(user, !*local, "%s: too many words: %s", language, local);
	}
}

static void setup_is_typed(void **state)
{
	struct rows rows = rows_begin(state);
	languages_each(setup_check, &rows);
	if (rows.count == 0)
		skip(); /* each language has printed why */
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_become_signs),
		cmocka_unit_test(the_diary_is_typed),
		cmocka_unit_test(setup_is_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
