/* The events that commands of the user are run at, as in the key table. */
#ifndef LIMBER_CONFIG_HOOK_H
#define LIMBER_CONFIG_HOOK_H

enum hook { HOOK_CARD, HOOK_ANSWER, HOOK_AWAY, HOOK_BACK, HOOK_STEP, HOOK_COUNT };

#endif
