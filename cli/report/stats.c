/* limber stats: the sums of a range as a picture of 80 columns, or as lines for a screen reader. */
#include "cli/report/report.h"
#include "cli/report/stats_draw.h"
#include "cli/report/sums.h"
#include "cli/shared/lines.h"

enum { LABEL = 14, BAR_WIDTH = 40, CARD_WIDTH = 3, SPARK_MOST = 40, TEXT_LEAST = 12 };

struct picture {
	FILE *out;
	struct look look;
	bool plain;
	const struct sums *sums;
};

static void share_say(const struct day *day, char *text, size_t size)
{
	int64_t asked = day_asked(day), taken = day_taken(day);
	if (asked > 0)
		say_append(text, size, _("%lld of %lld"), (long long)taken, (long long)asked);
}

static int64_t cards_most(const struct sums *sums)
{
	int64_t most = 0, parts[BAR_PARTS];
	for (int i = 0; i < sums->count; i++) {
		int64_t sum = bar_parts(&sums->parts[i].day, parts);
		most = sum > most ? sum : most;
	}
	return most;
}

static void bars(const struct picture *picture)
{
	const struct sums *sums = picture->sums;
	int64_t most = cards_most(sums), parts[BAR_PARTS];
	int room = lines_room(picture->out) - LABEL - 16;
	int width = most * CARD_WIDTH < BAR_WIDTH ? (int)most * CARD_WIDTH : BAR_WIDTH;
	width = width < room ? width : room;
	for (int i = 0; i < sums->count && width > 0; i++) {
		char label[SUMS_LABEL_SIZE], share[64] = "";
		sums_label(sums, i, label);
		share_say(&sums->parts[i].day, share, sizeof(share));
		if (bar_parts(&sums->parts[i].day, parts) == 0) {
			fprintf(picture->out, "  %s\n", label);
			continue;
		}
		fputs("  ", picture->out);
		lines_pad(picture->out, label, LABEL - 2);
		bar_draw(picture->out, picture->look, parts, most, width);
		fprintf(picture->out, "  %s\n", share);
	}
	bar_legend(picture->out, picture->look, LABEL);
	fputc('\n', picture->out);
}

/* "Mon 23 Nov   6 of 8, 2 done, 4 by yourself …" for each part. */
static void bars_plain(const struct picture *picture)
{
	const struct sums *sums = picture->sums;
	for (int i = 0; i < sums->count; i++) {
		char label[SUMS_LABEL_SIZE], text[256] = "";
		int64_t parts[BAR_PARTS];
		if (bar_parts(&sums->parts[i].day, parts) == 0)
			continue;
		sums_label(sums, i, label);
		share_say(&sums->parts[i].day, text, sizeof(text));
		for (int part = 0; part < BAR_PARTS; part++)
			if (parts[part])
				say_append(text, sizeof(text), "%s%lld %s", text[0] ? ", " : "",
					   (long long)parts[part], bar_name((enum bar_part)part));
		lines_row(picture->out, label, LABEL - 2, text);
	}
}

static void breaks(const struct picture *picture)
{
	if (cards_most(picture->sums) == 0)
		return;
	if (picture->plain)
		bars_plain(picture);
	else
		bars(picture);
}

/* A character for each part, in as many lines as that needs; returns the column of the end. */
static int sparks(const struct picture *picture, const int64_t values[], int64_t most)
{
	int room = lines_room(picture->out) - LABEL, width = room < SPARK_MOST ? room : SPARK_MOST;
	int count = picture->sums->count, drawn = 0;
	for (int from = 0; from < count; from += drawn) {
		drawn = count - from < width ? count - from : width;
		if (from > 0)
			fprintf(picture->out, "\n%*s", LABEL, "");
		spark_draw(picture->out, picture->look, values + from, drawn, most);
	}
	return LABEL + drawn;
}

/* A label, a character for each part, and a text. */
static void line(const struct picture *picture, const char *label, const int64_t values[],
		 int64_t most, const char *text)
{
	FILE *out = picture->out;
	if (picture->plain || picture->sums->count < 2) {
		lines_row(out, label, LABEL - 2, text);
		return;
	}
	fputs("  ", out);
	lines_pad(out, label, LABEL - 2);
	int at = sparks(picture, values, most) + 2;
	bool beside = at < lines_room(out) - TEXT_LEAST;
	if (beside)
		fputs("  ", out);
	else
		fprintf(out, "\n%*s", at = LABEL, "");
	lines_wrap(out, text, at, 2 * at > lines_room(out) ? LABEL : at);
}

static void line_print(const struct picture *picture, enum sums_line kind)
{
	int64_t values[SUMS_MAX], most;
	char text[SUMS_SAY_SIZE];
	bool drawn = kind != SUMS_BREAKS && kind != SUMS_HOURS;
	if (!sums_say(picture->sums, kind, text))
		return;
	if (!drawn) {
		lines_row(picture->out, sums_line_label(kind), LABEL - 2, text);
		return;
	}
	most = sums_values(picture->sums, kind, values);
	line(picture, sums_line_label(kind), values, kind == SUMS_PAIN ? 100 : most, text);
}

static void print(const struct picture *picture, const struct style *style)
{
	char range[SUMS_LABEL_SIZE];
	sums_range(picture->sums, range);
	fprintf(picture->out, "%s%s%s\n\n", style->bold, range, style->plain);
	for (int i = 0; i < SUMS_LINES; i++) {
		line_print(picture, (enum sums_line)i);
		if (i == SUMS_BREAKS)
			breaks(picture);
	}
}

static void stats_empty(const struct history *history)
{
	if (history->store)
		say_wrapped("%s",
			    _("Nothing was booked in that time. All there is: limber stats all"));
	else
		say_wrapped("%s",
			    _("Nothing was booked yet. Sitting, breaks and water are booked while "
			      "limberd runs: limber on"));
}

enum exit_code report_stats(struct command *command)
{
	static struct sums sums;
	HISTORY_OWNED history = { 0 };
	if (command_given(command, OPTION_OPENMETRICS))
		return stats_openmetrics(command);
	if (command_given(command, OPTION_OUTPUT))
		return complain(command, EXIT_USAGE, _("-o goes with --openmetrics."));
	enum exit_code code = history_open(command, &history);
	if (code == EXIT_FINE)
		code = sums_read(command, &history, command->words[0], "week", &sums);
	if (code != EXIT_FINE)
		return code;
	struct picture picture = { .out = stdout,
				   .look = look_of(stdout),
				   .plain = command_given(command, OPTION_PLAIN) != NULL,
				   .sums = &sums };
	if (command->json)
		sums_json(stdout, &sums);
	else if (sums.count == 0)
		stats_empty(&history);
	else
		print(&picture, style_of(stdout));
	history_lacks(command);
	return EXIT_FINE;
}
