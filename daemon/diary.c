/* Rows are read of the days whose sums have some. Rows that could not be saved yet count, too. */
#include "daemon/diary.h"

#include <stddef.h>

/* The later of two rows with one sequence counts. */
static bool is_unsaved(const struct app *app, size_t from, uint64_t sequence)
{
	for (size_t i = from; i < app->unsaved_count; i++)
		if (app->unsaved[i].sequence == sequence)
			return true;
	return false;
}

struct reading {
	const struct app *app;
	void (*add)(const struct record *row, void *user);
	void *user;
	int32_t first;
	uint32_t days; /* bit N: N days after `first`, there are entries */
};

static int note_day(int32_t number, const struct day *day, void *user)
{
	struct reading *reading = user;
	if (day->fields[DAY_CRAMPS] > 0 || day->fields[DAY_SCORES] > 0)
		reading->days |= UINT32_C(1) << (number - reading->first);
	return 0;
}

static int add_row(const struct record *row, void *user)
{
	const struct reading *reading = user;
	if (row->origin != 0 || !is_unsaved(reading->app, 0, row->sequence))
		reading->add(row, reading->user);
	return 0;
}

_Static_assert(DIARY_DAYS <= 32, "a bit for each day");

/* Add the entries of at most DIARY_DAYS days. What cannot be read is not there: the store reports
 * that itself. */
static void rows_read(struct app *app, int32_t first, int32_t last,
		      void (*add)(const struct record *row, void *user), void *user)
{
	struct reading reading = { .app = app, .add = add, .user = user, .first = first };
	if (app->store && !app->unread)
		(void)store_days(app->store, first, last, note_day, &reading);
	for (int32_t day = first; day <= last; day++) {
		const struct history_query query = {
			.first = day, .last = day, .kinds = 1 << RECORD_CRAMP | 1 << RECORD_SCORE
		};
		if (reading.days & UINT32_C(1) << (day - first))
			(void)store_history(app->store, &query, add_row, &reading);
	}
	for (size_t i = 0; i < app->unsaved_count; i++)
		if (!is_unsaved(app, i + 1, app->unsaved[i].sequence) &&
		    app->unsaved[i].outcome != OUTCOME_NONE)
			add(&app->unsaved[i], user);
}

static void sum_add(const struct record *row, void *user)
{
	struct app *app = user;
	if (diary_is_new(row, app->state.seen, app->state.seen_row))
		diary_sum_add(&app->diary, row);
}

const struct diary_sum *app_diary(struct app *app)
{
	struct realtime now = clock_now().real;
	int32_t today = state_day(app_plan(app), &app->state, now);
	int32_t night = diary_night(now, zone_offset(&app->state.zone, now));
	if (!app->diary_known || app->diary.today != today || app->diary.night != night) {
		app->diary = diary_sum_begin(today, night);
		rows_read(app, today - DIARY_DAYS + 1, today, sum_add, app);
		app->diary_known = true;
	}
	return &app->diary;
}

struct score {
	int32_t day;
	struct record *ret;
	bool found;
};

static void score_take(const struct record *row, void *user)
{
	struct score *score = user;
	if (row->kind != RECORD_SCORE || row->day != score->day || row->origin != 0)
		return;
	*score->ret = *row;
	score->found = true;
}

bool app_diary_score(struct app *app, int32_t day, struct record *ret)
{
	struct score score = { .day = day, .ret = ret };
	rows_read(app, day, day, score_take, &score);
	return score.found;
}
