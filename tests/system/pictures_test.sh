#!/bin/bash
# Each picture is well-formed, lies within its plate, has a description, exists for light and dark, and
# belongs to an item of the catalogue or to one of its steps, in the right position of the body.
set -u
cd "$(dirname "$0")/../.." || exit
command -v xmllint >/dev/null || { echo 'SKIPPED: xmllint is not installed' && exit 77; }
failed=0 count=0
fail() {
	echo "$*"
	failed=1
}

steps() { # ITEM: the texts of its steps, a line each
	sed '/^easier/,$d' "config/catalogue/$1.conf" | grep -o '\btext *= *"[^"]*"'
}

# postures TEXT: those that its words name.
postures() {
	grep -qiE '\bl(ie|ying)\b|on (the|your) (back|side)\b|face down' <<<"$1" && echo lies
	grep -qiE '\b(hands and knees|half kneeling|low lunge|knee on)\b' <<<"$1" && echo kneels
	grep -qiE '\b(stand|standing|walk|walking|march|wall|step|lunge)\b' <<<"$1" && echo stands
	grep -qiE '\b(sit|sitting|seated|chair)\b' <<<"$1" && echo sits
}

# apart TEXT TEXT: both name postures, and none in common.
apart() {
	local one two
	one=$(postures "$1") two=$(postures "$2")
	[ -n "$one" ] && [ -n "$two" ] && ! grep -qxF "$one" <<<"$two"
}

belongs() { # NAME TITLE - the step's number is at the end
	local item step
	[ -e "config/catalogue/$1.conf" ] && return
	item=$(sed -E 's/-[0-9]+$//' <<<"$1") step=$(steps "$item" | sed -n "${1##*-}p")
	[ -n "$step" ] && ! apart "$step" "$2"
}

# within FILE: all its corners lie on the plate.
within() {
	grep -o 'points="[^"]*"' "$1" | tr "\" " "[\n*]" | grep , |
		awk -F , '$1 < 2 || $1 > 126 || $2 < 2 || $2 > 126 { out = 1 } END { exit out }'
}

for picture in "$B"/pictures/*.svg; do
	name=$(basename "$picture" .svg)
	case $name in *-dark) continue ;; esac
	count=$((count + 1))
	for file in "$picture" "${picture%.svg}-dark.svg"; do
		xmllint --noout "$file" || fail "$file is not well-formed"
		grep -q '<title>..*</title>' "$file" || fail "$file does not say what it shows"
		grep -qE 'nan|inf' "$file" && fail "$file has a number that is none"
		within "$file" || fail "$file is larger than its plate"
	done
	belongs "$name" "$(sed -n 's:.*<title>\(.*\)</title>.*:\1:p' "$picture")" ||
		fail "$name: no such item or step, or the step is done differently"
done
[ "$count" -ge 60 ] || fail "only $count pictures"
apart 'On your back' 'Stand at the wall' || fail 'lying is not seen to differ from standing'
exit $failed
