/*
 * Names on the bus, errors and exit codes, for the daemon and its clients. The interface is
 * dbus/org.limberd.Limber1.xml; a test compares the running daemon with it.
 */
#ifndef LIMBER_CONTRACT_H
#define LIMBER_CONTRACT_H

#define LIMBER_BUS_NAME "org.limberd.Limber1"
#define LIMBER_PATH "/org/limberd/Limber1"
#define LIMBER_PATH_REMINDERS LIMBER_PATH "/reminder"
#define LIMBER_MANAGER LIMBER_BUS_NAME ".Manager"
#define LIMBER_REMINDER LIMBER_BUS_NAME ".Reminder"

/* The name that limber-tray has on the bus; what it registers with panels. */
#define LIMBER_TRAY_NAME LIMBER_BUS_NAME ".Tray"

#define LIMBER_ERROR LIMBER_BUS_NAME ".Error."
#define LIMBER_ERROR_NO_SUCH_REMINDER LIMBER_ERROR "NoSuchReminder"
#define LIMBER_ERROR_BAD_VALUE LIMBER_ERROR "BadValue"      /* an invalid argument */
#define LIMBER_ERROR_REFUSED LIMBER_ERROR "Refused"         /* valid, but not possible now */
#define LIMBER_ERROR_UNCONFIRMED LIMBER_ERROR "Unconfirmed" /* possible once it is confirmed */
#define LIMBER_ERROR_BAD_CONFIGURATION LIMBER_ERROR "BadConfiguration"

/* A file in the folder of the store, with a line why no card has been seen for days. limberd writes
 * it, limber reads it. */
#define LIMBER_SILENT "silent"

/* The actions of the buttons of a card. */
#define LIMBER_BUTTON_DONE "done"
#define LIMBER_BUTTON_LATER "later"
#define LIMBER_BUTTON_SKIP "skip" /* on no card: closing it is skip; but clients may send it */
#define LIMBER_BUTTON_ANOTHER "another"
#define LIMBER_BUTTON_START "start" /* start or continue a routine */
#define LIMBER_BUTTON_PAUSE "pause"
#define LIMBER_BUTTON_EASIER "easier"
#define LIMBER_BUTTON_HURT "hurt"
#define LIMBER_BUTTON_CLOSE "close"

/* The variables of a session that a card on its screen needs, taken by Attach; for an array. */
#define LIMBER_SESSION_VARIABLES                                                                   \
	"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE",     \
		"DESKTOP_SESSION"

/* The language of a session; Attach takes all of them, "" for one that is not set. */
#define LIMBER_LANGUAGE_VARIABLES "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_TIME"

/* Exit codes of limber, in limber(1). */
enum exit_code {
	EXIT_FINE = 0,
	EXIT_REFUSED = 1,   /* not possible, now or at all */
	EXIT_USAGE = 2,     /* an unknown command, or wrong arguments */
	EXIT_NO_DAEMON = 3, /* limberd is not running, or off */
	EXIT_NO_BUS = 4,    /* no session bus */
};

#endif
