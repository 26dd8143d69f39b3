#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# If too few threads can be started, the window reports it in one line and exits with 4. With enough
# threads it works, and ends on SIGTERM.

# shellcheck source-path=SCRIPTDIR source=program_support.sh
source "$(dirname "$0")/program_support.sh"
command -v python3 >/dev/null || skip "python3 is not installed"

# The leak detection of AddressSanitizer needs a thread itself.
export ASAN_OPTIONS=detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}

alone=$(dirname "$0")/../support/scripts/without_threads.py
python3 "$alone" "$(type -P true)" || exit $?

python3 "$alone" "$program" 2>"$scratch/errors"
status=$?
((status == 4)) || fail "without threads it ends with $status: $(error_output)"
(($(error_output | grep -c '') == 1)) || fail "without threads it prints $(error_output)"
[[ $(error_output) == *threads* ]] || fail "it does not print the cause: $(error_output)"

# A limit on threads needs a separate user, because all processes of a user count.
if ((EUID != 0)) || ! command -v setpriv >/dev/null; then
    echo "only root can try a limited number of threads; that was NOT tried" >&2
    finish
    exit
fi
chmod 755 "$scratch"
chown -R 64001 "$scratch"
cp "$program" "$scratch/quaywatch"
for limit in 1 2 3 4 6 8 10 12 14 20; do
    rm -f "$XDG_RUNTIME_DIR"/*
    setpriv --reuid 64001 --regid 64001 --clear-groups \
        bash -c "ulimit -u $limit; exec \"$scratch/quaywatch\"" 2>"$scratch/errors" &
    window=$!
    if is_up "$window"; then
        ends_on_sigterm "$window"
    fi
    wait "$window"
    status=$?
    case $status in
        0) ;;
        4) (($(error_output | grep -c '') == 1)) || fail "with $limit threads it prints $(error_output)" ;;
        *) fail "with $limit threads it ends with $status: $(error_output)" ;;
    esac
done

finish
