#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# appimage_start.sh SOURCES: which program the AppImage starts, by its name or first argument.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/usr/bin"
cp "$1/installers/appimage/AppRun" "$scratch"
for program in quaywatch quaywatch-cli; do
    # shellcheck disable=SC2016  # The program expands it.
    printf '#!/bin/sh\necho %s "$@" ${ARGV0+ARGV0}\n' $program >"$scratch/usr/bin/$program"
    chmod +x "$scratch/usr/bin/$program"
done

# starts EXPECTED NAME ARGUMENT...
starts() {
    local got
    got=$(APPDIR=$scratch APPIMAGE=/apps/Quaywatch.AppImage ARGV0=$2 sh "$scratch/AppRun" "${@:3}")
    [ "$got" = "$1" ] || {
        printf 'FAILED: %s starts "%s", not "%s"\n' "${*:2}" "$got" "$1" >&2
        exit 1
    }
}
starts "quaywatch" /apps/Quaywatch.AppImage
starts "quaywatch --hidden" ./Quaywatch.AppImage --hidden
starts "quaywatch list" Quaywatch.AppImage list
starts "quaywatch-cli list" /usr/local/bin/quaywatch-cli list
starts "quaywatch-cli list" quaywatch-cli.AppImage list
starts "quaywatch-cli list" Quaywatch.AppImage cli list
starts "quaywatch-cli cli" quaywatch-cli cli
starts "quaywatch" /quaywatch-cli/Quaywatch.AppImage
