/*
 * The table has a row for each field of an item. Missing, unknown and invalid fields are all errors
 * with their place: these files are written by hand and concern health.
 */
#include "config/catalogue_read.h"

#include <string.h>

#include "config/field.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

static void step_time(const config_setting_t *setting, const struct field *field, void *into,
		      struct errors *errors)
{
	struct item_step *step = into;
	usec length;
	if (value_length(setting, field->least, field->most, errors, &length))
		step->seconds = (int)(length / USEC_PER_SEC);
}

/* Titles of cards have 40 characters: "Right: " and its translations stand before that of a side.
 */
enum { STEP_TITLE_MAX = 40, SIDE_TITLE_MAX = 32 };

#define STEP(member) offsetof(struct item_step, member)

static const struct field step_fields[] = {
	{ "title", field_text, STEP(title), 1, STEP_TITLE_MAX, .needed = false },
	{ "text", field_text, STEP(text), 1, 120, .needed = true },
	{ "time", step_time, 0, USEC_PER_SEC, USEC_PER_HOUR, .needed = false },
	{ "times", field_integer, STEP(times), 1, 50, .needed = false },
	{ "both_sides", field_bool, STEP(both_sides), .needed = false },
	{ 0 },
};

static void step_read(const config_setting_t *group, struct item_step *step, struct errors *errors)
{
	const char *end;
	*step = (struct item_step){ .text = "", .times = 1, .title = "" };
	fields_read(group, step_fields, step, NULL, errors);
	size_t length = utf8_count(step->title, &end);
	if (step->both_sides && length > SIDE_TITLE_MAX)
		errors_at(errors, config_setting_get_member(group, "title"),
			  "%s has %zu characters: at most %d with both_sides, to leave room for "
			  "the side",
			  quote(step->title).text, length, SIDE_TITLE_MAX);
}

/* Return the number of steps; 0 with an error line. */
static int steps_read(const config_setting_t *setting, const struct field *field,
		      struct item_step steps[ITEM_STEPS_MAX], struct errors *errors)
{
	int count = config_setting_is_list(setting) ? config_setting_length(setting) : 0;
	if (count < field->least || count > field->most) {
		errors_at(errors, setting, "must be a list of 1 to %d steps: ( { text = \"…\"; } )",
			  (int)field->most);
		return 0;
	}
	for (int i = 0; i < count; i++) {
		const config_setting_t *group = config_setting_get_elem(setting, (unsigned)i);
		if (config_setting_is_group(group))
			step_read(group, &steps[i], errors);
		else
			errors_at(errors, group, "is not a step: write { text = \"…\"; }");
	}
	return count;
}

static void item_steps(const config_setting_t *setting, const struct field *field, void *into,
		       struct errors *errors)
{
	struct item_draft *draft = into;
	draft->item.step_count = steps_read(setting, field, draft->steps, errors);
	for (int i = 0; i < draft->item.step_count; i++) {
		const struct item_step *step = &draft->steps[i];
		draft->item.seconds += step->seconds * step->times * (step->both_sides ? 2 : 1);
	}
}

static void item_easier(const config_setting_t *setting, const struct field *field, void *into,
			struct errors *errors)
{
	struct item_draft *draft = into;
	draft->item.easier_count = steps_read(setting, field, draft->easier, errors);
	draft->item.easier = draft->easier;
}

static void item_id(const config_setting_t *setting, const struct field *field, void *into,
		    struct errors *errors)
{
	struct item_draft *draft = into;
	const char *id;
	if (!value_text(setting, (size_t)field->least, (size_t)field->most, errors, &id))
		return;
	enum text_error error = name_read(id, strlen(id));
	if (error == TEXT_OK)
		draft->item.id = id;
	else
		errors_at(errors, setting, "%s %s", quote(id).text, _(text_error_words(error)));
}

static void caution_read(const config_setting_t *setting, struct item_caution *ret,
			 struct errors *errors)
{
	const config_setting_t *parts[2];
	int rule, count = value_list(setting, 2, errors, parts);
	if (count == 0)
		errors_at(errors, setting,
			  "is empty: write \"stop\", \"ask\", \"swap\" or \"warn\"");
	if (count <= 0 ||
	    !value_word(parts[0], item_rule_words, RULE_COUNT, N_("rule"), errors, &rule))
		return;
	ret->rule = (enum item_rule)rule;
	if (count == 2)
		value_text(parts[1], 1, 80, errors, &ret->text);
	else if (rule == RULE_SWAP)
		errors_at(errors, setting, "lacks the safer form: write [ \"swap\", \"…\" ]");
}

/* Return the index of the first `length` bytes of a text in a table of words; -1 if not found. */
static int word_find(const char *text, size_t length, const char *const words[])
{
	for (int i = 0; words[i]; i++)
		if (strlen(words[i]) == length && strncmp(words[i], text, length) == 0)
			return i;
	return -1;
}

static void item_cautions(const config_setting_t *setting, const struct field *field, void *into,
			  struct errors *errors)
{
	struct item_draft *draft = into;
	if (!config_setting_is_group(setting)) {
		errors_at(errors, setting, "must be a group: { op = \"stop\"; }");
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *member = config_setting_get_elem(setting, (unsigned)i);
		const char *fact = config_setting_name(member);
		int index = word_find(fact, strlen(fact), field->words);
		if (index < 0) {
			errors_at(errors, member, "is not a health fact%s",
				  hint_words(fact, field->words, (size_t)field->most).text);
			continue;
		}
		struct item_caution *caution = &draft->cautions[draft->item.caution_count++];
		*caution = (struct item_caution){ .fact = (enum fact)index, .text = "" };
		caution_read(member, caution, errors);
	}
}

/* True for words that allow "*": a check can clear them. */
static bool may_be_checked(const char *text, size_t length)
{
	static const char *const words[] = { "acute",  "chronic", "referred", "nerve-impingement",
					     "spinal", NULL };
	return word_find(text, length, words) >= 0;
}

/* Parse a word with an optional mark. Return its bit; 0 with an error line. */
static uint32_t mark_read(const config_setting_t *setting, const struct field *field, char *mark,
			  struct errors *errors)
{
	const char *text = config_setting_get_string(setting);
	size_t length = strlen(text);
	*mark = '\0';
	if (length > 0 && (text[length - 1] == '~' ||
			   (text[length - 1] == '*' && may_be_checked(text, length - 1))))
		*mark = text[--length];
	int index = word_find(text, length, field->words);
	if (index >= 0)
		return UINT32_C(1) << index;
	errors_at(errors, setting, "%s is not a valid %s%s", quote(text).text, _(field->help),
		  hint_words(text, field->words, words_count(field->words)).text);
	return 0;
}

/* Parse kinds of cramp or causes: words of a table, at least one, no duplicates. */
static struct item_marks marks_read(const config_setting_t *setting, const struct field *field,
				    struct errors *errors)
{
	struct item_marks marks = { 0 };
	const config_setting_t *elements[CAUSE_COUNT];
	int count = value_list(setting, (int)field->most, errors, elements);
	if (count == 0)
		errors_at(errors, setting, "is empty: name at least one");
	for (int i = 0; i < count; i++) {
		char mark;
		uint32_t bit = mark_read(elements[i], field, &mark, errors);
		if (marks.is & bit)
			errors_at(errors, elements[i], "%s stands here twice",
				  quote(config_setting_get_string(elements[i])).text);
		marks.is |= bit;
		marks.checked |= mark == '*' ? bit : 0;
		marks.claimed |= mark == '~' ? bit : 0;
	}
	return marks;
}

static void item_marks(const config_setting_t *setting, const struct field *field, void *into,
		       struct errors *errors)
{
	struct item_marks *marks = (struct item_marks *)((char *)into + field->offset);
	*marks = marks_read(setting, field, errors);
}

/* Parse words without marks. */
static void item_set(const config_setting_t *setting, const struct field *field, void *into,
		     struct errors *errors)
{
	struct item_marks marks = marks_read(setting, field, errors);
	if (marks.checked | marks.claimed)
		errors_at(errors, setting, "takes no \"*\" and no \"~\": write the words alone");
	*(uint32_t *)((char *)into + field->offset) = marks.is;
}

#define DRAFT(member) offsetof(struct item_draft, member)
#define ITEM(member) DRAFT(item.member)

static const struct field item_fields[] = {
	{ "id", item_id, 0, 1, NAME_MAX_CHARS, .needed = true },
	{ "list", field_word, ITEM(list), 0, LIST_OWN, item_list_words, N_("list"),
	  .needed = false },
	{ "number", field_integer, ITEM(number), 1, 99, .needed = false },
	{ "category", field_word, ITEM(category), 0, CATEGORY_COUNT, item_category_words,
	  N_("category"), .needed = true },
	{ "kind", field_word, ITEM(kind), 0, KIND_COUNT, item_kind_words, N_("kind of item"),
	  .needed = true },
	{ "title", field_text, ITEM(title), 1, 40, .needed = true },
	{ "cue", field_text, ITEM(cue), 1, 80, .needed = true },
	{ "steps", item_steps, 0, 1, ITEM_STEPS_MAX, .needed = true },
	{ "easier", item_easier, 0, 1, ITEM_STEPS_MAX, .needed = false },
	{ "note", field_text, ITEM(note), 1, 160, .needed = false },
	{ "cautions", item_cautions, 0, 0, FACT_COUNT, item_facts, .needed = false },
	{ "evidence", field_word, ITEM(evidence), 0, EVIDENCE_COUNT, item_evidence_words,
	  N_("grade of evidence"), .needed = false },
	{ "evidence_note", field_text, ITEM(evidence_note), 1, 200, .needed = false },
	{ "source", field_text, ITEM(source), 1, 200, .needed = false },
	{ "kinds", item_marks, ITEM(kinds), 1, CRAMP_COUNT, item_cramp_kinds, N_("kind of cramp"),
	  .needed = false },
	{ "causes", item_marks, ITEM(causes), 1, CAUSE_COUNT, item_causes, N_("cause"),
	  .needed = false },
	{ "not_for", item_set, ITEM(not_for), 1, CRAMP_COUNT, item_cramp_kinds, N_("kind of cramp"),
	  .needed = false },
	{ "acts", item_set, ITEM(acts), 1, ACT_COUNT, item_acts, N_("act"), .needed = false },
	{ "before_setup", field_bool, ITEM(before_setup), .needed = false },
	{ "opt_in", field_bool, ITEM(opt_in), .needed = false },
	{ 0 },
};

/* Required in a built-in item, optional in the user's own. */
static const char *const needed_built_in[] = { "list",   "number", "evidence", "evidence_note",
					       "source", "kinds",  "causes",   NULL };

static void item_init(struct item_draft *draft)
{
	*draft = (struct item_draft){ .item = { .id = "",
						.title = "",
						.cue = "",
						.note = "",
						.evidence = EVIDENCE_CUSTOM,
						.evidence_note = "",
						.source = "" } };
	draft->item.steps = draft->steps;
	draft->item.cautions = draft->cautions;
}

bool item_read_own(const config_setting_t *group, struct item_draft *ret, struct errors *errors)
{
	size_t before = errors->count + errors->left_out;
	item_init(ret);
	fields_read(group, item_fields, ret, NULL, errors);
	return errors->count + errors->left_out == before && !errors->no_memory;
}

bool item_read(const config_setting_t *group, struct item_draft *ret, struct errors *errors)
{
	bool good = item_read_own(group, ret, errors);
	for (int i = 0; needed_built_in[i]; i++) {
		if (config_setting_get_member(group, needed_built_in[i]))
			continue;
		errors_at(errors, group, "%s is missing", needed_built_in[i]);
		good = false;
	}
	return good;
}
