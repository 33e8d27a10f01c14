/*
 * limber cramp: what to do in one, at once. It needs no limberd, no bus, no file and no other
 * program, so that it works when everything else is broken. With words, or an answer at its end, it
 * books an entry of the diary: diary.c.
 */
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/limber/diary.h"
#include "cli/limber/verbs.h"
#include "cli/shared/json.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

/* A gentle stretch, held until it eases, is the standard answer to a cramp of exercise
 * (Miller 2022, PMC8775277); the ten minutes: nidirect.gov.uk/node/10453. */
static const struct {
	const char *text, *length;
} steps[] = {
	{ N_("Stop and hold on to something. Breathe out slowly."), "10 s" },
	{ N_("Stand tall, or lie down. Let that leg get straight by itself; squeeze the buttock of "
	     "that side a little. Never force it."),
	  N_("20 to 30 s, 3 times") },
	{ N_("Rub the front of the thigh with a flat hand, not the belly; and not a leg that is "
	     "swollen and warm, or has a clot."),
	  "30 s" },
	{ N_("Walk slowly. Note the day and the time."), N_("1 to 2 min") },
	{ N_("Later a warm pack, but not on such a leg: limber catalogue heat-pack"), "" },
};

/*
 * Those of signs.c that are an emergency, each short enough for somebody in pain: one line. With
 * the steps all of it fits a terminal of 24 lines, or the first step would scroll away.
 */
static const char *const emergency =
	N_("Do not stretch on, and call your local emergency number now, with one of these:");

static const char *const emergencies[] = {
	N_("After a fall or blow you cannot stand; or a leg is suddenly cold and pale."),
	N_("Numb between the legs, both weak, or new trouble with bladder, bowel, sex."),
	N_("A swollen leg, and your chest hurts or you are short of breath."),
	N_("Sudden, bad pain in belly or back; you feel faint, or a lump beats there."),
	N_("On blood thinners: groin or back hurts; thigh weak, numb, or hip stays bent."),
	N_("Pregnant: bleeding, waters breaking, tightenings, strong pain on one side."),
	N_("Very sore, weak muscles and urine like cola; or confused in the heat."),
	N_("Fever, and you shiver, are confused, or it hurts low on the belly's right."),
	N_("Groin lump that stays hard; sudden testicle pain; side pain, bloody urine."),
};

/* What stands under that, each a paragraph; the grade of the evidence first, as with all items. */
static const char *const notes[] = {
	N_("Stop at sharp, pinching, shooting or numbing pain. Pregnant from week 13: lie on your "
	   "side. Not gone in 10 minutes: be seen within a day. Fever, a hot or swollen leg or "
	   "hip, "
	   "new numbness: do not stretch, be seen today. All: limber warnings"),
};

static const char *const evidence =
	N_("Evidence: mixed. Standard in sport, not tested here (Miller 2022, PMC8775277).");

enum {
	STEPS = sizeof(steps) / sizeof(steps[0]),
	NOTES = sizeof(notes) / sizeof(notes[0]),
	EMERGENCIES = sizeof(emergencies) / sizeof(emergencies[0]),
};

static void texts_json(struct json *json, const char *key, const char *const texts[], size_t count)
{
	json_open(json, key, '[');
	for (size_t i = 0; i < count; i++)
		json_text(json, NULL, _(texts[i]));
	json_close(json, ']');
}

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
	json_text(&json, "emergency", _(emergency));
	texts_json(&json, "emergencies", emergencies, EMERGENCIES);
	texts_json(&json, "notes", notes, NOTES);
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

static void emergencies_print(void)
{
	const struct style *style = style_of(stdout);
	printf("\n%s", style->alarm);
	lines_wrap(stdout, _(emergency), 0, 0);
	fputs(style->plain, stdout);
	for (size_t i = 0; i < EMERGENCIES; i++) {
		fputs("  - ", stdout);
		lines_wrap(stdout, _(emergencies[i]), 4, 4);
	}
}

/* Split a line at its blanks; the number of words. The last one there is room for is all the rest.
 */
static int words_split(char *line, const char *words[COMMAND_WORDS_MAX])
{
	int count = 0;
	char *rest = NULL;
	for (char *word = strtok_r(line, " \t\r\n", &rest); word && count < COMMAND_WORDS_MAX;
	     word = strtok_r(NULL, count < COMMAND_WORDS_MAX - 1 ? " \t\r\n" : "\r\n", &rest))
		words[count++] = word;
	return count;
}

static bool is_no(const char *word)
{
	return strcasecmp(word, "n") == 0 || strcasecmp(word, "no") == 0 ||
	       strcasecmp(word, _("no")) == 0;
}

/* One line, with which everything fits 24 lines. Words that are none of the diary's are asked for
 * again; the end of the input books nothing. */
static enum exit_code log_ask(struct command *command)
{
	char line[COMMAND_TEXT_SIZE];
	const char *words[COMMAND_WORDS_MAX];
	enum exit_code code = EXIT_USAGE;
	while (code == EXIT_USAGE) {
		fputs(_("Log it? Enter: now. Or words, such as 3am left 7 woke. No: n "), stdout);
		fflush(stdout);
		if (!fgets(line, sizeof(line), stdin)) {
			putchar('\n');
			return EXIT_FINE;
		}
		int count = words_split(line, words);
		if (count == 1 && is_no(words[0]))
			return EXIT_FINE;
		code = diary_book(command, words, count);
	}
	return code;
}

/* A word in quotes may be several, as in "3am left". */
static enum exit_code words_book(struct command *command)
{
	char line[COMMAND_TEXT_SIZE];
	const char *words[COMMAND_WORDS_MAX];
	int count = command_join(command, 0, line) ? words_split(line, words) : 0;
	return count >= command->count ? diary_book(command, words, count)
				       : diary_book(command, command->words, command->count);
}

enum exit_code verb_cramp(struct command *command)
{
	if (command->count > 0)
		return words_book(command);
	if (command->json) {
		cramp_json();
		return EXIT_FINE;
	}
	say_wrapped(_("A cramp at the front of the hip, now:"));
	for (size_t i = 0; i < STEPS; i++)
		step_print(i);
	emergencies_print();
	for (size_t i = 0; i < NOTES; i++)
		lines_wrap(stdout, _(notes[i]), 0, 0);
	lines_wrap(stdout, _(evidence), 0, 0);
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ? log_ask(command) : EXIT_FINE;
}
