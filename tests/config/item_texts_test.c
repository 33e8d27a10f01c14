/* The texts of the catalogue: sentences, without words that are not allowed. */
#include <ctype.h>
#include <string.h>

#include "config/catalogue.h"
#include "tests/rows.h"

/* A step that is done once a side never asks for the change itself: it would come twice. */
static void sides(void **state)
{
	static const char *const changes[] = { "change side", "other side", "each side",
					       "both sides",  "both legs",  "swap",
					       "switch",      "in turn",    "alternate" };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item *item = &catalogue_items[i];
		for (int j = 0; j < item->step_count + item->easier_count; j++) {
			const struct item_step *step =
				j < item->step_count ? &item->steps[j]
						     : &item->easier[j - item->step_count];
			for (size_t k = 0; k < ROWS(changes); k++)
				row_check(&rows,
					  !step->both_sides || !strcasestr(step->text, changes[k]),
					  "%s: %s", item->id, step->text);
		}
	}
	rows_end(&rows);
}

/* A sentence: begins with a capital or a number, ends as one, holds no word that promises. */
static bool text_is_good(const char *text)
{
	static const char *const never[] = { "treat", "cure",  "remed",  "heals", "prescri",
					     " mg",   "dose ", "dosage", "  " };
	size_t length = strlen(text);
	for (size_t i = 0; i < ROWS(never); i++)
		if (strcasestr(text, never[i]))
			return false;
	return (isupper((unsigned char)text[0]) || isdigit((unsigned char)text[0])) &&
	       strchr(".?", text[length - 1]);
}

/* A card's title is the step's own: no two in a row are the same, so that each is seen to be new.
 */
static void titles_check(struct rows *rows, const char *id, const struct item_step *steps,
			 int count)
{
	for (int i = 0; i < count; i++) {
		char title[64];
		snprintf(title, sizeof(title), "%s.", steps[i].title);
		row_check(rows, steps[i].title[0] && text_is_good(title), "%s: \"%s\" of %s", id,
			  steps[i].title, steps[i].text);
		row_check(rows, i == 0 || strcmp(steps[i].title, steps[i - 1].title) != 0,
			  "%s: \"%s\" twice in a row", id, steps[i].title);
	}
}

static void step_titles(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item *item = &catalogue_items[i];
		titles_check(&rows, item->id, item->steps, item->step_count);
		titles_check(&rows, item->id, item->easier, item->easier_count);
	}
	rows_end(&rows);
}

/* Items that move or stretch have the sentence about when to stop, and only from the program: it
 * would be on their cards twice. */
static bool tells_when_to_stop(const struct item *item)
{
	return (!(item->acts & ACT_EXERCISE) || item_has_stop(item)) &&
	       !strcasestr(item->note, "stop at") && !strcasestr(item->note, "stop if");
}

static void words(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item *item = &catalogue_items[i];
		char title[64];
		snprintf(title, sizeof(title), "%s.", item->title);
		row_check(&rows, text_is_good(title), "%s: %s", item->id, item->title);
		row_check(&rows, text_is_good(item->cue), "%s: %s", item->id, item->cue);
		row_check(&rows, !item->note[0] || text_is_good(item->note), "%s: %s", item->id,
			  item->note);
		for (int j = 0; j < item->step_count; j++)
			row_check(&rows, text_is_good(item->steps[j].text), "%s: %s", item->id,
				  item->steps[j].text);
		for (int j = 0; j < item->easier_count; j++)
			row_check(&rows, text_is_good(item->easier[j].text), "%s: %s", item->id,
				  item->easier[j].text);
		for (int j = 0; j < item->caution_count; j++)
			row_check(&rows,
				  !item->cautions[j].text[0] ||
					  text_is_good(item->cautions[j].text),
				  "%s: %s", item->id, item->cautions[j].text);
		row_check(&rows, tells_when_to_stop(item), "%s: no line to stop", item->id);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sides),
		cmocka_unit_test(step_titles),
		cmocka_unit_test(words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
