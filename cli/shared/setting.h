/* A setting out of the text that limberd answers to GetConfiguration(): a line each. */
#ifndef LIMBER_SETTING_H
#define LIMBER_SETTING_H

#include <stdbool.h>

enum { SETTING_SIZE = 80 };

/*
 * What a key has, as it would stand behind limber set: without quotes and brackets, and cut where
 * it is long. `reminder`: NULL for a key of the top level, which may be "health.kidney". False:
 * nothing gives it a value.
 */
bool setting_find(const char *text, const char *reminder, const char *key, char out[SETTING_SIZE]);

#endif
