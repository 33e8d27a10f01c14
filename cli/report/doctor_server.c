/* The notification server, and what its capabilities mean for a card. */
#include <stdlib.h>
#include <string.h>

#include "cli/report/doctor.h"
#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define SERVER(method)                                                                             \
	(&(const struct member){ NOTIFICATIONS, "/org/freedesktop/Notifications", NOTIFICATIONS,   \
				 method })

enum { LIST_SIZE = 200 };

struct server {
	char name[64], version[32], means[LIST_SIZE];
	bool actions, body;
};

/* What a capability means for a card; the others do not matter. */
static const struct {
	const char *ability, *means;
} abilities[] = {
	{ "body", N_("text") },          { "actions", N_("answers") },
	{ "body-markup", N_("markup") }, { "icon-static", N_("pictures") },
	{ "sound", N_("sound") },        { "persistence", N_("keeps what was missed") },
};

static const char *meaning_of(const char *ability)
{
	for (size_t i = 0; i < sizeof(abilities) / sizeof(abilities[0]); i++)
		if (strcmp(abilities[i].ability, ability) == 0)
			return _(abilities[i].means);
	return NULL;
}

static void ability_add(struct server *server, const char *ability)
{
	const char *means = meaning_of(ability);
	server->actions = server->actions || strcmp(ability, "actions") == 0;
	server->body = server->body || strcmp(ability, "body") == 0;
	if (means)
		say_list(server->means, LIST_SIZE, means);
}

static int server_ask_abilities(sd_bus *bus, struct server *server)
{
	BUS_MESSAGE *reply = NULL;
	const char *ability;
	int r = bus_try(bus, SERVER("GetCapabilities"), NULL, &reply, "");
	if (r >= 0)
		r = sd_bus_message_enter_container(reply, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read_basic(reply, 's', &ability)) > 0)
		ability_add(server, ability);
	return r;
}

static int server_ask(sd_bus *bus, struct server *server)
{
	BUS_MESSAGE *reply = NULL;
	const char *name, *version;
	*server = (struct server){ 0 };
	int r = bus_try(bus, SERVER("GetServerInformation"), NULL, &reply, "");
	if (r >= 0)
		r = sd_bus_message_read(reply, "ssss", &name, NULL, &version, NULL);
	if (r < 0)
		return r;
	(void)!snprintf(server->name, sizeof(server->name), "%s", name);
	(void)!snprintf(server->version, sizeof(server->version), "%s", version);
	return server_ask_abilities(bus, server);
}

static bool server_owned(sd_bus *bus)
{
	BUS_MESSAGE *reply = NULL;
	int owned = 0;
	if (bus_try(bus, BUS_DRIVER("NameHasOwner"), NULL, &reply, "s", NOTIFICATIONS) >= 0)
		(void)sd_bus_message_read_basic(reply, 'b', &owned);
	return owned;
}

static void server_describe(const struct server *server, struct findings *findings)
{
	char what[FINDING_SIZE], how[FINDING_SIZE] = "", todo[FINDING_SIZE];
	bool buttonless = !server->actions || menu_how(server->name, how);
	if (!server->actions)
		(void)!snprintf(how, sizeof(how), "%s", _("It takes no answers."));
	(void)!snprintf(what, sizeof(what), "%s %s: %s", server->name, server->version,
			server->means);
	(void)!snprintf(todo, sizeof(todo), "%.300s %s %s", how, menu_keys(),
			_("More: man limber, KEYS"));
	if (!server->body)
		finding_add(findings, "server", FINDING_LIMITED, what,
			    _("It shows only titles: the reason of a card is in limber status."));
	else
		finding_add(findings, "server", buttonless ? FINDING_LIMITED : FINDING_OK, what,
			    buttonless ? todo : NULL);
}

void check_server(const struct patient *patient, struct findings *findings)
{
	struct server server;
	if (!patient->bus)
		return;
	if (!server_owned(patient->bus))
		finding_add(findings, "server", FINDING_MISSING,
			    _("No notification server runs, so no card can be shown."),
			    _("Install or start one, such as dunst or mako; or read the cards "
			      "here: limber watch"));
	else if (server_ask(patient->bus, &server) < 0)
		finding_add(findings, "server", FINDING_MISSING,
			    _("The notification server does not answer."),
			    _("Restart it; until then read the cards here: limber watch"));
	else {
		server_describe(&server, findings);
		room_check(server.name, findings);
	}
}
