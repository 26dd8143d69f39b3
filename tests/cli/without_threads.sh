#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# If no thread can be started, each command works on a single one.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs nc unshare ip python3
enter_own_network "$@"
ip link set lo up

alone=$(dirname "$0")/../support/scripts/without_threads.py
python3 "$alone" "$(type -P true)" || exit $?

nc -l 127.0.0.1 931 >/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null' EXIT
expect 0 '^$' 0 wait port:931 --timeout 20

# From here on the program runs without threads.
program=$cli
single()
{
    python3 "$alone" "$program" "$@"
}
cli=single

expect 0 '931 +tcp' any list
expect 0 '"port":931' any list --all --json
expect 0 "$server" any inspect "$server"
expect 0 '931' any explain 931
expect 0 '931' any kill port:931 --dry-run
expect 1 'NO-USER' any ident 931,1

# A watch ends on a signal.
exec 5< <(exec python3 "$alone" "$program" watch --initial 2>/dev/null)
watching=$!
IFS= read -r -t 20 line <&5 || fail "the watch says nothing"
[[ $line == *931* ]] || fail "the watch begins with '$line'"
kill -INT "$watching"
wait "$watching"
status=$?
((status == 0)) || fail "the watch ended with $status"

expect 0 'ended' any kill port:931 --yes

finish
