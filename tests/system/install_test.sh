#!/bin/bash
# make install and uninstall: with the default prefix and, from the same build folder, another one. All
# files are installed, none names the other prefix, and uninstall leaves nothing. And make pot, from
# that folder: it has the strings of all programs, of the core and of the catalogue.
set -u
cd "$(dirname "$0")/../.." || exit
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}

run_make() { # a build of its own: a prefix changes programs that other tests are using
	env -u SAN -u B -u DESTDIR -u PREFIX make -s -j2 B="$scratch/build" CFLAGS=-O0 "$@" ||
		fail "make $*"
}

check_prefix() { # PREFIX OTHER SYSCONFDIR
	local root=$scratch/root$1 file page
	run_make install PREFIX="$1" DESTDIR="$root"
	for page in man/*.scd; do
		page=${page#man/} page=${page%.scd}
		set -- "$@" "$1/share/man/man${page##*.}/$page"
	done
	for file in "$1"/bin/limber{,d} "$1"/libexec/limber/limber-{notify,report,tray} \
		"$1"/lib/systemd/user/limber{d,-tray,-hooks}.service \
		"$1"/share/doc/limber/examples/{tmux.conf,waybar.jsonc,cards.c,sitting.py} \
		"$1/share/dbus-1/services/org.limberd.Limber1.service" \
		"$1"/share/applications/limber{,d}.desktop \
		"$1/share/icons/hicolor/scalable/apps/limber.svg" \
		"$1/share/icons/hicolor/symbolic/apps/limber-symbolic.svg" \
		"$1/share/metainfo/org.limberd.Limber.metainfo.xml" \
		"$1/share/bash-completion/completions/limber" "$1/share/zsh/site-functions/_limber" \
		"$1/share/fish/vendor_completions.d/limber.fish" \
		"$3/xdg/autostart/limber-attach.desktop" "${@:4}"; do
		[ -s "$root$file" ] || fail "not installed: $file"
	done
	grep -rlF -- "$2/" "$root" | sed "s|^|speaks of $2: |" | grep . && failed=1
	grep -qF "ExecStart=$1/bin/limberd" "$root$1/lib/systemd/user/limberd.service" ||
		fail "limberd.service does not start $1/bin/limberd"
	grep -rlI '@[a-z]*@' "$root" && fail 'a path was not filled in'
	find "$root" -type f -perm /022 | grep . && fail 'others may write to these'
	run_make uninstall PREFIX="$1" DESTDIR="$root"
	find "$root" -mindepth 1 | grep . && fail "left by uninstall"
}

check_prefix /usr/local /opt/of-limber /etc
check_prefix /opt/of-limber /usr/local /opt/of-limber/etc

# On the machine itself folders of others stay, also empty ones.
mkdir -p "$scratch/prefix/bin"
run_make install PREFIX="$scratch/prefix"
run_make uninstall PREFIX="$scratch/prefix"
[ -d "$scratch/prefix/bin" ] || fail 'uninstall took a folder that is not its own'
find "$scratch/prefix" ! -type d | grep . && fail 'left by uninstall'

run_make pot
for words in 'Walk two minutes' 'every {length} of sitting' 'Sun' 'Type: %s' 'Nothing is paused.' \
	'Nothing was booked in that time.'; do
	grep -qF "msgid \"$words\"" "$scratch/build/limber.pot" || fail "not to be translated: $words"
done
exit $failed
