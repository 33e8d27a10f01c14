#!/bin/bash
# Every script is clean for shellcheck.
cd "$(dirname "$0")/../.." || exit
command -v shellcheck >/dev/null || { echo 'SKIPPED: shellcheck is not installed' && exit 77; }
mapfile -t scripts < <(grep -lE '^#!.*\b(ba)?sh\b|^# shellcheck shell' packages.sh trial.sh .ci/* \
	completions/* tests/*.sh tests/*/*.sh tests/*/*.inc 2>/dev/null)
[ ${#scripts[@]} -gt 3 ] && shellcheck -x -P SCRIPTDIR "${scripts[@]}"
