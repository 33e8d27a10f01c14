#!/bin/bash
# Each picture is well-formed, says what it shows, is there for light and dark, and belongs to an
# item of the catalogue, to a step that it has, or is its kneeling form.
set -u
cd "$(dirname "$0")/../.." || exit
command -v xmllint >/dev/null || { echo 'SKIPPED: xmllint is not installed' && exit 77; }
failed=0 count=0
fail() {
	echo "$*"
	failed=1
}

belongs() { # NAME - the step's number is at the end
	local item=${1%-[0-9]} step=${1##*-}
	[ "$1" = hip-flexor-stretch-kneeling ] && return
	[ -e "config/catalogue/$1.conf" ] && return
	[ -e "config/catalogue/$item.conf" ] && [ "$item" != "$1" ] &&
		[ "$(sed '/^easier/,$d' "config/catalogue/$item.conf" | grep -c '\btext *=')" -ge "$step" ]
}

for picture in "$B"/pictures/*.svg; do
	name=$(basename "$picture" .svg)
	case $name in *-dark) continue ;; esac
	count=$((count + 1))
	for file in "$picture" "${picture%.svg}-dark.svg"; do
		xmllint --noout "$file" || fail "$file is not well-formed"
		grep -q '<title>..*</title>' "$file" || fail "$file does not say what it shows"
		grep -qE 'nan|inf' "$file" && fail "$file has a number that is none"
	done
	belongs "$name" || fail "$name: no such item, or it has no such step"
done
[ "$count" -ge 12 ] || fail "only $count pictures"
exit $failed
