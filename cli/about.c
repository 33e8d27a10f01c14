/* limber about: in limber itself, so that it answers whatever else is broken. */
#include "cli/about.h"

#include "cli/json.h"
#include "cli/lines.h"
#include "cli/say.h"
#include "cli/verbs.h"
#include "core/translate.h"

const char *const about_disclaimer =
	N_("This program rings a bell and shows general tips; it cannot examine you, it does not "
	   "know your history, and it is no medical device. If a card does not suit you, skip it "
	   "and ask a health professional, and if a warning sign fits you, get help first and "
	   "leave the reminders for another day.");

const char *const about_review =
	N_("No clinician has reviewed the items and the warning signs yet.");

static void about_json(void)
{
	struct json json = json_begin(stdout);
	json_open(&json, NULL, '{');
	json_text(&json, "version", LIMBER_VERSION);
	json_text(&json, "licence", "MIT");
	json_bool(&json, "reviewed", false);
	json_text(&json, "disclaimer", _(about_disclaimer));
	json_close(&json, '}');
	json_end(&json);
}

enum exit_code verb_about(struct command *command)
{
	if (command->json) {
		about_json();
		return EXIT_FINE;
	}
	printf(_("Limber %s, under the MIT licence.\n\n"), LIMBER_VERSION);
	lines_wrap(stdout,
		   _("It reminds people whose hips get tight from sitting to get up, stretch and "
		     "drink. It needs no account and no network, and keeps all it knows on this "
		     "machine. Its items are habits for comfort and mobility; as far as we "
		     "know none was ever tested on cramps of the hip flexors, and limber catalogue "
		     "ITEM says what is known of each."),
		   0, 0);
	putchar('\n');
	lines_wrap(stdout, _(about_disclaimer), 0, 0);
	putchar('\n');
	lines_wrap(stdout, _(about_review), 0, 0);
	puts(_("\nWhen to see someone: limber warnings    In a cramp: limber cramp"));
	return EXIT_FINE;
}
