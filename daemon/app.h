/*
 * The application: everything limberd holds, and the only caller of the step.
 *
 * Adapters (clock, logind, notifier, displays, watch, bus) tell it what happened; it makes an
 * event of that, steps, saves, and carries the actions out. Any adapter and the store may be
 * missing (NULL): then nothing comes from there and nothing goes there. Tests use that.
 */
#ifndef LIMBER_APP_H
#define LIMBER_APP_H

#include <sys/types.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>
#include <time.h>

#include "config/config.h"
#include "core/policy/result.h"
#include "daemon/adapters/awake.h"
#include "daemon/adapters/clock.h"
#include "daemon/adapters/displays.h"
#include "daemon/adapters/dnd.h"
#include "daemon/adapters/idle.h"
#include "daemon/adapters/inhibit.h"
#include "daemon/adapters/lock.h"
#include "daemon/adapters/logind.h"
#include "daemon/adapters/notifier.h"
#include "daemon/adapters/system_bus.h"
#include "daemon/adapters/watch.h"
#include "store/store.h"

enum silent { SILENT_UNKNOWN, SILENT_NO, SILENT_YES };
enum { SILENT_SIZE = 1024 };

/* Which file it was, and when written. */
struct own_file {
	ino_t inode; /* 0: there is none */
	struct timespec written;
};

struct app {
	const char *version;
	sd_event *event;
	sd_bus *bus;
	struct clock *clock;
	struct system_bus *system_bus;
	struct idle *idle;
	struct logind *logind;
	struct lock *lock;
	struct awake *awake;
	struct dnd *dnd;
	struct inhibit *inhibit;
	struct notifier *notifier;
	struct displays *displays;
	struct watch *watch; /* of the configuration */
	struct store *store;

	char boot_id[BOOT_ID_SIZE];
	struct config_layers layers;
	struct config *config;
	struct own_file own;                /* of CHANGE_FILE, when we wrote it last */
	struct config_errors config_errors; /* of the last load; the plan is then an older one */
	struct state state;
	bool hidden;  /* a bad file hid reminders at the start: what is stored of them is kept */
	bool running; /* the start is over: what a step changes is saved */
	struct moment started;
	bool has_session;               /* logind tells of its lock */
	usec slept;                     /* clock_slept() of the last step */
	char *store_moved;              /* where a damaged store was put, as it was logged */
	bool lost_told, unshared_told;  /* likewise */
	bool unread;                    /* what is stored could not be read, so nothing is saved */
	struct store_cursor checked;    /* how far app_check_store() is */
	enum silent silent;             /* whether LIMBER_SILENT is there */
	char silent_words[SILENT_SIZE]; /* and what stands in it */
	char *no_card_why;              /* why the last card could not be shown */
	int save_error;                 /* negative errno of the last save, 0: all is stored */
	struct record *unsaved;         /* rows that wait for a save that works */
	size_t unsaved_count;
	struct change_undo *change_undo; /* the last request was a change of the configuration */
	bool undo_fresh;          /* the last request was the step that `limber undo` takes back */
	struct boottime undo_at;  /* when it was */
	const char *undo_instead; /* a command that ends what the last request began; NULL: none */
	char status[256];         /* the last STATUS= line */
};

/* gettext, as core's words want a translator. */
const char *gettext_words(const char *english);

static inline const struct plan *app_plan(const struct app *app)
{
	return config_plan(app->config);
}

/* Load the configuration, or what of it is good. -EINVAL never comes back; errors are kept. */
int app_load(struct app *app);

/* Read the saved state, or begin a fresh one, and take EVENT_START in. */
int app_start(struct app *app);

/* What READY need not wait for: save what the start changed, and watch what goes on outside. */
void app_ready(struct app *app);

/* Take EVENT_STOP in, save, and give everything back. */
void app_finish(struct app *app);

/*
 * One step with the present moment. 0; or a negative errno when what it brought about could not
 * be stored: it has happened all the same, and is stored with the next save that works.
 */
int app_send(struct app *app, struct event *event, struct result *ret);

/* The same for events that say nothing more, or only which card; what cannot be stored is logged.
 */
void app_send_plain(struct app *app, enum event_kind kind);
void app_send_card(struct app *app, enum event_kind kind, uint64_t card);

/* Something was asked for: a step that `limber undo` takes back, or anything else. */
void app_asked(struct app *app, bool undoable);

/* Store the state as it is, where something else than a step changed it. */
void app_keep(struct app *app);

/* Remember why no card could be shown; NULL: one was. */
void app_no_card(struct app *app, const char *why);

/* Read the configuration again. -EINVAL: it is bad (config_errors) and the old plan runs on. */
int app_reload(struct app *app);

/* The environment of a desktop session came: worth trying to show a card now. */
int app_attach(const char *name, const char *value); /* others than the known ones: nothing */
void app_attached(struct app *app);

/* In the language of the environment from now on; numbers stay as in C. */
void app_speak(void);

/* A bus client becomes a display; once it knows: display_came(). */
int app_add_display(struct app *app, const char *client, uint64_t *ret);

/* Cards can be shown nowhere, and no trial is needed to know. */
static inline bool app_shows_nowhere(const struct app *app)
{
	return notifier_absent(app->notifier) && displays_count(app->displays) == 0;
}

/* What the card that is up looks like. */
void app_card_content(const struct app *app, struct card_content *ret);

/* The callbacks of the adapters; `user` is the app. */
extern const struct clock_events app_clock_events;
extern const struct system_bus_events app_system_bus_events;
extern const struct idle_events app_idle_events;
extern const struct logind_events app_logind_events;
extern const struct lock_events app_lock_events;
extern const struct notifier_events app_notifier_events;
extern const struct awake_events app_awake_events;
extern const struct dnd_events app_dnd_events;
extern const struct inhibit_events app_inhibit_events;

/* A file of the configuration changed; `name`: only this one of the folder of layers, or NULL. What
 * app_config_written() has seen is no news. */
void app_config_changed(void *user, const char *name);

/* The file that commands write was written, and its text taken over. */
void app_config_written(struct app *app);

/* Watch the lockers and what keeps cards back from outside; after app_start(), which forgets what
 * was told. */
void app_watch_busy(struct app *app);

/* Ask those who tell of a lock, of sleep, of a film and of do-not-disturb again. */
void app_read_levels(struct app *app);

/* Look at the microphones and take that in. */
void app_read_calls(struct app *app);

/* Watch the layers that are files, through all links; again: look anew where they lead. */
void app_watch(struct app *app);

/* Where they cannot be watched: try again, and read those that are not as they were. */
void app_look(struct app *app);

/* Why they cannot be watched, for people; "": they are. */
const char *app_unwatched(const struct app *app);

/* A reminder that is in the plan again is as it was; its times in between are dealt with. Without a
 * name, or of one that is not there: nothing. */
/* What is stored, by a plan: 1, 0: nothing, negative errno. */
int app_stored_state(const struct app *app, const struct plan *plan, struct state *ret);

/* app_store.c. Log what has become of the store, once each. */
void app_tell_store(struct app *app);
/* Try again to read what is stored, when that failed at the start, and go on from it. */
void app_read_late(struct app *app);
/* After an unclean end, read all rows bit by bit while nothing else is to be done. */
void app_check_store(struct app *app);

void app_bring_back(struct app *app, const struct reminder_state *was);

/* Run a new configuration from now on. */
void app_take_config(struct app *app, struct config *config);

#endif
