#!/bin/bash
# Whole days: what limber simulate makes of each DAY.day is what stands in DAY.expected, and no
# rule that rules.c knows is broken. DAYS=write writes the transcripts anew, to be read and judged.
set -u
HERE=$(dirname "$(readlink -f "$0")")
B=${B:-$HERE/../../build}
failed=0
[ -e /usr/share/zoneinfo/America/Los_Angeles ] || { echo 'SKIPPED: no time zones (tzdata)' && exit 77; }
export LC_ALL=C.UTF-8 TZ=UTC

for day in "$HERE"/*.day; do
	expected=${day%.day}.expected
	got=$("$B/limber" simulate "$day" 2>&1)
	[ "${DAYS:-}" = write ] && printf '%s\n' "$got" >"$expected"
	[ "$got" = "$(cat "$expected")" ] && continue
	diff -u --label "${expected##*/}" --label "what came" "$expected" <(printf '%s\n' "$got")
	failed=1
done
"$B/tests/days/rules" "$HERE"/*.day || failed=1
exit $failed
