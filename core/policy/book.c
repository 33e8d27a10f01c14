/* No reminder and no count of today changes. A row that is taken back keeps nothing of what it
 * was about. */
#include "core/policy/book.h"

#include <string.h>

#include "core/policy/record.h"

void book_row(const struct plan *plan, struct state *state, const struct event *event,
	      struct result *ret)
{
	struct record row = event->book.row, before = event->book.before;
	if (row.sequence == 0) {
		record_number(plan, state, &row);
		before = (struct record){ .kind = row.kind,
					  .sequence = row.sequence,
					  .ended = row.ended,
					  .day = row.day,
					  .zone = row.zone };
	} else
		row.revision = before.revision + 1;
	before.revision = row.revision + 1;
	memset(&state->undo, 0, sizeof(state->undo));
	state->undo.kind = UNDO_BOOK;
	state->undo.row = before;
	record_row(&row, ret);
}
