/* limber catalogue: the items, list by list, or all about one. */
#include <string.h>

#include "cli/bus.h"
#include "cli/lines.h"
#include "cli/report.h"
#include "cli/verdict.h"
#include "config/catalogue.h"
#include "config/values.h"
#include "core/text.h"
#include "core/translate.h"

enum { ID_WIDTH = 22 }; /* the longest name and two blanks */

/* Whether a kind or a cause is among an item's; what is claimed and not supported is not. */
static bool marks_have(const struct item_marks *marks, int word)
{
	return word >= 0 && marks->is & ~marks->claimed & 1u << word;
}

static bool item_has_kind(const struct item *item, const char *word)
{
	return marks_have(&item->kinds, word_index(word, item_cramp_kinds));
}

static bool item_has_cause(const struct item *item, const char *word)
{
	return marks_have(&item->causes, word_index(word, item_causes));
}

static bool item_has_category(const struct item *item, const char *word)
{
	return strcmp(item_category_words[item->category], word) == 0;
}

static bool item_has_evidence(const struct item *item, const char *word)
{
	return strcmp(item_evidence_words[item->evidence], word) == 0;
}

/* What the options ask for; the words of a field not asked for are NULL. */
static const struct filter {
	enum option option;
	const char *what; /* a value is none of … */
	const char *const *words;
	size_t count;
	bool (*fits)(const struct item *item, const char *word);
} filters[] = {
	{ OPTION_KIND, N_("kind of cramp"), item_cramp_kinds, CRAMP_COUNT, item_has_kind },
	{ OPTION_CAUSE, N_("cause"), item_causes, CAUSE_COUNT, item_has_cause },
	{ OPTION_CATEGORY, N_("category"), item_category_words, CATEGORY_COUNT, item_has_category },
	{ OPTION_EVIDENCE, N_("grade of evidence"), item_evidence_words, EVIDENCE_COUNT,
	  item_has_evidence },
};

enum { FILTERS = sizeof(filters) / sizeof(filters[0]) };

static bool item_wanted(const struct command *command, const struct item *item)
{
	for (int i = 0; i < FILTERS; i++) {
		const char *word = command_given(command, filters[i].option);
		if (word && !filters[i].fits(item, word))
			return false;
	}
	return true;
}

static enum exit_code filters_check(const struct command *command)
{
	for (int i = 0; i < FILTERS; i++) {
		const struct filter *filter = &filters[i];
		const char *word = command_given(command, filter->option);
		size_t at = 0;
		while (word && at < filter->count && strcmp(filter->words[at], word) != 0)
			at++;
		if (!word || at < filter->count)
			continue;
		return complain(command, EXIT_USAGE, _("\"%s\" is no %s%s"), word, _(filter->what),
				hint_words(word, filter->words, filter->count).text);
	}
	return EXIT_FINE;
}

static void title_print(FILE *out, const char *title, const char *mark)
{
	char text[128];
	snprintf(text, sizeof(text), mark[0] ? "%s (%s)" : "%s", title, mark);
	lines_wrap(out, text, ID_WIDTH + 6, ID_WIDTH + 6);
}

/* The items that are wanted, with a head over each list; false: there are none. */
static bool items_print(FILE *out, const struct style *style, const struct command *command,
			const struct present *present)
{
	static const char *const names[LIST_COUNT] = { N_("Care"), N_("Prevention"),
						       N_("Your own") };
	const struct item *last = NULL;
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item *item = &catalogue_items[i];
		if (!item_wanted(command, item))
			continue;
		if (!last || item->list != last->list)
			fprintf(out, "%s%s%s\n", style->bold, _(names[item->list]), style->plain);
		fprintf(out, "  %2d  ", item->number);
		lines_pad(out, item->id, ID_WIDTH);
		title_print(out, item->title, verdict_mark(item, present));
		last = item;
	}
	return last != NULL;
}

static void list_print(FILE *out, const struct style *style, const struct command *command,
		       const struct present *present)
{
	if (!items_print(out, style, command, present)) {
		fputs(_("No item is all of that. All there are: limber catalogue\n"), out);
		return;
	}
	fprintf(out, "\n  %s%s%s\n", style->faint, _("One whole: limber catalogue ITEM"),
		style->plain);
}

static void list_json(struct json *json, const struct command *command,
		      const struct present *present)
{
	json_open(json, NULL, '{');
	json_open(json, "items", '[');
	for (size_t i = 0; i < catalogue_count; i++)
		if (item_wanted(command, &catalogue_items[i]))
			item_json(json, &catalogue_items[i], present);
	json_close(json, ']');
	json_close(json, '}');
}

enum exit_code item_unknown(const struct command *command, const char *id)
{
	const char *ids[64];
	size_t count = 0;
	for (; count < catalogue_count && count < sizeof(ids) / sizeof(ids[0]); count++)
		ids[count] = catalogue_items[count].id;
	const char *nearest = text_nearest(id, ids, count);
	if (nearest)
		return complain(command, EXIT_REFUSED,
				_("There is no item \"%s\". Did you mean \"%s\"?"), id, nearest);
	return complain(command, EXIT_REFUSED,
			_("There is no item \"%s\". All there are: limber catalogue"), id);
}

enum exit_code report_catalogue(struct command *command)
{
	const char *id = command->count > 0 ? command->words[0] : NULL;
	const struct item *item = id ? catalogue_find(id) : NULL;
	struct json json = json_begin(stdout);
	BUS_CLEANUP(present_finish) struct present present;
	present_init(&present);
	enum exit_code code = filters_check(command);
	if (code != EXIT_FINE)
		return code;
	if (id && !item)
		return item_unknown(command, id);
	if (id && !item_wanted(command, item))
		return complain(command, EXIT_REFUSED, _("%s is not all of that."), id);
	if (command_given(command, OPTION_PICTURE))
		return item ? report_picture(command, item)
			    : complain(command, EXIT_USAGE,
				       _("--picture is about one item: limber "
					 "catalogue ITEM --picture"));
	if (!command->json && item)
		item_print(stdout, style_of(stdout), item, &present);
	else if (!command->json)
		list_print(stdout, style_of(stdout), command, &present);
	else if (item)
		item_json(&json, item, &present);
	else
		list_json(&json, command, &present);
	if (command->json)
		json_end(&json);
	return EXIT_FINE;
}
