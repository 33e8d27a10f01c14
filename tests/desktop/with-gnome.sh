#!/bin/bash
# with-gnome.sh COMMAND...: runs it in a GNOME Shell without a screen, with a booted systemd and
# its logind; its exit status. Needs root. For COMMAND, besides what with-bus.sh gives:
# WAYLAND_DISPLAY; the system bus is real. `shell CODE` is what the Shell makes of that code.
set -u
# shellcheck source=tests/desktop/bus.inc
. "$(dirname "$(readlink -f "$0")")/bus.inc"
[ $# -gt 0 ] || { echo "usage: with-gnome.sh COMMAND..." >&2; exit 2; }
need gnome-shell gjs gdbus gsettings
[ "$(id -u)" != 0 ] || exec "$HERE/with-systemd.sh" "$0" "$@"
service=org.gnome.Shell.Notifications.service
if [ -z "${SCRATCH:-}" ]; then
	services=$(mktemp -d) && cp /usr/share/dbus-1/services/{$service,ca.desrt.dconf.service} \
		"$services" || exit 1
	BUS_SERVICES=$services exec "$HERE/with-bus.sh" "$0" "$@"
fi
unset DBUS_SYSTEM_BUS_ADDRESS

trap 'stop ${shell_pid:+"$shell_pid"}' EXIT
trap 'exit 143' TERM INT HUP
export XDG_SESSION_TYPE=wayland XDG_CURRENT_DESKTOP=GNOME \
	LIBGL_ALWAYS_SOFTWARE=1 MUTTER_DEBUG_RESET_IDLETIME=1
gnome-shell --headless --wayland --no-x11 --unsafe-mode --virtual-monitor 1024x768 \
	--wayland-display wayland-test >"$SCRATCH/shell.log" 2>&1 &
shell_pid=$!
shell() {
	gdbus call --session -d org.gnome.Shell -o /org/gnome/Shell -m org.gnome.Shell.Eval "$1" 2>/dev/null
}
export -f shell
started() {
	kill -0 $shell_pid 2>/dev/null || { cat "$SCRATCH/shell.log" >&2; exit 1; }
	[[ $(shell Main.layoutManager._startingUp) == *false* ]]
}
for _ in {1..4}; do
	wait_until started 2>/dev/null && break
done
busctl --user call org.freedesktop.DBus / org.freedesktop.DBus StartServiceByName su \
	org.gnome.Shell.Notifications 0 >/dev/null
wait_until name_owned "$NOTIFICATIONS" || exit 1
export WAYLAND_DISPLAY=wayland-test
"$@"
