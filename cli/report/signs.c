/*
 * The ten common signs and eleven rare and grave ones. Some of these feel like a tight hip: a bleed
 * or an abscess in the muscle (E5, E6) hurts when the leg moves back. Nobody may stretch with one.
 */
#include "cli/report/signs.h"

#include <limits.h>
#include <string.h>

#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

enum { SIGN_GROUPS = 4 };

#define NOW URGENCY_EMERGENCY
#define DAY URGENCY_DAY
#define BOOK URGENCY_APPOINTMENT

const struct sign signs[] = {
	{ "R01", N_("Two weeks of self-care and no better? Book a check-up."), BOOK,
	  N_("it gets worse fast, or wakes you each night"), DAY, NULL },
	{ "R02", N_("Sudden, strong pain that rest does not ease? Be seen within a day."), DAY,
	  N_("it comes all at once in belly, back or groin and you feel faint or in a cold "
	     "sweat, or you take blood thinners"),
	  NOW, "Psoas bleed: pmj.bmj.com/content/78/924/630.2; aneurysm: NHS text" },
	{ "R03", N_("Can't lift the leg or take your weight? Be seen within a day."), DAY,
	  N_("it came after a fall, or with fever, or the leg is cold and pale"), NOW,
	  "Hip fracture: hct.nhs.uk; acute limb ischaemia: info.health.nz" },
	{ "R04", N_("New numbness or a weak leg? Be seen within a day."), DAY,
	  N_("it is in both legs or between the legs, or bladder or bowel have changed"), NOW,
	  "Cauda equina leaflet, Oxford" },
	{ "R05", N_("Hot, red or swollen hip, groin or leg? Be seen within a day."), DAY,
	  N_("you have fever and shiver, are short of breath, or your chest hurts"), NOW,
	  "Deep vein thrombosis: uclh.nhs.uk" },
	{ "R06",
	  N_("Fever with hip, back or groin pain, or new pain there and cancer now or before? "
	     "Same day. Weight loss? Book soon."),
	  DAY, N_("you shiver, are confused, your heart races, or the skin is mottled"), NOW,
	  "Psoas abscess: doi 10.1186/1749-799X-5-70; redflagsymptoms.co.uk/back-pain" },
	{ "R07", N_("Cramps most weeks, or sleep broken? Book, and take notes of when they came."),
	  BOOK, N_("one cramp does not let go after 10 minutes"), DAY,
	  "Leg cramps: nidirect.gov.uk/node/10453" },
	{ "R08", N_("New or worse pain after surgery? Call the surgical team today."), DAY,
	  N_("the wound opens or leaks, or you have fever, a swollen leg or short breath"), NOW,
	  NULL },
	{ "R09",
	  N_("Fall or blow, and you can't stand on it, or the leg looks shorter or turned? "
	     "Call for help. Don't move."),
	  NOW, NULL, NOW, "Hip fracture: hct.nhs.uk" },
	{ "R10", N_("Tried home care and shop pain pills? Stop adding; see a doctor."), BOOK,
	  N_("stools are black, you vomit blood, or you took far too many pills"), NOW, NULL },
	{ "E1",
	  N_("Numb between the legs, new trouble with bladder, bowel or sex, or weak in both "
	     "legs."),
	  NOW, NULL, NOW, "Cauda equina leaflet, Oxford" },
	{ "E2", N_("One leg swollen, warm and painful."), DAY,
	  N_("you are short of breath, or your chest hurts"), NOW,
	  "Deep vein thrombosis: uclh.nhs.uk" },
	{ "E3", N_("A leg suddenly cold, pale, numb and hard to move."), NOW, NULL, NOW,
	  "Acute limb ischaemia: info.health.nz" },
	{ "E4",
	  N_("Sudden severe pain in belly or back; faint, clammy; a beating lump in the belly."),
	  NOW, NULL, NOW, "Aortic aneurysm, NHS text" },
	{ "E5",
	  N_("On blood thinners: groin or back pain, and the thigh is weak or numb or the hip "
	     "stays bent."),
	  NOW, NULL, NOW, "Iliopsoas bleed: pmj.bmj.com/content/78/924/630.2" },
	{ "E6",
	  N_("Fever, pain in side, groin or hip, and a limp; worse when the leg goes back. Do "
	     "not stretch it."),
	  DAY, N_("you feel very unwell"), NOW, "Psoas abscess: doi 10.1186/1749-799X-5-70" },
	{ "E7",
	  N_("Pregnant, or a missed period: bleeding, strong pain low on one side, pain at the "
	     "tip of the shoulder, waters breaking, regular tightenings."),
	  NOW, NULL, NOW, NULL },
	{ "E8",
	  N_("After hard effort or heat: very sore, weak muscles and urine like cola. Or "
	     "confused in the heat."),
	  NOW, NULL, NOW, "Rhabdomyolysis first aid, CDC" },
	{ "E9",
	  N_("Pain low on the right of the belly with fever or sickness, worse when you walk or "
	     "cough; a hard lump in the groin that "
	     "stays; sudden pain in a testicle; pain in the side with blood in the urine."),
	  NOW, NULL, NOW, NULL },
	{ "E10", N_("Cramps or a stiff jaw after a dirty wound."), NOW, NULL, NOW,
	  "Tetanus, NHS text" },
	{ "E11",
	  N_("Groin pain with each step, worse day by day, in a runner or with weak bones, "
	     "without a fall. Stop loading the leg."),
	  DAY, NULL, DAY, "Femoral neck stress fracture: PMC6226070" },
};

const size_t signs_count = sizeof(signs) / sizeof(signs[0]);

const struct sign *sign_find(const char *id)
{
	for (size_t i = 0; i < signs_count; i++)
		if (strcmp(signs[i].id, id) == 0)
			return &signs[i];
	return NULL;
}

const char *const urgency_words[URGENCY_COUNT] = { "emergency", "day", "appointment" };

void urgency_say(enum urgency urgency, const char *number, char out[URGENCY_SIZE])
{
	static const char *const sentences[URGENCY_COUNT] = {
		[URGENCY_EMERGENCY] = N_("Call your local emergency number now"),
		[URGENCY_DAY] = N_("Be seen within a day"),
		[URGENCY_APPOINTMENT] = N_("Book an appointment"),
	};
	bool call = urgency == URGENCY_EMERGENCY && number[0];
	snprintf(out, URGENCY_SIZE, "%s%s%s", _(sentences[urgency]), call ? ": " : "",
		 call ? number : "");
}

/* "An emergency if …"; "" for a sign without a worse form. */
static void worse_say(const struct sign *sign, char out[512])
{
	static const char *const then[URGENCY_COUNT] = {
		[URGENCY_EMERGENCY] = N_("An emergency if"),
		[URGENCY_DAY] = N_("Within a day if"),
	};
	out[0] = '\0';
	if (sign->worse)
		snprintf(out, 512, "%s %s.", _(then[sign->then]), _(sign->worse));
}

void sign_tell(FILE *out, const struct sign *sign, int indent)
{
	char more[512];
	lines_indent(out, _(sign->text), indent, indent);
	worse_say(sign, more);
	if (sign->urgency == URGENCY_EMERGENCY)
		snprintf(more, sizeof(more), "%s",
			 _("If that fits, call your local emergency number now."));
	if (more[0])
		lines_indent(out, more, indent, indent);
}

static void sign_print(FILE *out, const struct sign *sign)
{
	enum { ID = 5, TEXT = 2 + ID };
	char text[512];
	lines_row(out, sign->id, ID, _(sign->text));
	worse_say(sign, text);
	if (text[0])
		lines_indent(out, text, TEXT, TEXT);
}

static void urgency_print(FILE *out, enum urgency urgency, const char *number)
{
	const struct style *style = style_of(out);
	char what[URGENCY_SIZE];
	urgency_say(urgency, number, what);
	fputs(urgency == URGENCY_EMERGENCY ? style->alarm : style->bold, out);
	lines_wrap(out, what, 0, 0);
	fputs(style->plain, out);
}

/* Print the signs from number `from` on and before number `to`, in the order of urgency. */
static void signs_print_some(FILE *out, const char *number, int from, int to)
{
	int at = 0, last = -1;
	for (enum urgency urgency = 0; urgency < URGENCY_COUNT; urgency++) {
		for (size_t i = 0; i < signs_count; i++) {
			if (signs[i].urgency != urgency || at++ < from || at > to)
				continue;
			if (last >= 0 && last != (int)urgency)
				fputc('\n', out);
			if (last != (int)urgency)
				urgency_print(out, urgency, number);
			last = (int)urgency;
			sign_print(out, &signs[i]);
		}
	}
}

void signs_print(FILE *out, const char *number)
{
	signs_print_some(out, number, 0, (int)signs_count);
}

static void signs_print_group(FILE *out, const char *number, int group)
{
	static const int ends[SIGN_GROUPS + 1] = { 0, 8, 12, 17, INT_MAX };
	signs_print_some(out, number, ends[group], ends[group + 1]);
}

enum ask signs_ask(const char *number)
{
	enum ask answer = ASK_NO;
	for (int group = 0; group < SIGN_GROUPS && answer == ASK_NO; group++) {
		signs_print_group(stdout, number, group);
		answer = ask_yes(group + 1 < SIGN_GROUPS
					 ? _("\nDoes one of these fit now? Enter for the next:")
					 : _("\nDoes one of them fit now?"),
				 false);
		putchar('\n');
	}
	return answer;
}
