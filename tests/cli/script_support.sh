# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks for the scripts of this folder, which source this file. They wait for events, with
# `quaywatch-cli wait` and by reading pipes, and never sleep.
# shellcheck shell=bash

set -uo pipefail

cli=$1
failures=0

fail()
{
    echo "FAILED: $*" >&2
    failures=$((failures + 1))
}

# expect CODE OUT_PATTERN ERR_LINES word...: runs the program; saves both streams in $out and $err.
expect()
{
    local code=$1 pattern=$2 lines=$3 status errors
    shift 3
    errors=$(mktemp)
    out=$("$cli" "$@" 2>"$errors" </dev/null)
    status=$?
    err=$(<"$errors")
    rm -f "$errors"
    ((status == code)) || fail "'$*' ended with $status instead of $code: $err"
    [[ $out =~ $pattern ]] || fail "'$*' printed '${out:0:400}', not '$pattern'"
    [[ $lines == any ]] || (($(grep -c '' <<<"$err") == lines)) || [[ $lines == 0 && -z $err ]] ||
        fail "'$*' printed '$err' instead of $lines line(s)"
}

# is_json: checks that standard input is one JSON document.
is_json()
{
    python3 -m json.tool >/dev/null
}

# Runs the script again in new user and network namespaces without other processes' sockets.
enter_own_network()
{
    [[ -z ${QUAYWATCH_OWN_NETWORK:-} ]] || return 0
    local -a unshare=(unshare --map-root-user --net)
    ((EUID != 0)) || unshare=(unshare --net)
    if ! "${unshare[@]}" true 2>/dev/null; then
        echo "SKIPPED: no network namespace can be made here; $(basename "$0") was NOT tried" >&2
        exit 77
    fi
    export QUAYWATCH_OWN_NETWORK=1
    exec "${unshare[@]}" bash "$0" "$@"
}

needs()
{
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null && continue
        echo "SKIPPED: $tool is not installed; $(basename "$0") was NOT tried" >&2
        exit 77
    done
}

finish()
{
    ((failures == 0)) || exit 1
}
