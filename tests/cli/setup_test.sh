#!/bin/bash
# The verbs that ask, on a terminal, with a limberd that keeps what is answered: health.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

# typed VERB LINE...: it gets these lines on a terminal, and then its end. The screen is in
# $SCRATCH/screen, the exit code in $code.
typed() {
	printf '%s\n' "${@:2}" | script -qec "$B/limber $1" /dev/null >"$SCRATCH/screen"
	code=$?
}

shows() {
	grep -qF -- "$1" "$SCRATCH/screen"
}

# kept TEXT: it stands in the file that limberd writes.
kept() {
	grep -qF -- "$1" "$XDG_CONFIG_HOME/limber/limber.conf.d/90-limber.conf" 2>/dev/null
}

part_health() {
	local none=('' '' '' '' '' '' '' '' '' '' '' '' '' '' '' '' '')
	limberd_start
	typed health n
	check_now "the end of the input keeps nothing" [ "$code" = 1 ]
	check_now "and says so" shows 'Nothing was changed.'
	typed health maybe '?' n y 2026-11-01 y "${none[@]}" n
	check_now "a no at the end keeps nothing" [ "$code" = 1 ]
	check_now "no file was written" not kept setup_done
	check_now "? tells what a yes does" shows 'Hides: herb-food'
	typed health n y 2026-11-01 y "${none[@]}" y
	check_now "a yes keeps them" [ "$code" = 0 ]
	check_now "the date" kept 'op = "2026-11-01";'
	check_now "the yes" kept 'hiprep = true;'
	check_now "only what is new" not kept kidney
	check_now "that they are answered" kept 'setup_done = true;'
	check_now "and when" kept "health_asked = \"$(date +%F)\";"
	check_now "limberd goes by it" state .setup_done
	typed health
	check_now "then the answers are shown" shows 'your answers'
	limber undo
	check_now "one step takes all back" not kept hiprep
	limberd_stop
}

need script
begin "$@"
surrounded with-bus.sh health
tell
