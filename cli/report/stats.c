/*
 * limber stats: the sums of a range as a picture of 80 columns, or as lines for a screen reader.
 * What nobody knows (perhaps up, not shown) is named and lowers no share. No praise, and no score.
 */
#include <string.h>

#include "cli/report/report.h"
#include "cli/report/stats_draw.h"
#include "cli/report/sums.h"
#include "cli/shared/lines.h"
#include "core/base/text.h"
#include "core/words/week_text.h"

enum { LABEL = 14, BAR_WIDTH = 40, CARD_WIDTH = 3, SPARK_MOST = 40 };

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
	const struct day *all = &picture->sums->all;
	int64_t asked = day_asked(all), taken = day_taken(all);
	const int64_t *of = all->fields + DAY_OUTCOMES;
	char text[512];
	if (asked == 0)
		snprintf(text, sizeof(text), "%s", _("no card was answered in that time"));
	else
		snprintf(text, sizeof(text), _("%lld of %lld (%lld %%), %lld of them by yourself"),
			 (long long)taken, (long long)asked,
			 (long long)((taken * 100 + asked / 2) / asked),
			 (long long)of[OUTCOME_NATURAL]);
	if (of[OUTCOME_PERHAPS])
		say_append(text, sizeof(text), _("; %lld perhaps, not counted"),
			   (long long)of[OUTCOME_PERHAPS]);
	if (of[OUTCOME_NOT_SHOWN])
		say_append(text, sizeof(text), _("; %lld not shown"),
			   (long long)of[OUTCOME_NOT_SHOWN]);
	lines_row(picture->out, _("Breaks"), LABEL - 2, text);
	if (cards_most(picture->sums) == 0)
		return;
	if (picture->plain)
		bars_plain(picture);
	else
		bars(picture);
}

/* A label, a character for each part, and a text. */
static void line(const struct picture *picture, const char *label, const int64_t values[],
		 int64_t most, const char *text)
{
	FILE *out = picture->out;
	int count = picture->sums->count, from = count > SPARK_MOST ? count - SPARK_MOST : 0;
	if (picture->plain || count < 2) {
		lines_row(out, label, LABEL - 2, text);
		return;
	}
	fputs("  ", out);
	lines_pad(out, label, LABEL - 2);
	spark_draw(out, picture->look, values + from, count - from, most);
	fputs("  ", out);
	int at = LABEL + count - from + 2;
	lines_wrap(out, text, at, at > 40 ? LABEL : at);
}

/* The values of a field in each part, -1 where `counts` has none; the highest into *most. */
static void values_read(const struct sums *sums, enum day_field field, enum day_field counts,
			int64_t ret[SUMS_MAX], int64_t *most)
{
	for (int i = 0; i < sums->count; i++) {
		const int64_t *fields = sums->parts[i].day.fields;
		ret[i] = fields[counts] > 0 ? fields[field] : -1;
		*most = ret[i] > *most ? ret[i] : *most;
	}
}

static void sitting(const struct picture *picture)
{
	const int64_t *all = picture->sums->all.fields;
	int64_t values[SUMS_MAX], most = 0;
	char mean[LENGTH_SIZE], longest[LENGTH_SIZE], whole[LENGTH_SIZE], text[256];
	if (all[DAY_SPANS] == 0)
		return;
	values_read(picture->sums, DAY_LONGEST, DAY_SPANS, values, &most);
	sat_say(all[DAY_SAT] / all[DAY_SPANS], mean);
	sat_say(all[DAY_LONGEST], longest);
	sat_say(all[DAY_SAT], whole);
	snprintf(text, sizeof(text), _("longest %s, %s on average; %s in all, "), longest, mean,
		 whole);
	say_append(text, sizeof(text),
		   ngettext("%lld spell", "%lld spells", (unsigned long)all[DAY_SPANS]),
		   (long long)all[DAY_SPANS]);
	line(picture, _("Sitting"), values, most, text);
}

static void water(const struct picture *picture)
{
	const int64_t *all = picture->sums->all.fields;
	int64_t values[SUMS_MAX], most = 0;
	char text[128];
	if (all[DAY_WATER] == 0)
		return;
	values_read(picture->sums, DAY_WATER, DAY_DRINKS, values, &most);
	snprintf(text, sizeof(text),
		 ngettext("%lld.%lld l, %lld drink", "%lld.%lld l, %lld drinks",
			  (unsigned long)all[DAY_DRINKS]),
		 (long long)(all[DAY_WATER] / 1000), (long long)(all[DAY_WATER] % 1000 / 100),
		 (long long)all[DAY_DRINKS]);
	line(picture, _("Water"), values, most, text);
}

static void cramps(const struct picture *picture)
{
	const int64_t *all = picture->sums->all.fields;
	int64_t values[SUMS_MAX], most = 0;
	char text[128];
	if (all[DAY_CRAMPS] == 0)
		return;
	values_read(picture->sums, DAY_CRAMPS, DAY_CRAMPS, values, &most);
	snprintf(text, sizeof(text), _("%lld, the worst %lld of 10"), (long long)all[DAY_CRAMPS],
		 (long long)all[DAY_CRAMP_WORST]);
	line(picture, _("Cramps"), values, most, text);
}

/* The mean of each part, in tenths. */
static void pain(const struct picture *picture)
{
	const struct sums *sums = picture->sums;
	int64_t values[SUMS_MAX];
	char text[128];
	if (sums->all.fields[DAY_SCORES] == 0)
		return;
	for (int i = 0; i < sums->count; i++)
		values[i] = day_score(&sums->parts[i].day);
	int64_t mean = day_score(&sums->all);
	snprintf(text, sizeof(text),
		 ngettext("%lld.%lld of 10 on average, %lld day",
			  "%lld.%lld of 10 on average, %lld days",
			  (unsigned long)sums->all.fields[DAY_SCORES]),
		 (long long)(mean / 10), (long long)(mean % 10),
		 (long long)sums->all.fields[DAY_SCORES]);
	line(picture, _("Pain"), values, 100, text);
}

static void hours(const struct picture *picture)
{
	const int64_t *asked = picture->sums->all.fields + DAY_HOURS_ASKED;
	const int64_t *taken = picture->sums->all.fields + DAY_HOURS_TAKEN;
	struct sums_hours of;
	char text[160];
	if (!sums_hours(&picture->sums->all, &of))
		return;
	snprintf(text, sizeof(text),
		 _("most taken from %02d:00 to %02d:00 (%lld of %lld), fewest from %02d:00 to "
		   "%02d:00 (%lld of %lld)"),
		 of.best, of.best + 1, (long long)taken[of.best], (long long)asked[of.best],
		 of.worst, of.worst + 1, (long long)taken[of.worst], (long long)asked[of.worst]);
	lines_row(picture->out, _("Hours"), LABEL - 2, text);
}

static void print(const struct picture *picture, const struct style *style)
{
	static void (*const lines[])(const struct picture *) = { breaks, sitting, water,
								 cramps, pain,    hours };
	char range[SUMS_LABEL_SIZE];
	sums_range(picture->sums, range);
	fprintf(picture->out, "%s%s%s\n\n", style->bold, range, style->plain);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		lines[i](picture);
}

static void stats_empty(const struct history *history)
{
	if (history->store)
		say_wrapped(
			"%s",
			_("Nothing was booked in that time. All there is: limber stats ..today"));
	else
		say_wrapped("%s",
			    _("Nothing was booked yet. Sitting, breaks and water are booked while "
			      "limberd runs: limber on"));
}

enum exit_code report_stats(struct command *command)
{
	static struct sums sums;
	HISTORY_OWNED history = { 0 };
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
