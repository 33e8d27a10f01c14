#!/bin/bash
# The end of a day's card that nobody clicks: it is shown, nobody touches a thing for a minute, and
# it goes by itself, answered by getting up. With dunst and X11; takes over a minute.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

part_natural() {
	configure "$ANYTIME" 'card_time = "5min"; setup_done = true;'
	limberd_start
	check "X11 tells" state '.idle_source == "XSync"'
	xdotool mousemove_relative 3 3
	check_now "a card" limber try desk
	check "it is up" state '.card.shown > 0'
	sleep 29
	check "after half a minute it is an absence" state '.absences == ["idle"]'
	check_now "from the last input on" state '.now - .absent_since < 35'
	sleep 28
	check "after a minute it is an answer" row '.outcome == "natural"'
	check_now "and the card is off the screen" [ "$(dunstctl count displayed)" = 0 ]
	xdotool mousemove_relative 3 3
	check "back" state '.sitting and .absences == []'
	limberd_stop
}

need xdotool
begin "$@"
surrounded with-dunst.sh natural
tell
