/*
 * Seven invented persons at a desk, each with a sentence. The numbers are guesses of a plausible
 * day, not measurements: compare rows with each other and with themselves before a change.
 */
#ifndef LIMBER_TESTS_PERSONS_H
#define LIMBER_TESTS_PERSONS_H

/* How many of a person's pauses in typing have which length. They add up to 1. */
struct pauses {
	double brief;   /* 2 to 8 s */
	double think;   /* 8 to 60 s */
	double reading; /* 1 to 3 min, seated */
	double page;    /* 3 to 8 min, seated */
};

struct person {
	const char *name;
	const char *about;
	double bout; /* mean length of typing between two pauses, seconds */
	struct pauses pauses;
	double up_every; /* gets up by himself, mean, minutes */
	int calls;       /* a day, mean */
	double call_length;
	/* What a seen card leads to, as shares; the rest is ignored. */
	double walks;    /* stands up for 2 to 5 min, presses nothing */
	double does;     /* presses Done, stays */
	double delays;   /* presses Later */
	double closes;   /* closes it */
	double meetings; /* share of days with a meeting away from the desk */
};

#define USUAL_PAUSES                                                                               \
	{                                                                                          \
		.65, .25, .08, .02                                                                 \
	}

static const struct person persons[] = {
	{ "office", "types, reads, one call; gets up for every second card", 45, USUAL_PAUSES, 75,
	  1, 40 * 60, .55, .10, .15, .05, .3 },
	{ "busy", "two calls, puts off or closes what comes", 45, USUAL_PAUSES, 90, 2, 45 * 60, .20,
	  .10, .25, .15, .3 },
	{ "ignores all", "never answers a card, walks for coffee now and then", 45, USUAL_PAUSES,
	  90, 1, 40 * 60, 0, 0, 0, 0, .3 },
	{ "manager",
	  "six calls a day, leaves the desk at the end of some",
	  40,
	  { .60, .28, .10, .02 },
	  90,
	  6,
	  45 * 60,
	  .35,
	  .10,
	  .15,
	  .10,
	  .5 },
	{ "coder",
	  "ten minutes of typing without a gap",
	  600,
	  { .80, .15, .04, .01 },
	  120,
	  1,
	  30 * 60,
	  .45,
	  .10,
	  .20,
	  .10,
	  .1 },
	{ "reader",
	  "reviews long texts, hands often off the keys",
	  25,
	  { .30, .35, .27, .08 },
	  80,
	  1,
	  30 * 60,
	  .45,
	  .10,
	  .10,
	  .05,
	  .2 },
	{ "restless", "gets up every 35 minutes anyway", 45, USUAL_PAUSES, 35, 1, 40 * 60, .50, .10,
	  .10, .05, .3 },
};

enum { PERSONS = sizeof(persons) / sizeof(persons[0]) };

/* Long pauses at the keys as rare as `share` of the person's own; the rest become brief ones. */
static inline struct pauses pauses_scale(struct pauses pauses, double share)
{
	double fewer = (pauses.reading + pauses.page) * (1 - share);
	return (struct pauses){ pauses.brief + fewer, pauses.think, pauses.reading * share,
				pauses.page * share };
}

#endif
