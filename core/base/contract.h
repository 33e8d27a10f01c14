/*
 * What the daemon and its clients agree on: names on the bus, errors, exit codes. The interface
 * itself is dbus/org.limberd.Limber1.xml; a test holds the running daemon against it.
 */
#ifndef LIMBER_CONTRACT_H
#define LIMBER_CONTRACT_H

#define LIMBER_BUS_NAME "org.limberd.Limber1"
#define LIMBER_PATH "/org/limberd/Limber1"
#define LIMBER_PATH_REMINDERS LIMBER_PATH "/reminder"
#define LIMBER_MANAGER LIMBER_BUS_NAME ".Manager"
#define LIMBER_REMINDER LIMBER_BUS_NAME ".Reminder"

#define LIMBER_ERROR LIMBER_BUS_NAME ".Error."
#define LIMBER_ERROR_NO_SUCH_REMINDER LIMBER_ERROR "NoSuchReminder"
#define LIMBER_ERROR_BAD_VALUE LIMBER_ERROR "BadValue" /* a text that is none of its kind */
#define LIMBER_ERROR_REFUSED LIMBER_ERROR "Refused"    /* understood, and not now */
#define LIMBER_ERROR_BAD_CONFIGURATION LIMBER_ERROR "BadConfiguration"

/* In the folder of the store: why no card has been seen for days, a line. limberd writes it, limber
 * reads it. */
#define LIMBER_SILENT "silent"

/* The buttons of a card by the names of their actions. */
#define LIMBER_BUTTON_DONE "done"
#define LIMBER_BUTTON_LATER "later"
#define LIMBER_BUTTON_SKIP "skip" /* on no card: closing it is skip; but clients may send it */
#define LIMBER_BUTTON_ANOTHER "another"
#define LIMBER_BUTTON_START "start" /* a routine; also: go on with it */
#define LIMBER_BUTTON_PAUSE "pause"
#define LIMBER_BUTTON_EASIER "easier"
#define LIMBER_BUTTON_HURT "hurt"
#define LIMBER_BUTTON_CLOSE "close"

/* What a card on the screen needs of a session's environment: what Attach takes, for an array. */
#define LIMBER_SESSION_VARIABLES                                                                   \
	"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE",     \
		"DESKTOP_SESSION"

/* The language of a session; all of them together: one that is empty is not set there. */
#define LIMBER_LANGUAGE_VARIABLES "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_TIME"

/* Exit codes of limber, in limber(1). */
enum exit_code {
	EXIT_FINE = 0,
	EXIT_REFUSED = 1,   /* asked for something that cannot be, now or at all */
	EXIT_USAGE = 2,     /* a command that does not exist, or not so */
	EXIT_NO_DAEMON = 3, /* limberd is not running, or off */
	EXIT_NO_BUS = 4,    /* no session bus */
};

#endif
