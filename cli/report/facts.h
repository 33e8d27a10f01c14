/* The health facts, for people: their questions, and what a yes does to the items. */
#ifndef LIMBER_FACTS_H
#define LIMBER_FACTS_H

#include "cli/report/current.h"
#include "cli/shared/json.h"
#include "core/model/health.h"

/* "Kidney disease?", marked for gettext. */
extern const char *const fact_questions[FACT_COUNT];

/* What the day of a fact is asked for as; NULL: it has none. Marked for gettext. */
const char *fact_day_question(enum fact fact);

/* The sign that a yes is at the same time, or that goes with it; NULL for none. */
const struct sign *fact_sign(enum fact fact);

/* An answer of a person. */
struct fact_answer {
	bool holds;
	int32_t day; /* 0: none */
};

/* What holds today. */
void facts_now(const struct current *current, struct fact_answer ret[FACT_COUNT]);

/* The settings that keep the answers, where they differ from what holds. `whole`: all questions
 * were answered, today. */
void facts_add(struct settings *settings, const struct current *current,
	       const struct fact_answer answers[FACT_COUNT], bool whole);

/* Whether it is one of the past and its day is to come. A birth may be. */
bool fact_to_come(enum fact fact, struct fact_answer answer, int32_t today);

/* A date so long ago that it does not hold any more. */
bool fact_is_over(enum fact fact, struct fact_answer answer, int32_t today);

/* "yes", "no", or a date where the fact has one. False: neither. */
bool fact_read(enum fact fact, const char *text, struct fact_answer *ret);

/* As in a file, and as a person says it: "true", "\"2026-11-22\""; "yes", "2026-11-22". */
enum { FACT_SIZE = 16 };
void fact_value(struct fact_answer answer, char out[FACT_SIZE]);
void fact_say(struct fact_answer answer, char out[FACT_SIZE]);

/* The answer; after a yes the sign that it is, and what it does to the items. */
void fact_print(FILE *out, enum fact fact, struct fact_answer answer);

/* What it does to the items: those it hides, softens, or notes on. Nothing where it does none. */
void fact_effects_print(FILE *out, enum fact fact, int indent);
void fact_effects_json(struct json *json, enum fact fact);

#endif
