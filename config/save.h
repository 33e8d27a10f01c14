/* Replace a file atomically: a reader sees either the old text or the new one. */
#ifndef LIMBER_SAVE_H
#define LIMBER_SAVE_H

/*
 * Write `text` to `path`, mode 0600; missing folders are created with 0700. NULL removes the file,
 * if it exists. A symbolic link is kept: its target is replaced, or emptied if `text` is NULL.
 * Return 0 once the bytes and the name are on the disk; negative errno, with the old file
 * unchanged; or a positive errno if the file was replaced but the disk did not confirm the new
 * name: a power cut may restore the old file.
 */
int save_text(const char *path, const char *text);

#endif
