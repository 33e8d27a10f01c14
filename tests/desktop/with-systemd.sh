#!/bin/bash
# with-systemd.sh COMMAND...: boots a systemd with a system bus and logind, runs it there in a
# session of the user "limber-test"; its exit status. Needs root; pid 1 may be anything.
#
# It all is in namespaces, on a layer over / that goes away with them: no folder of the machine is
# bound into it, for systemd-tmpfiles empties some. The clock and the kernel are out of its reach,
# and /sys/power/state is a plain file: `systemctl suspend` sleeps for 2 seconds and no machine does.
#
# For COMMAND: B and /run/limber/as-root, which runs a command as root. What it adds to $TALLY is
# added to that of outside, the files in $PICTURES are copied there.
set -u
self=$(readlink -f "$0") user=limber-test
# shellcheck source=tests/desktop/bus.inc
. "$(dirname "$self")/bus.inc"

# In new namespaces, as root: a layer over /, then systemd in it.
inside() {
	set -e
	local layer=/mnt device unit
	mount -t tmpfs -o mode=755 tmpfs $layer
	mkdir $layer/upper $layer/work $layer/root
	root=$layer/root
	mount -t overlay overlay -o "lowerdir=/,upperdir=$layer/upper,workdir=$layer/work" $root
	mount -t proc proc $root/proc
	mount -t sysfs -o ro sysfs $root/sys
	mount -t cgroup2 cgroup2 $root/sys/fs/cgroup
	echo freeze mem >$layer/state
	mount --bind $layer/state $root/sys/power/state
	mount -t tmpfs -o mode=755 tmpfs $root/run
	mkdir -p $root/run/limber $root/run/systemd/system
	mount --bind "$CONTROL" $root/run/limber
	mount -t tmpfs -o mode=755 tmpfs $root/dev
	for device in null zero full random urandom tty; do
		: >$root/dev/$device
		mount --bind /dev/$device $root/dev/$device
	done
	mkdir $root/dev/pts $root/dev/shm
	mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts $root/dev/pts
	ln -s pts/ptmx $root/dev/ptmx
	mount -t tmpfs -o mode=1777 tmpfs $root/dev/shm
	ln -s /proc/self/fd $root/dev/fd
	: >$root/etc/fstab
	mkdir -p $root/etc/tmpfiles.d $root/etc/systemd/system
	ln -sf /dev/null $root/etc/tmpfiles.d/tmp.conf # /tmp stays as it is
	for unit in systemd-tmpfiles-clean.timer systemd-timesyncd.service systemd-udevd.service \
		systemd-udev-trigger.service systemd-udevd-control.socket systemd-udevd-kernel.socket \
		systemd-sysctl.service systemd-modules-load.service systemd-remount-fs.service \
		systemd-random-seed.service; do
		ln -sf /dev/null $root/etc/systemd/system/$unit
	done
	units
	# Not its to have: the clock, modules, ports of the machine, devices.
	cd $root && exec env -i container=lxc LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		setpriv --bounding-set -sys_time,-sys_module,-sys_rawio,-mknod \
		--inh-caps -sys_time,-sys_module,-sys_rawio,-mknod \
		chroot $root /lib/systemd/systemd --system --unit=limber-test.target --show-status=no
}

units() {
	local folder=$root/run/systemd/system
	cat >$root/etc/pam.d/limber-test <<-'PAM'
		auth required pam_permit.so
		account required pam_permit.so
		session required pam_systemd.so class=user
	PAM
	cat >$folder/limber-test.target <<-'UNIT'
		[Unit]
		Requires=basic.target dbus.socket systemd-logind.service as-root.service session.service
		After=basic.target
	UNIT
	printf '[Service]\nExecStart=/run/limber/as-rootd\n' >$folder/as-root.service
	cat >$folder/session.service <<-UNIT
		[Unit]
		Wants=systemd-user-sessions.service
		After=basic.target dbus.socket systemd-logind.service systemd-user-sessions.service
		[Service]
		Type=oneshot
		TimeoutStartSec=infinity
		User=$user
		PAMName=limber-test
		WorkingDirectory=~
		Environment=XDG_SESSION_TYPE=wayland XDG_SESSION_CLASS=user
		StandardOutput=append:/run/limber/out
		StandardError=append:/run/limber/out
		ExecStart=/run/limber/command
		ExecStopPost=+/bin/sh -c 'echo \$\${EXIT_STATUS:-99} >/run/limber/code'
	UNIT
	mkdir $folder/systemd-suspend.service.d
	printf '[Service]\nExecStart=\nExecStart=/bin/sleep 2\n' >$folder/systemd-suspend.service.d/test.conf
}

# The pipes between the user's command and root's in there.
control() {
	mkdir -m 777 "$CONTROL/answers" "$CONTROL/pictures"
	mkfifo -m 622 "$CONTROL/requests"
	: >"$CONTROL/out"
	: >"$CONTROL/tally"
	chmod 666 "$CONTROL/out" "$CONTROL/tally"
	{
		printf '#!/bin/bash\nexport B=%q TALLY=/run/limber/tally\n' "$B"
		[ -z "${PICTURES:-}" ] || echo 'export PICTURES=/run/limber/pictures'
		printf '%q ' "$@"
	} >"$CONTROL/command"
	cat >"$CONTROL/as-root" <<-'END'
		#!/bin/bash
		answer=$(mktemp -u /run/limber/answers/XXXXXXXX)
		printf '%s %s\n' "$answer" "$(printf '%q ' "$@")" >/run/limber/requests
		until [ -e "$answer.code" ]; do sleep 0.02; done
		cat "$answer"
		exit "$(cat "$answer.code")"
	END
	cat >"$CONTROL/as-rootd" <<-'END'
		#!/bin/bash
		exec 3<>/run/limber/requests
		while read -r -u 3 answer command; do
			bash -c "$command" >"$answer" 2>&1 </dev/null
			echo $? >"$answer.new"
			mv "$answer.new" "$answer.code"
		done
	END
	chmod 755 "$CONTROL"/{command,as-root,as-rootd}
}

# shellcheck disable=SC2317 # it is called by the trap
leave() {
	[ -z "${child:-}" ] || { kill -KILL "$child" && wait "$child"; } 2>/dev/null
	rm -rf "$CONTROL"
	for _ in {1..50}; do
		find "$group" -depth -type d -exec rmdir {} + 2>/dev/null
		[ -d "$group" ] || break
		sleep 0.1
	done
}

outside() {
	local file
	[ $# -gt 0 ] || { echo "usage: with-systemd.sh COMMAND..." >&2; exit 2; }
	[ "$(id -u)" = 0 ] || skip 'to boot a systemd needs root'
	need unshare setpriv chroot loginctl useradd
	compgen -G '/lib/*/security/pam_systemd.so' >/dev/null || skip 'libpam-systemd is not installed'
	B=$(realpath "${B:-$HERE/../../build}")
	for file in "$self" "$B"; do
		[ "$(findmnt -nro TARGET -T "$file")" = / ] || skip "$file is not on the file system of /"
	done
	unshare --cgroup --mount --propagation private --pid --uts --ipc --fork true 2>/dev/null ||
		skip 'no namespaces can be made here, as in many a chroot'
	id $user >/dev/null 2>&1 || useradd -m -s /bin/bash $user
	group=$(findmnt -rno TARGET -t cgroup2 | head -n 1)/limber-test-$$
	mkdir "$group" 2>/dev/null || skip 'no control group can be made here'
	CONTROL=$(mktemp -d /dev/shm/limber-test.XXXXXX) || exit 1
	chmod 755 "$CONTROL"
	trap leave EXIT
	trap 'exit 143' TERM INT HUP
	control "$@"
	export CONTROL
	(
		echo "$BASHPID" >"$group/cgroup.procs" && LIMBER_INSIDE=1 exec unshare --cgroup --mount \
			--propagation private --pid --uts --ipc --fork --kill-child "$self"
	) >"$CONTROL/boot" 2>&1 </dev/null &
	child=$!
	until [ -s "$CONTROL/code" ] || ! kill -0 $child 2>/dev/null; do sleep 0.1; done
	cat "$CONTROL/out"
	[ -z "${TALLY:-}" ] || cat "$CONTROL/tally" >>"$TALLY"
	[ -z "${PICTURES:-}" ] || cp "$CONTROL"/pictures/* "$PICTURES" 2>/dev/null
	[ -s "$CONTROL/code" ] || { echo 'systemd did not boot:' && tail "$CONTROL/boot" && exit 1; }
	exit "$(cat "$CONTROL/code")"
}

if [ -n "${LIMBER_INSIDE:-}" ]; then
	unset LIMBER_INSIDE
	inside
fi
outside "$@"
