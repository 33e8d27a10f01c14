#!/bin/bash
# limber VERB --json against limberd: exactly one JSON document on standard output, of what was done
# or of what was wrong, for each verb there is.
#
# shellcheck disable=SC2317 # filters and verbs are rows
set -u
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/desktop/bus.inc
. tests/desktop/bus.inc
need jq
[ -n "${SCRATCH:-}" ] || exec tests/desktop/with-bus.sh "$0"
failed=0
# Each of them runs until it is ended, or is text for people alone.
seen=" watch monitor inhibit hooks help names "

# row CODE FILTER WORD...: limber WORD... --json ends so, and its document fits.
row() {
	local code
	seen+="$3 "
	"$B/limber" "${@:3}" --json >"$SCRATCH/out" 2>"$SCRATCH/err" </dev/null
	code=$?
	[ $code -eq "$1" ] || wrong "ends $code, not $1" "${@:3}"
	fits "$1" "$2" || wrong "is not one line, of $2" "${@:3}"
}

fits() { # CODE FILTER
	[ "$(wc -l <"$SCRATCH/out")" -eq 1 ] &&
		jq -es "length == 1 and (.[0] | (if has(\"error\") then .code == $1 else $1 != 2 end) and ($2))" \
			"$SCRATCH/out" >/dev/null 2>&1
}

wrong() {
	echo "limber ${*:2} --json: $1: $(head -c 600 "$SCRATCH/out" "$SCRATCH/err")"
	failed=1
}

card_shown() {
	"$B/limber" status --json </dev/null | jq -e '.card.shown > 0' >/dev/null
}

# card REMINDER: its card is on a display, and was there long enough to be seen.
card() {
	row 0 ".reminder == \"$1\" and .card > 0" try "$1"
	wait_until card_shown
}

mkdir -p "$XDG_CONFIG_HOME/limber"
cat >"$XDG_CONFIG_HOME/limber/limber.conf" <<'END'
hours = "00:00-24:00"; quiet = [ ]; gap = "0min"; first_week = "full"; back_off = false;
END
"$B/limberd" 2>"$SCRATCH/limberd.log" &
daemon=$!
trap 'stop $daemon ${display:-}' EXIT
wait_server org.limberd.Limber1 $daemon "$SCRATCH/limberd.log" || exit 1

changed='(.changes | length >= 1) and (.notes | type == "array")'
same='.changes == [] and .notes == []'
of_desk='.reminder == "desk" and (.speaks | type == "number")'
no_card='.error | test("card")'

# What only looks.
row 0 '.reminders | length > 1' status
row 0 '.next_at > .now and (.next_why | length > 0)' status
row 0 '.reminders | length > 0' next
row 0 '.reminders | length > 1' list
row 0 '.name == "desk"' show desk
row 0 '.reasons | length > 0' explain
row 0 '.holds | type == "array"' holds
row 0 '.rows == []' log
row 0 '.all.asked == 0' stats
row 0 '.week.asked == 0' week
row 0 '.cards | length > 0' preview
row 0 '.times | length == 5' calendar 12:30
row 1 '.error' simulate /dev/null
row 0 '.values | length > 10' config
row 0 '.good' config check
row 2 '.error' config edit
row 0 '.items | length > 30' catalogue
row 1 '.good == false' doctor
row 0 '.disclaimer' about
row 0 '.version' version

# Settings, and what is about the user.
row 0 "$changed" health --none --yes
row 0 "$changed and .changes[0].key == \"health.kidney\"" health kidney=yes
row 0 "$same" health kidney=yes
row 0 "$changed" health kidney=no
row 2 '.error | test("yes or no")' health kidney=perhaps
row 1 '.error and .confirm' health --none
row 0 '.kinds | length == 10' kinds
row 0 "$changed" kinds add nocturnal
row 0 "$same" kinds add nocturnal
row 0 "$changed" kinds remove nocturnal
row 2 '.error' kinds add sudden
row 0 '.signs | length > 5' warnings
row 0 "$changed" warnings yes
grep -q 'In an emergency' "$SCRATCH/err" || wrong 'does not advise on standard error' warnings yes
row 0 "$changed" warnings clear
row 1 '.error' warnings clear
row 1 '.error' warnings seen
row 0 "$changed" setup --yes --plan sit --bedtime 21:45
row 0 "$same" setup --yes --plan sit --bedtime 21:45
row 2 '.error' setup --yes --plan sitting
row 2 '.error | test("^--bedtime: ")' setup --yes --bedtime teatime
row 1 '.error | test("terminal")' setup
row 0 '.changes == [{"key": "gap", "was": "0min", "is": "5min"}]' set gap=5min --runtime
row 1 '.error | test("^reminders.desk.every: ")' set desk every=banana
row 1 '.error | split("\n") | length == 2' set desk every=banana most=many
row 2 '.error' set desk
row 0 "$changed" unset gap --runtime
row 1 '.error | test("^reminders.desk.most ")' unset desk most
row 0 '.reminder == "tea" and .enabled and .schedule and .notes' add tea --every 2h --item micro-pause
row 1 '.error' add tea --every 2h --say Tea
row 2 '.error' add tea
row 0 "$changed" disable tea
row 0 "$changed" enable tea
row 1 '.error | test("no reminder")' enable nothing
row 1 '.error | test("^walk-break is an item, not a reminder")' enable walk-break
row 1 '.error | test("^walk-break is an item, not a reminder")' show walk-break
row 1 '.error | test("Did you mean .desk.")' show dsk
row 1 '.error | test("Did you mean .desk.")' disable dsk
row 1 '.error | test("^desk is a reminder, not an item")' start desk
row 0 '. == {}' reload
row 0 '. == {}' attach

# The user and the desk.
row 0 '.what == "away" and (.sitting | not)' away
row 0 '.what == "back" and .sitting' back
row 0 '.what == "standing" and .length == 1200' standing 20m
row 0 '.what == "sitting"' sitting
row 0 '.length == 300' stood 5m
row 0 '.length == 600' sat 10m
row 2 '.error' sat ten
row 0 '.what == "workout" and (.sitting | not)' start workout
row 0 '.what == "workout" and .sitting' stop workout
row 1 '.error' stop workout
row 0 '.amount == 250 and .water' drink
row 0 '.amount == 300 and .today == 550' drink 300ml
row 2 '.error' drink much
row 0 '.steps | length > 2' cramp
row 0 '.where == "calf" and .strength == 7 and .side == "left"' cramp 3am left calf 7
row 2 '.error' cramp nowhere
row 0 '.score == 4 and .see == []' how 4
row 2 '.error' how eleven

# Cards: none is up yet.
row 1 "$no_card" another
row 1 "$no_card" partly
row 1 "$no_card" skip
row 1 "$no_card" hurt
row 1 "$no_card" start
row 1 "$no_card" stop
row 1 "$no_card" snooze 1m
row 0 "$of_desk and .outcome == \"done\" and .ledger == 0" "done" desk
row 0 '.kind == "answer" and .outcome == "done" and .what' undo
row 0 '.outcome == "done"' "done" desk
row 1 '.error and (has("confirm") | not)' resume
row 1 '.error and .confirm' undo
row 0 '.kind == "answer"' undo
row 1 '.error and (has("confirm") | not)' undo
row 0 '.until and .why == "lunch"' pause 1h --why lunch
row 0 '.was and .until' pause 2h
row 0 '.was and .reminder' resume
row 1 '.error' resume
"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
display=$!
wait_until grep -q Watching "$SCRATCH/watch"
card desk
row 0 '.reminder == "desk" and .before' another
row 0 '. == {"reminder": "desk"}' start
row 0 '. == {"reminder": "desk"}' stop
row 0 '.reminder == "desk" and .outcome == "partly"' hurt
card desk
row 0 '.reminder == "desk" and .outcome == "snoozed" and .until' snooze 5m
card desk
row 0 "$of_desk and .outcome == \"skipped\"" skip
row 0 "$of_desk and .outcome == \"partly\" and .before == \"skipped\"" partly
row 1 '.error' 'done' nothing
row 0 '.notes' remove tea
row 1 '.error' remove tea

# An item that is played here: what is for people goes to standard error.
"$B/limber" start micro-pause --json >"$SCRATCH/out" 2>"$SCRATCH/err" </dev/null &
player=$!
wait_until grep -q '1 of' "$SCRATCH/err"
kill -INT $player
wait $player
jq -e '.reminder == "" and .item == "micro-pause" and .outcome == "" and .note' "$SCRATCH/out" >/dev/null ||
	wrong 'does not report that nothing was booked' start micro-pause
row 1 '.error' start nothing

# History and files.
row 0 '.outcome == "done" and .before == "partly" and .row' log amend \
	"$("$B/limber" log --json | jq '[.rows[] | select(.outcome == "partly")][-1].sequence')" outcome=done
row 1 '.error' log amend 99999 remove
row 0 '.rows > 3 and .file' export -o "$SCRATCH/export"
row 2 '.error' export
row 1 '.error' export -o /nonexistent/file
row 0 '.new == 0 and .known > 3' import "$SCRATCH/export"
row 1 '.error' import /nonexistent/file
row 0 '.file' report -o "$SCRATCH/page.html"
row 2 '.error' report
row 0 '.on and .runs' tray on
row 0 '.on == false and .runs == false' tray off
row 2 '.error' tray up
row 2 '.error and .confirm' forget today
row 0 '.forgotten > 3' forget today --yes

# The service. The bus of the test starts nobody.
row 0 '.on and .problems == [] and has("login")' on
row 0 '. == {"on": false, "login": false, "problems": []}' off
row 3 '.error == "Limber is off: limber on"' "done"
row 3 '.error' on
row 2 '.error' nosuch
row 2 '.error' "done" --nosuch
row 2 '.error and .confirm' forget --all
row 0 '.deleted | length > 0' forget --all --yes

for verb in $("$B/limber" names verbs | cut -f 1); do
	[[ $seen == *" $verb "* ]] || { echo "no row of limber $verb"; failed=1; }
done
exit $failed
