#!/bin/bash
# The version stands in the Makefile, and the packages agree with it. Two tarballs are the same bytes
# and have all files.
set -u
cd "$(dirname "$0")/../.." || exit
failed=0
fail() {
	echo "$*"
	failed=1
}

version=$(sed -nE 's/^VERSION +:= *//p' Makefile)
found() { # FILE PATTERN
	[ "$(sed -nE "s/$2/\1/p;T;q" "$1")" = "$version" ] ||
		fail "$1 is not of version $version, as the Makefile is"
}
found packaging/debian/changelog '^limber \(([0-9.]+)-.*'
found packaging/arch/PKGBUILD '^pkgver=(.*)'
found packaging/fedora/limber.spec '^Version: +(.*)'

git rev-parse --is-inside-work-tree >/dev/null 2>&1 || { echo 'SKIPPED: this is no git checkout' && exit 77; }
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
for n in 1 2; do
	env -u MAKEFLAGS -u B make -s dist B="$scratch/$n" || fail 'make dist'
done
cmp "$scratch"/{1,2}/limber-"$version".tar.gz || failed=1
diff <(git ls-tree -r --name-only HEAD | sort) \
	<(tar -tf "$scratch/1/limber-$version.tar.gz" | grep -v '/$' | sed "s:^limber-$version/::" | sort) ||
	fail 'the tarball has other files'
exit $failed
