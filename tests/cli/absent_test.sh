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
		run 3 $verb && complains 'at each login: limber on'
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
	says 'exec limber attach' && says 'Limber is on, now and at each login'
	called 'Attach DISPLAY=:7'
	end_daemon
	run 0 pause 1h && called 'Pause 1h'
	end_daemon
	logins
}

# What a desktop without systemd runs at login; only `limber on` makes it start limberd.
logins() {
	local file=$XDG_CONFIG_HOME/autostart/limber-attach.desktop
	login
	called 'Attach DISPLAY=:8'
	run 0 on && says 'limberd runs already.'
	end_daemon
	run 0 off && says 'Limber is off, now and at each login.'
	[ ! -e "$file" ] || fail "limber off leaves $file"
	DISPLAY=:9 run 0 attach
	name_free org.limberd.Limber1 || fail 'a login started limberd although it is off'
	rm "$XDG_STATE_HOME/limber/off"
	run 0 attach
	name_free org.limberd.Limber1 || fail 'a login started limberd although it is not on'
	from_odd_folder
	end_daemon
	: >"$XDG_STATE_HOME/limber/off"
	login
	name_free org.limberd.Limber1 || fail 'a login started limberd beside the marker'
}

# The Exec line of the autostart file, read as the Desktop Entry Specification has it.
login() {
	! command -v desktop-file-validate >/dev/null || desktop-file-validate "$file" || fail "$(cat "$file")"
	sed -n '/^Exec=/{s///;s/\\\\/\\/g;s/%%/%/g;p}' "$file" | DISPLAY=:8 sh >"$SCRATCH/said" 2>&1 &&
		[ ! -s "$SCRATCH/said" ] || fail "login: $(cat "$SCRATCH/said" "$file")"
}

from_odd_folder() {
	local limber=$B/limber B="$SCRATCH/a \"b\" \$c \`d\` 50% \\e"
	mkdir "$B" && cp "$limber" "$B"
	run 0 on
	end_daemon
	login
	called 'Attach DISPLAY=:8'
}

end_daemon() {
	kill "$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
		org.freedesktop.DBus.GetConnectionUnixProcessID string:org.limberd.Limber1 |
		sed 's/.* //')"
	wait_until name_free org.limberd.Limber1
}

# The bus starts a limberd that fails at once, and no systemd is there.
part_failing() {
	mkdir "$SCRATCH/services"
	printf '[D-BUS Service]\nName=org.limberd.Limber1\nExec=/bin/false\n' >"$SCRATCH/services/limber.service"
	BUS_SERVICES=$SCRATCH/services "$HERE/../desktop/with-bus.sh" "$0" failing || failed=1
}

failing() {
	local verb
	mkdir -p "$XDG_CONFIG_HOME/autostart"
	: >"$XDG_CONFIG_HOME/autostart/limber-attach.desktop"
	for verb in attach 'pause 1h' on; do
		# shellcheck disable=SC2086 # a verb and its word
		run 3 $verb && complains 'exited with status 1'
		[[ $err != *unit* && $err != *systemd* ]] || fail "$verb: $err"
	done
	complains 'runs at login:  limberd'
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
