#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A name service that never answers delays no command. root is known without it; for others uids
# replace the names, and a gap reports it.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs nc unshare ip mount mkfifo timeout
if [[ -z ${QUAYWATCH_OWN_MOUNTS:-} ]]; then
    unshare=(unshare --map-root-user --net --mount)
    ((EUID != 0)) || unshare=(unshare --net --mount)
    if ! "${unshare[@]}" true 2>/dev/null; then
        echo "SKIPPED: no mount namespace can be made here; $(basename "$0") was NOT tried" >&2
        exit 77
    fi
    export QUAYWATCH_OWN_MOUNTS=1
    exec "${unshare[@]}" bash "$0" "$@"
fi
ip link set lo up

nc -l 127.0.0.1 931 >/dev/null &
server=$!
scratch=$(mktemp -d)
trap 'kill "$server" $other 2>/dev/null; rm -rf "$scratch"' EXIT
expect 0 '^$' 0 wait port:931 --timeout 20
other=
if setpriv --reuid 4242 --clear-groups true 2>/dev/null; then
    setpriv --reuid 4242 --clear-groups nc -l 127.0.0.1 8931 >/dev/null &
    other=$!
    expect 0 '^$' 0 wait port:8931 --timeout 20
fi

# Opening it blocks forever, because it has no writer.
mkfifo "$scratch/passwd"
if ! mount --bind "$scratch/passwd" /etc/passwd 2>/dev/null; then
    echo "SKIPPED: /etc/passwd cannot be covered here; $(basename "$0") was NOT tried" >&2
    exit 77
fi

program=$cli
bounded()
{
    timeout -k 1 20 "$program" "$@"
}
cli=bounded

expect 0 '931 +tcp.* root ' any list port:931
if [[ $other ]]; then
    expect 0 '8931 +tcp.* 4242 ' any list
    [[ $err == *"name service does not respond"* ]] || fail "list reports no gap: '$err'"
    expect 0 'name service does not respond' any list --json
fi
expect 0 "$server" any inspect "$server"
expect 1 'NO-USER' any ident 931,1
expect 0 '931' any explain 931
expect 0 '931' any kill port:931 --dry-run
expect 0 'ended' any kill port:931 --yes

finish
