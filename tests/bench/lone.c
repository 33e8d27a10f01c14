/* The least that a client on the session bus could be: a name and the loop. The yardstick of
 * limber-tray. */
#include <stdio.h>
#include <stdlib.h>

#include <systemd/sd-bus.h>

int main(void)
{
	sd_event *event = NULL;
	sd_bus *bus = NULL;
	int r = sd_event_default(&event);
	if (r >= 0)
		r = sd_bus_open_user(&bus);
	if (r >= 0)
		r = sd_bus_attach_event(bus, event, SD_EVENT_PRIORITY_NORMAL);
	if (r >= 0)
		r = sd_bus_request_name(bus, "org.limberd.Empty", 0);
	if (r < 0) {
		fputs("lone: needs a session bus\n", stderr);
		return EXIT_FAILURE;
	}
	return sd_event_loop(event) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
