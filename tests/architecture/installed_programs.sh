#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs with DESTDIR, moves the tree to another folder, and runs the programs from there:
# installed_programs.sh CMAKE BUILD VERSION
set -uo pipefail

cmake=$1 build=$2 version=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    failures=$((failures + 1))
}

DESTDIR="$scratch/stage" "$cmake" --install "$build" --prefix /opt/quaywatch >/dev/null ||
    fail "cmake --install failed"
[ "$(ls "$scratch/stage")" = opt ] || fail "something was installed outside of the prefix"
root="$scratch/moved elsewhere"
mv "$scratch/stage/opt/quaywatch" "$root"

# Nothing of this user's, and no other copy, may help.
run() {
    env -i PATH=/usr/bin:/bin HOME="$scratch/home" QT_QPA_PLATFORM=offscreen "$@" </dev/null
}

cli="$root/bin/quaywatch-cli"
[ "$(run "$cli" --version)" = "quaywatch-cli $version" ] || fail "quaywatch-cli does not run"
run "$cli" registry 22 | grep -q ssh || fail "the registry was not found"
run "$cli" doctor >"$scratch/doctor" || fail "doctor ended with $?"
grep -q "^Quaywatch $version\$" "$scratch/doctor" || fail "doctor does not name the version"

completion="$root/share/bash-completion/completions/quaywatch-cli"
run bash -c 'source "$1" && complete -p quaywatch-cli' bash "$completion" >/dev/null ||
    fail "bash cannot use the completion"
files=(share/man/man1/quaywatch-cli.1 share/zsh/site-functions/_quaywatch-cli
    share/fish/vendor_completions.d/quaywatch-cli.fish
    lib/systemd/system/quaywatch-watch.service lib/systemd/user/quaywatch-watch.service)

if [ -e "$root/bin/quaywatch" ]; then
    files+=(share/man/man1/quaywatch.1 share/applications/quaywatch.desktop
        share/metainfo/org.quaywatch.Quaywatch.metainfo.xml
        share/icons/hicolor/48x48/apps/quaywatch.png)
    window="$root/bin/quaywatch"
    [ "$(run "$window" --version)" = "quaywatch $version" ] || fail "quaywatch does not run"
    # Sockets change from picture to picture, so there are none. Without a network namespace, it is
    # only tried whether the window opens.
    alone=(unshare --map-root-user --net)
    "${alone[@]}" true 2>/dev/null || alone=(env)
    for language in en de sv; do
        "${alone[@]}" env -i PATH=/usr/bin:/bin HOME="$scratch/home" LANG=$language.UTF-8 \
            "$window" --screenshot "$scratch/$language.png" --view map --size 900x700 ||
            fail "the window did not open in $language"
    done
    for language in de sv; do
        ! cmp -s "$scratch/en.png" "$scratch/$language.png" ||
            fail "the window shows no translation in $language"
    done
fi
for file in "${files[@]}"; do
    [ -s "$root/$file" ] || fail "$file was not installed"
done

[ "$failures" = 0 ]
