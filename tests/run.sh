#!/bin/bash
# Runs tests, JOBS at a time, those that take long first: one line each, the output only of one
# that fails, and at the end "N passed, N failed, N skipped". A test is any program: exit 0 passes,
# 77 or a line with SKIPPED skips. It gets the build folder as $B, and a home, a runtime folder and
# no session of its own, so that it cannot reach the user's. It is ended after LIMIT seconds of an
# idle machine: on a busy or slow one they last longer (patience.inc).
#
# usage: [B=build] [JOBS=2] [LIMIT=120] [WRAP=command] tests/run.sh TEST...
set -u
cd "$(dirname "$0")/.." || exit
B=$(realpath -m "${B:-build}")
JOBS=${JOBS:-$(nproc)} LIMIT=${LIMIT:-120} WRAP=${WRAP:-}
export B LC_ALL=C.UTF-8 ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1} \
	UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
# A make that a test starts is its own, without the jobs of ours.
unset MAKEFLAGS MFLAGS MAKELEVEL DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY \
	NOTIFY_SOCKET JOURNAL_STREAM LISTEN_FDS LISTEN_PID LANGUAGE
scratch=$(mktemp -d) || exit
running=()
# shellcheck disable=SC2317 # it is called by the traps
leave() {
	trap '' INT TERM HUP # once begun it is finished
	[ ${#running[@]} -eq 0 ] || kill "${running[@]}" 2>/dev/null
	wait
	rm -rf "$scratch"
}
trap leave EXIT
trap 'exit 130' INT TERM

# How much slower than the machine of tests/seconds this one is, in percent: the best of a few
# short counts, which other programs seldom interrupt. Sanitizers and valgrind are slow as well.
measure() {
	local best=1000000 begin took i slow=1
	[[ $WRAP != valgrind* ]] || slow=10
	for _ in {1..60}; do
		begin=${EPOCHREALTIME/[.,]/}
		for ((i = 0; i < 200; i++)); do :; done
		took=$((${EPOCHREALTIME/[.,]/} - begin))
		((took >= best)) || best=$took
	done
	SLOWNESS=$((best * 100 * slow * (${#SAN} > 0 ? 4 : 1) / COUNT_US))
	((SLOWNESS > 100)) || SLOWNESS=100
}
SAN=${SAN:-} PROCESSORS=$(nproc) COUNT_US=340
[ -n "${SLOWNESS:-}" ] || measure
export SLOWNESS PROCESSORS
# shellcheck source=tests/patience.inc
. tests/patience.inc

run_one() { # NUMBER TEST - leaves its output and its exit code in the scratch folder
	local home=$scratch/$1.home begin=$EPOCHREALTIME code test limit
	mkdir -p "$home/run" && chmod 700 "$home/run"
	# shellcheck disable=SC2086 # WRAP is a command with its options
	HOME=$home XDG_CONFIG_HOME=$home/.config XDG_STATE_HOME=$home/.local/state \
		XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache XDG_RUNTIME_DIR=$home/run \
		timeout --kill-after=5 0 $WRAP "$2" >"$scratch/$1.out" 2>&1 </dev/null &
	test=$!
	trap 'kill $test $limit; wait $test; exit' TERM
	end_late "$1" $test >/dev/null &
	limit=$!
	wait $test
	code=$?
	kill $limit
	[ ! -e "$scratch/$1.late" ] || code=late
	report "$1" "$2" $code "$begin"
	rm -rf "$home"
}

end_late() { # NUMBER PID - of `timeout`, which ends the whole group of the test
	PAUSE=1 patient "$LIMIT" eval "! kill -0 $2" && return
	: >"$scratch/$1.late"
	kill "$2"
}

place() { # into $place: how many tests have ended, with this one
	place=1
	set -C
	until : >"$scratch/$place.place"; do
		place=$((place + 1))
	done
	set +C
}

report() { # NUMBER TEST CODE BEGIN - one write, so that lines of two tests do not mix
	local verdict=ok note='' place name=${2#"$B"/}
	local took=$(((${EPOCHREALTIME/[.,]/} - ${4/[.,]/}) / 100000))
	case $3 in
	0) grep -q SKIPPED "$scratch/$1.out" && verdict=SKIPPED ;;
	77) verdict=SKIPPED ;;
	late) verdict=FAILED note=", no end within $LIMIT s of an idle machine" ;;
	*) verdict=FAILED note=", exit $3" ;;
	esac
	place
	{
		printf '%-8s%3d of %d  %s  (%d.%d s%s)\n' $verdict "$place" $total "${name#"$PWD"/}" \
			$((took / 10)) $((took % 10)) "$note"
		[ $verdict != SKIPPED ] || grep SKIPPED "$scratch/$1.out" | sed 's/^/        /'
		[ $verdict != FAILED ] || sed 's/^/        /' "$scratch/$1.out"
	} >"$scratch/$1.report"
	cat "$scratch/$1.report"
	echo "$verdict $2" >"$scratch/$1.verdict"
}

# tests/seconds has what tests took on an idle machine, if more than a second; "SECONDS NAME".
declare -A seconds
while read -r length name; do
	seconds[$name]=$length
done <tests/seconds
tests=() sum=0 longest=0 total=$#
for test; do
	[[ $test == /* ]] || test=$PWD/$test
	name=${test#"$B"/} length=${seconds[${name#"$PWD"/}]:-0}
	tests+=("$length $test")
	((sum += length * 10 + 3, longest = longest < length * 10 ? length * 10 : longest))
done
if [ $total -gt 1 ]; then
	mapfile -t tests < <(printf '%s\n' "${tests[@]}" | sort -srn -k 1,1)
	length=$((sum / JOBS > longest ? sum / JOBS : longest))
	busy # and a quarter of a test is work, the rest are waits
	length=$((length * (300 + busy) / 400))
	echo "$total tests, $JOBS at a time: about $(((length + 599) / 600)) min on this machine, as busy as it is."
fi

number=0
for test in "${tests[@]}"; do
	while [ "$(jobs -rp | wc -l)" -ge "$JOBS" ]; do
		wait -n
	done
	number=$((number + 1))
	run_one $number "${test#* }" 2>/dev/null &
	mapfile -t running < <(jobs -rp)
done
wait
running=()

cat "$scratch"/*.verdict 2>/dev/null | grep '^FAILED' | sort
count() {
	cat "$scratch"/*.verdict 2>/dev/null | grep -c "^$1 "
}
passed=$(count ok) skipped=$(count SKIPPED)
echo "$passed passed, $((number - passed - skipped)) failed, $skipped skipped"
[ $((passed + skipped)) -eq $number ] && [ $number -gt 0 ]
