/* Plans put together by chance, of all triggers and most settings of plans.h. */
#ifndef LIMBER_TESTS_RANDOM_PLAN_H
#define LIMBER_TESTS_RANDOM_PLAN_H

#include "tests/core/plans.h"
#include "tests/rows.h"

/* Returns random numbers below `of`; `from` is the generator of the caller. */
typedef int dealer(void *from, int of);

static inline void plan_random(dealer *deal, void *from, struct test_plan *ret)
{
	static const char *const names[] = {
		"desk",
		"desk soon eyes",
		"floor lunch bedtime",
		"desk lunch bedtime",
		"bedtime eyes desk round",
		"off desk eyes lunch bedtime night hello",
		"lunch night meals rise",
		"off desk water air",
		"review visit warm bedtime desk",
		"soon floor desk air eyes lunch round hello enter train water",
	};
	static const char *const hours[] = { " hours=08:00-20:00", " hours=22:00-06:00",
					     " hours=none", " hours=09:00-12:00,13:00-24:00" };
	static const char *const others[] = {
		" gap=0",
		" gap=10m",
		" gap=70m",
		" cap=1",
		" cap=3",
		" quiet=22:30-07:00",
		" quiet=12:00-13:00",
		" back_off=yes",
		" back_off=yes",
		" first_week=half",
		" after_return=2m",
		" wait=10m",
		" wait=1h",
		" repeat=1",
		" repeat=2",
		" most=2",
		" valid=20m",
		" after=10m",
		" every=25m",
		" hours=10:00-23:00",
		" video=away",
		" video=frozen",
		" never_during=none",
		" awake_limit=1h",
		" never_during=call,dnd",
	};
	char words[256];
	strcpy(words, names[deal(from, ROWS(names))]);
	strcat(words, hours[deal(from, ROWS(hours))]);
	for (int i = deal(from, 5); i > 0; i--)
		strcat(words, others[deal(from, ROWS(others))]);
	plan_make(ret, words);
	ret->plan.setup_done = deal(from, 5) != 0;
}

#endif
