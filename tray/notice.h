/* A notification, for what a click could not do. */
#ifndef LIMBER_TRAY_NOTICE_H
#define LIMBER_TRAY_NOTICE_H

#include "cli/shared/say.h"

struct tray;

/* Sends it and waits for nothing; without a notification server it is lost. */
void notice(struct tray *tray, const char *text);
void notice_no_terminal(struct tray *tray);

#endif
