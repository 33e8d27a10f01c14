#!/bin/bash
# elogind.sh: limberd in a session of elogind, on a machine without systemd: what `limber on`,
# a login and `limber off` do, and that lock and sleep have their source. tests/ports.sh runs it as root in a
# system of its own, with Limber installed, in namespaces of its own for mounts, processes and cgroups.
#
# shellcheck disable=SC2317 # wait_until runs functions by name
set -u
cd "$(dirname "$0")/.." || exit
# shellcheck source=tests/patience.inc
. tests/patience.inc
LOGIN=org.freedesktop.login1
failed=0

fail() {
	echo "$*"
	failed=1
}

wait_until() { # COMMAND...
	patient 20 "$@" || fail "waited in vain for: $*"
}

names() { # BUS NAME
	dbus-send "--$1" --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \
		"string:$2" >/dev/null 2>&1
}

ended() { # PID
	! kill -0 "$1" 2>/dev/null || grep -q "^State:.Z" "/proc/$1/status" # nobody reaps it
}

nobody() {
	! names session org.limberd.Limber1
}

# ---- root: the machine ----

root() {
	mount -t proc proc /proc && mount -t tmpfs -o mode=755 tmpfs /run && mount -t sysfs -o ro sysfs /sys &&
		mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit
	mkdir -p /run/dbus /run/systemd /run/user
	printf '%s\n' 'auth required pam_permit.so' 'account required pam_permit.so' \
		'session required pam_elogind.so class=user type=x11' >/etc/pam.d/runuser
	dbus-daemon --system --nofork --nopidfile &
	wait_until test -S /run/dbus/system_bus_socket
	local program=/usr/libexec/elogind # the folder of Debian 13
	[ -f $program ] || program=/lib/elogind/elogind
	$program 2>/run/elogind.log &
	/usr/lib/polkit-1/polkitd --no-debug >/dev/null 2>&1 &
	wait_until names system "$LOGIN"
	wait_until names system org.freedesktop.PolicyKit1
	XDG_SEAT=seat0 XDG_VTNR=1 runuser -u builder -- dbus-run-session -- "$PWD/tests/elogind.sh" session ||
		{ cat /run/elogind.log && exit 1; }
}

# ---- the user: the session ----

source_is() { # KIND
	limber status --json 2>/dev/null | jq -e --arg kind "$1" \
		'any(.sources[]; .kind == $kind and .name == "logind" and .state == "ok")' >/dev/null
}

says() { # WORDS VERB...
	local said
	said=$(limber "${@:2}" 2>/dev/null | tr -s '\n ' ' ')
	[[ $said == *"$1"* ]] || fail "limber ${*:2} does not print '$1': $said"
}

session() {
	export HOME=/home/builder
	unset XDG_CONFIG_HOME XDG_STATE_HOME
	local file=$HOME/.config/autostart/limber-attach.desktop
	rm -rf ~/.config ~/.local
	says 'now and at each login' on
	grep -qx 'Exec="/usr/bin/limber" attach' "$file" || fail "$(cat "$file")"
	wait_until source_is lock
	wait_until source_is sleep
	elogind-inhibit --list | grep -q 'Limber.*delay' || fail 'limberd delays no sleep'
	# The next login: limberd went with the session.
	local pid
	pid=$(limber doctor --json | sed -n 's/.*It runs, as process \([0-9]*\).*/\1/p')
	kill "$pid"
	wait_until ended "$pid"
	/usr/bin/limber attach
	names session org.limberd.Limber1 || fail 'limber attach does not start it'
	says 'Limber is off, now and at each login' off
	[ ! -e "$file" ] || fail 'limber off leaves the autostart file'
	/usr/bin/limber attach
	nobody || fail 'limber attach starts it although it is off'
}

if [ "${1:-}" = session ]; then session; else root; fi
exit $failed
