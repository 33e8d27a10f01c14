/* The ten kinds of cramp in everyday words. */
#include "cli/report/cramps.h"

#include "cli/shared/say.h"
#include "core/base/translate.h"

const char *const cramp_texts[CRAMP_COUNT] = {
	[CRAMP_ACUTE] = N_("a fresh strain, in the first days"),
	[CRAMP_CHRONIC] = N_("tight or cramping most weeks, for months"),
	[CRAMP_EXERTIONAL] = N_("in or after sport"),
	[CRAMP_NOCTURNAL] = N_("at night, in bed"),
	[CRAMP_REFERRED] = N_("it comes from the back, or goes down the leg"),
	[CRAMP_POSTURAL] = N_("from sitting, or you do not know"),
	[CRAMP_ISCHEMIC] = N_("the legs hurt on walking, and rest stops it"),
	[CRAMP_NEUROLOGICAL] = N_("with numbness, tingling or weakness"),
	[CRAMP_ELECTROLYTE] = N_("after heavy sweat or sickness"),
	[CRAMP_DEHYDRATION] = N_("on hot days, or after little drinking"),
};

const char *cramp_first(enum cramp cramp)
{
	static const char *const sentences[CRAMP_COUNT] = {
		[CRAMP_ACUTE] = N_("After a fall or a blow, or if a bone could be broken, have it "
				   "looked at first: limber warnings"),
		[CRAMP_EXERTIONAL] = N_("After hard effort or heat: very sore, weak muscles and "
					"urine like cola, or confused in the heat, is an "
					"emergency."),
		[CRAMP_REFERRED] = N_("See someone first: what comes from the back needs a "
				      "clinician's look. Stop what sends pain down the leg."),
		[CRAMP_ISCHEMIC] = N_("See a doctor about the blood flow first. A leg that is "
				      "suddenly cold and pale is an emergency."),
		[CRAMP_NEUROLOGICAL] = N_("See someone first. New numbness or weakness: within a "
					  "day. Between the legs, or in both: an emergency."),
	};
	return sentences[cramp];
}

void cramps_add(struct settings *settings, uint32_t kinds)
{
	char text[256] = "[";
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++)
		if (kinds & UINT32_C(1) << cramp)
			say_append(text, sizeof(text), "%s \"%s\"", text[1] ? "," : "",
				   item_cramp_kinds[cramp]);
	settings_add(settings, NULL, "kinds", "%s ]", text);
}
