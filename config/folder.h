/* The *.conf files of a folder, in the order of their names. */
#ifndef LIMBER_FOLDER_H
#define LIMBER_FOLDER_H

#include <dirent.h>

/* How many, and which; none where there is no such folder. Negative errno, and nothing to free. */
int folder_list(const char *folder, struct dirent ***ret);
/* Likewise those that are left out of it though they are named alike: conflict copies of programs
 * that synchronise, what editors leave, "x.conf~". */
int folder_list_passed(const char *folder, struct dirent ***ret);
void folder_free(struct dirent **names, int count);

/* "FOLDER/NAME" on the heap, NULL without memory. */
char *folder_path(const char *folder, const char *name);

#endif
