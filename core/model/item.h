/*
 * An item of the catalogue: one thing worth doing. Constant data, compiled from
 * config/catalogue/ (see the .conf files there for what each field means to a writer).
 */
#ifndef LIMBER_ITEM_H
#define LIMBER_ITEM_H

#include <stdbool.h>
#include <stdint.h>

enum item_list { LIST_CARE, LIST_PREVENTION, LIST_OWN, LIST_COUNT };

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

/* Health facts; health.h has how long each holds. */
enum fact {
	FACT_PREGNANT,
	FACT_OP,
	FACT_HIPREP,
	FACT_ACUTE,
	FACT_FRACTURE,
	FACT_FEVER,
	FACT_KIDNEY,
	FACT_FLUID,
	FACT_THIN,
	FACT_ARTERY,
	FACT_CLOT,
	FACT_NUMB,
	FACT_BONE,
	FACT_BP,
	FACT_HERNIA,
	FACT_SKIN,
	FACT_LIVER,
	FACT_MEDS,
	FACT_FALL,
	FACT_TRAUMA,
	FACT_COUNT
};

/* Kinds of cramp. */
enum cramp {
	CRAMP_ACUTE,
	CRAMP_CHRONIC,
	CRAMP_EXERTIONAL,
	CRAMP_NOCTURNAL,
	CRAMP_REFERRED,
	CRAMP_POSTURAL,
	CRAMP_ISCHEMIC,
	CRAMP_NEUROLOGICAL,
	CRAMP_ELECTROLYTE,
	CRAMP_DEHYDRATION,
	CRAMP_COUNT
};

/* Causes select items; the code itself uses only these two. */
enum { CAUSE_NERVE_IMPINGEMENT = 8, CAUSE_SPINAL = 9, CAUSE_COUNT = 20 };

/* What an item does to the body; a set. Warning signs, fever and fractures stop items by it. */
enum act {
	ACT_EXERCISE = 1 << 0, /* muscles work or are stretched */
	ACT_HEAT = 1 << 1,
	ACT_COLD = 1 << 2,
	ACT_PRESSURE = 1 << 3,
};
enum { ACT_COUNT = 4 };

/*
 * The words of these, for files, shells and people, in the order of their enums (of the acts: of
 * their bits). NULL-ended.
 */
extern const char *const item_facts[FACT_COUNT + 1];
extern const char *const item_cramp_kinds[CRAMP_COUNT + 1];
extern const char *const item_causes[CAUSE_COUNT + 1];
extern const char *const item_acts[ACT_COUNT + 1];

/* What a health fact does to an item. */
enum item_rule { RULE_STOP, RULE_ASK, RULE_SWAP, RULE_WARN, RULE_COUNT };

struct item_step {
	const char *text;
	int seconds;       /* of one repetition; 0: as long as the user takes */
	int times;         /* repetitions, at least 1 */
	bool both_sides;   /* left, then right */
	const char *title; /* the step in short, a card's title while it is played; "" for none */
};

struct item_caution {
	enum fact fact;
	enum item_rule rule;
	const char *text; /* the safer form or the note; "" if the rule needs none */
};

/* A set of kinds of cramp or of causes: bit I is word I of item_cramp_kinds, item_causes. */
struct item_marks {
	uint32_t is;
	uint32_t checked; /* of these, "acute*": only once that was checked */
	uint32_t claimed; /* of these, "electrolyte~": claimed and not supported: nothing may pick
			     the item for it */
};

struct item {
	const char *id; /* "walk-break" */
	enum item_list list;
	int number; /* in its list: T21 is care 21, P01 prevention 1; 0 of the user's own */
	enum item_category category;
	enum item_kind kind;
	const char *title; /* the deed, at most 40 characters: a card's title */
	const char *cue;   /* one imperative sentence or two, at most 80 characters */
	const struct item_step *steps;
	int step_count;
	int seconds; /* all steps with repetitions and sides, without change-over */
	const struct item_step *easier; /* the same in an easier form; NULL for none */
	int easier_count;
	const char *note; /* a caution for everyone, shown on the card; "" for none */
	const struct item_caution *cautions;
	int caution_count;
	enum item_evidence evidence;
	const char *evidence_note;
	const char *source; /* "Duran 2023, break dose trial; sedentarybehaviour.org" */
	struct item_marks kinds, causes;
	uint32_t not_for;  /* kinds of cramp that stop the item */
	uint32_t acts;     /* enum act */
	bool before_setup; /* may be shown before the health questions are answered */
	bool opt_in;       /* offered, never selected by limber */
};

/* Whether the sentence about when to stop goes with it: the user moves, or presses for a time. */
bool item_has_stop(const struct item *item);

#endif
