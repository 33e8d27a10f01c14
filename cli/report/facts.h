/* The health facts: their questions, and the effects of a yes on the items. */
#ifndef LIMBER_FACTS_H
#define LIMBER_FACTS_H

#include "cli/report/current.h"
#include "cli/shared/json.h"
#include "core/model/health.h"

/* "Kidney disease?", marked for gettext. */
extern const char *const fact_questions[FACT_COUNT];

/* The question for the day of a fact, marked for gettext; NULL: it has no day. */
const char *fact_day_question(enum fact fact);

/* The warning sign that a yes may be; NULL for none. */
const struct sign *fact_sign(enum fact fact);

/* An answer of the user. */
struct fact_answer {
	bool holds;
	int32_t day; /* 0: none */
};

/* The facts that hold today. */
void facts_now(const struct current *current, struct fact_answer ret[FACT_COUNT]);

/* Add the settings of the answers that differ from the current ones. `whole`: all questions were
 * answered, today. */
void facts_add(struct settings *settings, const struct current *current,
	       const struct fact_answer answers[FACT_COUNT], bool whole);

/* Whether the day of an answer is in the future, which is valid for a birth only. */
bool fact_to_come(enum fact fact, struct fact_answer answer, int32_t today);

/* Whether the day is so long ago that the fact has lapsed. */
bool fact_is_over(enum fact fact, struct fact_answer answer, int32_t today);

/* Read "yes", "no", or a date if the fact has one. False: neither. */
bool fact_read(enum fact fact, const char *text, struct fact_answer *ret);

/* An answer for people: "yes", "2026-11-22". */
enum { FACT_SIZE = 16 };
void fact_say(struct fact_answer answer, char out[FACT_SIZE]);

/* Print an answer; after a yes its sign and its effects. */
void fact_print(FILE *out, enum fact fact, struct fact_answer answer);

/* Print the effects of a yes: the items it hides, makes gentler, or adds a note to. */
void fact_effects_print(FILE *out, enum fact fact, int indent);
void fact_effects_json(struct json *json, enum fact fact);

#endif
