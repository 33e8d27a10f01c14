/* The questions of limber setup, and what their answers make of the settings. */
#ifndef LIMBER_SETUP_H
#define LIMBER_SETUP_H

#include "cli/facts.h"
#include "cli/present.h"

enum { SETUP_QUESTIONS = 6, SETUP_WHY = 1024 };

struct setup {
	struct command *command;
	struct present present;
	uint32_t kinds; /* of cramp: bit I is enum cramp */
	struct fact_answer facts[FACT_COUNT];
	bool facts_said;            /* the health questions were answered */
	bool warned;                /* a warning sign fits */
	char hours[PRESENT_SIZE];   /* as on a command line; "" not said */
	char bedtime[PRESENT_SIZE]; /* likewise; "no" for none */
	bool water, water_said;
};

struct setup_question {
	enum option option;
	const char *text;   /* marked for gettext */
	const char *prompt; /* likewise, before the answer: what may be typed; NULL for nothing */
	bool (*applies)(const struct setup *setup);
	void (*explain)(const struct setup *setup); /* prints the choices; NULL: there are none */
	/* "": there is no answer yet, and Enter is none. */
	void (*present)(const struct setup *setup, char out[PRESENT_SIZE]);
	/* False: it is no answer, and why stands in `why`, a sentence for people; "" where that
	 * was told already. */
	bool (*take)(struct setup *setup, const char *text, char why[SETUP_WHY]);
};

extern const struct setup_question setup_questions[SETUP_QUESTIONS];

/* The answers begin as what holds. */
void setup_init(struct setup *ret, struct command *command);
void setup_finish(struct setup *setup);

/* The settings that differ from what holds. */
void setup_settings(struct setup *setup, struct settings *settings);

#endif
