/* The questions of limber setup, and what their answers make of the settings. */
#ifndef LIMBER_SETUP_H
#define LIMBER_SETUP_H

#include "cli/report/current.h"
#include "cli/report/facts.h"

enum {
	SETUP_QUESTIONS = 6,
	SETUP_WHY = 1024,
	SETUP_WORD = 32,  /* bytes of a word that is typed */
	SETUP_WIDTH = 10, /* columns of one that is shown */
};

struct setup {
	struct command *command;
	struct current current;
	uint32_t kinds; /* of cramp: bit I is enum cramp */
	struct fact_answer facts[FACT_COUNT];
	bool facts_said;            /* the health questions were answered */
	bool strained;              /* a fresh strain was named among the kinds, and is new */
	bool warned;                /* a warning sign fits */
	char hours[CURRENT_SIZE];   /* as on a command line; "" not said */
	char bedtime[CURRENT_SIZE]; /* likewise; "no" for none */
	bool water, water_said;
};

struct setup_question {
	enum option option;
	const char *text;   /* marked for gettext */
	const char *prompt; /* likewise, before the answer: what may be typed; NULL for nothing */
	bool (*applies)(const struct setup *setup);
	void (*explain)(const struct setup *setup); /* prints the choices; NULL: there are none */
	/* "": there is no answer yet, and Enter is none. */
	void (*current)(const struct setup *setup, char out[CURRENT_SIZE]);
	/* False: it is no answer, and why stands in `why`, a sentence for people; "" where that
	 * was told already. */
	bool (*take)(struct setup *setup, const char *text, char why[SETUP_WHY]);
};

extern const struct setup_question setup_questions[SETUP_QUESTIONS];

/* The next word of a list, "" at its end; *at is moved behind it. */
void setup_word(const char **at, char out[SETUP_WORD]);

/* Those of the question about health. */
void setup_facts_explain(const struct setup *setup);
void setup_facts_present(const struct setup *setup, char out[CURRENT_SIZE]);
bool setup_facts_take(struct setup *setup, const char *text, char why[SETUP_WHY]);

/* Adds the fact that a new strain is, of today unless it has a day. */
void setup_facts_strain(const struct setup *setup, struct fact_answer facts[FACT_COUNT]);

/* The answers begin as what holds. */
void setup_init(struct setup *ret, struct command *command);
void setup_finish(struct setup *setup);

/* The settings that differ from what holds. */
void setup_settings(struct setup *setup, struct settings *settings);

#endif
