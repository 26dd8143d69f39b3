#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sockets that are in no descriptor table of a process: those of the kernel, for which there is
# evidence, and those that only look like them.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs ip unshare python3
if ((EUID != 0)); then
    echo "SKIPPED: only root can look into every process; unheld_sockets was NOT tried" >&2
    exit 77
fi
enter_own_network "$@"
ip link set lo up

# If even root may not read process 1 (some virtual machines), it gets empty folders.
if ! readlink /proc/1/exe >/dev/null && [[ -z ${QUAYWATCH_OWN_MOUNTS:-} ]]; then
    export QUAYWATCH_OWN_MOUNTS=1
    exec unshare --mount bash -c 'empty=$(mktemp -d)
        mount --bind "$empty" /proc/1/fd && mount --bind "$empty" /proc/1/task
        bash "$0" "$@"; code=$?
        umount /proc/1/fd /proc/1/task; rmdir "$empty"; exit "$code"' "$0" "$@"
fi
if [[ $(readlink /proc/self/ns/pid) != "pid:[4026531836]" ]]; then
    echo "SKIPPED: this is a container, where no look is complete; unheld_sockets was NOT tried" >&2
    exit 77
fi

# json_of PORT FIELDS: prints the JSON of the only socket on the port.
json_of()
{
    "$cli" list "port:$1" --json | python3 -c '
import json, sys
document = json.load(sys.stdin)
[socket] = document["sockets"]
whys = [gap["why"] for gap in document["gaps"] if gap["kind"] == "owner"]
print(socket["owner_state"], [owner["pid"] for owner in socket["owners"]], socket["verdict"],
      socket["severity"], whys)'
}

exec 5< <(exec python3 "$(dirname "$0")/unheld_sockets.py")
holder=$!
trap 'kill "$holder" 2>/dev/null' EXIT
IFS= read -r -t 20 ready <&5 || fail "the holder does not start ($ready)"

nobody="\['no process has a descriptor of it'\]"
[[ $(json_of 932) =~ ^hidden\ \[\]\ unexpected\ high\ $nobody ]] || fail "in a message: $(json_of 932)"
[[ $(json_of 933) =~ ^known\ \[$holder\]\ unexpected\ high ]] || fail "of a thread: $(json_of 933)"
expect 0 'no process with a descriptor' any explain 932/udp
expect 3 '^$' 1 inspect port:932
[[ $err == *"has a descriptor of"* ]] || fail "inspect says '$err'"
expect 3 '^$' 1 kill port:932 --yes
[[ $err == *"none to end"* ]] || fail "kill says '$err'"
kill "$holder"
wait "$holder" 2>/dev/null

if ip link add vx type vxlan id 9 dstport 931 local 127.0.0.1 2>/dev/null && ip link set vx up; then
    [[ $(json_of 931) == "kernel [] explained info []" ]] || fail "a VXLAN: $(json_of 931)"
    ip link set vx down
    expect 1 '' any list port:931
else
    echo "this kernel has no VXLAN; it was NOT tried" >&2
fi
if ip link add wg type wireguard 2>/dev/null && ip link set wg up; then
    port=$(ss -Hlun | sed -n 's/.*0\.0\.0\.0:\([0-9]*\) .*/\1/p' | head -1)
    "$cli" list "port:$port" --json | grep -q '"owner_state":"kernel"' || fail "a WireGuard"
else
    echo "this kernel has no WireGuard; it was NOT tried" >&2
fi

finish
