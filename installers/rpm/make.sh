#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh BUILD OUTPUT: makes the .rpm packages from the programs in BUILD, and checks them and the
# .spec with rpmlint. They were never installed on a system that uses RPM.
set -euo pipefail
umask 022
build=$1 output=$(realpath "$2")
scratch=$build/rpm-packages
rm -rf "$scratch"
mkdir -p "$scratch"
(cd "$build" && cpack -G RPM -B "$PWD/rpm-packages" >rpm-packages/cpack.log 2>&1) || {
    tail -n 30 "$scratch/cpack.log" >&2
    exit 1
}
# The .spec gets its version when the sources are packed.
sed 's/@VERSION@/1.0.0/' installers/rpm/quaywatch.spec >"$scratch/quaywatch.spec"
rpmspec --parse "$scratch/quaywatch.spec" >/dev/null
rpmspec --parse --define 'suse_version 1600' "$scratch/quaywatch.spec" >/dev/null
rpmlint --config installers/rpm/rpmlint.toml "$scratch"/*.rpm "$scratch/quaywatch.spec"
cp "$scratch"/*.rpm "$output"
