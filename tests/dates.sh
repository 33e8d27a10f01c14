#!/bin/bash
# Runs tests as if at other moments, in the zones of these: each test begins at the moment, and all
# that it runs has that clock (shift.c). What needs a user manager of its own keeps the machine's.
#
# usage: [B=build] [DATES=12] tests/dates.sh TEST...       DATES: so many of them, others each day
#        [B=build] tests/dates.sh at ZONE SECONDS COMMAND...
set -u
cd "$(dirname "$0")/.." || exit
B=$(realpath "${B:-build}")

mapfile -t moments <<'END'
Europe/Berlin       2027-06-14 12:00 +0200  a Monday at noon
America/New_York    2027-06-13 23:30 -0400  a Sunday night
Asia/Kolkata        2026-12-31 23:58 +0530  the end of a year
Europe/Berlin       2028-02-29 09:00 +0100  a leap day
Europe/Berlin       2027-03-28 01:58 +0100  before summer time
Europe/Berlin       2027-10-31 02:58 +0200  the end of summer time
Australia/Lord_Howe 2027-04-04 01:58 +1100  the end of a summer time of half an hour
Australia/Lord_Howe 2027-10-03 01:58 +1030  before a summer time of half an hour
Europe/London       2027-02-01 08:58 +0000  the first Monday of a month
UTC                 2038-01-20 10:00 +0000  more seconds than fit into 32 bits
Pacific/Apia        2027-05-09 23:58 +1300  far ahead of UTC
Asia/Kathmandu      2027-01-31 21:28 +0545  the end of a month
END

at() { # ZONE SECONDS COMMAND...
	local now
	now=$(date +%s)
	TZ=$1 TEST_ZONE=$1 SHIFT=$(($2 - now)) LD_PRELOAD=$B/tests/shift.so exec "${@:3}"
}

[ "${1:-}" != at ] || at "${@:2}"
[ "$(at UTC 86400 date +%F 2>&1)" = 1970-01-02 ] || {
	echo 'SKIPPED: no library can be preloaded here'
	echo '0 passed, 0 failed, 1 skipped'
	exit 0
}
count=${DATES:-${#moments[@]}} failed=0
today=$(($(date +%s) / 86400)) first=$((today * count))
for ((i = first; i < first + count; i++)); do
	read -r zone date time offset name <<<"${moments[i % ${#moments[@]}]}"
	echo "== $date $time in $zone: $name"
	[ -e "/usr/share/zoneinfo/$zone" ] || { echo 'SKIPPED: this zone is not installed' && continue; }
	B=$B WRAP="tests/dates.sh at $zone $(date -d "$date $time $offset" +%s)" tests/run.sh "$@" || failed=1
done
exit $failed
