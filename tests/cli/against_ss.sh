#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The list must equal that of ss, socket for socket, in a separate network namespace.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs ss unshare ip python3
enter_own_network "$@"
ip link set lo up

# Sockets of every kind, held until standard input ends.
coproc LOAD { exec python3 "$(dirname "$0")/socket_zoo.py"; }
# shellcheck disable=SC2153
IFS= read -r -t 30 ready <&"${LOAD[0]}"
[[ $ready == ready ]] || fail "the sockets could not be opened"

compare()
{
    local what=$1 ours=$2 theirs=$3
    [[ -n $ours ]] || fail "$what: nothing is listed"
    diff <(sort <<<"$ours") <(sort <<<"$theirs") >&2 || fail "$what: left is ours, right is ss's"
}

ours()
{
    "$cli" list "$@" --json 2>/dev/null | python3 "$(dirname "$0")/as_ss.py"
}
# ss: protocol, state, queues, local, peer.
theirs()
{
    ss -Hn "$@" | awk '{ print $1, $2, $5, $6 }'
}

compare listeners "$(ours)" "$(theirs -tul)"
compare "every socket" "$(ours --all)" "$(theirs -tuna)"

finish
