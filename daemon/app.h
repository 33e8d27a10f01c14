/*
 * The application: everything limberd holds, and the only caller of the step.
 *
 * Adapters (clock, logind, notifier, displays, watch, bus) call back; it makes an event of that,
 * steps, saves, and carries the actions out. Any adapter and the store may be NULL, as in tests.
 */
#ifndef LIMBER_APP_H
#define LIMBER_APP_H

#include <sys/types.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>
#include <time.h>

#include "config/answers.h"
#include "config/change.h"
#include "core/model/diary_sum.h"
#include "core/policy/cue.h"
#include "core/policy/result.h"
#include "core/words/words.h"
#include "daemon/adapters/awake.h"
#include "daemon/adapters/clock.h"
#include "daemon/adapters/displays.h"
#include "daemon/adapters/dnd.h"
#include "daemon/adapters/idle.h"
#include "daemon/adapters/inhibit.h"
#include "daemon/adapters/lock.h"
#include "daemon/adapters/logind.h"
#include "daemon/adapters/notifier.h"
#include "daemon/adapters/pads.h"
#include "daemon/adapters/recorders.h"
#include "daemon/adapters/system_bus.h"
#include "daemon/adapters/voice.h"
#include "daemon/adapters/watch.h"
#include "store/store.h"

enum silent { SILENT_UNKNOWN, SILENT_NO, SILENT_YES };
enum { SILENT_SIZE = 1024 };

/* Identifies one version of a file. */
struct own_file {
	ino_t inode; /* 0: no file */
	struct timespec written;
};

struct app {
	const char *version;

	/* The adapters, and the store */
	sd_event *event;
	sd_bus *bus;
	struct clock *clock;
	struct system_bus *system_bus;
	struct idle *idle;
	struct pads *pads;
	struct logind *logind;
	struct levels *lock;
	struct awake *awake;
	struct levels *dnd;
	struct inhibit *inhibit;
	struct recorders *recorders;
	struct notifier *notifier;
	struct voice *voice;
	struct displays *displays;
	struct watch *watch; /* of the files of the configuration */
	struct store *store;

	/* The state, and the steps */
	char boot_id[BOOT_ID_SIZE];
	struct state state;
	bool running; /* the start is over: what a step changes is saved */
	struct moment started;
	bool has_session; /* logind reports the lock of the session */
	usec slept;       /* clock_slept() of the last step */
	char status[256]; /* the last STATUS= line */

	/* The configuration */
	struct config_layers layers;
	struct config *config;
	struct own_file own;                /* CHANGE_FILE as limberd wrote it last */
	struct config_errors config_errors; /* of the last load; the plan is then an older one */
	bool hidden; /* a bad file hid reminders at the start: keep their rows in the store */

	/* The store */
	char *store_moved;           /* where a damaged store was put, as it was logged */
	bool lost_logged;            /* store_lost() was logged */
	bool unshared_logged;        /* store_is_unshared() was logged */
	bool unread;                 /* the store could not be read, so nothing is saved */
	struct store_cursor checked; /* how far app_check_store() is */
	int32_t trimmed;             /* the day on which the last old row was deleted */
	int saves_busy;              /* in a row that met another writer */
	int save_error;              /* negative errno of the last save, 0: all is stored */
	struct record *unsaved;      /* rows that wait for a save that works */
	size_t unsaved_count;
	bool others_known;
	int64_t others; /* store_others() when the state was last held against the store */

	/* Undo */
	struct change_undo *change_undo; /* the changes of the configuration, the last one first */
	int changes_newer;       /* so many of them were made after the step in state.undo */
	bool undo_change;        /* the step that is fresh was a change of the configuration */
	bool undo_fresh;         /* the last request was the step that `limber undo` takes back */
	struct boottime undo_at; /* when it was */
	char undo_instead[96];   /* the command that undoes the last request; "": none does */

	/* What no display showed, and no voice said */
	enum silent silent;             /* whether the file LIMBER_SILENT exists */
	char silent_words[SILENT_SIZE]; /* its content */
	char *no_card_why;              /* why the last card could not be shown */
	struct cue_place cue;           /* as last sent to limber-voice */
	char *unheard_why;              /* why the last routine could not be heard */
	uint64_t unheard_card;          /* the card of that */

	/* Sums of the history */
	struct {
		uint64_t card; /* the card that has these lines */
		int32_t day;   /* of that card: no other one of the day has them */
		char line[SENTENCE_SIZE + 32], offer[SENTENCE_SIZE]; /* "": none */
	} week;
	struct diary_sum diary; /* see diary.h */
	bool diary_known;       /* it has all rows up to now */
};

/* gettext(), except that "" stays "". */
const char *gettext_words(const char *english);

static inline const struct plan *app_plan(const struct app *app)
{
	return config_plan(app->config);
}

/* Load the configuration, without the files that have errors; these are kept in config_errors.
 * Never -EINVAL. */
int app_load(struct app *app);

/* Read the saved state, or begin a fresh one, and step EVENT_START. */
int app_start(struct app *app);

/* After READY=1: save what the start changed, and connect the adapters that need other services. */
void app_ready(struct app *app);

/* Step EVENT_STOP, save, and free everything. */
void app_finish(struct app *app);

/*
 * One step at clock_now(). A negative errno when the new state could not be saved: it is in force,
 * and is saved with the next step that can.
 */
int app_send(struct app *app, struct event *event, struct result *ret);

/* The same without a result; an error of the save is only logged. */
void app_take(struct app *app, struct event event);
void app_send_plain(struct app *app, enum event_kind kind);
void app_send_card(struct app *app, enum event_kind kind, uint64_t card);

/* Note a request: whether `limber undo` takes back its step. */
void app_asked(struct app *app, bool undoable);

/* Save the state after something else than a step changed it. */
void app_keep(struct app *app);

/* Keep why no card could be shown, and log it if that is another reason than before: it is tried
 * again without end. reminder: its name, NULL where it is not known. */
void app_no_card(struct app *app, const char *reminder, const char *why);

/* A card was shown. */
void app_card_seen(struct app *app);

/* Read the configuration again. -EINVAL: it has errors (config_errors), and the old plan stays. */
int app_reload(struct app *app);

/* Take a variable of a desktop session over, unless its name is not a known one; and after the last
 * of them, try to show cards and look for sources of input again. */
int app_attach(const char *name, const char *value);
void app_attached(struct app *app);

/* Take the language from the environment; LC_NUMERIC stays "C". */
void app_set_language(void);

/* Register a bus client as a display; after the reply to it call display_registered(). */
int app_add_display(struct app *app, const char *client, uint64_t *ret);

/* Whether it is known, without trying, that no display can show a card. */
static inline bool app_shows_nowhere(const struct app *app)
{
	return notifier_absent(app->notifier) && displays_count(app->displays) == 0;
}

/* The callbacks of the adapters; `user` is the app. */
extern const struct clock_events app_clock_events;
extern const struct system_bus_events app_system_bus_events;
extern const struct idle_events app_idle_events;
extern const struct logind_events app_logind_events;
extern const struct notifier_events app_notifier_events;
extern const struct awake_events app_awake_events;
extern const struct inhibit_events app_inhibit_events;
levels_changed app_lock_changed, app_dnd_changed;
pads_played app_played;
recorders_changed app_recorders_changed;
void app_fullscreen_changed(void *user, bool known, bool on);

/* Reload because a file of the configuration changed, unless that was the write that
 * app_config_written() saw. name: the only file that changed, in the folder of layers; or NULL. */
void app_config_changed(void *user, const char *name);

/* limberd wrote CHANGE_FILE itself and has taken its text over. */
void app_config_written(struct app *app);

/* Connect the adapters of lockers, inhibitors and do-not-disturb, and read the microphones. Only
 * after app_start(): EVENT_START forgets what they report. */
void app_watch_busy(struct app *app);

/* Read lock, sleep, inhibitors and do-not-disturb again from their owners. */
void app_read_levels(struct app *app);

/* Read the microphones and the sound server's programs that record, and step the result. */
void app_read_calls(struct app *app);

/* Watch the files of the layers, through all links. Called again: resolve the links again. */
void app_watch(struct app *app);

/* If the files cannot be watched: try again, and read those that changed. */
void app_look(struct app *app);

/* Why the files cannot be watched, for people; "" if they are. */
const char *app_unwatched(const struct app *app);

/* Load the stored state, fitted to a plan. 1; 0: nothing is stored; negative errno. */
int app_stored_state(const struct app *app, const struct plan *plan, struct state *ret);

/* Log problems of the store, once each. */
void app_log_store(struct app *app);

/* Read the store, which failed at the start, and continue from what it holds. */
void app_read_late(struct app *app);

/* After an unclean end: read all rows of the store in small parts while the loop is idle. */
void app_check_store(struct app *app);

/* If another program wrote to the store (limber forget, an import) or at the start: step
 * EVENT_RECOUNT. Called before what depends on it; costs a query where nothing was written. */
void app_follow_store(struct app *app);

/* Delete rows that are older than the setting `keep`. */
void app_trim(struct app *app);

/* Give a reminder that is in the plan again its state back; its times since are skipped. Does
 * nothing for a name that is "" or not in the plan. */
void app_bring_back(struct app *app, const struct reminder_state *was);

/* Replace the configuration. */
void app_take_config(struct app *app, struct config *config);

#endif
