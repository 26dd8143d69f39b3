#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What rpcbind knows explains a listener on a vacant port; an rpcbind that hangs, lies or hangs up
# explains nothing and holds nobody up for long.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs nc unshare ip python3
enter_own_network "$@"
ip link set lo up

folder=$(dirname "$0")
children=()
cleanup()
{
    ((${#children[@]} == 0)) || kill "${children[@]}" 2>/dev/null
}
trap cleanup EXIT

nc -l 127.0.0.1 931 >/dev/null &
children+=($!)
expect 0 '^$' 0 wait port:931 --timeout 20
expect 0 'unexpected: ' any list port:931

# with_rpcbind MANNER REGEX: what `list` says of 931 beside such an rpcbind.
with_rpcbind()
{
    local server ready
    exec 5< <(exec python3 "$folder/fake_rpcbind.py" "$1")
    server=$!
    children+=("$server")
    IFS= read -r -t 20 ready <&5 || fail "the fake rpcbind does not start ($ready)"
    expect 0 "$2" any list port:931
    kill "$server"
    wait "$server" 2>/dev/null
    exec 5<&-
}

with_rpcbind answers 'explained: .*mountd.*known to rpcbind'
with_rpcbind hangs 'unexpected: '
with_rpcbind lies 'unexpected: '
with_rpcbind hangs-up 'unexpected: '

finish
