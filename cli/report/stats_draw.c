/* The parts of a bar differ in their characters as well, so that nothing depends on colour. */
#include "cli/report/stats_draw.h"

#include <langinfo.h>
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

static const struct {
	const char *wide, *ascii, *colour, *name;
} rows[BAR_PARTS] = {
	[BAR_DONE] = { "█", "#", "\033[32m", N_("done") },
	[BAR_NATURAL] = { "▓", "+", "\033[36m", N_("by yourself") },
	[BAR_PERHAPS] = { "▒", "?", "\033[2m", N_("perhaps") },
	[BAR_SKIPPED] = { "░", "-", "\033[33m", N_("skipped") },
	[BAR_UNANSWERED] = { "·", ".", "", N_("unanswered") },
};

struct look look_of(FILE *out)
{
	return (struct look){ .wide = strcmp(nl_langinfo(CODESET), "UTF-8") == 0,
			      .colour = style_of(out) != &style_none };
}

int64_t bar_parts(const struct day *day, int64_t ret[BAR_PARTS])
{
	const int64_t *of = day->fields + DAY_OUTCOMES;
	int64_t sum = 0;
	ret[BAR_NATURAL] = of[OUTCOME_NATURAL];
	ret[BAR_DONE] = day_taken(day) - of[OUTCOME_NATURAL];
	ret[BAR_PERHAPS] = of[OUTCOME_PERHAPS];
	ret[BAR_SKIPPED] = of[OUTCOME_SKIPPED];
	ret[BAR_UNANSWERED] = of[OUTCOME_UNANSWERED];
	for (int i = 0; i < BAR_PARTS; i++) {
		ret[i] = ret[i] > 0 ? ret[i] : 0;
		sum += ret[i];
	}
	return sum;
}

const char *bar_name(enum bar_part part)
{
	return _(rows[part].name);
}

static void part_draw(FILE *out, struct look look, enum bar_part part, int64_t width)
{
	if (width > 0 && look.colour)
		fputs(rows[part].colour, out);
	for (int64_t i = 0; i < width; i++)
		fputs(look.wide ? rows[part].wide : rows[part].ascii, out);
	if (width > 0 && look.colour)
		fputs("\033[0m", out);
}

void bar_draw(FILE *out, struct look look, const int64_t parts[BAR_PARTS], int64_t most, int width)
{
	int64_t sum = 0, at = 0;
	for (int i = 0; i < BAR_PARTS && most > 0; i++) {
		sum += parts[i];
		int64_t end = (sum * width + most / 2) / most;
		part_draw(out, look, (enum bar_part)i, end - at);
		at = end;
	}
	fprintf(out, "%*s", (int)(width - at), "");
}

void bar_legend(FILE *out, struct look look, int at)
{
	int column = lines_room(out);
	for (int i = 0; i < BAR_PARTS; i++) {
		const char *name = bar_name((enum bar_part)i);
		int width = lines_width(name) + 2;
		bool fits = column + 2 + width <= lines_room(out);
		if (!fits)
			fprintf(out, "%s%*s", i ? "\n" : "", at, "");
		column = fits ? column + 2 + width : at + width;
		fputs(fits ? "  " : "", out);
		part_draw(out, look, (enum bar_part)i, 1);
		fprintf(out, " %s", name);
	}
	fputc('\n', out);
}

void spark_draw(FILE *out, struct look look, const int64_t values[], int count, int64_t most)
{
	static const char *const wide[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	const int64_t top = look.wide ? 7 : 9;
	for (int i = 0; i < count; i++) {
		int64_t step = most > 0 ? (values[i] * top + most / 2) / most : 0;
		if (values[i] < 0)
			fputs(look.wide ? "·" : ".", out);
		else if (look.wide)
			fputs(wide[step < top ? step : top], out);
		else
			fputc('0' + (char)(step < top ? step : top), out);
	}
}
