/* The words that items and health share, one table each for files, shells and people. */
#include "core/item.h"

#include <stddef.h>

#include "core/translate.h"

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
	"overuse",      "prolonged-sitting", "injury",       "posture",           "dehydration",
	"electrolytes", "no-stretching",     "overexertion", "nerve-impingement", "spinal",
	"pregnancy",    "hip-joint",         "fibromyalgia", "infection",         "surgery",
	"stress",       "sedentary",         "nutrition",    "hormonal",          "medication",
	NULL,
};

const char *const item_acts[ACT_COUNT + 1] = { "exercise", "heat", "cold", "pressure", NULL };
