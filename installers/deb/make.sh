#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh BUILD OUTPUT: makes the .deb packages of this system from the programs in BUILD, and checks
# them with lintian.
set -euo pipefail
umask 022
export LC_ALL=C.UTF-8
build=$1 output=$(realpath "$2")
scratch=$build/packages
rm -rf "$scratch"
mkdir -p "$scratch"
(cd "$build" && cpack -G DEB -B "$PWD/packages" >packages/cpack.log 2>&1) || {
    tail -n 30 "$scratch/cpack.log" >&2
    exit 1
}

# Packs each package again: CPack names the debug symbols .ddeb, lists their sums below a folder of
# this machine, gives them no documentation, and keeps the times of this build.
made=()
for file in "$scratch"/*.deb "$scratch"/*.ddeb; do
    tree=$scratch/tree
    rm -rf "$tree"
    dpkg-deb --raw-extract "$file" "$tree"
    package=$(dpkg-deb --field "$file" Package)
    if [ "${file%.ddeb}" != "$file" ]; then
        mkdir -p "$tree/usr/share/doc"
        ln -s "${package%-dbgsym}" "$tree/usr/share/doc/$package"
    fi
    (cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z |
        xargs -0 md5sum >DEBIAN/md5sums)
    # Whatever the clone's permissions are.
    chmod -R u=rwX,go=rX "$tree"
    find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
    rm "$file"
    dpkg-deb --root-owner-group --threads-max=1 -Zxz --build "$tree" "${file%.*}.deb" >/dev/null
    made+=("${file%.*}.deb")
done
rm -rf "$tree" "$scratch/_CPack_Packages"

lintian --fail-on error,warning --allow-root "${made[@]}"
for file in "${made[@]}"; do
    size=$(stat --format=%s "$file")
    # Debug symbols are for developers.
    if [ "$size" -gt 4000000 ] && [ "${file/-dbgsym_/}" = "$file" ]; then
        printf '%s has %s bytes, more than 4 MB\n' "${file##*/}" "$size" >&2
        exit 1
    fi
done
cp "${made[@]}" "$output"
