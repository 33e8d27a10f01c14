/* A move of the mouse in KWin, by org_kde_kwin_fake_input; with-kwin.sh builds it. */
#include <string.h>
#include <wayland-client.h>

#include "fake-input.h"

static void on_global(void *user, struct wl_registry *registry, uint32_t name,
		      const char *interface, uint32_t version)
{
	struct org_kde_kwin_fake_input **input = user;
	(void)version;
	if (strcmp(interface, org_kde_kwin_fake_input_interface.name) == 0)
		*input = wl_registry_bind(registry, name, &org_kde_kwin_fake_input_interface, 1);
}

static void on_global_gone(void *user, struct wl_registry *registry, uint32_t name)
{
	(void)user, (void)registry, (void)name;
}

static const struct wl_registry_listener listener = { on_global, on_global_gone };

int main(void)
{
	struct org_kde_kwin_fake_input *input = NULL;
	struct wl_display *display = wl_display_connect(NULL);
	if (!display)
		return 1;
	wl_registry_add_listener(wl_display_get_registry(display), &listener, &input);
	wl_display_roundtrip(display);
	if (!input)
		return 2;
	org_kde_kwin_fake_input_authenticate(input, "Limber", "a test");
	org_kde_kwin_fake_input_pointer_motion(input, wl_fixed_from_int(3), wl_fixed_from_int(3));
	wl_display_roundtrip(display);
	return 0;
}
