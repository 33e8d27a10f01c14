#!/bin/bash
# ports.sh [PART...]: Limber on other systems: `native` builds and checks the tree in a Debian 13 of
# its own, as a user who is not root, without a network and with the flags of Debian's packages;
# `armhf`, `arm64` and `s390x` build it there for these machines and run the unit tests in qemu:
# all of them, or those of the core where the machine's libraries cannot be installed; `elogind`
# builds it in one more Debian, without systemd, and runs it in a session of elogind. Without a
# PART all five, a line each, and "N passed, N failed, N skipped".
#
# Needs root, debootstrap, qemu-user-static and, to install, a network. CHROOT: a folder for that
# system, kept for the next time; otherwise it goes away. SUITE, MIRROR: another Debian. What is
# mounted is so in a namespace of its own, and goes away with it.
set -u
cd "$(dirname "$0")/.." || exit
SUITE=${SUITE:-trixie} MIRROR=${MIRROR:-http://deb.debian.org/debian}

skip() {
	echo "SKIPPED: $*"
	exit 77
}

if [ -z "${LIMBER_INSIDE:-}" ]; then
	[ "$(id -u)" = 0 ] || skip 'a system of its own needs root'
	for program in debootstrap unshare git qemu-arm-static; do
		command -v $program >/dev/null || skip "$program is not installed"
	done
	LIMBER_INSIDE=1 exec unshare --mount --propagation private --pid --fork --kill-child "$0" "$@"
fi

# ---- the system ----

inside() { # COMMAND... as root, with the network
	chroot "$CHROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
		DEBIAN_FRONTEND=noninteractive "$@"
}

as_builder() { # COMMAND of a shell in the tree, without a network
	unshare --net chroot "$CHROOT" setpriv --reuid=builder --regid=builder --init-groups env -i \
		PATH=/usr/bin:/bin HOME=/home/builder LC_ALL=C.UTF-8 bash -c "cd ~/limber && $1"
}

install() { # PACKAGE...
	inside apt-get install -qq -y --no-install-recommends "$@" >"$log" 2>&1
}

system() { # the tree in $CHROOT, made of $SUITE
	mkdir -p "$CHROOT" && chmod 0755 "$CHROOT"
	if [ ! -e "$CHROOT/etc/debian_version" ] &&
		! debootstrap --variant=minbase "$SUITE" "$CHROOT" "$MIRROR" >"$log" 2>&1; then
		tail -n 3 "$log"
		skip "$SUITE cannot be installed from $MIRROR"
	fi
	mount -t proc proc "$CHROOT/proc" && mount --rbind /dev "$CHROOT/dev" || exit
	cp -L /etc/resolv.conf "$CHROOT/etc/resolv.conf"
	inside id builder >/dev/null 2>&1 || inside useradd -m builder || exit
	rm -rf "$CHROOT/home/builder/limber"
	mkdir "$CHROOT/home/builder/limber"
	git ls-files -z | tar -c --null -T - | tar -x -C "$CHROOT/home/builder/limber" || exit
	inside apt-get -qq update >"$log" 2>&1 || packages_lack
	inside chown -R builder: /home/builder/limber
}

packages_lack() {
	tail -n 3 "$log"
	skip 'its packages cannot be installed'
}

packages() { # LIST... of packages.sh
	inside /home/builder/limber/packages.sh "$@" >"$log" 2>&1 </dev/null || packages_lack
}

prepare() {
	system
	cp /usr/bin/qemu-{arm,aarch64,s390x}-static "$CHROOT/usr/bin/"
	install dpkg-dev || packages_lack
	packages build tests
}

# ---- the parts ----

part_native() {
	as_builder "make -s -j$(nproc) WERROR=1 CC=clang B=build-clang tests" &&
		as_builder ". <(dpkg-buildflags --export=sh) && NO_INSTALL=1 make WERROR=1 check"
}

part_elogind() {
	CHROOT=$CHROOT/srv/elogind
	system
	install elogind libpam-elogind polkitd libcmocka-dev jq || packages_lack
	packages build
	as_builder "make -s -j$(nproc) WERROR=1 B=build-elogind tests" &&
		as_builder "B=~/limber/build-elogind tests/run.sh build-elogind/tests/{core,config,store,cli,bus}/*_test" &&
		inside make -s -C /home/builder/limber B=build-elogind PREFIX=/usr install >"$log" 2>&1 &&
		unshare --mount --cgroup --propagation private --pid --fork --kill-child \
			chroot "$CHROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
			/home/builder/limber/tests/elogind.sh
}

part_armhf() { cross armhf arm-linux-gnueabihf arm; }
part_arm64() { cross arm64 aarch64-linux-gnu aarch64; }
part_s390x() { cross s390x s390x-linux-gnu s390x; }

# The tests' framework alone, beside the C library of the cross compiler.
cmocka_alone() { # ARCHITECTURE TRIPLET
	inside sh -ec "mkdir -p /tmp/cmocka.$1 && cd /tmp/cmocka.$1
		apt-get -qq download libcmocka0:$1 libcmocka-dev:$1 2>/dev/null
		for package in *.deb; do dpkg-deb -x \$package .; done
		cp -r usr/include/* /usr/$2/include && cp -P usr/lib/$2/libcmocka* /usr/$2/lib"
}

cross() { # ARCHITECTURE TRIPLET QEMU
	local folders='core config store cli' programs='limberd limber limber-report limber-notify'
	local pkg_config=$2-pkg-config folder file tests=()
	inside dpkg --add-architecture "$1"
	if ! inside apt-get -qq update >"$log" 2>&1 || ! install "gcc-$2"; then
		skip "no cross compiler for $1: $(tail -n 1 "$log")"
	fi
	if ! install lib{cmocka,systemd,notify,config,sqlite3}-dev:"$1"; then
		echo "SKIPPED: all but the core, for $1 cannot be installed: $(tail -n 1 "$log")"
		if ! install "libc6-dev-$1-cross" || ! cmocka_alone "$1" "$2"; then
			skip "no libcmocka for $1"
		fi
		folders=core programs='' pkg_config='echo -lcmocka #'
	fi
	for folder in $folders; do
		for file in tests/"$folder"/*_test.c; do
			tests+=("build-$1/${file%.c}")
		done
	done
	# shellcheck disable=SC2086 # they are several
	as_builder "make -s -j$(nproc) WERROR=1 B=build-$1 CC=$2-gcc CC_FOR_BUILD=cc \
		PKG_CONFIG='$pkg_config' ${tests[*]} $(printf "build-$1/%s " $programs)" &&
		as_builder "B=~/limber/build-$1 LIMBER_STREAMS=20 WRAP='qemu-$3-static -L /usr/$2' \
			tests/run.sh ${tests[*]}"
}

log=$(mktemp) || exit
kept=${CHROOT:-}
CHROOT=${CHROOT:-$(mktemp -d /tmp/limber-ports.XXXXXX)}
leave() {
	rm -f "$log"
	umount -l "$CHROOT"/{,srv/elogind/}{dev,proc} 2>/dev/null
	[ -n "$kept" ] || mountpoint -q "$CHROOT/proc" || rm -rf --one-file-system "$CHROOT"
}
trap leave EXIT
trap 'exit 143' TERM INT HUP
prepared=
passed=0 failed=0 skipped=0
[ $# -gt 0 ] || set -- native armhf arm64 s390x elogind
for part in "$@"; do
	echo "== $part"
	[ "$part" = elogind ] || [ -n "$prepared" ] || { prepare && prepared=1; }
	(trap - EXIT && "part_$part")
	case $? in
	0) verdict=ok passed=$((passed + 1)) ;;
	77) verdict=SKIPPED skipped=$((skipped + 1)) ;;
	*) verdict=FAILED failed=$((failed + 1)) ;;
	esac
	echo "$verdict $part"
done
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
