#!/bin/bash
# limber setup at a terminal, each ready plan and the questions, in each language: it takes at
# most 60 lines, shows no codes, and is written. Prints a table of prompts and lines.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"
TYPIST=$(dirname "$(readlink -f "$0")")/typist.py
most=59

# typed LANGUAGE ANSWERS WORD...: limber with these words; the screen is in $SCRATCH/screen.
typed() {
	LANGUAGE=$1 LIMBER_LOCALEDIR=$B/locale "$TYPIST" "$2" "$B/limber" "${@:3}" \
		>"$SCRATCH/screen" 2>"$SCRATCH/counts"
	code=$?
	read -r prompts lines <"$SCRATCH/counts"
}

shows() {
	tr -s '\n ' ' ' <"$SCRATCH/screen" | grep -qF -- "$1"
}

# row NAME LANGUAGE ANSWERS: a fresh setup with these answers, and its line of the table.
row() {
	typed "$2" "$3" setup
	printf '%-10s %-3s %2d prompts %3d lines\n' "$1" "$2" "$prompts" "$lines"
	check_now "$1 $2 ends well" [ "$code" = 0 ]
	check_now "$1 $2 takes $lines lines, over $most" [ "$lines" -le "$most" ]
	check_now "$1 $2 asks as often as it is answered" \
		[ "$prompts" = "$(tr '|' '\n' <<<"$3" | wc -l)" ]
	check_now "$1 $2 shows no code" not grep -qE '\b(R[0-9]{2}|E[0-9]{1,2})\b' "$SCRATCH/screen"
	check_now "$1 $2 has no line over 80" \
		not grep -qE '^.{81}' "$SCRATCH/screen"
	check_now "$1 $2 is kept" state .setup_done
	limber undo
	check_now "$1 $2 is one step" not state .setup_done
}

part_lines() {
	for language in en "$B"/locale/*; do
		language=${language##*/}
		LANGUAGE=$language LIMBER_LOCALEDIR=$B/locale limberd_start
		row sit "$language" '1||none|||||'
		row night "$language" '2||22:30|nothing|||||'
		row water "$language" '3|9-5|no|no|no|no|no|yes'
		row questions "$language" '4|calf|night|Mon-Fri 9:00-17:00|22:30|none|yes|||||'
		row night-work "$language" '1|10pm-6am|none|||||'
		limberd_stop
	done
}

need script python3
begin "$@"
surrounded with-bus.sh lines
tell
