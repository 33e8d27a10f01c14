#!/bin/bash
# with-bus.sh COMMAND...: runs it on a private session bus, with a private home; its exit status.
#
# The bus activates nothing: on an ordinary one any call to org.freedesktop.Notifications starts
# one of the machine's own servers. BUS_SERVICES=FOLDER makes the service files in that folder,
# and only those, activatable. The limits are those of a session's bus: hardly any. There is no
# system bus, no sound card and no gamepad.
#
# For COMMAND: SCRATCH (a folder that is removed afterwards), DBUS_SESSION_BUS_ADDRESS, HOME,
# XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME, XDG_CACHE_HOME, XDG_RUNTIME_DIR.
set -u
# shellcheck disable=SC1091
. "$(dirname "$(readlink -f "$0")")/bus.inc"
[ $# -gt 0 ] || { echo "usage: with-bus.sh COMMAND..." >&2; exit 2; }
need dbus-daemon dbus-send

SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/limber-test.XXXXXX") || exit 1
trap 'stop ${bus_pid:+"$bus_pid"}; rm -rf "$SCRATCH"' EXIT
trap 'exit 143' TERM INT HUP
mkdir -m 700 "$SCRATCH/home" "$SCRATCH/run"
cat >"$SCRATCH/bus.conf" <<-CONF
	<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
	 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
	<busconfig>
	  <type>session</type>
	  <listen>unix:path=$SCRATCH/run/bus</listen>
	  <limit name="max_incoming_bytes">1000000000</limit>
	  <limit name="max_outgoing_bytes">1000000000</limit>
	  <limit name="max_message_size">1000000000</limit>
	  <limit name="max_completed_connections">100000</limit>
	  <limit name="max_connections_per_user">100000</limit>
	  <limit name="max_match_rules_per_connection">50000</limit>
	  <limit name="max_replies_per_connection">50000</limit>
	  ${BUS_SERVICES:+<servicedir>$BUS_SERVICES</servicedir>}
	  <policy context="default">
	    <allow send_destination="*" eavesdrop="true"/>
	    <allow eavesdrop="true"/>
	    <allow own="*"/>
	  </policy>
	</busconfig>
CONF

unset DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_CONFIG_DIRS XDG_DATA_DIRS XDG_SESSION_ID \
	NOTIFY_SOCKET JOURNAL_STREAM INVOCATION_ID STATE_DIRECTORY CONFIGURATION_DIRECTORY
export SCRATCH HOME=$SCRATCH/home XDG_RUNTIME_DIR=$SCRATCH/run
export XDG_CONFIG_HOME=$HOME/.config XDG_STATE_HOME=$HOME/.local/state
export XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache
export DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/no-system-bus
export LIMBER_PROC_ASOUND=$SCRATCH/asound LIMBER_DEV_INPUT=$SCRATCH/input

dbus-daemon --config-file="$SCRATCH/bus.conf" --nofork --nopidfile >"$SCRATCH/bus.log" 2>&1 &
bus_pid=$!
wait_server org.freedesktop.DBus "$bus_pid" "$SCRATCH/bus.log" || exit 1
"$@"
