/* Said at setup, with the warning signs, and by limber about. */
#include "cli/shared/about.h"

#include "core/base/translate.h"

const char *const about_disclaimer =
	N_("This program shows reminders and general tips; it cannot examine you, it does not "
	   "know your history, and it is no medical device. If a card does not suit you, skip it "
	   "and ask a health professional, and if a warning sign fits you, get help first and "
	   "leave the reminders for another day.");

const char *const about_review =
	N_("No clinician has reviewed the items and the warning signs yet.");
