/* The entries of the menu. */
#ifndef LIMBER_TRAY_ENTRIES_H
#define LIMBER_TRAY_ENTRIES_H

#include <stdbool.h>

#include "tray/click.h"
#include "tray/face.h"

struct entry {
	const char *label; /* English, marked; NULL: a line between; "": what comes next */
	enum click click;
	unsigned when; /* in which of these states of the face it is there */
};

/* The identifier of an entry is its index + 1: the same in each state. */
extern const struct entry entries[];
extern const int entries_count;

/* By identifier; NULL for none. */
const struct entry *entry_find(int id);

bool entry_visible(const struct entry *entry, const struct face *face);

enum { ENTRY_LABEL = 2 * FACE_NEXT };

/* Its text, translated, with _ doubled, since one marks a key. */
void entry_label(const struct entry *entry, const struct face *face, char out[ENTRY_LABEL]);

#endif
