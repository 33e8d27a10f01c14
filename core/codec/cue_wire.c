/* What limberd and limber write and limber-voice reads. */
#include "core/codec/cue_wire.h"

#include <string.h>

static const char *const words[CUES_COUNT] = { "off", "tone", "voice" };

bool cue_write(struct wire_writer *writer, const struct cue *cue)
{
	wire_begin(writer);
	wire_add(writer, "cue", words[cue->cues]);
	if (cue->say[0] != '\0')
		wire_add(writer, "say", cue->say);
	if (cue->clock.length > 0)
		wire_add_clock(writer, &cue->clock);
	if (cue->last)
		wire_add(writer, "last", "1");
	return wire_end(writer);
}

bool cue_read(const struct wire_message *message, struct cue *ret)
{
	const char *word = wire_value(message, "cue"), *say = wire_value(message, "say");
	int cues = CUES_OFF;
	while (word && cues < CUES_COUNT && strcmp(words[cues], word) != 0)
		cues++;
	*ret = (struct cue){ .last = wire_value(message, "last") != NULL };
	if (!word || cues == CUES_COUNT || (say && strlen(say) >= sizeof(ret->say)))
		return false;
	ret->cues = (enum cues)cues;
	if (say)
		memcpy(ret->say, say, strlen(say) + 1);
	(void)wire_clock(message, &ret->clock);
	return true;
}
