#!/bin/bash
# Another date for all that a test runs (tests/shift.c), before and after the machine's: the clocks,
# timers and files of a C program, and what other programs take from it.
set -u
cd "$(dirname "$0")/../.." || exit
B=$(realpath "${B:-build}")
[ -z "${SAN:-}" ] || { echo 'SKIPPED: a sanitizer wants to be the first library'; exit 77; }
[ "$(tests/dates.sh at UTC 86400 date +%F 2>&1)" = 1970-01-02 ] ||
	{ echo 'SKIPPED: no library can be preloaded here'; exit 77; }
failed=0
expect() { # WHAT IS SHOULD
	[ "$2" = "$3" ] || { echo "$1 is '$2', not '$3'" && failed=1; }
}

for moment in 86400 951782400 1795000000 2147558400 4102444800; do
	year=$(date -u -d "@$moment" +%Y)
	at=(tests/dates.sh at UTC "$moment")
	"${at[@]}" "$B/tests/system/shift_probe" $moment || { echo "at $moment" && failed=1; }
	expect 'the year of date' "$("${at[@]}" date +%Y)" "$year"
	expect 'of bash' "$("${at[@]}" bash -c 'printf "%(%Y)T" -1')" "$year"
	expect 'of a child' "$("${at[@]}" sh -c 'exec sh -c "date +%Y"')" "$year"
	next=$("${at[@]}" "$B/limber" calendar 12:00 -n 1 --json | sed 's|.*\[||; s|\].*||')
	((next > moment && next < moment + 2 * 86400)) || { echo "limber: $next" && failed=1; }
	! command -v python3 >/dev/null || expect 'of SQLite' "$("${at[@]}" python3 -c 'import sqlite3
print(sqlite3.connect(":memory:").execute("select strftime(\"%Y\", \"now\")").fetchone()[0])')" "$year"
done
expect 'the hour in a zone' "$(tests/dates.sh at Asia/Tokyo 86400 date +%H)" 09
exit $failed
