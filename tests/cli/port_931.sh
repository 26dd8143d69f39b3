#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The example of port 931, with real processes in a separate network namespace: a listener there is
# found, reported, explained and ended.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs nc unshare ip python3
enter_own_network "$@"
ip link set lo up

work=$(mktemp -d)
children=()
cleanup()
{
    ((${#children[@]} == 0)) || kill "${children[@]}" 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT

expect 0 '^$' any list
expect 1 '^$' 1 wait port:931 --timeout 0
expect 0 '^$' 0 wait port:931 --free --timeout 0

mkfifo "$work/events"
"$cli" watch --json --interval 0.1 --initial is:listener >"$work/events" 2>/dev/null &
watcher=$!
children+=("$watcher")
exec 4<"$work/events"

# A listener that exists from the start shows that the watcher has started.
nc -l 127.0.0.1 932 >/dev/null &
children+=($!)
IFS= read -r -t 20 line <&4 || fail "the watcher is silent"
[[ $line == *'"event":"opened"'* ]] || fail "the first event is $line"

nc -l 127.0.0.1 931 >/dev/null &
listener=$!
children+=("$listener")
expect 0 '^$' 0 wait port:931 --timeout 20
expect 0 "931 .*nc.* $listener .*unexpected: " any list is:unexpected port:931
expect 0 'nothing was ever assigned|never assigned|unassigned' any explain 931
expect 0 "$listener" any explain 931
expect 0 "\\($listener\\)" any inspect port:931
expect 0 '931' any kill port:931 --dry-run
expect 2 '^$' 1 kill port:931
"$cli" inspect port:931 --json | is_json || fail "'inspect --json' is no JSON"

found_opened='' found_alert=''
while [[ -z $found_opened || -z $found_alert ]] && IFS= read -r -t 20 line <&4; do
    [[ $line != *'"port":931'* ]] && continue
    [[ $line == *'"event":"opened"'* ]] && found_opened=1
    [[ $line == *'"event":"alert"'*'"rule":"unassigned-listener"'*'"key":"tcp|127.0.0.1|931|'* ]] &&
        found_alert=1
done
[[ -n $found_opened ]] || fail "watch did not tell that 931 opened"
[[ -n $found_alert ]] || fail "watch did not alert for 931"

expect 0 "$listener" any kill port:931 --yes --wait 20
expect 0 '^$' 0 wait port:931 --free --timeout 20
expect 1 '^$' 1 kill port:931 --yes
wait "$listener" 2>/dev/null

found_closed=''
while [[ -z $found_closed ]] && IFS= read -r -t 20 line <&4; do
    [[ $line == *'"event":"closed"'*'"port":931'* ]] && found_closed=1
done
[[ -n $found_closed ]] || fail "watch did not tell that 931 closed"

kill -INT "$watcher"
wait "$watcher"
status=$?
((status == 0)) || fail "watch, interrupted, ended with $status"

finish
