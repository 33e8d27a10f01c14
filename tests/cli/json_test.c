/* What is written as JSON, byte by byte. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>

#include "cli/shared/json.h"

static const struct {
	const char *text, *json;
} texts[] = {
	{ "", "\"\"" },
	{ "plain text", "\"plain text\"" },
	{ "a \"quote\" and a \\", "\"a \\\"quote\\\" and a \\\\\"" },
	{ "line\nfeed\ttab\r", "\"line\\nfeed\\u0009tab\\u000d\"" },
	{ "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"" },
	{ "\xc2\x9b", "\"\\u009b\"" }, /* controls that are no ASCII, and formats */
	{ "\xe2\x80\xae\xe2\x81\xa9", "\"\\u202e\\u2069\"" },
	{ "\xf3\xa0\x80\x81", "\"\\udb40\\udc01\"" },
	{ "/ is plain", "\"/ is plain\"" },
	{ "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", "\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\"" },
	{ "\xff", "\"\\ufffd\"" },     /* never in UTF-8 */
	{ "a\x80z", "\"a\\ufffdz\"" }, /* a continuation alone */
	{ "\xc3", "\"\\ufffd\"" },     /* cut short by the end */
	{ "\xe2\x82", "\"\\ufffd\\ufffd\"" },
	{ "\xc0\x80", "\"\\ufffd\\ufffd\"" }, /* overlong */
	{ "\xe0\x80\x80", "\"\\ufffd\\ufffd\\ufffd\"" },
	{ "a\xef\xbf\xbfz", "\"a\\ufffdz\"" },                      /* a noncharacter */
	{ "\xed\xa0\x80", "\"\\ufffd\\ufffd\\ufffd\"" },            /* a surrogate */
	{ "\xf4\x90\x80\x80", "\"\\ufffd\\ufffd\\ufffd\\ufffd\"" }, /* beyond U+10FFFF */
};

static void strings(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(texts); i++) {
		char *out = NULL;
		size_t size;
		FILE *stream = open_memstream(&out, &size);
		struct json json = json_begin(stream);
		json_text(&json, NULL, texts[i].text);
		fclose(stream);
		row_check(&rows, strcmp(out, texts[i].json) == 0, "%s, not %s", out, texts[i].json);
		free(out);
	}
	rows_end(&rows);
}

static void nested(void **state)
{
	char *out = NULL;
	size_t size;
	(void)state;
	FILE *stream = open_memstream(&out, &size);
	struct json json = json_start(stream);
	json_open(&json, "empty", '[');
	json_close(&json, ']');
	json_open(&json, "list", '[');
	json_number(&json, NULL, -7);
	json_open(&json, NULL, '{');
	json_close(&json, '}');
	json_bool(&json, NULL, true);
	json_close(&json, ']');
	json_moment(&json, "never", 0);
	json_moment(&json, "open", UINT64_MAX);
	json_moment(&json, "at", UINT64_C(1795525560999999));
	json_length(&json, "none", 0);
	json_null(&json, "a\"b");
	json_finish(&json);
	fclose(stream);
	assert_string_equal(out, "{\"empty\": [], \"list\": [-7, {}, true], \"never\": null, "
				 "\"open\": null, \"at\": 1795525560, \"none\": 0, "
				 "\"a\\\"b\": null}\n");
	free(out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings),
		cmocka_unit_test(nested),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
