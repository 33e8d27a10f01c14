/* limber setup: the questions, and the settings that follow from the answers. */
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

/* The times of the evening card. */
struct evening {
	struct calendar at[TIMES_MAX];
	int count; /* 0: not answered */
};

struct setup {
	struct command *command;
	struct current current;
	struct config *defaults; /* the built-in configuration; NULL: no memory */
	enum setup_plan plan;
	bool plan_said;
	uint32_t kinds; /* of cramp: bit I is enum cramp */
	struct fact_answer facts[FACT_COUNT];
	bool facts_said;            /* the health question was answered */
	bool strained;              /* the kinds have a fresh strain that is new */
	int fits;                   /* the number of the screen with a sign that fits, 0: none */
	char hours[CURRENT_SIZE];   /* as on a command line; "": not answered */
	struct ranges ranges;       /* the same, if answered */
	char bedtime[CURRENT_SIZE]; /* as `hours`; "no" for none */
	struct evening evening;     /* the same, if answered and not "no" */
	bool water, water_said;
	char understood[CURRENT_SIZE]; /* the last answer as it was read; "": not to be shown */
	struct setup_move {
		char name[NAME_SIZE]; /* of a reminder; "quiet" */
		char was[CURRENT_SIZE], is[CURRENT_SIZE];
	} moves[SETUP_MOVES]; /* settings that change to fit hours and evening */
	int move_count;
	char quiet_fits[CURRENT_SIZE]; /* the quiet that would fit where the user's own stays */
};

struct setup_question {
	enum option option; /* OPTION_COUNT: none */
	uint8_t plans;      /* bit I: it is asked with enum setup_plan I */
	int number;         /* among the questions, or of the screen of signs; 0: none */
	bool (*applies)(const struct setup *setup); /* NULL: always */
	const char *text; /* the question and what may be typed, marked; NULL: text_say() */
	const char *help; /* the answer to `?`, marked; NULL: help_print() */
	/* The answer that Enter keeps; "": there is none yet. */
	void (*present)(const struct setup *setup, int number, char out[CURRENT_SIZE]);
	/* False: `text` is not an answer, and `why` is a sentence for the user; "" where it has
	 * been printed. */
	bool (*take)(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);
	void (*text_say)(int number, char out[SETUP_TEXT]);
	void (*help_print)(int number);
};

extern const struct setup_question setup_questions[SETUP_QUESTIONS];

/* Whether the options are consistent; if not, `why` is a sentence. */
bool setup_options_agree(const struct setup *setup, char why[SETUP_WHY]);

/* Prints the ready plans, each with its key. */
void setup_plans_print(void);

/* ---- setup_words.c: where and when ---- */

/* The next word of a list, in small letters, "" at its end; *at moves past it. */
void setup_word(const char **at, char out[SETUP_WORD]);

/* "none", "nothing", "no", also in the user's language. */
bool setup_is_none(const char *text);

/* Questions 1 and 2. */
void setup_words_help(int number);
void setup_words_present(const struct setup *setup, int number, char out[CURRENT_SIZE]);
bool setup_words_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* ---- setup_times.c: hours and bedtime ---- */

void setup_hours_present(const struct setup *setup, int number, char out[CURRENT_SIZE]);
bool setup_hours_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);
bool setup_bedtime_applies(const struct setup *setup);
void setup_bedtime_present(const struct setup *setup, int number, char out[CURRENT_SIZE]);
bool setup_bedtime_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* The time of the evening card that fits the hours of the plan: `time` or another one. */
void setup_evening_fit(const struct ranges *hours, const struct calendar *time,
		       struct calendar *ret);

/* A list of calendar times or of ranges, as on a command line. */
void setup_at_print(const struct reminder *reminder, char out[CURRENT_SIZE]);
void setup_ranges_print(const struct ranges *ranges, char out[CURRENT_SIZE]);

/* ---- setup_health.c ---- */

void setup_facts_text(int number, char out[SETUP_TEXT]);
void setup_facts_help(int number);
void setup_facts_present(const struct setup *setup, int number, char out[CURRENT_SIZE]);
bool setup_facts_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* Set the fact of a new strain, with the day of today unless it has one. */
void setup_facts_strain(const struct setup *setup, struct fact_answer facts[FACT_COUNT]);

/* ---- setup_signs.c: the warning signs in four screens ---- */

bool setup_signs_apply(const struct setup *setup);
void setup_signs_text(int number, char out[SETUP_TEXT]);
void setup_signs_help(int screen);
void setup_signs_present(const struct setup *setup, int number, char out[CURRENT_SIZE]);
bool setup_signs_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY]);

/* Print what to do now that a sign fits. */
void setup_signs_print(const struct setup *setup);

/* ---- setup_settings.c ---- */

/* The answers begin with the current settings. */
void setup_init(struct setup *ret, struct command *command);
void setup_finish(struct setup *setup);

/* A reminder of the current configuration; NULL: there is none. */
const struct reminder *setup_reminder(const struct setup *setup, const char *name);

/* The settings that differ from the current ones; those of the plan "water" that another plan
 * undoes are unset. setup->moves lists the settings that change to fit. */
void setup_settings(struct setup *setup, struct settings *settings);

/* Whether most settings have the values of the plan "water". */
bool setup_is_water(const struct setup *setup);

/* The current configuration with these settings; NULL with error lines. */
struct config *setup_try(struct setup *setup, const struct settings *settings,
			 struct config_errors *errors);

/* The same without the error lines, which the last try reports. */
struct config *setup_tried(struct setup *setup, const struct settings *settings);

/* Whether a command has set a key, in the file that commands write. */
bool setup_was_set(const struct config *config, const char *reminder, const char *key);

/* The settings that store a yes to a warning sign, and the health answers. */
void setup_warning_settings(struct setup *setup, struct settings *settings);

/* ---- setup_fit.c, setup_interval.c: settings that change to fit; setup->moves lists them ---- */

/* Fit the evening, quiet and times of day to the hours; shorten intervals longer than the hours. */
void setup_fit_times(struct setup *setup, struct settings *settings);
void setup_fit_intervals(struct setup *setup, struct settings *settings);

/* Add to setup->moves, unless it is full. */
void setup_move_note(struct setup *setup, const char *name, const char *was, const char *is);

/* ---- setup_day.c ---- */

/* Whether the health answers leave a reminder no item. */
bool setup_is_silent(const struct setup *setup, const struct plan *plan, int index);

/* Print the day of a configuration, the settings that were undone and changed for it, its limits,
 * and the reminders that would have no card, with a remedy. */
void setup_day_print(const struct setup *setup, const struct settings *settings,
		     const struct config *config);

#endif
