/*
 * The rules in the order of severity. What the file of an item says comes last, so that the file of
 * an own item cannot override the rest.
 */
#include "core/model/health.h"

#include <stddef.h>

#define BIT(index) (UINT32_C(1) << (index))

/* Windows of the catalogue's questions: 72 hours, 12 weeks. */
static const int dated[FACT_COUNT] = {
	[FACT_ACUTE] = 3,
	[FACT_PREGNANT] = 12 * 7,
	[FACT_OP] = 12 * 7,
};

static const char *const ruling_words[RULING_COUNT] = {
	[RULING_FOR_YOU] = "for_you", [RULING_STOP] = "stop",   [RULING_WARNING] = "warning",
	[RULING_NOT_FOR] = "not_for", [RULING_CHECK] = "check", [RULING_ASK] = "ask",
};

const char *ruling_word(enum ruling ruling)
{
	return ruling < RULING_COUNT ? ruling_words[ruling] : "";
}

int fact_days(enum fact fact)
{
	return dated[fact];
}

bool fact_holds(const struct health *health, enum fact fact, int32_t today, int32_t *ret_until)
{
	int32_t day = health->facts[fact].day;
	*ret_until = day != 0 ? day + dated[fact] + 1 : INT32_MAX;
	return health->facts[fact].holds && today < *ret_until;
}

int32_t health_today(const struct zone *zone, struct realtime now)
{
	return zone_day(zone, now, 0);
}

struct realtime health_lapses(const struct health *health, const struct zone *zone,
			      struct realtime now)
{
	int32_t first = INT32_MAX, until, today = health_today(zone, now);
	for (enum fact fact = 0; fact < FACT_COUNT; fact++)
		if (fact_holds(health, fact, today, &until) && until < first)
			first = until;
	return first == INT32_MAX ? REALTIME_OPEN : zone_time(zone, first, 0);
}

bool health_is_old(const struct health *health, int32_t today)
{
	enum { HALF_A_YEAR = 183 };
	return health->asked != 0 && today - health->asked >= HALF_A_YEAR;
}

bool cramp_see_first(enum cramp cramp)
{
	return cramp == CRAMP_REFERRED || cramp == CRAMP_ISCHEMIC || cramp == CRAMP_NEUROLOGICAL;
}

/* The kinds whose "*" is open: checked by a clinician; acute also once its 72 hours are over. */
static uint32_t kinds_open(const struct health *health, int32_t today)
{
	int32_t until;
	bool over =
		health->facts[FACT_ACUTE].holds && !fact_holds(health, FACT_ACUTE, today, &until);
	return health->cleared_kinds | (over ? BIT(CRAMP_ACUTE) : 0);
}

/* The kinds that an item is for without a check by a clinician. */
static uint32_t kinds_named(const struct item *item)
{
	return item->kinds.is & ~item->kinds.checked;
}

static enum cramp first_of(uint32_t kinds)
{
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++)
		if (kinds & BIT(cramp))
			return cramp;
	return CRAMP_COUNT;
}

/* A rule returns true if it forbids the item. */
typedef bool rule(const struct item *item, const struct health *health, int32_t today,
		  struct verdict *ret);

/* Facts that stop an item whatever its file says. */
static bool stops_always(const struct item *item, const struct health *health, int32_t today,
			 struct verdict *ret)
{
	ret->ruling = RULING_STOP;
	ret->fact = FACT_FRACTURE;
	if (fact_holds(health, FACT_FRACTURE, today, &ret->until))
		return true;
	ret->fact = FACT_FEVER;
	return (item->acts & (ACT_EXERCISE | ACT_HEAT | ACT_PRESSURE)) &&
	       fact_holds(health, FACT_FEVER, today, &ret->until);
}

static bool is_held(const struct item *item, const struct health *health, int32_t today,
		    struct verdict *ret)
{
	ret->ruling = RULING_WARNING;
	ret->until = INT32_MAX;
	return health->warning != 0 && item->acts != 0;
}

/* Whether a fact of one rule holds; the end is the last of theirs. */
static bool any_fact(const struct item *item, enum item_rule of, const struct health *health,
		     int32_t today, struct verdict *ret)
{
	bool found = false;
	for (int i = 0; i < item->caution_count; i++) {
		const struct item_caution *caution = &item->cautions[i];
		int32_t until;
		if (caution->rule != of || !fact_holds(health, caution->fact, today, &until) ||
		    (found && until <= ret->until))
			continue;
		ret->fact = caution->fact;
		ret->until = until;
		found = true;
	}
	return found;
}

static bool is_stopped(const struct item *item, const struct health *health, int32_t today,
		       struct verdict *ret)
{
	ret->ruling = RULING_STOP;
	return any_fact(item, RULE_STOP, health, today, ret);
}

static bool is_not_for(const struct item *item, const struct health *health, int32_t today,
		       struct verdict *ret)
{
	uint32_t against = item->not_for & health->kinds;
	ret->ruling = RULING_NOT_FOR;
	ret->cramp = first_of(against);
	return against != 0;
}

/*
 * A fresh strain, whatever the kinds of cramp: no roller, no strength, no deep stretch; only a
 * walk, a cold pack and other items that are for it. Checked after the rules that do not end by
 * themselves.
 */
static bool is_strained(const struct item *item, const struct health *health, int32_t today,
			struct verdict *ret)
{
	ret->ruling = RULING_STOP;
	ret->fact = FACT_ACUTE;
	return item->acts != 0 && !(kinds_named(item) & BIT(CRAMP_ACUTE)) &&
	       fact_holds(health, FACT_ACUTE, today, &ret->until);
}

/*
 * The kinds that forbid an item that does not name them: ischemic and neurological forbid all
 * others, which could hide symptoms that a clinician has to see; referred forbids exercise and
 * pressure.
 */
static uint32_t kinds_shut(const struct item *item)
{
	uint32_t kinds = BIT(CRAMP_ISCHEMIC) | BIT(CRAMP_NEUROLOGICAL);
	if (item->acts & (ACT_EXERCISE | ACT_PRESSURE))
		kinds |= BIT(CRAMP_REFERRED);
	return kinds & ~item->kinds.is;
}

/* An item with "KIND*" is only for users whose kind was checked by a clinician; a checked cause
 * allows the items that name it, unless a kind forbids them. */
static bool is_unchecked(const struct item *item, const struct health *health, int32_t today,
			 struct verdict *ret)
{
	uint32_t open = kinds_open(health, today), gated = item->kinds.checked & ~open;
	bool all = (item->kinds.is & ~gated) == 0 && gated != 0;
	if (item->causes.checked & health->cleared_causes) {
		gated = 0;
		all = false;
	}
	uint32_t mine = (gated | (kinds_shut(item) & ~open)) & health->kinds;
	ret->ruling = RULING_CHECK;
	ret->cramp = first_of(mine ? mine : gated);
	return mine != 0 || all;
}

static bool is_asked_for(const struct item *item, const struct health *health, int32_t today,
			 struct verdict *ret)
{
	for (int i = 0; i < health->agreed_count; i++)
		if (health->agreed[i] == item)
			return false;
	ret->ruling = RULING_ASK;
	return any_fact(item, RULE_ASK, health, today, ret);
}

struct verdict item_verdict(const struct item *item, const struct health *health, int32_t today)
{
	static rule *const rules[] = { stops_always, is_held,      is_stopped,  is_not_for,
				       is_strained,  is_unchecked, is_asked_for };
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		struct verdict verdict = { .until = INT32_MAX };
		if (rules[i](item, health, today, &verdict))
			return verdict;
	}
	return (struct verdict){ .ruling = RULING_FOR_YOU, .until = INT32_MAX };
}

bool item_only_easier(const struct item *item, const struct health *health, int32_t today)
{
	struct verdict swap;
	return item->easier_count > 0 && any_fact(item, RULE_SWAP, health, today, &swap);
}

int item_notes(const struct item *item, const struct health *health, int32_t today,
	       const struct item_caution *ret[FACT_COUNT])
{
	static const enum item_rule order[] = { RULE_SWAP, RULE_ASK, RULE_WARN };
	int count = 0;
	for (size_t turn = 0; turn < sizeof(order) / sizeof(order[0]); turn++) {
		for (int i = 0; i < item->caution_count && count < FACT_COUNT; i++) {
			int32_t until;
			if (item->cautions[i].rule == order[turn] &&
			    fact_holds(health, item->cautions[i].fact, today, &until))
				ret[count++] = &item->cautions[i];
		}
	}
	return count;
}
