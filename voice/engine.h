/*
 * What makes cues heard. Each call may block, as its server may hang: main.c limits it by alarm(2).
 */
#ifndef LIMBER_VOICE_ENGINE_H
#define LIMBER_VOICE_ENGINE_H

#include <stddef.h>

enum { WHY_SIZE_MOST = 512 };

enum sound {
	SOUND_PART,  /* a part begins, with its change-over */
	SOUND_BEGIN, /* its time, or the next repetition, begins */
	SOUND_OVER,
};

struct engine {
	/* Connect; -1: why has the reason, a sentence. */
	int (*open)(char why[WHY_SIZE_MOST]);
	/* What is still heard ends, and this begins. An engine has one of the two. */
	int (*say)(const char *text);
	int (*sound)(enum sound sound);
	/* Be silent. */
	void (*hush)(void);
	/* The last one is heard to its end after this process exits, or was. */
	void (*finish)(void);
	/* After open(): what will be heard; -1: why has what is missing. */
	int (*check)(char why[WHY_SIZE_MOST]);
};

extern const struct engine speech; /* with libspeechd */
extern const struct engine tone;   /* with libcanberra */

/* The language of the translations in use: "de", "pt-BR"; "en" without one. */
const char *engine_language(void);

#endif
