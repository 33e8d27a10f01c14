#!/bin/bash
# The core is pure: it calls nothing but a few functions on memory and strings, and keeps no
# variables. What is not on this list reads a clock, a file or a locale, allocates, or could. What
# compilers put in their place is on it too: hardened forms, and the arithmetic of small machines.
set -u
cd "$(dirname "$0")/../.." || exit
allowed='mem(cpy|set|move|cmp|chr)|str(len|cmp|ncmp|chr|cspn|str)|bcmp'
allowed+="|__($allowed)_chk"
allowed+='|__stack_chk_(fail(_local)?|guard)|_GLOBAL_OFFSET_TABLE_|_gp_disp|\.TOC\.'
allowed+='|__aeabi_[a-z0-9_]+|__(u?div|u?mod|u?divmod|mul|ash[lr]|lshr|u?cmp|popcount|c[lt]z|ffs)[sdt]i[234]'
allowed+='|_(save|rest)(gpr|fpr)_[0-9_x]+|__(riscv|aarch64)_[a-z0-9_]+'
allowed+='|__(asan|ubsan|sanitizer)_.*|__sanitizer_cov_.*'

impure() { # ARCHIVE - prints why it is not pure, nothing when it is
	local symbols
	symbols=$(nm -P "$1")
	[ -n "$symbols" ] || echo "nm reads nothing of $1"
	awk '$2 == "U" { used[$1] } $2 ~ /^[A-TV-Z]$/ { own[$1] }
		END { for (name in used) if (!(name in own)) print name }' <<<"$symbols" |
		grep -vxE "$allowed" | sed 's/^/it imports /'
	[ -n "${SAN:-}" ] || size -A "$1" | awk '/\.o  / { file = $1 }
		$1 ~ /^\.(t?bss|t?data|s?bss|s?data)(\.[^r].*)?$/ && $2 > 0 {
			print "it keeps a variable: " file, $1, $2 " bytes" }'
}

# What -flto writes alone holds nothing that could be looked at.
holds_code() {
	size -A "$1" | grep -qE '^\.text[^ ]* +[1-9]'
}

scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
failed=0

# gate PURE|IMPURE FLAGS, C on standard input
gate() {
	local said
	# shellcheck disable=SC2086 # they are several
	${CC:-cc} -std=c17 -O2 $2 -w -c -o "$scratch/one.o" -xc - 2>"$scratch/why" || {
		echo "not tried, ${CC:-cc} does not know them: $2"
		return
	}
	rm -f "$scratch/one.a"
	ar qcs "$scratch/one.a" "$scratch/one.o"
	said=$(SAN="" impure "$scratch/one.a")
	case $1:$said in
	PURE: | IMPURE:?*) ;;
	*) echo "the gate, with $2: ${said:-finds it pure}" && failed=1 ;;
	esac
}

# What the gate accepts, with the flags of Debian, Fedora, Arch, Nix and others, and what it rejects.
pure='#include <string.h>
#include <stdint.h>
void fill(char *at, unsigned long n) { memset(at, 1, n); }
int copy(const char *from, unsigned long n, int64_t by) {
	char room[64], more[80];
	fill(room, sizeof(room));
	memcpy(room, from, n);
	memmove(more, room, n);
	memset(more, 0, n);
	return (memcmp(room, from, n) == 0) + (int)strlen(more) + (int)(by / *from % (by + 1)); }'
for flags in '-O0' '-O2' '-Os' '-O3' \
	'-D_FORTIFY_SOURCE=2 -fstack-protector-strong -Wformat -Werror=format-security' \
	'-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-all' \
	'-fstack-clash-protection -fcf-protection' '-ftrivial-auto-var-init=zero' \
	'-fPIE -fexceptions -fasynchronous-unwind-tables -fno-omit-frame-pointer' \
	'-fzero-call-used-regs=used-gpr -fno-strict-overflow' '-fhardened'; do
	gate PURE "$flags" <<<"$pure"
done
for impure in '#include <time.h>
	long f(void) { return time(0); }' \
	'#include <stdlib.h>
	void *f(void) { return malloc(9); }' \
	'#include <stdio.h>
	void f(char *to, int n) { sprintf(to, "%d", n); }' \
	'#include <unistd.h>
	long f(char *to, long n) { return read(0, to, n); }' \
	'int f(void) { static int n; return n++; }' \
	'int n = 5;' '_Thread_local int n;'; do
	for flags in '-O2' '-O2 -D_FORTIFY_SOURCE=2'; do
		gate IMPURE "$flags" <<<"$impure"
	done
done

if holds_code "$B/core.a"; then
	said=$(impure "$B/core.a")
	[ -z "$said" ] || { printf 'core is not pure:\n%s\n' "$said" && failed=1; }
else
	echo "SKIPPED: $B/core.a holds no machine code, but what -flto makes of it"
fi
exit $failed
