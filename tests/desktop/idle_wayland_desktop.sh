#!/bin/bash
# Input as compositors report it: sway by org_kde_kwin_idle (1.7) or ext-idle-notify-v1, KWin by
# ext-idle-notify-v1. Absence, return, gaps, the compositor's end and hanging.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"
# shellcheck source=tests/desktop/idle.inc
. "$HERE/idle.inc"

watches() { # NAME COMMAND...
	local name=$1 before at
	shift
	say_begin 1800 900 0
	check "it is known" said "known $name" "absent *"
	check_now "since when: $(ago)" near "$(ago)" 900 50
	check "it has nothing left to do" asleep
	before=$(switches)
	check "the longer one is told" said "known $name" "absent *" "absent *"
	check "nothing wakes it but that: ${woken:-}" woke_only 3
	forget
	at=$(milliseconds)
	"$@"
	check "input is told" said present
	at=$(($(milliseconds) - at))
	check_now "at once: $at ms with the command" soon 400 "$at"
	check "and the next absence" said present "absent *"
	# A shorter length while idle, and no timeout before the return: the return is reported once.
	forget
	tell_say "want 900 300 0"
	check "an absence that there is" said "absent *"
	tell_say "want 900 0 0"
	"$@"
	check "the return is told" grep -q present "$SCRATCH/said"
	check_now "once" [ "$(grep -c present "$SCRATCH/said")" = 1 ]
	forget
	tell_say "want 60000 0 300"
	check "a gap" grep -q moment "$SCRATCH/said"
	say_end
}

part_sway() {
	watches "*" wtype -k Shift_L
	say_begin 300 0 0
	check "the absence is told" said "known *" "absent *"
	forget
	swaymsg -q exit
	check "what it told is taken back" said "unknown " present
	say_end
}

ends() { # limberd, well
	kill "$limberd" && wait "$limberd"
}

# limberd answers, and ends, while sway hangs: before the first word or later.
part_screen() {
	need foot
	foot >"$SCRATCH/foot" 2>&1 8>&- &
	local foot=$!
	say_begin 600000 0 0
	check "it is known" said "known *"
	tell_say screen
	check "no window fills it" said "known *" "screen free"
	forget
	full() { swaymsg -t get_tree | grep -q '"app_id": "foot"' && swaymsg -q fullscreen enable; }
	check "a window" full
	check "full screen" said "screen full"
	swaymsg -q fullscreen disable
	check "not any more" said "screen full" "screen free"
	forget
	swaymsg -q fullscreen enable
	check "full screen again" said "screen full"
	stop "$foot"
	check "its window has gone" said "screen full" "screen free"
	tell_say "no screen"
	check "nobody asks any more" said "screen full" "screen free" "screen unknown"
	say_end
}

part_hung() {
	limberd_start
	check "Wayland tells" state '.idle_source != ""'
	kill -STOP "$SWAY_PID"
	check_now "it answers" quicker 100 limber status
	check_now "it ends" quicker 100 ends
	limberd_start
	check_now "it answers from the start" quicker 100 limber status
	check_now "and says so" says 'does not answer'
	check_now "it ends" quicker 100 ends
	limberd_start
	kill -CONT "$SWAY_PID"
	check "it goes on" state '.idle_source != ""'
	limberd_stop
}

# KWin has version 1 of the protocol.
part_kwin() {
	say_begin 0 0 0
	check "it is known" said "known ext-idle-notify-v1"
	tell_say name
	check "it is blind in films" said "known *" "name ext-idle-notify-v1"
	say_end
	watches ext-idle-notify-v1 "$SCRATCH/poke"
}

# window CODE: a window of GTK, which runs that first.
window() {
	GDK_BACKEND=wayland gjs -c "imports.gi.versions.Gtk = '3.0'; const Gtk = imports.gi.Gtk;
		Gtk.init(null); const window = new Gtk.Window(); $1; window.show_all(); Gtk.main();" \
		>"$SCRATCH/window.log" 2>&1 8>&- &
	window=$!
}

# KWin offers its list of windows to a program whose desktop file names it.
part_kwin_screen() {
	need gjs
	say_begin 600000 0 0
	check "it is known" said "known *"
	tell_say screen
	tell_say name
	check "without the file it does not" said "known *" "name *"
	say_end
	mkdir -p "$XDG_DATA_HOME/applications"
	sed "s|@bindir@/limberd|$B/tests/desktop/idle_say|" "$HERE/../../desktop/limberd.desktop.in" \
		>"$XDG_DATA_HOME/applications/limberd.desktop"
	say_begin 600000 0 0
	tell_say screen
	check "no window fills it" said "known *" "screen free"
	forget
	window "window.fullscreen()"
	check "full screen" said "screen full"
	stop "$window"
	check "its window has gone" said "screen full" "screen free"
	forget
	window "window.maximize()"
	local behind=$window
	window "window.fullscreen()"
	check "full screen in front of another" said "screen full"
	tell_say "no screen"
	check "nobody asks any more" said "screen full" "screen unknown"
	say_end
	stop "$window" "$behind"
}

begin "$@"
[ -e "$B/idle-wayland.so" ] || skip "no plug-in for Wayland was built"
surrounded with-sway.sh sway
surrounded with-sway.sh screen
surrounded with-sway.sh hung
surrounded with-kwin.sh kwin
KWIN_CHECKS=1 surrounded with-kwin.sh kwin_screen
tell
