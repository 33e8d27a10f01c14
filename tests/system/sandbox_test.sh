#!/bin/bash
# The sandbox of limberd.service, looked at from inside by probe.c under a real user manager, with
# the home folder in its usual place and in another. Then each line is left out once: the probe
# must notice, or it does not look.
set -u
cd "$(dirname "$0")/../.." || exit
[ -z "${SAN:-}" ] || { echo 'SKIPPED: sanitizers do not work in the sandbox'; exit 77; }
start=tests/system/with-user-systemd.sh

if [ $# -eq 0 ]; then
	$start "$0" inside && $start -h /srv/limber-test "$0" home
	exit
fi

uts=$(readlink /proc/self/ns/uts)
units=$XDG_RUNTIME_DIR/systemd/user
mkdir -p "$units"
failed=0

sound=$(test -d /proc/asound && echo sound)
probe() { # [PATTERN] - prints what the probe says in the sandbox without the lines that begin so
	sed -E "/^(${1:-no such line})/d; /^(NotifyAccess|BusName|ExecReload|Restart|RestartSec)=/d
		s|^Type=.*|Type=oneshot|; s|^ExecStart=.*|ExecStart=/run/build/tests/system/probe $uts $sound|
		/^\[Service\]/a StandardOutput=truncate:$XDG_RUNTIME_DIR/out" \
		systemd/limberd.service.in >"$units/probe.service"
	systemctl --user daemon-reload
	systemctl --user start probe.service 2>/dev/null
	cat "$XDG_RUNTIME_DIR/out"
}

said=$(probe)
if [[ $said != probed* ]]; then
	echo "the sandbox: $said"
	systemctl --user status probe.service --no-pager
	failed=1
fi
lines='ReadWritePaths'
# Not PrivateUsers: without it systemd cannot set up the others, and nothing runs.
[ "$1" = home ] || lines='ProtectSystem ProtectKernelTunables ProtectControlGroups
	ProtectKernelLogs UMask RestrictSUIDSGID ProtectHostname CapabilityBoundingSet
	SystemCallFilter SystemCallFilter=~ PrivateDevices RestrictAddressFamilies RestrictNamespaces
	RestrictRealtime LockPersonality MemoryDenyWriteExecute SystemCallArchitectures'
for line in $lines; do
	without=$line=
	case $line in
	*=*) without=$line ;;
	RestrictRealtime) without='RestrictRealtime=|SystemCallFilter=~' ;; # which forbids its call, too
	PrivateDevices)
		[ -n "$(find /dev -maxdepth 1 -name '[a-z]*' \( -type b -o -name kmsg \))" ] ||
			{ echo "SKIPPED: $line: there is no device it could hide" && continue; }
		;;
	esac
	said=$(probe "$without")
	[[ $said == *${line%%=*}:* ]] || {
		echo "without $line the probe says: ${said:-nothing}" && failed=1
	}
done
exit $failed
