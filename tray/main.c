/*
 * limber-tray: the icon of Limber in a panel. A client of limberd like any other; it links
 * libsystemd and nothing else, keeps nothing, and waits without polling for what is not there.
 * tray.h is the map of the files.
 */
#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/shared/say.h"
#include "tray/tray.h"

/* Of this size on, memory is a mapping of its own: a status and a picture are large and
 * short-lived. */
enum { LARGE = 4096 };

/* `limber`: beside this program in a folder that was built, else where it is installed. */
static char *limber_path(void)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - sizeof("limber"));
	path[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(path, '/');
	if (slash)
		memcpy(slash + 1, "limber", sizeof("limber"));
	return strdup(slash && access(path, X_OK) == 0 ? path : BINDIR "/limber");
}

/* Before each wait, what messages and a status needed goes back to the system. */
static int on_turn(sd_event_source *source, void *user)
{
	malloc_trim(0);
	return 0;
}

/* The name comes last: who sees it can call. */
static int tray_begin(struct tray *tray)
{
	TRY(sd_event_default(&tray->event));
	TRY(sd_event_add_post(tray->event, NULL, on_turn, NULL));
	TRY(sd_bus_open_user(&tray->bus));
	TRY(sd_bus_attach_event(tray->bus, tray->event, SD_EVENT_PRIORITY_NORMAL));
	TRY(sd_bus_set_exit_on_disconnect(tray->bus, true));
	TRY(sd_bus_request_name(tray->bus, LIMBER_TRAY_NAME, 0));
	TRY(menu_begin(tray));
	TRY(limberd_begin(tray));
	return item_begin(tray);
}

static void tray_finish(struct tray *tray)
{
	sd_event_source_unref(tray->timer);
	sd_bus_slot_unref(tray->asking);
	sd_bus_flush_close_unref(tray->bus);
	sd_event_unref(tray->event);
	free(tray->limber);
}

int main(int argc, char *argv[])
{
	struct tray tray = { .limber = limber_path(), .revision = 1 };
	sigset_t children;
	say_init();
	mallopt(M_MMAP_THRESHOLD, LARGE);
	unsetenv("GLIBC_TUNABLES"); /* of the unit: for this program, not for those it starts */
	sigemptyset(&children);
	sigaddset(&children, SIGCHLD);
	sigprocmask(SIG_BLOCK, &children, NULL);
	int r = tray.limber ? tray_begin(&tray) : -ENOMEM;
	if (r >= 0)
		r = sd_event_loop(tray.event);
	if (r == -EEXIST)
		fputs("limber-tray: runs already in this session\n", stderr);
	else if (r < 0)
		fprintf(stderr, "limber-tray: %s\n", strerror(-r));
	tray_finish(&tray);
	return r == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
