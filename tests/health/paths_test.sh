#!/bin/bash
# The short form of `make health-paths`.
set -u
# shellcheck source=tests/desktop/bus.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/bus.inc"
need dbus-daemon
/usr/bin/python3 -c 'import dbus, gi' 2>/dev/null || skip "python3-dbus is not installed"
exec "$HERE/with-bus.sh" /usr/bin/python3 -B "$HERE/../health/paths.py" short
