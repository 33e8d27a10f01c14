/* The store, the configuration, clock and zone. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/report/current.h"
#include "cli/report/doctor.h"
#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "config/config.h"
#include "core/base/translate.h"
#include "store/store.h"

/* The greatest age of the status. */
#define CLOCKS_APART (30 * USEC_PER_SEC)

void path_say(const char *text, char out[FINDING_SIZE])
{
	const char *home = getenv("HOME");
	size_t length = home ? strlen(home) : 0, at = 0;
	while (*text && at < FINDING_SIZE - 1) {
		bool inside = length > 1 && strncmp(text, home, length) == 0 && text[length] == '/';
		out[at++] = inside ? '~' : *text;
		text += inside ? length : 1;
	}
	out[at] = '\0';
}

static int missing_add(int32_t day, int64_t missing, void *user)
{
	int64_t *sum = user;
	(void)day;
	*sum += missing;
	return 0;
}

/* Rows that a damaged page lost are fewer than the sums of their days have. */
static void store_count(const char *folder, struct store *store, struct findings *findings)
{
	char text[256];
	int64_t missing = 0;
	(void)store_missing(store, INT32_MIN, INT32_MAX, missing_add, &missing);
	if (missing == 0) {
		finding_add(findings, "store", FINDING_OK, folder, NULL);
		return;
	}
	(void)!snprintf(
		text, sizeof(text),
		ngettext("%lld row of history is lost with a damaged page. Which day: limber "
			 "log year",
			 "%lld rows of history are lost with a damaged page. Which days: "
			 "limber log year",
			 (unsigned long)missing),
		(long long)missing);
	finding_add(findings, "store", FINDING_LIMITED, folder, text);
}

static void store_describe(const char *folder, int opened, struct store *store,
			   struct findings *findings)
{
	if (opened == -ENOENT)
		finding_add(findings, "store", FINDING_OK, _("Nothing is stored yet."), NULL);
	else if (opened == STORE_NEWER)
		finding_add(findings, "store", FINDING_MISSING, folder,
			    _("A newer Limber wrote it: update this one."));
	else if (opened < 0)
		finding_add(findings, "store", FINDING_MISSING, folder,
			    opened == -EBADMSG
				    ? _("It is damaged: limberd puts it aside at its next "
					"start.")
				    : strerror(-opened));
	else if (access(folder, W_OK) < 0)
		finding_add(findings, "store", FINDING_MISSING, folder,
			    _("It cannot be written: give yourself write access to it."));
	else if (store_is_unshared(store))
		finding_add(findings, "store", FINDING_LIMITED, folder,
			    _("That file system has no locks or no shared memory: a report and a "
			      "save may have to be tried again."));
	else
		store_count(folder, store, findings);
}

void check_store(const struct patient *patient, struct findings *findings)
{
	BUS_CLEANUP(bus_free) char *folder = NULL;
	struct store *store = NULL;
	const char *trouble = patient->status ? patient->status->store_trouble : "";
	int r = store_folder(&folder);
	if (r < 0) {
		finding_add(findings, "store", FINDING_MISSING, _("There is no home folder."),
			    _("Set HOME to one."));
		return;
	}
	if (trouble[0]) {
		finding_add(findings, "store", FINDING_MISSING, folder, trouble);
		return;
	}
	int opened = store_open_to_read(folder, &store);
	store_describe(folder, opened, store, findings);
	store_free(store);
}

static void errors_describe(const struct config_errors *errors, struct findings *findings)
{
	for (size_t i = 0; i < errors->count && i < 3; i++)
		finding_add(findings, "configuration", FINDING_MISSING, errors->lines[i],
			    i == 0 ? "limber config edit" : NULL);
}

/* Only without limberd, which reports the files that it skips itself. */
static void skipped_describe(const struct config_layers *layers, struct findings *findings)
{
	struct config *config = NULL;
	struct config_errors errors;
	char what[FINDING_SIZE];
	if (config_load_start(layers, &config, &errors) < 0)
		return;
	words_fill(what, sizeof(what), _("limberd would start without {what}."), "what",
		   config_skipped(config), NULL);
	finding_add(findings, "configuration", FINDING_LIMITED, what,
		    config_is_careful(config) ? _("That may be about your health, so only walks "
						  "and short pauses come until then.")
					      : NULL);
	config_errors_finish(&errors);
	config_free(config);
}

/* The configuration is valid: its file, and whether limberd notices a save. */
static void configuration_describe(const struct config_layers *layers,
				   const struct patient *patient, struct findings *findings)
{
	char target[1];
	const char *file = layers->user ? layers->user : layers->system;
	const char *trouble = patient->status ? patient->status->watch_trouble : "";
	bool there = layers->user && access(layers->user, F_OK) == 0;
	bool dangles = layers->user && !there && readlink(layers->user, target, 1) >= 0;
	if (dangles)
		finding_add(findings, "configuration", FINDING_LIMITED, file,
			    _("It is a link to a file that is not there: the built-in one holds."));
	else if (trouble[0])
		finding_add(findings, "configuration", FINDING_LIMITED,
			    _("A save of it is noticed with the next command only."), trouble);
	else
		finding_add(findings, "configuration", FINDING_OK,
			    there ? file
				  : _("It is the built-in one; what you change goes on top."),
			    NULL);
}

static void passed_describe(const struct config_layers *layers, struct findings *findings)
{
	struct config_errors passed = { 0 };
	config_ignored_files(layers, &passed);
	for (size_t i = 0; i < passed.count && i < 3; i++)
		finding_add(findings, "configuration", FINDING_LIMITED, passed.lines[i],
			    i == 0 ? _("Delete it, or give it another name.") : NULL);
	config_errors_finish(&passed);
}

/* Answers to the health questions that are lost. */
static void missing_describe(const struct answers *lost, struct findings *findings)
{
	char missing[ANSWERS_SIZE];
	answers_lost_say(lost, missing);
	finding_add(findings, "health", FINDING_LIMITED, missing, NULL);
}

void check_configuration(const struct patient *patient, struct findings *findings)
{
	struct config_layers layers;
	struct config_errors errors = { 0 };
	struct config *config = NULL;
	struct answers lost;
	if (current_layers(&layers, &lost) < 0)
		return;
	int r = config_load(&layers, &config, &errors);
	if (r == -EINVAL) {
		errors_describe(&errors, findings);
		if (!patient->status)
			skipped_describe(&layers, findings);
	} else if (r == 0) {
		configuration_describe(&layers, patient, findings);
		if (layers.careful && !patient->status) /* else limberd reports it */
			missing_describe(&lost, findings);
		else if (!layers.careful && !config_plan(config)->setup_done)
			finding_add(findings, "health", FINDING_LIMITED,
				    _("The health questions are not answered."), "limber health");
	}
	passed_describe(&layers, findings);
	config_free(config);
	config_errors_finish(&errors);
	config_layers_finish(&layers);
}

/* The two clocks that limberd reads. The difference of the monotonic ones is how long the machine
 * slept.
 */
static void check_clocks(const struct patient *patient, struct findings *findings)
{
	char what[FINDING_SIZE], wall[64], up[LENGTH_SIZE], asleep[LENGTH_SIZE];
	/* In this order, so that the clock that stops in sleep is never ahead. */
	usec awake = when_clock_us(CLOCK_MONOTONIC), boot = when_clock_us(CLOCK_BOOTTIME);
	usec slept = boot - awake, real = when_clock_us(CLOCK_REALTIME);
	time_t seconds = (time_t)(real / USEC_PER_SEC);
	struct tm local = { 0 };
	strftime(wall, sizeof(wall), "%F %H:%M %z", localtime_r(&seconds, &local));
	length_say(boot / USEC_PER_MIN * USEC_PER_MIN, up);
	length_say(slept / USEC_PER_MIN * USEC_PER_MIN, asleep);
	words_fill(what, sizeof(what),
		   _("The wall clock says {wall}; {up} since the boot, {asleep} of that asleep."),
		   "wall", wall, "up", up, "asleep", asleep, NULL);
	usec ahead = patient->status ? real - (usec)patient->status->now : 0;
	bool other = ahead < 0 || ahead > CLOCKS_APART;
	finding_add(findings, "clocks", other ? FINDING_LIMITED : FINDING_OK, what,
		    other ? _("limberd has another wall clock.") : NULL);
}

/* limberd has a zone of its own; TZ may set another one in this session. */
void check_time(const struct patient *patient, struct findings *findings)
{
	char what[FINDING_SIZE];
	const char *zone = getenv("TZ");
	check_clocks(patient, findings);
	if (!patient->status)
		return;
	(void)!snprintf(what, sizeof(what), _("limberd is in the zone %s."), patient->status->zone);
	if (zone && zone[0] && strcmp(zone[0] == ':' ? zone + 1 : zone, patient->status->zone) != 0)
		finding_add(findings, "zone", FINDING_LIMITED, what,
			    _("TZ in this shell names another one."));
	else
		finding_add(findings, "zone", FINDING_OK, what, NULL);
}
