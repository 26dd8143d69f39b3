#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# release_makes.sh SOURCES: `./dev release` makes all files of a release from packages that are there,
# signs them with the named key, and makes the same bytes from another clone. The packages are small
# ones of this test.
set -euo pipefail
for tool in git gpg dpkg-deb; do
    command -v $tool >/dev/null || { printf 'there is no %s here\n' $tool; exit 77; }
done
scratch=$(mktemp -d)
export GNUPGHOME=$scratch/gnupg HOME=$scratch SOURCE_DATE_EPOCH=1764547200
trap 'gpgconf --kill gpg-agent 2>/dev/null; rm -rf "$scratch"' EXIT
failed() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
git() { command git -c user.name=T -c user.email=t@localhost -c init.defaultBranch=main "$@"; }

sources() {
    mkdir -p "$1/installers/rpm" "$1/resources"
    cp -r "$2/installers/release" "$1/installers"
    cp "$2/installers/rpm/quaywatch.spec" "$1/installers/rpm"
    printf 'project(quaywatch\n    VERSION 1.2.3\n)\n' >"$1/CMakeLists.txt"
    printf '# Changelog\n\n## [1.2.3] - 2026-12-01\n\n- New.\n' >"$1/CHANGELOG.md"
    printf '<release version="1.2.3" date="2026-12-01"/>\n' >"$1/resources/org.quaywatch.Quaywatch.metainfo.xml"
    printf 'build/\n' >"$1/.gitignore"
    git init --quiet "$1"
    git -C "$1" add .
    git -C "$1" commit --quiet -m Start
}
packages() {
    local system tree=$scratch/tree all=(libpugixml libfmt libcli11 libexpected libtomlplusplus libmnl
        libc6 libstdc++ libgcc libsquashfuse libzstd liblzma liblz4 zlib1g liblzo2)
    mkdir -p "$1/licenses" "$tree/DEBIAN"
    for system in deb12 deb13; do
        printf 'Package: quaywatch-cli\nVersion: 1.2.3-1+%s\nArchitecture: amd64\nMaintainer: T <t@localhost>\nDepends: libc6 (>= 2.36)\nDescription: T\n' \
            $system >"$tree/DEBIAN/control"
        dpkg-deb --root-owner-group --build "$tree" "$1/quaywatch-cli_1.2.3-1+${system}_amd64.deb" >/dev/null
    done
    for file in Quaywatch-1.2.3-x86_64.AppImage quaywatch-cli-1.2.3-linux-x86_64 quaywatch-1.2.3-1.x86_64.rpm; do
        printf '%s' "$file" >"$1/$file"
    done
    printf 'libqt6gui6\t6.4.2\n' >"$1/Quaywatch-1.2.3-x86_64.AppImage.contents.tsv"
    for system in deb12 deb13 static appimage; do
        printf '%s-dev\t1\n' "${all[@]}" >"$1/linked-$system.contents.tsv"
    done
    printf 'A license.\n' >"$1/licenses/libfmt-dev.txt"
}
made=build/releases/1.2.3

sources "$scratch/one" "$1"
git clone --quiet "$scratch/one" "$scratch/in another folder"
packages "$scratch/one/build/packages"
cp -r "$scratch/one/build" "$scratch/in another folder"

mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --passphrase '' --quick-generate-key 'Throwaway <throwaway@localhost>' ed25519 sign never \
    2>"$scratch/gpg.log" || failed "no key: $(cat "$scratch/gpg.log")"
(cd "$scratch/one" && bash installers/release/make.sh 1.2.3 --no-packages --sign throwaway@localhost >"$scratch/log" 2>&1) ||
    failed "$(tail -n 3 "$scratch/log")"
(cd "$scratch/in another folder" && bash installers/release/make.sh 1.2.3 --no-packages >"$scratch/log" 2>&1) ||
    failed "in another folder: $(tail -n 3 "$scratch/log")"

cd "$scratch/one/$made"
for file in quaywatch-1.2.3.tar.gz quaywatch-1.2.3.spdx.json third-party-licenses.txt release-notes.md SHA256SUMS \
    quaywatch-cli_1.2.3-1+deb1{2,3}_amd64.deb Quaywatch-1.2.3-x86_64.AppImage; do
    [ -s "$file" ] || failed "there is no $file"
done
[ -z "$(find . -name '*.tsv')" ] || failed "the lists of packages are released"
sha256sum --check --quiet --strict SHA256SUMS || failed "SHA256SUMS"
for file in *; do
    [ "${file%.asc}" = "$file" ] || continue
    gpg --batch --quiet --verify "$file.asc" "$file" 2>/dev/null || failed "the signature of $file"
    grep -qF "  $file" SHA256SUMS || [ "$file" = SHA256SUMS ] || failed "SHA256SUMS lacks $file"
done
printf 'x' >>release-notes.md
! gpg --batch --quiet --verify release-notes.md.asc release-notes.md 2>/dev/null ||
    failed "the signature is valid for another text"
tar -xzOf quaywatch-1.2.3.tar.gz quaywatch-1.2.3/installers/rpm/quaywatch.spec | grep '^Version: *1\.2\.3$' >/dev/null ||
    failed "the .spec in the sources has no version"

cd "$scratch/in another folder/$made"
[ -z "$(find . -name '*.asc')" ] || failed "there is a signature without a key"
diff <(cat SHA256SUMS) "$scratch/one/$made/SHA256SUMS" || failed "another clone makes other files"
