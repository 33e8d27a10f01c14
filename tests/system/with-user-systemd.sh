#!/bin/bash
# with-user-systemd.sh [-i] [-h HOME] COMMAND...: runs it as a user beside a real `systemd
# --user` with its own session bus and journal; its exit status. Needs root; pid 1 may be anything.
#
# All happens in namespaces of its own and goes away with them: the user "limber-test" with an
# empty HOME (/home/limber-test), /run, the journal and a group of processes. With -i Limber, as it
# is in the build folder, is installed below /usr/local. The checkout is at /run/source, the build folder at /run/build, so that the user can
# read them wherever they are.
#
# For COMMAND: B, SCRATCH (a folder that goes away), HOME, XDG_RUNTIME_DIR and the session bus.
set -u
user=limber-test uid=60577 self=$(readlink -f "$0") child='' installed='' home=/home/$user

skip() {
	echo "SKIPPED: $*"
	exit 77
}

# As root of the machine: a scratch folder and a control group, then on in new namespaces.
outside() {
	[ "$(id -u)" = 0 ] || skip 'a user manager of its own needs root'
	local program
	for program in systemctl setpriv unshare dbus-daemon; do
		command -v $program >/dev/null || skip "$program is not installed"
	done
	[ -e /usr/lib/systemd/user/dbus.socket ] || skip 'dbus-user-session is not installed'
	unshare --cgroup --mount --propagation private --pid --fork true 2>/dev/null ||
		skip 'no namespaces can be made here, as in many a chroot'
	group=$(findmnt -rno TARGET -t cgroup2 | head -n 1)/limber-test-$$
	mkdir "$group" 2>/dev/null || skip 'no control group can be made here'
	SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/limber-test.XXXXXX")
	trap leave EXIT
	trap 'exit 143' TERM INT HUP
	chmod 755 "$SCRATCH"
	cd "$(dirname "$self")/../.." && mkdir -p "${B:=build}"
	[ -z "$installed" ] || stage
	export SCRATCH B LIMBER_INSIDE=1
	(
		echo "$BASHPID" >"$group/cgroup.procs" &&
			exec unshare --cgroup --mount --propagation private --pid --fork --kill-child \
				--mount-proc "$self" "${options[@]}" "$@"
	) &
	child=$!
	wait $child
}

# Nothing is built: other tests are using what is there.
stage() {
	grep -qF '"/usr/local/libexec/limber"' "$B/stamp/paths" || skip "$B is not for PREFIX=/usr/local"
	make -s -o all B="$B" PREFIX=/usr/local DESTDIR="$SCRATCH/stage" install || exit
}

leave() {
	trap '' INT TERM HUP # once begun it is finished
	local try
	kill "$child" 2>/dev/null
	for try in 1 2 3 4 5 6 7 8 9 10; do
		find "$group" -depth -type d -exec rmdir {} + 2>/dev/null
		[ -d "$group" ] || break
		[ "$try" -gt 3 ] && echo 1 >"$group/cgroup.kill" 2>/dev/null
		sleep 0.1
	done
	rm -rf "$SCRATCH"
}

# What the manager and its user find: their own /run, home, control groups and entry in passwd.
furnish() {
	local source=$PWD
	umount -R /sys/fs/cgroup 2>/dev/null
	mount -t cgroup2 cgroup2 /sys/fs/cgroup || skip 'control groups cannot be mounted here'
	mount -t tmpfs -o mode=755 tmpfs /run
	# run/systemd/system says that systemd runs; unit-root is where units get their file systems.
	mkdir -p /run/systemd/{system,journal,unit-root,inaccessible,propagate,incoming} /run/lock \
		/run/source /run/build "$runtime"
	mkdir -m 0000 /run/systemd/inaccessible/dir
	mkfifo -m 0000 /run/systemd/inaccessible/fifo
	(umask 777 && : >/run/systemd/inaccessible/reg)
	mknod -m 0000 /run/systemd/inaccessible/chr c 0 0 2>/dev/null
	mknod -m 0000 /run/systemd/inaccessible/blk b 0 0 2>/dev/null
	mount --rbind "$source" /run/source && mount --rbind "$B" /run/build
	over home "${home%/*}" '' && mkdir -p "$home" && chown $uid:$uid "$home"
	# What an administrator enables for all users.
	over units /etc/systemd/user '' && chown $uid /etc/systemd/user
	chown $uid:$uid "$runtime" && chmod 700 "$runtime"
	[ -z "$installed" ] || over local /usr/local "$SCRATCH/stage/usr/local"
	{ cat /etc/passwd && echo "$user:x:$uid:$uid::$home:/bin/sh"; } >/run/passwd
	{ cat /etc/group && echo "$user:x:$uid:"; } >/run/group
	mount --bind /run/passwd /etc/passwd && mount --bind /run/group /etc/group
}

over() { # NAME FOLDER LAYER - a writable copy of FOLDER, with LAYER on it
	mkdir -p "/run/over/$1/up" "/run/over/$1/work" "$2"
	mount -t overlay overlay "$2" \
		-o "lowerdir=${3:+$3:}$2,upperdir=/run/over/$1/up,workdir=/run/over/$1/work" ||
		skip "no overlay can be mounted on $2"
}

as_user() {
	exec setpriv --reuid=$uid --regid=$uid --clear-groups --reset-env env LANG=C.UTF-8 \
		HOME="$home" XDG_RUNTIME_DIR="$runtime" B=/run/build SCRATCH="$SCRATCH" \
		SLOWNESS="$SLOWNESS" PROCESSORS="$PROCESSORS" "$@"
}

start_journal() {
	local group=/sys/fs/cgroup/system.slice/systemd-journald.service
	mkdir -p "$group" /var/log/journal
	mount -t tmpfs -o mode=2755 tmpfs /var/log/journal
	(echo "$BASHPID" >"$group/cgroup.procs" && exec /lib/systemd/systemd-journald \
		>"$SCRATCH/journald.log" 2>&1) &
	wait_until test -S /run/systemd/journal/stdout && journalctl --flush
}

start_manager() {
	local slice=/sys/fs/cgroup/user.slice/user-$uid.slice
	mkdir -p "$slice/user@$uid.service" "$slice/session-1.scope"
	chown -R $uid:$uid "$slice/user@$uid.service" "$slice/session-1.scope"
	(echo "$BASHPID" >"$slice/user@$uid.service/cgroup.procs" && cd "$home" &&
		as_user /lib/systemd/systemd --user --show-status=no --log-target=journal \
			>"$SCRATCH/manager.log" 2>&1) &
	manager=$!
	echo $$ >"$slice/session-1.scope/cgroup.procs"
	wait_until manager_runs
	wait_until manager_on_bus
}

manager_runs() {
	kill -0 "$manager" || { cat "$SCRATCH/manager.log" >&2 && exit 1; }
	[[ $(as_user systemctl --user is-system-running 2>/dev/null) == @(running|degraded) ]]
}

# systemctl has a socket of its own; others find the manager on the bus, which starts after it.
manager_on_bus() {
	[ "$(as_user DBUS_SESSION_BUS_ADDRESS="unix:path=$runtime/bus" busctl --user call \
		org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus NameHasOwner s \
		org.freedesktop.systemd1 2>/dev/null)" = 'b true' ]
}

# shellcheck source=tests/patience.inc
. "${self%/*}/../patience.inc"
wait_until() { # COMMAND...
	patient 20 "$@" || { echo "waited in vain for: $*" >&2 && exit 1; }
}

inside() {
	local runtime=/run/user/$uid manager code
	unset LIMBER_INSIDE
	umask 022
	furnish
	start_journal
	start_manager
	cd /run/source || exit
	(as_user DBUS_SESSION_BUS_ADDRESS="unix:path=$runtime/bus" "$@")
	code=$?
	(as_user systemctl --user exit) >/dev/null 2>&1
	wait "$manager"
	exit $code
}

options=()
while getopts ih: option; do
	options+=("-$option" ${OPTARG:+"$OPTARG"})
	case $option in
	i) installed=1 ;;
	h) home=$OPTARG ;;
	*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))
if [ -n "${LIMBER_INSIDE:-}" ]; then inside "$@"; else outside "$@"; fi
