#!/bin/bash
# The verbs of limber-report, most of which need no limberd.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2119 # what starts the stand-in takes no arguments of the test
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

# Far times are right on both sides of a change of the clocks, and behind the zone's table.
part_calendar() {
	local zone
	for zone in Europe/Berlin Australia/Lord_Howe; do
		export TZ=$zone
		run 0 calendar 12:30 -n 900 --json
		jq -r '.times[] | "@\(.)"' "$SCRATCH/out" | date -f - +%T | sort | uniq -c >"$SCRATCH/times"
		[ "$(xargs <"$SCRATCH/times")" = '900 12:30:00' ] ||
			fail "$zone: $(cat "$SCRATCH/times")"
	done
}

# A new file works with the # removed of one reminder, of several, and of every line.
part_config_edit() {
	local file=$XDG_CONFIG_HOME/limber/limber.conf name
	for name in desk water bedtime check-up standing shift; do
		rm -f "$file"
		EDITOR="sed -i /^#.$name.:/s/^#//" run 0 config edit || fail "$name: $(cat "$SCRATCH/err")"
		grep -qE "^ $name : \{.*\};$" "$file" || fail "$name is not one line"
	done
	rm "$file"
	EDITOR="sed -i -e /^#.desk.:/s/50min/40min/ -e /^#.desk.:/s/^#// -e /^#.water.:/s/^#//" run 0 config edit
	run 0 config show && says 'every = "40min"'
	rm "$file"
	EDITOR="sed -i s/^#//" run 0 config edit || fail 'not the whole file'
	rm "$file"
	EDITOR="sed -i 1d" run 0 config edit && complains 'sets nothing'
	rm "$file"
	mkdir -p "$file.d"
	printf '# by limber set\nreminders : { desk : { every = "45min"; }; };\n' >"$file.d/90-limber.conf"
	EDITOR="cp -t $SCRATCH" run 0 config edit
	grep -qF '##   reminders : { desk : { every = "45min"; }; };' "$SCRATCH/limber.conf" ||
		fail 'the settings of limber set are not shown'
	rm -r "$file.d"
}

part_config() {
	local file=$XDG_CONFIG_HOME/limber/limber.conf
	run 0 config path && [ "$out" = "$file" ] || fail "path: $out"
	run 0 config check && says 'good'
	run 0 config show && says 'gap = "30min";' && says 'built-in'
	run 0 config show --json && json '.values[] | select(.key == "gap") | .file == "built-in"'
	run 2 config chek && complains 'limber config check'
	EDITOR=true run 0 config edit && [ ! -e "$file" ] || fail 'a file left as it was stays'
	EDITOR=false run 1 config edit && complains 'EDITOR'
	EDITOR="sed -i s/30min/20min/" run 0 config edit && grep -q 20min "$file" || fail 'no edit'
	[ "$(stat -c %a "$file")" = 600 ] || fail 'others may read it'
	echo 'gap = "x"; hour = 1;' >"$file"
	run 1 config check && complains 'limber.conf:1: gap' && complains 'hours'
	run 1 config check --json && json '(.good | not) and (.errors | length == 2)'
	run 1 config show && run 1 config show --json
	start
	run 0 config show && says 'reminders : {'
	stop "$daemon"
}

part_health() {
	start
	run 0 health && says 'Kidney disease?' && says 'limber health --none'
	run 0 health --json && json '(.setup_done | not) and (.facts | length == 20) and
		all(.facts[]; .holds | not)'
	run 0 catalogue --json
	jq -r '.items[].cautions[] | "\(.fact) \(.rule)"' "$SCRATCH/out" | grep ' stop' | sort -u |
		cut -d ' ' -f 1 >"$SCRATCH/stopping"
	run 0 health --json
	jq -r '.facts[] | select(.stops != []) | .fact' "$SCRATCH/out" | sort |
		diff "$SCRATCH/stopping" - || fail 'a fact stops other items than it says'
	run 1 health --none && complains '--yes'
	run 1 health kidney=yes --none && says 'Hides: water-glass' && complains '--yes'
	grep -q Set "$SCRATCH/calls" && fail 'it was booked without a question'
	run 0 health --none --yes && says 'sharp, pinching'
	called "Set setup_done=true health_asked=\"$(date +%F)\""
	run 0 health kidney=yes acute=2026-11-23 && says 'Kept. Undo: limber undo'
	called 'Set health.acute="2026-11-23" health.kidney=true'
	run 0 health acute=yes && called "Set health.acute=\"$(date +%F)\""
	run 0 health fracture=yes && says 'Call for help' && says 'no item is for you'
	run 0 health fever=no && says 'Nothing to change'
	run 2 health kidny=yes && complains '"kidney"'
	run 2 health kidney=2026-11-23 && complains 'yes or no.'
	run 2 health acute=soon && complains 'such as 2026-11-22'
	run 2 health kidney && complains 'kidney=yes'
	run 2 health --yes
	stop "$daemon"
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'setup_done = true; health : { op = "2020-01-01"; thin = true; };' \
		>"$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 health && says 'your answers'
	run 0 health --json && json '.setup_done and [.facts[] | select(.holds).fact] == ["thin"]'
	run 3 health thin=no && complains 'at each login: limber on'
}

# Filters are combined; what is claimed for a kind and not supported is not found.
part_filters() {
	run 0 catalogue --kind nocturnal --evidence mixed && says walk-break
	[[ $out != *micro-pauses* && $out != *water-glass* ]] || fail "too much: $out"
	run 0 catalogue --cause dehydration --category hydrate --json &&
		json '[.items[].id] == ["water-glass", "bottle-check"]'
	run 0 catalogue --kind electrolyte --json && json 'any(.items[]; .id == "magnesium-skin") | not'
	run 0 catalogue --kind acute --json && json 'any(.items[]; .id == "heat-pack")'
	run 0 catalogue --kind postural --category hydrate && says 'No item'
	run 0 catalogue --kind postural --category hydrate --json && json '.items == []'
	run 2 catalogue --kind noctural && complains '"nocturnal"'
	run 2 catalogue --evidence best && complains 'custom-and-practice'
	run 1 catalogue walk-break --category relax && complains 'does not fit all of these'
}

# Without a state of the stand-in: a first start from the files.
part_preview() {
	start
	mkdir -p "$XDG_CONFIG_HOME/limber/limber.conf.d"
	echo 'setup_done = true; first_week = "full"; hours = "00:00-24:00"; quiet = "00:00-00:01";' \
		>"$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 preview && says 'limberd does not run' && says 'lunch 12:30-13:00' && says ' desk '
	run 0 preview --lunch no :today && says 'and do each card'
	echo 'setup_done = true; first_week = "full"; hours = "00:00-24:00"; quiet = "00:00-00:01";
		reminders : { abcdefghijklmnopqrstuvwxyz-abcde : { every = "1h"; of = "clock"; say = "This"; };
		abcdefghijklmnopqrstuvwxyz-abcdf : { every = "1h"; of = "clock"; say = "That"; };
		abcdefghijklmnopqrstuvwxyz-abcdg : { every = "1h"; of = "clock"; say = "It"; }; };' \
		>"$XDG_CONFIG_HOME/limber/limber.conf.d/long.conf"
	run 0 preview && says ' + abcdefghijklmnopqrstuvwxyz-abcde'
	rm "$XDG_CONFIG_HOME/limber/limber.conf.d/long.conf"
	run 0 preview :week --json && json '.running == false and
		(.cards | length > 50 and length <= 100 and all(.at >= 1 and .reminder != "") and
		any(.with == ["water"]) and any(.reminder == "bedtime"))'
	run 0 preview --days 1 --json && json '.until - .from <= 90000'
	run 0 preview "$(date -d '+3 days' +%F)" --json && json '.until - .from | . >= 82800 and . <= 90000'
	run 1 preview 2020-01-01 && complains 'limber log 2020-01-01'
	run 1 preview "$(date -d '+2 years' +%F)" && complains 'too far'
	run 0 preview tomorrow --json && json '.from > now and .until - .from <= 90000'
	run 0 preview week --json && json '.until - .from > 5 * 86400'
	run 1 preview yesterday && complains 'limber log yesterday'
	run 2 preview someday && complains 'tomorrow, week, month'
	run 2 preview :week --days 3 && complains 'not both'
	run 2 preview --days none && complains '--days'
	run 2 preview --lunch 13:00-12:00 && complains '12:00-12:45'
	echo 'gap = ' >"$XDG_CONFIG_HOME/limber/limber.conf"
	run 1 preview && complains 'limber.conf:1'
}

day() { # LINE...: a day's file
	printf '%s\n' 'begin 2026-11-24 08:00' 'zone Europe/Berlin' \
		'config setup_done = true; first_week = "full";' "$@" >"$SCRATCH/day"
}

# wrong CODE TEXT LINE...: such a day is refused, and why.
wrong() {
	day "${@:3}"
	run "$1" simulate "$SCRATCH/day" && complains "$2"
}

part_simulate() {
	day '09:00 done' '10:00 lock' '10:20 unlock' '11:30 end'
	run 0 simulate "$SCRATCH/day" && says 'Tue 24 Nov 2026' && says '09:50  desk' && says unanswered
	run 0 simulate "$SCRATCH/day" --json && json '.rows[1] | .reminder == "desk" and .shown and
		.outcome == "unanswered" and .at == 1795510200'
	echo 'reminders : { desk : { every = "30min"; }; }; setup_done = true; first_week = "full";' \
		>"$SCRATCH/conf"
	run 0 simulate "$SCRATCH/day" --config "$SCRATCH/conf" && says '09:30  desk'
	run 1 simulate "$SCRATCH/day" --config "$SCRATCH/none" && complains 'none cannot be read'
	out=$("$B/limber" simulate - <"$SCRATCH/day") || fail "from the standard input: $out"
	says '09:50  desk'
	# Another plan from there on.
	day '09:00 plan' 'config setup_done = true; first_week = "full"; gap = "5min"; cap = 99;' \
		'config reminders : { desk : { every = "20min"; }; };' '09:40 end'
	run 0 simulate "$SCRATCH/day" && says '09:12  desk' && says '09:34  desk'
	wrong 1 'day:4: "lokc" is nothing that happens' '09:00 lokc'
	wrong 1 'day:4: "snooze soon" is not written: snooze' '09:00 snooze soon'
	wrong 1 'day:4: "try dekc": there is no such reminder' '09:00 try dekc'
	wrong 1 'day:5: 08:30 is earlier' '09:00 lock' '08:30 unlock'
	wrong 1 'day:4: "09:70" is not a time' '09:70 lock'
	wrong 1 'day:4: "lock" begins with no time' 'lock'
	wrong 1 'day:4: What happened at 09:00?' '09:00'
	wrong 1 'day:4: There is no zone "Mars/Base"' '09:00 zone Mars/Base'
	wrong 1 'day:4: "clock 1h"' '09:00 clock 1h'
	wrong 1 'day:4: gap' 'config gap = "soon";'
	wrong 1 'day:5: config stands' '09:00 lock' 'config gap = "5min";'
	echo '09:00 lock' >"$SCRATCH/day" && run 1 simulate "$SCRATCH/day" && complains 'begin 2026'
	run 1 simulate "$SCRATCH/none" && complains 'cannot be read'
	run 1 simulate "$SCRATCH" && complains 'cannot be read'
	: >"$SCRATCH/day" && run 1 simulate "$SCRATCH/day" && complains 'begin'
	run 2 simulate && complains 'FILE'
}

# It works where nothing else does: no bus, no home, no limber-report.
part_cramp() {
	run 0 cramp && says 'Never force it' && says 'limber warnings'
	[ "$(wc -l <"$SCRATCH/out")" -lt 24 ] || fail 'the first step scrolls away'
	for sign in 'cannot stand' 'bladder' 'suddenly cold' 'chest hurts' 'feel faint' 'stays bent' \
		'waters breaking' 'like cola' 'in the heat' 'confused, or' 'testicle' 'PMC8775277'; do
		grep -q -- "$sign" "$SCRATCH/out" || fail "no sign: $sign"
	done
	says 'Evidence: mixed' && says 'or has a clot' && says 'Note the day'
	[ "$(grep -c '^  - ' "$SCRATCH/out")" -eq 9 ] || fail 'a sign of more than a line'
	run 0 cramp --json && json '(.steps | length == 5) and (.emergencies | length == 9)'
	json '.emergency and (.notes | length >= 1)'
	mkdir "$SCRATCH/alone" && cp "$B/limber" "$SCRATCH/alone"
	env -i "$SCRATCH/alone/limber" cramp | cmp -s - <("$B/limber" cramp) ||
		fail 'it needs more than itself'
	run 2 cramp lfet && complains 'Did you mean "left"'
	run 2 cramp 3am 4am && complains 'one too many'
	run 3 cramp 3am
}

part_kinds() {
	start
	run 0 kinds && says 'on  postural' && says 'see someone'
	run 0 kinds --json && json '(.kinds | length == 10) and
		[.kinds[] | select(.on).kind] == ["postural"] and
		([.kinds[] | select(.see_first)] | length == 3)'
	run 0 kinds add nocturnal ischemic && says 'See a doctor about the blood flow first'
	called 'Set kinds=[ "nocturnal", "postural", "ischemic" ]'
	run 0 kinds add postural && says 'Nothing to change'
	run 1 kinds remove postural && complains 'One kind has to stay'
	run 2 kinds add noctural && complains '"nocturnal"'
	run 2 kinds add
	run 2 kinds nocturnal
	stop "$daemon"
	run 3 kinds add nocturnal && complains 'at each login: limber on'
}

part_warnings() {
	start
	run 0 warnings yes && says 'limber warnings clear' && called "Set warning=\"$(date +%F)\""
	run 1 warnings clear && complains 'No warning sign is kept'
	run 2 warnings maybe
	stop "$daemon"
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'warning = "2026-11-23"; emergency_number = "112";' >"$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 warnings && says 'number now: 112' && says 'You said on 2026-11-23'
	run 3 warnings yes && says 'In an emergency call 112' # whatever else is wrong
	rm "$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 warnings && says 'Call your local emergency number now' && says 'Do not stretch it'
	run 0 warnings --json && json '(.signs | length == 21) and
		([.signs[] | select(.urgency == "emergency")] | length >= 8) and
		all(.signs[]; (.worse == null) == (.then == null))'
	# The manual has them all, word by word.
	tr -s '\n ' ' ' <"$HERE/../../man/limber-catalogue.5.scd" >"$SCRATCH/manual"
	jq -r '.signs[] | .text, .worse // empty' "$SCRATCH/out" | while read -r sign; do
		grep -qF -- "$sign" "$SCRATCH/manual" || echo "$sign"
	done >"$SCRATCH/missing"
	[ -s "$SCRATCH/missing" ] && fail "limber-catalogue(5) lacks: $(cat "$SCRATCH/missing")"
	run 0 about && says 'it is no medical device' && says 'No clinician'
	run 0 about --json && json '.reviewed == false and (.disclaimer | test("no medical device"))'
}

# The store of the limberd that runs, and the user's own when none does.
part_history() {
	XDG_STATE_HOME=$SCRATCH/trial "$B/limberd" >"$SCRATCH/limberd" 2>&1 &
	daemon=$!
	wait_server org.limberd.Limber1 "$daemon" "$SCRATCH/limberd" || return 1
	run 0 'done' desk && says 'desk: done.'
	run 0 'done' bedtime
	run 0 log && says '  desk     done' && says '  bedtime  done'
	run 0 log :today --json && json '.rows | length == 2 and all(.outcome == "done" and
		.shown == null and .ended > 1700000000)'
	run 0 log -n 1 --json && json '.rows | length == 1 and .[0].reminder == "bedtime"'
	run 0 log :yesterday && says 'Nothing in that time'
	stop "$daemon"
	run 0 log && says 'Nothing in that time'
	XDG_STATE_HOME=$SCRATCH/trial run 0 log && says '  desk     done'
	# PRAGMA user_version is four bytes at 60, big endian.
	printf '\0\0\0\143' | dd of="$SCRATCH/trial/limber/limber.db" bs=1 seek=60 conv=notrunc status=none
	XDG_STATE_HOME=$SCRATCH/trial run 1 log && complains 'written by a newer'
	mkdir -p "$XDG_STATE_HOME/limber"
	echo 'This is no database, and long enough to be one.' >"$XDG_STATE_HOME/limber/limber.db"
	run 1 log && complains 'cannot be read'
}

run_parts "$@"
