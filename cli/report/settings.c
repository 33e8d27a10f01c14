/* One call of Manager.Set, where a key of a reminder is "reminders.NAME.KEY" and "!" unsets. */
#include "cli/report/settings.h"

#include <stdarg.h>
#include <string.h>

#include "cli/shared/reply.h"
#include "cli/shared/say.h"
#include "core/base/zone.h"

static const char *settings_keep(struct settings *settings, const char *text)
{
	char *kept = settings->room + settings->used;
	size_t size = strlen(text) + 1;
	if (size > sizeof(settings->room) - settings->used) {
		settings->lost = true;
		return "";
	}
	settings->used += size;
	return memcpy(kept, text, size);
}

void settings_add(struct settings *settings, const char *reminder, const char *key,
		  const char *format, ...)
{
	char value[1024];
	va_list list;
	va_start(list, format);
	int length = vsnprintf(value, sizeof(value), format, list);
	va_end(list);
	if (length < 0 || length >= (int)sizeof(value) || settings->count == SETTINGS_MAX) {
		settings->lost = true;
		return;
	}
	settings->list[settings->count++] = (struct config_change){
		.reminder = reminder ? settings_keep(settings, reminder) : NULL,
		.key = settings_keep(settings, key),
		.value = settings_keep(settings, value),
	};
}

void settings_unset(struct settings *settings, const char *reminder, const char *key)
{
	settings_add(settings, reminder, key, "%s", "");
	if (!settings->lost)
		settings->list[settings->count - 1].value = NULL;
}

void settings_add_day(struct settings *settings, const char *key, int32_t day)
{
	char text[DATE_SIZE] = "";
	if (day != 0)
		date_print(day, text);
	settings_add(settings, NULL, key, "\"%s\"", text);
}

static int append_setting(sd_bus_message *call, const struct config_change *change)
{
	char key[128];
	snprintf(key, sizeof(key), "%s%s%s%s%s", change->value ? "" : "!",
		 change->reminder ? "reminders." : "", change->reminder ? change->reminder : "",
		 change->reminder ? "." : "", change->key);
	return sd_bus_message_append(call, "{ss}", key, change->value ? change->value : "");
}

static int append_settings(sd_bus_message *call, void *user)
{
	const struct settings *settings = user;
	int r = sd_bus_message_open_container(call, 'a', "{ss}");
	for (size_t i = 0; r >= 0 && i < settings->count; i++)
		r = append_setting(call, &settings->list[i]);
	if (r >= 0)
		r = sd_bus_message_close_container(call);
	return r < 0 ? r : sd_bus_message_append(call, "b", 0);
}

enum exit_code settings_write(struct command *command, struct settings *settings)
{
	BUS_MESSAGE *reply = NULL;
	if (settings->lost)
		return complain(command, EXIT_REFUSED,
				_("That is too much at once, so nothing was set."));
	enum exit_code code =
		bus_call_with(command, NULL, "Set", &reply, append_settings, settings);
	if (code == EXIT_FINE && !reply_json(command, reply))
		reply_notes_print(reply, settings->shown);
	return code;
}

enum exit_code settings_same(const struct command *command)
{
	puts(_("Nothing to change: it is set like that already."));
	reply_unchanged(command);
	return EXIT_FINE;
}

enum exit_code settings_ready(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	return bus_call(command, "Status", &reply, "");
}
