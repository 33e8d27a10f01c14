#!/bin/bash
# with-kwin.sh COMMAND...: runs it in a kwin_wayland without a screen, on a private session bus;
# its exit status. For COMMAND, besides what with-bus.sh gives: WAYLAND_DISPLAY. $SCRATCH/poke is
# input, unless with KWIN_CHECKS=1 KWin checks what a client may use.
set -u
# shellcheck source=tests/desktop/bus.inc
. "$(dirname "$(readlink -f "$0")")/bus.inc"
[ $# -gt 0 ] || { echo "usage: with-kwin.sh COMMAND..." >&2; exit 2; }
need kwin_wayland wayland-scanner pkg-config "${CC:-cc}"
input=/usr/share/plasma-wayland-protocols/fake-input.xml
[ -r $input ] || skip "plasma-wayland-protocols is not installed"
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-bus.sh" "$0" "$@"

trap 'stop ${kwin_pid:+"$kwin_pid"}' EXIT
trap 'exit 143' TERM INT HUP
# A copy lacks the capability of the file, which a container may not give; KWin looks at its name.
cp "$(command -v kwin_wayland)" "$SCRATCH/kwin_wayland" || exit 1
[ -n "${KWIN_CHECKS:-}" ] || export KWIN_WAYLAND_NO_PERMISSION_CHECKS=1
KWIN_COMPOSE=Q "$SCRATCH/kwin_wayland" --virtual \
	--no-lockscreen --no-global-shortcuts --socket wayland-test --width 320 --height 240 \
	>"$SCRATCH/kwin.log" 2>&1 &
kwin_pid=$!
wayland-scanner client-header $input "$SCRATCH/fake-input.h" &&
	wayland-scanner private-code $input "$SCRATCH/fake-input.c" || exit 1
# shellcheck disable=SC2046 # flags are words
"${CC:-cc}" -std=c17 -D_GNU_SOURCE -I"$SCRATCH" -o "$SCRATCH/poke" "$HERE/kwin/poke.c" \
	"$SCRATCH/fake-input.c" $(pkg-config --cflags --libs wayland-client) || exit 1
there() {
	kill -0 $kwin_pid 2>/dev/null || { cat "$SCRATCH/kwin.log" >&2; exit 1; }
	[ -S "$XDG_RUNTIME_DIR/wayland-test" ]
}
wait_until there || exit 1
export WAYLAND_DISPLAY=wayland-test
"$@"
