# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch for bash. Needs no bash-completion package.
# Made by installers/completions/write_completions.py; do not edit.

# Prints how the value of an option is completed, and the words it is one of. Nothing for an option
# that takes no value.
_quaywatch_value()
{
    case $1 in
        --screenshot) echo file ;;
        --view) echo words listeners connections alerts map charts history ;;
        --filter) echo free ;;
        --theme) echo words system light dark high-contrast ;;
        --select) echo free ;;
        --size) echo free ;;
        --scale) echo words 1 2 3 4 ;;
    esac
}

_quaywatch()
{
    local current=${COMP_WORDS[COMP_CWORD]} value candidates
    value=$(_quaywatch_value "${COMP_WORDS[COMP_CWORD - 1]}")
    case $value in
        file)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        free) return ;;
        words*) candidates=${value#words } ;;
        *)
            candidates='
                --help --version --screenshot --view --filter --theme --select --size --scale
                --hidden
            '
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
}

complete -F _quaywatch quaywatch
