#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# release_refuses.sh SOURCES: `./dev release` makes nothing of a tree that is not the version.
set -euo pipefail
command -v git >/dev/null || { printf 'there is no git here\n'; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/installers"
cp -r "$1/installers/release" "$scratch/installers"
cd "$scratch"
git() { command git -c user.name=T -c user.email=t@localhost -c init.defaultBranch=main "$@"; }
export SOURCE_DATE_EPOCH=1 HOME=$scratch GNUPGHOME=$scratch/gnupg

printf 'project(quaywatch\n    VERSION 1.2.3\n)\n' >CMakeLists.txt
printf '# Changelog\n\n## [Unreleased]\n\n- New.\n' >CHANGELOG.md
mkdir resources
metainfo() { printf '%s\n' "$1" >resources/org.quaywatch.Quaywatch.metainfo.xml; }
metainfo '<release version="1.2.30" date="2026-12-01"/>'
git init --quiet .
git add . && git commit --quiet -m Start

# refuses TEXT ARGUMENT...: it fails, says so, and leaves no release behind.
refuses() {
    local said
    if said=$(bash installers/release/make.sh "${@:2}" 2>&1 >/dev/null); then
        printf 'FAILED: release %s is not refused\n' "${*:2}" >&2
        exit 1
    fi
    grep -qF -e "$1" <<<"$said" || {
        printf 'FAILED: release %s says: %s\n' "${*:2}" "$said" >&2
        exit 1
    }
    [ ! -e build ] || { printf 'FAILED: release %s made something\n' "${*:2}" >&2; exit 1; }
}

refuses "is not a version" 1.2
refuses "has version 1.2.3" 1.2.4
refuses "has no section [1.2.3]" 1.2.3
printf '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-12-01\n\n- New.\n' >CHANGELOG.md
refuses "has no release 1.2.3" 1.2.3
metainfo '<release version="1.2.3" date="2026-12-01"/>'
refuses "uncommitted changes" 1.2.3
git commit --quiet -am Release
refuses "gpg has no secret key nobody" 1.2.3 --sign nobody
refuses "--sign needs a key" 1.2.3 --sign ""
refuses "build/packages has no" 1.2.3 --no-packages
git config status.showUntrackedFiles no
touch stray
refuses "uncommitted changes: ?? stray" 1.2.3 --no-packages
