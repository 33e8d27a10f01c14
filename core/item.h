/*
 * An item of the catalogue: one thing worth doing. Constant data, compiled from
 * config/catalogue/ (see the .conf files there for what each field means to a writer).
 */
#ifndef LIMBER_ITEM_H
#define LIMBER_ITEM_H

#include <stdbool.h>
#include <stdint.h>

enum item_list { LIST_CARE, LIST_PREVENTION, LIST_COUNT };

enum item_kind { KIND_PROMPT, KIND_ROUTINE, KIND_HABIT, KIND_CHECK_IN, KIND_SET_UP, KIND_COUNT };

enum item_category {
	CATEGORY_STRETCH,
	CATEGORY_STRENGTHEN,
	CATEGORY_POSTURE,
	CATEGORY_MOVE,
	CATEGORY_HYDRATE,
	CATEGORY_NOURISH,
	CATEGORY_RECOVER,
	CATEGORY_RELAX,
	CATEGORY_SLEEP,
	CATEGORY_WEAR,
	CATEGORY_CARE,
	CATEGORY_CHECK,
	CATEGORY_COUNT
};

/* How good the evidence is, for any useful outcome; the item's note says for which. */
enum item_evidence {
	EVIDENCE_GOOD,
	EVIDENCE_MIXED,
	EVIDENCE_WEAK,
	EVIDENCE_CUSTOM,
	EVIDENCE_COUNT
};

/* What a health fact does to an item. */
enum item_rule { RULE_STOP, RULE_ASK, RULE_SWAP, RULE_WARN, RULE_COUNT };

struct item_step {
	const char *text;
	int seconds;     /* of one repetition, 0: no set time */
	int times;       /* repetitions, at least 1 */
	bool both_sides; /* left, then right */
};

struct item_caution {
	const char *fact; /* a health fact: "op", "pregnant" … */
	enum item_rule rule;
	const char *text; /* the safer form or the note; "" where the rule says it all */
};

struct item {
	const char *id; /* "walk-break" */
	enum item_list list;
	int number; /* in its list: T21 is care 21, P01 prevention 1 */
	enum item_category category;
	enum item_kind kind;
	const char *title; /* the deed, at most 40 characters: a card's title */
	const char *cue;   /* one imperative sentence or two, at most 80 characters */
	const struct item_step *steps;
	int step_count;
	int seconds;      /* all steps with repetitions and sides, without change-over */
	const char *note; /* a caution for everyone, shown on the card; "" for none */
	const struct item_caution *cautions;
	int caution_count;
	enum item_evidence evidence;
	const char *evidence_note;
	const char *source; /* "Duran 2023, break dose trial; sedentarybehaviour.org" */
	/* Kinds of cramp and causes, NULL-terminated. "acute*": only once that was checked;
	 * "electrolyte~": claimed and not supported, so nothing may pick the item for it. */
	const char *const *kinds;
	const char *const *causes;
	const char *const *not_for; /* kinds of cramp that stop the item, NULL-terminated */
	bool before_setup;          /* may be dealt before the health questions are answered */
	bool opt_in;                /* offered, never picked for anyone */
};

#endif
