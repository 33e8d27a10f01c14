/* Rows that were taken back are counted as rows, and as nothing else. */
#include "core/model/day.h"

#include "core/base/moment.h"

bool day_field_is_peak(enum day_field field)
{
	return field == DAY_LONGEST || field == DAY_CRAMP_WORST;
}

static void field_add(struct day *day, enum day_field field, int64_t value)
{
	int64_t *at = &day->fields[field];
	if (!day_field_is_peak(field))
		*at += value;
	else if (*at < value)
		*at = value;
}

static bool is_taken(enum outcome outcome)
{
	return outcome == OUTCOME_DONE || outcome == OUTCOME_PARTLY || outcome == OUTCOME_NATURAL;
}

static bool is_asked(enum outcome outcome)
{
	return is_taken(outcome) || outcome == OUTCOME_SKIPPED || outcome == OUTCOME_UNANSWERED;
}

/* What was booked without a card, and amended to one that was not taken: nothing asked for it. */
static bool is_nothing(const struct record *row)
{
	return row->shown.us == 0 && row->due.us == 0 && is_asked(row->outcome) &&
	       !is_taken(row->outcome);
}

static void card_add(struct day *day, const struct record *row)
{
	int64_t second = row->ended.us / USEC_PER_SEC + row->zone;
	int hour = (int)(((second % 86400) + 86400) % 86400 / 3600);
	if (is_nothing(row))
		return;
	field_add(day, (enum day_field)(DAY_OUTCOMES + row->outcome), 1);
	if (row->shown.us == 0 && is_taken(row->outcome)) {
		field_add(day, DAY_UNASKED, 1);
		return;
	}
	if (is_asked(row->outcome))
		field_add(day, (enum day_field)(DAY_HOURS_ASKED + hour), 1);
	if (is_taken(row->outcome))
		field_add(day, (enum day_field)(DAY_HOURS_TAKEN + hour), 1);
}

void day_add(struct day *day, const struct record *row)
{
	field_add(day, DAY_ROWS, 1);
	if (row->outcome == OUTCOME_NONE)
		return;
	switch (row->kind) {
	case RECORD_CARD:
		card_add(day, row);
		break;
	case RECORD_SITTING:
		field_add(day, DAY_SPANS, 1);
		field_add(day, DAY_SAT, row->seconds);
		field_add(day, DAY_LONGEST, row->seconds);
		break;
	case RECORD_AWAY:
		field_add(day, DAY_ABSENCES, 1);
		field_add(day, DAY_AWAY, row->seconds);
		break;
	case RECORD_DRINK:
		card_add(day, row);
		field_add(day, DAY_DRINKS, 1);
		field_add(day, DAY_WATER, row->amount);
		break;
	case RECORD_CRAMP:
		field_add(day, DAY_CRAMPS, 1);
		field_add(day, DAY_CRAMP_WORST, row->amount);
		break;
	case RECORD_SCORE:
		field_add(day, DAY_SCORES, 1);
		field_add(day, DAY_SCORE_SUM, row->amount);
		break;
	case RECORD_COUNT:
		break;
	}
}

void day_join(struct day *day, const struct day *other)
{
	for (int field = 0; field < DAY_FIELDS; field++)
		field_add(day, (enum day_field)field, other->fields[field]);
}

static int64_t outcomes_sum(const struct day *day, bool (*counts)(enum outcome outcome))
{
	int64_t sum = 0;
	for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
		if (counts((enum outcome)outcome))
			sum += day->fields[DAY_OUTCOMES + outcome];
	return sum - day->fields[DAY_UNASKED];
}

int64_t day_asked(const struct day *day)
{
	return outcomes_sum(day, is_asked);
}

int64_t day_taken(const struct day *day)
{
	return outcomes_sum(day, is_taken);
}

int64_t day_score(const struct day *day)
{
	int64_t count = day->fields[DAY_SCORES];
	return count > 0 ? (day->fields[DAY_SCORE_SUM] * 10 + count / 2) / count : -1;
}
