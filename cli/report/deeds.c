/* The sums of days do not know items, so the rows of cards are read. */
#include "cli/report/deeds.h"

#include <stdlib.h>
#include <string.h>

#include "cli/report/progress.h"

struct reading {
	struct deeds *deeds;
	struct progress progress;
};

static struct deed *deed_of(struct deeds *deeds, const struct record *row)
{
	for (int i = 0; i < deeds->count; i++)
		if (strcmp(deeds->deed[i].item, row->item) == 0 &&
		    (row->item[0] || strcmp(deeds->deed[i].reminder, row->reminder) == 0))
			return &deeds->deed[i];
	if (deeds->count == DEEDS_MAX)
		return NULL;
	struct deed *new = &deeds->deed[deeds->count++];
	memcpy(new->item, row->item, NAME_SIZE);
	memcpy(new->reminder, row->reminder, NAME_SIZE);
	return new;
}

static int row_take(const struct record *row, void *user)
{
	struct reading *reading = user;
	struct deeds *deeds = reading->deeds;
	if (++deeds->rows % 4096 == 0 && !progress_goes_on(&reading->progress, deeds->rows, -1))
		return 1;
	if (row->outcome != OUTCOME_DONE && row->outcome != OUTCOME_PARTLY)
		return 0;
	struct deed *deed = deed_of(deeds, row);
	if (!deed) {
		deeds->others++;
		return 0;
	}
	deed->times++;
	deed->seconds += row->seconds;
	return 0;
}

static int more_often(const void *a, const void *b)
{
	const struct deed *x = a, *y = b;
	if (x->times != y->times)
		return x->times < y->times ? 1 : -1;
	int order = strcmp(x->item, y->item);
	return order ? order : strcmp(x->reminder, y->reminder);
}

int deeds_read(const struct history *history, int32_t first, int32_t last, struct deeds *ret)
{
	struct reading reading = { .deeds = ret };
	const struct history_query query = { .first = first,
					     .last = last,
					     .kinds = 1 << RECORD_CARD };
	*ret = (struct deeds){ 0 };
	if (!history->store)
		return 0;
	progress_begin(&reading.progress);
	int r = store_history(history->store, &query, row_take, &reading);
	progress_end(&reading.progress);
	qsort(ret->deed, (size_t)ret->count, sizeof(ret->deed[0]), more_often);
	return r;
}
