/*
 * A logind to order: python3-dbusmock on a private bus that stands for the system's, and the
 * orders. Each order is done when its function returns.
 */
#ifndef LIMBER_MOCK_LOGIND_H
#define LIMBER_MOCK_LOGIND_H

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include "tests/bus/loop.h"
#include "tests/bus/private_bus.h"

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define MOCK "org.freedesktop.DBus.Mock"

struct mock {
	struct private_bus bus;
	sd_bus *control; /* the test's own connection */
	pid_t pid;       /* 0: no logind there */
};

static inline bool mock_there(void)
{
	return system("/usr/bin/python3 -c 'import dbusmock' 2>/dev/null") == 0;
}

static inline void mock_init(struct mock *mock)
{
	*mock = (struct mock){ .pid = 0 };
	if (!private_bus_init(&mock->bus))
		fail_msg("no bus: %s", mock->bus.address);
	setenv("DBUS_SYSTEM_BUS_ADDRESS", mock->bus.address, 1);
	assert_true(private_bus_connect(&mock->bus, &mock->control) >= 0);
}

static inline bool mock_owned(struct mock *mock)
{
	sd_bus_message *reply = NULL;
	int owned = 0;
	assert_true(sd_bus_call_method(mock->control, "org.freedesktop.DBus", "/",
				       "org.freedesktop.DBus", "NameHasOwner", NULL, &reply, "s",
				       LOGIND) >= 0);
	assert_true(sd_bus_message_read(reply, "b", &owned) >= 0);
	sd_bus_message_unref(reply);
	return owned;
}

/* The name's owner changes with a signal to everybody. */
static inline void mock_wait(struct mock *mock, bool owned)
{
	sd_bus_slot *slot = NULL;
	assert_true(sd_bus_match_signal(mock->control, &slot, "org.freedesktop.DBus", NULL, NULL,
					"NameOwnerChanged", NULL, NULL) >= 0);
	struct patience patience = patience_begin(LOOP_PATIENCE);
	while (mock_owned(mock) != owned) {
		int r = sd_bus_process(mock->control, NULL);
		assert_true(r >= 0 && patience_lasts(&patience));
		if (r == 0)
			assert_true(sd_bus_wait(mock->control, LOOP_TURN) >= 0);
	}
	sd_bus_slot_unref(slot);
}

static inline void mock_exec(void)
{
	int null = open("/dev/null", O_WRONLY);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	dup2(null, STDOUT_FILENO);
	execl("/usr/bin/python3", "python3", "-m", "dbusmock", "--system", "--template", "logind",
	      (char *)NULL);
	_exit(127);
}

static inline void mock_start(struct mock *mock)
{
	mock->pid = fork();
	if (mock->pid == 0)
		mock_exec();
	mock_wait(mock, true);
}

static inline void mock_kill(struct mock *mock)
{
	if (mock->pid > 0) {
		kill(mock->pid, SIGKILL);
		waitpid(mock->pid, NULL, 0);
	}
	mock->pid = 0;
}

static inline void mock_end(struct mock *mock)
{
	mock_kill(mock);
	mock_wait(mock, false);
}

static inline void mock_finish(struct mock *mock)
{
	mock_kill(mock);
	sd_bus_close_unref(mock->control);
	private_bus_finish(&mock->bus);
}

#define mock_call(mock, path, interface, member, ...)                                              \
	assert_true(sd_bus_call_method((mock)->control, LOGIND, path, interface, member, NULL,     \
				       NULL, __VA_ARGS__) >= 0)

static inline void session_add(struct mock *mock, const char *id, uid_t uid)
{
	mock_call(mock, LOGIND_PATH, MOCK, "AddSession", "ssusb", id, "seat0", uid, "somebody", 1);
}

static inline void session_add_seatless(struct mock *mock, const char *id)
{
	char path[64];
	snprintf(path, sizeof(path), LOGIND_PATH "/session/%s", id);
	mock_call(mock, LOGIND_PATH, MOCK, "AddObject", "ssa{sv}a(ssss)", path, LOGIND ".Session",
		  4, "User", "(uo)", getuid(), "/", "Name", "s", "somebody", "Seat", "(so)", "",
		  "/", "LockedHint", "b", 0, 0);
}

/* With no more than a list of sessions needs. */
static inline void session_add_bare(struct mock *mock, const char *id)
{
	char path[64];
	snprintf(path, sizeof(path), LOGIND_PATH "/session/%s", id);
	mock_call(mock, LOGIND_PATH, MOCK, "AddObject", "ssa{sv}a(ssss)", path, LOGIND ".Session",
		  3, "User", "(uo)", getuid(), "/", "Name", "s", "somebody", "Seat", "(so)", "",
		  "/", 0);
}

static inline void session_announce(struct mock *mock, const char *member, const char *id)
{
	char path[64];
	snprintf(path, sizeof(path), LOGIND_PATH "/session/%s", id);
	mock_call(mock, LOGIND_PATH, MOCK, "EmitSignal", "sssav", LOGIND ".Manager", member, "so",
		  2, "s", id, "o", path);
}

static inline void session_set(struct mock *mock, const char *id, const char *property, bool value)
{
	char path[64];
	snprintf(path, sizeof(path), LOGIND_PATH "/session/%s", id);
	mock_call(mock, path, MOCK, "UpdateProperties", "sa{sv}", LOGIND ".Session", 1, property,
		  "b", value);
}

static inline void sleep_prepare(struct mock *mock, bool begin)
{
	mock_call(mock, LOGIND_PATH, MOCK, "EmitSignal", "sssav", LOGIND ".Manager",
		  "PrepareForSleep", "b", 1, "b", begin);
}

#endif
