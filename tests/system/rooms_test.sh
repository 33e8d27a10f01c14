#!/bin/bash
# The rooms of the tree and the arrows between them, drawn from the includes; the .c and .h of one
# name are one unit. Fails on an include that the table of rooms does not allow, on a file in no
# room, and when more units than `most` lie in circles.
# `tests/system/rooms_test.sh show [TREE]` prints the rooms, the arrows and the circles.
set -u
most=10

# ROOM: the rooms it may include, all of them above it. "core" stands for all rooms of core.
rooms='core/base:
core/model: core/base
core/policy: core/base core/model
core/words: core/base core/model core/policy
core/codec: core/base core/model core/policy core/words
core/foresee: core/base core/model core/policy core/words core/codec
config: core
store: core
idle: core/base
notifier: core/base core/codec
voice: core/base core/model core/codec
calls: core/base core/model core/codec
pictures:
examples:
daemon/adapters: core idle
daemon: core config store daemon/adapters
cli/shared: core
cli/report: core config store cli/shared
cli/report/simulate: core config store cli/shared cli/report
cli/limber: core cli/shared
tray: core cli/shared'

# An adapter includes no other, except these: the parts of one adapter, and the plain helpers that
# know nothing outside.
parts='daemon/adapters/clock_zone daemon/adapters/clock
daemon/adapters/notifier daemon/adapters/notifier_child
daemon/adapters/voice daemon/adapters/notifier_child
daemon/adapters/recorders daemon/adapters/notifier_child
daemon/adapters/watch daemon/adapters/watch_spots
daemon/adapters/watch_spots daemon/adapters/watch_files
daemon/adapters/dnd daemon/adapters/dconf
daemon/adapters/idle daemon/adapters/idle_choice
daemon/adapters/idle daemon/adapters/rest
daemon/adapters/idle_choice daemon/adapters/candidate
daemon/adapters/idle_choice daemon/adapters/idle_mutter
daemon/adapters/idle_choice daemon/adapters/idle_retry
daemon/adapters/candidate daemon/adapters/idle_mutter'
helpers='cleanup dict hints levels log loop way'

units() { # TREE - FILE for each source of the product, generated ones left out
	(cd "$1" && find . -path ./build\* -prune -o -path ./tests -prune -o -name '*.[ch]' -print) |
		sed 's|^\./||' | grep -v '^gen/' | sort
}

arrows() { # TREE FILE... - "UNIT UNIT" for each unit that includes another of the tree
	local tree=$1 && shift
	(cd "$tree" && grep -H '^#include "' "$@") |
		sed -nE 's|^(.*)\.[ch]:#include "(.*)\.[ch]".*|\1 \2|p' | awk '$1 != $2' |
		grep -v ' gen/' | sort -u
}

# Reads rooms, parts and helpers (environment), units and arrows (files); prints what is wrong.
judge() { # UNITS ARROWS MOST SHOW
	ROOMS=$rooms PARTS=$parts HELPERS=$helpers awk -v most="$3" -v show="$4" '
	function room(unit) { sub("/[^/]*$", "", unit); return unit }
	function wrong(text) { print text; bad = 1 }
	function reach(from, to,    i) { # marks in `seen` all that can be come to
		for (i = 1; i <= out[from]; i++)
			if (!((to = arrow[from, i]) in seen)) { seen[to]; reach(to) }
	}
	BEGIN {
		count = split(ENVIRON["ROOMS"], lines, "\n")
		for (i = 1; i <= count; i++) {
			n = split(lines[i], word, /:? +|:/)
			place[word[1]] = i
			for (j = 2; j <= n; j++) {
				if (word[j] == "core")
					for (known in place) if (known ~ /^core\//) may[word[1], known]
				if (word[j] != "" && word[j] != "core" && !(word[j] in place))
					wrong("the table lets " word[1] " include " word[j] ", which is not above it")
				may[word[1], word[j]]
			}
		}
		count = split(ENVIRON["PARTS"], lines, "\n")
		for (i = 1; i <= count; i++) { split(lines[i], word, " "); pair[word[1], word[2]] }
		count = split(ENVIRON["HELPERS"], word, " ")
		for (i = 1; i <= count; i++) helper["daemon/adapters/" word[i]]
	}
	FILENAME == ARGV[1] {
		if (!(room($1) in place)) wrong($1 " is in no room")
		sub(/\.[ch]$/, ""); unit[$1]; next
	}
	{
		from = room($1); to = room($2)
		arrow[$1, ++out[$1]] = $2
		if (from != to) between[from " -> " to]++
		if (!($2 in unit)) wrong($1 " includes " $2 ", which is not there")
		if (from in place && to in place && from != to && !((from, to) in may))
			wrong($1 " includes " $2 ": " from " may not use " to)
		if (from == "daemon/adapters" && to == from && !(($1, $2) in pair) && !($2 in helper))
			wrong($1 " includes " $2 ", another adapter")
	}
	END {
		for (key in between) { split(key, word, " -> "); if (word[2] " -> " word[1] in between)
			wrong(word[1] " and " word[2] " include each other") }
		for (u in unit) { split("", seen); reach(u); if (u in seen) { circle[u]; circles++ } }
		if (show) {
			for (u in unit) units++
			for (key in between) { distinct++; print key, between[key] | "sort" }
			close("sort")
			print units " units, " distinct " arrows between rooms"
		}
		if (show || circles > most) {
			print circles + 0 " units in circles, at most " most ":"
			for (u in circle) for (i = 1; i <= out[u]; i++) if (arrow[u, i] in circle)
				print "  " u " -> " arrow[u, i] | "sort"
			close("sort")
		}
		exit bad || circles > most
	}' "$1" "$2"
}

# check TREE SHOW - the verdict on a tree
check() {
	local files
	mapfile -t files < <(units "$1")
	[ ${#files[@]} -gt 0 ] || { echo "no sources in $1"; return 1; }
	printf '%s\n' "${files[@]}" >"$scratch/units"
	arrows "$1" "${files[@]}" >"$scratch/arrows"
	judge "$scratch/units" "$scratch/arrows" "$most" "$2"
}

# must_fail WHAT WORDS - the tree in $scratch/tree has this fault; it must be named
must_fail() {
	if check "$scratch/tree" 0 >"$scratch/out"; then
		echo "not noticed: $1"
		failed=1
	elif ! grep -q "$2" "$scratch/out"; then
		echo "not named: $1:"
		cat "$scratch/out"
		failed=1
	fi
}

put() { # FILE INCLUDED... - a file with these includes
	mkdir -p "$(dirname "$scratch/tree/$1")"
	local file=$scratch/tree/$1 && shift
	printf '#include "%s"\n' "$@" >"$file"
}

fresh() { # a small tree without a fault
	rm -rf "$scratch/tree"
	put core/base/a.h
	put core/model/b.c core/base/a.h
	put daemon/adapters/log.h
	put daemon/adapters/lock.c daemon/adapters/log.h
	check "$scratch/tree" 0 || { echo "a fault in a tree without one"; failed=1; }
}

scratch=$(mktemp -d) failed=0
trap 'rm -rf "$scratch"' EXIT
cd "$(dirname "$0")/../.." || exit
if [ "${1:-}" = show ]; then
	check "${2:-.}" 1
	exit
fi

fresh && put core/base/c.c core/model/b.h && put core/model/b.h
must_fail 'an arrow back' 'core/base may not use core/model'
fresh && put cli/limber/x.c config/y.h && put config/y.h
must_fail 'a program that uses what it must not' 'cli/limber may not use config'
fresh && put utils/x.c
must_fail 'a file in no room' 'utils/x.c is in no room'
fresh && put daemon/adapters/x.c daemon/adapters/lock.h && put daemon/adapters/lock.h
must_fail 'an adapter that includes another' 'another adapter'
fresh
for i in 1 2 3 4 5 6 7 8 9 10; do put "store/u$i.h" "store/u$((i + 1)).h"; done
put store/u11.h store/u1.h
must_fail 'a circle of 11' '11 units in circles'

check . 0 || failed=1
exit $failed
