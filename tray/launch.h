/* Starts programs: the command in a terminal, or by itself. */
#ifndef LIMBER_TRAY_LAUNCH_H
#define LIMBER_TRAY_LAUNCH_H

struct tray;

/* `limber WORDS` in a terminal, which stays open as a shell; one that fails at once is reported by
 * a notification. Negative errno: none could be started. */
int launch_terminal(struct tray *tray, const char *words);

/* `limber on`; a failure appears as a notification. Negative errno. */
int launch_on(struct tray *tray);

#endif
