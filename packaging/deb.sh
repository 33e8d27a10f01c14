#!/bin/bash
# deb.sh BUILD VERSION: the package for Debian from a tarball of `make dist`, into BUILD/deb.
set -eu
cd "$(dirname "$0")/.."
build=$1 name=limber-$2
rm -rf "$build/deb"
mkdir -p "$build/deb"
tar -xf "$build/$name.tar.gz" -C "$build/deb"
cp "$build/$name.tar.gz" "$build/deb/limber_$2.orig.tar.gz"
cd "$build/deb/$name"
cp -r packaging/debian debian
env -u MAKEFLAGS -u MAKELEVEL -u B -u DESTDIR -u PREFIX dpkg-buildpackage --no-sign --build=full
