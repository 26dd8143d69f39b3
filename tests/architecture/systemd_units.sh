#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Verifies the units and rates their sandbox: systemd_units.sh CMAKE BUILD
set -uo pipefail

cmake=$1 build=$2
if ! command -v systemd-analyze >/dev/null; then
    echo "SKIPPED: there is no systemd-analyze here; the units were NOT verified" >&2
    exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    failures=$((failures + 1))
}

"$cmake" --install "$build" --prefix "$scratch/p" --component systemd >/dev/null ||
    fail "cmake --install --component systemd failed"
[ "$(ls "$scratch/p")" = lib ] || fail "the component has more than the units"
# `verify` needs a program that can be run.
mkdir -p "$scratch/p/bin"
cp /bin/true "$scratch/p/bin/quaywatch-cli"

system="$scratch/p/lib/systemd/system" user="$scratch/p/lib/systemd/user"
output=$(systemd-analyze verify --man=no "$system"/*.service "$system"/*.timer 2>&1) ||
    fail "verify ended with $?"
grep -q quaywatch <<<"$output" && fail "verify: $output"
output=$(XDG_RUNTIME_DIR="$scratch" systemd-analyze verify --user --man=no "$user"/*.service 2>&1)
grep -q quaywatch <<<"$output" && fail "verify --user: $output"

# No unit may be rated worse than 2.0; "Overall exposure level for NAME: 1.9 OK".
for unit in "$system"/*.service; do
    rating=$(systemd-analyze security --offline=true "$unit" 2>/dev/null |
        sed -n 's/.*exposure level for .*: \([0-9]*\.[0-9]\) .*/\1/p')
    [[ $rating =~ ^([01]\.[0-9]|2\.0)$ ]] || fail "${unit##*/} is rated '$rating', more than 2.0"
done

# What the job needs, and what would make it blind.
for unit in quaywatch-watch quaywatch-check; do
    text=$(<"$system/$unit.service")
    grep -q '^AmbientCapabilities=CAP_SYS_PTRACE CAP_DAC_READ_SEARCH$' <<<"$text" ||
        fail "$unit lacks its capabilities"
    ! grep -qE '^(ProtectProc|ProcSubset|PrivateNetwork|PrivateUsers|PrivateTmp)=' <<<"$text" ||
        fail "$unit hides processes, sockets or programs from itself"
    grep -qF "ExecStart=\"$scratch/p/bin/quaywatch-cli\" " <<<"$text" ||
        fail "$unit does not start the program of its prefix"
done
expected=$(sed -n 's/^QUAYWATCH_SYSCONFDIR:[A-Z]*=//p' "$build/CMakeCache.txt")/quaywatch/expected.d
grep -qxF "ConditionDirectoryNotEmpty=${expected//%/%%}" "$system/quaywatch-check.service" ||
    fail "the check does not look for files in $expected, which the program reads"
# The administrator's folder is the same below every prefix.
"$cmake" --install "$build" --prefix "$scratch/a b%n" --component systemd >/dev/null ||
    fail "cmake --install with another prefix failed"
other="$scratch/a b%n/lib/systemd/system/quaywatch-check.service"
grep -qxF "ExecStart=\"$scratch/a b%%n/bin/quaywatch-cli\" check --system" "$other" ||
    fail "the path of the program is not quoted: $(grep ^ExecStart= "$other")"
grep -qxF "ConditionDirectoryNotEmpty=${expected//%/%%}" "$other" ||
    fail "another prefix changes the folder of the administrator"
if grep -rnE '@[A-Z_]+@' "$scratch/p/lib"; then
    fail "a variable was not replaced"
fi

[ "$failures" = 0 ]
