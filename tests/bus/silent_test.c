/* The file with the line why no card has been seen for days, which `limber` prints. */
#include "tests/bus/wire.h"

#include <stdio.h>
#include <unistd.h>

#include "daemon/silence_file.h"

#define SINCE ((struct realtime){ INT64_C(1795388400) * USEC_PER_SEC }) /* Monday 23 Nov 2026 */

/* What stands in the file; "" when there is none. */
static const char *written(const char *folder)
{
	static char words[SILENT_SIZE];
	char path[256];
	words[0] = '\0';
	snprintf(path, sizeof(path), "%s/" LIMBER_SILENT, folder);
	FILE *file = fopen(path, "re");
	if (!file)
		return words;
	if (!fgets(words, sizeof(words), file))
		words[0] = '\0';
	fclose(file);
	return words;
}

static void leave_behind(const char *folder)
{
	char path[256];
	snprintf(path, sizeof(path), "%s/" LIMBER_SILENT, folder);
	FILE *file = fopen(path, "we");
	assert_non_null(file);
	fputs("of an earlier one\n", file);
	fclose(file);
}

static void file_follows(void **state)
{
	char folder[] = "/tmp/limber-silent.XXXXXX", sentence[SILENT_SIZE];
	struct rows rows = rows_begin(state);
	struct store_trouble trouble;
	static struct wire wire;
	struct app *app = &wire.app;
	assert_non_null(mkdtemp(folder));
	wire_begin_app(&wire, NULL);
	assert_int_equal(store_open(folder, &app->store, &trouble), STORE_OK);

	leave_behind(folder);
	silent_write(app);
	row_check(&rows, written(folder)[0] == '\0', "what was left: %s", written(folder));
	silent_say(app, sentence);
	row_check(&rows, sentence[0] == '\0', "said: %s", sentence);

	app->state.silence = (struct silence){ .since = SINCE, .days = 1 };
	silent_write(app);
	row_check(&rows, written(folder)[0] == '\0', "after one day: %s", written(folder));
	app->state.silence.days = 2;
	silent_write(app);
	row_check(&rows, strstr(written(folder), "NO CARD HAS BEEN SEEN SINCE"), "after two: %s",
		  written(folder));
	app_no_card(app, NULL, "no server");
	silent_write(app);
	row_check(&rows, strstr(written(folder), "no server"), "its cause: %s", written(folder));
	silent_say(app, sentence);
	row_check(&rows, strncmp(written(folder), sentence, strlen(sentence)) == 0,
		  "the same words: %s", sentence);

	app->state.silence = (struct silence){ .days = 0 };
	silent_write(app);
	row_check(&rows, written(folder)[0] == '\0', "a card was seen: %s", written(folder));
	app_finish(app);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(file_follows) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
