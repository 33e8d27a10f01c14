#include "core/words/water_text.h"

#include "core/base/ascii.h"
#include "core/policy/water.h"
#include "core/words/health_text.h"

void water_say(const struct plan *plan, const struct state *state, struct moment now, bool ounces,
	       words_translate *translate, char out[SENTENCE_SIZE])
{
	char drunk[AMOUNT_SIZE], aim[AMOUNT_SIZE];
	amount_say(water_today(plan, state, now), ounces, drunk);
	amount_say(water_aim(plan, state), ounces, aim);
	words_fill(out, SENTENCE_SIZE,
		   water_aim(plan, state) > 0 ? tr(translate, N_("{drunk} of {aim}")) : "{drunk}",
		   "drunk", drunk, "aim", aim, NULL);
}

void water_sum_say(int64_t ml, bool ounces, words_translate *translate, char out[WATER_SUM_SIZE])
{
	char litres[TENTHS_SIZE];
	if (ounces || ml < 1000) {
		amount_say(ml < INT32_MAX ? (int32_t)ml : INT32_MAX, ounces, out);
		return;
	}
	words_tenths((ml + 50) / 100, translate, litres);
	words_fill(out, WATER_SUM_SIZE, "{litres} l", "litres", litres, NULL);
}

void water_forbidden_say(enum fact fact, words_translate *translate, char out[SENTENCE_SIZE])
{
	words_fill(out, SENTENCE_SIZE,
		   tr(translate, N_("because of {fact} your clinic's own target comes before an "
				    "aim of ours")),
		   "fact", tr(translate, fact_name(fact)), NULL);
}

static void say_ml(int64_t ml, bool ounces, words_translate *translate, char out[WATER_SUM_SIZE])
{
	(void)translate;
	amount_say((int32_t)ml, ounces, out);
}

/* "2 of 6 glasses, 500 ml of 1.5 l"; without an aim, what was drunk. */
static void glasses_say(const struct plan *plan, const struct state *state, struct moment now,
			words_translate *translate, char out[SENTENCE_SIZE])
{
	int32_t ml = water_today(plan, state, now), aim_ml = water_aim(plan, state);
	char drunk[WATER_SUM_SIZE], aim[WATER_SUM_SIZE], glasses[AMOUNT_SIZE], most[AMOUNT_SIZE];
	/* In litres where those of the aim are exact. */
	void (*const say)(int64_t, bool, words_translate *, char *) =
		aim_ml % 100 == 0 ? water_sum_say : say_ml;
	say(ml, plan->ounces, translate, drunk);
	say(aim_ml, plan->ounces, translate, aim);
	ascii_put_number(glasses, (uint64_t)(ml / plan->glass));
	ascii_put_number(most, (uint64_t)((aim_ml + plan->glass / 2) / plan->glass));
	words_fill(out, SENTENCE_SIZE,
		   aim_ml > 0 ? tr(translate, N_("{glasses} of {most} glasses, {drunk} of {aim}"))
			      : "{drunk}",
		   "glasses", glasses, "most", most, "drunk", drunk, "aim", aim, NULL);
}

void water_status_say(const struct plan *plan, const struct state *state, struct moment now,
		      words_translate *translate, char out[SENTENCE_SIZE])
{
	char drunk[SENTENCE_SIZE], why[SENTENCE_SIZE];
	enum fact fact;
	int32_t today = health_today(&state->zone, now.real);
	bool forbidden = plan->aim > 0 && water_forbidden(&plan->health, today, &fact);
	out[0] = '\0';
	if (plan->aim == 0 && water_today(plan, state, now) == 0)
		return;
	glasses_say(plan, state, now, translate, drunk);
	if (forbidden)
		water_forbidden_say(fact, translate, why);
	words_fill(out, SENTENCE_SIZE, forbidden ? "{drunk}; {why}" : "{drunk}", "drunk", drunk,
		   "why", why, NULL);
}
