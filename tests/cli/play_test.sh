#!/bin/bash
# limber start ITEM in a terminal and in a pipe, what is booked of it, and the card's routine from
# the shell. The parts that last are cut short by a signal, as a user cuts them.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

# played SECONDS ITEM OPTION...: in a pipe, for so long, then interrupted; $took is how long it was.
played() {
	local began now
	began=$(milliseconds)
	"$B/limber" start "${@:2}" >"$SCRATCH/out" 2>"$SCRATCH/err" </dev/null &
	local player=$!
	check "$2 begins" prints '1 of'
	patient 60 lasted "$1"
	kill -INT "$player"
	wait "$player"
	code=$?
	now=$(milliseconds)
	took=$(((now - began) / 1000))
}

lasted() { # SECONDS
	(($(milliseconds) - began >= $1 * 1000))
}

prints() {
	grep -qF -- "$1" "$SCRATCH/out"
}

# typed KEY WORDS...: $item, with its options, is played in a terminal of $size. Each key is typed,
# and its words waited for; with a * behind it again and again. Of several keys that it reads at
# once none counts, so a second is typed only after words of the first.
size='rows 24 columns 80' item=posture-shift
typed() {
	local terminal seen=0
	rm -f "$SCRATCH/keys" "$SCRATCH/out"
	mkfifo "$SCRATCH/keys"
	TERM=xterm script -qfec "stty $size; $B/limber start $item" "$SCRATCH/out" <"$SCRATCH/keys" >/dev/null &
	terminal=$!
	exec 9>"$SCRATCH/keys"
	check "$item begins" printed '1 of'
	while [ $# -gt 0 ]; do
		seen=$(stat -c %s "$SCRATCH/out")
		[[ $1 == *\* ]] || printf %s "$1" >&9
		check "key $1: $2" answered "$1" "$2"
		shift 2
	done
	exec 9>&-
	ended "$terminal"
}

printed() { # WORDS, since the last key
	[ -e "$SCRATCH/out" ] && tail -c "+$((seen + 1))" "$SCRATCH/out" | grep -qF -- "$1"
}

answered() { # KEY WORDS
	[ -n "$2" ] || return 0 # a key that nothing answers
	printed "$2" && return
	[[ $1 != *\* ]] || printf %s "${1%\*}" >&9
	return 1
}

part_alone() {
	configure "$ANYTIME"
	check_now "no item of that name" refuses 1 'There is no item "walk"' start walk
	check_now "not before the questions" refuses 1 'not for everyone' start bedtime-stretch
	played 0 walk-break
	check_now "it ends well" [ "$code" = 0 ]
	check_now "a look is no exercise" prints 'Nothing was booked.'
	check_now "no escape in a pipe" not grep -q $'\033' "$SCRATCH/out"
	typed ' ' PAUSED ' ' '[space] pause' 'n*' 'that was it'
	check_now "drawn with its bars" prints '##'
	check_now "keys are shown" prints '[space] pause'
	check_now "pauses" prints 'PAUSED'
	check_now "to its end" prints 'that was it'
	check_now "the terminal is given back" prints $'\033[?1049l'
	check_now "nobody books" prints 'limberd is not running, so nothing was booked.'
	check_now "where to look" prints 'limber warnings'
	size='rows 14 columns 40' typed 'q*' stopped
	check_now "narrow: no line is wider" not grep -q $'^\033\\[K[[:print:]]\\{41\\}' "$SCRATCH/out"
	check_now "narrow: to its last line" prints '  [q] stop'
	size='rows 8 columns 40' typed 'q*' stopped
	check_now "too small: a line a part" prints 'Keys: space pauses'
	check_now "too small: not drawn" not prints $'\033[?1049h'
	configure "$ANYTIME" 'setup_done = true;' 'health : { op = true; };'
	check_now "not for the user" refuses 1 'is not played' start bedtime-stretch
}

# The easier form: by key, by option, and because of the answers to the health questions.
part_easier() {
	configure "$ANYTIME" 'setup_done = true;'
	check_now "none to be had" refuses 1 'has no easier form' start posture-shift --easier
	typed e '' 'n*' '2 of 3' 'q*' stopped
	check_now "no key without one" not prints '[e]'
	item=hip-flexor-stretch typed e '[e] full steps' e '[e] easier' 'q*' stopped
	check_now "the key is shown" prints '[e] easier'
	check_now "it leads there" prints 'These are the easier steps.'
	check_now "and says so" prints 'a short step back'
	check_now "and back" prints '[e] full steps'
	item='hip-flexor-stretch --plain' typed e 'easier steps' e 'full steps' 'q*' stopped
	check_now "plain: the key is told" prints 'Key e: to the easier steps, and back.'
	check_now "plain: there" prints 'These are the easier steps.'
	check_now "plain: and back" prints 'These are the full steps.'
	check_now "plain: each part anew" [ "$(grep -c '1 of 2, left' "$SCRATCH/out")" = 3 ]
	size='rows 14 columns 40' item=sit-stand-switch typed 'q*' stopped
	check_now "narrow: no line is wider" not grep -q $'^\033\\[K[[:print:]]\\{41\\}' "$SCRATCH/out"
	played 0 hip-flexor-stretch --easier
	check_now "by option, in a pipe" prints 'a short step back'
	check_now "no key in a pipe" not prints 'Key e'
	configure "$ANYTIME" 'setup_done = true;' 'health : { pregnant = true; };'
	played 0 hip-flexor-stretch
	check_now "because of health" prints 'a short step back'
	check_now "it says so" prints 'These are the easier steps.'
	check_now "and why" prints 'Safer for you: A short step'
	item='hip-flexor-stretch --plain' typed e '' 'n*' '2 of 2' 'q*' stopped
	check_now "then nothing leads back" not prints 'full steps'
}

part_booked() {
	configure "$ANYTIME"
	limberd_start
	typed 'n*' 'that was it'
	check_now "it is booked" prints 'Booked: desk, done. Undo: limber undo'
	check_now "with its item" row '.item == "posture-shift" and .outcome == "done" and .shown == null'
	played 7 walk-break
	check_now "stopped half-way" prints 'Booked: desk, partly'
	check_now "with its seconds" row ".outcome == \"partly\" and .seconds >= 5 and .seconds <= $took"
	check_now "undone" limber undo
	check_now "no row any more" row '.item == "posture-shift"'
	check_now "of no deck" not busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" \
		Record 'sa{sv}' item 3 Item s core-strength Outcome s "done" Seconds u 9 2>/dev/null
	check_now "no item at all" not busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" \
		Record 'sa{sv}' item 1 Item s '../x' 2>/dev/null
	check_now "no card to start" refuses 1 'No card is up' start
	limberd_stop
}

only_json() {
	"$B/limber" "$@" 2>&1 | jq -es 'length == 1' >/dev/null
}

part_card() {
	configure "$ANYTIME" 'setup_done = true;'
	limberd_start
	"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
	local watch=$!
	check "it watches" grep -q Watching "$SCRATCH/watch"
	check_now "no card, as JSON alone" only_json hurt --json
	check_now "a routine" limber try bedtime
	check "the card is up" state '.card.shown > 0'
	check_now "not played yet" refuses 1 'not being played' stop
	check_now "it starts" says 'limber stop' start
	check "a display is told" grep -q 'Left: Let the leg hang over the edge' "$SCRATCH/watch"
	check_now "it stops" says 'limber start' stop
	check "and that" grep -q 'Paused' "$SCRATCH/watch"
	check_now "it hurts" says 'limber warnings' hurt
	check "it is booked at once" row '.outcome == "partly"'
	check_now "and can be taken back" says 'Took back' undo
	check "it comes again" state '.card.shown > 0'
	check_now "it hurts all the same" says 'limber warnings' hurt
	check_now "anew" limber try bedtime
	check "the card is up again" state '.card.shown > 0'
	check_now "it starts easier" says 'limber stop' start --easier
	check "a display is told of the easier steps" grep -q 'These are the easier steps' "$SCRATCH/watch"
	check "and of the first" grep -q 'On your side: hold the upper foot' "$SCRATCH/watch"
	check_now "skipped after all" limber skip
	check "in the history" row '.outcome == "skipped"'
	check_now "it hurt in the end" says 'partly' hurt
	check "booked so" row '.outcome == "partly"'
	kill "$watch"
	limberd_stop
}

begin "$@"
need script
for part in alone easier booked card; do
	surrounded with-bus.sh $part &
done
wait
tell
