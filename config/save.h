/* A file replaced as a whole: whoever reads it sees the old text or the new one, never half. */
#ifndef LIMBER_SAVE_H
#define LIMBER_SAVE_H

/*
 * Write `text` to `path`, 0600, in folders of 0700 that are made where they are missing. NULL
 * removes the file, which may be gone already. A symbolic link stays, and what it names is
 * replaced, or with NULL becomes empty. 0 when the bytes and the name are on the disk; negative
 * errno, and then the old file is untouched; a positive one when the new text is in its place but
 * the disk did not confirm the name: a power cut may bring the old file back.
 */
int save_text(const char *path, const char *text);

#endif
