#!/bin/bash
# Calendar times compared with those of systemd: random times, in zones with odd rules, from moments
# just before a change. Each second group tests the normal form of the times.
#
# One rule differs on purpose: a time in the hour skipped in spring falls right after it, with systemd
# nowhere. Where systemd (252) gives up or skips times, calendar_oracle.c decides when a difference is
# ignored; these are counted, and rare. Kathmandu is tested after 1986: its one change, at midnight,
# made systemd lose weeks.
set -u
command -v systemd-analyze >/dev/null || {
	echo "SKIPPED: there is no systemd-analyze to compare calendar times with"
	exit 77
}
COUNT=72 ITERATIONS=4
groups='
Australia/Lord_Howe 2026-04-04 20:00:00|Australia/Lord_Howe 2026-10-03 12:00:00
Australia/Lord_Howe 2027-12-30 23:59:59|Australia/Lord_Howe 2028-02-28 12:30:00
Pacific/Apia 2011-12-28 12:00:00|Pacific/Apia 2011-12-29 23:59:59
Pacific/Apia 2010-09-25 12:00:00|Pacific/Apia 2012-03-31 18:00:00
Pacific/Apia 2026-06-30 00:00:00|Pacific/Apia 2020-09-26 23:00:00
Africa/Casablanca 2026-02-14 20:00:00|Africa/Casablanca 2026-03-21 20:00:00
Africa/Casablanca 2027-02-06 20:00:00|Africa/Casablanca 2027-03-13 20:00:00
Africa/Casablanca 2026-12-31 00:00:00|Africa/Casablanca 2018-10-27 12:00:00
Asia/Kathmandu 2026-12-31 23:45:00|Asia/Kathmandu 2026-02-27 23:59:59
Asia/Kathmandu 2028-02-28 18:15:00|Asia/Kathmandu 2096-02-28 12:00:00
America/New_York 2026-03-07 12:00:00|America/New_York 2026-10-31 20:00:00
America/New_York 2007-03-10 12:00:00|America/New_York 2006-10-28 20:00:00
America/New_York 2027-12-31 23:59:59|America/New_York 2028-02-28 22:00:00
Europe/Dublin 2026-03-28 12:00:00|Europe/Dublin 2026-10-24 20:00:00
Europe/Dublin 2026-12-31 12:00:00|Europe/Dublin 1971-10-30 12:00:00
America/Havana 2026-03-07 12:00:00|America/Havana 2026-10-31 20:00:00
'
# Words and forms that random ones never are.
fixed=('hourly' 'Daily' 'weekly' 'monthly' 'quarterly' 'yearly' '12-24 18:00' '2027-1-1 9:00' '2027-1-2 9:5' '9:5' '2027-1-2 9:5:7'
	'Mon *-*-1..7 12:15' 'Mon *-05~07/1 9:00' '*-02-29 9:00' '*-02-30 9:00' '*-*~1 23:59'
	'*-*~28 9:00' '*-*~1..28 9:00' 'Mon 2026-11-10 9:00' '02:30' '*:0/15' 'Sun 02:00' '00:00' '23:59:59' '2020-1-1 9:00')

seed=0 failed=0 sums=(0 0 0 0 0)
errors=$(mktemp) || exit
trap 'rm -f "$errors"' EXIT

answers() { # ZONE BASE TIME... - what it cannot calculate comes last
	local zone=$1 base=$2
	shift 2
	TZ=$zone timeout 60 systemd-analyze calendar --iterations=$ITERATIONS --base-time="@$base" \
		"$@" 2>"$errors"
	cat "$errors"
}

check_group() { # ZONE BASE TIME...
	local base out code counts zone=$1 from=$2
	base=$(TZ=$zone date -d "$from" +%s) || exit
	shift 2
	out=$(answers "$zone" "$base" "$@" | TZ=$zone "$B/tests/core/calendar_oracle" check "$base")
	code=$?
	read -ra counts <<<"${out##*checked}"
	if [ $code -ne 0 ] || [ "${counts[0]}" -ne $# ]; then
		failed=$((failed + 1))
		printf '%s from %s, %s times:\n%s\n' "$zone" "$from" $# "$out"
	fi
	for i in "${!sums[@]}"; do
		sums[i]=$((sums[i] + counts[i]))
	done
}

while IFS= read -r group; do
	seed=$((seed + 1))
	mapfile -t list < <("$B/tests/core/calendar_oracle" times $seed $COUNT)
	if ((seed % 2)); then
		list+=("${fixed[@]}")
	else
		mapfile -t list < <(printf '%s\n' "${list[@]}" | "$B/tests/core/calendar_oracle" print)
	fi
	check_group "${group%% *}" "${group#* }" "${list[@]}"
done < <(tr '|' '\n' <<<"$groups" | grep .)

printf '%d times, %d moments; %d in a gap; theirs pass by %d, give up %d; ' "${sums[@]}"
echo "$failed groups failed"
[ $failed -eq 0 ] && [ "${sums[0]}" -ge 2000 ] && [ "${sums[1]}" -ge 7000 ] &&
	[ "${sums[2]}" -gt 0 ] && [ "${sums[3]}" -lt $((sums[1] / 50)) ] &&
	[ "${sums[4]}" -lt $((sums[0] / 50)) ]
