#!/bin/bash
# The core is pure: it calls nothing but a few functions on memory and strings, and keeps no
# variables. What is not on this list reads a clock, a file or a locale, allocates, or could.
set -u
allowed='mem(cpy|set|move|cmp|chr)|str(len|cmp|ncmp|chr)|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_'
allowed+='|__(asan|ubsan|sanitizer)_.*|__sanitizer_cov_.*'

symbols=$(nm -P "$B/core.a")
[ -n "$symbols" ] || { echo "nm reads nothing of $B/core.a"; exit 1; }
imported=$(awk '$2 == "U" { used[$1] } $2 ~ /^[A-TV-Z]$/ { own[$1] }
	END { for (name in used) if (!(name in own)) print name }' <<<"$symbols" | grep -vxE "$allowed")
if [ -z "${SAN:-}" ]; then
	variables=$(size -A "$B/core.a" | awk '/\.o  / { file = $1 }
		$1 ~ /^\.(t?bss|t?data)(\.[^r].*)?$/ && $2 > 0 { print file, $1, $2 " bytes" }')
fi
[ -z "$imported" ] || printf "core is not pure, it imports:\n%s\n" "$imported"
[ -z "${variables:-}" ] || printf 'core is not pure, it keeps variables:\n%s\n' "$variables"
[ -z "$imported${variables:-}" ]
