#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# no_build_folder.sh SOURCES PROGRAM...: a program that names the folder in which it was built would
# differ from clone to clone.
set -uo pipefail
sources=$1
shift
for program in "$@"; do
    # The linker's search paths, which installation removes, are those of Qt, not of this folder.
    if grep --text --quiet --fixed-strings "$sources/" "$program"; then
        printf 'FAILED: %s names %s:\n' "${program##*/}" "$sources" >&2
        grep --text --only-matching --max-count=3 "$sources/[[:print:]]*" "$program" | head -n 3 >&2
        exit 1
    fi
done
