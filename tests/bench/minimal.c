/* The least that `limber status` could do: one call of Status() over sd-bus, its answer read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <systemd/sd-bus.h>

int main(void)
{
	sd_bus *bus = NULL;
	sd_bus_message *answer = NULL;
	int r = sd_bus_open_user(&bus);
	if (r >= 0)
		r = sd_bus_call_method(bus, "org.limberd.Limber1", "/org/limberd/Limber1",
				       "org.limberd.Limber1.Manager", "Status", NULL, &answer, "");
	if (r >= 0)
		r = sd_bus_message_skip(answer, "a{sv}");
	if (r < 0)
		fprintf(stderr, "minimal: no status: %s\n", strerror(-r));
	sd_bus_message_unref(answer);
	sd_bus_flush_close_unref(bus);
	return r < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
