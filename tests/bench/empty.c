/*
 * The least that limberd could be: a name on the session bus, a store that was written to, and
 * the loop. Linked with the same libraries, it is the yardstick for memory and idle cost; without
 * a store, for the start.
 *
 * usage: empty [NEW-STORE]
 */
#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>
#include <systemd/sd-bus.h>

static int store_open(const char *path, sqlite3 **ret)
{
	if (sqlite3_open(path, ret) != SQLITE_OK)
		return -1;
	return sqlite3_exec(
		       *ret,
		       "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)",
		       NULL, NULL, NULL) == SQLITE_OK
		       ? 0
		       : -1;
}

static int bus_open(sd_event *event, sd_bus **ret)
{
	int r = sd_bus_open_user(ret);
	if (r >= 0)
		r = sd_bus_attach_event(*ret, event, SD_EVENT_PRIORITY_NORMAL);
	return r < 0 ? r : sd_bus_request_name(*ret, "org.limberd.Empty", 0);
}

int main(int argc, char *argv[])
{
	sqlite3 *store = NULL;
	sd_event *event = NULL;
	sd_bus *bus = NULL;
	if ((argc > 1 && store_open(argv[1], &store) < 0) || sd_event_default(&event) < 0 ||
	    bus_open(event, &bus) < 0) {
		fputs("empty: needs a session bus, and a path where no store is yet\n", stderr);
		return EXIT_FAILURE;
	}
	return sd_event_loop(event) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
