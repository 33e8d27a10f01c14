#include "core/words/water_text.h"

#include "core/base/amount.h"
#include "core/policy/water.h"

void water_say(const struct plan *plan, const struct state *state, struct moment now, bool ounces,
	       words_translate *translate, char out[SENTENCE_SIZE])
{
	char drunk[AMOUNT_SIZE];
	amount_say(water_today(plan, state, now), ounces, drunk);
	words_fill(out, SENTENCE_SIZE, "{drunk}", "drunk", drunk, NULL);
}
