/*
 * Answers to the health questions that are gone from the files: a file that was deleted, emptied or
 * cut, by accident or by a crash. Without them an item could be shown that they forbid, so they are
 * never just forgotten.
 */
#ifndef LIMBER_ANSWERS_H
#define LIMBER_ANSWERS_H

#include "config/config.h"

/* What the files give; what was set for this run only is no part of it. */
void config_answers(const struct config *config, struct answers *ret);

/* The part of `had` that no file gives any more, not even as a no. False: all of it is there. */
bool config_answers_lost(const struct config *config, const struct answers *had,
			 struct answers *ret);

/* Add all of `other`. */
void answers_add(struct answers *answers, const struct answers *other);

/* Take out what is settled by setting or unsetting a key of the top level. The day of the questions
 * settles all facts. False: the key is about none of it. */
bool answers_settle(struct answers *answers, const char *key);

/* Sentences: what is missing, what comes until then, and what to type. */
enum { ANSWERS_SIZE = 1536 };
void answers_lost_say(const struct answers *lost, char out[ANSWERS_SIZE]);

#endif
