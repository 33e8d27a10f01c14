#!/bin/bash
# stats.sh: reports over ROWS (1,000,000) rows of ten years: how long they take and how much memory,
# beside one plain SQL `group by` of local day and outcome over the same rows.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
rows=${ROWS:-1000000} rounds=${ROUNDS:-9}
need sqlite3
within with-bus.sh

timed() {
	"$B/tests/bench/timed" "$rounds" "$@" || exit 1
}

store=$XDG_STATE_HOME/limber
last=$(date -d '4 hours ago' +%F)
"$B/tests/store/history_make" "$store" "$last" 3650 "$rows" || exit 1
printf '%-36s %10s %12s\n' "$rows rows of ten years" 'median, ms' 'peak, KiB'
timed 'sqlite3, group by day and outcome' sqlite3 "$store/limber.db" \
	'SELECT day, outcome, count(*) FROM history GROUP BY day, outcome'
timed 'limber stats ..today' "$B/limber" stats ..today
timed 'limber stats year' "$B/limber" stats year
timed 'limber stats' "$B/limber" stats
timed 'limber week' "$B/limber" week
timed 'limber stats --openmetrics' "$B/limber" stats --openmetrics
timed 'limber report (4 weeks)' "$B/limber" report -o "$SCRATCH/page.html"
timed 'limber report year' "$B/limber" report year -o "$SCRATCH/page.html"
timed 'limber report ..today' "$B/limber" report ..today -o "$SCRATCH/page.html"
