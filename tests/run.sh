#!/bin/bash
# Runs tests, JOBS at a time: one line each, the output only of one that fails, and at the end
# "N passed, N failed, N skipped". A test is any program: exit 0 passes, 77 or a line with SKIPPED
# skips. It gets LIMIT seconds, the build folder as $B, and a home, a runtime folder and no
# session of its own, so that it cannot reach the user's.
#
# usage: [B=build] [JOBS=2] [LIMIT=120] [WRAP=command] tests/run.sh TEST...
set -u
cd "$(dirname "$0")/.." || exit
B=$(realpath -m "${B:-build}")
JOBS=${JOBS:-2} LIMIT=${LIMIT:-120} WRAP=${WRAP:-}
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

run_one() { # NUMBER TEST - leaves its output and its exit code in the scratch folder
	local home=$scratch/$1.home begin=$EPOCHREALTIME
	mkdir -p "$home/run" && chmod 700 "$home/run"
	# shellcheck disable=SC2086 # WRAP is a command with its options
	HOME=$home XDG_CONFIG_HOME=$home/.config XDG_STATE_HOME=$home/.local/state \
		XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache XDG_RUNTIME_DIR=$home/run \
		timeout --kill-after=5 "$LIMIT" $WRAP "$2" >"$scratch/$1.out" 2>&1 </dev/null
	local code=$?
	local name=${2#"$B"/}
	report "$1" "${name#"$PWD"/}" "$code" "$begin"
	rm -rf "$home"
}

report() { # NUMBER NAME CODE BEGIN - one write, so that lines of two tests do not mix
	local verdict=ok note='' took=$(((${EPOCHREALTIME/./} - ${4/./}) / 100000))
	case $3 in
	0) grep -q SKIPPED "$scratch/$1.out" && verdict=SKIPPED ;;
	77) verdict=SKIPPED ;;
	124 | 137) verdict=FAILED note=", no end within $LIMIT s" ;;
	*) verdict=FAILED note=", exit $3" ;;
	esac
	{
		printf '%-8s%s  (%d.%d s%s)\n' $verdict "$2" $((took / 10)) $((took % 10)) "$note"
		[ $verdict != SKIPPED ] || grep SKIPPED "$scratch/$1.out" | sed 's/^/        /'
		[ $verdict != FAILED ] || sed 's/^/        /' "$scratch/$1.out"
	} >"$scratch/$1.report"
	cat "$scratch/$1.report"
	echo "$verdict $2" >"$scratch/$1.verdict"
}

number=0
for test in "$@"; do
	[[ $test == /* ]] || test=$PWD/$test
	while [ "$(jobs -rp | wc -l)" -ge "$JOBS" ]; do
		wait -n
	done
	number=$((number + 1))
	run_one $number "$test" 2>/dev/null &
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
