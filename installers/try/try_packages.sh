#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# try_packages.sh PACKAGES FOLDER FROM RELEASES: as root, tries the packages of the folder PACKAGES on
# Debian systems, as an ordinary user: see in_system.sh. FOLDER is where such a system is or will be,
# with RELEASE for its name. FROM, if it is not empty, has packages of an earlier version.
set -euo pipefail
packages=$(realpath "$1") folder=$2 from=$3
read -r -a releases <<<"$4"
declare -rA suffixes=([bookworm]=deb12 [trixie]=deb13)
bad=0 tried=0

compgen -G "$packages/*.deb" >/dev/null || {
    printf 'There are no packages in %s: ./dev package makes them\n' "$packages" >&2
    exit 1
}
for release in "${releases[@]}"; do
    suffix=${suffixes[$release]}
    compgen -G "$packages/*+${suffix}_*.deb" >/dev/null || {
        printf '\n== NOT TRIED on %s: there are no packages for it in %s\n' "$release" "$packages"
        continue
    }
    staging=$(mktemp -d)
    mkdir -p "$staging/new" "$staging/old"
    cp installers/try/{in_system,common,faults}.sh installers/try/window_says.py "$staging"
    cp "$packages"/*+"${suffix}"_*.deb "$staging/new"
    find "$packages" -maxdepth 1 -type f \( -name '*.AppImage' -o -name 'quaywatch-cli-*-linux-*' \) \
        -exec cp -t "$staging/new" {} +
    if [ -n "$from" ]; then cp "$from"/*+"${suffix}"_*.deb "$staging/old"; fi
    printf '\n== %s ==\n' "$release"
    tried=$((tried + 1))
    bash tests/support/scripts/bare_system.sh "$release" "${folder/RELEASE/$release}" "$staging" \
        --throwaway -- bash in_system.sh || bad=$((bad + 1))
    rm -rf "$staging"
done
printf '\n%d systems tried, %d failed\n' $tried $bad
[ $bad = 0 ] && [ $tried -gt 0 ]
