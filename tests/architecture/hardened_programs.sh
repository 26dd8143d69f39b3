#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks that the programs for users are hardened: hardened_programs.sh READELF COMPILE_COMMANDS CPU
# PROGRAM... What the linker writes is checked in the program, the rest in the commands that
# compiled it.
set -uo pipefail

readelf=$1 commands=$2 cpu=$3
shift 3
failures=0

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    failures=$((failures + 1))
}

# has PATTERN TEXT WHAT
has() {
    grep -qE -- "$1" <<<"$2" || fail "$3"
}

for program in "$@"; do
    name=${program##*/}
    dynamic=$("$readelf" -dW "$program")
    segments=$("$readelf" -lW "$program")
    symbols=$("$readelf" --dyn-syms -W "$program")
    has 'FLAGS_1.*\bPIE\b' "$dynamic" "$name is not position independent (PIE)"
    has '\bGNU_RELRO\b' "$segments" "$name has no part that is read-only after relocation (RELRO)"
    has '\(BIND_NOW\)|FLAGS.*\b(BIND_NOW|NOW)\b' "$dynamic" "$name binds lazily (no BIND_NOW)"
    has ' UND __stack_chk_fail\b' "$symbols" "$name has no stack protector"
    has ' UND __[a-z_]+_chk\b' "$symbols" "$name calls no checked function (_FORTIFY_SOURCE)"
done

flags=(-fstack-protector-strong -D_FORTIFY_SOURCE=[23] -fstack-clash-protection)
case $cpu in
    x86_64) flags+=(-fcf-protection) ;;
    aarch64) flags+=(-mbranch-protection=standard) ;;
esac
targets='quaywatch_core|quaywatch_cli_parts|quaywatch_ui|quaywatch_desktop|quaywatch|quaywatch-cli'
compiled=$(grep '"command": ' "$commands" | grep -E -- " -o [^ ]*/($targets)\.dir/")
[ -n "$compiled" ] || fail "no file of core or app in $commands"
for flag in "${flags[@]}"; do
    without=$(grep -cvE -- " $flag( |$)" <<<"$compiled")
    [ "$without" = 0 ] || fail "$without files of core and app are compiled without $flag"
done

[ "$failures" = 0 ]
