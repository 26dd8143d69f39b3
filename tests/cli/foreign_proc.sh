#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# If /proc belongs to another pid namespace, its pids mean other processes: no process is signaled
# or described by them, and a gap reports it.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs nc unshare ip mount

stage=${QUAYWATCH_STAGE:-0}
if [[ $stage == 0 ]]; then
    outer=(unshare --net --mount --pid --fork --mount-proc)
    ((EUID == 0)) || outer+=(--map-root-user)
    if ! "${outer[@]}" true 2>/dev/null; then
        echo "SKIPPED: no process namespace can be made here; $(basename "$0") was NOT tried" >&2
        exit 77
    fi
    QUAYWATCH_STAGE=1 exec "${outer[@]}" bash "$0" "$@"
fi

if [[ $stage == 1 ]]; then
    ip link set lo up
    for _ in {1..10}; do (:); done  # uses up pids, so that lower ones are free
    nc -l 127.0.0.1 931 >/dev/null &
    server=$!
    expect 0 '^$' 0 wait port:931 --timeout 20
    QUAYWATCH_STAGE=2 QUAYWATCH_SERVER=$server unshare --pid --fork bash "$0" "$@"
    failures=$((failures + $?))
    kill -0 "$server" || fail "the listener was ended"
    # In its own namespace everything works.
    expect 0 "$server" any inspect port:931
    [[ $err != *namespace* ]] || fail "a gap is reported where there is none: '$err'"
    expect 0 'ended' any kill port:931 --yes
    finish
    exit 0
fi

# From here on the listener's pid in /proc is that of an unrelated process. /proc/self has no pid of
# this namespace, so the children are known by the pids that the shell reports.
server=$QUAYWATCH_SERVER
exec {hold}<> <(:)
until ((${bystander:-0} >= server)); do
    read -r <&"$hold" &
    bystander=$!
    ((bystander >= server)) || kill "$bystander"
done
((bystander == server)) || fail "the number $server was taken before"

expect 0 "$server|nc" any list
[[ $err == *"/proc belongs to another process namespace"*"unshare --mount-proc"* ]] ||
    fail "list tells no gap: '$err'"
expect 0 '"kind":"process","count":null,"why":"/proc belongs to another process namespace' any \
    list --json
for words in 'kill port:931 --yes' 'kill port:931 --signal KILL --yes' 'kill port:931 --dry-run'; do
    # shellcheck disable=SC2086
    expect 3 'another process namespace' any $words
done
for words in "kill $server --yes" "kill $server --signal KILL --yes" "inspect $server" \
    'inspect port:931'; do
    # shellcheck disable=SC2086
    expect 4 '^$' any $words
    [[ $err == *"another process namespace"* ]] || fail "'$words' gives no reason: '$err'"
done
kill -0 "$bystander" || fail "a bystander was ended"

# The remedy that is reported.
unshare --mount-proc "$cli" inspect "$bystander" >/dev/null || fail "the cure does not help"

# Without /proc, and with one in which this program is not visible.
# shellcheck disable=SC2317
none()
{
    unshare --mount bash -c 'mount -t tmpfs none /proc && exec "$@"' - "$program" "$@"
}
program=$cli
cli=none
expect 4 '^$' any kill "$bystander" --yes
[[ $err == *"/proc is not mounted for this program's processes"* ]] || fail "no reason: '$err'"
expect 0 '931 +tcp' any list
kill -0 "$bystander" || fail "a bystander was ended without /proc"
kill "$bystander"
exit "$failures"
