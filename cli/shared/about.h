/* The statements about what Limber is and is not. */
#ifndef LIMBER_ABOUT_H
#define LIMBER_ABOUT_H

/* The two sentences of README.md, marked for gettext. */
extern const char *const about_disclaimer;

/* The statement that no clinician has reviewed the texts yet; marked for gettext. */
extern const char *const about_review;

#endif
