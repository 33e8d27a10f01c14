#!/bin/bash
# packages.sh [SUITE...]: the package for Debian in a fresh Debian 12 and 13 each: build it there,
# examine it, install it, see that it is switched on for nobody and that `limber` answers, purge it,
# see that nothing is left. And the files for Fedora and Arch, as far as their tools can tell here.
#
# Needs root, debootstrap, lintian and a network. CHROOT: a folder for these systems, kept for the
# next time. MIRROR: another Debian. What is mounted goes away with a namespace of its own.
set -u
cd "$(dirname "$0")/.." || exit
MIRROR=${MIRROR:-http://deb.debian.org/debian}

skip() {
	echo "SKIPPED: $*"
	exit 77
}

if [ -z "${LIMBER_INSIDE:-}" ]; then
	[ "$(id -u)" = 0 ] || skip 'a system of its own needs root'
	for program in debootstrap unshare git; do
		command -v $program >/dev/null || skip "$program is not installed"
	done
	LIMBER_INSIDE=1 exec unshare --mount --propagation private --pid --fork --kill-child "$0" "$@"
fi

inside() { # COMMAND...
	chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root \
		DEBIAN_FRONTEND=noninteractive DEB_BUILD_OPTIONS="parallel=$(nproc)" "$@"
}

prepare() { # SUITE
	root=$base/$1
	if [ ! -e "$root/etc/debian_version" ] &&
		! debootstrap --variant=minbase "$1" "$root" "$MIRROR" >"$log" 2>&1; then
		tail -n 3 "$log"
		skip "$1 cannot be installed from $MIRROR"
	fi
	mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" || exit
	cp -L /etc/resolv.conf "$root/etc/resolv.conf"
	rm -rf "$root/build" && mkdir "$root/build"
	git clone -q . "$root/build/limber" || exit
	if ! inside apt-get -qq update >"$log" 2>&1 ||
		! inside apt-get -qq -y --no-install-recommends install git make lintian appstream \
			desktop-file-utils >>"$log" 2>&1 ||
		! inside sh -c 'cd /build/limber && cp -r packaging/debian debian && apt-get -qq -y --no-install-recommends \
			build-dep ./ && rm -r debian' >>"$log" 2>&1 </dev/null; then
		tail -n 3 "$log"
		skip 'its packages cannot be installed'
	fi
}

files() { # what is there, without the notes of dpkg and apt
	find "$root" -xdev -path "$root/build" -prune -o -path "$root/var/*" -prune -o \
		-path "$root/proc" -prune -o -path "$root/dev" -prune -o -path "$root/tmp" -prune -o \
		-printf '%P\n' | sort
}

deb() { # SUITE
	local before after package failed=0
	prepare "$1"
	inside git config --global --add safe.directory /build/limber
	inside make -s -C /build/limber deb >"$log" 2>&1 || { tail -n 20 "$log" && return 1; }
	package=$(cd "$root/build/limber/build/deb" && echo limber_*.changes)
	# The policy's version is that of the older Debian. There is no home page, which AppStream 1.0
	# wants; menu_test.sh reads the rest of what appstreamcli reports.
	inside lintian -EI --allow-root "/build/limber/build/deb/$package" 2>&1 |
		grep -vE ': (out-of-date-standards-version|appstream-metadata-validation-failed) ' && failed=1
	inside sh -c 'cd /build/limber/build/deb/limber-[0-9]*/ && tests/system/menu_test.sh' || failed=1
	before=$(files)
	inside sh -c 'apt-get -qq -y --no-install-recommends install /build/limber/build/deb/limber_*.deb' \
		>"$log" 2>&1 || { tail -n 5 "$log" && return 1; }
	find "$root/etc/systemd" -name '*limber*' | grep . && echo 'it is switched on' && failed=1
	inside limber version >"$log" 2>&1
	grep -q '[0-9]\.[0-9]' "$log" || { echo 'limber version says nothing' && failed=1; }
	inside apt-get -qq -y --auto-remove purge limber >"$log" 2>&1 || failed=1
	after=$(files)
	diff <(echo "$before") <(echo "$after") | grep -i limber && echo 'left after a purge' && failed=1
	return $failed
}

others() {
	local failed=0
	if command -v rpmlint >/dev/null; then
		rpmlint packaging/fedora/limber.spec | grep -E ': E:' && failed=1
	else
		echo 'SKIPPED: rpmlint is not installed'
	fi
	if command -v pacman makepkg >/dev/null; then
		mkdir -p "$base/arch" && cp packaging/arch/PKGBUILD "$base/arch" &&
			chown -R 65534 "$base/arch" && chmod 0755 "$base" &&
			(cd "$base/arch" && setpriv --reuid=65534 --clear-groups makepkg --printsrcinfo) |
			grep -q 'pkgname = limber' || failed=1
	else
		echo 'SKIPPED: makepkg or pacman is not installed'
	fi
	return $failed
}

log=$(mktemp) || exit
kept=${CHROOT:-}
base=${CHROOT:-$(mktemp -d /tmp/limber-packages.XXXXXX)}
mkdir -p "$base"
leave() {
	rm -f "$log"
	for root in "$base"/*/; do
		umount -l "$root/dev" "$root/proc" 2>/dev/null
	done
	[ -n "$kept" ] || rm -rf --one-file-system "$base"
}
trap leave EXIT
trap 'exit 143' TERM INT HUP
passed=0 failed=0 skipped=0
[ $# -gt 0 ] || set -- bookworm trixie others
for part in "$@"; do
	echo "== $part"
	(
		trap - EXIT
		if [ "$part" = others ]; then others; else deb "$part"; fi
	)
	case $? in
	0) verdict=ok passed=$((passed + 1)) ;;
	77) verdict=SKIPPED skipped=$((skipped + 1)) ;;
	*) verdict=FAILED failed=$((failed + 1)) ;;
	esac
	echo "$verdict $part"
done
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
