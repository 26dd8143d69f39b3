#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The completion for bash, called as bash calls it.

# shellcheck source-path=SCRIPTDIR source=script_support.sh
source "$(dirname "$0")/script_support.sh"
# shellcheck source=/dev/null
source "$QUAYWATCH_SOURCE/resources/completions/quaywatch-cli.bash"

# complete_line LINE: prints the words that bash would offer at its end, one per line.
complete_line()
{
    COMP_LINE=$1
    COMP_POINT=${#1}
    COMPREPLY=()
    _quaywatch_cli
    printf '%s\n' "${COMPREPLY[@]}"
}

offers()
{
    # Not -q: the writer fails if grep has ended early.
    complete_line "$1" | grep -xF -e "$2" >/dev/null || fail "'$1' does not offer '$2'"
}

offers 'quaywatch-cli ' list
offers 'quaywatch-cli ex' explain
offers 'quaywatch-cli list --a' --all
offers 'quaywatch-cli list por' port:
offers 'quaywatch-cli list is:une' unexpected
offers 'quaywatch-cli registry --state un' unassigned
offers 'quaywatch-cli kill --signal K' KILL
offers 'quaywatch-cli baseline a' add
offers 'quaywatch-cli baseline add --address l' loopback

# Exactly the options of the help are completed.
for command in list explain registry inspect watch check baseline wait kill ident; do
    options=$("$cli" "$command" --help |
        grep -oE -- '^  (-.,)?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort)
    completed=$(complete_line "quaywatch-cli $command --" | sort)
    [[ $options == "$completed" ]] || fail "$command: help has $options, completion $completed"
done

finish
