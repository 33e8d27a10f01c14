#!/bin/bash
# How much of the machine limberd.service is exposed to, as systemd counts it: 2.0 at most.
set -u
cd "$(dirname "$0")/../.." || exit
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
systemd-analyze security --help 2>/dev/null | grep -q -- --offline ||
	{ echo 'SKIPPED: no systemd-analyze that looks at a file'; exit 77; }
sed 's|@bindir@|/usr/bin|' systemd/limberd.service.in >"$scratch/limberd.service"
said=$(systemd-analyze security --offline=yes --threshold=20 --no-pager "$scratch/limberd.service") ||
	{ tail -n 1 <<<"$said" && exit 1; }
# Without a sandbox it counts more, or it counts nothing.
sed -i '/^\(Private\|Protect\|Restrict\|SystemCall\|Lock\|Memory\|No\|Cap\)/d' "$scratch/limberd.service"
! systemd-analyze security --offline=yes --threshold=20 --no-pager "$scratch/limberd.service" >/dev/null
