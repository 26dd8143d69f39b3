#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The help of the real program, and its messages for invalid command lines.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"

expect 0 'Usage: quaywatch-cli COMMAND' 0 --help
expect 0 "^quaywatch-cli ${QUAYWATCH_VERSION//./\\.}$" 0 --version
for command in list explain registry inspect watch check baseline wait kill ident doctor; do
    expect 0 "Usage: quaywatch-cli $command" 0 "$command" --help
    expect 0 "Usage: quaywatch-cli $command" 0 help "$command"
done

expect 2 '^$' 1
expect 2 '^$' 1 nonsense
expect 2 '^$' 1 list --nonsense
for port in 65536 -1 99999999999; do
    expect 2 '^$' 1 explain "$port"
    expect 2 '^$' 1 registry "$port"
    expect 2 '^$' 1 list "port:$port"
    expect 2 '^$' 1 wait "port:$port"
    expect 2 '^$' 1 kill "port:$port" --yes
    expect 2 '' 1 ident "$port,1"
done
expect 2 '^$' 1 list ''
expect 2 '^$' 1 list 'process:"nc'
expect 2 '^$' 1 watch '(port:1'
expect 2 '^$' 1 watch --interval 0.05

# Without the check of its stack it would end with a signal and without a word.
errors=$( (ulimit -s 128 && exec "$cli" list) 2>&1 >/dev/null)
status=$?
[[ $status == 4 && $(grep -c '' <<<"$errors") == 1 && $errors == *"ulimit -s"* ]] ||
    fail "with a small stack it ended with $status: $errors"

finish
