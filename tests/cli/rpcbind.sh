#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# An entry of rpcbind explains a listener on a vacant port. An rpcbind that hangs, disconnects or
# gives a false answer explains nothing and delays no command for long.

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

# start_rpcbind WORD...: starts such an rpcbind; its pid is in $server.
start_rpcbind()
{
    local ready
    exec 5< <(exec python3 "$folder/fake_rpcbind.py" "$@")
    server=$!
    children+=("$server")
    IFS= read -r -t 20 ready <&5 || fail "the fake rpcbind does not start ($*: $ready)"
    exec 5<&-
}

stop_rpcbind()
{
    kill "$1"
    wait "$1" 2>/dev/null
}

# with_rpcbind REGEX WORD...: checks what `list` reports for 931 with such an rpcbind.
with_rpcbind()
{
    local server
    start_rpcbind "${@:2}"
    expect 0 "$1" any list port:931
    stop_rpcbind "$server"
}

with_rpcbind 'explained: .*mountd.*registered with rpcbind' answers
with_rpcbind 'unexpected: ' hangs
with_rpcbind 'unexpected: ' lies
with_rpcbind 'unexpected: ' hangs-up

# mountd_at PORT: a listener there that rpcbind names, whose pid is in $mountd.
mountd_at()
{
    nc -l 127.0.0.1 "$1" >/dev/null &
    mountd=$!
    children+=("$mountd")
    expect 0 '^$' 0 wait "port:$1" --timeout 20
    start_rpcbind answers 0 127.0.0.1 "$1"
}

# The service is expected by its name, and has another port after a restart.
baseline=$(mktemp)
trap 'cleanup; rm -f "$baseline"' EXIT
mountd_at 41931
expect 0 'mountd' any list port:41931
expect 0 '"rpc":\{"program":100005,"name":"mountd","registered":true\}' any list port:41931 --json
expect 0 'mountd' any explain 41931/tcp
expect 0 'entries in' any baseline init --baseline "$baseline" --force
grep -q '^rpc = "mountd"$' "$baseline" || fail "the baseline has the port: $(<"$baseline")"
! grep -q '^port = 41931' "$baseline" || fail "the baseline has the port, too"
sed -i 's/^rpc = "mountd"$/&\nrequired = true/' "$baseline"
stop_rpcbind "$server"
stop_rpcbind "$mountd"
mountd_at 41932
expect 0 'as expected by' any check --baseline "$baseline"
[[ $out != *Hint:* ]] || fail "a port that the service has by chance is to be reserved: $out"
stop_rpcbind "$server"
expect 0 'not compared: ' any check --baseline "$baseline"
[[ $err == *'could not be compared: rpcbind has named no services'* ]] || fail "no gap: $err"
stop_rpcbind "$mountd"
expect 0 'not compared: tcp rpc:mountd' any check --baseline "$baseline"
start_rpcbind answers 0 127.0.0.1 41932
expect 1 'missing: tcp rpc:mountd' any check --baseline "$baseline"
stop_rpcbind "$server"
expect 0 'rpc = "mountd"' any baseline remove rpc:mountd --baseline "$baseline"
! grep -q mountd "$baseline" || fail "the entry is not removed"

# If low ports are free for all users, any user can answer on 111.
readonly other_user=1001
if ((EUID == 0)) && sysctl -qw net.ipv4.ip_unprivileged_port_start=0 2>/dev/null &&
    setpriv --reuid $other_user --regid $other_user --clear-groups true 2>/dev/null; then
    with_rpcbind 'unexpected: ' answers $other_user
    [[ $err =~ 'not known to be the system' ]] || fail "an rpcbind of another user is no gap: $err"
    # At ::1 it would not be queried.
    start_rpcbind answers 0 0.0.0.0
    systems=$server
    with_rpcbind 'explained: ' answers $other_user ::1
    stop_rpcbind "$systems"
else
    echo "SKIPPED: cannot become another user here; port 111 of another user was NOT tried" >&2
fi

finish
