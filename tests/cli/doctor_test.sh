#!/bin/bash
# limber doctor with what it looks at well, ill and missing: it names each, never hangs, and
# starts nobody.
# shellcheck disable=SC2016,SC2086,SC2088,SC2154,SC2317
set -u
# shellcheck disable=SC1091
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

# finds CODE NAME STATE [TEXT]: doctor exits with CODE and has the finding, with the text.
finds() {
	limber doctor --json
	[ $? = "$1" ] && jq -e --arg name "$2" --arg state "$3" --arg text "${4:-}" \
		'any(.findings[]; .name == $name and .state == $state and
			(.what + " " + .todo | contains($text)))' "$SCRATCH/out" >/dev/null
}

finds_none() { # NAME
	limber doctor --json
	jq -e --arg name "$1" 'all(.findings[]; .name != $name)' "$SCRATCH/out" >/dev/null
}

part_well() {
	configure "$ANYTIME" 'setup_done = true;'
	limberd_start
	check_now "limberd runs" finds 1 limberd ok "process $limberd"
	check_now "the session" finds 1 session ok "$DISPLAY"
	check_now "dunst draws no buttons" finds 1 server limited 'limber done'
	mkdir -p "$XDG_CONFIG_HOME/dunst/dunstrc.d"
	menu_set() { # FILE PROGRAM
		printf '[global]\n    dmenu = %s -p dunst:\n' "$2" >"$XDG_CONFIG_HOME/dunst/$1"
	}
	menu_set dunstrc /nowhere/dmenu
	check_now "its menu is not there" finds 1 server limited '/nowhere/dmenu, is not installed'
	check_now "none is promised" bash -c '! "$B/limber" doctor | grep -q "opens a menu"'
	menu_set dunstrc.d/50-menu.conf /bin/true
	check_now "it is, by another file" finds 1 server limited 'opens a menu of the answers (/bin/true)'
	check_now "its room is enough" finds_none room
	printf '[global]\n    height = 60\n[low]\n    height = 500\n' >"$XDG_CONFIG_HOME/dunst/dunstrc"
	check_now "it is not" finds 1 room limited 'dunst cuts cards at a height of 60'
	printf '[global]\n    height = (0, 400)\n' >"$XDG_CONFIG_HOME/dunst/dunstrc"
	check_now "it is again" finds_none room
	check_now "a key for sway" env XDG_CURRENT_DESKTOP=sway bash -c \
		'"$B/limber" doctor | tr -s " \n" " " | grep -qF "bindsym \$mod+F9 exec limber done"'
	check_now "a key for Xfce" env XDG_CURRENT_DESKTOP=XFCE bash -c \
		'"$B/limber" doctor | tr -s " \n" " " | grep -q "Application Shortcuts"'
	check_now "nobody tells of sleep" finds 1 sleep missing
	check_now "input, and why not by better means" finds 1 idle ok \
		"XSync (Wayland: limberd knows of none; GNOME: its Mutter is not on this bus)"
	check_now "the clocks" finds 1 clocks ok "The wall clock says $(date +%F)"
	check_now "and no sleep longer than the time" not grep -q 1844674407 "$SCRATCH/out"
	check_now "the display is known" finds 1 display ok "$DISPLAY"
	check_now "the file is used" finds 1 configuration ok "/.config/limber/limber.conf"
	check_now "the store" finds 1 store ok "/.local/state/limber"
	check_now "the questions are answered" finds_none health
	check_now "another zone" env TZ=Asia/Tokyo bash -c '"$B/limber" doctor | grep -q "another one"'
	check_now "for people" bash -c '"$B/limber" doctor | grep -q "^  ok       limberd"'
	check_now "in 80 columns" test "$("$B/limber" doctor | wc -L)" -le 80
	limberd_stop
	check_now "limberd is gone" finds 1 limberd missing "limber on"
	check_now "and was not started" name_free $LIMBER_NAME
}

# Beside limberd is what it loads; here that is not all there.
part_unbuilt() {
	cp "$B/limberd" "$B/limber-notify" "$SCRATCH"
	"$SCRATCH/limberd" 2>"$SCRATCH/limberd.log" &
	limberd=$!
	wait_server $LIMBER_NAME $limberd "$SCRATCH/limberd.log"
	check_now "a part is not there" finds 1 idle missing "X11: limberd's part for it is not installed"
	limberd_stop
}

part_ill() {
	configure 'gap = "never";' 'hourz = 3;'
	check_now "the configuration" finds 1 configuration missing 'limber.conf:1: gap'
	check_now "all of it" finds 1 configuration missing 'hours'
	check_now "what that costs" finds 1 configuration limited 'start without ~/.config/limber/limber.conf.'
	mkdir -p "$XDG_STATE_HOME/limber"
	echo 'this is no database, whatever its name says about it' >"$XDG_STATE_HOME/limber/limber.db"
	check_now "the store is damaged" finds 1 store missing 'damaged'
	limberd_start
	check_now "what limberd found" finds 1 cards limited '~/.config/limber/limber.conf:1: gap'
	check_now "and does without" finds 1 cards limited '~/.config/limber/limber.conf: left out until that is right'
	kill -STOP $limberd
	check_now "limberd hangs" quicker 15000 finds 1 limberd missing 'does not answer'
	kill -CONT $limberd
	limberd_stop
}

part_hung() {
	check_now "the server hangs" quicker 15000 finds 1 server missing 'does not answer'
}

part_bare() {
	check_now "no server" finds 1 server missing 'limber watch'
	check_now "and none was started" name_free $NOTIFICATIONS
	check_now "not at login" finds 1 login limited 'limber on'
	mkdir -p "$XDG_CONFIG_HOME/autostart" && : >"$XDG_CONFIG_HOME/autostart/limber-attach.desktop"
	check_now "at login, without systemd" finds 1 login ok 'autostart'
	check_now "no store yet" finds 1 store ok
	check_now "no bus" env DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere \
		bash -c '"$B/limber" doctor | grep -q "no session bus"'
}

begin "$@"
surrounded with-dunst.sh well
surrounded with-dunst.sh unbuilt
surrounded with-bus.sh ill
surrounded with-hung-server.sh hung
surrounded with-bus.sh bare
tell
