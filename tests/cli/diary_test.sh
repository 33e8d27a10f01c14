#!/bin/bash
# The diary with a real limberd: entries, undo, the line in status, a restart, and what is kept quiet.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

# It is 14:00 to 15:00 in this zone, so that a part stays within a day and a night.
offset=$((14 - 10#$(date -u +%H)))
TZ=Etc/GMT$([ $offset -gt 0 ] && echo "-$offset" || echo "+$((-offset))")
export TZ LIMBER_LOCALEDIR=$B/locale

limberd_start() {
	"$B/limberd" >>"$SCRATCH/limberd" 2>&1 &
	daemon=$!
	wait_server org.limberd.Limber1 "$daemon" "$SCRATCH/limberd"
}

# week FILTER: of the last seven days, as physio-plan has them.
week() {
	run 0 catalogue physio-plan --json
	json ".weeks[0] | $1"
}

see() { # FILTER
	run 0 status --json
	json ".see | $1"
}

part_entries() {
	limberd_start || fail 'limberd does not start'
	week '.cramps == 0 and .worst == null and .scores == 0'
	run 0 catalogue physio-plan && says 'nothing of the last four weeks'
	run 0 cramp 3am left calf 7 of 10 woke nocturnal
	says 'Booked: cramp 03:00, left calf, 7 of 10, woke you, nocturnal. Undo: limber undo'
	says 'limber kinds add nocturnal'
	week '.cramps == 1 and .worst == 7 and .nights == 1'
	run 0 cramp 25h ago right 0 stiff --json
	json '.side == "right" and .where == "" and .kind == "" and .strength == 0 and (.woke | not) and
		.symptoms == ["stiff"] and .hint == "" and .see == [] and (.at | type) == "number"'
	week '.cramps == 2'
	run 0 undo && says 'Took back: the entry in the diary'
	week '.cramps == 1'
	run 0 catalogue physio-plan && says 'NIGHTS WOKEN'
	[ "$(grep -c ' - [0-9]' "$SCRATCH/out")" -eq 4 ] || fail "not four weeks: $out"
	run 0 how 4 && says 'Today: 4 of 10'
	week '.scores == 1 and .score_sum == 4'
	run 0 how 6/10 --json && json '.score == 6 and .before == 4'
	week '.scores == 1 and .score_sum == 6'
	run 0 undo
	week '.scores == 1 and .score_sum == 4'
	run 0 kinds add nocturnal
	run 0 cramp 10:00 woke --json && json '.hint == ""'
	stop "$daemon"
}

part_refused() {
	limberd_start || fail 'limberd does not start'
	run 1 cramp 8days ago && complains 'more than seven days ago'
	run 0 cramp 6days ago
	run 1 cramp today 23:00 && complains 'yet to come'
	run 1 cramp 2199-01-01 03:00 && complains 'yet to come'
	run 2 cramp yesterday && complains 'is not a past time of day'
	run 2 how 11 && complains 'from 0 (no trouble)'
	run 2 how four
	run 0 cramp 'yesterday 22:00 left' calf && says 'cramp yesterday 22:00, left calf'
	run 0 undo
	run 2 cramp '' && complains 'is empty'
	run 2 cramp "$(printf 'left %.0s' {1..20})" && complains 'left'
	run 2 cramp "$(printf 'x%.0s' {1..5000})" && complains 'is not a word of the diary'
	run 2 cramp $'\xff\xfe'
	call="busctl --user call org.limberd.Limber1 /org/limberd/Limber1 org.limberd.Limber1.Manager Record"
	for values in 'cramp a{sv} 1 Where s toe' 'cramp a{sv} 1 Side s up' 'cramp a{sv} 1 Kind s odd' \
		'cramp a{sv} 1 Symptoms as 1 odd' 'cramp a{sv} 1 Strength u 11' 'cramp a{sv} 1 When s soon' \
		'cramp a{sv} 1 Woke s yes' 'score a{sv} 0' 'score a{sv} 1 Score u 11' 'odd a{sv} 0'; do
		# shellcheck disable=SC2086
		$call "s${values#* }" "${values%% *}" >/dev/null 2>&1 && fail "booked: $values"
	done
	week '.cramps == 1 and .scores == 0'
	stop "$daemon"
}

part_see_someone() {
	limberd_start || fail 'limberd does not start'
	run 0 cramp 1h ago woke
	run 0 cramp 25h ago woke && says 'Second night this week.'
	see '. == []'
	run 0 cramp 49h ago woke && says 'Third night this week.' && says 'limber warnings'
	see 'length == 2 and (.[0] | contains("woke you in 3"))'
	run 0 status && says 'Worth seeing someone: cramps woke you in 3 of the last seven nights'
	run 0 undo
	see '. == []'
	run 0 cramp 49h ago woke
	kill -9 "$daemon"
	wait "$daemon" 2>/dev/null
	limberd_start || fail 'limberd does not start again'
	see 'length == 2'
	run 0 warnings seen
	see '. == []'
	stop "$daemon"
	limberd_start || fail 'limberd does not start again'
	see '. == []'
	run 1 warnings seen && complains 'Nothing in the diary'
	# Noted since, whenever it was.
	run 0 cramp 25h ago numb && says 'limber warnings'
	see 'length == 2'
	run 0 undo
	see '. == []'
	run 0 cramp numb && says 'limber warnings'
	see '.[0] | contains("numb or tingling")'
	run 0 forget --kind cramp --yes
	see '. == []'
	run 0 how 3
	run 0 catalogue physio-plan --json && json '[.weeks[].cramps] == [0, 0, 0, 0]'
	stop "$daemon"
}

# score DAYS AMOUNT: a row of another machine.
score() {
	local at=$(($(date +%s) - $1 * 86400))
	printf '{"origin": "%s", "sequence": %d, "revision": 1, "kind": "score", "outcome": "done",' "$other" "$1"
	printf ' "day": "%s", "reminder": "", "item": "", "due": 0, "shown": 0,' "$(date -d "@$at" +%F)"
	printf ' "ended": %d000000, "zone": 0, "seconds": 0, "amount": %d, "side": "", "marks": 0}\n' "$at" "$2"
}

# Weeks that another machine had, and limberd runs while they are imported.
part_worse() {
	other=0123456789abcdef0123456789abcdef
	limberd_start || fail 'limberd does not start'
	run 0 how 6
	see '. == []'
	{
		printf '{"limber_history": 1, "store": "%s", "host": "other"}\n' "$other"
		score 16 2 && score 15 2 && score 9 4 && score 8 3 && score 1 5
	} >"$SCRATCH/rows"
	run 0 import "$SCRATCH/rows"
	see '.[0] | contains("worse than the one before")'
	run 0 catalogue physio-plan --json
	json '[.weeks[] | [.scores, .score_sum]] == [[2, 11], [2, 7], [2, 4], [0, 0]]'
	run 0 how 1
	see '. == []'
	stop "$daemon"
}

# Nothing of the diary is in the journal or in a signal.
part_quiet() {
	limberd_start || fail 'limberd does not start'
	: >"$SCRATCH/signals"
	dbus-monitor --session "type='signal',sender='org.limberd.Limber1'" >"$SCRATCH/signals" 2>&1 &
	monitor=$!
	wait_until grep -q NameAcquired "$SCRATCH/signals"
	run 0 cramp left calf 7 woke numb nocturnal
	run 0 how 4
	run 0 undo
	run 0 sat 10m
	wait_until grep -q '"sat"' "$SCRATCH/signals"
	grep -q '"booked"' "$SCRATCH/signals" || fail 'no event is there'
	grep -iE 'calf|numb|woke|nocturnal|cramp|score' "$SCRATCH/signals" "$SCRATCH/limberd" &&
		fail 'the diary is in a signal or in the log'
	stop "$monitor" "$daemon"
}

part_question() {
	limberd_start || fail 'limberd does not start'
	"$HERE/typist.py" '' "$B/limber" cramp >"$SCRATCH/out" 2>/dev/null
	grep -q 'Booked: cramp' "$SCRATCH/out" || fail "Enter does not book: $(tail -3 "$SCRATCH/out")"
	"$HERE/typist.py" 'lfet|3am left 7 woke' "$B/limber" cramp >"$SCRATCH/out" 2>/dev/null
	grep -q 'Did you mean "left"' "$SCRATCH/out" || fail "a typo is not named: $(tail -5 "$SCRATCH/out")"
	grep -q 'Booked: cramp 03:00, left' "$SCRATCH/out" || fail 'it is not asked again'
	"$HERE/typist.py" n "$B/limber" cramp >"$SCRATCH/out" 2>/dev/null || fail 'no is refused'
	grep -q 'Booked' "$SCRATCH/out" && fail 'no books'
	[ "$(wc -l <"$SCRATCH/out")" -le 24 ] || fail 'the first step scrolls away'
	week '.cramps == 2'
	stop "$daemon"
}

part_german() {
	export LANGUAGE=de
	"$B/limber" help | grep -q 'Alle Befehle' || {
		echo 'SKIPPED: German, no locale of this machine speaks it'
		return
	}
	limberd_start || fail 'limberd does not start'
	run 0 cramp um 3 Uhr linke Wade, 7 von 10, geweckt, taub
	says 'Eingetragen: Krampf 03:00, Wade links, 7 von 10' && says 'geweckt'
	run 0 cramp gestern 22:00 Hüfte beide nachts && says 'gestern 22:00'
	run 0 cramp vor 20m dumpf
	run 0 cramp left calf woke && says 'Wade links'
	run 2 cramp lniks && complains 'links'
	run 0 status && says 'Lass es ansehen'
	run 0 names after -- cramp && says 'taub'
	unset LANGUAGE
	stop "$daemon"
}

part_french() {
	export LANGUAGE=fr
	"$B/limber" help | grep -q 'Répondre à une carte' || {
		echo 'SKIPPED: French, no locale of this machine has it'
		return
	}
	limberd_start || fail 'limberd does not start'
	run 0 cramp à 3 h, mollet gauche, 7 sur 10, réveil, engourdi
	says 'crampe 03:00, mollet gauche, 7 sur 10' && says 'réveil'
	run 0 cramp hier à 22h30 $'à l\u2019aine' la nuit && says 'hier 22:30'
	run 0 cramp il y a une demi-heure sourde
	run 0 cramp 10 h du soir genou droit && says '22:00, genou droit'
	run 2 cramp dans 3 h && complains 'dans 3 h'
	run 2 cramp gauhce && complains 'gauche'
	run 0 status && says 'Mieux vaut consulter'
	run 0 names after -- cramp && says 'engourdi'
	unset LANGUAGE
	stop "$daemon"
}

part_off() {
	run 3 cramp 3am left && complains 'not running'
	run 3 how 4
	run 0 cramp && says 'Never force it'
}

run_parts "$@"
