#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh VERSION [--sign KEY]: makes all files of a release into build/releases/VERSION: source
# archive, packages, SBOM, licenses of third parties, release notes, sums; with --sign, a detached
# signature of each by gpg with that key. --no-packages takes what is in build/packages.
set -euo pipefail
umask 022
export LC_ALL=C.UTF-8

refuse() {
    printf './dev release: %s\n' "$*" >&2
    exit 1
}
version=$1 key="" packages=1
shift
while [ $# -gt 0 ]; do
    case $1 in
        --sign)
            [ -n "${2:-}" ] || refuse "--sign needs a key"
            key=$2
            shift
            ;;
        --no-packages) packages="" ;;
        *) refuse "unknown option '$1'" ;;
    esac
    shift
done
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || refuse "'$version' is not a version, such as 1.2.3"
git() { command git -c safe.directory="$PWD" "$@"; }

declared=$(sed -nE 's/^    VERSION ([0-9.]+)$/\1/p' CMakeLists.txt)
[ "$declared" = "$version" ] ||
    refuse "CMakeLists.txt has version $declared; change it there, its only place"
notes=$(python3 installers/release/notes.py CHANGELOG.md "$version") ||
    refuse "CHANGELOG.md has no section [$version] with a date"
grep -qF "<release version=\"$version\" " resources/org.quaywatch.Quaywatch.metainfo.xml ||
    refuse "resources/org.quaywatch.Quaywatch.metainfo.xml has no release $version"
# Whatever the clone is configured to leave out: untracked files would be packed, too.
changes_now() { git status --porcelain --untracked-files=normal; }
changes=$(changes_now) || refuse "this is no git clone"
commit=$(git rev-parse HEAD)
[ -z "$changes" ] || refuse "there are uncommitted changes: $(head -n 3 <<<"$changes" | tr '\n' ' ')"
[ -z "$key" ] || gpg --list-secret-keys "$key" >/dev/null 2>&1 || refuse "gpg has no secret key $key"

if [ -n "$packages" ]; then
    rm -rf build/packages
    for release in bookworm trixie; do ./dev package --on "$release"; done
    if [ "$(git rev-parse HEAD)" != "$commit" ] || [ -n "$(changes_now)" ]; then
        refuse "the sources have changed meanwhile"
    fi
fi
foreign=$(find build/packages -maxdepth 1 -type f ! -name 'linked-*' ! -name "*[-_]${version}[-_]*" \
    -printf ' %f' 2>/dev/null || true)
[ -z "$foreign" ] || refuse "build/packages has files of another version:$foreign"
for wanted in '+deb12_*.deb' '+deb13_*.deb' '.AppImage' '-linux-*' '.rpm'; do
    compgen -G "build/packages/*${version}*$wanted" >/dev/null ||
        refuse "build/packages has no *$version*$wanted"
done

# Under another name until it is complete.
final=build/releases/$version output=build/releases/$version.part
rm -rf "$final" "$output"
mkdir -p "$output"
find build/packages -maxdepth 1 -type f ! -name '*.contents.tsv' -exec cp -t "$output" {} +
printf '%s\n' "$notes" >"$output/release-notes.md"

# The sources of this commit. The .spec gets its version here.
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
git archive --prefix="quaywatch-$version/" HEAD | tar -C "$tree" -x
sed -i "s/@VERSION@/$version/" "$tree/quaywatch-$version/installers/rpm/quaywatch.spec"
tar -C "$tree" --mode='u=rwX,go=rX' --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    -c "quaywatch-$version" | gzip -9 --no-name >"$output/quaywatch-$version.tar.gz"

python3 installers/release/sbom.py "$version" "$output" build/packages \
    >"$tree/quaywatch-$version.spdx.json"
python3 installers/release/licenses.py build/packages >"$tree/third-party-licenses.txt"
cp "$tree/quaywatch-$version.spdx.json" "$tree/third-party-licenses.txt" "$output"

(cd "$output" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort |
    xargs sha256sum >"$tree/SHA256SUMS")
cp "$tree/SHA256SUMS" "$output"
if [ -n "$key" ]; then
    for file in "$output"/*; do
        gpg --batch --yes --local-user "$key" --armor --detach-sign --output "$file.asc" "$file"
        gpg --batch --quiet --verify "$file.asc" "$file" 2>/dev/null ||
            refuse "the signature of $file is not valid"
    done
else
    printf 'Not signed: --sign KEY signs each file.\n'
fi
mv "$output" "$final"
printf '\n%s:\n' "$final"
ls -l --human-readable "$final"
