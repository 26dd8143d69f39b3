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
made=$build/quaywatch-cli-static.stripped
file=$2/quaywatch-cli-$version-linux-$(uname -m)
# The modules of the name service are made for the C library of the machine.
symbols=$(nm "$program")
if grep -qwE 'get(pw|gr)(nam|uid|gid|ent)(_r)?|getaddrinfo|gethostbyname2?(_r)?|dlopen' \
    <<<"$symbols"; then
    printf 'quaywatch-cli-static would load libraries of the machine\n' >&2
    exit 1
fi
strip --strip-all -o "$made" "$program"
segments=$(readelf --program-headers --wide "$made")
if grep -q INTERP <<<"$segments"; then
    printf 'quaywatch-cli is not static: it names a loader\n' >&2
    exit 1
fi
size=$(stat --format=%s "$made")
if [ "$size" -gt 7000000 ]; then
    printf '%s has %s bytes, more than 7 MB\n' "${file##*/}" "$size" >&2
    exit 1
fi
cp "$made" "$file"
