#!/bin/bash
# The completions complete: bash, zsh and fish are asked what they would offer, with a stand-in for
# limberd on a private bus. A shell that is not installed is skipped with a line.
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/desktop/bus.inc
. "$HERE/../desktop/bus.inc"
B=${B:-$HERE/../../build}
HERE=$(dirname "$(readlink -f "$0")")
COMPLETIONS=$HERE/../../completions
export PATH=$B:$PATH
failed=0

# What a line is offered, sorted, in one line. The line ends where the cursor is.
offered_bash() {
	bash --norc --noprofile -c '
		compopt() { COMPREPLY+=(FILES); }
		. "$1" && COMP_LINE=$2 COMP_POINT=${#2} && _limber && printf "%s\n" "${COMPREPLY[@]}"
	' bash "$COMPLETIONS/limber.bash" "$1"
}

offered_fish() {
	# shellcheck disable=SC2016 # the variables are those of fish
	fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$COMPLETIONS/limber.fish" "$1" |
		cut -f1
}

# A zsh in a terminal of its own types the line and a tab for the list of what there is.
offered_zsh() {
	zsh -f "$HERE/completions.zsh" "$COMPLETIONS" "$1"
}

# bash offers what stands behind the last "=" alone.
equal() { [ "$1" = bash ] || echo "$2="; }

# offers SHELL LINE WORD...: these are offered, and nothing else where the last one is "only".
offers() {
	local shell=$1 line=$2 word found
	shift 2
	found=$("offered_$shell" "$line" 2>&1 | sed 's/ *$//' | sort | xargs -d '\n')
	for word; do
		[ "$word" != only ] || { [ "$found" = "$1" ] || word="$1 only"; }
		[[ "$word" == only || " $found " == *" $word "* ]] && continue
		echo "$shell: '$line' is offered '$found', not $word"
		failed=1
	done
}

check() {
	offers "$1" 'limber sno' snooze only
	offers "$1" 'limber ' status calendar health
	offers "$1" 'limber snooze ' desk bedtime 10m
	offers "$1" 'limber snooze de' desk only
	offers "$1" 'limber set desk ev' every= only
	offers "$1" 'limber add lunch --it' --item only
	offers "$1" 'limber add lunch --item walk' walk-break only
	offers "$1" 'limber config ed' edit only
	offers "$1" 'limber start --ea' --easier only
	offers "$1" 'limber setup --plan ' sit night water
	offers "$1" 'limber help sto' stop stood
	offers "$1" 'limber set units=' "$(equal "$1" units)ml" "$(equal "$1" units)oz"
	offers "$1" 'limber set desk insi' "$(equal zsh insist)true" "$(equal zsh insist)false"
	offers "$1" 'limber forget --kind c' card cramp
	offers "$1" 'limber catalogue --kind c' chronic only
	paths=grown.json
	[ "$1" != bash ] || paths=FILES
	for line in 'import gr' 'export -o gr' 'report -o gr' 'stats --openmetrics -o gr'; do
		offers "$1" "limber $line" $paths only
	done
	offers "$1" 'limber import --js' --json only
}

if [ $# -gt 0 ]; then
	cd "$SCRATCH" || exit
	touch grown.json
	"$B/tests/cli/fake_daemon" >"$SCRATCH/calls" &
	daemon=$!
	wait_until grep -q ready "$SCRATCH/calls"
	for shell in bash zsh fish; do
		if command -v "$shell" >/dev/null; then
			check "$shell"
		else
			echo "SKIPPED: $shell is not installed"
		fi
	done
	stop "$daemon"
	exit $failed
fi
need dbus-daemon
"$HERE/../desktop/with-bus.sh" "$0" run
