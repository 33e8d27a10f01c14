#!/bin/bash
# Input as GNOME's Mutter reports it, by a stand-in on a private bus: absence, return, gaps, levels,
# and its start and end.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"
# shellcheck source=tests/desktop/idle.inc
. "$HERE/idle.inc"

mutter_start() {
	"$HERE/fake_mutter.py" 2>"$SCRATCH/mutter.log" 8>&- &
	mutter=$!
	wait_server org.gnome.Mutter.IdleMonitor "$mutter" "$SCRATCH/mutter.log" || exit 1
}

mutter() { # MEMBER [TYPE VALUE]
	busctl --user call org.gnome.Mutter.IdleMonitor /org/gnome/Mutter/IdleMonitor/Core \
		org.limberd.Fake "$@"
}

idle() { # MILLISECONDS since anybody touched a thing
	mutter Idle t "$1"
}

watched() { # NUMBER of watches
	[ "$(mutter Watches)" = "u $1" ]
}

part_watches() {
	mutter_start
	say_begin 180000 0 0
	check "it is known" said "known Mutter"
	check "one watch" watched 1
	tell_say name
	check "it is blind in films" said "known Mutter" "name Mutter"
	forget
	idle 180500
	check "the absence is told, and since when" said "absent 180500"
	check "activity is waited for" watched 2
	idle 0
	check "input is told" said "absent 180500" present
	check "and waited for no more" watched 1
	forget
	idle 5000
	tell_say "want 180000 0 5000"
	check "a gap that is there" said moment
	idle 0
	idle 5100
	check "and the next" said moment moment
	tell_say "want 180000 30000 0"
	check "two lengths" watched 3
	idle 31000
	check "the shorter" said moment moment "absent 31000"
	idle 180000
	check "the longer" said moment moment "absent 31000" "absent 180000"
	idle 0
	check "one return" said moment moment "absent 31000" "absent 180000" present
	say_end
	stop "$mutter"
}

part_levels() {
	mutter_start
	idle 200000
	say_begin 180000 0 0
	check "an absence that was there" said "known Mutter" "absent 200000"
	idle 0
	check "its end" said "known Mutter" "absent 200000" present
	idle 60000
	forget
	tell_say "want 180000 30000 0"
	check "a shorter length that is reached" said "absent 60000"
	stop "$mutter"
	check "what it told is taken back" said "absent 60000" "unknown " present
	mutter_start
	check "it comes again" said "absent 60000" "unknown " present "known Mutter"
	say_end
	stop "$mutter"
}

gamepad_is() { # STATE NAME
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Status -j | jq -e \
		".data[0].Sources.data[] | select(.Kind.data == \"gamepad\") |
		.State.data == \"$1\" and .Name.data == \"$2\"" >/dev/null
}

# The keyboard rests, and a gamepad does not: limberd counts that as sitting.
part_gamepad() {
	mutter_start
	mkdir "$LIMBER_DEV_INPUT"
	configure "$ANYTIME"
	limberd_start
	check "no gamepad, no line" not grep -q gamepad <(limber doctor)
	mkfifo "$LIMBER_DEV_INPUT/js0"
	check "it was plugged in" gamepad_is ok 1
	idle 1000000
	check "no key: away" state '.absences == ["idle"]'
	exec 7<>"$LIMBER_DEV_INPUT/js0"
	printf '\0\0\0\0\1\0\1\0' >&7
	check "a button of the gamepad: back" state '.absences == []'
	rm "$LIMBER_DEV_INPUT/js0"
	exec 7>&-
	check "it was pulled out" not gamepad_is ok 1
	limberd_stop
	stop "$mutter"
}

connections() { # AT LEAST
	[ "$(wc -l <"$SCRATCH/connections")" -ge "$1" ]
}

# A compositor that drops each connection is tried again later and later.
part_brief() {
	[ -e "$B/idle-wayland.so" ] || skip "no plug-in for Wayland was built"
	: >"$SCRATCH/connections"
	"$HERE/brief_wayland.py" "$XDG_RUNTIME_DIR/brief" "$SCRATCH/connections" 8>&- &
	local server=$!
	wait_until test -S "$XDG_RUNTIME_DIR/brief" || exit 1
	export WAYLAND_DISPLAY=brief
	say_begin 600000 0 0
	check "it is tried again" connections 3
	check_now "and not without end" not connections 20
	say_end
	stop "$server"
}

need busctl
/usr/bin/python3 -c "import dbus, gi" 2>/dev/null || skip "python3-dbus or python3-gi is not installed"
begin "$@"
surrounded with-bus.sh watches levels gamepad brief
tell
