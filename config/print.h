/* Settings as text that libconfig reads back to the same. Errors are left on the stream. */
#ifndef LIMBER_PRINT_H
#define LIMBER_PRINT_H

#include <libconfig.h>
#include <stdio.h>

/* "\"45min\"", "[ \"a\", \"b\" ]", "true", "8"; a group "{ a = true; }". */
void print_value(const config_setting_t *setting, FILE *stream);

/* The members of a group, each on a line or, groups, on several, with `depth` steps before it. */
void print_members(const config_setting_t *group, int depth, FILE *stream);

#endif
