/* The loader from text, for what has no file: tests and fuzzers. */
#ifndef LIMBER_LOAD_H
#define LIMBER_LOAD_H

#include "config/config.h"

/* As config_load(), with `length` bytes as the user's file; errors name it `path`. */
int config_load_text(const char *path, const char *text, size_t length, struct config **ret,
		     struct config_errors *errors);

#endif
