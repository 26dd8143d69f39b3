#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where no thread may be started, or too few, the window says so in one line and ends with 4; where
# there are enough it works, and ends when it is told to.

# shellcheck source-path=SCRIPTDIR source=program_support.sh
source "$(dirname "$0")/program_support.sh"
command -v python3 >/dev/null || skip "python3 is not installed"

# With AddressSanitizer: its search for leaks needs a thread itself.
export ASAN_OPTIONS=detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}

alone=$(dirname "$0")/../support/scripts/without_threads.py
python3 "$alone" "$(type -P true)" || exit $?

python3 "$alone" "$program" 2>"$scratch/errors"
status=$?
((status == 4)) || fail "without threads it ends with $status: $(said)"
(($(said | grep -c '') == 1)) || fail "without threads it says $(said)"
[[ $(said) == *threads* ]] || fail "it does not say why: $(said)"

# A number of threads takes a user of its own: another's processes would count.
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
        ends_when_told "$window"
    fi
    wait "$window"
    status=$?
    case $status in
        0) ;;
        4) (($(said | grep -c '') == 1)) || fail "with $limit threads it says $(said)" ;;
        *) fail "with $limit threads it ends with $status: $(said)" ;;
    esac
done

finish
