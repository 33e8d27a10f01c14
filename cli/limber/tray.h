/* The icon in the panel, for the login. */
#ifndef LIMBER_CLI_TRAY_H
#define LIMBER_CLI_TRAY_H

#include "cli/shared/command.h"

/* Starts limber-tray where it is enabled, for sessions that do not reach graphical-session.target.
 */
void tray_attach(struct command *command);

#endif
