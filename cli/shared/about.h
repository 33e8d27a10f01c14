/* What Limber is and is not, for the screens that say so. */
#ifndef LIMBER_ABOUT_H
#define LIMBER_ABOUT_H

/* The two sentences of README.md, marked for gettext. */
extern const char *const about_disclaimer;

/* That no clinician has reviewed the texts yet; marked for gettext. */
extern const char *const about_review;

#endif
