/* The sentences of stats and report. What nobody knows (perhaps up, not shown) is named, and lowers
 * no share. No praise, and no score. */
#include "cli/report/sums.h"

#include <stdio.h>

#include "cli/shared/say.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/words/water_text.h"
#include "core/words/week_text.h"

static void breaks(const struct sums *sums, char out[SUMS_SAY_SIZE])
{
	const struct day *day = &sums->all;
	long long asked = day_asked(day), taken = day_taken(day);
	const int64_t *of = day->fields + DAY_OUTCOMES;
	if (asked == 0)
		snprintf(out, SUMS_SAY_SIZE, "%s", _("no card was answered in that time"));
	else
		snprintf(out, SUMS_SAY_SIZE, _("%lld of %lld (%lld %%), %lld of them by yourself"),
			 taken, asked, (taken * 100 + asked / 2) / asked,
			 (long long)of[OUTCOME_NATURAL]);
	if (of[OUTCOME_PERHAPS])
		say_append(out, SUMS_SAY_SIZE, _("; %lld perhaps, not counted"),
			   (long long)of[OUTCOME_PERHAPS]);
	if (of[OUTCOME_NOT_SHOWN])
		say_append(out, SUMS_SAY_SIZE, _("; %lld not shown"),
			   (long long)of[OUTCOME_NOT_SHOWN]);
}

static void sitting(const struct sums *sums, char out[SUMS_SAY_SIZE])
{
	const struct day *day = &sums->all;
	char mean[LENGTH_SIZE], longest[LENGTH_SIZE], whole[LENGTH_SIZE];
	long long spans = day->fields[DAY_SPANS];
	sat_say(day->fields[DAY_SAT] / spans, mean);
	sat_say(day->fields[DAY_LONGEST], longest);
	sat_say(day->fields[DAY_SAT], whole);
	snprintf(out, SUMS_SAY_SIZE, _("longest %s, %s on average; %s in all, "), longest, mean,
		 whole);
	say_append(out, SUMS_SAY_SIZE, ngettext("%lld spell", "%lld spells", (unsigned long)spans),
		   spans);
}

static void water(const struct sums *sums, char out[SUMS_SAY_SIZE])
{
	long long drinks = sums->all.fields[DAY_DRINKS];
	char amount[WATER_SUM_SIZE];
	water_sum_say(sums->all.fields[DAY_WATER], sums->ounces, say_translate, amount);
	snprintf(out, SUMS_SAY_SIZE,
		 ngettext("%s, %lld drink", "%s, %lld drinks", (unsigned long)drinks), amount,
		 drinks);
}

static void cramps(const struct sums *sums, char out[SUMS_SAY_SIZE])
{
	const int64_t *fields = sums->all.fields;
	snprintf(out, SUMS_SAY_SIZE, "%lld", (long long)fields[DAY_CRAMPS]);
	if (fields[DAY_CRAMP_WORST] > 0)
		say_append(out, SUMS_SAY_SIZE, _(", the worst %lld of 10"),
			   (long long)fields[DAY_CRAMP_WORST]);
}

static void pain(const struct sums *sums, char out[SUMS_SAY_SIZE])
{
	char mean[TENTHS_SIZE];
	words_tenths(day_score(&sums->all), say_translate, mean);
	snprintf(out, SUMS_SAY_SIZE,
		 ngettext("%s of 10 on average, %d day", "%s of 10 on average, %d days",
			  (unsigned long)sums->scored),
		 mean, sums->scored);
}

enum { HOUR_LEAST = 3 }; /* cards; of fewer a share tells nothing */

struct hours_of {
	int best, worst;
};

/* Whether the share of hour `a` is higher; of two alike the one with more cards is. */
static bool hour_above(const struct day *day, int a, int b)
{
	const int64_t *asked = day->fields + DAY_HOURS_ASKED;
	const int64_t *taken = day->fields + DAY_HOURS_TAKEN;
	int64_t x = taken[a] * asked[b], y = taken[b] * asked[a];
	return x != y ? x > y : asked[a] > asked[b];
}

/* False: less than two hours with enough cards, or all alike. */
static bool hours_find(const struct day *day, struct hours_of *ret)
{
	const int64_t *asked = day->fields + DAY_HOURS_ASKED;
	const int64_t *taken = day->fields + DAY_HOURS_TAKEN;
	*ret = (struct hours_of){ -1, -1 };
	for (int hour = 0; hour < 24; hour++) {
		if (asked[hour] < HOUR_LEAST)
			continue;
		if (ret->best < 0 || hour_above(day, hour, ret->best))
			ret->best = hour;
		if (ret->worst < 0 ||
		    taken[hour] * asked[ret->worst] < taken[ret->worst] * asked[hour])
			ret->worst = hour;
	}
	return ret->best >= 0 &&
	       taken[ret->best] * asked[ret->worst] != taken[ret->worst] * asked[ret->best];
}

static void hours(const struct sums *sums, char out[SUMS_SAY_SIZE])
{
	const struct day *day = &sums->all;
	const int64_t *asked = day->fields + DAY_HOURS_ASKED;
	const int64_t *taken = day->fields + DAY_HOURS_TAKEN;
	struct hours_of of;
	if (!hours_find(day, &of))
		return;
	snprintf(out, SUMS_SAY_SIZE,
		 _("most taken from %02d:00 to %02d:00 (%lld of %lld), fewest from %02d:00 to "
		   "%02d:00 (%lld of %lld)"),
		 of.best, of.best + 1, (long long)taken[of.best], (long long)asked[of.best],
		 of.worst, of.worst + 1, (long long)taken[of.worst], (long long)asked[of.worst]);
}

static const struct {
	const char *label;
	enum day_field needs; /* nothing is known of it where this is 0 */
	void (*say)(const struct sums *sums, char out[SUMS_SAY_SIZE]);
} lines[SUMS_LINES] = {
	[SUMS_BREAKS] = { N_("Breaks"), DAY_ROWS, breaks },
	[SUMS_SITTING] = { N_("Sitting"), DAY_SPANS, sitting },
	[SUMS_WATER] = { N_("Water"), DAY_WATER, water },
	[SUMS_CRAMPS] = { N_("Cramps"), DAY_CRAMPS, cramps },
	[SUMS_PAIN] = { N_("Trouble"), DAY_SCORES, pain },
	[SUMS_HOURS] = { N_("Hours"), DAY_ROWS, hours },
};

const char *sums_line_label(enum sums_line line)
{
	return _(lines[line].label);
}

bool sums_say(const struct sums *sums, enum sums_line line, char out[SUMS_SAY_SIZE])
{
	out[0] = '\0';
	if (sums->all.fields[lines[line].needs] > 0)
		lines[line].say(sums, out);
	return out[0] != '\0';
}

int64_t sums_values(const struct sums *sums, enum sums_line line, int64_t ret[SUMS_MAX])
{
	static const enum day_field fields[SUMS_LINES] = {
		[SUMS_SITTING] = DAY_LONGEST, [SUMS_WATER] = DAY_WATER, [SUMS_CRAMPS] = DAY_CRAMPS
	};
	int64_t most = 0;
	for (int i = 0; i < sums->count; i++) {
		const struct day *day = &sums->parts[i].day;
		if (line == SUMS_PAIN)
			ret[i] = day_score(day);
		else
			ret[i] =
				day->fields[lines[line].needs] > 0 ? day->fields[fields[line]] : -1;
		most = ret[i] > most ? ret[i] : most;
	}
	return most;
}
