/* limber catalogue: the items by list, or one item in detail. */
#include <string.h>

#include "cli/report/cramps.h"
#include "cli/report/diary.h"
#include "cli/report/report.h"
#include "cli/report/signs.h"
#include "cli/report/verdict.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "cli/shared/verbs.h"
#include "config/catalogue.h"
#include "config/values.h"
#include "core/base/text.h"
#include "core/base/translate.h"

enum { ID_WIDTH = 22 }; /* the longest name and two blanks */

/* Whether an item has a kind or a cause; one that is claimed without support does not count. */
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

/* The options that filter. */
static const struct filter {
	enum option option;
	const char *what; /* "not a valid …" */
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
		return complain(command, EXIT_USAGE, _("\"%s\" is not a valid %s%s"), word,
				_(filter->what),
				hint_words(word, filter->words, filter->count).text);
	}
	return EXIT_FINE;
}

/* A name and its title, on a narrow terminal below it. */
static void row_print(FILE *out, const struct item *item, const char *mark)
{
	enum { NUMBER = 6, TITLE_LEAST = 24 };
	bool beside = lines_room(out) - NUMBER - ID_WIDTH >= TITLE_LEAST;
	char text[128];
	snprintf(text, sizeof(text), mark[0] ? "%s (%s)" : "%s", _(item->title), mark);
	fprintf(out, item->number ? "  %2d  " : "      ", item->number);
	if (beside) {
		lines_pad(out, item->id, ID_WIDTH);
		lines_wrap(out, text, NUMBER + ID_WIDTH, NUMBER + ID_WIDTH);
		return;
	}
	lines_put(out, item->id);
	fputc('\n', out);
	lines_indent(out, text, NUMBER, NUMBER);
}

/* Print the items that pass the filters, with a heading for each list; false: none does. */
static bool items_print(FILE *out, const struct style *style, const struct command *command,
			const struct current *current)
{
	static const char *const names[LIST_COUNT] = { N_("Care"), N_("Prevention"),
						       N_("Your own") };
	const struct item *last = NULL;
	const struct item *item;
	for (size_t i = 0; (item = current_item(current, i)); i++) {
		if (!item_wanted(command, item))
			continue;
		if (!last || item->list != last->list)
			fprintf(out, "%s%s%s\n", style->bold, _(names[item->list]), style->plain);
		row_print(out, item, verdict_mark(item, current));
		last = item;
	}
	return last != NULL;
}

/* The warning sign of the cause in --cause; NULL: none. */
static const struct sign *cause_sign(const struct command *command)
{
	static const struct {
		const char *cause, *sign;
	} pairs[] = {
		{ "infection", "R06" }, { "injury", "R09" },      { "surgery", "R08" },
		{ "pregnancy", "E7" },  { "medication", "E5" },   { "nerve-impingement", "R04" },
		{ "spinal", "R04" },    { "overexertion", "E8" },
	};
	const char *cause = command_given(command, OPTION_CAUSE);
	for (size_t i = 0; cause && i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (strcmp(pairs[i].cause, cause) == 0)
			return sign_find(pairs[i].sign);
	return NULL;
}

/* The warnings of the kind and the cause that were asked for. */
static void signs_beside(FILE *out, const struct command *command)
{
	const char *kind = command_given(command, OPTION_KIND);
	const struct sign *sign = cause_sign(command);
	int cramp = kind ? word_index(kind, item_cramp_kinds) : -1;
	const char *first = cramp >= 0 ? cramp_first((enum cramp)cramp) : NULL;
	if (sign || first)
		fputc('\n', out);
	if (first)
		lines_wrap(out, _(first), 0, 0);
	if (sign)
		sign_tell(out, sign, 0);
}

/* For an infection the only advice is to see someone. */
static void nothing_print(FILE *out, const struct command *command)
{
	const char *cause = command_given(command, OPTION_CAUSE);
	if (cause && strcmp(cause, "infection") == 0)
		lines_wrap(out,
			   _("Nothing is for you with an infection: see someone today (R06): "
			     "limber warnings"),
			   0, 0);
	else
		fputs(_("No item fits all of these. See all: limber catalogue\n"), out);
}

static void list_print(FILE *out, const struct style *style, const struct command *command,
		       const struct current *current)
{
	if (!items_print(out, style, command, current)) {
		nothing_print(out, command);
	} else {
		fprintf(out, "\n%s", style->faint);
		lines_indent(out, _("More about one: limber catalogue ITEM"), 2, 2);
		fputs(style->plain, out);
	}
	signs_beside(out, command);
}

static void list_json(struct json *json, const struct command *command,
		      const struct current *current)
{
	json_open(json, "items", '[');
	const struct item *item;
	for (size_t i = 0; (item = current_item(current, i)); i++) {
		if (!item_wanted(command, item))
			continue;
		json_open(json, NULL, '{');
		item_json(json, item, current);
		json_close(json, '}');
	}
	json_close(json, ']');
	if (cause_sign(command))
		json_text(json, "sign", cause_sign(command)->id);
}

enum exit_code item_unknown(struct command *command, const char *id)
{
	BUS_CLEANUP(current_finish) struct current current;
	const char *ids[128];
	const struct item *item;
	size_t count = 0;
	current_init(&current, command);
	for (; count < sizeof(ids) / sizeof(ids[0]) && (item = current_item(&current, count));
	     count++)
		ids[count] = item->id;
	/* `limber start` also takes "workout". */
	if (strcmp(command->verb->name, "start") == 0 && count < sizeof(ids) / sizeof(ids[0]))
		ids[count++] = "workout";
	const char *nearest = text_nearest(id, ids, count);
	if (current.config && plan_find(config_plan(current.config), id) >= 0)
		return complain(command, EXIT_REFUSED,
				_("%s is a reminder, not an item. Its card: limber try %s. Its "
				  "items: limber show %s"),
				id, id, id);
	if (nearest)
		return complain(command, EXIT_REFUSED,
				_("There is no item \"%s\". Did you mean \"%s\"?"), id, nearest);
	return complain(command, EXIT_REFUSED,
			_("There is no item \"%s\". All there are: limber catalogue"), id);
}

/* The errors in the user's own items, after the list. */
static void left_out_print(const struct command *command, const struct current *current)
{
	const struct config_errors *errors =
		current->config ? config_left_out(current->config) : NULL;
	for (size_t i = 0; errors && i < errors->count; i++)
		complain(command, EXIT_REFUSED, "%s", errors->lines[i]);
}

/* Check the file of an own item, in any folder. */
static enum exit_code file_check(const struct command *command, const char *path)
{
	struct config_errors errors = { 0 };
	int r = config_check_item(path, &errors);
	if (command->json) {
		struct json json = json_start(stdout);
		json_bool(&json, "good", r == 0);
		errors_json(&json, "errors", &errors);
		json_finish(&json);
	} else {
		errors_print(stderr, &errors);
	}
	if (!command->json && r == 0)
		say_wrapped(_("%s: good.\n"), path);
	config_errors_finish(&errors);
	return r == 0 ? EXIT_FINE : EXIT_REFUSED;
}

/* A remark on stderr: the picture is the output. */
static void not_for_you_complain(const struct command *command, const struct item *item,
				 const struct current *current)
{
	char verdict[VERDICT_SIZE];
	if (!verdict_mark(item, current)[0])
		return;
	verdict_say(item, current, verdict);
	complain(command, EXIT_FINE, _("%s. For you: %s"), item->id, verdict);
}

static enum exit_code item_show(struct command *command, const struct current *current,
				const char *id)
{
	const struct item *item = current_item_find(current, id);
	if (!item)
		return item_unknown(command, id);
	if (!item_wanted(command, item))
		return complain(command, EXIT_REFUSED, _("%s does not fit all of these."), id);
	if (command_given(command, OPTION_PICTURE)) {
		not_for_you_complain(command, item, current);
		return report_picture(command, item);
	}
	struct diary_sum diary;
	enum exit_code code = EXIT_FINE;
	if (!command->json)
		item_print(stdout, style_of(stdout), item, current);
	if (diary_is_for(item))
		code = diary_weeks_read(command, current, &diary);
	if (!command->json && code == EXIT_FINE && diary_is_for(item)) {
		putchar('\n');
		diary_weeks_print(stdout, &diary);
	}
	if (!command->json || code != EXIT_FINE)
		return code;
	struct json json = json_start(stdout);
	item_json(&json, item, current);
	if (diary_is_for(item))
		diary_weeks_json(&json, &diary);
	json_finish(&json);
	return EXIT_FINE;
}

static enum exit_code list_show(struct command *command, const struct current *current)
{
	if (command_given(command, OPTION_PICTURE))
		return complain(command, EXIT_USAGE,
				_("--picture is about one item: limber catalogue ITEM --picture"));
	if (!command->json) {
		list_print(stdout, style_of(stdout), command, current);
		left_out_print(command, current);
		return EXIT_FINE;
	}
	struct json json = json_start(stdout);
	list_json(&json, command, current);
	json_finish(&json);
	return EXIT_FINE;
}

enum exit_code report_catalogue(struct command *command)
{
	BUS_CLEANUP(current_finish) struct current current;
	current_init(&current, command);
	if (command->count == 2 && strcmp(command->words[0], "check") == 0)
		return file_check(command, command->words[1]);
	if (command->count == 2)
		return command_misused(command);
	TRY_EXIT(filters_check(command));
	return command->count > 0 ? item_show(command, &current, command->words[0])
				  : list_show(command, &current);
}
