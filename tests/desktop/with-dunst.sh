#!/bin/bash
# with-dunst.sh COMMAND...: runs it with a private X server, session bus and dunst; its exit status.
# Within with-bus.sh it uses that bus.
#
# For COMMAND, besides what with-bus.sh gives: DISPLAY, DUNST_PID, $SCRATCH/dunstrc and dunst.log.
# press.sh ACTION presses a button. Left click closes, middle click is the default action (the
# menu where there is none).
set -u
# shellcheck disable=SC1091
. "$(dirname "$(readlink -f "$0")")/bus.inc"
[ $# -gt 0 ] || { echo "usage: with-dunst.sh COMMAND..." >&2; exit 2; }
need dunst dunstctl Xvfb
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-bus.sh" "$0" "$@"

trap 'stop ${DUNST_PID:+"$DUNST_PID"} ${x_pid:+"$x_pid"}' EXIT
trap 'exit 143' TERM INT HUP

# The menu of buttons: "picks" the line that holds the text in $SCRATCH/pick.
cat >"$SCRATCH/menu" <<-MENU
	#!/bin/sh
	tee "$SCRATCH/menu.log" | grep -F -m1 -- "\$(cat "$SCRATCH/pick")"
MENU
chmod +x "$SCRATCH/menu"
cat >"$SCRATCH/dunstrc" <<-CONF
	[global]
	    monitor = 0
	    follow = none
	    width = 400
	    height = 300
	    origin = top-right
	    offset = 10x10
	    font = DejaVu Sans 11
	    markup = full
	    show_indicators = yes
	    idle_threshold = 0
	    history_length = 50
	    dmenu = $SCRATCH/menu
	    mouse_left_click = close_current
	    mouse_middle_click = do_action
	    mouse_right_click = close_all
CONF

# The X server's socket folder is shared by all, its display number is found free.
mkfifo "$SCRATCH/display"
exec 9<>"$SCRATCH/display"
Xvfb -displayfd 9 -screen 0 1024x768x24 -nolisten tcp >"$SCRATCH/xvfb.log" 2>&1 &
x_pid=$!
read -r -t "$(scaled 10)" number <&9 || { cat "$SCRATCH/xvfb.log" >&2; exit 1; }
exec 9>&-
export DISPLAY=:$number

dunst -conf "$SCRATCH/dunstrc" >"$SCRATCH/dunst.log" 2>&1 &
export DUNST_PID=$!
wait_server "$NOTIFICATIONS" "$DUNST_PID" "$SCRATCH/dunst.log" || exit 1
"$@"
