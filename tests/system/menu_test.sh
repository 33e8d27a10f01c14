#!/bin/bash
# What menus and software centres read: the desktop files and the metainfo are valid to their own
# tools, the commands of limber.desktop run what they say, the symbolic icon is one colour.
set -u
cd "$(dirname "$0")/../.." || exit
B=${B:-build}
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
failed=0 skipped=''
fail() {
	echo "$*"
	failed=1
}

if command -v desktop-file-validate >/dev/null; then
	for file in "$B"/data/desktop/*.desktop; do
		desktop-file-validate --warn-kde "$file" >"$scratch/said" 2>&1
		[ ! -s "$scratch/said" ] || fail "$(cat "$scratch/said")"
	done
else
	skipped+=' desktop-file-validate'
fi
metainfo=desktop/org.limberd.Limber.metainfo.xml
if command -v appstreamcli >/dev/null; then
	# AppStream before 1.0 does not know developers, later ones want a home page.
	appstreamcli validate --no-net "$metainfo" >"$scratch/said" 2>&1
	grep -q Validation "$scratch/said" || fail "appstreamcli: $(cat "$scratch/said")"
	grep -E '^[EWI]: ' "$scratch/said" |
		grep -vE ': (unknown-tag developer|url-homepage-missing)$' && failed=1
else
	skipped+=' appstreamcli'
fi

# The commands, with a limber that only notes how it was called. What the shell would stay for is
# `true`. After one pair of backslashes is taken away, quotes are those of the shell.
printf '#!/bin/sh\necho "$@" >>"%s/calls"\n' "$scratch" >"$scratch/limber"
ln -s "$(type -P true)" "$scratch/sleep"
chmod +x "$scratch/limber"
calls() { # FROM TO CALL
	local line
	line=$(sed -n "/^\[$1\]/,/^\[$2/s/^Exec=//p" "$B/data/desktop/limber.desktop" |
		sed -e 's/\\\\/\\/g' -e "s|[^ \"]*/limber\b|$scratch/limber|")
	rm -f "$scratch/calls"
	eval "SHELL=true PATH=$scratch:\$PATH $line" </dev/null || fail "$1: $line fails"
	[ "$(cat "$scratch/calls" 2>/dev/null)" = "$3" ] || fail "$1: $line does not call limber $3"
}
calls 'Desktop Entry' 'Desktop Action pause' ''
calls 'Desktop Action pause' 'Desktop Action snooze' 'pause 1h'
calls 'Desktop Action snooze' 'Desktop Action stretch' snooze
calls 'Desktop Action stretch' end 'start hip-flexor-stretch'
[ -e config/catalogue/hip-flexor-stretch.conf ] || fail 'the action plays an item that is not there'

# Panels replace the colour of fills: there may be one, and no stroke.
colours=$(grep -o '\(fill\|stroke\)="[^"]*"' desktop/limber-symbolic.svg | sort -u)
[[ $colours =~ ^fill=[^[:space:]]*$ ]] || fail "limber-symbolic.svg has: $colours"

[ -z "$skipped" ] || [ $failed = 1 ] || { echo "SKIPPED: not installed:$skipped" && exit 77; }
exit $failed
