#!/bin/bash
# days.sh: what appeared at a bad time over the days of tests/days, by the rules of Limber and, as
# far as tests/days/peers.h has them, of three others.
set -u
B=${B:-build}
exec "$B/tests/days/peers" "$(dirname "$(readlink -f "$0")")"/../days/*.day
