#!/bin/bash
# limber against a stand-in for limberd: its output and its calls.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

part_reading() {
	start
	run 0 && says 'Limber is on.' && says 'about 14:18'
	run 0 status --json && json '.sources == [{kind: "lock", name: "logind", state: "ok",
		note: "", others: ""}]'
	run 0 status --json && json '.next == "desk" and .reminders[0].speaks == 1795526280 and
		.card == null and .outcomes.done == 3 and .reminders[0].title == "Walk \"two\" minutes"'
	run 0 list && says 'every day 21:30'
	run 0 list --json && json '.reminders | length == 2'
	run 0 explain desk && says '  comes about 14:18' && called 'Explain desk'
	run 0 explain --json && json '.reminder == "desk" and .reasons[0].until == 1795526280'
	run 0 version --json && json '.daemon == "0.0.9" and .version != null'
	run 0 log && says 'Nothing in that time'
	run 0 log :today -n 3 --json && json '.rows == []'
	run 0 log month --json && json '.rows == []'
	run 0 log yesterday && says 'Nothing in that time'
	run 1 log tomorrow && complains 'limber preview tomorrow'
	run 2 log last && complains 'write today, week, month, year'
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
	run 0 && says 'desk cards till 20:00' && says '8 min on your feet clears it' &&
		says '; cap: 7 of 10' && says 'with the next card'
	run 0 next && says '14:18' && says 'bedtime'
	run 0 next -n 1 --json && json '.reminders | length == 1 and .[0].name == "desk"'
	run 2 next -n 0
	run 0 show desk && says 'every 50 min of sitting' && says 'hip-flexor-stretch, sit-stand-switch'
	run 0 show bedtime --json && json '.name == "bedtime" and .items == ["bedtime-stretch"]'
	run 1 show dsk && complains 'There is no reminder "dsk".'
	run 1 explain kitchen && complains 'limber list'
	run 0 catalogue && says 'Prevention' && says 'Walk two minutes'
	run 0 catalogue walk-break && says 'Evidence' && says 'Cautions'
	run 0 catalogue --json && json '.items | length >= 8'
	run 0 catalogue hip-flexor-stretch --json && json '.easier | map(.seconds) == [15, 10]'
	run 0 catalogue hip-flexor-stretch && says 'In an easier form:'
	run 0 catalogue hip-flexor-stretch --json && json '[.steps[0], .easier[0]] |
		map(.title) == ["Foot back, tuck your tail", "Short step back, tuck your tail"]'
	run 0 catalogue walk-break --json && json '.easier == []'
	run 0 catalogue walk-break --json && json '.id == "walk-break" and .steps[0].times >= 1'
	run 0 catalogue walk-break --picture && says '<title>Walking'
	run 1 catalogue shoe-check --picture && complains 'no picture of shoe-check'
	run 2 catalogue --picture && complains 'about one item'
	run 1 catalogue walk-brek && complains 'Did you mean "walk-break"?'
	run 0 calendar Mon..Fri 12:30 -n 3 && [ "$(wc -l <"$SCRATCH/out")" -eq 3 ] ||
		fail "calendar: $out"
	run 0 calendar 21:30 --json && json '.when == "21:30" and (.times | length == 5)'
	run 0 calendar '2020-01-01 12:00' && says 'never comes again'
	run 0 calendar '2020-01-01 12:00' --json && json '.times == []'
	run 2 calendar 25:00 && complains '"25:00"'
	stop "$daemon"
}

# A narrow terminal is filled and not passed; what is long is broken there.
part_narrow() {
	start card water
	for columns in 40 50 80; do
		script -qec "stty cols $columns; $B/limber; $B/limber list; $B/limber show desk
			$B/limber next; $B/limber explain; $B/limber set desk say=$(printf 'x%.0s' {1..90})" \
			/dev/null </dev/null | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g' >"$SCRATCH/out"
		grep -q 'Sitting ' "$SCRATCH/out" || fail "nothing in $columns columns"
		[ "$(wc -L <"$SCRATCH/out")" -le "$columns" ] ||
			fail "over $columns columns: $(cat "$SCRATCH/out")"
	done
	stop "$daemon"
}

part_settings() {
	start water
	run 0 set desk every=45min most=8 && called 'Set every=45min most=8'
	says 'desk: every 50min -> 45min; most 7 -> 8. Undo: limber undo'
	says 'About 9 cards a day.'
	run 0 set desk most=9 --json && json '.notes == ["About 9 cards a day."] and
		.changes == [{"key": "most", "was": "8", "is": "9"}]'
	run 0 set gap=30min --runtime && called 'Set gap=30min runtime' && says 'gap stays 30min.'
	run 2 set gap=20min cap=4 gap=30min && complains 'gap is there twice'
	run 2 unset desk every every && complains 'reminders.desk.every is there twice'
	run 0 set 'say=Eat a b, c' && called 'Set say=Eat a b, c'
	run 2 set desk && run 2 set desk every && complains 'every=45min'
	run 1 set dsk every=45min && complains 'There is no reminder "dsk".'
	run 1 set desk every=bad && complains 'has no number'
	run 0 unset desk every most && called 'Unset every most'
	says 'desk: every 45min -> 50min; most 9 -> not set.'
	run 0 unset gap && called 'Unset gap'
	run 2 unset desk && complains 'limber unset desk every'
	run 0 add lunch --at 'Mon..Fri 12:30' --at 13:00 --say Eat &&
		called 'AddReminder lunch at=Mon..Fri 12:30,13:00 say=Eat'
	says 'limber remove lunch'
	run 0 add bar --every 90min --of clock --item walk-break --item micro-pause --with desk \
		--runtime && called \
		'AddReminder bar every=90min of=clock items=walk-break,micro-pause with=desk runtime'
	run 0 add past --at '2020-01-01 12:00' --say x && says 'past added. Remove'
	run 2 add lunch --say x && complains '--every'
	run 2 add lunch --every 5 --say x && complains '"5"'
	run 2 add Lunch --every 5min --say x && complains '"Lunch"'
	run 2 add lunch --evry 5min --say x && complains '--every'
	run 0 remove lunch && called 'RemoveReminder lunch' && says 'limber undo'
	run 0 remove lunch --json && json '.reminder == "lunch"'
	run 1 remove kitchen && complains 'There is no reminder "kitchen"'
	run 0 enable desk && called 'Enable' && says 'limber disable desk'
	run 0 disable desk && called 'Disable' && says 'limber enable desk'
	run 1 disable dsk && complains 'There is no reminder "dsk".'
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
	[ "$(tail -n 1 "$SCRATCH/out")" = 'Warm up first: limber start warm-up' ] || fail 'no warm-up'
	run 0 stop workout && called 'End workout'
	run 2 stop sleeping && complains 'workout'
	run 1 start sleeping && complains 'no item'
	run 1 start wrkout && complains 'Did you mean "workout"?'
	run 0 drink && called 'Drink' && says 'Undo: limber undo'
	run 0 drink 2 glasses && called 'Drink 2 glasses'
	for amount in 250 some 1,000ml '2 mugs' "$(printf '9%.0s' {1..9000})"; do
		run 2 drink "$amount" && complains 'write 250ml'
	done
	stop "$daemon"
}

part_changing() {
	start
	run 0 snooze 20m && called 'Answer 0 snoozed' && says 'desk: not before'
	run 0 snooze desk until 14:00 && called 'Snooze until 14:00' && says 'Undo: limber undo'
	run 0 snooze desk && called 'Snooze'
	run 1 snooze dsk && complains 'There is no reminder "dsk".'
	run 2 snooze desk tomorow && complains '"tomorow" is not a time. Did you mean "tomorrow"?'
	run 2 snooze tomorow && complains 'Did you mean "tomorrow"?'
	run 2 snooze mondy 9:00 && complains 'Did you mean "monday"?'
	run 2 snooze desk "$(printf 'a%.0s' {1..10000})" && complains '"aaaaaaaaaa' && complains 'a…" is not'
	run 2 snooze 2o0m
	run 2 snooze 5 && complains 'without a unit'
	run 2 pause 20 && complains 'Did you mean "20m"?'
	run 0 help undo && says 'Example: limber set'
	run 0 pause until monday 9:00 --why dentist && called 'Pause until monday 9:00 dentist'
	says 'To end it earlier: limber resume'
	run 0 pause && called 'Pause'
	run 2 pause 5 minuts && complains 'Did you mean "minutes"?'
	run 2 pause tomorow && complains 'Did you mean "tomorrow"?'
	run 2 pause until mondy 9:00 && complains '"mondy" is not a time. Did you mean "monday"?'
	run 2 pause "$(printf 'é%.0s' {1..1000})" && complains 'é…" is not a time'
	run 0 'done' && called 'Answer 0 done' && says 'desk: done.'
	run 0 skip desk && called 'Answer skipped'
	run 0 partly && says 'desk: changed from done to partly done.'
	run 0 snooze --json 1h && json '.outcome == "snoozed" and .until == 1795527480'
	run 0 pause --json && json '.until == 1795527480'
	one_call 'done' && one_call skip desk && one_call snooze 20m && one_call snooze desk 20m
	one_call set desk every=45min && one_call undo && one_call add lunch --at 12:30 --say Eat
	run 0 undo --json && json '.what == "desk: the snooze"'
	run 1 resume --json && json '.code == 1'
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
	run 0 on && says 'limberd runs already.' && says 'Limber is on, now and at each login.'
	stop "$daemon"
}

part_answering_a_card() {
	start card
	run 0 status && says 'Walk two minutes (desk), up since 14:04'
	run 0 status --json && json '.card.card == 7 and .card.item == "walk-break"'
	run 0 'done' && called 'Answer 0 done' && says 'Walk two minutes, '
	run 0 "done" --json && json '.reminder == "desk" and .outcome == "done" and .ledger == 0'
	stop "$daemon"
}

# One line for each change, none without a change; the end of limberd is a line too.
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

# shows TEXT FORMAT: what a template prints.
shows() {
	run 0 status --format "$2"
	[ "$out" = "$1" ] || fail "--format '$2' prints '$out', not '$1'"
}

part_format() {
	shows 'off:,off' '{class}:{next_at},{text}'
	start card
	shows '14:18 desk Walk "two" minutes' '{next_at} {next} {next.title}'
	shows 'Walk two minutes, 76%, 38 min' '{card.title|next_at}, {counted_percent}%, {counted.ledger}'
	shows '3 2 0 done 3, up on your own 2' '{outcomes.done} {outcomes.natural} {outcomes.skipped} {outcomes}'
	shows 'yes yes every day 21:30 50 min' \
		'{sitting} {setup_done|"-"} {reminders.bedtime.schedule} {reminders.desk.every}'
	shows '- paused|not: }' '{paused_until|"-"} {paused_why|"paused|not: }"}'
	shows '{x} Walk &quot;two&quot; minutes, {"t": "Walk \"two\" minutes"}' \
		'{{x}} {next.title:pango}, {{"t": "{next.title:json}"}}'
	shows 'logind card Done, Later (10 min), Another' '{sources.lock.name} {class} {card.buttons}'
	run 2 status --format '{next_att}' && complains 'no field "next_att". Did you mean "next_at"?'
	run 2 status --format '{card.titel}' && complains 'Did you mean "card.title"?'
	run 2 status --format '{reminders.desk.speak}' &&
		complains 'Did you mean "reminders.NAME.speaks"?'
	run 2 status --format '{outcomes.finished}' && complains 'no field "outcomes.finished"'
	run 2 status --format '{card}' && complains 'no field "card", but such as "card.reminder"'
	run 2 status --format '{}' && complains 'There is no field ""'
	run 2 status --format 'at {next_at' && complains 'not closed'
	run 2 status --format '{next:html}' && complains '"html" is no way to escape'
	run 2 status --format '{next}' --json && says 'neither --json nor --waybar'
	run 1 status --format '{reminders.dsk.title}' && complains 'There is no reminder "dsk".'
	run 0 names after -- status --format && says '{card.title}'
	"$B/limber" status --follow --format '{class} {tooltip}' >"$SCRATCH/bar" &
	local bar=$!
	wait_until lines "$SCRATCH/bar" 1
	run 0 try desk && run 0 away
	stop "$daemon"
	wait_until lines "$SCRATCH/bar" 2
	[[ $(cut -d ' ' -f 1 "$SCRATCH/bar" | xargs) == 'card off' ]] ||
		fail "the bar got $(cat "$SCRATCH/bar")"
	stop "$bar"
}

# A verb that stays ends with its reader while nothing happens at all.
part_reader() {
	start
	local verb
	for verb in 'status --waybar --follow' 'status --follow --format {next}' monitor \
		'monitor --json'; do
		mkfifo "$SCRATCH/pipe"
		# shellcheck disable=SC2086 # a verb and its options
		"$B/limber" $verb >"$SCRATCH/pipe" &
		local stays=$!
		read -r _ <"$SCRATCH/pipe" || fail "limber $verb prints nothing"
		patient 10 not_there "$stays" || fail "limber $verb stays without a reader"
		rm "$SCRATCH/pipe"
	done
	stop "$daemon"
}

not_there() {
	! kill -0 "$1" 2>/dev/null
}

part_monitor() {
	run 3 monitor && complains 'at each login: limber on'
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
	start card
	local verb
	for verb in monitor 'monitor --json' watch; do
		# shellcheck disable=SC2086
		"$B/limber" $verb </dev/null | head -n 1 >/dev/null # ends with its reader
	done
	stop "$text" "$json"
}

part_names() {
	start water
	run 0 names reminders && says $'desk\tevery 50 min of sitting'
	run 0 names items && says walk-break
	run 0 names after -- && says $'snooze\t' && [[ $out != *names* ]] || fail 'it names itself'
	run 0 names after -- snooze && says desk && says 10m
	run 0 names after -- snooze desk && says 10m && [[ $out != *desk* ]] || fail "desk again: $out"
	run 0 names after -- 'done' desk && says --json && [[ $out != *desk* ]] || fail "behind done desk: $out"
	run 0 names after -- pause --why && [ -z "$out" ] || fail "a text is free: $out"
	run 0 names after -- add lunch --item && says micro-pause
	run 0 names after -- set desk && says every= && says --runtime
	run 0 names after -- set && says desk && says gap=
	run 0 names after -- unset gap && says card_time && [[ $out != *=* ]] || fail "unset: $out"
	run 0 names after -- help && says all && says stood
	stop "$daemon"
	run 3 names reminders && [ -z "$err" ] || fail "it complains: $err"
}

need script
run_parts "$@"
