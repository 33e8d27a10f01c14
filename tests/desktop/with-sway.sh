#!/bin/bash
# with-sway.sh COMMAND...: runs it in a headless sway on a private session bus; its exit status.
# sway refuses root: then all of it is run as nobody. For COMMAND, besides what with-bus.sh gives:
# WAYLAND_DISPLAY, SWAYSOCK, SWAY_PID. `wtype -k Shift_L` is input.
set -u
# shellcheck source=tests/desktop/bus.inc
. "$(dirname "$(readlink -f "$0")")/bus.inc"
[ $# -gt 0 ] || { echo "usage: with-sway.sh COMMAND..." >&2; exit 2; }
need sway swaymsg wtype
[ "$(id -u)" != 0 ] || exec setpriv --reuid=nobody --regid=nogroup --clear-groups "$0" "$@"
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-bus.sh" "$0" "$@"

trap 'swaymsg -q exit 2>/dev/null; stop ${sway_pid:+"$sway_pid"}' EXIT
trap 'exit 143' TERM INT HUP
echo 'xwayland disable' >"$SCRATCH/sway.conf"
WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 LIBSEAT_BACKEND=noop \
	sway -c "$SCRATCH/sway.conf" >"$SCRATCH/sway.log" 2>&1 &
sway_pid=$!

sockets() {
	kill -0 $sway_pid 2>/dev/null || { cat "$SCRATCH/sway.log" >&2; exit 1; }
	WAYLAND_DISPLAY=$(cd "$XDG_RUNTIME_DIR" && compgen -G 'wayland-[0-9]') &&
		SWAYSOCK=$(compgen -G "$XDG_RUNTIME_DIR/sway-ipc.*.sock")
}
wait_until sockets || exit 1
export WAYLAND_DISPLAY SWAYSOCK SWAY_PID=$sway_pid
swaymsg -q -t get_version >/dev/null # it answers from its loop: a signal before that is lost
"$@"
