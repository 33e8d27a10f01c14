#!/bin/bash
# A build for another machine runs nothing that its compiler made: with a compiler that makes
# nothing at all, what is generated is made by CC_FOR_BUILD, and is the same as in a build for
# this machine.
set -u
cd "$(dirname "$0")/../.." || exit
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
generated=(gen/catalogue_table.c gen/items.scd pictures/bedtime-stretch.svg)
make -s -j2 B="$scratch" CC=false LDFLAGS=--none CPPFLAGS=--none CC_FOR_BUILD="${CC:-cc}" \
	PKG_CONFIG=pkg-config "${generated[@]/#/$scratch/}" || exit
for file in "${generated[@]}"; do
	cmp "$B/$file" "$scratch/$file" || exit
done
