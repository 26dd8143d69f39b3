# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the scripts of this folder, which run the real program without a display.
# shellcheck shell=bash

set -uo pipefail

# shellcheck disable=SC2034 # of those who source this
program=$1
failures=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config
export XDG_RUNTIME_DIR=$scratch/run QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.debug=false'
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
mkdir -m 700 "$XDG_RUNTIME_DIR"

fail()
{
    echo "FAILED: $*" >&2
    failures=$((failures + 1))
}

skip()
{
    echo "SKIPPED: $*; $(basename "$0") was NOT tried" >&2
    exit 77
}

# error_output: prints the standard error of a program, without Qt's messages about this platform.
error_output()
{
    grep -v 'propagateSizeHints' "$scratch/errors"
}

# ends_on_sigterm PID: checks that it ends soon after SIGTERM. A slower process is killed.
ends_on_sigterm()
{
    kill -TERM "$1"
    timeout 20 tail --pid="$1" -f /dev/null || {
        fail "it does not end on SIGTERM: $(error_output)"
        kill -KILL "$1"
    }
}

# is_up PID: waits until the window accepts requests or the program has ended; returns which.
is_up()
{
    until compgen -G "$XDG_RUNTIME_DIR/*.socket" >/dev/null; do
        [[ -d /proc/$1 && $(</proc/"$1"/stat) != *") Z"* ]] || return 1
        read -r -t 0.05 <> <(:) || true
    done
}

finish()
{
    ((failures == 0)) || exit 1
}
