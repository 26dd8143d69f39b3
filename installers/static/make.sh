#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh BUILD OUTPUT: the terminal program of BUILD, which is linked statically, as one file.
set -euo pipefail
umask 022
build=$1
version=$("$build/bin/quaywatch-cli" --version | sed 's/.* //')
file=$2/quaywatch-cli-$version-linux-$(uname -m)
strip --strip-all -o "$file" "$build/bin/quaywatch-cli"
if readelf --program-headers --wide "$file" | grep -q INTERP; then
    printf 'quaywatch-cli is not static: it names a loader\n' >&2
    exit 1
fi
size=$(stat --format=%s "$file")
if [ "$size" -gt 7000000 ]; then
    printf '%s has %s bytes, more than 7 MB\n' "${file##*/}" "$size" >&2
    exit 1
fi
