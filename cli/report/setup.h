/*
 * limber setup: its questions, and what the answers make of the settings. A ready plan has some of
 * them answered already.
 */
#ifndef LIMBER_SETUP_H
#define LIMBER_SETUP_H

#include "cli/report/current.h"
#include "cli/report/facts.h"

enum setup_plan { PLAN_QUESTIONS, PLAN_SIT, PLAN_NIGHT, PLAN_WATER, PLAN_COUNT };

enum {
	SETUP_SIGNS = 4, /* screens of warning signs */
	SETUP_QUESTIONS = 7 + SETUP_SIGNS,
	SETUP_WHY = 1024,
	SETUP_TEXT = 4096,
	SETUP_WORD = 32,  /* bytes of a word that is typed */
	SETUP_WIDTH = 10, /* columns of one that is shown */
	SETUP_MOVES = 24,
};

/* When the evening card comes. */
struct evening {
	struct calendar at[TIMES_MAX];
	int count; /* 0: not said */
};

struct setup {
	struct command *command;
	struct current current;
	struct config *defaults; /* what holds before anybody says anything; NULL: no memory */
	enum setup_plan plan;
	bool plan_said;
	uint32_t kinds; /* of cramp: bit I is enum cramp */
	struct fact_answer facts[FACT_COUNT];
	bool facts_said;            /* the health questions were answered */
	bool strained;              /* a fresh strain was named among the kinds, and is new */
	int fits;                   /* the number of the screen with a sign that fits, from 1 on */
	char hours[CURRENT_SIZE];   /* as on a command line; "" not said */
	struct ranges ranges;       /* the same, if said */
	char bedtime[CURRENT_SIZE]; /* likewise; "no" for none */
	struct evening evening;     /* the same, if said and not "no" */
	bool water, water_said;
	char understood[CURRENT_SIZE]; /* what the last answer was taken for; "" nothing to tell */
	struct setup_move {
		char name[NAME_SIZE]; /* of a reminder; "quiet" */
		char was[CURRENT_SIZE], is[CURRENT_SIZE];
	} moves[SETUP_MOVES]; /* what goes elsewhere to fit hours and evening */
	int move_count;
	char quiet_fits[CURRENT_SIZE]; /* where the user's own quiet stays: the one that would fit
					*/
};

struct setup_question {
	enum option option; /* OPTION_COUNT: none */
	uint8_t plans;      /* bit I: it is asked with enum setup_plan I */
	int number;         /* among the questions, or of the screen of signs; 0: none */
	/* NULL: it always makes sense. */
	bool (*applies)(const struct setup *setup);
	/* The question, with what may be typed. */
	void (*text)(const struct setup *setup, int number, char out[SETUP_TEXT]);
	void (*help)(const struct setup *setup, int number); /* prints what `?` is answered */
	/* "": there is no answer yet, and Enter is none. */
	void (*present)(const struct setup *setup, char out[CURRENT_SIZE]);
	/* False: it is no answer, and why stands in `why`, a sentence for people; "" where that
	 * was told already. */
	bool (*take)(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);
};

extern const struct setup_question setup_questions[SETUP_QUESTIONS];

/* Whether the options go together; false: why not. */
bool setup_options_agree(const struct setup *setup, char why[SETUP_WHY]);

/* Prints the ready plans, each with its key. */
void setup_plans_print(void);

/* ---- setup_words.c: where and when ---- */

/* The next word of a list, in small letters, "" at its end; *at is moved behind it. */
void setup_word(const char **at, char out[SETUP_WORD]);

/* "none", "nothing", "no", also in the user's language. */
bool setup_is_none(const char *text);

void setup_where_text(const struct setup *setup, int number, char out[SETUP_TEXT]);
void setup_where_help(const struct setup *setup, int number);
void setup_where_present(const struct setup *setup, char out[CURRENT_SIZE]);
bool setup_where_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);
void setup_when_text(const struct setup *setup, int number, char out[SETUP_TEXT]);
void setup_when_help(const struct setup *setup, int number);
void setup_when_present(const struct setup *setup, char out[CURRENT_SIZE]);
bool setup_when_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* ---- setup_times.c: hours and bedtime ---- */

void setup_hours_text(const struct setup *setup, int number, char out[SETUP_TEXT]);
void setup_hours_help(const struct setup *setup, int number);
void setup_hours_present(const struct setup *setup, char out[CURRENT_SIZE]);
bool setup_hours_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);
bool setup_bedtime_applies(const struct setup *setup);
void setup_bedtime_text(const struct setup *setup, int number, char out[SETUP_TEXT]);
void setup_bedtime_help(const struct setup *setup, int number);
void setup_bedtime_present(const struct setup *setup, char out[CURRENT_SIZE]);
bool setup_bedtime_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* The evening card's time that goes with the hours of the plan; *ret is that of `time` or another.
 */
void setup_evening_fit(const struct ranges *hours, const struct calendar *time,
		       struct calendar *ret);

/* A list of calendar times or of ranges, as on a command line. */
void setup_at_print(const struct reminder *reminder, char out[CURRENT_SIZE]);
void setup_ranges_print(const struct ranges *ranges, char out[CURRENT_SIZE]);

/* ---- setup_health.c ---- */

void setup_facts_text(const struct setup *setup, int number, char out[SETUP_TEXT]);
void setup_facts_help(const struct setup *setup, int number);
void setup_facts_present(const struct setup *setup, char out[CURRENT_SIZE]);
bool setup_facts_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* Adds the fact that a new strain is, of today unless it has a day. */
void setup_facts_strain(const struct setup *setup, struct fact_answer facts[FACT_COUNT]);

/* ---- setup_signs.c: the warning signs in four screens ---- */

bool setup_signs_apply(const struct setup *setup);
void setup_signs_text(const struct setup *setup, int number, char out[SETUP_TEXT]);
void setup_signs_help(const struct setup *setup, int number);
void setup_signs_present(const struct setup *setup, char out[CURRENT_SIZE]);
bool setup_signs_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* What to do now, once one fits. */
void setup_signs_tell(const struct setup *setup);

/* ---- setup_settings.c ---- */

/* The answers begin as what holds. */
void setup_init(struct setup *ret, struct command *command);
void setup_finish(struct setup *setup);

/* The reminder in the configuration of now; NULL: there is none. */
const struct reminder *setup_reminder(const struct setup *setup, const char *name);

/* The settings that differ from what holds, with those of the plan "water" that another plan takes
 * back as unset; and in setup->moves what goes elsewhere. */
void setup_settings(struct setup *setup, struct settings *settings);

/* Whether most of what the plan "water" sets is set as it does. */
bool setup_is_water(const struct setup *setup);

/* The configuration that these settings make of what holds; NULL with error lines. */
struct config *setup_try(struct setup *setup, const struct settings *settings,
			 struct config_errors *errors);

/* The same, where errors are told at the end. */
struct config *setup_tried(struct setup *setup, const struct settings *settings);

/* Whether a command has set it, in the file that commands write. */
bool setup_was_set(const struct config *config, const char *reminder, const char *key);

/* The settings that keep a yes to a warning sign, with the health answers. */
void setup_warning_settings(struct setup *setup, struct settings *settings);

/* ---- setup_fit.c, setup_interval.c: what moves, which setup->moves has then ---- */

/* Evening, quiet and times of the day go with the hours; intervals that these do not hold. */
void setup_fit_times(struct setup *setup, struct settings *settings);
void setup_fit_intervals(struct setup *setup, struct settings *settings);

/* Adds to setup->moves; what is too much is left out. */
void setup_move_note(struct setup *setup, const char *name, const char *was, const char *is);

/* ---- setup_day.c ---- */

/* Whether because of the health answers it has nothing to show. */
bool setup_is_silent(const struct setup *setup, const struct plan *plan, int index);

/* Prints the day that a configuration makes, what was taken back and moved for it, what limits it,
 * and which of its reminders would have no card, with the remedy. */
void setup_day_print(const struct setup *setup, const struct settings *settings,
		     const struct config *config);

#endif
