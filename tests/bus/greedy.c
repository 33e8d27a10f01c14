/*
 * A client that takes what it can get.
 *
 *	greedy displays N	registers up to N connections as displays; prints how many were
 *				accepted and the error of the next
 *	greedy unread N		calls Status N times and reads no reply until its input ends
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <systemd/sd-bus.h>

#include "core/base/contract.h"

static int displays(int wanted)
{
	static sd_bus *clients[256]; /* kept open until the process ends */
	sd_bus_error error = SD_BUS_ERROR_NULL;
	int r = wanted <= 256 ? 0 : -1, taken = 0;
	while (r >= 0 && taken < wanted) {
		r = sd_bus_open_user(&clients[taken]);
		if (r >= 0)
			r = sd_bus_call_method(clients[taken], LIMBER_BUS_NAME, LIMBER_PATH,
					       LIMBER_MANAGER, "RegisterDisplay", &error, NULL,
					       "as", 0);
		taken += r >= 0;
	}
	/* One that is a display may say so again. */
	int again = taken == 0 ? -1
			       : sd_bus_call_method(clients[0], LIMBER_BUS_NAME, LIMBER_PATH,
						    LIMBER_MANAGER, "RegisterDisplay", NULL, NULL,
						    "as", 0);
	printf("%d, then %s; again %s\n", taken, error.name ? error.name : "all",
	       again < 0 ? "refused" : "welcome");
	sd_bus_error_free(&error);
	return 0;
}

static int unread(int wanted)
{
	sd_bus *bus = NULL;
	int r = sd_bus_open_user(&bus);
	for (int i = 0; i < wanted && r >= 0; i++) {
		sd_bus_message *call = NULL;
		r = sd_bus_message_new_method_call(bus, &call, LIMBER_BUS_NAME, LIMBER_PATH,
						   LIMBER_MANAGER, "Status");
		if (r >= 0)
			r = sd_bus_send(bus, call, &(uint64_t){ 0 });
		sd_bus_message_unref(call);
	}
	if (r >= 0)
		r = sd_bus_flush(bus);
	puts(r < 0 ? strerror(-r) : "sent");
	fflush(stdout);
	while (getchar() != EOF)
		continue;
	sd_bus_close_unref(bus);
	return r < 0;
}

int main(int argc, char *argv[])
{
	int count = argc == 3 ? atoi(argv[2]) : 0;
	if (count > 0 && strcmp(argv[1], "displays") == 0)
		return displays(count);
	if (count > 0 && strcmp(argv[1], "unread") == 0)
		return unread(count);
	return 2;
}
