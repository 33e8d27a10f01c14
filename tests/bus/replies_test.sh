#!/bin/bash
# What limberd returns: whom a request meant, what was so, what is so and what follows. And what
# limber prints of it.
set -u
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/desktop/bus.inc
. tests/desktop/bus.inc
need busctl jq
[ -n "${SCRATCH:-}" ] || exec tests/desktop/with-bus.sh "$0"
failed=0

configure() {
	mkdir -p "$XDG_CONFIG_HOME/limber"
	printf '%s\n' 'hours = "00:00-24:00"; quiet = [ ]; setup_done = true; first_week = "full";' \
		'reminders : { bedtime : { enabled = false; }; check-up : { enabled = false; }; };' \
		>"$XDG_CONFIG_HOME/limber/limber.conf"
}

# call REMINDER MEMBER ARGUMENT...: the reply in $out; of the manager without a reminder.
call() {
	local path=/org/limberd/Limber1 interface=org.limberd.Limber1.Manager
	[ -z "$1" ] || path+=/reminder/$1 interface=org.limberd.Limber1.Reminder
	out=$(busctl --user --json=short call org.limberd.Limber1 "$path" "$interface" "${@:2}" 2>&1)
}

# true_of FILTER: of the arguments of the last reply; of an a{sv} the values are without types.
true_of() {
	jq -e ".data | map(if type == \"object\" then map_values(.data) else . end) | $1" \
		<<<"$out" >/dev/null 2>&1 || { echo "not '$1': $out"; failed=1; }
}

says() { # TEXT
	[[ $out == *"$1"* ]] || { echo "no '$1' in: $out"; failed=1; }
}

lacks() { # TEXT
	[[ $out != *"$1"* ]] || { echo "'$1' in: $out"; failed=1; }
}

limber() {
	out=$("$B/limber" "$@" 2>&1 </dev/null)
}

configure
"$B/limberd" 2>"$SCRATCH/limberd.log" &
daemon=$!
trap 'stop $daemon' EXIT
wait_server org.limberd.Limber1 $daemon "$SCRATCH/limberd.log" || exit 1

call '' Set 'a{ss}b' 2 gap 20min reminders.desk.every 45min false
true_of '.[0] == [["gap", "30min", "20min"], ["reminders.desk.every", "50min", "45min"]]'
call desk Set 'a{ss}b' 1 at 'Mon,Wed 12:30, 17:00' false
true_of '.[0][:2] == [["at", "", "Mon,Wed 12:30, 17:00"], ["every", "45min", ""]]'
call '' Undo
true_of '.[0].Kind == "setting" and .[0].Reminder == "desk" and
	.[0].Changes[1] == ["every", "", "45min"]'
call desk Unset asb 1 every false
true_of '.[0] == [["every", "45min", "50min"]]'
limber undo
says 'Took back: desk: every 50min -> 45min.'
# One change sets and unsets.
call '' Set 'a{ss}b' 2 gap 25min '!reminders.desk.every' '' false
true_of '.[0] == [["gap", "20min", "25min"], ["reminders.desk.every", "45min", "50min"]]'
call '' Undo
true_of '.[0].Kind == "setting" and (.[0].Changes | length) == 2'
call desk Disable
true_of '.[0] == [["enabled", "true", "false"]]'
call desk Enable
true_of '.[0] == [["enabled", "false", "true"]]'
call '' Set 'a{ss}b' 1 desk.every 1h false
says '"reminders.desk.every"'
limber set every=1h
says 'limber set desk every=1h'

# Errors name the whole key, and with a reminder that key is accepted, too.
for value in every=banana enabled=maybe most=many items=nothing 'hours=["9"' of=moons quiet=9; do
	call desk Set 'a{ss}b' 1 "${value%%=*}" "${value#*=}" false
	says "reminders.desk.${value%%=*}: "
	call '' Set 'a{ss}b' 1 "reminders.desk.${value%%=*}" "${value#*=}" false
	says "reminders.desk.${value%%=*}: "
	limber set desk "$value"
	says "reminders.desk.${value%%=*}: "
done
call desk Unset asb 1 wait false
says 'reminders.desk.wait was not set'
call desk Set 'a{ss}b' 1 reminders.desk.most 5 true
true_of '.[0] == [["most", "", "5"]]'
call desk Unset asb 1 reminders.desk.most true
true_of '.[0] == [["most", "5", ""]]'
call desk Set 'a{ss}b' 1 reminders.water.most 5 true
says 'reminders.desk.reminders.water.most cannot be set'

# A snooze without a name does not apply to a card after its end; with a name it does.
call '' Answer tss 0 snoozed 20m
says 'none comes that soon'
limber snooze 20m
says 'none comes that soon'
call desk Snooze s 20m
true_of '.[0].Reminder == "desk" and .[0].Outcome == "snoozed" and .[0].Until > 0'
call '' Undo
true_of '.[0].Kind == "snooze" and .[0].What == "desk: the snooze"'
call '' Answer tss 0 snoozed 2h
true_of '.[0].Reminder == "desk" and .[0].Speaks >= .[0].Until'
call '' Undo

call desk Answer s 'done'
true_of '.[0].Outcome == "done" and (.[0] | has("Before") | not) and .[0].Ledger < 60000000'
call '' Undo
true_of '.[0].Kind == "answer" and .[0].Outcome == "done" and (.[0].What | test("done"))'

# A card on a display: a second answer reports the outcome that it replaces.
"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
watch=$!
trap 'stop $watch $daemon' EXIT
wait_until grep -q Watching "$SCRATCH/watch"
call desk Ring
true_of '.[0].Reminder == "desk" and .[0].Item == "walk-break" and .[0].Card > 0'
limber 'done'
says 'Walk two minutes, '
limber skip
says 'changed from done to skipped. To put off the'
call '' Answer tss 0 partly ''
true_of '.[0].Before == "skipped" and .[0].Outcome == "partly" and .[0].Shown > 0'

call '' Pause ss 20m 'a talk'
true_of '.[0].Why == "a talk" and (.[0] | has("Was") | not)'
until=$(jq '.data[0].Until.data' <<<"$out")
call '' Pause ss 1h ''
true_of ".[0].Was == $until and .[0].Until > .[0].Was"
call '' Resume
true_of '.[0].Was > 0 and .[0].Reminder == "desk" and .[0].Speaks > 0'
call '' Undo
true_of '.[0].Kind == "resume" and .[0].PausedUntil > 0'

call '' AddReminder 'sa{ss}b' far 2 at 'Sat 12:00' say Hello false
true_of '.[0].Reminder == "far" and .[0].Schedule == "Sat 12:00" and .[0].Enabled and .[0].Speaks > 0'
call '' RemoveReminder sb far false
true_of '.[0].Reminder == "far"'
call '' Undo
true_of '.[0].Kind == "removed" and .[0].Reminder == "far"'
call '' Presence st standing 60000000
true_of '.[0] == { What: "standing", Sitting: false, Length: 60000000 }'

# Undo is about the last thing that was asked for. After anything else it names the step before, and
# takes that back when it is asked again.
limber pause 20m
limber standing 30m
limber undo
says 'undone by: limber sitting'
lacks 'The step before'
limber status --json
jq -e '.paused_until > 0' <<<"$out" >/dev/null || { echo "the pause was taken back: $out"; failed=1; }
limber undo
says 'Nothing is taken back yet. The last step that can be: the pause.'
limber undo
says 'Took back: the pause.'
limber undo
says 'The last step that can be: the reminder far'
limber undo
says 'Took back: the reminder far'
limber undo
says 'nothing to take back'
limber sitting
limber undo
says 'undone by: limber standing'

# What else was said may keep sitting from counting.
limber standing 30m
limber away
limber back
says 'Sitting does not count yet: you work standing. To end that: limber sitting'
lacks 'sitting counts again'
limber back --json
jq -e '.sitting == false and (.note | test("you work standing"))' <<<"$out" >/dev/null ||
	{ echo "back: $out"; failed=1; }
limber sitting --json
jq -e '.sitting and (has("note") | not)' <<<"$out" >/dev/null || { echo "sitting: $out"; failed=1; }
limber back
says 'Back: sitting counts again.'

limber stood 10m
limber undo
says 'undone by: limber sat 10min'
limber set desk every=40min
limber snooze nosuch 20m
limber partly bedtime
limber undo
says 'Nothing is taken back yet. The last step that can be: desk: every 45min ->'
limber undo
says 'Took back: desk: every 40min -> 45min.'

limber pause 1h
limber set desk every=40min
limber undo
says 'Took back: desk: every 40min -> 45min.'
limber undo
says 'Nothing is taken back yet. The last step that can be: the pause.'
limber resume
limber undo
says 'Took back: the end of the pause.'

# Settings are taken back one after the other, and an older answer is not offered before them.
limber drink
limber set desk every=40min
limber set water every=60min
limber undo
says 'Took back: water: every 60min -> 90min.'
limber undo
says 'The last step that can be: desk: every 45min ->'
limber undo
says 'Took back: desk: every 40min -> 45min.'
limber undo
says 'The last step that can be: water: 250 ml'
limber undo
says 'Took back: water: 250 ml.'

# A setting before an answer is offered after it; one before an answer that is lost is not.
limber set desk every=40min
limber drink
limber undo
limber undo
says 'The last step that can be: desk: every 45min ->'
limber drink
limber drink
limber undo
limber undo
says 'nothing to take back'

# A drink with its amount, in the units it was given in; it is booked once, and taken back whole.
limber drink 300ml
says 'water: 300 ml. Today: 550 ml. Undo: limber undo'
limber drink 2 glasses --json
jq -e '.amount == 500 and .today == 1050 and .water == "1050 ml" and .outcome == "done"' \
	<<<"$out" >/dev/null || { echo "drink --json: $out"; failed=1; }
limber undo
says 'Took back: water: 500 ml.'
call '' Drink s '8 oz'
true_of '.[0].Amount == 237 and .[0].Today == 787 and .[0].What == "8 oz" and .[0].Water == "27 oz"'
for amount in 6l 0ml 250 ' ' '1,000ml' "$(printf '9%.0s' {1..3000})l"; do
	call '' Drink s "$amount"
	says 'Call failed: "'
done
call '' Drink s ''
true_of '.[0].Amount == 250 and .[0].Today == 1037'
limber set glass=8oz bottle=1l units=oz
limber drink bottle
says 'water: 34 oz. Today: 69 oz.'
for value in glass=3l glass=0ml bottle=50ml bottle=glass glass=250 units=pints; do
	limber set $value
	says 'Nothing was set.'
done

# An aim, unless a health answer forbids it; one given later suspends it.
limber set units=ml
limber set aim=2l
says 'aim "" -> 2l'
call '' Status
true_of '.[0].Reminders[] | map_values(.data) | select(.Name == "water") |
	.Trigger == "aim" and .Every == 0 and .Ledger == 0'
true_of '.[0].Water > 0 and .[0].WaterAim == 2000 and (.[0].WaterText | test("glasses, .* of 2[.]0 l"))'
limber status
says 'of 2.0 l'
for value in aim=100ml aim=9l aim=glass aim=-1l; do
	limber set $value
	says 'Nothing was set.'
done
limber health kidney=yes
call '' Status
true_of '.[0].WaterAim == 0'
limber status
says 'because of kidney disease'
limber set aim=3l
says 'No aim was set: because of kidney disease'
limber health kidney=no
call '' Status
true_of '.[0].WaterAim == 2000'
limber unset aim

limber set health_asked=2026-01-01 setup_done=true
limber undo
says 'Took back: your health answers.'
exit $failed
