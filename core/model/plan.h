/*
 * The plan: the checked schedule, as the configuration describes it. One immutable block,
 * allocated by config/ at each load and read here through const pointers and counts.
 */
#ifndef LIMBER_PLAN_H
#define LIMBER_PLAN_H

#include "core/base/calendar.h"
#include "core/base/hours.h"
#include "core/base/limits.h"
#include "core/model/health.h"
#include "core/model/item.h"

enum trigger {
	TRIGGER_SITTING, /* every … of sitting: the ledger */
	TRIGGER_CLOCK,   /* every … of clock: elapsed time inside its hours */
	TRIGGER_AT,      /* at calendar times */
	TRIGGER_ON,      /* on an occasion */
};

/* What `on` may name. */
/* ON_STANDING: the time of `limber standing TIME` is over. */
enum occasion { ON_UNLOCK, ON_WAKE, ON_LOGIN, ON_WORKOUT, ON_STANDING, OCCASION_COUNT };

struct ranges {
	struct hours hours[RANGES_MAX];
	int count; /* 0: not given */
};

/* A setting of the plan that a reminder may have for itself. */
enum own_choice { OWN_UNSET, OWN_FALSE, OWN_TRUE };

/* The days after that of a health fact, its own being 0, on which a time of the calendar counts. A
 * fact without a day has only day 0, for as long as it holds. */
struct fact_window {
	bool given;
	enum fact fact;
	int32_t from, to;
};

struct reminder {
	char name[NAME_SIZE];
	bool enabled;
	enum trigger trigger;
	enum occasion on;              /* TRIGGER_ON */
	const char *title;             /* its own title, "" for the item's */
	const char *say;               /* its own text, "" for the item's */
	usec every;                    /* TRIGGER_SITTING, TRIGGER_CLOCK: 1 min to 24 h */
	usec after;                    /* TRIGGER_ON: least absence before it; 0: none */
	usec wait;                     /* how long it looks for a good moment */
	usec valid;                    /* TRIGGER_AT, TRIGGER_ON: how long after due it is shown */
	struct calendar at[TIMES_MAX]; /* TRIGGER_AT */
	struct fact_window days;       /* TRIGGER_AT */
	struct ranges hours, quiet;    /* its own; count 0: the plan's */
	enum own_choice sound, discreet; /* its own; OWN_UNSET: the plan's */
	int pictures;                    /* its own enum pictures + 1; 0: the plan's */
	int cues;                        /* its own enum cues + 1; 0: the plan's */
	const struct item *items[DECK_MAX];
	int at_count;
	int repeat;  /* how often it comes again when unanswered */
	bool insist; /* once more when unanswered, as a critical card */
	int most;    /* cards (of a rider: lines) a day; 0: no limit of its own */
	bool own;    /* added by the user: `cap` does not count it */
	bool set;    /* its interval was set by the user: the first week does not change it */
	int with;    /* index of the reminder on whose card it is a line, -1: a card of its own */
	int item_count; /* 0 only where `say` is not empty */
};

/* What a film or a call without input counts as. */
enum video { VIDEO_SITTING, VIDEO_AWAY, VIDEO_FROZEN, VIDEO_COUNT };

/* How long rows of history are kept. */
enum keep { KEEP_EVER, KEEP_3_MONTHS, KEEP_1_YEAR, KEEP_2_YEARS, KEEP_5_YEARS, KEEP_COUNT };

/* The days of it; 0: for ever. */
int32_t keep_days(enum keep keep);

/* What never_during may name; a set. */
enum never {
	NEVER_CALL = 1 << 0,
	NEVER_AWAKE = 1 << 1,
	NEVER_DND = 1 << 2,
	NEVER_LOCKED = 1 << 3,
	NEVER_FULLSCREEN = 1 << 4,
};

/* The poses on cards. */
enum pictures { PICTURES_LIGHT, PICTURES_DARK, PICTURES_OFF, PICTURES_COUNT };

/* What leads through a routine while it is played. */
enum cues { CUES_OFF, CUES_TONE, CUES_VOICE, CUES_COUNT };

enum { CAP_MOST = 100 };

struct plan {
	struct ranges hours;  /* when `every` reminders may speak */
	struct ranges quiet;  /* nothing starts here */
	usec gap;             /* after any card, before one of an `every` reminder */
	int cap;              /* most cards of built-in `every` reminders a day */
	bool first_week_half; /* a longer gap and half the cap for 7 days from the first start */
	bool back_off;        /* five in a row unanswered: a gap of its own */
	usec day_starts;      /* after midnight */
	usec still_sitting;   /* an absence no longer than this is sitting */
	usec pays_back;       /* an absence this long clears any ledger */
	enum video video;
	uint32_t never_during; /* enum never */
	usec awake_limit;      /* an inhibitor older than this no longer counts */
	usec after_return;     /* no cards for this long after an absence that counts */
	bool sound;
	bool discreet; /* no health words on cards, and no pictures */
	enum pictures pictures;
	enum cues cues;
	bool tray_minutes;     /* limber-tray shows the minutes left; else a clock time */
	usec card_time;        /* how long a card stays */
	usec later;            /* a snooze without a time */
	int32_t aim;           /* water: millilitres a day; 0: none */
	int32_t glass, bottle; /* millilitres */
	enum keep keep;        /* older rows of history are deleted */
	int32_t ounces;        /* bool: amounts are printed in fluid ounces */
	struct health health;
	bool setup_done; /* health questions answered; until then the deck is `safe` */
	const struct item *safe[DECK_MAX]; /* all items with before_setup, in catalogue order */
	int safe_count;
	int count;
	const struct reminder *reminders; /* in the order of the plan */
};

/* The index of a reminder by name, -1 for none. */
int plan_find(const struct plan *plan, const char *name);

/* Its own hours and quiet, else those of the plan. */
const struct ranges *plan_hours(const struct plan *plan, int index);
const struct ranges *plan_quiet(const struct plan *plan, int index);

/* Whether it is bound by hours and gap: an `every` reminder. */
bool plan_bound(const struct plan *plan, int index);

/* Whether `cap` counts its cards: a built-in `every` reminder. Own ones have `most`. */
bool plan_capped(const struct plan *plan, int index);

/* Whether it is a part of a command and no reminder that the user has, so that no list shows it:
 * the built-in card at the end of `limber standing TIME`. */
bool plan_internal(const struct plan *plan, int index);

#endif
