#!/bin/bash
# loops.sh: how often the loop of limberd turns for one thing, ROUNDS (20) times: for a call that
# only reads, and for a card from due to answered with dunst. Counted are the waits that ended with
# something to do.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
rounds=${ROUNDS:-20}
need strace busctl
within with-dunst.sh "$@"

# turns: so far. What was begun is over when a wait has begun that has not ended.
turns() {
	wait_until waits
	grep -cE 'epoll_p?wait.* = [1-9]' "$SCRATCH/trace"
}

# shellcheck disable=SC2317 # it is waited for
waits() {
	[ -n "$(tail -c 1 "$SCRATCH/trace")" ]
}

# shellcheck disable=SC2317 # it is waited for
displayed() {
	[ "$(dunstctl count displayed)" = "$1" ]
}

row() { # WHAT TURNS
	printf '%-44s %8.1f\n' "$1" "$2"
}

limberd_start 'gap = "0min"; hours = "00:00-24:00"; quiet = [ ];'
wait_until displayed 1 && dunstctl close # its first words
wait_until displayed 0
strace -qq -p "$limberd" -e trace=epoll_wait,epoll_pwait,epoll_pwait2 -o "$SCRATCH/trace" &
trace=$!
trap 'stop "$limberd" "$trace"' EXIT
"$B/limber" status >/dev/null
wait_until test -s "$SCRATCH/trace"

before=$(turns)
for ((i = 0; i < rounds; i++)); do
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$LIMBER_NAME.Manager" GetState >/dev/null
done
calls=$(($(turns) - before))

cards=0
for ((i = 0; i < rounds; i++)); do
	"$B/limber" try desk >/dev/null && wait_until displayed 1
	"$B/limber" snooze desk 1s >/dev/null && wait_until displayed 0 || exit 1
	before=$(turns)
	wait_until displayed 1 || exit 1
	"$HERE/press.sh" "done" >/dev/null
	wait_until displayed 0 || exit 1
	cards=$((cards + $(turns) - before))
done
printf '%-44s %8s\n' "mean of $rounds" 'turns'
row 'a call that reads' "$(awk -v a=$calls -v b="$rounds" 'BEGIN { print a / b }')"
row 'a card, from due to answered' "$(awk -v a=$cards -v b="$rounds" 'BEGIN { print a / b }')"
