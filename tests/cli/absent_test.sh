#!/bin/bash
# limber without limberd, or with one that does not reply: its output, and whether it starts limberd.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

part_no_daemon() {
	local verb
	for verb in status list explain watch away 'try desk' pause; do
		# shellcheck disable=SC2086 # a verb and its word
		run 3 $verb && complains 'at login:  limberd'
		[ -z "$out" ] || fail "$verb prints: $out"
	done
	run 3 status --json && json '.code == 3 and (.error | test("not running"))'
	run 0 version && run 0 log && run 0 help && run 0 attach
	run 3 on && complains 'runs at login:  limberd'
}

# A bus that can start limberd.
part_starting() {
	mkdir "$SCRATCH/services"
	cat >"$SCRATCH/services/limber.service" <<-SERVICE
		[D-BUS Service]
		Name=org.limberd.Limber1
		Exec=/bin/sh -c "exec $B/tests/cli/fake_daemon >\$SCRATCH/calls"
	SERVICE
	BUS_SERVICES=$SCRATCH/services "$HERE/../desktop/with-bus.sh" "$0" starting || failed=1
}

# Verbs that change something start limberd, unless it is off; the others never do.
starting() {
	run 3 status && complains 'not running'
	run 3 explain
	name_free org.limberd.Limber1 || fail 'a reading verb started limberd'
	run 0 off && says 'limber on'
	[ "$(stat -c %a "$XDG_STATE_HOME/limber" "$XDG_STATE_HOME/limber/off" | xargs)" = '700 600' ] ||
		fail "the marker: $(ls -la "$XDG_STATE_HOME/limber")"
	run 3 pause 1h && [ "$err" = 'Limber is off: limber on' ] || fail "off: $err"
	run 3 status && complains 'Limber is off'
	name_free org.limberd.Limber1 || fail 'it was started although it is off'
	DISPLAY=:7 run 0 on && [ ! -e "$XDG_STATE_HOME/limber/off" ] || fail 'the marker stays'
	says 'The session bus has started limberd' && says 'no systemd is on the session bus'
	called 'Attach DISPLAY=:7'
	end_daemon
	run 0 pause 1h && called 'Pause 1h'
	end_daemon
}

end_daemon() {
	kill "$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
		org.freedesktop.DBus.GetConnectionUnixProcessID string:org.limberd.Limber1 |
		sed 's/.* //')"
	wait_until name_free org.limberd.Limber1
}

part_mute() {
	start mute
	run 3 status && complains 'does not answer'
	stop "$daemon"
}

part_no_bus() {
	export DBUS_SESSION_BUS_ADDRESS=unix:path=$SCRATCH/none
	run 4 status && complains 'No session bus'
	run 4 on
	run 4 watch
	run 4 pause 1h --why x
	run 4 status --json && json '.code == 4'
	run 0 version && run 0 help && run 0 log
}

run_parts "$@"
