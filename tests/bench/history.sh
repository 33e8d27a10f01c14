#!/bin/bash
# A million rows: export, import, a day in the log, and the size of the store. The yardstick of export
# is a copy of the same bytes by cat; that of a day, a command that reads nothing.
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/bench/bench.inc
. "$HERE/bench.inc"
within with-bus.sh "$@"

ROWS=1000000
export XDG_STATE_HOME=$SCRATCH/one

timed() { # WHAT COMMAND...
	local what=$1 began ended
	shift
	began=$(date +%s%N)
	/usr/bin/time -o "$SCRATCH/peak" -f %M "$@" >"$SCRATCH/out"
	ended=$(date +%s%N)
	took=$(((ended - began) / 1000000))
	printf '%-34s %6d ms  %6d KiB\n' "$what" "$took" "$(cat "$SCRATCH/peak")"
}

"$B/tests/store/history_make" "$SCRATCH/one/limber" 2026-11-30 3650 "$ROWS"
printf '%-34s %6.1f bytes\n' 'a row with its indexes' \
	"$(bc -l <<<"$(stat -c %s "$SCRATCH/one/limber/limber.db") / $ROWS")"
timed 'export' "$B/limber" export -o "$SCRATCH/export"
printf '%-34s %6d MB/s\n' '' $(($(stat -c %s "$SCRATCH/export") / took / 1000))
timed 'cat of the same' cat "$SCRATCH/export"
timed 'log of a day' "$B/limber" log 2026-11-24
timed 'limber version, which reads nothing' "$B/limber" version
export XDG_STATE_HOME=$SCRATCH/two
timed 'import' "$B/limber" import "$SCRATCH/export"
printf '%-34s %6d rows/s\n' '' $((ROWS * 1000 / took))
timed 'import of the same again' "$B/limber" import "$SCRATCH/export"
timed 'forget a year' "$B/limber" forget 2020 --yes
