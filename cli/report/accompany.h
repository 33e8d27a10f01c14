/*
 * The cues of a routine in a terminal, by limber-voice. limberd says whether they may be heard,
 * every few seconds, as it alone knows of calls; without it nothing is heard. Nothing here waits.
 */
#ifndef LIMBER_REPORT_ACCOMPANY_H
#define LIMBER_REPORT_ACCOMPANY_H

#include "cli/shared/command.h"
#include "core/codec/cue_wire.h"

enum { ACCOMPANY_WHY_SIZE = 512 };

struct accompany {
	struct command *command;
	const char *item;
	bool voice; /* spoken whatever `cues` says */
	sd_event_source *timer, *input;
	sd_bus_slot *asked;
	sd_event *event;              /* NULL: nothing was begun */
	enum cues cues;               /* what may be heard now */
	bool heard;                   /* something was */
	bool failed;                  /* limber-voice was of no use, so it is not started again */
	char why[ACCOMPANY_WHY_SIZE]; /* why nothing is heard; "" */
	int wire;                     /* to limber-voice; -1: it does not run */
	struct wire_reader reader;
	/* What was announced, to see what is new. */
	const struct player *player;
	const struct play *play;
	struct play announced;
	int part;
	enum cues by;
};

/* player, play: read at each turn, for the whole life. */
void accompany_init(struct accompany *accompany, struct command *command, const char *item,
		    bool voice, const struct player *player, const struct play *play);

/* Ask limberd, and again and again from now on. */
void accompany_begin(struct accompany *accompany, sd_event *event);

/* Announce what is new; forget: also what was announced, as the steps are others. */
void accompany_turn(struct accompany *accompany, struct boottime now);
void accompany_forget(struct accompany *accompany);

/* The end. over: announce it; otherwise stop without a sound. Then `why` is final. */
void accompany_end(struct accompany *accompany, bool over);

void accompany_finish(struct accompany *accompany);

#endif
