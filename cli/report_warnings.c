/* limber warnings: the signs, the most urgent first. */
#include "cli/about.h"
#include "cli/lines.h"
#include "cli/report.h"
#include "cli/signs.h"

static void sign_json(struct json *json, const struct sign *sign)
{
	json_open(json, NULL, '{');
	json_text(json, "id", sign->id);
	json_text(json, "text", sign->text);
	json_text(json, "urgency", urgency_words[sign->urgency]);
	if (sign->worse) {
		json_text(json, "worse", sign->worse);
		json_text(json, "then", urgency_words[sign->then]);
	}
	if (sign->source)
		json_text(json, "source", sign->source);
	json_close(json, '}');
}

static void warnings_json(void)
{
	struct json json = json_begin(stdout);
	json_open(&json, NULL, '{');
	json_open(&json, "signs", '[');
	for (size_t i = 0; i < signs_count; i++)
		sign_json(&json, &signs[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	json_end(&json);
}

enum exit_code report_warnings(struct command *command)
{
	if (command->json) {
		warnings_json();
		return EXIT_FINE;
	}
	signs_print(stdout, "");
	putchar('\n');
	lines_wrap(stdout, _(about_disclaimer), 0, 0);
	return EXIT_FINE;
}
