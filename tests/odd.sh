#!/bin/bash
# Runs tests in surroundings other than a developer's: sessions of other languages and without HOME,
# as a user who is not root and has folders in PATH that he may not read, two copies side by side,
# and on one processor that others use, too. What this machine lacks for one is skipped with a word.
#
# usage: [B=build] [ODD='NAME...'] tests/odd.sh TEST...      the names: see below
set -u
cd "$(dirname "$0")/.." || exit
B=$(realpath "${B:-build}")
scratch=$(mktemp -d) || exit
others=() failed=0
# shellcheck disable=SC2317 # it is called by the trap
leave() {
	[ ${#others[@]} -eq 0 ] || kill "${others[@]}" 2>/dev/null
	wait
	rm -rf "$scratch"
}
trap leave EXIT
trap 'exit 130' INT TERM
tests=()
for test; do
	test=${test#"$PWD"/} && tests+=("${test#"${B#"$PWD"/}"/}")
done

# run FOLDER COMMAND...: the tests of that copy, by tests/run.sh behind the command.
run() {
	local folder=$1 build=$1/build test all=()
	[ "$folder" != "$here" ] || build=$B
	for test in "${tests[@]}"; do
		[[ $test == *.sh ]] && all+=("$test") || all+=("$build/$test")
	done
	(cd "$folder" && B=$build "${@:2}" tests/run.sh "${all[@]}") || failed=1
}

# copy NAME: the tree with its build folder, for everybody to read; its folder is $copy.
copy() {
	copy=$scratch/$1
	mkdir "$copy" && chmod 755 "$scratch" "$copy" &&
		tar -c --exclude='./build*' --exclude=./.git . | tar -x -C "$copy" && cp -a "$B" "$copy/build"
}

language() { # LOCALE LANGUAGE
	localedef -i "${1%.*}" -f UTF-8 "$scratch/locales/$1" 2>/dev/null ||
		[ -e "$scratch/locales/$1/LC_TIME" ] ||
		{ echo "SKIPPED: $1 cannot be made here: the package locales has its source" && return; }
	run "$here" env LOCPATH="$scratch/locales" LANG="$1" LC_ALL="$1" LANGUAGE="$2"
}

nobody() { # a user who may not read all of his PATH
	[ "$(id -u)" = 0 ] || { echo 'SKIPPED: it takes root to be somebody else' && return; }
	copy nobody
	mkdir -m 700 "$scratch/closed"
	mkdir "$scratch/tmp"
	chown -R 65534:65534 "$copy" "$scratch/tmp"
	run "$copy" setpriv --reuid=65534 --regid=65534 --clear-groups \
		env HOME=/nonexistent TMPDIR="$scratch/tmp" PATH="$scratch/closed:$PATH:$scratch/closed"
}

two() { # copies side by side
	local second
	copy second
	run "$copy" env >"$scratch/second.log" 2>&1 &
	second=$!
	others=("$second")
	run "$here" env
	wait $second
	others=()
	sed 's/^/second: /' "$scratch/second.log"
	grep -q '^[0-9]* passed, 0 failed' "$scratch/second.log" || failed=1
}

busy() { # one processor, and four programs that use it as well
	local _
	for _ in 1 2 3 4; do
		taskset -c 0 bash -c 'while :; do :; done' &
		others+=($!)
	done
	run "$here" taskset -c 0
	kill "${others[@]}"
	others=()
}

here=$PWD
mkdir "$scratch/locales"
for name in ${ODD:-plain german french turkish arabic nobody two busy}; do
	echo "== $name"
	case $name in
	plain) run "$here" env -u HOME LANG=C LC_ALL=C ;;
	german) language de_DE.UTF-8 de ;;
	french) language fr_FR.UTF-8 fr ;;
	turkish) language tr_TR.UTF-8 tr ;;
	arabic) language ar_EG.UTF-8 ar ;;
	nobody) nobody ;;
	two) two ;;
	busy) busy ;;
	*) echo "odd.sh: there is no '$name'" >&2 && exit 2 ;;
	esac
done
exit $failed
