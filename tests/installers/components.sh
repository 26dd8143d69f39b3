#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# components.sh CMAKE BUILD [window]: installs each component into a folder of its own. Every file is
# in a component, none in two, and each program has what belongs to it.
set -euo pipefail
cmake=$1 build=$2 window=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
[ -z "$window" ] || [ -x "$build/bin/quaywatch" ] || { printf 'the window is not built\n'; exit 77; }

install_into() { "$cmake" --install "$build" --prefix "$scratch/$1" "${@:2}" >"$scratch/log" 2>&1 ||
    failed "$1: $(tail -n 3 "$scratch/log")"; }
files() { (cd "$scratch/$1" 2>/dev/null && find . -type f -printf '%P\n' | sort) || true; }

install_into all
components=$(find "$build" -name cmake_install.cmake -exec \
    sed -nE 's/.*CMAKE_INSTALL_COMPONENT STREQUAL "([^"]+)".*/\1/p' {} + | sort -u)
[ -n "$components" ] || failed "there are no components"
for component in $components; do
    [ "$component" != Unspecified ] || failed "something is installed without a component"
    install_into "only-$component" --component "$component"
    files "only-$component" >>"$scratch/found"
done
[ "$(sort "$scratch/found")" = "$(files all)" ] ||
    failed "the components are not all files, each once: $(diff <(sort "$scratch/found") <(files all))"

has() { files "only-$1" | grep -qxF "$2" || failed "component $1 has no $2"; }
for program in terminal:quaywatch-cli ${window:+window:quaywatch}; do
    component=${program%:*} name=${program#*:}
    has "$component" "bin/$name"
    has "$component" "share/man/man1/$name.1"
    has "$component" "share/bash-completion/completions/$name"
    has "$component" "share/zsh/site-functions/_$name"
    has "$component" "share/fish/vendor_completions.d/$name.fish"
done
[ -z "$window" ] || has window share/applications/quaywatch.desktop

# An installed program runs where it is.
"$scratch/only-terminal/bin/quaywatch-cli" --version | grep -q '^quaywatch-cli [0-9]' ||
    failed "the installed program does not run"
