/* Sums grow beyond the units of length_say(): four working days are "32 h". */
#include "core/words/week_text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/words/water_text.h"

void sat_say(int64_t seconds, char out[LENGTH_SIZE])
{
	int64_t minutes = seconds > 0 ? (seconds + 30) / 60 : 0, hours = minutes / 60;
	char *at = out;
	if (hours > 0)
		at = ascii_put(ascii_put_number(at, (uint64_t)hours), " h");
	if (hours > 0 && hours < 10 && minutes % 60 > 0)
		at = ascii_put(at, " ");
	if (hours == 0 || (hours < 10 && minutes % 60 > 0))
		ascii_put(ascii_put_number(at, (uint64_t)(minutes % 60)), " min");
}

/* A part of the line, with "; " before it unless it is the first. */
static void part_add(char out[SENTENCE_SIZE], const char *part)
{
	size_t length = strlen(out);
	words_fill(out + length, SENTENCE_SIZE - length, length > 0 ? "; {part}" : "{part}", "part",
		   part, NULL);
}

static void number_print(int64_t number, char out[LENGTH_SIZE])
{
	ascii_put_number(out, number > 0 ? (uint64_t)number : 0);
}

static void breaks_say(const struct day *week, words_translate *translate, char out[SENTENCE_SIZE])
{
	char taken[LENGTH_SIZE], asked[LENGTH_SIZE], natural[LENGTH_SIZE], part[SENTENCE_SIZE];
	number_print(day_taken(week), taken);
	number_print(day_asked(week), asked);
	number_print(week->fields[DAY_OUTCOMES + OUTCOME_NATURAL], natural);
	words_fill(part, sizeof(part),
		   tr(translate, day_asked(week) == 1
					 ? N_("{taken} of {asked} break, {natural} by yourself")
					 : N_("{taken} of {asked} breaks, {natural} by yourself")),
		   "taken", taken, "asked", asked, "natural", natural, NULL);
	part_add(out, part);
}

/* A part with a value under its name, and that of the week before as {earlier}. */
static void value_say(const char *pattern, const char *name, const char *value, const char *earlier,
		      char out[SENTENCE_SIZE])
{
	char part[SENTENCE_SIZE];
	words_fill(part, sizeof(part), pattern, name, value, "earlier", earlier, NULL);
	part_add(out, part);
}

static void sitting_say(const struct day *week, const struct day *before,
			words_translate *translate, char out[SENTENCE_SIZE])
{
	char length[LENGTH_SIZE], earlier[LENGTH_SIZE];
	sat_say(week->fields[DAY_LONGEST], length);
	sat_say(before->fields[DAY_LONGEST], earlier);
	value_say(tr(translate, before->fields[DAY_SPANS] > 0
					? N_("longest sit {length} ({earlier} last week)")
					: N_("longest sit {length}")),
		  "length", length, earlier, out);
}

static void cramps_say(const struct day *week, const struct day *before, words_translate *translate,
		       char out[SENTENCE_SIZE])
{
	char count[LENGTH_SIZE], earlier[LENGTH_SIZE];
	number_print(week->fields[DAY_CRAMPS], count);
	number_print(before->fields[DAY_CRAMPS], earlier);
	value_say(tr(translate, before->fields[DAY_ROWS] > 0 ? N_("cramps {count} ({earlier})")
							     : N_("cramps {count}")),
		  "count", count, earlier, out);
}

void week_say(const struct day *week, const struct day *before, words_translate *translate,
	      char out[SENTENCE_SIZE])
{
	out[0] = '\0';
	if (day_asked(week) > 0)
		breaks_say(week, translate, out);
	if (week->fields[DAY_SPANS] > 0)
		sitting_say(week, before, translate, out);
	if (week->fields[DAY_CRAMPS] + before->fields[DAY_CRAMPS] > 0)
		cramps_say(week, before, translate, out);
}

static void water_part_say(const struct day *week, const struct day *before, bool ounces,
			   words_translate *translate, char out[SENTENCE_SIZE])
{
	char amount[WATER_SUM_SIZE], earlier[WATER_SUM_SIZE];
	water_sum_say(week->fields[DAY_WATER], ounces, translate, amount);
	water_sum_say(before->fields[DAY_WATER], ounces, translate, earlier);
	value_say(tr(translate, before->fields[DAY_WATER] > 0 ? N_("water {amount} ({earlier})")
							      : N_("water {amount}")),
		  "amount", amount, earlier, out);
}

static void score_say(const struct day *week, const struct day *before, words_translate *translate,
		      char out[SENTENCE_SIZE])
{
	char score[TENTHS_SIZE], earlier[TENTHS_SIZE];
	words_tenths(day_score(week), translate, score);
	words_tenths(day_score(before), translate, earlier);
	value_say(tr(translate, day_score(before) >= 0 ? N_("trouble {score} of 10 ({earlier})")
						       : N_("trouble {score} of 10")),
		  "score", score, earlier, out);
}

void week_diary_say(const struct day *week, const struct day *before, bool ounces,
		    words_translate *translate, char out[SENTENCE_SIZE])
{
	if (week->fields[DAY_WATER] > 0)
		water_part_say(week, before, ounces, translate, out);
	if (day_score(week) >= 0)
		score_say(week, before, translate, out);
}

bool week_offer(const struct reminder *reminder, int32_t first, const struct day *week,
		const struct day *before, words_translate *translate, char out[SENTENCE_SIZE])
{
	char length[LENGTH_SIZE];
	if (reminder->trigger != TRIGGER_SITTING || 2 * reminder->every > WEEK_LEAST ||
	    !week_is_natural(first, week, before))
		return false;
	length_print(2 * reminder->every, length);
	words_fill(
		out, SENTENCE_SIZE,
		tr(translate, N_("You take most breaks by yourself. For half as many cards: limber "
				 "set {name} every={length} (back: limber undo)")),
		"name", reminder->name, "length", length, NULL);
	return true;
}
