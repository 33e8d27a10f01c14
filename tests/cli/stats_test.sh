#!/bin/bash
# Reports of the sums, on the store of an invented person.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

history() { # [DAYS [LAST]]
	"$B/tests/store/history_make" "$XDG_STATE_HOME/limber" "${2:-2026-11-27}" "${1:-28}" ||
		fail "history_make fails"
}

sql() {
	sqlite3 "$XDG_STATE_HOME/limber/limber.db" "$1"
}

part_nothing() {
	run 0 stats && says 'Nothing was booked yet'
	run 0 stats --json && json '.parts == [] and .all.asked == 0'
	history
	run 0 stats 2025-01-01 && says 'Nothing was booked in that time'
	run 2 stats never && complains 'is not a day or a range'
	run 1 stats 2199-01-01..2199-01-02 && complains 'yet to come: limber preview week'
}

# The numbers are those of the rows.
part_numbers() {
	history
	run 0 stats 2026-11-21..2026-11-27 --json
	local days="day BETWEEN 20778 AND 20784"
	json ".unit == \"day\" and (.parts | length) == 7 and .parts[0].first == \"2026-11-21\""
	json ".all.sitting_seconds == $(sql "SELECT sum(seconds) FROM history WHERE kind = 1 AND $days")"
	json ".all.sitting_longest == $(sql "SELECT max(seconds) FROM history WHERE kind = 1 AND $days")"
	json ".all.water_ml == $(sql "SELECT sum(amount) FROM history WHERE kind = 3 AND $days")"
	json ".all.outcomes.natural == $(sql "SELECT count(*) FROM history WHERE outcome = 5 AND $days")"
	json ".all.asked == $(sql "SELECT count(*) FROM history WHERE outcome IN (1, 2, 3, 5, 7)
		AND shown NOT NULL AND kind = 0 AND $days")"
	json '.all.asked == ([.parts[].asked] | add) and .all.asked == ([.all.hours[].asked] | add)'
	json '.all.taken == ([.all.hours[].taken] | add)'
}

part_picture() {
	history
	run 0 stats 2026-11-24..2026-11-26
	diff - "$SCRATCH/out" <<-'EOT' || fail 'the picture is another one'
	Tue 24 Nov - Thu 26 Nov 2026

	  Breaks      9 of 14 (64 %), 2 of them by yourself; 1 perhaps, not counted; 1
	              not shown
	  Tue 24 Nov  ██████▒▒▒░░░░░░░░░  2 of 5
	  Wed 25 Nov  ████████████░░░     4 of 5
	  Thu 26 Nov  ███▓▓▓▓▓▓···        3 of 4
	              █ done  ▓ by yourself  ▒ perhaps  ░ skipped  · unanswered

	  Sitting     ███  longest 1 h 55 min, 1 h 8 min on average; 20 h in all, 18
	                   spells
	  Water       ▆██  2.0 l, 8 drinks
	  Cramps      ·█·  1, the worst 5 of 10
	  Trouble     ▄▂▂  2.7 of 10 on average, 3 days
	EOT
	LC_ALL=C run 0 stats 2026-11-24..2026-11-26
	[ "$(LC_ALL=C tr -d '\0-\177' <"$SCRATCH/out" | wc -c)" -eq 0 ] || fail "not ASCII: $out"
	says '######???---------' && says 'Water       789  2.0 l'
	run 0 stats 2026-11-24..2026-11-26 --plain
	says 'Tue 24 Nov  2 of 5, 2 done, 1 perhaps, 3 skipped'
	[[ $out != *█* ]] || fail "--plain draws: $out"
}

# Nothing is wider than the terminal, in any range.
part_narrow() {
	local columns range language
	history 400 2026-11-27
	export LIMBER_LOCALEDIR=$B/locale
	for language in en "$B"/locale/*; do
		for columns in 36 40 60; do
			for range in 2026-11-24 2026-11-21..2026-11-27 2026-10-28..2026-11-27 \
				2026-07-01..2026-11-27 2025-11-01..2026-11-27; do
				LANGUAGE=${language##*/} COLUMNS=$columns run 0 stats "$range"
				[ "$(wc -L <"$SCRATCH/out")" -le "$columns" ] ||
					fail "wider than $columns columns: $out"
				says '█'
			done
		done
	done
	unset LIMBER_LOCALEDIR
}

# rows FILTER: put what jq makes of each row into the history.
rows() {
	"$B/limber" export | jq -c "$1" >"$SCRATCH/rows" && run 0 import "$SCRATCH/rows"
}

# A day with the scores of two machines is one day.
part_two_machines() {
	history
	rows 'if .kind then select(.kind == "score") | .origin = "0123456789abcdef0123456789abcdef" else . end'
	run 0 stats 2026-11-24..2026-11-26 && says 'of 10 on average, 3 days'
	run 0 stats 2026-11-24..2026-11-26 --json && json '.all.scores == 6'
}

# Amounts are in the units of the plan, rounded, and decimal numbers in the form of the language.
part_units_of_water() {
	history
	rows 'if .kind == "drink" then .amount = 242 | .revision = 2 else . end'
	run 0 stats 2026-11-24..2026-11-26 && says '1.9 l, 8 drinks'
	LANGUAGE=de LIMBER_LOCALEDIR=$B/locale run 0 stats 2026-11-24..2026-11-26
	says '1,9 l, 8 Mal getrunken' && says 'im Mittel 2,7 von 10'
	LANGUAGE=de LIMBER_LOCALEDIR=$B/locale run 0 stats 2026-11-24..2026-11-26 --json
	json '.all.water_ml == 1936'
	run 0 stats 2026-11-26 && says '726 ml, 3 drinks'
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'units = "oz";' >"$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 stats 2026-11-24..2026-11-26 && says '65 oz, 8 drinks'
}

# Days up to a month, then weeks, months, years; not before the first row, nor after today.
part_units() {
	local last
	last=$(date -d '4 hours ago' +%F)
	history 1500 "$last"
	run 0 stats month --json && json '.unit == "day"'
	run 0 stats "$(date -d '-100 days' +%F).." --json
	json ".unit == \"week\" and (.parts | length) <= 16"
	run 0 stats year --json && json '.unit == "month" and (.parts | length) <= 13'
	run 0 stats ..today --json
	json ".unit == \"year\" and .first == \"$(date -d "$last -1499 days" +%F)\""
	run 0 stats ..today && says 'of 10 on average, 1500 days'
}

part_week() {
	run 0 week && says 'Nothing was booked this week and last week'
	history 28 "$(date -d '4 hours ago' +%F)"
	"$B/limber" export | grep -vE '"kind": "(card|sitting|away|cramp)"' >"$SCRATCH/rows"
	rm -r "$XDG_STATE_HOME/limber"
	run 0 import "$SCRATCH/rows"
	run 0 week && says ' week: water ' && says '; trouble '
	rm -r "$XDG_STATE_HOME/limber"
	history 28 "$(date -d '4 hours ago' +%F)"
	run 0 week && says 'longest sit '
	rm -r "$XDG_STATE_HOME/limber"
	history 28 "$(date -d '4 hours ago 7 days ago' +%F)"
	"$B/limber" forget week --yes >/dev/null
	run 0 week && says 'Last week: '
	[[ $out != *'This week'* && $out != *'last week'* ]] || fail "a week without rows: $out"
	rm -r "$XDG_STATE_HOME/limber"
	history 28 "$(date -d '4 hours ago' +%F)"
	run 0 week --json && json '.week.asked >= .week.taken and .before.asked > 10 and (.line | test("longest sit"))'
}

run_parts "$@"
