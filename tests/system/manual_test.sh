#!/bin/bash
# The manual pages are built and read without complaint, by scdoc, groff and mandoc.
set -u
cd "$(dirname "$0")/../.." || exit
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}

for program in scdoc groff mandoc; do
	command -v $program >/dev/null || { echo "SKIPPED: $program is not installed" && exit 77; }
done
for source in man/*.scd; do
	page=$scratch/$(basename "$source" .scd)
	scdoc <"$source" >"$page" || fail "$source: scdoc does not read it"
	groff -man -Tutf8 -ww "$page" 2>"$scratch/said" >/dev/null
	[ -s "$scratch/said" ] && fail "$source: groff says: $(cat "$scratch/said")"
	# The paragraph macros are scdoc's way.
	mandoc -T lint -W warning "$page" | grep -vE 'skipping paragraph macro: PP|outdated|date' |
		grep . && fail "$source: mandoc does not like it"
done
exit $failed
