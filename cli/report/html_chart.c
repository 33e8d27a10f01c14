/* A chart is 100 units high and as wide as its place on the page; a group for each part. */
#include "cli/report/html.h"

#include "cli/report/stats_draw.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/amount.h"

enum { LEFT = 40, PLOT = 96, TOP = 8, GRID_MOST = 4, DAYS_LABELLED = 14 };

#define LETTER 6.4 /* the width of a letter, about */

struct chart {
	FILE *out;
	const struct sums *sums;
	int width;    /* of the whole chart */
	int64_t top;  /* the value at the upper end */
	int64_t unit; /* of which the numbers at the left are multiples */
};

/* 1, 2, 5, 10, 20 … of `unit`, so that few lines reach `most`. */
static int64_t grid_step(int64_t most, int64_t unit)
{
	static const int64_t factors[] = { 1, 2, 5 };
	for (int64_t ten = unit;; ten *= 10)
		for (int i = 0; i < 3; i++)
			if (ten * factors[i] * GRID_MOST >= most)
				return ten * factors[i];
}

static double x_of(const struct chart *chart, double part)
{
	return LEFT + part * (chart->width - LEFT) / chart->sums->count;
}

static double y_of(const struct chart *chart, double value)
{
	return TOP + PLOT - value * PLOT / (double)chart->top;
}

static void grid(const struct chart *chart, int64_t step, const char *unit)
{
	for (int64_t value = 0; value <= chart->top; value += step) {
		double y = y_of(chart, (double)value);
		fprintf(chart->out,
			"<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
			"<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%lld%s</text>\n",
			LEFT, chart->width, y, y, LEFT - 6, y + 4, (long long)(value / chart->unit),
			value == chart->top ? unit : "");
	}
}

/* Mondays where the parts are many days. */
static bool is_labelled(const struct sums *sums, int part)
{
	return sums->count <= DAYS_LABELLED || sums->unit != SUMS_DAY ||
	       civil_weekday(sums->parts[part].first) == MONDAY;
}

/* As many as there is room for, each wholly inside the chart. */
static void labels(const struct chart *chart)
{
	double end = 0;
	for (int i = 0; i < chart->sums->count; i++) {
		char label[SUMS_LABEL_SIZE];
		sums_label_short(chart->sums, i, label);
		double half = lines_width(label) * LETTER / 2, x = x_of(chart, i + 0.5);
		x = x + half > chart->width ? chart->width - half : x;
		if (!is_labelled(chart->sums, i) || x - half < end)
			continue;
		end = x + half + LETTER;
		fprintf(chart->out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">", x,
			TOP + PLOT + 15);
		html_text(chart->out, label);
		fputs("</text>\n", chart->out);
	}
}

static void bar(const struct chart *chart, int part, int64_t from, int64_t to, const char *colour)
{
	double width = x_of(chart, 1) - x_of(chart, 0), wide = width > 30 ? 22 : width * 0.72;
	if (to > from)
		fprintf(chart->out,
			"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1\" "
			"style=\"fill:var(--%s)\"/>\n",
			x_of(chart, part + 0.5) - wide / 2, y_of(chart, (double)to), wide,
			y_of(chart, (double)from) - y_of(chart, (double)to), colour);
}

static const char *const break_colours[BAR_PARTS] = { "done", "own", "perhaps", "skipped", "open" };

static void draw_breaks(const struct chart *chart)
{
	for (int i = 0; i < chart->sums->count; i++) {
		int64_t parts[BAR_PARTS], at = 0;
		bar_parts(&chart->sums->parts[i].day, parts);
		for (int part = 0; part < BAR_PARTS; at += parts[part++])
			bar(chart, i, at, at + parts[part], break_colours[part]);
	}
}

static void draw_sitting(const struct chart *chart)
{
	for (int i = 0; i < chart->sums->count; i++) {
		const int64_t *fields = chart->sums->parts[i].day.fields;
		bar(chart, i, 0, fields[DAY_LONGEST], "done");
		bar(chart, i, fields[DAY_LONGEST], fields[DAY_SAT], "rest");
	}
}

/* Of a part, in the unit of the chart's numbers. */
static int64_t water_of(const struct sums *sums, const struct day *day)
{
	return sums->ounces ? amount_ounces(day->fields[DAY_WATER]) : day->fields[DAY_WATER];
}

static void draw_water(const struct chart *chart)
{
	for (int i = 0; i < chart->sums->count; i++)
		bar(chart, i, 0, water_of(chart->sums, &chart->sums->parts[i].day), "water");
}

static void draw_cramps(const struct chart *chart)
{
	for (int i = 0; i < chart->sums->count; i++)
		bar(chart, i, 0, chart->sums->parts[i].day.fields[DAY_CRAMP_WORST] * 10, "cramp");
}

/* A line through the days with a score; a day without one breaks it. */
static void draw_pain(const struct chart *chart)
{
	bool goes_on = false;
	fputs("<path style=\"fill:none;stroke:var(--pain);stroke-width:2;stroke-linejoin:round;"
	      "stroke-linecap:round\" d=\"",
	      chart->out);
	for (int i = 0; i < chart->sums->count; i++) {
		int64_t score = day_score(&chart->sums->parts[i].day);
		if (score >= 0)
			fprintf(chart->out, "%c%.1f %.1f%s", goes_on ? 'L' : 'M',
				x_of(chart, i + 0.5), y_of(chart, (double)score),
				goes_on ? "" : "h0");
		goes_on = score >= 0;
	}
	fputs("\"/>\n", chart->out);
}

static void draw_health(const struct chart *chart)
{
	draw_cramps(chart);
	draw_pain(chart);
}

struct key {
	const char *colour, *name;
};

static const struct key sitting_keys[] = { { "done", N_("the longest spell") },
					   { "rest", N_("the others") } };
static const struct key health_keys[] = { { "cramp", N_("the worst cramp, 0 to 10") },
					  { "pain", N_("trouble, 0 to 10") } };

static void keys(FILE *out, const struct key list[], int count)
{
	fputs("<div class=\"key\">", out);
	for (int i = 0; i < count; i++) {
		fprintf(out, "<span><i style=\"background:var(--%s)\"></i>", list[i].colour);
		html_text(out, _(list[i].name));
		fputs("</span>", out);
	}
	fputs("</div>\n", out);
}

static void break_keys(FILE *out)
{
	struct key list[BAR_PARTS];
	for (int i = 0; i < BAR_PARTS; i++)
		list[i] = (struct key){ break_colours[i], bar_name((enum bar_part)i) };
	keys(out, list, BAR_PARTS);
}

/* The highest sum of a field, or of the breaks. */
static int64_t most_of(const struct sums *sums, enum sums_line line)
{
	int64_t most = 0, parts[BAR_PARTS];
	for (int i = 0; i < sums->count; i++) {
		const struct day *day = &sums->parts[i].day;
		int64_t value = line == SUMS_BREAKS    ? bar_parts(day, parts)
				: line == SUMS_SITTING ? day->fields[DAY_SAT]
						       : water_of(sums, day);
		most = value > most ? value : most;
	}
	return most;
}

static const struct {
	void (*draw)(const struct chart *chart);
	int width;
	int64_t unit;
	const char *unit_name;
} charts[SUMS_LINES] = {
	[SUMS_BREAKS] = { draw_breaks, 720, 1, "" },
	[SUMS_SITTING] = { draw_sitting, 720, 3600, " h" },
	[SUMS_WATER] = { draw_water, 346, 1000, " l" },
	[SUMS_CRAMPS] = { draw_health, 346, 10, "" },
};

void html_chart(FILE *out, const struct sums *sums, enum sums_line line)
{
	bool ounces = line == SUMS_WATER && sums->ounces;
	int64_t unit = ounces ? 1 : charts[line].unit;
	int64_t most = line == SUMS_CRAMPS ? 100 : most_of(sums, line);
	int64_t step = grid_step(most, unit);
	struct chart chart = { .out = out,
			       .sums = sums,
			       .width = charts[line].width,
			       .top = (most + step - 1) / step * step,
			       .unit = unit };
	char text[SUMS_SAY_SIZE], pain[SUMS_SAY_SIZE];
	chart.top = chart.top > 0 ? chart.top : step;
	(void)sums_say(sums, line, text);
	fprintf(out,
		"<figure>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t%d d%d\">"
		"<title id=\"t%d\">",
		chart.width, TOP + PLOT + 20, line, line, line);
	html_text(out, sums_line_label(line));
	fprintf(out, "</title><desc id=\"d%d\">", line);
	html_text(out, text);
	if (line == SUMS_CRAMPS && sums_say(sums, SUMS_PAIN, pain)) {
		fprintf(out, "%s", text[0] ? "; " : "");
		html_text(out, pain);
	}
	fputs("</desc>\n", out);
	grid(&chart, step, ounces ? " oz" : charts[line].unit_name);
	charts[line].draw(&chart);
	labels(&chart);
	fputs("</svg>\n", out);
	if (line == SUMS_BREAKS)
		break_keys(out);
	if (line == SUMS_SITTING)
		keys(out, sitting_keys, 2);
	if (line == SUMS_CRAMPS)
		keys(out, health_keys, 2);
	fputs("</figure>\n", out);
}
