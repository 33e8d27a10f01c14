/* Texts that are not a configuration: bytes, brackets, quotes, and every prefix of a valid file. */
#include "tests/config/load_rows.h"

#define SYNTAX                                                                                     \
	" cannot be understood here or just before: write KEY = \"TEXT\"; or "                     \
	"KEY = [ \"TEXT\", \"TEXT\" ]; or NAME : { … };\n"

static const struct row texts[] = {
	{ "gap = 1h;", "f:1: \"gap = 1h;\"" SYNTAX },
	{ "\n\n  gap \"1h\";", "f:3: a text stands where none can be: write KEY = \"TEXT\";\n" },
	{ "\"\"", "f:1: a text stands where none can be: write KEY = \"TEXT\";\n" },
	{ "gap = \"1h\", \"2h\";",
	  "f:1: a text stands where none can be: write KEY = \"TEXT\";\n" },
	{ "gap = \"1\" /* and */ \"h\";", "" },
	{ "gap =\n\n", "f:1: \"gap =\"" SYNTAX },
	{ "reminders : {\n desk : {\n};\n", "f:1: a bracket opens here that is never closed\n" },
	{ "reminders : {\n desk : {\n", "f:2: a bracket opens here that is never closed\n" },
	{ "gap = \"1h\"; };", "f:1: \"gap = \"1h\"; };\"" SYNTAX },
	{ "gap = \"1h\";\ngap = \"2h\";",
	  "f:2: \"gap = \"2h\";\" has a name for the second time in its group: keep one\n" },
	{ "hours = [ \"08:00-20:00\", 5 ];", "f:1: \"hours = [ \"08:00-20:00\", 5 ];\" has a "
					     "list of unlike things: write texts only\n" },
	{ "gap = \"1h;\nlater = \"5min\";", "f:1: a closing \" is missing on this line\n" },
	{ "gap = \"1h", "f:1: a closing \" is missing on this line\n" },
	{ "gap = \"1h\\", "f:1: a closing \" is missing on this line\n" },
	{ "gap = \"1h\\\"", "f:1: a closing \" is missing on this line\n" },
	{ "\n/* gap", "f:2: a closing */ is missing for this comment\n" },
	{ "\n/*/", "f:2: a closing */ is missing for this comment\n" },
	{ "/* \" { [\n*/ gap = \"1\"; # \"\n// \"\n", "f:2: gap: \"1\" has no unit: write "
						      "\"1min\"\n" },
	{ "gap = \"1h\\x00\";", "f:1: a text cannot hold the character \\x00\n" },
	{ "gap = 4294967297;",
	  "f:1: gap: found 4294967297: a number this long is never right here\n" },
	{ "gap = -4294967297;",
	  "f:1: gap: found 4294967297: a number this long is never right here\n" },
	{ "a12345678901234567890 = 5;",
	  "f:1: a12345678901234567890: is not known here; there are hours, quiet, gap, cap, "
	  "first_week, back_off, day_starts, still_sitting, pays_back, video, never_during, "
	  "awake_limit, after_return, sound, cues, card_time, later, discreet, pictures, tray, "
	  "aim, glass, "
	  "bottle, "
	  "units, keep, health, "
	  "setup_done, health_asked, kinds, agreed, cleared, warning, emergency_number, "
	  "hooks, reminders\n" },
	{ "\n\t @include \"/etc\"\n#\n@include\n",
	  "f:2: @include is not supported: write the settings here\n"
	  "f:4: @include is not supported: write the settings here\n" },
	{ "\xef\xbb\xbfgap = \"1h\";",
	  "f:1: begins with a byte order mark: save it as UTF-8 without one\n" },
	{ "# caf\xe9\n", "f:1: is not a text in UTF-8: found the byte \\xe9\n" },
	{ "# ok\n\x7f"
	  "ELF",
	  "f:2: is not a text in UTF-8: found the byte \\x7f\n" },
	{ "\n# a\xef\xbf\xbf"
	  "b",
	  "f:2: holds U+FFFF, which cannot stand in a text: remove it\n" },
	{ "# \xc2\x9b", "f:1: holds U+009B, which cannot stand in a text: remove it\n" },
	{ "reminders : { desk : { title = \"a\\xef\\xbf\\xbe\"; }; };",
	  "f:1: reminders.desk.title: \"a\\xef\\xbf\\xbe\" holds a character that cannot be "
	  "shown: \\xef\n" },
	{ "# \xed\xa0\x80", "f:1: is not a text in UTF-8: found the byte \\xed\n" },
	{ "# \xc0\xaf", "f:1: is not a text in UTF-8: found the byte \\xc0\n" },
	{ "# \xf5\x80\x80\x80", "f:1: is not a text in UTF-8: found the byte \\xf5\n" },
	{ "# Größe … 🚶\ngap = \"1h\";\r\n", "" },
	{ "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm = 5;",
	  "f:1: no name is this long\n" },
	{ "x = ((((((((((((((((\n(", "f:2: brackets are nested too deep\n" },
};

static void texts_are_checked(void **state)
{
	struct rows rows = rows_begin(state);
	check_rows(&rows, "gap\0= 5", 7, "f:1: is not a text in UTF-8: found the byte \\x00\n");
	for (size_t i = 0; i < ROWS(texts); i++)
		check_rows(&rows, texts[i].text, strlen(texts[i].text), texts[i].errors);
	rows_end(&rows);
}

/* Every prefix of a valid file yields a plan or an error line. */
static void truncated(void **state)
{
	struct rows rows = rows_begin(state);
	size_t length = strlen(config_default_text);
	for (size_t i = 0; i < length; i++) {
		struct config *config;
		char *lines = load(config_default_text, i, &config);
		row_check(&rows, config || strncmp(lines, "f:", 2) == 0, "%zu bytes", i);
		free(lines);
		config_free(config);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_checked),
		cmocka_unit_test(truncated),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
