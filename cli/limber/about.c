/* limber about: in limber itself, so that it works whatever else is broken. */
#include "cli/shared/about.h"

#include <stdio.h>

#include "cli/limber/verbs.h"
#include "cli/shared/json.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"

static void about_json(void)
{
	struct json json = json_start(stdout);
	json_text(&json, "version", LIMBER_VERSION);
	json_text(&json, "licence", "MIT");
	json_bool(&json, "reviewed", false);
	json_text(&json, "disclaimer", _(about_disclaimer));
	json_finish(&json);
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
	lines_wrap_each(stdout,
			_("\nWhen to see someone: limber warnings    In a cramp: limber cramp"), 0);
	return EXIT_FINE;
}
