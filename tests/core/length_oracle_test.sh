#!/bin/bash
# Lengths against the time spans of systemd: random ones, and each answer read back from our print.
# On purpose we differ in a number without a unit: alone it is an error with us and seconds with
# systemd, last it is the next smaller unit ("1h30" is half past) and seconds with systemd; and
# in units in capitals, where systemd takes M for months.
set -u
command -v systemd-analyze >/dev/null || {
	echo "SKIPPED: there is no systemd-analyze to compare lengths with"
	exit 77
}
COUNT=2000
export LC_ALL=C.UTF-8 # it writes μs
mapfile -t lengths < <("$B/tests/core/length_oracle" lengths $COUNT)
out=$(systemd-analyze timespan "${lengths[@]}" | "$B/tests/core/length_oracle" check)
code=$?
tail -n 20 <<<"$out"
[ $code -eq 0 ] && [[ $out == *"$COUNT lengths, "* ]]
