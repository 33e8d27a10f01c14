/* Times as they are typed in the languages of po/. */
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/setup_plain.h"
#include "tests/rows.h"

static const char *translated(const char *english)
{
	return *english ? gettext(english) : english;
}

static void language_set(const char *language)
{
	char folder[4096];
	snprintf(folder, sizeof(folder), "%s/locale", getenv("B") ? getenv("B") : "build");
	setenv("LANGUAGE", language, 1);
	bindtextdomain("limber", folder);
	bind_textdomain_codeset("limber", "UTF-8");
	textdomain("limber");
	setlocale(LC_ALL, "C.UTF-8");
}

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
		{ "de", "from 9 to 5", "9-5" },
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
		times_plain(cases[i].text, translated, plain);
		row_check(&rows, strcmp(plain, cases[i].plain) == 0, "%s: \"%s\": \"%s\"",
			  cases[i].language, cases[i].text, plain);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(words_become_signs) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
