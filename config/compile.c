/*
 * A build tool: compile the files of config/catalogue/ into a C file with the const table, in the
 * order of the lists, on standard output; or, with --manual, into their part of
 * limber-catalogue(5), so that the manual always matches the program. Every error in a file is
 * reported on standard error, and the build fails.
 *
 *	catalogue-compile FILE… >catalogue_table.c
 *	catalogue-compile --manual FILE… >items.scd
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/catalogue_read.h"
#include "config/source.h"

struct entry {
	struct source source;
	struct item_draft draft;
};

/* A string literal; "?" is escaped because C17 still knows trigraphs. */
static void print_string(const char *text)
{
	putchar('"');
	for (; *text; text++) {
		if (strchr("\\\"?", *text))
			putchar('\\');
		putchar(*text);
	}
	putchar('"');
}

/* Print a string that users see, marked for translation. */
static void print_words(const char *text)
{
	if (*text)
		printf("N_(");
	print_string(text);
	if (*text)
		putchar(')');
}

/* The id of an item as a C name: "walk_break". */
static const char *c_name(const struct item *item)
{
	static char name[NAME_SIZE];
	snprintf(name, sizeof(name), "%s", item->id);
	for (char *at = name; (at = strchr(at, '-'));)
		*at = '_';
	return name;
}

static void print_steps(const struct item *item, const char *what, const struct item_step *steps,
			int count)
{
	if (count == 0)
		return;
	printf("static const struct item_step %s_%s[] = {\n", c_name(item), what);
	for (int i = 0; i < count; i++) {
		const struct item_step *step = &steps[i];
		printf("\t{ ");
		print_words(step->text);
		printf(", %d, %d, %s, ", step->seconds, step->times,
		       step->both_sides ? "true" : "false");
		print_words(step->title);
		printf(" },\n");
	}
	printf("};\n");
}

static void print_cautions(const struct item *item)
{
	if (item->caution_count == 0)
		return;
	printf("static const struct item_caution %s_cautions[] = {\n", c_name(item));
	for (int i = 0; i < item->caution_count; i++) {
		const struct item_caution *caution = &item->cautions[i];
		printf("\t{ %d, %d, ", (int)caution->fact, (int)caution->rule);
		print_words(caution->text);
		printf(" },\n");
	}
	printf("};\n");
}

static void print_marks(const char *name, const struct item_marks *marks)
{
	printf("\t\t.%s = { 0x%x, 0x%x, 0x%x },\n", name, marks->is, marks->checked,
	       marks->claimed);
}

static void print_member(const char *name, const char *text, void print(const char *))
{
	printf("\t\t.%s = ", name);
	print(text);
	printf(",\n");
}

static void print_array(const struct item *item, const char *name, const char *count, int is)
{
	if (is > 0)
		printf("\t\t.%s = %s_%s,\n\t\t.%s = %d,\n", name, c_name(item), name, count, is);
}

static void print_item(const struct item *item)
{
	printf("\t{\n");
	print_member("id", item->id, print_string);
	printf("\t\t.list = %d,\n\t\t.number = %d,\n", (int)item->list, item->number);
	printf("\t\t.category = %d,\n\t\t.kind = %d,\n", (int)item->category, (int)item->kind);
	print_member("title", item->title, print_words);
	print_member("cue", item->cue, print_words);
	print_array(item, "steps", "step_count", item->step_count);
	printf("\t\t.seconds = %d,\n", item->seconds);
	print_array(item, "easier", "easier_count", item->easier_count);
	print_member("note", item->note, print_words);
	print_array(item, "cautions", "caution_count", item->caution_count);
	printf("\t\t.evidence = %d,\n", (int)item->evidence);
	print_member("evidence_note", item->evidence_note, print_words);
	print_member("source", item->source, print_string);
	print_marks("kinds", &item->kinds);
	print_marks("causes", &item->causes);
	printf("\t\t.not_for = 0x%x,\n\t\t.acts = 0x%x,\n", item->not_for, item->acts);
	printf("\t\t.before_setup = %d,\n\t\t.opt_in = %d,\n\t},\n", item->before_setup,
	       item->opt_in);
}

static void print_table(struct entry *const entries[], size_t count)
{
	printf("/* Made from config/catalogue/ by config/compile.c. */\n"
	       "#include \"config/catalogue.h\"\n#include \"core/words/words.h\"\n\n");
	for (size_t i = 0; i < count; i++) {
		const struct item *item = &entries[i]->draft.item;
		print_steps(item, "steps", item->steps, item->step_count);
		print_steps(item, "easier", item->easier, item->easier_count);
		print_cautions(item);
	}
	printf("\nconst struct item catalogue_items[] = {\n");
	for (size_t i = 0; i < count; i++)
		print_item(&entries[i]->draft.item);
	printf("};\n\nconst size_t catalogue_count = %zu;\n", count);
}

/* Print plain text, escaped for scdoc. */
static void manual_text(const char *text)
{
	for (; *text; text++) {
		if (strchr("*_\\", *text))
			putchar('\\');
		putchar(*text);
	}
}

/* Print "stop: *op*, *fever*" on its own line, if the item has the rule. */
static void manual_rule(const struct item *item, enum item_rule rule)
{
	const char *before = "";
	for (int i = 0; i < item->caution_count; i++) {
		const struct item_caution *caution = &item->cautions[i];
		if (caution->rule != rule)
			continue;
		if (!*before)
			printf("++\n%s: ", item_rule_words[rule]);
		printf("%s*%s*", before, item_facts[caution->fact]);
		if (*caution->text) {
			printf(" (");
			manual_text(caution->text);
			putchar(')');
		}
		before = ", ";
	}
}

/* "For: acute\*, chronic" */
static void manual_marks(const char *what, struct item_marks marks, const char *const words[])
{
	const char *before = ": ";
	printf("%s", what);
	for (int i = 0; words[i]; i++) {
		uint32_t bit = UINT32_C(1) << i;
		if (!(marks.is & bit))
			continue;
		printf("%s%s%s%s", before, words[i], marks.checked & bit ? "\\*" : "",
		       marks.claimed & bit ? "~" : "");
		before = ", ";
	}
}

static void manual_item(const struct item *item)
{
	printf("*%s* (%s %d, %s%s)\n\t", item->id, item_list_words[item->list], item->number,
	       item_kind_words[item->kind], item->opt_in ? ", opt-in" : "");
	manual_text(item->title);
	printf(".++\n");
	manual_text(item->cue);
	for (enum item_rule rule = 0; rule < RULE_COUNT; rule++)
		manual_rule(item, rule);
	if (item->not_for) {
		printf("++\n");
		manual_marks("not for", (struct item_marks){ .is = item->not_for },
			     item_cramp_kinds);
	}
	if (*item->note) {
		printf("++\n");
		manual_text(item->note);
	}
	printf("++\nEvidence: %s. ", item_evidence_words[item->evidence]);
	manual_text(item->evidence_note);
	printf("++\n");
	manual_marks("For", item->kinds, item_cramp_kinds);
	manual_marks("; because of", item->causes, item_causes);
	printf(".\n\n");
}

static int entry_compare(const void *a, const void *b)
{
	const struct item *x = &(*(struct entry *const *)a)->draft.item;
	const struct item *y = &(*(struct entry *const *)b)->draft.item;
	return x->list != y->list ? (int)x->list - (int)y->list : x->number - y->number;
}

static void entry_read(struct entry *entry, struct errors *errors)
{
	int r = source_read(&entry->source, errors);
	if (r < 0) {
		errors_in(errors, &entry->source, 0, "cannot be read: %s", strerror(-r));
		return;
	}
	source_parse(&entry->source, errors);
	const config_setting_t *root = source_root(&entry->source);
	if (root)
		item_read(root, &entry->draft, errors);
}

/* Check that each file is named after its item, and that names, lists and numbers are unique. */
static void entries_check(struct entry *const entries[], size_t count, struct errors *errors)
{
	for (size_t i = 0; i < count; i++) {
		const struct entry *entry = entries[i];
		const char *slash = strrchr(entry->source.path, '/');
		const char *file = slash ? slash + 1 : entry->source.path;
		size_t length = strlen(entry->draft.item.id);
		if (strncmp(file, entry->draft.item.id, length) != 0 ||
		    strcmp(file + length, ".conf") != 0)
			errors_in(errors, &entry->source, 0, "must be named %s.conf after its item",
				  entry->draft.item.id);
		if (i > 0 && entry_compare(&entries[i - 1], &entries[i]) == 0)
			errors_in(errors, &entry->source, 0, "has the list and number of %s",
				  entries[i - 1]->source.path);
	}
}

static int report(struct errors *errors)
{
	struct config_errors lines = { .count = 0 };
	if (errors_result(errors) == 0)
		return EXIT_SUCCESS;
	if (errors->no_memory || errors_move(errors, &lines) < 0)
		fprintf(stderr, "catalogue-compile: %s\n", strerror(ENOMEM));
	for (size_t i = 0; i < lines.count; i++)
		fprintf(stderr, "%s\n", lines.lines[i]);
	config_errors_finish(&lines);
	return EXIT_FAILURE;
}

static int compile(struct entry *entries[], size_t count, bool manual)
{
	struct errors errors;
	errors_init(&errors);
	for (size_t i = 0; i < count; i++)
		entry_read(entries[i], &errors);
	if (errors.count == 0) {
		qsort(entries, count, sizeof(struct entry *), entry_compare);
		entries_check(entries, count, &errors);
	}
	if (errors.count == 0 && !manual)
		print_table(entries, count);
	for (size_t i = 0; manual && errors.count == 0 && i < count; i++)
		manual_item(&entries[i]->draft.item);
	int status = report(&errors);
	errors_finish(&errors);
	return status;
}

int main(int argc, char **argv)
{
	bool manual = argc > 1 && strcmp(argv[1], "--manual") == 0;
	char **paths = argv + 1 + manual;
	size_t count = (size_t)(argc > 1 ? argc - 1 - manual : 0);
	struct entry *storage = calloc(count + 1, sizeof(*storage));
	struct entry **entries = calloc(count + 1, sizeof(struct entry *));
	int status = EXIT_FAILURE;
	for (size_t i = 0; storage && entries && i < count; i++) {
		entries[i] = &storage[i];
		source_init(&entries[i]->source, paths[i], (int)i);
	}
	if (count == 0)
		fprintf(stderr, "usage: catalogue-compile [--manual] FILE…\n");
	else if (storage && entries)
		status = compile(entries, count, manual);
	for (size_t i = 0; storage && i < count; i++)
		source_finish(&storage[i].source);
	free(storage);
	free(entries);
	if (fflush(stdout) != 0 || ferror(stdout))
		status = EXIT_FAILURE;
	return status;
}
