#!/bin/bash
# The sandbox of limberd.service, checked from inside by probe.c under a real user manager, with the
# home folder in its usual place and in another. Then each line is left out once, which the probe must
# notice. What it does not notice without any of the lines cannot be tested on this machine, which is
# printed; what two lines forbid is tested with each of them alone.
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
	SystemCallFilter=@ SystemCallFilter=~ PrivateDevices RestrictAddressFamilies RestrictNamespaces
	RestrictRealtime LockPersonality MemoryDenyWriteExecute SystemCallArchitectures'

begins() { # LINE - how it begins in the file
	[[ $1 == *=* ]] && echo "$1" || echo "$1="
}

all_but() { # [LINE] - a pattern
	local line pattern=
	for line in $lines; do
		[ "$line" = "${1:-}" ] || pattern+="|$(begins "$line")"
	done
	echo "${pattern#|}"
}

bare=$(probe "$(all_but)")
for line in $lines; do
	name=${line%%=*}
	said=$(probe "$(begins "$line")")
	[[ $said == *$name:* ]] && continue
	if [ "$1" != home ] && [[ $bare != *$name:* ]]; then
		echo "SKIPPED: $line: this machine does not show whether it is there"
	elif [ "$1" = home ] || [[ $(probe "$(all_but "$line")") == *$name:* ]]; then
		echo "without $line the probe says: ${said:-nothing}"
		failed=1
	fi
done
exit $failed
