#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Network namespaces that are not listed are reported: one with a name and without a process, one of
# a process that also holds a listener here, and one in which only a thread is. Only processes of
# this script are visible.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs unshare nsenter python3
if [[ -z ${QUAYWATCH_OWN_MACHINE:-} ]]; then
    own=(unshare --net --pid --fork --mount-proc)
    ((EUID == 0)) || own+=(--map-root-user)
    if ! "${own[@]}" true 2>/dev/null; then
        echo "SKIPPED: no namespaces can be made here; other_namespaces was NOT tried" >&2
        exit 77
    fi
    export QUAYWATCH_OWN_MACHINE=1
    exec "${own[@]}" bash "$0" "$@"
fi
folder=$(mktemp -d)
trap 'umount "$folder/a name" 2>/dev/null; rm -rf "$folder"' EXIT
: >"$folder/a name"

# gap: prints count, reason and remedy of the gap, if there is one.
gap()
{
    "$cli" list --json | python3 -c '
import json, sys
for gap in json.load(sys.stdin)["gaps"]:
    if gap["kind"] == "namespace":
        print(gap["count"], gap["why"], gap["cure"], sep="|")'
}

# count: prints how many namespaces the gap reports.
count()
{
    local reported
    reported=$(gap)
    echo "${reported%%|*}"
}

# make MODE WORD...: a process, $pid, makes a namespace.
make()
{
    coproc maker { exec python3 "$(dirname "$0")/other_namespaces.py" "$@"; }
    pid=$!
    local ready=
    IFS= read -r -t 20 ready <&"${maker[0]}"
    [[ $ready == ready ]] || fail "$1: the namespace is not made"
}

unmake()
{
    eval "exec ${maker[1]}>&-"
    wait "$pid" 2>/dev/null
}

# Namespaces that the machine has mounted are known here, too; they do not change.
before=$(count)
before=${before:-0}

make moved
[[ $(count) == $((before + 1)) ]] || fail "of a process with a listener here: '$(gap)'"
[[ $(gap) == *"|nsenter --net --target $pid quaywatch-cli list" ]] || fail "its remedy: '$(gap)'"
nsenter --net --target "$pid" "$cli" list | grep -q tcp || fail "the remedy lists nothing"
unmake

make thread
[[ $(count) == $((before + 1)) ]] || fail "of a thread: '$(gap)'"
remedy=$(gap)
if [[ ${remedy##*|} =~ ^nsenter\ --net\ --target\ ([0-9]+)\ quaywatch-cli\ list$ ]]; then
    thread=${BASH_REMATCH[1]}
    [[ $thread != "$pid" ]] || fail "the remedy names the process, not its thread"
    nsenter --net --target "$thread" "$cli" list | grep -q tcp || fail "the remedy lists nothing"
else
    fail "the remedy for a thread: '$remedy'"
fi
unmake

make named "$folder/a name"
[[ $(count) == $((before + 1)) ]] || fail "with a name and without a process: '$(gap)'"
remedy=$(gap)
remedy=${remedy##*|}
if ((before == 0)); then
    [[ $remedy == "nsenter --net='$folder/a name' quaywatch-cli list" ]] || fail "'$remedy'"
    bash -c "${remedy/quaywatch-cli/\"\$1\"}" - "$cli" | grep -q tcp || fail "the name lists nothing"
fi
unmake
umount "$folder/a name"
[[ $(count) == "$before" || (-z $(count) && $before == 0) ]] || fail "one that is gone: '$(gap)'"

finish
