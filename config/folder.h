/* The *.conf files of a folder, sorted by name. */
#ifndef LIMBER_FOLDER_H
#define LIMBER_FOLDER_H

#include <dirent.h>

/* Set *ret to the files; 0 if there is no such folder. Return their number, or negative errno with
 * nothing to free. */
int folder_list(const char *folder, struct dirent ***ret);
/* As folder_list(), but the ignored files: conflict copies of programs that synchronise, backups of
 * editors, "x.conf~". */
int folder_list_ignored(const char *folder, struct dirent ***ret);
void folder_free(struct dirent **names, int count);

/* Return "FOLDER/NAME", to be freed; NULL: out of memory. */
char *folder_path(const char *folder, const char *name);

#endif
