/*
 * limber cramp: what to do in one, at once. It needs no limberd, no bus, no file and no other
 * program, so that it works when everything else is broken.
 */
#include "cli/json.h"
#include "cli/lines.h"
#include "cli/say.h"
#include "cli/verbs.h"
#include "core/translate.h"

/* A gentle stretch, held until it eases, is the standard answer to a cramp of exercise
 * (Miller 2022, PMC8775277); the ten minutes: nidirect.gov.uk/node/10453. */
static const struct {
	const char *text, *length;
} steps[] = {
	{ N_("Stop and hold on to something. Breathe out slowly."), "10 s" },
	{ N_("Stand tall, or lie down. Let that leg get straight by itself; squeeze the buttock of "
	     "that side a little. Never force it."),
	  N_("20 to 30 s, 3 times") },
	{ N_("Rub the front of the thigh with a flat hand. Not the belly."), "30 s" },
	{ N_("Walk slowly."), N_("1 to 2 min") },
	{ N_("Later a warm pack, if it is for you: limber catalogue heat-pack"), "" },
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

/* What stands under the steps, each a paragraph. The signs in full are in signs.c. */
static const char *const notes[] = {
	N_("Stop at sharp, pinching, shooting or numbing pain. Pregnant, from week 13 on: lie only "
	   "on your side. Not gone in 10 minutes: be seen within a day."),
	N_("Do not stretch on, and call your local emergency number now, if you cannot stand after "
	   "a fall or blow; both legs are weak, or it is numb between them; the leg is suddenly "
	   "cold and pale, or swollen and you are short of breath; belly or back hurt suddenly and "
	   "badly and you feel faint; you take blood thinners and the thigh is weak or numb; you "
	   "are pregnant and bleed; or after hard effort your urine is like cola."),
	N_("With fever, a hot or swollen leg or hip, or new numbness: do not stretch on, and be "
	   "seen today. All signs: limber warnings"),
};

static const char *const evidence =
	N_("A gentle stretch until it eases is standard for cramps in sport; on the hip flexors "
	   "nobody has tested it. Miller 2022, PMC8775277.");

static void cramp_json(void)
{
	struct json json = json_begin(stdout);
	json_open(&json, NULL, '{');
	json_open(&json, "steps", '[');
	for (size_t i = 0; i < STEPS; i++) {
		json_open(&json, NULL, '{');
		json_text(&json, "text", _(steps[i].text));
		json_text(&json, "length", say_translate(steps[i].length));
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_open(&json, "notes", '[');
	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
		json_text(&json, NULL, _(notes[i]));
	json_close(&json, ']');
	json_text(&json, "evidence", _(evidence));
	json_close(&json, '}');
	json_end(&json);
}

static void step_print(size_t i)
{
	char text[512];
	const char *length = steps[i].length;
	snprintf(text, sizeof(text), length[0] ? "%s [%s]" : "%s", _(steps[i].text),
		 length[0] ? _(length) : "");
	printf("  %zu  ", i + 1);
	lines_wrap(stdout, text, 5, 5);
}

enum exit_code verb_cramp(struct command *command)
{
	if (command->json) {
		cramp_json();
		return EXIT_FINE;
	}
	puts(_("A cramp at the front of the hip, now:"));
	for (size_t i = 0; i < STEPS; i++)
		step_print(i);
	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++) {
		putchar('\n');
		lines_wrap(stdout, _(notes[i]), 0, 0);
	}
	putchar('\n');
	lines_wrap(stdout, _(evidence), 0, 0);
	return EXIT_FINE;
}
