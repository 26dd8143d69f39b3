#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The streams: valid JSON, closed pipes, full disks, closed streams.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
needs python3

for words in 'list --json' 'list --all --json' 'explain 931 --json' "inspect $$ --json"; do
    # shellcheck disable=SC2086
    "$cli" $words 2>/dev/null | is_json || fail "'$words' is no JSON"
done
"$cli" list --all --jsonl 2>/dev/null |
    python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]' ||
    fail "a line of 'list --jsonl' is no JSON"

# The registry is larger than a pipe buffer: the reader ends while it is still being written.
for words in 'registry' 'registry --json' 'list --all' 'watch --initial'; do
    errors=$(mktemp)
    # shellcheck disable=SC2086
    "$cli" $words 2>"$errors" | head -1 >/dev/null
    status=${PIPESTATUS[0]}
    ((status == 0)) || fail "'$words | head -1' ended with $status"
    ! grep -qi 'pipe\|write' "$errors" || fail "'$words | head -1' complains: $(<"$errors")"
    rm -f "$errors"
done

# There is no reader from the start and no event: only the closed pipe can end the program.
{ "$cli" watch port:4 2>/dev/null; echo $? >&3; } 3>&1 1> >(exec true) | grep -qx 0 ||
    fail "'watch' does not notice that its reader has gone"

# It prints nothing, so that a reader that has gone says nothing about the port.
{ "$cli" wait port:4 --timeout 0.2 2>/dev/null; echo $? >&3; } 3>&1 1> >(exec true) | grep -qx 1 ||
    fail "'wait' does not wait for a port when its reader has gone"

if [[ -w /dev/full ]]; then
    for words in 'list --json' 'registry --json' '--help'; do
        # shellcheck disable=SC2086
        errors=$("$cli" $words 2>&1 >/dev/full)
        status=$?
        ((status == 4)) || fail "'$words' on a full disk ended with $status"
        (($(grep -c '' <<<"$errors") >= 1)) && [[ $errors == *"No space left"* ]] ||
            fail "'$words' on a full disk printed '$errors'"
    done
fi

"$cli" list >&- 2>/dev/null
status=$?
((status == 4)) || fail "without standard output it ended with $status"

finish
