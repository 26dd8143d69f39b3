#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh BUILD OUTPUT: the terminal program of BUILD, linked statically, as one file.
set -euo pipefail
umask 022
build=$1
version=$("$build/bin/quaywatch-cli-static" --version | sed 's/.* //')
program=$build/bin/quaywatch-cli-static
file=$2/quaywatch-cli-$version-linux-$(uname -m)
# The modules of the name service are made for the C library of the machine.
if nm "$program" | grep -qwE 'getpwuid_r|getaddrinfo|__libc_dlopen|dlopen'; then
    printf 'quaywatch-cli-static would load libraries of the machine\n' >&2
    exit 1
fi
strip --strip-all -o "$file" "$program"
if readelf --program-headers --wide "$file" | grep -q INTERP; then
    printf 'quaywatch-cli is not static: it names a loader\n' >&2
    exit 1
fi
size=$(stat --format=%s "$file")
if [ "$size" -gt 7000000 ]; then
    printf '%s has %s bytes, more than 7 MB\n' "${file##*/}" "$size" >&2
    exit 1
fi
