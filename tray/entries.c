/* Few and always the same; only what makes no sense now is left out. */
#include "tray/entries.h"

#include <string.h>

#include "cli/shared/say.h"
#include "core/base/translate.h"

enum { RUNS = 1 << 0, PAUSED = 1 << 1, OFF = 1 << 2, ALWAYS = RUNS | PAUSED | OFF };

const struct entry entries[] = {
	{ "", CLICK_NONE, ALWAYS },
	{ NULL, CLICK_NONE, ALWAYS },
	{ N_("Done"), CLICK_DONE, RUNS },
	{ N_("Later"), CLICK_LATER, RUNS },
	{ N_("Start a stretch now"), CLICK_START, RUNS | PAUSED },
	{ NULL, CLICK_NONE, RUNS },
	{ N_("Pause for an hour"), CLICK_PAUSE_HOUR, RUNS },
	{ N_("Pause until tomorrow"), CLICK_PAUSE_DAY, RUNS | PAUSED },
	{ N_("End the pause"), CLICK_RESUME, PAUSED },
	{ N_("Start Limber"), CLICK_ON, OFF },
	{ NULL, CLICK_NONE, ALWAYS },
	{ N_("Today"), CLICK_TODAY, RUNS | PAUSED },
	{ N_("Settings file"), CLICK_SETTINGS, ALWAYS },
	{ N_("Check Limber"), CLICK_DOCTOR, ALWAYS },
};

const int entries_count = sizeof(entries) / sizeof(entries[0]);

const struct entry *entry_find(int id)
{
	return id >= 1 && id <= entries_count ? &entries[id - 1] : NULL;
}

bool entry_visible(const struct entry *entry, const struct face *face)
{
	unsigned now = face->icon.state == ICON_OFF ? OFF : face->paused ? PAUSED : RUNS;
	return (entry->when & now) != 0;
}

void entry_label(const struct entry *entry, const struct face *face, char out[ENTRY_LABEL])
{
	const char *text = entry->label[0] ? gettext(entry->label) : face->next;
	for (; *text; text++) {
		if (*text == '_')
			*out++ = '_';
		*out++ = *text;
	}
	*out = '\0';
}
