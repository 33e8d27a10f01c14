/* Print settings as text that libconfig parses to equal settings. The caller checks the stream for
 * errors. */
#ifndef LIMBER_PRINT_H
#define LIMBER_PRINT_H

#include <libconfig.h>
#include <stdio.h>

/* "\"45min\"", "[ \"a\", \"b\" ]", "true", "8"; a group "{ a = true; }". */
void print_value(const config_setting_t *setting, FILE *stream);

/* Print the members of a group, one a line, indented by `depth` steps; a group takes several lines.
 */
void print_members(const config_setting_t *group, int depth, FILE *stream);

#endif
