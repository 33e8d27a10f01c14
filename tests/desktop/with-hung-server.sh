#!/bin/bash
# with-hung-server.sh COMMAND...: runs it on a private session bus where a notification server
# has its name but never answers; its exit status. Within with-bus.sh it uses that bus.
# For COMMAND, besides what with-bus.sh gives: HUNG_PID.
set -u
# shellcheck disable=SC1091
. "$(dirname "$(readlink -f "$0")")/bus.inc"
[ $# -gt 0 ] || { echo "usage: with-hung-server.sh COMMAND..." >&2; exit 2; }
need pkg-config "${CC:-cc}"
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-bus.sh" "$0" "$@"

trap 'stop ${HUNG_PID:+"$HUNG_PID"}' EXIT
trap 'exit 143' TERM INT HUP
# shellcheck disable=SC2046 # flags are words
"${CC:-cc}" -std=c17 -D_GNU_SOURCE -o "$SCRATCH/hung_server" "$HERE/hung_server.c" \
	$(pkg-config --cflags --libs libsystemd) || exit 1
"$SCRATCH/hung_server" &
export HUNG_PID=$!
wait_server "$NOTIFICATIONS" "$HUNG_PID" || exit 1
"$@"
