/* The tables of words: one each for files, shells and people. */
#include "core/model/item.h"

#include <stddef.h>

#include "core/base/translate.h"

const char *const item_facts[FACT_COUNT + 1] = {
	"pregnant", "op",   "hiprep", "acute", "fracture", "fever",  "kidney",
	"fluid",    "thin", "artery", "clot",  "numb",     "bone",   "bp",
	"hernia",   "skin", "liver",  "meds",  "fall",     "trauma", NULL,
};

const char *const item_cramp_kinds[CRAMP_COUNT + 1] = {
	N_("acute"),    N_("chronic"),  N_("exertional"),   N_("nocturnal"),   N_("referred"),
	N_("postural"), N_("ischemic"), N_("neurological"), N_("electrolyte"), N_("dehydration"),
	NULL,
};

const char *const item_causes[CAUSE_COUNT + 1] = {
	N_("overuse"),       N_("prolonged-sitting"), N_("injury"),
	N_("posture"),       N_("dehydration"),       N_("electrolytes"),
	N_("no-stretching"), N_("overexertion"),      N_("nerve-impingement"),
	N_("spinal"),        N_("pregnancy"),         N_("hip-joint"),
	N_("fibromyalgia"),  N_("infection"),         N_("surgery"),
	N_("stress"),        N_("sedentary"),         N_("nutrition"),
	N_("hormonal"),      N_("medication"),        NULL,
};

const char *const item_acts[ACT_COUNT + 1] = { "exercise", "heat", "cold", "pressure", NULL };

bool item_has_stop(const struct item *item)
{
	return item->acts & ACT_EXERCISE || (item->acts & ACT_PRESSURE && item->seconds > 0);
}
