/*
 * The plan: the checked schedule, as the configuration describes it. One immutable block,
 * allocated by config/ at each load and read here through const pointers and counts.
 */
#ifndef LIMBER_PLAN_H
#define LIMBER_PLAN_H

#include "core/calendar.h"
#include "core/hours.h"
#include "core/item.h"
#include "core/limits.h"

enum trigger {
	TRIGGER_SITTING, /* every … of sitting: the ledger */
	TRIGGER_AT,      /* at calendar times */
};

struct reminder {
	char name[NAME_SIZE];
	bool enabled;
	enum trigger trigger;
	const char *title;             /* its own title, "" for the item's */
	const char *say;               /* its own text, "" for the item's */
	usec every;                    /* TRIGGER_SITTING: 1 min to 24 h */
	usec valid;                    /* TRIGGER_AT: how long after its time it is worth saying */
	struct calendar at[TIMES_MAX]; /* TRIGGER_AT */
	const struct item *items[DECK_MAX];
	int at_count;
	int item_count; /* 0 only where `say` is not empty */
};

struct plan {
	struct hours hours[RANGES_MAX]; /* when `every` reminders may speak */
	int hours_count;
	usec gap;           /* between two cards of `every` reminders */
	usec day_starts;    /* after midnight */
	usec still_sitting; /* an absence no longer than this is sitting */
	usec pays_back;     /* an absence this long clears any ledger */
	usec card_time;     /* how long a card stays */
	usec later;         /* a snooze without a time */
	bool setup_done;    /* health questions answered; until then due_item() deals from `safe` */
	const struct item *safe[DECK_MAX]; /* all items with before_setup, in catalogue order */
	int safe_count;
	int count;
	const struct reminder *reminders; /* in the order of the plan */
};

/* The index of a reminder by name, -1 for none. */
int plan_find(const struct plan *plan, const char *name);

#endif
