/* Whole items, as the catalogue has them. */
#include <stdlib.h>
#include <string.h>

#include "config/catalogue.h"
#include "tests/rows.h"

static void marks_print(FILE *stream, const struct item_marks *marks, const char *const words[])
{
	for (int i = 0; words[i]; i++)
		if (marks->is & 1u << i)
			fprintf(stream, "%s%s%s ", words[i], marks->checked & 1u << i ? "*" : "",
				marks->claimed & 1u << i ? "~" : "");
}

static void steps_print(FILE *stream, const char *form, const struct item_step *steps, int count)
{
	for (int i = 0; i < count; i++)
		fprintf(stream, "%s[%ds x%d%s] %s: %s\n", form, steps[i].seconds, steps[i].times,
			steps[i].both_sides ? " L/R" : "", steps[i].title, steps[i].text);
}

/* Print all fields of an item as lines of text, so that the rows below are easy to check. */
static void item_print(const struct item *item, char *out, size_t size)
{
	FILE *stream = fmemopen(out, size, "w");
	assert_non_null(stream);
	fprintf(stream, "%s %d %s %s %ds%s\n", item_list_words[item->list], item->number,
		item_category_words[item->category], item_kind_words[item->kind], item->seconds,
		item->before_setup ? " before-setup" : "");
	fprintf(stream, "%s\n%s\n", item->title, item->cue);
	steps_print(stream, "", item->steps, item->step_count);
	steps_print(stream, "easier ", item->easier, item->easier_count);
	fprintf(stream, "note: %s\n", item->note);
	for (int i = 0; i < item->caution_count; i++)
		fprintf(stream, "%s %s: %s\n", item_rule_words[item->cautions[i].rule],
			item_facts[item->cautions[i].fact], item->cautions[i].text);
	fprintf(stream, "%s: %s\n%s\n", item_evidence_words[item->evidence], item->evidence_note,
		item->source);
	marks_print(stream, &item->kinds, item_cramp_kinds);
	fprintf(stream, "\n");
	marks_print(stream, &item->causes, item_causes);
	fclose(stream);
}

static const struct {
	const char *id, *text;
} items[] = {
	{ "hip-flexor-stretch",
	  "care 1 stretch prompt 110s\n"
	  "Stretch the front of your hips\n"
	  "Step one foot back, tuck your tail, feel the front of that hip open.\n"
	  "[25s x2 L/R] Foot back, tuck your tail: Hold the desk, one foot back, toes ahead. Tuck "
	  "your tail, squeeze that buttock, bend the front knee to a mild pull.\n"
	  "[10s x1] Shake out both legs: Come up, shake out both legs.\n"
	  "easier [15s x2 L/R] Short step back, tuck your tail: Hold the desk, a short step back, "
	  "toes ahead. Tuck your tail, squeeze that buttock, bend the front knee a little.\n"
	  "easier [10s x1] Shake out both legs: Come up, shake out both legs.\n"
	  "note: Keep breathing; a mild pull is fine. A pinch in the groin: make it smaller.\n"
	  "stop op: \n"
	  "stop fracture: \n"
	  "stop fever: \n"
	  "ask hiprep: \n"
	  "ask acute: \n"
	  "swap pregnant: A short step, held for 15 s.\n"
	  "warn thin: New groin or back pain, weak or numb thigh: an emergency. Do not stretch.\n"
	  "warn fall: One hand on the desk; a chair that cannot roll.\n"
	  "mixed: Range and pain improved with stretching, but not clearly more than without it "
	  "(30 women, 8 weeks). In long-term back pain stretching did no better than none.\n"
	  "Hatefi 2021, hip-flexor stretching trial; PMC8316530. Owen 2020; BJSM 54/21/1279\n"
	  "acute* chronic exertional nocturnal referred* postural \n"
	  "overuse prolonged-sitting posture no-stretching overexertion hip-joint sedentary " },
	{ "physio-plan",
	  "care 4 care check-in 0s\n"
	  "Check your progress\n"
	  "Getting better? limber start physio-plan shows 4 weeks. If not, book a physio.\n"
	  "[0s x1] Score your last 4 weeks: Compare the last 4 weeks of your diary: limber "
	  "catalogue physio-plan.\n"
	  "[0s x1] Hardly better? Book a visit: Less than one-third better? Book a physiotherapist "
	  "or doctor.\n"
	  "[0s x1] Write down triggers and questions: Write down triggers and three questions.\n"
	  "[0s x1] Do the exercises you were given: Do the exercises you were given; they come "
	  "before ours.\n"
	  "note: If a warning sign fits you, get help first: limber warnings.\n"
	  "mixed: Exercise helps hip tendon pain; best type and dose unknown.\n"
	  "Frizziero 2016, conservative care of hip tendinopathy; mltj.org\n"
	  "acute chronic exertional nocturnal referred postural ischemic neurological electrolyte "
	  "dehydration \n"
	  "overuse injury nerve-impingement spinal pregnancy hip-joint fibromyalgia surgery " },
	{ "water-glass",
	  "care 11 hydrate prompt 50s\n"
	  "Drink a glass of water\n"
	  "Drink a glass of water, or less if you are not thirsty.\n"
	  "[30s x1] Drink 150–250 ml: Drink 150–250 ml; skip it if not thirsty and urine is pale.\n"
	  "[20s x1] Refill the bottle: Refill the bottle.\n"
	  "note: Never more than about 1 litre in an hour.\n"
	  "stop fluid: Your clinic's own target replaces ours.\n"
	  "stop kidney: Your clinic's own target replaces ours.\n"
	  "warn meds: Water tablets: ask how much to drink.\n"
	  "weak: Good as a guide to how much to drink; weak as prevention of cramps.\n"
	  "EFSA 2010, dietary reference values for water; doi 10.2903/j.efsa.2010.1459\n"
	  "exertional electrolyte dehydration \n"
	  "dehydration overexertion medication " },
	{ "sit-stand-switch",
	  "care 13 posture prompt 80s\n"
	  "Stand up and sit down ten times\n"
	  "Stand up and sit down ten times, slowly. Then work standing a bit.\n"
	  "[6s x10] Stand up, squeeze, sit slowly: Feet under knees: stand fully (2 s), squeeze (1 "
	  "s), sit slowly (3 s).\n"
	  "[20s x1] Raise the chair or the desk: Set the chair so the hips are just above the "
	  "knees, or raise the desk.\n"
	  "easier [6s x10] Push up, squeeze, sit slowly: Hands on the armrests, feet under knees: "
	  "push up to stand, squeeze, sit slowly.\n"
	  "easier [20s x1] Raise the chair or the desk: Set the chair so the hips are just above "
	  "the knees, or raise the desk.\n"
	  "note: \n"
	  "stop acute: \n"
	  "stop fracture: \n"
	  "stop fever: \n"
	  "ask hiprep: A higher seat.\n"
	  "ask op: \n"
	  "swap pregnant: Use the armrests.\n"
	  "warn bp: Get up slowly; dizzy: sit down.\n"
	  "warn fall: One hand on the desk; a chair that cannot roll.\n"
	  "weak: Standing or walking at work: effect on muscle pain unclear.\n"
	  "Parry 2019, Cochrane review of standing or walking at work; PMC6953379\n"
	  "chronic postural \n"
	  "prolonged-sitting posture sedentary " },
	{ "walk-break",
	  "care 21 move prompt 110s before-setup\n"
	  "Walk two minutes\n"
	  "Time to walk for two minutes. Let your arms swing.\n"
	  "[10s x1] Stand and roll the shoulders: Stand and roll the shoulders.\n"
	  "[100s x1] Walk easily: Walk easily; let each leg trail behind you a little.\n"
	  "note: \n"
	  "stop fracture: \n"
	  "stop fever: \n"
	  "ask op: \n"
	  "ask artery: \n"
	  "warn acute: Only if walking is easy.\n"
	  "warn clot: Once a clinician looks after it, walking is usually wanted: ask.\n"
	  "warn bp: Get up slowly; dizzy: sit down.\n"
	  "warn fall: One hand on the desk; a chair that cannot roll.\n"
	  "mixed: 5 minutes in each 30 lowered blood sugar and pressure (11 adults, one day each); "
	  "cramps not studied.\n"
	  "Duran 2023, break dose trial; sedentarybehaviour.org/2023/05/31\n"
	  "acute chronic nocturnal referred postural \n"
	  "prolonged-sitting posture spinal pregnancy fibromyalgia stress sedentary " },
	{ "bedtime-stretch",
	  "prevention 1 stretch routine 240s\n"
	  "Stretch before bed\n"
	  "Stretch your hips on the bed edge, then the backs of the legs and the calves.\n"
	  "[30s x2 L/R] Let the leg hang over the edge: On your back at the bed edge: hug the far "
	  "knee, let the near leg hang, low back flat.\n"
	  "[10s x3 L/R] Lean over the straight leg: Sit on the edge, one leg straight, and lean "
	  "forward from the hips.\n"
	  "[10s x3 L/R] Stretch the calf at the wall: Put your hands on the wall and press the "
	  "back heel down.\n"
	  "easier [30s x2 L/R] Pull the heel to the buttock: On your side: hold the upper foot, "
	  "heel to buttock, hip straight.\n"
	  "easier [10s x3 L/R] Lean over the straight leg: Sit on the edge, one leg straight, and "
	  "lean forward from the hips.\n"
	  "easier [10s x3 L/R] Stretch the calf at the wall: Put your hands on the wall and press "
	  "the back heel down.\n"
	  "note: A pull of 3–4 of 10 is fine.\n"
	  "stop op: \n"
	  "stop fracture: \n"
	  "stop fever: \n"
	  "ask hiprep: \n"
	  "ask acute: \n"
	  "ask clot: Once a clinician looks after it, gentle movement is usually wanted: ask.\n"
	  "swap pregnant: Lie on your side, heel to buttock.\n"
	  "warn fall: A firm bed; roll over to get up.\n"
	  "warn thin: New groin or back pain, weak or numb thigh: an emergency. Do not stretch.\n"
	  "mixed: Calf and hamstring, age 55 and over: fewer, milder night cramps (one trial of "
	  "80); Cochrane rates it low certainty; hip flexors not tested.\n"
	  "Hallegraeff 2012; PMID 22341378. Hawke 2021, Cochrane review; doi "
	  "10.1002/14651858.CD008496.pub3\n"
	  "chronic nocturnal postural \n"
	  "prolonged-sitting no-stretching pregnancy sedentary " },
	{ "posture-shift",
	  "prevention 4 posture prompt 30s before-setup\n"
	  "Change your position\n"
	  "Sit differently: feet flat, sit back, let the shoulders drop.\n"
	  "[2s x5] Rock the pelvis back and forth: Put your feet flat and rock the pelvis back and "
	  "forth.\n"
	  "[10s x1] Slide back, lean the chair a little: Slide back, lean the chair a little, open "
	  "the hip angle.\n"
	  "[10s x1] Drop the shoulders, loosen the jaw: Drop the shoulders, loosen the jaw.\n"
	  "note: \n"
	  "weak: No single right posture; variety is the point.\n"
	  "Slater 2019, 'Sit up straight' viewpoint; doi 10.2519/jospt.2019.0610\n"
	  "chronic postural \n"
	  "prolonged-sitting posture " },
	{ "micro-pause",
	  "prevention 9 relax prompt 60s before-setup\n"
	  "Pause for a minute\n"
	  "Look far away, drop your shoulders, take three slow breaths.\n"
	  "[20s x1] Look at something far away: Look away from the screen, at something far away.\n"
	  "[10s x1] Shake out the hands: Shake out the hands, drop the shoulders.\n"
	  "[10s x3] Breathe in for 4 s, out for 6 s: Breathe in for 4 s, out for 6 s.\n"
	  "note: \n"
	  "mixed: A little more energy and less tiredness; no effect on how much gets done.\n"
	  "Albulescu 2022, micro-breaks; PMC9432722\n"
	  "chronic nocturnal postural \n"
	  "prolonged-sitting fibromyalgia stress " },
};

static void whole_items(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(items); i++) {
		char text[4096] = "";
		const struct item *item = catalogue_find(items[i].id);
		if (!row_check(&rows, item, "%s is not found", items[i].id))
			continue;
		item_print(item, text, sizeof(text));
		row_check(&rows, strcmp(text, items[i].text) == 0, "%s:\n%s", items[i].id, text);
	}
	rows_end(&rows);
}

static void not_found(void **state)
{
	(void)state;
	assert_null(catalogue_find("walk"));
	assert_null(catalogue_find(""));
	assert_null(catalogue_find("walk-break2"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_items),
		cmocka_unit_test(not_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
