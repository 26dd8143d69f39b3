#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# collect.sh NAME OUTPUT PACKAGE...: notes the versions of Debian's packages that are compiled into
# programs, as OUTPUT/linked-NAME.contents.tsv, and keeps their licenses.
set -euo pipefail
name=$1 output=$2
shift 2
here=$(dirname "${BASH_SOURCE[0]}")
mkdir -p "$output/licenses"
for package in "$@"; do
    # shellcheck disable=SC2016  # dpkg-query expands it.
    dpkg-query --show --showformat '${Package}\t${Version}\n' "$package" | tail -n 1 |
        sed -E 's/^(libstdc\+\+|libgcc)-[0-9]+-dev/\1-dev/'
    cp --dereference "/usr/share/doc/$package/copyright" "$output/licenses/$package.txt"
    bash "$here/common_licenses.sh" "$output/licenses/common-licenses" "$output/licenses/$package.txt"
done >"$output/linked-$name.contents.tsv"
