/* The parser of an item reports every fault. */
#include <string.h>

#include "config/catalogue_read.h"
#include "config/source.h"
#include "tests/rows.h"

#define SIX                                                                                        \
	"{ text = \"a\"; }, { text = \"a\"; }, { text = \"a\"; }, "                                \
	"{ text = \"a\"; }, { text = \"a\"; }, { text = \"a\"; }"
#define TWELVE SIX ", " SIX

/* A valid item; each test row replaces one of its lines. */
static const char *const good[] = {
	"id = \"test-item\";",
	"list = \"care\";",
	"number = 7;",
	"category = \"move\";",
	"kind = \"prompt\";",
	"title = \"Move\";",
	"cue = \"Move a little.\";",
	"steps = ( { text = \"Move.\"; time = \"10s\"; times = 3; both_sides = true; } );",
	"evidence = \"weak\";",
	"evidence_note = \"None.\";",
	"source = \"Nobody\";",
	"kinds = [ \"acute*\", \"chronic\" ];",
	"causes = \"stress\";",
	"cautions : { op = \"stop\"; pregnant = [ \"swap\", \"Less.\" ]; };",
	"easier = ( { text = \"Move less.\"; time = \"5s\"; } );",
};

/* Replace line `number` of the valid item (from 1) by `line`; 0: none. */
static const struct {
	size_t number;
	const char *line, *error;
} spoiled[] = {
	{ 0, "", NULL },
	{ 1, "", "t: id is missing" },
	{ 1, "id = \"Walk\";",
	  "t:1: id: \"Walk\" is not a name: write a small letter, then small "
	  "letters, digits or -, 32 characters at most" },
	{ 2, "", "t: list is missing" },
	{ 2, "list = \"carr\";",
	  "t:2: list: \"carr\" is not a valid list; the nearest is \"care\"" },
	{ 3, "", "t: number is missing" },
	{ 3, "number = 0;", "t:3: number: 0 is out of range: 1 to 99" },
	{ 3, "number = \"7\";",
	  "t:3: number: found \"7\": write a number from 1 to 99, without quotes" },
	{ 3, "number = 4294967303;",
	  "t:3: number: found 4294967303: a number this long is never right here" },
	{ 4, "", "t: category is missing" },
	{ 4, "category = \"treatment\";",
	  "t:4: category: \"treatment\" is not a valid category; there are stretch, strengthen, "
	  "posture, "
	  "move, hydrate, nourish, recover, relax, sleep, wear, care, check" },
	{ 5, "", "t: kind is missing" },
	{ 5, "kind = \"promt\";",
	  "t:5: kind: \"promt\" is not a valid kind of item; the nearest is \"prompt\"" },
	{ 6, "", "t: title is missing" },
	{ 6, "title = \"\";", "t:6: title: is empty: write a text" },
	{ 6, "title = \"A title of which the end is not to be seen\";",
	  "t:6: title: \"A title of which the end is not …\" has 42 characters: at most 40" },
	{ 6, "title = \"ääääääääääääääääääääääääääääääääääääääää\";", NULL },
	{ 7, "", "t: cue is missing" },
	{ 7, "cue = 5;", "t:7: cue: found 5: write a text in double quotes" },
	{ 8, "", "t: steps is missing" },
	{ 8, "steps = ();", "t:8: steps: must be a list of 1 to 12 steps: ( { text = \"…\"; } )" },
	{ 8, "steps = ( \"Move.\" );", "t:8: steps: is not a step: write { text = \"…\"; }" },
	{ 8, "steps = ( { time = \"10s\"; } );", "t:8: steps: text is missing" },
	{ 8, "steps = ( { text = \"a\"; time = 10; } );",
	  "t:8: steps.time: found 10: write a length in quotes, such as \"10min\"" },
	{ 8, "steps = ( { text = \"a\"; time = \"2h\"; } );",
	  "t:8: steps.time: \"2h\" is out of range: 1s to 1h" },
	{ 8, "steps = ( { text = \"a\"; sides = true; } );",
	  "t:8: steps.sides: is not known here; there are title, text, time, times, both_sides" },
	{ 8, "steps = ( { text = \"a\"; title = \"\"; } );",
	  "t:8: steps.title: is empty: write a text" },
	{ 8, "steps = ( { text = \"a\"; title = \"ääääääääääääääääääääääääääääääääääääääää\"; } );",
	  NULL },
	{ 8,
	  "steps = ( { text = \"a\"; title = \"A title of which the end is not to be seen\"; } );",
	  "t:8: steps.title: \"A title of which the end is not …\" has 42 characters: at most 40" },
	{ 8,
	  "steps = ( { both_sides = true; text = \"a\"; "
	  "title = \"ää 12 characters and 20 more one\"; } );",
	  NULL },
	{ 8,
	  "steps = ( { title = \"ää 12 characters and 20 more ones\"; text = \"a\"; "
	  "both_sides = true; } );",
	  "t:8: steps.title: \"ää 12 characters and 20 more one…\" has 33 characters: at most 32 "
	  "with both_sides, to leave room for the side" },
	{ 9, "", "t: evidence is missing" },
	{ 9, "evidence = \"strong\";",
	  "t:9: evidence: \"strong\" is not a valid grade of evidence; there are good, mixed, "
	  "weak, "
	  "custom-and-practice" },
	{ 10, "", "t: evidence_note is missing" },
	{ 11, "", "t: source is missing" },
	{ 12, "", "t: kinds is missing" },
	{ 12, "kinds = [];", "t:12: kinds: is empty: name at least one" },
	{ 12, "kinds = [ \"chronik\" ];",
	  "t:12: kinds: \"chronik\" is not a valid kind of cramp; the nearest is \"chronic\"" },
	{ 12, "kinds = [ \"postural*\" ];",
	  "t:12: kinds: \"postural*\" is not a valid kind of cramp; the nearest is \"postural\"" },
	{ 12, "kinds = [ \"electrolyte~\" ];", NULL },
	{ 12, "kinds = [ \"acute*~\" ];",
	  "t:12: kinds: \"acute*~\" is not a valid kind of cramp; the nearest is \"acute\"" },
	{ 12, "kinds = [ \"~\" ];",
	  "t:12: kinds: \"~\" is not a valid kind of cramp; there are acute, chronic, exertional, "
	  "nocturnal, referred, postural, ischemic, neurological, electrolyte, dehydration" },
	{ 12, "kinds = [ \"*\" ];",
	  "t:12: kinds: \"*\" is not a valid kind of cramp; there are acute, chronic, exertional, "
	  "nocturnal, referred, postural, ischemic, neurological, electrolyte, dehydration" },
	{ 12, "kinds = [ \"acute\", \"acute\" ];", "t:12: kinds: \"acute\" stands here twice" },
	{ 12, "kinds = [ \"spinal*\" ];",
	  "t:12: kinds: \"spinal*\" is not a valid kind of cramp; there are acute, chronic, "
	  "exertional, "
	  "nocturnal, referred, postural, ischemic, neurological, electrolyte, dehydration" },
	{ 13, "", "t: causes is missing" },
	{ 13, "causes = \"stres\";",
	  "t:13: causes: \"stres\" is not a valid cause; the nearest is \"stress\"" },
	{ 13, "causes = \"spinal*\";", NULL },
	{ 14, "", NULL },
	{ 14, "cautions : { kidny = \"stop\"; };",
	  "t:14: cautions.kidny: is not a health fact; the nearest is \"kidney\"" },
	{ 14, "cautions : { op = \"halt\"; };",
	  "t:14: cautions.op: \"halt\" is not a valid rule; there are stop, ask, swap, warn" },
	{ 14, "cautions : { op = \"swap\"; };",
	  "t:14: cautions.op: lacks the safer form: write [ \"swap\", \"…\" ]" },
	{ 14, "cautions : { op = []; };",
	  "t:14: cautions.op: is empty: write \"stop\", \"ask\", \"swap\" or \"warn\"" },
	{ 14, "cautions : { op = \"stop\"; op = \"ask\"; };",
	  "t:14: \"cautions : { op = \"stop\"; op = \"…\" has a name for the second time in its "
	  "group: keep one" },
	{ 14, "cautions = \"op\";", "t:14: cautions: must be a group: { op = \"stop\"; }" },
	{ 14, "not_for = \"ischemic\";", NULL },
	{ 14, "not_for = [];", "t:14: not_for: is empty: name at least one" },
	{ 14, "not_for = \"acute*\";",
	  "t:14: not_for: takes no \"*\" and no \"~\": write the words alone" },
	{ 14, "acts = [ \"heat\", \"pressure\" ];", NULL },
	{ 14, "acts = \"hat\";",
	  "t:14: acts: \"hat\" is not a valid act; the nearest is \"heat\"" },
	{ 14, "opt_in = true;", NULL },
	{ 14, "opt_in = 1;", "t:14: opt_in: found 1: write true or false" },
	{ 14, "treatment = true;",
	  "t:14: treatment: is not known here; there are id, list, number, category, kind, "
	  "title, cue, steps, easier, note, cautions, evidence, evidence_note, source, kinds, "
	  "causes, not_for, acts, before_setup, opt_in" },
	{ 15, "", NULL },
	{ 15, "easier = ();",
	  "t:15: easier: must be a list of 1 to 12 steps: ( { text = \"…\"; } )" },
	{ 15, "easier = ( " TWELVE ", { text = \"a\"; } );",
	  "t:15: easier: must be a list of 1 to 12 steps: ( { text = \"…\"; } )" },
	{ 15, "easier = ( " TWELVE " );", NULL },
	{ 15, "easier = ( { time = \"10s\"; } );", "t:15: easier: text is missing" },
	{ 15, "easier = ( { text = \"a\"; time = \"0\"; } );",
	  "t:15: easier.time: \"0\" is out of range: 1s to 1h" },
	{ 15, "easier = ( { text = \"a\"; title = 5; } );",
	  "t:15: easier.title: found 5: write a text in double quotes" },
	{ 15, "easier = ( { text = \"a\"; times = 0; } );",
	  "t:15: easier.times: 0 is out of range: 1 to 50" },
	{ 15, "easier = ( { text = \"a\"; easier = ( ); } );",
	  "t:15: easier.easier: is not known here; there are title, text, time, times, "
	  "both_sides" },
};

/* Return the errors of the item with one line replaced; "" for none. */
static void errors_of(size_t number, const char *line, struct config_errors *ret)
{
	char text[4096] = "", *end = text;
	struct source source;
	struct errors errors;
	struct item_draft draft;
	for (size_t i = 0; i < ROWS(good); i++) {
		end = stpcpy(end, i + 1 == number ? line : good[i]);
		end = stpcpy(end, "\n");
	}
	source_init(&source, "t", 0);
	errors_init(&errors);
	assert_int_equal(source_set_text(&source, text, strlen(text)), 0);
	source_parse(&source, &errors);
	if (source_root(&source)) {
		bool read = item_read(source_root(&source), &draft, &errors);
		assert_int_equal(read, errors.count == 0);
	}
	assert_int_equal(errors_move(&errors, ret), 0);
	source_finish(&source);
}

static void faulty_items(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(spoiled); i++) {
		struct config_errors errors;
		const char *wanted = spoiled[i].error;
		errors_of(spoiled[i].number, spoiled[i].line, &errors);
		const char *first = errors.count > 0 ? errors.lines[0] : "";
		row_check(&rows, errors.count == (wanted ? 1 : 0), "%s: %zu errors",
			  spoiled[i].line, errors.count);
		row_check(&rows, strcmp(first, wanted ? wanted : "") == 0, "%s: %s",
			  spoiled[i].line, first);
		config_errors_finish(&errors);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faulty_items),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
