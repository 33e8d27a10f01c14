/*
 * A notification server that hangs: it owns the name and never reads its socket again, as a real
 * one does that waits for a dead display. Ends by a signal.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <systemd/sd-bus.h>

int main(void)
{
	sd_bus *bus = NULL;
	int r = sd_bus_open_user(&bus);
	if (r >= 0)
		r = sd_bus_request_name(bus, "org.freedesktop.Notifications", 0);
	if (r < 0) {
		fprintf(stderr, "hung_server: no name on the session bus: %s\n", strerror(-r));
		return 1;
	}
	for (;;)
		pause();
}
