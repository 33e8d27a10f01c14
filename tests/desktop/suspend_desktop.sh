#!/bin/bash
# A virtual machine with Debian's kernel that is suspended: limberd before and after. The sleep is an
# absence from its start, the ledger shrinks for it, and no card is shown for a while after the
# return. Takes a minute. KERNEL=FILE: the kernel; else one in /boot or downloaded.
#
# shellcheck disable=SC2016,SC2119,SC2317 # jq's variables; no parts; functions called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"
need qemu-system-x86_64 busybox cpio dbus-daemon jq

kernel() {
	local kept=$B/kernel package
	KERNEL=${KERNEL:-$(compgen -G '/boot/vmlinuz-*' | tail -n 1)}
	[ ! -r "$KERNEL" ] || return 0
	if ! KERNEL=$(compgen -G "$kept/boot/vmlinuz-*"); then
		package=$(apt-cache depends linux-image-amd64 2>/dev/null | awk '/Depends:/ { print $2; exit }')
		mkdir -p "$kept" && (cd "$kept" && apt-get -q download "$package" >/dev/null 2>&1 &&
			dpkg -x "$package"_*.deb . && rm -f "$package"_*.deb && rm -rf lib)
		KERNEL=$(compgen -G "$kept/boot/vmlinuz-*") || skip 'there is no kernel for the machine'
	fi
}

# What is in it: the programs and their libraries, and no more.
fill() {
	local file
	mkdir -p "$root"/{proc,sys,dev,run,tmp,root,bin,etc}
	cp "$(command -v busybox)" "$root/bin"
	grep -E '^(root|messagebus):' /etc/passwd >"$root/etc/passwd"
	for file in "$B/limberd" "$B/limber" "$B/tests/desktop/sleeper" "$(command -v dbus-daemon)"; do
		cp "$file" "$root/bin"
		ldd "$file" | grep -o '/[^ ]*'
	done | sort -u | while read -r file; do
		mkdir -p "$root${file%/*}" && cp -L "$file" "$root$file"
	done
	cat >"$root/etc/bus.conf" <<-'CONF'
		<busconfig>
		  <type>session</type>
		  <listen>unix:path=/run/bus</listen>
		  <policy context="default">
		    <allow send_destination="*" eavesdrop="true"/>
		    <allow eavesdrop="true"/>
		    <allow own="*"/>
		  </policy>
		</busconfig>
	CONF
	mkdir -p "$root/root/.config/limber"
	printf '%s\n' "$ANYTIME" 'setup_done = true; still_sitting = "10s"; after_return = "8s";' \
		>"$root/root/.config/limber/limber.conf"
	cat >"$root/init" <<-'INIT'
		#!/bin/busybox sh
		/bin/busybox --install -s /bin
		mount -t proc proc /proc
		mount -t sysfs sysfs /sys
		mount -t devtmpfs dev /dev
		exec >/dev/ttyS0 2>&1 </dev/null
		export HOME=/root XDG_RUNTIME_DIR=/run LANG=C.UTF-8 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/bus \
			DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/bus
		dbus-daemon --config-file=/etc/bus.conf --nofork --nopidfile &
		until [ -S /run/bus ]; do sleep 0.1; done
		mkfifo /run/order
		sleeper +25 </run/order &
		exec 3>/run/order
		limberd &
		tell() { echo "@$1 $(limber status --json)"; }
		until limber status >/dev/null 2>&1; do sleep 0.2; done
		sleep 1
		limber watch >/dev/null & # it shows cards
		limber sat 50m
		until limber try desk; do sleep 0.2; done
		limber snooze 10s
		tell before
		echo sleep >&3
		sleep 2 # of the machine's own time, which stands still in the sleep
		tell after
		for i in 1 2 3 4 5 6 7 8 9 10; do sleep 1; tell later; done
		printf '\0' | dd of=/dev/port bs=1 seek=244 2>/dev/null # isa-debug-exit
	INIT
	chmod +x "$root/init"
	(cd "$root" && find . | cpio -o -H newc --quiet | gzip -1) >"$SCRATCH/initrd"
}

sleep_well() {
	timeout 110 qemu-system-x86_64 -accel tcg -cpu max -M q35 -m 512 -nodefaults -no-user-config \
		-display none -no-reboot -rtc base=utc -device isa-debug-exit,iobase=0xf4,iosize=0x04 \
		-serial file:"$SCRATCH/console" -kernel "$KERNEL" -initrd "$SCRATCH/initrd" \
		-append 'console=ttyS0 quiet loglevel=3 panic=1 no_console_suspend' &
	machine=$!
	wait $machine
	machine=
	tr -d '\r' <"$SCRATCH/console" >"$SCRATCH/said"
}

told() { # FILTER - of the states before, after and later (the first of these is the first)
	jq -es "$1" "$SCRATCH/told" >/dev/null
}

begin
SCRATCH=$(mktemp -d) || exit
trap 'stop ${machine:+"$machine"}; rm -rf "$SCRATCH" "$TALLY"' EXIT
root=$SCRATCH/root part=suspend
kernel
fill
sleep_well
check_now "the machine slept: $(tail -n 20 "$SCRATCH/said")" grep -qx 'slept 0' "$SCRATCH/said"
sed -nE 's/^@(before|after|later) //p' "$SCRATCH/said" >"$SCRATCH/told"
check_now "limberd outlived it" told 'length == 12'
check_now "desk was due" told '.[0].reminders[0] | .name == "desk" and .due > 0 and .ledger == 3000'
check_now "25 seconds are an absence" told '.[1].sitting_since - .[0].now | . >= 24 and . <= 28'
check_now "it ended with the sleep" told '.[1] | .sitting and .absences == [] and .now - .sitting_since < 5'
# 10 minutes clear 50.
check_now "five times as much is paid back" told '.[1].reminders[0] | .ledger > 2850 and .ledger < 2890'
check_now "desk is no longer due" told '.[1].reminders[0].due == null'
check_now "silence, from the return on" told '.[1].sitting_since as $back | .[1].reminders[0].holds[0] |
	.hold == "returning" and .since == $back and .until == $back + 8'
check_now "no card came" told 'all(.[]; .card == null)'
check_now "the silence ends" told '.[-1].reminders[0].holds == []'
tell
