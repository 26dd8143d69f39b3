#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh BUILD OUTPUT: makes the .deb packages of this system from the programs in BUILD, and checks
# them with lintian.
set -euo pipefail
umask 022
build=$1 output=$(realpath "$2")
scratch=$build/packages
rm -rf "$scratch"
mkdir -p "$scratch"
(cd "$build" && cpack -G DEB -B "$PWD/packages" >packages/cpack.log 2>&1) || {
    tail -n 30 "$scratch/cpack.log" >&2
    exit 1
}
# CPack names the debug symbols .ddeb, which apt does not take.
for file in "$scratch"/*.ddeb; do mv "$file" "${file%.ddeb}.deb"; done
lintian --fail-on error,warning \
    --allow-root "$scratch"/*.deb
for file in "$scratch"/quaywatch_*.deb "$scratch"/quaywatch-cli_*.deb; do
    size=$(stat --format=%s "$file")
    if [ "$size" -gt 4000000 ]; then
        printf '%s has %s bytes, more than 4 MB\n' "${file##*/}" "$size" >&2
        exit 1
    fi
done
cp "$scratch"/*.deb "$output"
