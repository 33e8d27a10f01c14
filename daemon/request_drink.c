/* Water that was drunk: limber drink. */
#include "daemon/request.h"

#include <libintl.h>

#include "core/base/amount.h"
#include "core/base/contract.h"
#include "core/policy/water.h"
#include "core/words/water_text.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"
#include "daemon/reply.h"

#define _(text) gettext(text)

/* Read an amount for a drink; "" is a glass. *ounces: that is how it was written. */
static int read_amount(const struct app *app, const char *text, int32_t *ret, bool *ounces,
		       sd_bus_error *error)
{
	const struct plan *plan = app_plan(app);
	struct amount amount;
	enum text_error wrong = amount_read(text[0] ? text : "glass", &amount);
	if (wrong == TEXT_OK) {
		*ret = amount_ml(&amount, plan->glass, plan->bottle);
		*ounces = plan->ounces || amount.unit == AMOUNT_OUNCE;
		if (*ret < DRINK_LEAST || *ret > DRINK_MOST)
			wrong = TEXT_AMOUNT_RANGE;
	}
	if (wrong == TEXT_OK)
		return 0;
	return error_say(error, LIMBER_ERROR_BAD_VALUE, _("\"%.60s\" %s."), text_begin(text).text,
			 _(text_error_words(wrong)));
}

static int append_water(sd_bus_message *reply, const struct app *app, int32_t ml, bool ounces)
{
	const struct plan *plan = app_plan(app);
	struct moment now = clock_now();
	char amount[AMOUNT_SIZE], today[SENTENCE_SIZE];
	amount_say(ml, ounces, amount);
	water_say(plan, &app->state, now, ounces, gettext_words, today);
	TRY(dict_number(reply, "Amount", (uint32_t)ml));
	TRY(dict_number(reply, "Today", (uint32_t)water_today(plan, &app->state, now)));
	TRY(dict_number(reply, "Aim", (uint32_t)water_aim(plan, &app->state)));
	TRY(dict_string(reply, "What", amount));
	return dict_string(reply, "Water", today);
}

int request_drink(sd_bus_message *call, void *user, sd_bus_error *error)
{
	_cleanup_message_ sd_bus_message *reply = NULL;
	struct app *app = user;
	struct event event = { .kind = EVENT_DRINK };
	struct result result;
	const char *text;
	bool ounces = false;
	TRY(args_read(call, error, "s", &text));
	TRY(read_amount(app, text, &event.drink, &ounces, error));
	if (plan_find(app_plan(app), WATER_REMINDER) < 0)
		return error_say(error, LIMBER_ERROR_NO_SUCH_REMINDER,
				 _("There is no reminder \"%s\" to book it on. Add it:\n"
				   "limber add water --every 90min --item water-glass"),
				 WATER_REMINDER);
	TRY(request_send(app, &event, &result, error));
	TRY(reply_begin(call, &reply));
	TRY(reply_answered(reply, app, &event, &result));
	TRY(append_water(reply, app, event.drink, ounces));
	return reply_end(reply);
}
