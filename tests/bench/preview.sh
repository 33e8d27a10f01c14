#!/bin/bash
# preview.sh: a year of `limber preview` with ten reminders, the median of ROUNDS (9) runs, beside
# `limber config check`, which reads the same files and plays nothing. Aimed at: 50 ms.
set -u
# shellcheck disable=SC1091 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
within with-bus.sh "$@"
rounds=${ROUNDS:-9}

ten_reminders

# timed COMMAND...: the median, microseconds.
timed() {
	local begin i
	: >"$SCRATCH/times"
	for ((i = 0; i < rounds; i++)); do
		begin=$(now)
		"$@" >/dev/null || exit 1
		echo $(($(now) - begin)) >>"$SCRATCH/times"
	done
	median "$SCRATCH/times"
}

year=$(timed "$B/limber" preview --days 365) || exit 1
check=$(timed "$B/limber" config check) || exit 1
printf 'a year of preview, 10 reminders: %.1f ms, %s times config check (%s cards)\n' \
	"$(ratio "$year" 1000)" "$(ratio "$year" "$check")" \
	"$("$B/limber" preview --days 365 --json | jq '.cards | length')"
