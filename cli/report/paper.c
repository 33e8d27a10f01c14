/*
 * limber report: a page to take along, for oneself or a physiotherapist. It has what Limber
 * counted, and neither health answers nor advice.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/report/current.h"
#include "cli/report/deeds.h"
#include "cli/report/html.h"
#include "cli/report/output.h"
#include "cli/report/report.h"
#include "cli/shared/lines.h"
#include "cli/shared/when.h"
#include "core/words/diary_text.h"
#include "core/words/water_text.h"
#include "core/words/week_text.h"

enum { DEEDS_SHOWN = 16, WEEKS_SHOWN = 4, CRAMPS_SHOWN = 8 };

struct paper {
	FILE *out;
	const struct current *current;
	struct sums sums;
	struct deeds deeds;
	struct record cramps[CRAMPS_SHOWN]; /* the last ones, the latest at the end */
	int cramp_count;
};

static void head(const struct paper *paper)
{
	char range[SUMS_LABEL_SIZE];
	sums_range(&paper->sums, range);
	html_begin(paper->out, _("Sitting, breaks and cramps"));
	fputs("<header>\n", paper->out);
	html_element(paper->out, "h1", _("Sitting, breaks and cramps"));
	html_element(paper->out, "p class=\"range\"", range);
	fputs("</header>\n", paper->out);
}

static void foot(const struct paper *paper)
{
	char date[WHEN_SIZE], text[512];
	when_date(when_now(), date);
	snprintf(text, sizeof(text),
		 _("Made on %s by Limber from what it counted at this computer. Breaks are cards "
		   "that "
		   "asked for one; what nobody knows (perhaps) lowers no share. Habits of comfort "
		   "and mobility, not a diagnosis."),
		 date);
	fputs("<footer>", paper->out);
	html_text(paper->out, text);
	fputs("</footer>\n", paper->out);
	html_end(paper->out);
}

/* A heading, a sentence and a chart; nothing where nothing is known. */
static void section(const struct paper *paper, enum sums_line line, enum sums_line also)
{
	char text[SUMS_SAY_SIZE], more[SUMS_SAY_SIZE];
	bool has = sums_say(&paper->sums, line, text);
	bool has_more = also != line && sums_say(&paper->sums, also, more);
	if (!has && !has_more)
		return;
	fputs("<section>\n", paper->out);
	html_element(paper->out, "h2",
		     line == SUMS_CRAMPS ? _("Cramps and trouble") : sums_line_label(line));
	if (has)
		html_element(paper->out, "p", text);
	if (has_more) {
		char named[SUMS_SAY_SIZE + 64];
		snprintf(named, sizeof(named), "%s: %s", sums_line_label(also), more);
		html_element(paper->out, "p", named);
	}
	html_chart(paper->out, &paper->sums, line);
	fputs("</section>\n", paper->out);
}

static const char *deed_name(const struct paper *paper, const struct deed *deed)
{
	const struct item *item = current_item_find(paper->current, deed->item);
	if (item)
		return _(item->title);
	return deed->item[0] ? deed->item : deed->reminder;
}

static void deeds_table(const struct paper *paper)
{
	const struct deeds *deeds = &paper->deeds;
	FILE *out = paper->out;
	if (deeds->count == 0)
		return;
	html_element(out, "h2", _("What was done"));
	fputs("<div class=\"pair\">\n", out);
	int shown = deeds->count < DEEDS_SHOWN ? deeds->count : DEEDS_SHOWN;
	for (int column = 0; column < 2; column++) {
		int from = column * ((shown + 1) / 2), to = column ? shown : (shown + 1) / 2;
		fputs("<table>\n", out);
		for (int i = from; i < to; i++) {
			char length[LENGTH_SIZE];
			fputs("<tr>", out);
			html_element(out, "td", deed_name(paper, &deeds->deed[i]));
			fprintf(out, "<td>%lld</td>", (long long)deeds->deed[i].times);
			sat_say(deeds->deed[i].seconds, length);
			html_element(out, "td", deeds->deed[i].seconds >= 30 ? length : "");
			fputs("</tr>\n", out);
		}
		fputs("</table>\n", out);
	}
	fputs("</div>\n", out);
}

static void cramps_table(const struct paper *paper)
{
	static const char *const heads[] = { N_("When"), N_("Where"), N_("Strength"),
					     N_("Woke you"), N_("What else") };
	FILE *out = paper->out;
	if (paper->cramp_count == 0)
		return;
	html_element(out, "h2", _("The last cramps"));
	fputs("<div class=\"wide\"><table class=\"words\">\n<thead><tr>", out);
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		html_element(out, "th scope=\"col\"", _(heads[i]));
	fputs("</tr></thead>\n<tbody>\n", out);
	for (int i = paper->cramp_count - 1; i >= 0; i--) {
		const struct record *row = &paper->cramps[i];
		char when[SUMS_LABEL_SIZE], text[DIARY_SAID];
		fputs("<tr>", out);
		sums_moment(row, when);
		html_element(out, "td", when);
		diary_place_say(row, say_translate, text);
		html_element(out, "td", text);
		snprintf(text, sizeof(text), _("%d of 10"), (int)row->amount);
		html_element(out, "td", diary_is_rated(row) ? text : "");
		html_element(out, "td", row->marks & DIARY_WOKE ? _("yes") : "");
		diary_more_say(row, say_translate, text);
		html_element(out, "td", text);
		fputs("</tr>\n", out);
	}
	fputs("</tbody>\n</table></div>\n", out);
}

static void cell(FILE *out, bool is_known, const char *text)
{
	html_element(out, "td", is_known ? text : "");
}

/* "2 (7)": the worst of both in parentheses, where one was given. */
static void cramps_cell(FILE *out, const int64_t *fields)
{
	char text[64];
	snprintf(text, sizeof(text), "%lld", (long long)fields[DAY_CRAMPS]);
	if (fields[DAY_CRAMP_WORST] > 0)
		say_append(text, sizeof(text), " (%lld)", (long long)fields[DAY_CRAMP_WORST]);
	cell(out, fields[DAY_CRAMPS] > 0, text);
}

static void row(const struct paper *paper, const char *label, const struct day *day)
{
	FILE *out = paper->out;
	const int64_t *fields = day->fields;
	char text[LENGTH_SIZE], amount[WATER_SUM_SIZE], score[TENTHS_SIZE];
	html_element(out, "td", label);
	snprintf(text, sizeof(text), _("%lld of %lld"), (long long)day_taken(day),
		 (long long)day_asked(day));
	cell(out, day_asked(day) > 0, text);
	snprintf(text, sizeof(text), "%lld", (long long)fields[DAY_OUTCOMES + OUTCOME_NATURAL]);
	cell(out, day_asked(day) > 0, text);
	sat_say(fields[DAY_SAT], text);
	cell(out, fields[DAY_SPANS] > 0, text);
	snprintf(text, sizeof(text), "%lld", (long long)fields[DAY_SPANS]);
	cell(out, fields[DAY_SPANS] > 0, text);
	sat_say(fields[DAY_LONGEST], text);
	cell(out, fields[DAY_SPANS] > 0, text);
	water_sum_say(fields[DAY_WATER], paper->sums.ounces, say_translate, amount);
	cell(out, fields[DAY_WATER] > 0, amount);
	cramps_cell(out, fields);
	words_tenths(day_score(day), say_translate, score);
	cell(out, day_score(day) >= 0, score);
}

static void numbers_table(const struct paper *paper)
{
	static const char *const heads[] = { N_("By yourself"), N_("Sitting"), N_("Spells"),
					     N_("Longest"),     N_("Water"),   N_("Cramps (worst)"),
					     N_("Trouble") };
	const struct sums *sums = &paper->sums;
	FILE *out = paper->out;
	html_element(out, "h2", _("The numbers"));
	fputs("<div class=\"wide\"><table>\n<thead><tr><th></th>", out);
	html_element(out, "th", _("Breaks"));
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		html_element(out, "th scope=\"col\"", _(heads[i]));
	fputs("</tr></thead>\n<tbody>\n", out);
	for (int i = 0; i < sums->count; i++) {
		char label[SUMS_LABEL_SIZE];
		sums_label(sums, i, label);
		fputs("<tr>", out);
		row(paper, label, &sums->parts[i].day);
		fputs("</tr>\n", out);
	}
	fputs("<tr class=\"sum\">", out);
	row(paper, _("All"), &sums->all);
	fputs("</tr>\n</tbody>\n</table></div>\n", out);
}

static void paper_print(const struct paper *paper)
{
	head(paper);
	if (paper->sums.count == 0) {
		html_element(paper->out, "p", _("Nothing was booked in that time."));
		foot(paper);
		return;
	}
	section(paper, SUMS_SITTING, SUMS_SITTING);
	section(paper, SUMS_BREAKS, SUMS_HOURS);
	fputs("<div class=\"pair\">\n", paper->out);
	section(paper, SUMS_CRAMPS, SUMS_PAIN);
	section(paper, SUMS_WATER, SUMS_WATER);
	fputs("</div>\n", paper->out);
	cramps_table(paper);
	fputs("<div class=\"second\">\n", paper->out);
	deeds_table(paper);
	numbers_table(paper);
	fputs("</div>\n", paper->out);
	foot(paper);
}

/* The last weeks, today being the last day, as a text of a range. */
static void range_preset(char out[DATE_SIZE + 2])
{
	struct span today;
	out[0] = '\0';
	if (!span_read("today", history_day_starts(), (struct realtime){ (int64_t)when_now() },
		       &today))
		return;
	date_print(today.first - 7 * WEEKS_SHOWN + 1, out);
	strcat(out, "..");
}

static int cramp_take(const struct record *row, void *user)
{
	struct paper *paper = user;
	paper->cramps[paper->cramp_count++] = *row;
	return paper->cramp_count == CRAMPS_SHOWN;
}

static int cramps_read(const struct history *history, struct paper *paper)
{
	const struct history_query query = { .first = paper->sums.first,
					     .last = paper->sums.last,
					     .kinds = 1 << RECORD_CRAMP,
					     .newest = CRAMPS_SHOWN };
	paper->cramp_count = 0;
	int r = history->store ? store_history(history->store, &query, cramp_take, paper) : 0;
	return r < 0 ? r : 0;
}

static enum exit_code paper_read(struct command *command, struct paper *paper)
{
	HISTORY_OWNED history = { 0 };
	char preset[DATE_SIZE + 2];
	range_preset(preset);
	enum exit_code code = history_open(command, &history);
	if (code == EXIT_FINE)
		code = sums_read(command, &history, command->words[0], preset, &paper->sums);
	if (code != EXIT_FINE)
		return code;
	int r = cramps_read(&history, paper);
	if (r == 0)
		r = deeds_read(&history, paper->sums.first, paper->sums.last, &paper->deeds);
	return r > 0 ? complain(command, EXIT_REFUSED, _("Stopped."))
		     : history_failed(command, &history, r);
}

enum exit_code report_report(struct command *command)
{
	static struct paper paper;
	struct current current;
	struct output output;
	if (!command_given(command, OPTION_OUTPUT) && !command->json && isatty(STDOUT_FILENO))
		return complain(command, EXIT_USAGE,
				_("Name the file to write: limber report -o limber.html"));
	enum exit_code code = paper_read(command, &paper);
	if (code == EXIT_FINE)
		code = output_begin(command, 0600, &output);
	if (code != EXIT_FINE)
		return code;
	current_init(&current, command);
	paper.current = &current;
	paper.out = output.out;
	paper_print(&paper);
	paper.current = NULL;
	current_finish(&current);
	code = output_end(command, &output, EXIT_FINE);
	if (code == EXIT_FINE && paper.sums.count == 0)
		lines_wrap(stderr, _("Nothing was booked in that time."), 0, 0);
	history_lacks(command);
	return code;
}
