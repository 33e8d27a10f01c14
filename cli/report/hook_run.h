/*
 * Runs the commands of the group `hooks`: a few at a time, each in a process group of its own, with
 * a time limit; the others wait, up to a bound. No shell reads what an event says.
 */
#ifndef LIMBER_REPORT_HOOK_RUN_H
#define LIMBER_REPORT_HOOK_RUN_H

#include <systemd/sd-event.h>

#include "config/hooks.h"

enum { HOOKS_RUNNING = 4, HOOKS_WAITING = 32 };

/* What a command is told; limber.conf(5) has their names. */
enum hook_word {
	HOOK_WORD_EVENT,
	HOOK_WORD_REMINDER,
	HOOK_WORD_CARD,
	HOOK_WORD_TITLE,
	HOOK_WORD_OUTCOME,
	HOOK_WORD_STEP,
	HOOK_WORD_STEPS,
	HOOK_WORD_SIDE,
	HOOK_WORD_AT,
	HOOK_WORDS
};

struct hook_event {
	enum hook hook;
	const char *words[HOOK_WORDS]; /* NULL: not of this event; EVENT is set by hooks_take() */
};

struct hooks;

/* `event` has SIGCHLD blocked. Negative errno. */
int hooks_new(sd_event *event, struct hooks **ret);

/* Kills what still runs. */
struct hooks *hooks_free(struct hooks *hooks);

/* The commands from now on; returns how many there are. What runs or waits goes on as it was. */
int hooks_set(struct hooks *hooks, const struct config *config);

void hooks_take(struct hooks *hooks, const struct hook_event *event);

#endif
