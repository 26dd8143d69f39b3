#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window starts and ends though the name service never answers, with a runtime folder of the
# session and without one.

# shellcheck source-path=SCRIPTDIR source=program_support.sh
source "$(dirname "$0")/program_support.sh"
if [[ -z ${QUAYWATCH_OWN_MOUNTS:-} ]]; then
    unshare=(unshare --map-root-user --mount)
    ((EUID != 0)) || unshare=(unshare --mount)
    "${unshare[@]}" true 2>/dev/null || skip "no mount namespace can be made here"
    export QUAYWATCH_OWN_MOUNTS=1
    exec "${unshare[@]}" bash "$0" "$@"
fi
# Opening it blocks forever, because it has no writer.
mkfifo "$scratch/passwd"
mount --bind "$scratch/passwd" /etc/passwd 2>/dev/null || skip "/etc/passwd cannot be covered here"

starts_and_ends()
{
    "$program" 2>"$scratch/errors" &
    local window=$!
    # A window that hangs at its start never comes up; the time limit of ctest ends it.
    is_up "$window" || fail "the window does not come up: $(error_output)"
    ends_on_sigterm "$window"
    wait "$window" || fail "the window ended with $?: $(error_output)"
}

starts_and_ends

# Without $XDG_RUNTIME_DIR the folder is below the folder for temporary files.
export TMPDIR=$XDG_RUNTIME_DIR
unset XDG_RUNTIME_DIR
XDG_RUNTIME_DIR_WAS=$TMPDIR
is_up()
{
    until compgen -G "$XDG_RUNTIME_DIR_WAS/quaywatch-*/*.socket" >/dev/null; do
        [[ -d /proc/$1 && $(</proc/"$1"/stat) != *") Z"* ]] || return 1
        read -r -t 0.05 <> <(:) || true
    done
}
starts_and_ends

finish
