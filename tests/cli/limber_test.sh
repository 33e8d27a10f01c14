#!/bin/bash
# limber against a stand-in for limberd: exit codes, sentences, what it calls, who gets started.
# Without arguments it runs itself on private buses; a part is a function part_NAME.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/desktop/bus.inc
. "$HERE/../desktop/bus.inc"
B=${B:-$HERE/../../build}
HERE=$(dirname "$(readlink -f "$0")")
export TZ=Europe/Berlin LC_ALL=C.UTF-8
failed=0

fail() {
	echo "$part: $*"
	failed=1
}

# run CODE COMMAND...: its output into $out, what it complained into $err.
run() {
	local should=$1 code
	shift
	"$B/limber" "$@" >"$SCRATCH/out" 2>"$SCRATCH/err" </dev/null
	code=$?
	out=$(cat "$SCRATCH/out") err=$(cat "$SCRATCH/err")
	[[ $* =~ --json|--waybar|--picture|^names|^config\ (show|path) ||
		$(grep -hv "$SCRATCH" "$SCRATCH/out" "$SCRATCH/err" | wc -L) -le 80 ]] ||
		fail "limber $* is too wide: $out$err"
	[ "$code" -eq "$should" ] || fail "limber $* ends $code, not $should: $out $err"
}

# says TEXT, complains TEXT: what the last run printed holds it.
says() {
	[[ $out == *"$1"* ]] || fail "'$1' is missing in: $out"
}

complains() {
	[[ $err == *"$1"* ]] || fail "'$1' is missing in: $err"
}

# json FILTER: the last output is JSON, and that is true of it.
json() {
	jq -e "$1" "$SCRATCH/out" >/dev/null 2>&1 || fail "jq '$1' on: $out"
}

start() {
	: >"$SCRATCH/calls"
	"$B/tests/cli/fake_daemon" "$@" >"$SCRATCH/calls" &
	daemon=$!
	wait_until grep -q ready "$SCRATCH/calls"
}

called() {
	grep -qxF -- "$1" "$SCRATCH/calls" || fail "no call '$1': $(cat "$SCRATCH/calls")"
}

part_reading() {
	start
	run 0 && says 'Limber is on.' && says 'about 14:18'
	run 0 status --json && json '.sources == [{kind: "lock", name: "logind", state: "ok",
		note: ""}]'
	run 0 status --json && json '.next == "desk" and .reminders[0].speaks == 1795526280 and
		.card == null and .outcomes.done == 3 and .reminders[0].title == "Walk \"two\" minutes"'
	run 0 list && says 'every day 21:30'
	run 0 list --json && json '.reminders | length == 2'
	run 0 explain desk && says '  comes about 14:18' && called 'Explain desk'
	run 0 explain --json && json '.reminder == "desk" and .reasons[0].until == 1795526280'
	run 0 version --json && json '.daemon == "0.0.9" and .version != null'
	run 0 log && says 'No cards in that time'
	run 0 log :today -n 3 --json && json '.rows == []'
	run 2 log yesterday && complains ':yesterday'
	run 2 log -n none && complains '"none"'
	stop "$daemon"
}

# Said by any verb that speaks to limberd, once a day; not by the one that shows it, nor in lists
# for completions.
part_silent() {
	local folder=$XDG_STATE_HOME/limber
	start
	mkdir -p "$folder"
	run 0 list
	[ -z "$err" ] || fail "said while all is well: $err"
	echo 'NO CARD HAS BEEN SEEN SINCE Mon 23 Nov, though some were due (no server).' >"$folder/silent"
	run 0 status && [ -z "$err" ] || fail "status says it twice: $err"
	run 0 names reminders && [ -z "$err" ] || fail "names says it: $err"
	run 2 nosuch && [[ $err != *SEEN* ]] || fail "a mistyped verb says it: $err"
	run 0 list && complains 'NO CARD HAS BEEN SEEN SINCE Mon 23 Nov'
	run 0 list && [ -z "$err" ] || fail "said twice a day: $err"
	touch -d yesterday "$folder/told"
	run 0 list --json && complains 'NO CARD' && json '.reminders'
	stop "$daemon"
}

part_more_reading() {
	start water
	run 0 && says 'desk cards till 20:00' && says 'up for 8 min makes it zero' &&
		says '7 of 10' && says 'with the next card'
	run 0 next && says '14:18' && says 'bedtime'
	run 0 next -n 1 --json && json '.reminders | length == 1 and .[0].name == "desk"'
	run 2 next -n 0
	run 0 show desk && says 'every 50 min of sitting' && says 'hip-flexor-stretch, sit-stand-switch'
	run 0 show bedtime --json && json '.name == "bedtime" and .items == ["bedtime-stretch"]'
	run 1 show dsk && complains 'Did you mean "desk"?'
	run 1 explain kitchen && complains 'limber list'
	run 0 catalogue && says 'Prevention' && says 'Walk two minutes'
	run 0 catalogue walk-break && says 'Evidence' && says 'Cautions'
	run 0 catalogue --json && json '.items | length >= 8'
	run 0 catalogue walk-break --json && json '.id == "walk-break" and .steps[0].times >= 1'
	run 0 catalogue walk-break --picture && says '<title>Walking'
	run 1 catalogue shoe-check --picture && complains 'no picture of shoe-check'
	run 2 catalogue --picture && complains 'about one item'
	run 1 catalogue walk-brek && complains 'Did you mean "walk-break"?'
	run 0 calendar Mon..Fri 12:30 -n 3 && [ "$(wc -l <"$SCRATCH/out")" -eq 3 ] ||
		fail "calendar: $out"
	run 0 calendar 21:30 --json && json '.when == "21:30" and (.times | length == 5)'
	run 2 calendar 25:00 && complains '"25:00"'
	stop "$daemon"
}

# Far times are right on both sides of a change of the clocks, and behind the zone's table.
part_calendar() {
	local zone at
	for zone in Europe/Berlin Australia/Lord_Howe; do
		export TZ=$zone
		run 0 calendar 12:30 -n 900 --json
		for at in $(jq '.times[]' "$SCRATCH/out"); do
			date -d "@$at" +%H:%M:%S
		done | sort | uniq -c >"$SCRATCH/times"
		[ "$(xargs <"$SCRATCH/times")" = '900 12:30:00' ] ||
			fail "$zone: $(cat "$SCRATCH/times")"
	done
}

part_settings() {
	start water
	run 0 set desk every=45min most=8 && called 'Set every=45min most=8' && says 'desk: set.'
	says 'About 9 cards a day.'
	run 0 set gap=20min --runtime && called 'Set gap=20min runtime'
	run 0 set 'say=Eat a b, c' && called 'Set say=Eat a b, c'
	run 2 set desk && run 2 set desk every && complains 'every=45min'
	run 1 set dsk every=45min && complains 'Did you mean "desk"?'
	run 1 set desk every=bad && complains 'has no number'
	run 0 unset desk every most && called 'Unset every most'
	run 0 unset gap && called 'Unset gap'
	run 2 unset desk && complains 'limber unset desk every'
	run 0 add lunch --at 'Mon..Fri 12:30' --at 13:00 --say Eat &&
		called 'AddReminder lunch at=Mon..Fri 12:30,13:00 say=Eat'
	says 'limber remove lunch'
	run 0 add bar --every 90min --of clock --item walk-break --item micro-pause --with desk \
		--runtime && called \
		'AddReminder bar every=90min of=clock items=walk-break,micro-pause with=desk runtime'
	run 2 add lunch --say x && complains '--every'
	run 2 add lunch --every 5 --say x && complains '"5"'
	run 2 add Lunch --every 5min --say x && complains '"Lunch"'
	run 2 add lunch --evry 5min --say x && complains '--every'
	run 0 remove lunch && called 'RemoveReminder lunch' && says 'limber undo'
	run 1 remove kitchen && complains 'There is no reminder "kitchen"'
	run 0 enable desk && called 'Enable' && says 'limber disable desk'
	run 0 disable desk && called 'Disable' && says 'limber enable desk'
	run 1 disable dsk && complains 'Did you mean "desk"?'
	run 0 reload && called 'Reload'
	stop "$daemon"
}

part_body() {
	start
	run 0 partly && called 'Answer 0 partly'
	run 0 standing && called 'Presence standing' && says 'limber sitting'
	run 0 standing 20m && called 'Presence standing 1200000000'
	run 0 sitting && called 'Presence sitting'
	run 0 stood 1h 30m && called 'Presence stood 5400000000'
	run 0 sat 20m && called 'Presence sat 1200000000'
	run 2 sat 20 && complains '"20"'
	run 2 stood 0 && complains '"0"'
	run 2 standing 1e300
	run 0 start workout && called 'Begin workout' && says 'limber stop workout'
	run 0 stop workout && called 'End workout'
	run 2 stop sleeping && complains 'workout'
	run 1 start sleeping && complains 'no item'
	run 1 drink && complains 'limber add water'
	stop "$daemon"
	start water
	run 0 drink && called 'Answer done' && says 'water: done.'
	stop "$daemon"
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
	run 0 health fever=no && says 'is so already'
	run 2 health kidny=yes && complains '"kidney"'
	run 2 health kidney=2026-11-23 && complains 'yes or no.'
	run 2 health acute=soon && complains 'such as 2026-11-22'
	run 2 health kidney && complains 'kidney=yes'
	run 2 health --yes
	run 2 health kidney=yes --json
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'setup_done = true; health : { op = "2020-01-01"; thin = true; };' \
		>"$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 health && says 'your answers'
	run 0 health --json && json '.setup_done and [.facts[] | select(.holds).fact] == ["thin"]'
	stop "$daemon"
	run 3 health thin=no && complains 'limber on'
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
	run 1 catalogue walk-break --category relax && complains 'not all of that'
}

# From files where the stand-in has no state to tell: what a first start would bring.
part_preview() {
	start
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'setup_done = true; first_week = "full"; hours = "00:00-24:00"; quiet = "00:00-00:01";' \
		>"$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 preview && says 'limberd does not run' && says 'lunch 12:30-13:00' && says ' desk '
	run 0 preview --lunch no :today && says 'and do each card'
	run 0 preview :week --json && json '.running == false and
		(.cards | length > 50 and length <= 100 and all(.at >= 1 and .reminder != "") and
		any(.with == ["water"]) and any(.reminder == "bedtime"))'
	run 0 preview --days 1 --json && json '.until - .from <= 90000'
	run 0 preview "$(date -d '+3 days' +%F)" --json && json '.until - .from == 86400'
	run 1 preview 2020-01-01 && complains 'limber log 2020-01-01'
	run 1 preview "$(date -d '+2 years' +%F)" && complains 'too far'
	run 2 preview :yesterday && complains ':today'
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
	day '09:00 plan' 'config setup_done = true; first_week = "full"; gap = "5min";' \
		'config reminders : { desk : { every = "20min"; }; };' '09:40 end'
	run 0 simulate "$SCRATCH/day" && says '09:12  desk' && says '09:34  desk'
	wrong 1 'day:4: "lokc" is nothing that happens' '09:00 lokc'
	wrong 1 'day:4: "snooze soon" is not written: snooze' '09:00 snooze soon'
	wrong 1 'day:4: "try dekc": there is no such reminder' '09:00 try dekc'
	wrong 1 'day:5: 08:30 lies behind' '09:00 lock' '08:30 unlock'
	wrong 1 'day:4: "09:70" is no time' '09:70 lock'
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
	run 0 cramp --json && json '(.steps | length == 5) and (.notes | length >= 3)'
	mkdir "$SCRATCH/alone" && cp "$B/limber" "$SCRATCH/alone"
	env -i "$SCRATCH/alone/limber" cramp | cmp -s - <("$B/limber" cramp) ||
		fail 'it needs more than itself'
	run 2 cramp 3am
}

part_kinds() {
	start
	run 0 kinds && says 'on  postural' && says 'see someone'
	run 0 kinds --json && json '(.kinds | length == 10) and
		[.kinds[] | select(.on).kind] == ["postural"] and
		([.kinds[] | select(.see_first)] | length == 3)'
	run 0 kinds add nocturnal ischemic && says 'See a doctor about the blood flow first'
	called 'Set kinds=[ "nocturnal", "postural", "ischemic" ]'
	run 0 kinds add postural && says 'is so already'
	run 1 kinds remove postural && complains 'One kind has to stay'
	run 2 kinds add noctural && complains '"nocturnal"'
	run 2 kinds add
	run 2 kinds nocturnal
	stop "$daemon"
	run 3 kinds add nocturnal && complains 'limber on'
}

part_warnings() {
	start
	run 0 warnings yes && says 'limber warnings clear' && called "Set warning=\"$(date +%F)\""
	run 1 warnings clear && complains 'No warning sign is kept'
	run 2 warnings maybe
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'warning = "2026-11-23"; emergency_number = "112";' >"$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 warnings && says 'number now: 112' && says 'You said on 2026-11-23'
	run 0 warnings clear && called 'Set warning=""'
	stop "$daemon"
	run 3 warnings yes && says 'In an emergency call 112' # whatever else is wrong
	rm "$XDG_CONFIG_HOME/limber/limber.conf"
	run 0 warnings && says 'Call your local emergency number now' && says 'Do not stretch it'
	run 0 warnings --json && json '(.signs | length == 20) and
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

# One line a change, none without one, and a limberd that goes is a line, too.
part_bar() {
	run 0 status --waybar && json '.class == "off"'
	run 2 status --follow
	start
	run 0 status --waybar && json '.class == "on" and .text == "14:18" and .percentage == 76'
	"$B/limber" status --waybar --follow >"$SCRATCH/bar" &
	local bar=$!
	wait_until lines "$SCRATCH/bar" 1
	run 0 try desk && run 0 away
	stop "$daemon"
	wait_until lines "$SCRATCH/bar" 2
	start card
	wait_until lines "$SCRATCH/bar" 3
	jq -es 'map(.class) == ["on", "off", "card"]' "$SCRATCH/bar" >/dev/null ||
		fail "the bar got $(cat "$SCRATCH/bar")"
	stop "$bar" "$daemon"
	"$B/limber" status --waybar --follow | head -n 1 >/dev/null # ends with its reader
}

lines() { # FILE COUNT
	[ "$(wc -l <"$1")" -ge "$2" ]
}

part_monitor() {
	run 3 monitor && complains 'limber on'
	start card
	"$B/limber" monitor >"$SCRATCH/text" &
	local text=$!
	"$B/limber" monitor --json >"$SCRATCH/json" &
	local json=$!
	wait_until lines "$SCRATCH/text" 1 && wait_until lines "$SCRATCH/json" 1
	run 0 try desk
	run 0 'done'
	run 0 away
	run 0 add lunch --at 12:30 --say Eat
	wait_until lines "$SCRATCH/json" 5 && wait_until lines "$SCRATCH/text" 5
	stop "$daemon"
	wait_until lines "$SCRATCH/json" 6
	jq -es 'map(.event) == ["listening", "rang", "answered", "changed", "added", "ended"] and
		.[1].card == 8 and .[2].outcome == "done" and .[3].sitting == false and
		.[4].reminder == "desk"' \
		"$SCRATCH/json" >/dev/null || fail "monitor: $(cat "$SCRATCH/json")"
	grep -q '  answered reminder=desk card=7 outcome=done$' "$SCRATCH/text" ||
		fail "monitor: $(cat "$SCRATCH/text")"
	stop "$text" "$json"
}

part_names() {
	start water
	run 0 names reminders && says $'desk\tevery 50 min of sitting'
	run 0 names items && says walk-break
	run 0 names after -- && says $'snooze\t' && [[ $out != *names* ]] || fail 'it names itself'
	run 0 names after -- snooze && says desk && says 10m
	run 0 names after -- snooze desk && says 10m && [[ $out != *desk* ]] || fail "desk again: $out"
	run 0 names after -- 'done' desk && [ -z "$out" ] || fail "behind done desk: $out"
	run 0 names after -- pause --why && [ -z "$out" ] || fail "a text is free: $out"
	run 0 names after -- add lunch --item && says micro-pause
	run 0 names after -- set desk && says every= && says --runtime
	run 0 names after -- set && says desk && says gap=
	run 0 names after -- unset gap && says card_time && [[ $out != *=* ]] || fail "unset: $out"
	run 0 names after -- help && says all && says stood
	stop "$daemon"
	run 3 names reminders && [ -z "$err" ] || fail "it complains: $err"
}

part_changing() {
	start
	run 0 snooze 20m && called 'Snooze 20m' && says 'desk: not before'
	run 0 snooze desk until 14:00 && called 'Snooze until 14:00' && says 'Undo: limber undo'
	run 0 snooze desk && called 'Snooze'
	run 1 snooze dsk && complains 'Did you mean "desk"?'
	run 2 snooze desk tomorow && complains '"tomorow"'
	run 2 snooze 2o0m
	run 2 snooze 5 && complains 'without a unit'
	run 0 pause until monday 9:00 --why dentist && called 'Pause until monday 9:00 dentist'
	says 'To end it earlier: limber resume'
	run 0 pause && called 'Pause'
	run 2 pause tomorow && complains '"tomorow"'
	run 0 'done' && called 'Answer 0 done' && says 'desk: done.'
	run 0 skip desk && called 'Answer skipped'
	run 0 undo && says 'the snooze'
	run 0 away && called 'Presence away'
	run 0 back && called 'Presence back'
	run 0 try desk && called 'Ring'
	run 1 try kitchen && complains 'limber list'
	run 1 resume && complains 'Nothing is paused.'
	DISPLAY=:7 XAUTHORITY='/x y' SECRET=1 run 0 attach
	called 'Attach DISPLAY=:7' && called 'Attach XAUTHORITY=/x y'
	grep -q SECRET "$SCRATCH/calls" && fail "attach sends what is none of limberd's"
	[ -z "$out$err" ] || fail "attach speaks: $out$err"
	run 1 off && complains "kill $daemon"
	run 0 status
	run 0 on && says 'Limber is on.' && complains 'no systemd is on the session bus'
	stop "$daemon"
}

part_answering_a_card() {
	start card
	run 0 status && says 'Walk two minutes (desk), up since 14:04'
	run 0 status --json && json '.card.card == 7 and .card.item == "walk-break"'
	run 0 'done' && called 'Answer 7 done' && says 'Walk two minutes, '
	stop "$daemon"
}

part_no_daemon() {
	local verb
	for verb in status list explain watch away 'try desk' pause; do
		# shellcheck disable=SC2086 # a verb and its word
		run 3 $verb && complains 'limber on'
		[ -z "$out" ] || fail "$verb prints: $out"
	done
	run 3 status --json && json '.code == 3 and (.error | test("not running"))'
	run 0 version && run 0 log && run 0 help && run 0 attach
	run 3 on && complains 'runs at login:  limberd'
}

# limberd can be started on this bus: changing verbs do so, the others and `off` have a say.
part_starting() {
	run 3 status && complains 'not running'
	run 3 explain
	name_free org.limberd.Limber1 || fail 'a reading verb started limberd'
	run 0 off && says 'limber on'
	[ "$(stat -c %a "$XDG_STATE_HOME/limber" "$XDG_STATE_HOME/limber/off" | xargs)" = '700 600' ] ||
		fail "the marker: $(ls -la "$XDG_STATE_HOME/limber")"
	run 3 pause 1h && [ "$err" = 'Limber is off: limber on' ] || fail "off: $err"
	run 3 status && complains 'Limber is off'
	name_free org.limberd.Limber1 || fail 'it was started although it is off'
	DISPLAY=:7 run 0 on && [ ! -e "$XDG_STATE_HOME/limber/off" ] || fail 'the marker stays'
	called 'Attach DISPLAY=:7'
	end_daemon
	run 0 pause 1h && called 'Pause 1h'
	end_daemon
}

end_daemon() {
	kill "$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
		org.freedesktop.DBus.GetConnectionUnixProcessID string:org.limberd.Limber1 |
		sed 's/.* //')"
	wait_until name_free org.limberd.Limber1
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
	run 0 log :yesterday && says 'No cards in that time'
	stop "$daemon"
	run 0 log && says 'No cards in that time'
	XDG_STATE_HOME=$SCRATCH/trial run 0 log && says '  desk     done'
	# PRAGMA user_version is four bytes at 60, big endian.
	printf '\0\0\0\143' | dd of="$SCRATCH/trial/limber/limber.db" bs=1 seek=60 conv=notrunc status=none
	XDG_STATE_HOME=$SCRATCH/trial run 1 log && complains 'written by a newer'
	mkdir -p "$XDG_STATE_HOME/limber"
	echo 'This is no database, and long enough to be one.' >"$XDG_STATE_HOME/limber/limber.db"
	run 1 log && complains 'cannot be read'
}

part_mute() {
	start mute
	run 3 status && complains 'does not answer'
	stop "$daemon"
}

part_no_bus() {
	export DBUS_SESSION_BUS_ADDRESS=unix:path=$SCRATCH/none
	run 4 status && complains 'No session bus'
	run 4 on
	run 4 watch
	run 4 pause 1h --why x
	run 4 status --json && json '.code == 4'
	run 0 version && run 0 help && run 0 log
}

part_usage() {
	run 2 snoze && complains 'limber snooze?'
	run 2 xyzzy && complains 'limber help all'
	run 2 status now
	run 2 resume --json && json '.code == 2'
	run 2 $'\xff"' --json && json '.error | test("There is no verb")'
	run 0 help snooze && says '[NAME] [TIME]'
	run 2 help snoze && complains 'limber snooze?'
	[ "$("$B/limber" help | grep -c '^  [a-z]')" -eq 10 ] || fail "help: $("$B/limber" help)"
	local verb
	for verb in $("$B/limber" help all | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
		run 0 help "$verb"
		run 0 "$verb" --help
	done
	"$B/limber" help >/dev/full 2>/dev/null && fail 'a full disk goes unnoticed'
}

# No text of ours names a verb that there is not; no line of help is too wide.
part_words() {
	local verbs word source=$HERE/../..
	verbs=" $("$B/limber" help all | sed -n 's/^  \([a-z]*\) .*/\1/p' | xargs) "
	while read -r word; do
		[[ $verbs == *" $word "* ]] || fail "a text says: limber $word"
	done < <(cat "$source"/cli/*.c "$source/man/limber.1.scd" | grep -v '^ \*\|^/\*' |
		grep -o 'limber [a-z]\+' | sed 's/limber //' | sort -u)
	[ "$("$B/limber" help all | wc -L)" -le 80 ] || fail 'help is too wide'
	for word in $verbs; do
		[ "$("$B/limber" help "$word" | wc -L)" -le 80 ] || fail "help $word is too wide"
		grep -q "^\(\*.*, \)\?\*$word\*" "$source/man/limber.1.scd" || fail "limber(1) has no $word"
	done
}

if [ $# -gt 0 ]; then
	part=$1
	"part_$part"
	exit $failed
fi
need dbus-daemon dbus-send jq
for part in $(declare -F | sed -n 's/^declare -f part_//p'); do
	services=
	if [ "$part" = starting ]; then
		services=$(mktemp -d)
		cat >"$services/limber.service" <<-SERVICE
			[D-BUS Service]
			Name=org.limberd.Limber1
			Exec=/bin/sh -c "exec $B/tests/cli/fake_daemon >\$SCRATCH/calls"
		SERVICE
	fi
	BUS_SERVICES=$services "$HERE/../desktop/with-bus.sh" "$0" "$part" || failed=1
	[ -z "$services" ] || rm -rf "$services"
done
exit $failed
